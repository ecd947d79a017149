// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/watch.h"

#include <set>

#include "catch.h"
#include "practice/story.h"

using namespace footbridge;
using namespace footbridge::practice;

namespace {

const WatchPlanId kFive = *WatchPlanId::from("five");

WatchPlan planOf(int count) {
  return {kFive, "Five", "", {}, count, 30, {}, ""};
}

Day day(unsigned date) {
  return std::chrono::year(2026) / 11 / std::chrono::day(date);
}

Entry entryOf(std::int64_t id, const char* title, std::optional<Day> seen, std::optional<WatchPlanId> plan = {}) {
  const Moment made{std::chrono::sys_days(day(1)) + std::chrono::minutes(id)};
  return {*EntryId::from(id),
          1,
          VaultId::Ours,
          std::nullopt,
          made,
          made,
          Viewing{title, PartnerId::A, day(1), seen, std::move(plan)}};
}

std::vector<std::string> titlesOf(const std::vector<Entry>& entries) {
  std::vector<std::string> titles;
  for (const Entry& entry : entries) titles.push_back(std::get<Viewing>(entry.body).title);
  return titles;
}

Deck deckOfTen() {
  Deck deck{*DeckId::from("ten"), "Ten", {}};
  for (int i = 0; i < 10; ++i) deck.cards.push_back({*CardId::from("c" + std::to_string(i)), "text", ""});
  return deck;
}

}  // namespace

TEST_CASE("What waits longest comes first, what was seen last comes first, and only of ours") {
  Entry own = entryOf(9, "own", {});
  own.vault = VaultId::A;
  Entry note = entryOf(8, "", {});
  note.body = Note{"a note"};
  const std::vector<Entry> newestFirst{own,
                                       note,
                                       entryOf(5, "new", {}),
                                       entryOf(4, "seen first", day(3)),
                                       entryOf(3, "seen last", day(20)),
                                       entryOf(2, "seen between", day(10)),
                                       entryOf(1, "old", {})};
  const WatchQueue queue = queueOf(newestFirst);
  CHECK(titlesOf(queue.next) == std::vector<std::string>{"old", "new"});
  CHECK(titlesOf(queue.seen) == std::vector<std::string>{"seen last", "seen between", "seen first"});
}

TEST_CASE("A plan counts what was seen of it, begins anew after a round, and knows no days") {
  std::vector<Entry> entries{entryOf(1, "a", {}, kFive), entryOf(2, "b", day(1), kFive), entryOf(3, "c", day(2)),
                             entryOf(4, "d", {}, WatchPlanId::from("other"))};
  CHECK(progressOf(planOf(5), entries) == PlanProgress{1, 1, 0});
  std::get<Viewing>(entries[1].body).seen = std::chrono::year(2019) / 1 / 1;
  CHECK(progressOf(planOf(5), entries) == PlanProgress{1, 1, 0});
  for (int i = 10; i < 14; ++i) entries.push_back(entryOf(i, "more", day(5), kFive));
  CHECK(progressOf(planOf(5), entries) == PlanProgress{0, 1, 1});
  entries.push_back(entryOf(20, "again", day(28), kFive));
  CHECK(progressOf(planOf(5), entries) == PlanProgress{1, 1, 1});
}

TEST_CASE("A title is words on a line") {
  CHECK(titleFrom("  The long way  ") == "The long way");
  CHECK_FALSE(titleFrom(" \t "));
}

TEST_CASE("A card is one of the next few that were not talked about, and not the one just seen") {
  const Deck deck = deckOfTen();
  Viewing viewing{"t", {}, {}, {}, {}};
  std::set<std::string> met;
  for (std::uint32_t chance = 0; chance < 40; ++chance)
    met.insert(drawCard(deck, viewing, deck.cards[1].id, chance)->id.text());
  CHECK(met == std::set<std::string>{"c0", "c2", "c3", "c4"});
  for (std::size_t i = 0; i < 9; ++i)
    viewing = withTalk(std::move(viewing), {DrawnCard{deck.id, deck.cards[i].id}, "", {}});
  CHECK(drawCard(deck, viewing, {}, 7)->id.text() == "c9");
  viewing = withTalk(std::move(viewing), {DrawnCard{deck.id, deck.cards[9].id}, "", {}});
  CHECK(drawCard(deck, viewing, deck.cards[9].id, 12)->id.text() != "c9");
  CHECK(drawCard({deck.id, "", {deck.cards[0]}}, viewing, deck.cards[0].id, 3)->id.text() == "c0");
  CHECK(drawCard({deck.id, "", {}}, viewing, {}, 0) == nullptr);
}

TEST_CASE("Every card of a deck comes up before one comes again") {
  const Deck deck = deckOfTen();
  Viewing viewing{"t", {}, {}, {}, {}};
  std::set<CardId> met;
  std::optional<CardId> last;
  for (std::uint32_t i = 0; i < 10; ++i) {
    last = drawCard(deck, viewing, last, i * 7919)->id;
    CHECK(met.insert(*last).second);
    viewing = withTalk(std::move(viewing), {DrawnCard{deck.id, *last}, "", {}});
  }
}

TEST_CASE("Words for a card take the place of earlier ones; words without a card are added") {
  const DrawnCard card{*DeckId::from("ten"), *CardId::from("c1")};
  Viewing viewing = withTalk({"t", {}, {}, {}, {}}, {card, "first", day(1)});
  viewing = withTalk(std::move(viewing), {{}, "just so", day(1)});
  viewing = withTalk(std::move(viewing), {{}, "just so", day(2)});
  viewing = withTalk(std::move(viewing), {card, "second", day(2)});
  REQUIRE(viewing.talks.size() == 3);
  CHECK(viewing.talks[0] == ViewingTalk{card, "second", day(2)});
}

TEST_CASE("The sittings of a viewing are those that were begun from it") {
  Begun begun{*ExerciseId::from("e"), "", "", SittingMode::Together, PartnerId::A, day(2), {}, {}};
  SittingSummary one{*SittingId::from(1), begun, VaultId::Ours, {}, {}};
  begun.about = EntryId::from(7);
  SittingSummary two{*SittingId::from(2), begun, VaultId::Ours, {}, {}};
  const std::vector<SittingSummary> all{one, two};
  const auto about = sittingsAbout(*EntryId::from(7), all);
  REQUIRE(about.size() == 1);
  CHECK(about[0].id == two.id);
}

TEST_CASE("The story tells of an evening when it was, and not of what only waits on the list") {
  std::vector<Entry> entries{entryOf(3, "waits", {}), entryOf(2, "seen", day(20)), entryOf(1, "talked", {})};
  std::get<Viewing>(entries[2].body).talks = {{{}, "what if", day(5)}, {{}, "", day(6)}};
  Entry note = entryOf(4, "", {});
  note.body = Note{"in between"};
  note.made = std::chrono::sys_days(day(10));
  entries.insert(entries.begin(), note);
  const auto story = storyOf(Reader::OursAlone, entries, {}, [](const ExerciseId&) { return nullptr; });
  REQUIRE(story.size() == 3);
  CHECK(story[0].kind == StoryKind::Viewing);
  CHECK(story[0].title == "seen");
  CHECK(story[0].day == day(20));
  CHECK(story[1].line == "in between");
  CHECK(story[2].title == "talked");
  CHECK(story[2].day == day(6));
  CHECK(story[2].line == "what if");
}
