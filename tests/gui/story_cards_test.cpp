// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/story_cards.h"

#include "gui/flows/entry_words.h"
#include "told.h"

using namespace footbridge;
using namespace footbridge::told;

TEST_CASE("a line of one's own is named in the list; its words are only searched") {
  Told told;
  REQUIRE(told.journal.add(VaultId::A, PartnerId::A, Note{"I counted the cafés."}));
  told.keep(sample::aloneExercise(), SittingMode::Alone, VaultId::A,
            {Answered{*StepId::from("wish"), WrittenAnswer{"of the harbour"}}});
  const auto cards = told.cards(Reader::A);
  REQUIRE(cards.size() == 2);
  for (const gui::StoryCard& card : cards) {
    CHECK(card.line == QStringLiteral("Alex’s own, not locked yet"));
    CHECK(card.onlyOf == PartnerId::A);
  }
  const auto isFound = [&cards](const char* word) {
    return std::ranges::any_of(
        cards, [word](const gui::StoryCard& card) { return card.words.contains(QString::fromUtf8(word)); });
  };
  CHECK(isFound("cafés"));
  CHECK(isFound("harbour"));
  CHECK(told.cards(Reader::B).empty());
  CHECK(told.cards(Reader::OursAlone).empty());
}

TEST_CASE("nothing is said to be read by one alone that no passphrase locks") {
  Told told;
  const auto note = told.journal.add(VaultId::A, PartnerId::A, Note{"I counted the cafés."});
  REQUIRE(note);
  told.keep(sample::aloneExercise(), SittingMode::Alone, VaultId::A,
            {Answered{*StepId::from("wish"), WrittenAnswer{"of the harbour"}}});
  const gui::Couple couple{sample::alex(), sample::sam()};
  for (const auto& [door, words] : {std::pair{DoorState::Open, "Alex’s own, not locked yet"},
                                    std::pair{DoorState::Unlocked, "Only Alex can read this"}}) {
    told.journal.doors[0] = door;
    const QString said = QString::fromUtf8(words);
    REQUIRE(told.cards(Reader::A).size() == 2);
    for (const gui::StoryCard& card : told.cards(Reader::A)) CHECK(card.line == said);
    CHECK(gui::entryView(std::get<Note>(note->body), *note, couple, Reader::A, told.journal).who == said);
    const auto sittings = told.journal.sittings(Reader::A);
    REQUIRE(sittings.size() == 1);
    CHECK(gui::sittingView(sittings.front(), sample::aloneExercise(), couple, Reader::A, told.journal, kToday).who ==
          said);
  }
}

TEST_CASE("a weekly look says how much was opened together and what comes next") {
  Told told;
  told.keep(sample::weeklyLook(), SittingMode::JointLook, VaultId::Ours,
            {Revealed{*StepId::from("reveal"),
                      {mark(PartnerId::A, "lines", "warm"), mark(PartnerId::B, "lines", "warm"),
                       mark(PartnerId::A, "lines", "near"), mark(PartnerId::B, "lines", "near"),
                       words(PartnerId::A, "note", "a"), words(PartnerId::B, "note", "b")}},
             agreed("tea on Saturday")});
  CHECK(told.cards(Reader::A).front().line ==
        QStringLiteral("You opened three lines together. Next step: tea on Saturday."));
}

TEST_CASE("a weekly look without a step, or left before it, says just that") {
  Told told;
  const Revealed one{*StepId::from("reveal"), {words(PartnerId::A, "note", "a")}};
  SECTION("no step") {
    told.keep(sample::weeklyLook(), SittingMode::JointLook, VaultId::Ours, {one, agreed("")});
    CHECK(told.cards(Reader::B).front().line == QStringLiteral("You opened one line together. No step this week."));
  }
  SECTION("not got to it") {
    told.keep(sample::weeklyLook(), SittingMode::JointLook, VaultId::Ours, {one});
    CHECK(told.cards(Reader::B).front().line == QStringLiteral("You opened one line together."));
  }
}

TEST_CASE("an exercise is remembered by what was agreed, with one stop at its end") {
  Told told;
  told.keep(sample::supportExercise(), SittingMode::Together, VaultId::Ours, {agreed("A hand on the counter.")});
  CHECK(told.cards(Reader::OursAlone).front().line == QStringLiteral("You agreed: A hand on the counter."));
}

TEST_CASE("an exercise without a step says how much was opened, and quotes nobody") {
  Told told;
  const auto line = [&told] { return told.cards(Reader::OursAlone).front().line; };
  SECTION("words of one") {
    told.keep(sample::supportExercise(), SittingMode::Together, VaultId::Ours,
              {Revealed{*StepId::from("reveal"), {words(PartnerId::A, "carried", "the harbour")}}});
    CHECK(line() == QStringLiteral("You opened one line together."));
  }
  SECTION("nothing at all") {
    told.keep(sample::supportExercise(), SittingMode::Together, VaultId::Ours,
              {Revealed{*StepId::from("reveal"), {}}, agreed("")});
    CHECK(line() == QStringLiteral("Nothing was opened."));
  }
}

TEST_CASE("of small steps that were looked back on each is named with what became of it, and found by its words") {
  Told told;
  const auto agree = [&told](const char* what) {
    return told.journal.add(VaultId::Ours, std::nullopt, Agreement{.what = what, .when = {}, .review = {}, .from = {}})
        ->id;
  };
  const EntryId tea = agree("tea on Saturday");
  const EntryId walk = agree("a walk");
  const EntryId gone = agree("the lamp");
  REQUIRE(told.journal.remove(gone));
  told.keep(sample::weeklyLook(), SittingMode::Together, VaultId::Ours,
            {Answered{*StepId::from("last-time"), ReviewedAnswer{{{tea, AgreementState::Kept},
                                                                  {walk, AgreementState::Changed},
                                                                  {gone, AgreementState::Dropped}}}}});
  const auto sittings = told.journal.sittings(Reader::OursAlone);
  const auto view = gui::sittingView(sittings.front(), sample::weeklyLook(), gui::Couple{sample::alex(), sample::sam()},
                                     Reader::OursAlone, told.journal, kToday);
  CHECK(std::get<gui::TranscriptView>(view.body).parts.front().ours ==
        QStringLiteral("Kept: tea on Saturday\nChanged: a walk\nLet go: a step that is no longer here"));
  const auto cards = told.cards(Reader::OursAlone);
  const auto look = std::ranges::find(cards, gui::StoryKind::WeeklyLook, &gui::StoryCard::kind);
  REQUIRE(look != cards.end());
  CHECK(look->words.contains(QStringLiteral("a walk")));
}

TEST_CASE("the card of what was agreed says what became of it") {
  Told told;
  const auto agree = [&told](VaultId vault, AgreementState state) {
    const Agreement tea{.what = "tea", .when = {}, .review = {}, .state = state, .from = {}};
    REQUIRE(told.journal.add(vault, std::nullopt, tea));
  };
  for (const AgreementState state :
       {AgreementState::Dropped, AgreementState::Changed, AgreementState::Kept, AgreementState::Open})
    agree(VaultId::Ours, state);
  QStringList lines;
  for (const gui::StoryCard& card : told.cards(Reader::OursAlone)) lines << card.line;
  lines.sort();
  CHECK(lines == QStringList{QStringLiteral("Changed: tea"), QStringLiteral("Kept: tea"), QStringLiteral("Let go: tea"),
                             QStringLiteral("Still open: tea")});
}

TEST_CASE("a card of both holds words of one's own for as long as they are not opened as they stand") {
  Told told;
  const auto id = told.keep(sample::weeklyLook(), SittingMode::Together, VaultId::Ours, {});
  const auto holds = [&told](Reader reader) {
    const auto cards = told.cards(reader);
    const auto look = std::ranges::find(cards, gui::StoryKind::WeeklyLook, &gui::StoryCard::kind);
    REQUIRE(look != cards.end());
    return look->holdsOwn;
  };
  CHECK_FALSE(holds(Reader::A));
  REQUIRE(told.journal.append(id, VaultId::A, {Answered{*StepId::from("appreciated"), WrittenAnswer{"the soup"}}}));
  CHECK(holds(Reader::A));
  CHECK_FALSE(holds(Reader::B));
  CHECK_FALSE(holds(Reader::OursAlone));
  const auto open = [&](const char* text) {
    REQUIRE(told.journal.append(id, VaultId::Ours,
                                {Revealed{*StepId::from("reveal"), {words(PartnerId::A, "appreciated", text)}}}));
  };
  SECTION("opened") {
    open("the soup");
    CHECK_FALSE(holds(Reader::A));
    REQUIRE(told.journal.append(id, VaultId::A, {Answered{*StepId::from("note"), WrittenAnswer{"of the harbour"}}}));
    CHECK(holds(Reader::A));
  }
  SECTION("opened in part") {
    open("soup");
    CHECK(holds(Reader::A));
  }
}

TEST_CASE("words of steps that an exercise no longer has stand last under one heading, and are found") {
  Told told;
  const Exercise exercise = sample::supportExercise();
  told.keep(exercise, SittingMode::Together, VaultId::Ours,
            {Revealed{*StepId::from("old-reveal"),
                      {words(PartnerId::A, "old-page", "red"), words(PartnerId::B, "old-page", "blue")}},
             Answered{*StepId::from("old-name"), WrittenAnswer{"green"}}, agreed("Put the lamp by the door.")});
  const auto sittings = told.journal.sittings(Reader::OursAlone);
  const auto view = gui::sittingView(sittings.front(), exercise, gui::Couple{sample::alex(), sample::sam()},
                                     Reader::OursAlone, told.journal, kToday);
  const auto parts = std::get<gui::TranscriptView>(view.body).parts;
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].ours == QStringLiteral("Put the lamp by the door.\nBoth of you"));
  CHECK(parts[1].heading == QStringLiteral("From an earlier version"));
  CHECK(parts[1].a == QStringLiteral("red"));
  CHECK(parts[1].b == QStringLiteral("blue"));
  CHECK(parts[2].heading.isEmpty());
  CHECK(parts[2].ours == QStringLiteral("green"));
  CHECK(told.cards(Reader::OursAlone).front().words.contains(QStringLiteral("blue")));
}

TEST_CASE("a search finds an appreciation by its own words, and the rest of its sitting at the sitting") {
  Told told;
  CloseAnswer close;
  close.appreciated = {"your voice", ""};
  told.keep(sample::supportExercise(), SittingMode::Together, VaultId::Ours,
            {agreed("Put the lamp by the door."), Answered{*StepId::from("close"), close}});
  const auto holds = [](const gui::StoryCard& card, const char* word) {
    return (card.line + card.words).contains(QString::fromLatin1(word));
  };
  int lamps = 0;
  int appreciations = 0;
  for (const gui::StoryCard& card : told.cards(Reader::OursAlone)) {
    lamps += holds(card, "lamp") ? 1 : 0;
    appreciations += card.kind == gui::StoryKind::Appreciation && holds(card, "voice") ? 1 : 0;
  }
  CHECK(lamps == 1);
  CHECK(appreciations == 1);
}

TEST_CASE(
    "what was written in an exercise that is no longer here is told, read and found, and no id is shown for words") {
  Told told;
  Exercise gone = sample::supportExercise();
  gone.id = *ExerciseId::from("gone-since");
  const OpenedLine cards{
      PartnerId::B, {*StepId::from("kind"), {}}, ChosenAnswer{{*CardId::from("near"), *CardId::from("listen")}}};
  const auto id =
      told.keep(gone, SittingMode::Together, VaultId::Ours,
                {Revealed{*StepId::from("reveal"),
                          {words(PartnerId::A, "carried", "the harbour"), cards, mark(PartnerId::A, "lines", "warm")}},
                 agreed("tea")});
  const QString title = QStringLiteral("An exercise that is no longer here");
  const gui::StoryCard card = told.cards(Reader::OursAlone).front();
  CHECK(card.title == title);
  CHECK(card.line == QStringLiteral("You agreed: tea."));
  CHECK(card.words.contains(QStringLiteral("harbour")));
  const auto sittings = told.journal.sittings(Reader::OursAlone);
  REQUIRE(sittings.front().id == id);
  const auto view =
      gui::sittingView(sittings.front(), told.shelf.readable(gone.id), gui::Couple{sample::alex(), sample::sam()},
                       Reader::OursAlone, told.journal, kToday);
  CHECK(view.title == title);
  const auto& transcript = std::get<gui::TranscriptView>(view.body);
  CHECK_FALSE(transcript.mayGoOn);
  QStringList all;
  for (const auto& part : transcript.parts) {
    CHECK(part.heading.isEmpty());
    all << part.a << part.b << part.ours;
  }
  all.removeAll(QString());
  CHECK(all == QStringList{QStringLiteral("the harbour"), QStringLiteral("Two cards that are gone"),
                           QStringLiteral("A line that is gone: 4, from 0 to 6"), QStringLiteral("tea\nBoth of you")});
}

TEST_CASE("an evening is one card, and what was said in it is within that one") {
  Told told;
  CloseAnswer close;
  close.appreciated = {"your voice", ""};
  told.keep(sample::supportExercise(), SittingMode::Together, VaultId::Ours,
            {agreed("tea"), Answered{*StepId::from("close"), close}});
  int whole = 0;
  for (const gui::StoryCard& card : told.cards(Reader::OursAlone)) whole += card.isWithin ? 0 : 1;
  CHECK(whole == 1);
}
