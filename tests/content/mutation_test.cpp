// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "content/checker.h"
#include "content/library.h"
#include "content/sample.h"

using namespace footbridge;
using namespace footbridge::content;
using namespace footbridge::content::test;

namespace {

void collectPlaces(const Json& value, const std::string& place, std::vector<std::string>& places) {
  if (!place.empty()) places.push_back(place);
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) collectPlaces(value[i], place + "/" + std::to_string(i), places);
  }
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.items()) collectPlaces(inner, place + "/" + key, places);
}

/// One value of the tree becomes another: a stranger, or one from elsewhere in the same tree.
void mutate(Json& root, std::mt19937& random) {
  static const std::vector<Json> kStrangers{
      nullptr, true, 0, -1, 999999999, "", "x", "each", "reveal", Json::array(), Json::object(), Json::array({1, "a"})};
  std::vector<std::string> places;
  collectPlaces(root, "", places);
  const auto pick = [&random](const auto& list) { return list[random() % list.size()]; };
  const Json::json_pointer at(pick(places));
  root[at] = random() % 2 == 0 ? Json(pick(kStrangers)) : Json(root[Json::json_pointer(pick(places))]);
}

}  // namespace

TEST_CASE("Whatever a file holds, it is refused or it is an exercise that can be played") {
  const TempFolder folder;
  std::mt19937 random(7);
  const auto noDeck = [](const DeckId&) { return std::optional<Deck>(); };
  int accepted = 0;
  for (int round = 0; round < 600; ++round) {
    Json root = goodExercise();
    for (auto edits = 1 + random() % 2; edits > 0; --edits) mutate(root, random);
    const auto file = folder.write("sample.json", root.dump());
    INFO(root.dump());
    Problems problems;
    const auto exercise = readExercise(file, noDeck, problems);
    REQUIRE(exercise.has_value() == problems.empty());
    for (const Problem& problem : problems) REQUIRE_FALSE(problem.place.empty());
    if (!exercise) continue;
    ++accepted;
    REQUIRE(exercise->id.text() == "sample");
    REQUIRE_FALSE(exercise->steps.empty());
    for (const Step& step : exercise->steps) {
      if (const auto* reveal = std::get_if<RevealStep>(&step.form)) {
        for (const StepId& opened : reveal->opens) REQUIRE_FALSE(exercise->find(opened)->isPrivate);
      }
    }
  }
  CHECK(accepted > 20);
}
