// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <string>

#include "catch.h"
#include "content/checker.h"
#include "content/folder_catalog.h"
#include "content/sample.h"

using namespace footbridge;
using namespace footbridge::content;
using namespace footbridge::content::test;

namespace {

Json goodPlan() {
  return Json::parse(R"json({
    "format": 1, "id": "sample", "title": "Three this winter", "summary": "Three things to watch.",
    "paragraphs": ["Choose, watch and talk."], "count": 3, "talkMinutes": 20,
    "evidence": [{"key": "D10", "text": "A study of couples who talked about films."}],
    "evidenceGrade": "One study of newlyweds."
  })json");
}

void refuses(const char* pointer, const Json& value, Rule rule, const char* place) {
  Json root = goodPlan();
  root[Json::json_pointer(pointer)] = value;
  const Problems problems = check(root);
  INFO("wanted " << nameOf(rule) << " at " << place << ", got\n" << listed(problems));
  CHECK(holds(problems, rule, place));
}

std::size_t cardsIn(FolderCatalog& catalog, const char* id) {
  const auto deck = catalog.deck(*DeckId::from(id));
  REQUIRE(deck.ok());
  return (*deck)->cards.size();
}

}  // namespace

TEST_CASE("A plan for watching within the rules is taken") {
  CHECK(listed(check(goodPlan())) == "");
}

TEST_CASE("A plan for watching is named as its file, builds on what is known, and promises nothing") {
  refuses("/id", "other", Rule::NameIsNotFile, "/id");
  refuses("/evidence/0/key", "Z9", Rule::EvidenceUnknown, "/evidence/0/key");
  refuses("/paragraphs/0", "You must watch three.", Rule::CommandingWord, "/paragraphs/0");
  refuses("/summary", "Well done!", Rule::Exclamation, "/summary");
  refuses("/count", 1, Rule::TooSmall, "/count");
  refuses("/deadline", 30, Rule::KeyUnknown, "/");
}

TEST_CASE("The catalog has the plan that ships, which says whom its study was of") {
  FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  const auto plans = catalog.watchPlans();
  REQUIRE(plans.ok());
  REQUIRE(plans->size() == 1);
  const WatchPlan& five = plans->front();
  CHECK(five.id.text() == "five-over-a-month");
  CHECK(five.count == 5);
  CHECK(five.talkMinutes == 30);
  REQUIRE(five.evidence.size() == 1);
  CHECK(five.evidence[0].key == "D10");
  CHECK(five.evidenceGrade.find("newlyweds") != std::string::npos);
}

TEST_CASE("There are cards for before, pause and after, and a deck on living walled in") {
  FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  CHECK(cardsIn(catalog, "watch-before") >= 6);
  CHECK(cardsIn(catalog, "watch-pause") >= 6);
  CHECK(cardsIn(catalog, "watch-after") >= 12);
  CHECK(cardsIn(catalog, "walled-in") >= 12);
  CHECK_FALSE(catalog.deck(*DeckId::from("nowhere")).ok());
}

TEST_CASE("Only the deck on living walled in names a title") {
  FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  std::size_t named = 0;
  for (const char* id : {"watch-before", "watch-pause", "watch-after", "walled-in"}) {
    const auto deck = catalog.deck(*DeckId::from(id));
    REQUIRE(deck.ok());
    for (const Card& card : (*deck)->cards) {
      if (card.text.find("Silo") == std::string::npos) continue;
      ++named;
      CHECK(std::string(id) == "walled-in");
    }
  }
  CHECK(named == 1);
}
