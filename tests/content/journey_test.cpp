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

Json goodJourney() {
  return Json::parse(R"json({
    "format": 1, "id": "sample", "title": "A short way", "summary": "Two weeks.",
    "opening": ["Go slowly."],
    "weeks": [
      {"title": "One", "text": "Begin.", "together": "what-i-count-on", "alone": "looking-twice"},
      {"title": "Two", "text": "Go on.", "together": "a-kind-no", "alone": "what-i-carry"}
    ],
    "closing": ["There you are."], "afterGap": "Good to have you back."
  })json");
}

void refuses(const char* pointer, const Json& value, Rule rule, const char* place) {
  Json root = goodJourney();
  root[Json::json_pointer(pointer)] = value;
  const Problems problems = check(root);
  INFO("wanted " << nameOf(rule) << " at " << place << ", got\n" << listed(problems));
  CHECK(holds(problems, rule, place));
}

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += i % 9 == 8 ? "go. " : "go ";
  return text + "on.";
}

}  // namespace

TEST_CASE("A journey within the rules is taken") {
  CHECK(listed(check(goodJourney())) == "");
}

TEST_CASE("A journey leads to exercises that exist and are written for as many as walk") {
  refuses("/weeks/0/together", "nowhere", Rule::ExerciseUnknown, "/weeks/0/together");
  refuses("/weeks/1/alone", "nowhere", Rule::ExerciseUnknown, "/weeks/1/alone");
  refuses("/weeks/0/together", "looking-twice", Rule::ExerciseForOthers, "/weeks/0/together");
  refuses("/weeks/0/alone", "a-kind-no", Rule::ExerciseForOthers, "/weeks/0/alone");
}

TEST_CASE("A journey is named as its file, and its words are those of everything else") {
  refuses("/id", "other", Rule::NameIsNotFile, "/id");
  refuses("/opening/0", "You should begin now.", Rule::CommandingWord, "/opening/0");
  refuses("/closing/0", "Well done!", Rule::Exclamation, "/closing/0");
  refuses("/opening/0", words(70), Rule::ScreenTooLong, "/opening/0");
  refuses("/weeks", Json::array({goodJourney()["weeks"][0]}), Rule::TooFew, "/weeks");
  refuses("/hurry", 1, Rule::KeyUnknown, "/");
}

TEST_CASE("The catalog has the journey that ships, eight weeks long, with no exercise in it twice") {
  FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  const auto journeys = catalog.journeys();
  REQUIRE(journeys.ok());
  REQUIRE(journeys->size() == 1);
  const Journey& way = journeys->front();
  CHECK(way.id.text() == "from-me-to-we");
  REQUIRE(way.weeks.size() == 8);
  std::set<ExerciseId> met;
  for (const JourneyWeek& week : way.weeks) {
    CHECK(met.insert(week.together).second);
    CHECK(met.insert(week.alone).second);
    const auto together = catalog.exercise(week.together);
    const auto alone = catalog.exercise(week.alone);
    REQUIRE(together.ok());
    REQUIRE(alone.ok());
    CHECK((*together)->minutes <= 20);
    CHECK((*alone)->minutes <= 20);
  }
}
