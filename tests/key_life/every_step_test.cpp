// SPDX-License-Identifier: GPL-3.0-or-later
// Takes every step that is possible from every state that two people's keys can be in.
#include <algorithm>
#include <deque>
#include <iostream>
#include <map>
#include <optional>
#include <set>

#include "catch.h"
#include "gates/instead/once_derived.h"
#include "key_life/key_life.h"

using namespace footbridge;
using namespace footbridge::storage::test;

namespace {

using Do = KeyStep::Do;
constexpr std::size_t kMostSteps = 400;
constexpr std::ptrdiff_t kMostAside = 2;

bool isProtected(const Expected& now, PartnerId who) {
  const auto at = now.people.find(who);
  return at != now.people.end() && at->second.secrets.has_value();
}

std::ptrdiff_t asidesOf(const Expected& now, PartnerId who) {
  return std::ranges::count(now.asides, who, &Expected::Aside::owner);
}

/// What the keys are like, without who wrote what: one letter a person, and how much they put aside.
std::string stateOf(const Expected& now) {
  std::string state;
  for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
    state += !now.people.contains(who) ? '-' : isProtected(now, who) ? 'p' : 'o';
    state += std::to_string(asidesOf(now, who));
  }
  return state;
}

std::string_view letterOf(PartnerId who) {
  return who == PartnerId::A ? "a" : "b";
}

void addPersonSteps(const Expected& now, PartnerId who, std::vector<KeyStep>& steps) {
  const PartnerId other = otherOf(who);
  const std::string_view self = isProtected(now, who) ? letterOf(who) : "";
  const std::string_view both = isProtected(now, other) ? (self.empty() ? letterOf(other) : "ab") : self;
  for (const std::string_view here : {self, both}) {
    steps.push_back({Do::Protect, who, here});
    if (asidesOf(now, who) > 0) steps.push_back({Do::BringBack, who, here});
    if (now.people.size() == 2) steps.push_back({Do::Erase, who, here});
  }
  if (!isProtected(now, who)) return;
  const std::string_view theirs = isProtected(now, other) ? letterOf(other) : "";
  for (const std::string_view here : {std::string_view(), theirs}) steps.push_back({Do::Recover, who, here});
  if (now.people.size() < 2) return steps.push_back({Do::Join, other, self});
  if (asidesOf(now, who) < kMostAside) steps.push_back({Do::Readmit, who, theirs});
}

std::vector<KeyStep> possibleSteps(const Expected& now) {
  std::vector<KeyStep> steps;
  for (const auto& [who, person] : now.people) addPersonSteps(now, who, steps);
  return steps;
}

/// Where each step led that was taken; none: not taken yet.
using Ways = std::vector<std::pair<KeyStep, std::optional<std::string>>>;
using Map = std::map<std::string, Ways>;

void learnWays(Map& map, const Expected& now) {
  Ways& ways = map[stateOf(now)];
  for (const KeyStep& step : possibleSteps(now)) {
    if (std::ranges::count(ways, step, &Ways::value_type::first) == 0) ways.emplace_back(step, std::nullopt);
  }
}

/// A step that was not taken, or the first of the shortest way to one; none when all were.
std::optional<KeyStep> nextStep(const Map& map, const std::string& from) {
  std::deque<std::pair<std::string, std::optional<KeyStep>>> reached{{from, std::nullopt}};
  std::set<std::string> seen{from};
  for (; !reached.empty(); reached.pop_front()) {
    const auto [state, first] = reached.front();
    for (const auto& [step, to] : map.at(state)) {
      const KeyStep begin = first.value_or(step);
      if (!to) return begin;
      if (seen.insert(*to).second) reached.emplace_back(*to, begin);
    }
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("Every step from every state that two people's keys can be in", "[every]") {
  const gates::LittleMemory quick;  // hundreds of steps, each with passphrases; key_life_test.cpp derives for real
  KeyLife walk(true);
  Map map;
  std::size_t steps = 0;
  for (; steps < kMostSteps; ++steps) {
    if (steps % 4 == 0) walk.take({Do::Write, PartnerId::A, "ab"});
    const std::string from = stateOf(walk.expected());
    learnWays(map, walk.expected());
    const auto step = nextStep(map, from);
    if (!step) break;
    walk.take(*step);
    learnWays(map, walk.expected());
    std::ranges::find(map[from], *step, &Ways::value_type::first)->second = stateOf(walk.expected());
  }
  std::size_t pairs = 0;
  for (const auto& [state, ways] : map) pairs += ways.size();
  std::cout << map.size() << " states, " << pairs << " steps from them, " << steps << " taken in all\n";
  CHECK(steps < kMostSteps);
}
