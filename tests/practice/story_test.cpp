// SPDX-License-Identifier: GPL-3.0-or-later
// Our story, a sitting read again, Today, and which looks can be opened.
#include "practice/story.h"

#include <algorithm>

#include "catch.h"
#include "fakes/time_zone.h"
#include "practice/look_pairing.h"
#include "practice/samples.h"
#include "practice/today.h"

namespace footbridge::practice {
namespace {

using namespace samples;

Day day(std::string_view text) {
  return *parseDay(text);
}
const Day kToday = day("2026-11-23");

SittingId sittingId(int number) {
  return *SittingId::from(number);
}

Exercise look() {
  Exercise made =
      weeklyLook({each("lines", rate(2)), each("appreciated", WriteStep{}), sealedForGood(each("note", WriteStep{})),
                  both("show", reveal({"lines", "appreciated"})), both("end", CloseStep{})});
  made.id = *ExerciseId::from("weekly-look");
  made.title = "Weekly look";
  made.steps[0].title = "How was it?";
  std::get<RateStep>(made.steps[0].form).items[0].text = "I felt near.";
  return made;
}
Exercise evening() {
  return exercise(
      {each("say", WriteStep{}), both("show", reveal({"say"})), both("step", AgreeStep{}), both("end", CloseStep{})});
}

SittingSummary summary(int id, const Sitting& sitting, Day begun = kToday) {
  const SittingMode mode = sitting.begun.mode;
  const bool apart = mode == SittingMode::Alone || mode == SittingMode::OwnLook;
  SittingSummary made{.id = sittingId(id),
                      .begun = sitting.begun,
                      .begunIn = apart ? vaultOf(sitting.begun.first) : VaultId::Ours,
                      .made = Moment(std::chrono::milliseconds(id * 1000)),
                      .lanes = sitting.lanes};
  made.begun.day = begun;
  std::get<Begun>(made.lanes.of(made.begunIn)->front()).day = begun;
  return made;
}

Sitting ownLook(PartnerId whose, const std::string& word) {
  const Exercise ex = look();
  return play(ex, start(ex, SittingMode::OwnLook, whose),
              {GiveAnswer{RatedAnswer{{rating("i0", 3)}}}, write(word), write("private " + word)});
}

/// Both side by side, to the end.
Sitting wholeLook() {
  const Exercise ex = look();
  return play(ex, start(ex),
              {TakeTurn{}, Pass{}, Pass{}, Pass{}, EndTurn{}, TakeTurn{}, Pass{}, Pass{}, Pass{}, EndTurn{},
               ComeTogether{}, MoveOn{}, GiveAnswer{CloseAnswer{}}});
}

Sitting wholeEvening() {
  const Exercise ex = evening();
  const Agreement walk{.what = "a walk", .when = "Sunday", .review = {}, .from = {}};
  const LineChoice trim{{stepId("say"), {}}, true, written("short from a")};
  const LineChoice keep{{stepId("say"), {}}, false, {}};
  return play(ex, start(ex),
              {TakeTurn{}, write("long from a"), ChooseLines{{trim}}, EndTurn{}, TakeTurn{}, write("kept by b"),
               ChooseLines{{keep}}, EndTurn{}, ComeTogether{}, MoveOn{}, GiveAnswer{AgreedAnswer{walk}},
               GiveAnswer{CloseAnswer{{"heard", ""}, {"thanks from a", "thanks from b"}}}});
}

Entry entry(int id, VaultId vault, EntryBody body) {
  return Entry{.id = *EntryId::from(id),
               .vault = vault,
               .author = ownerOf(vault),
               .made = Moment(std::chrono::milliseconds(id * 1000)),
               .changed = {},
               .body = std::move(body)};
}
Entry agreement(int id, std::string what, std::optional<Day> review, AgreementState state = AgreementState::Open) {
  return entry(id, VaultId::Ours,
               Agreement{.what = std::move(what), .when = {}, .review = review, .state = state, .from = {}});
}

class Shelf {
 public:
  [[nodiscard]] FindExercise finder() const {
    return [this](const ExerciseId& id) -> const Exercise* {
      if (id == m_look.id) return &m_look;
      return id == m_evening.id ? &m_evening : nullptr;
    };
  }
  Exercise m_look = look();
  Exercise m_evening = evening();
};

std::vector<std::string> wordsOf(const std::vector<TranscriptPart>& parts) {
  std::vector<std::string> words;
  for (const auto& part : parts) {
    for (const auto& line : part.lines) words.push_back(line.text);
  }
  return words;
}
bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
std::vector<std::string> linesOf(const std::vector<StoryItem>& items) {
  std::vector<std::string> lines;
  lines.reserve(items.size());
  for (const auto& item : items) lines.push_back(item.line);
  return lines;
}

}  // namespace

TEST_CASE("A sitting read again shows one's own words, what was opened, and what was said together") {
  const Exercise ex = evening();
  const Lanes lanes = wholeEvening().lanes;
  CHECK(wordsOf(transcriptOf(ex, lanes, Reader::A)) ==
        std::vector<std::string>{"long from a", "short from a", "a walk", "heard", "thanks from a", "thanks from b"});
  CHECK(wordsOf(transcriptOf(ex, lanes, Reader::B)).front() == "kept by b");
  const auto both = transcriptOf(ex, lanes, Reader::OursAlone);
  CHECK(wordsOf(both).front() == "short from a");
  CHECK(both.front().from == TranscriptPart::From::Opened);
  CHECK(both.front().who == PartnerId::A);
  CHECK_FALSE(has(wordsOf(both), "kept by b"));
  CHECK_FALSE(has(wordsOf(both), "long from a"));
}

TEST_CASE("A line of the close is known by who wrote it and what it is, and a step by who does it and when") {
  const auto parts = transcriptOf(evening(), wholeEvening().lanes, Reader::OursAlone);
  REQUIRE(parts.size() == 3);
  REQUIRE(parts[1].lines.size() == 1);
  REQUIRE(parts[1].lines[0].agreed);
  CHECK(parts[1].lines[0].agreed->when == "Sunday");
  const auto& close = parts[2].lines;
  REQUIRE(close.size() == 3);
  CHECK(close[0].field == TranscriptField::Heard);
  CHECK(close[0].writer == PartnerId::A);
  CHECK(close[1].field == TranscriptField::Appreciated);
  CHECK(close[1].writer == PartnerId::A);
  CHECK(close[2].text == "thanks from b");
  CHECK(close[2].writer == PartnerId::B);
}

TEST_CASE("A sitting without a step is remembered by words of both, and not by those of one") {
  const Exercise ex = exercise(
      {each("say", WriteStep{}), both("show", reveal({"say"})), both("name", WriteStep{}), both("end", CloseStep{})});
  const FindExercise find = [&ex](const ExerciseId&) { return &ex; };
  const CloseAnswer close{{"heard by a", ""}, {"", ""}};
  const auto lineOf = [&](const Action& name) {
    const Sitting at = play(ex, start(ex),
                            {TakeTurn{}, write("of a alone"), ChooseLines{}, EndTurn{}, TakeTurn{}, write("of b alone"),
                             ChooseLines{}, EndTurn{}, ComeTogether{}, MoveOn{}, name, GiveAnswer{close}});
    const std::vector<SittingSummary> sittings{summary(9, at)};
    const auto items = storyOf(Reader::OursAlone, {}, sittings, find);
    REQUIRE(items.size() == 1);
    CHECK(items[0].opened == 1);
    return items[0].line;
  };
  CHECK(lineOf(write("the two doors")) == "the two doors");
  CHECK(lineOf(Pass{}).empty());
}

TEST_CASE("Marks are read with their lines, and only by their owner while sealed") {
  const Sitting own = ownLook(PartnerId::A, "x");
  const auto parts = transcriptOf(look(), own.lanes, Reader::A);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].title == "How was it?");
  CHECK(parts[0].lines == std::vector<TranscriptLine>{{"I felt near.", 3, true, {}}});
  CHECK(transcriptOf(look(), own.lanes, Reader::B).empty());
  CHECK(transcriptOf(look(), own.lanes, Reader::OursAlone).empty());
}

TEST_CASE("What is the same opened and kept stands once") {
  const Exercise ex = evening();
  const Sitting at = play(ex, start(ex),
                          {TakeTurn{}, write("a"), ChooseLines{}, EndTurn{}, TakeTurn{}, write("b"), ChooseLines{},
                           EndTurn{}, ComeTogether{}});
  CHECK(wordsOf(transcriptOf(ex, at.lanes, Reader::A)) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Words of steps that the exercise no longer has come last, to those who could read them before") {
  const auto line = [](const char* step, std::string text) {
    return OpenedLine{PartnerId::A, {stepId(step), {}}, written(std::move(text))};
  };
  Lanes lanes;
  lanes.a = {Answered{stepId("old-own"), written("only a's")}, Answered{stepId("taken"), written("not said")},
             Passed{stepId("taken")}, Answered{stepId("old-say"), written("long from a")},
             Answered{stepId("say"), written("still there")}};
  lanes.b = {Answered{stepId("old-own"), written("only b's")}};
  lanes.joint = {Revealed{stepId("old-show"), {line("old-say", "short from a"), line("say", "still there")}},
                 Answered{stepId("old-name"), written("a name")}};
  const Exercise ex = evening();
  using Words = std::vector<std::string>;
  const auto parts = transcriptOf(ex, lanes, Reader::A);
  CHECK(wordsOf(parts) == Words{"still there", "only a's", "long from a", "short from a", "a name"});
  CHECK_FALSE(parts[0].gone);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    CHECK(parts[i].gone);
    CHECK(parts[i].title.empty());
  }
  CHECK(wordsOf(transcriptOf(ex, lanes, Reader::B)) == Words{"still there", "only b's", "short from a", "a name"});
  CHECK(wordsOf(transcriptOf(ex, lanes, Reader::OursAlone)) == Words{"still there", "short from a", "a name"});
}

TEST_CASE("Where one part alone was trimmed, the writer reads all they wrote and all that was opened") {
  const Exercise ex = exercise({each("ask", AskStep{}), both("show", reveal({"ask"}))});
  const auto opened = [](const AskAnswer& answer) {
    return Revealed{stepId("show"), {OpenedLine{PartnerId::A, {stepId("ask"), {}}, answer}}};
  };
  Lanes lanes;
  lanes.a = {Answered{stepId("ask"), AskAnswer{"you came late", "left out", "a text"}}};
  lanes.b.emplace();
  lanes.joint = {opened({"Tuesday", "left out", "a text"})};
  const auto parts = transcriptOf(ex, lanes, Reader::A);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].from == TranscriptPart::From::Own);
  CHECK(parts[1].from == TranscriptPart::From::Opened);
  const std::string close = "A text would help, and a no is okay.";
  const std::string trimmed = "It is about this: Tuesday. I feel left out. " + close;
  CHECK(wordsOf(parts) == std::vector<std::string>{"You came late, and I feel left out. " + close, trimmed});
  CHECK(wordsOf(transcriptOf(ex, lanes, Reader::B)) == std::vector<std::string>{trimmed});
  SECTION("and where a part was left out") {
    lanes.joint = {opened({"", "left out", "a text"})};
    CHECK(wordsOf({transcriptOf(ex, lanes, Reader::A).back()}) ==
          std::vector<std::string>{"I feel left out. " + close});
  }
}

TEST_CASE("The story has one item a sitting, newest first, and nothing of the other's vault") {
  const Shelf shelf;
  const std::vector<SittingSummary> sittings{summary(9, wholeEvening()), summary(7, ownLook(PartnerId::B, "of b")),
                                             summary(5, ownLook(PartnerId::A, "of a"))};
  const std::vector<Entry> entries{entry(8, VaultId::A, Note{"a's own"}), entry(6, VaultId::B, Note{"b's own"}),
                                   agreement(4, "tea", std::nullopt),
                                   entry(3, VaultId::Ours, LaneEvent{sittingId(9), 0, Left{}})};
  CHECK(linesOf(storyOf(Reader::A, entries, sittings, shelf.finder())) ==
        std::vector<std::string>{"thanks from a", "thanks from b", "a walk", "a's own", "of a", "tea"});
  CHECK(linesOf(storyOf(Reader::OursAlone, entries, sittings, shelf.finder())) ==
        std::vector<std::string>{"thanks from a", "thanks from b", "a walk", "tea"});
  const auto items = storyOf(Reader::B, entries, sittings, shelf.finder());
  REQUIRE(items.size() == 6);
  CHECK(items[0].kind == StoryKind::Appreciation);
  CHECK(items[0].author == PartnerId::A);
  CHECK(items[2].kind == StoryKind::Exercise);
  CHECK(items[2].title == "Sample");
  CHECK(items[2].practice == Practice::Strengths);
  CHECK(items[3].kind == StoryKind::WeeklyLook);
  CHECK(items[3].vault == VaultId::B);
  CHECK(items[4].line == "b's own");
  CHECK(items[5].kind == StoryKind::Agreement);
}

TEST_CASE("What was watched is told on the evening it was seen, of one day the newest first") {
  const test::TimeZone east("NZST-13");
  const Shelf shelf;
  const auto watched = [](int id, const char* title, const char* seen) {
    return entry(id, VaultId::Ours,
                 Viewing{.title = title, .suggestedBy = {}, .added = {}, .seen = day(seen), .plan = {}});
  };
  Entry morning = entry(9, VaultId::Ours, Note{"this morning"});
  morning.made = std::chrono::sys_days(day("2026-11-23")) + std::chrono::hours(20);  // nine on the 24th
  Entry before = entry(8, VaultId::Ours, Note{"the evening before"});
  before.made = morning.made - std::chrono::hours(11);  // ten on the 23rd
  const std::vector<Entry> entries{morning, before, watched(3, "third", "2026-11-23"),
                                   watched(2, "second", "2026-11-23"), watched(1, "first", "2026-11-24")};
  std::vector<std::string> told;
  for (const StoryItem& item : storyOf(Reader::OursAlone, entries, {}, shelf.finder()))
    told.push_back(item.title + item.line);
  CHECK(told == std::vector<std::string>{"first", "this morning", "third", "second", "the evening before"});
}

TEST_CASE("What others could have written is marked, and of a sitting what stands in it") {
  const Shelf shelf;
  const std::vector<SittingSummary> sittings{summary(4, ownLook(PartnerId::A, "one")),
                                             summary(3, ownLook(PartnerId::A, "other"))};
  std::vector<Entry> entries{
      entry(12, VaultId::A, Note{"mine"}), entry(11, VaultId::A, Note{"whose"}),
      entry(10, VaultId::A, LaneEvent{.sitting = sittingId(4), .sequence = 1, .event = Left{}, .fromOurs = false}),
      entry(9, VaultId::A, LaneEvent{.sitting = sittingId(3), .sequence = 1, .event = Left{}, .fromOurs = false})};
  for (std::size_t at = 1; at < entries.size(); ++at) entries[at].unproven = true;
  entries[3].conflict = true;  // kept beside it
  const auto items = storyOf(Reader::A, entries, sittings, shelf.finder());
  REQUIRE(items.size() == 4);
  CHECK(std::ranges::count(items, true, &StoryItem::unproven) == 2);
  for (const StoryItem& item : items) {
    const bool isMarked = item.line == "whose" || item.id == std::variant<EntryId, SittingId>(sittingId(4));
    CHECK(item.unproven == isMarked);
  }
}

TEST_CASE("What was said in a sitting names it where that tells of it too, and else stands for itself") {
  const Shelf shelf;
  const auto agreed = [](int id, std::optional<SittingId> from, const char* what = "a walk") {
    return entry(id, VaultId::Ours, Agreement{.what = what, .when = {}, .review = {}, .from = from});
  };
  const std::vector<SittingSummary> sittings{summary(9, wholeEvening())};
  const std::vector<Entry> entries{agreed(8, sittingId(9)), agreed(7, sittingId(3)), agreed(6, std::nullopt),
                                   agreed(5, sittingId(9), "tea")};
  const auto items = storyOf(Reader::A, entries, sittings, shelf.finder());
  REQUIRE(items.size() == 7);
  const auto within = [&items](std::size_t at) { return items[at].within; };
  CHECK(items[0].kind == StoryKind::Appreciation);
  CHECK(within(0) == sittingId(9));
  CHECK(items[2].kind == StoryKind::Exercise);
  CHECK_FALSE(within(2));
  CHECK(within(3) == sittingId(9));
  CHECK_FALSE(within(4));
  CHECK_FALSE(within(5));
  CHECK_FALSE(within(6));  // taken out and brought back since, so the evening says nothing of it
}

TEST_CASE("A line or a card that the exercise no longer has is known by its mark, or by how many there are") {
  Exercise ex = exercise({each("lines", rate(1)), each("cards", choose(1, 0, 3)), both("end", CloseStep{})});
  std::get<RateStep>(ex.steps[0].form).items[0].text = "I felt near.";
  std::get<ChooseStep>(ex.steps[1].form).cards[0].text = "A walk";
  Lanes lanes;
  lanes.a = {Answered{stepId("lines"), RatedAnswer{{rating("i0", 3), rating("i7", 4)}}},
             Answered{stepId("cards"), ChosenAnswer{{cardId("c8"), cardId("c0"), cardId("c9")}}}};
  const auto parts = transcriptOf(ex, lanes, Reader::A);
  REQUIRE(parts.size() == 2);
  REQUIRE(parts[0].lines.size() == 2);
  CHECK(parts[0].lines[0].text == "I felt near.");
  CHECK(parts[0].lines[1].nameless == 1);
  CHECK(parts[0].lines[1].mark == 4);
  CHECK(parts[0].lines[1].text.empty());
  REQUIRE(parts[1].lines.size() == 2);
  CHECK(parts[1].lines[0].text == "A walk");
  CHECK(parts[1].lines[1].nameless == 2);
  CHECK(parts[1].lines[1].text.empty());
}

TEST_CASE("A sitting is told with how many lines were opened and what was agreed") {
  const Shelf shelf;
  const std::vector<SittingSummary> sittings{summary(9, wholeEvening()), summary(7, ownLook(PartnerId::A, "of a"))};
  const auto items = storyOf(Reader::A, {}, sittings, shelf.finder());
  REQUIRE(items.size() == 4);
  CHECK(items[2].opened == 1);
  CHECK(items[2].agreed == "a walk");
  CHECK(items[3].opened == 0);
  CHECK_FALSE(items[3].agreed);
  const Exercise ex = evening();
  const Sitting none = play(ex, start(ex),
                            {TakeTurn{}, write("a"), ChooseLines{}, EndTurn{}, TakeTurn{}, write("b"), ChooseLines{},
                             EndTurn{}, ComeTogether{}, MoveOn{}, GiveAnswer{AgreedAnswer{}}});
  const std::vector<SittingSummary> without{summary(9, none)};
  const auto told = storyOf(Reader::OursAlone, {}, without, shelf.finder());
  REQUIRE(told.size() == 1);
  CHECK(told[0].opened == 1);  // a line counts once, whoever opened theirs
  CHECK(told[0].agreed == std::string());
}

TEST_CASE("A small step that was taken back is told no more, and of one said anew the last words") {
  const Shelf shelf;
  const Exercise ex = exercise({both("step", AgreeStep{}), both("end", CloseStep{})});
  const auto agree = [](const char* what) {
    return GiveAnswer{AgreedAnswer{Agreement{.what = what, .when = {}, .review = {}, .from = {}}}};
  };
  const auto told = [&](const std::vector<Action>& actions) {
    const std::vector<SittingSummary> sittings{summary(9, play(ex, start(ex), actions))};
    return storyOf(Reader::OursAlone, {}, sittings, shelf.finder()).front();
  };
  const StoryItem passed = told({agree("tea on Saturday"), Back{}, Pass{}});
  CHECK_FALSE(passed.agreed);
  CHECK(passed.line.empty());
  const StoryItem anew = told({agree("tea on Saturday"), Back{}, agree("a walk")});
  CHECK(anew.agreed == "a walk");
  CHECK(anew.line == "a walk");
  const StoryItem again = told({agree("tea on Saturday"), Back{}, Pass{}, Back{}, agree("tea")});
  CHECK(again.agreed == "tea");
}

TEST_CASE("What was appreciated and passed since is not said any more") {
  const Exercise ex = exercise({both("end", CloseStep{}), both("settle", SettleStep{})});
  const GiveAnswer thanks{CloseAnswer{{"", ""}, {"your voice", ""}}};
  CHECK(appreciationsIn(summary(9, play(ex, start(ex), {thanks}))).size() == 1);
  CHECK(appreciationsIn(summary(9, play(ex, start(ex), {thanks, Back{}, Pass{}}))).empty());
}

TEST_CASE("What somebody opened at a step is known by its lines, until they take it back") {
  Sitting at = wholeEvening();
  const std::vector<LineId> opened{LineId{stepId("say"), {}}};
  CHECK(openedLinesOf(at.lanes, PartnerId::A, stepId("say")) == opened);
  CHECK(openedLinesOf(at.lanes, PartnerId::B, stepId("say")).empty());
  CHECK(openedLinesOf(at.lanes, PartnerId::A, stepId("other")).empty());
  for (SittingEvent& event : *at.lanes.joint) {
    if (auto* revealed = std::get_if<Revealed>(&event)) revealed->lines.front().answer = std::monostate{};
  }
  CHECK(openedLinesOf(at.lanes, PartnerId::A, stepId("say")).empty());
  CHECK(wordsOf(transcriptOf(evening(), at.lanes, Reader::B)).front() == "kept by b");
}

TEST_CASE("An own look that was opened together is told as one") {
  const Shelf shelf;
  const Exercise ex = look();
  Sitting joint = startJointLook(ex, ownLook(PartnerId::A, "of a"), ownLook(PartnerId::B, "of b"));
  joint.begun.lookOfA = sittingId(1);
  joint.begun.lookOfB = sittingId(2);
  joint.lanes.joint->front() = joint.begun;
  const LineChoice open{{stepId("appreciated"), {}}, true, {}};
  joint = play(ex, joint, {TakeTurn{}, ChooseLines{{open}}, EndTurn{}, TakeTurn{}, ChooseLines{}, EndTurn{}});
  const std::vector<SittingSummary> before{summary(3, joint), summary(2, ownLook(PartnerId::B, "of b")),
                                           summary(1, ownLook(PartnerId::A, "of a"))};
  CHECK(storyOf(Reader::A, {}, before, shelf.finder()).size() == 1);
  CHECK(appreciationsIn(before[0]).empty());
  joint = play(ex, joint, {ComeTogether{}});
  CHECK(appreciationsIn(summary(3, joint)) == std::vector<Appreciation>{{sittingId(3), PartnerId::A, "of a"}});
}

TEST_CASE("Looks pair where both are done, new enough and not opened yet") {
  const Exercise ex = look();
  const auto a = summary(1, ownLook(PartnerId::A, "a"), day("2026-11-20"));
  const auto b = summary(2, ownLook(PartnerId::B, "b"), day("2026-11-13"));
  const Shelf shelf;
  const auto pair = [&shelf](const std::vector<SittingSummary>& sittings) {
    return pairLooks(sittings, shelf.finder(), kToday);
  };
  CHECK(pair({b, a}) == LookPair{sittingId(1), sittingId(2)});
  CHECK_FALSE(pair({a}));
  SECTION("the newest is taken") {
    CHECK(pair({summary(3, ownLook(PartnerId::A, "newer")), b, a}) == LookPair{sittingId(3), sittingId(2)});
  }
  SECTION("eleven days are too long") {
    CHECK_FALSE(pair({a, summary(2, ownLook(PartnerId::B, "b"), day("2026-11-12"))}));
  }
  SECTION("last week's does not stand in for one that is not done") {
    const Sitting begun = play(ex, start(ex, SittingMode::OwnLook, PartnerId::A), {Pass{}});
    CHECK_FALSE(pair({b, summary(3, begun)}));
    CHECK_FALSE(pair({summary(3, begun), b, a}));
    CHECK_FALSE(pair({summary(3, begun), a, b}));
    CHECK(pair({b, a, summary(4, begun, day("2026-11-14"))}) == LookPair{sittingId(1), sittingId(2)});
  }
  SECTION("one that was opened does not count") {
    Sitting joint = startJointLook(ex, ownLook(PartnerId::A, "a"), ownLook(PartnerId::B, "b"));
    joint.begun.lookOfA = sittingId(1);
    joint.lanes.joint->front() = joint.begun;
    CHECK(pair({summary(3, joint), b, a}) == LookPair{sittingId(1), sittingId(2)});  // left before anything was seen
    joint.lanes.joint->emplace_back(Revealed{ex.steps.back().id, {}});
    CHECK_FALSE(pair({summary(3, joint), b, a}));
  }
  SECTION("one whose vault is locked does not count") {
    auto locked = b;
    locked.lanes.b.reset();
    CHECK_FALSE(pair({locked, a}));
  }
}

TEST_CASE("A look that was done stays done while somebody looks at it again") {
  const Shelf shelf;
  const Exercise ex = look();
  Sitting again = play(ex, ownLook(PartnerId::A, "a"), {Back{}, Back{}});
  again.lanes.a->emplace_back(Left{});
  const std::vector<SittingSummary> sittings{summary(2, ownLook(PartnerId::B, "b")), summary(1, again)};
  CHECK(pairLooks(sittings, shelf.finder(), kToday) == LookPair{sittingId(1), sittingId(2)});
  CHECK(looksOf(PartnerId::A, sittings, shelf.finder(), kToday) == OwnLooks{{}, {sittingId(1)}, false});
  Sitting joint = startJointLook(ex, again, ownLook(PartnerId::B, "b"));
  joint = play(ex, joint, {TakeTurn{}});
  REQUIRE(std::holds_alternative<LookOverScreen>(screenOf(ex, joint).body));
  CHECK(std::get<LookOverScreen>(screenOf(ex, joint).body).lines.back().answer == written("a"));
}

TEST_CASE("A look may be changed until its writer has looked it over for the other, whoever began to open them") {
  const Shelf shelf;
  const Exercise ex = look();
  const auto mine = summary(1, ownLook(PartnerId::A, "a"));
  Sitting joint = startJointLook(ex, ownLook(PartnerId::A, "a"), ownLook(PartnerId::B, "b"));
  const auto own = [&](PartnerId who) {
    const std::vector<SittingSummary> sittings{summary(3, joint), summary(2, ownLook(PartnerId::B, "b")), mine};
    return looksOf(who, sittings, shelf.finder(), kToday);
  };
  CHECK(own(PartnerId::A) == OwnLooks{{}, {sittingId(1)}, false});
  joint = play(ex, joint, {TakeTurn{}});
  CHECK(own(PartnerId::A) == OwnLooks{{}, {sittingId(1)}, false});
  joint = play(ex, joint, {ChooseLines{}, EndTurn{}});
  CHECK(own(PartnerId::A) == OwnLooks{{}, {}, false});
  CHECK(own(PartnerId::B) == OwnLooks{{}, {sittingId(2)}, false});
  joint = play(ex, joint, {TakeTurn{}, ChooseLines{}, EndTurn{}, ComeTogether{}});
  CHECK(own(PartnerId::B) == OwnLooks{{}, {}, false});
}

TEST_CASE("A look with nothing to open is closed by whoever puts their turn at it away") {
  const Shelf shelf;
  const Exercise ex = look();
  const Sitting empty = play(ex, start(ex, SittingMode::OwnLook, PartnerId::A), {Pass{}, Pass{}, write("for me")});
  Sitting joint = startJointLook(ex, empty, ownLook(PartnerId::B, "b"));
  joint = play(ex, joint, {TakeTurn{}});
  REQUIRE(std::holds_alternative<EndOfTurnScreen>(screenOf(ex, joint).body));
  const auto own = [&] {
    const std::vector<SittingSummary> sittings{summary(3, joint), summary(2, ownLook(PartnerId::B, "b")),
                                               summary(1, empty)};
    return looksOf(PartnerId::A, sittings, shelf.finder(), kToday);
  };
  CHECK(own() == OwnLooks{{}, {sittingId(1)}, false});
  joint = play(ex, joint, {EndTurn{}});
  CHECK(own() == OwnLooks{{}, {}, false});
}

TEST_CASE("A look may be changed for ten days, and a new one begun a week later") {
  const Shelf shelf;
  const auto looks = [&shelf](const char* begun) {
    const std::vector<SittingSummary> sittings{summary(1, ownLook(PartnerId::A, "a"), day(begun))};
    return looksOf(PartnerId::A, sittings, shelf.finder(), kToday);
  };
  CHECK(looks("2026-11-23") == OwnLooks{{}, {sittingId(1)}, false});
  CHECK(looks("2026-11-18") == OwnLooks{{}, {sittingId(1)}, false});
  CHECK(looks("2026-11-17") == OwnLooks{{}, {sittingId(1)}, true});
  CHECK(looks("2026-11-13") == OwnLooks{{}, {sittingId(1)}, true});
  CHECK(looks("2026-11-12") == OwnLooks{{}, {}, true});
  CHECK(looksOf(PartnerId::B, {}, shelf.finder(), kToday) == OwnLooks{{}, {}, true});
}

TEST_CASE("Today offers what is due, what was left, and this week's look") {
  const Shelf shelf;
  const auto show = [&shelf](Reader reader, const std::vector<Entry>& entries,
                             const std::vector<SittingSummary>& sittings) {
    return todayFor(reader, entries, sittings, shelf.finder(), kToday);
  };
  SECTION("every open agreement, the nearest day to look back first, those without one last; kept ones not") {
    const auto today = show(
        Reader::A,
        {agreement(6, "some day", {}), agreement(5, "later", day("2026-12-01")),
         agreement(4, "later too", day("2026-12-01")), agreement(3, "due", kToday),
         agreement(2, "long due", day("2026-11-01")), agreement(1, "kept", day("2026-11-01"), AgreementState::Kept)},
        {});
    std::vector<std::string> shown;
    for (const Entry& open : today.agreements) shown.push_back(std::get<Agreement>(open.body).what);
    CHECK(shown == std::vector<std::string>{"long due", "due", "later", "later too", "some day"});
  }
  SECTION("a sitting left in the middle, for whoever looks and whatever is locked") {
    const Exercise ex = evening();
    const Sitting begun = play(ex, start(ex), {TakeTurn{}, write("a"), ChooseLines{}, EndTurn{}});
    for (const Reader reader : {Reader::A, Reader::B, Reader::OursAlone}) {
      CHECK(show(reader, {}, {summary(2, wholeEvening()), summary(1, begun)}).unfinished == sittingId(1));
      CHECK_FALSE(show(reader, {}, {summary(2, wholeEvening())}).unfinished);
      CHECK_FALSE(show(reader, {}, {summary(1, begun, day("2026-10-01"))}).unfinished);
    }
  }
  SECTION("that sitting, whatever the lane holds that the reader may not see") {
    const Exercise ex = evening();
    Sitting begun = play(ex, start(ex), {TakeTurn{}, write("a"), ChooseLines{}, EndTurn{}});
    begun.lanes.b->emplace_back(TurnEnded{});
    CHECK(show(Reader::A, {}, {summary(1, begun)}).unfinished == sittingId(1));
    CHECK_FALSE(show(Reader::B, {}, {summary(1, begun)}).unfinished);
  }
  SECTION("the partner's newest appreciation") {
    const std::vector<SittingSummary> sittings{summary(1, wholeEvening())};
    CHECK(show(Reader::A, {}, sittings).appreciation->text == "thanks from b");
    CHECK(show(Reader::B, {}, sittings).appreciation->text == "thanks from a");
    CHECK(show(Reader::OursAlone, {}, sittings).appreciation.has_value());
  }
  SECTION("a look: offered, to go on with, or done") {
    CHECK(show(Reader::A, {}, {}).look == LookNow::Start);
    CHECK(show(Reader::OursAlone, {}, {}).look == LookNow::Start);
    CHECK(show(Reader::A, {}, {summary(1, ownLook(PartnerId::A, "x"))}).look == LookNow::MyPart);
    const Sitting begun = play(shelf.m_look, start(shelf.m_look, SittingMode::OwnLook, PartnerId::A), {Pass{}});
    const auto today = show(Reader::A, {}, {summary(1, begun)});
    CHECK(today.look == LookNow::GoOn);
    CHECK(today.ownLook == sittingId(1));
    CHECK_FALSE(today.unfinished);
  }
  SECTION("a look that both left is to go on with, whatever was left since") {
    const Exercise ex = evening();
    const auto left = summary(1, play(shelf.m_look, start(shelf.m_look), {TakeTurn{}, Pass{}}));
    const auto since = summary(2, play(ex, start(ex), {TakeTurn{}}));
    for (const Reader reader : {Reader::A, Reader::B, Reader::OursAlone}) {
      const auto today = show(reader, {}, {since, left});
      CHECK(today.look == LookNow::GoOn);
      CHECK(today.lookOfBoth == sittingId(1));
      CHECK(today.unfinished == sittingId(2));
    }
  }
  SECTION("such a look, left last, hides no exercise that was left before it") {
    const Exercise ex = evening();
    const auto look = summary(2, play(shelf.m_look, start(shelf.m_look), {TakeTurn{}, Pass{}}));
    const auto before = summary(1, play(ex, start(ex), {TakeTurn{}}));
    for (const Reader reader : {Reader::A, Reader::B, Reader::OursAlone}) {
      const auto today = show(reader, {}, {look, before});
      CHECK(today.look == LookNow::GoOn);
      CHECK(today.lookOfBoth == sittingId(2));
      CHECK(today.unfinished == sittingId(1));
      CHECK_FALSE(show(reader, {}, {look}).unfinished);
    }
  }
  SECTION("an own look from before one that both have seen to its end waits for nothing; one begun since does") {
    const auto seen = summary(2, wholeLook());
    const auto mine = [](int id) { return summary(id, ownLook(PartnerId::A, "x")); };
    CHECK(show(Reader::A, {}, {seen, mine(1)}).look == LookNow::Opened);
    CHECK_FALSE(show(Reader::A, {}, {seen, mine(1)}).ownLook);
    CHECK(show(Reader::A, {}, {mine(3), seen}).look == LookNow::MyPart);
    CHECK(show(Reader::B, {}, {seen}).look == LookNow::Opened);
    const Sitting begun = play(shelf.m_look, start(shelf.m_look, SittingMode::OwnLook, PartnerId::A), {Pass{}});
    CHECK(show(Reader::A, {}, {seen, summary(1, begun)}).look == LookNow::Opened);
    CHECK(show(Reader::A, {}, {summary(3, begun), seen}).look == LookNow::GoOn);
  }
  SECTION("last week's look gives way to this week's, whether it was opened or not") {
    const auto mine = [](const char* begun) { return summary(1, ownLook(PartnerId::A, "x"), day(begun)); };
    CHECK(show(Reader::A, {}, {mine("2026-11-18")}).look == LookNow::MyPart);
    const auto today = show(Reader::A, {}, {mine("2026-11-17")});
    CHECK(today.look == LookNow::Start);
    CHECK_FALSE(today.ownLook);
  }
  SECTION("the same, whatever the other has done apart") {
    const std::vector<SittingSummary> ofB{summary(1, ownLook(PartnerId::B, "x"))};
    CHECK(show(Reader::A, {}, ofB) == show(Reader::A, {}, {}));
  }
}

}  // namespace footbridge::practice
