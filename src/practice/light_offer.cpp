// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/light_offer.h"

#include <algorithm>
#include <vector>

#include "domain/weekly_look.h"

namespace footbridge::practice {
namespace {

constexpr int kDaysOfAWeek = 7;

bool isHeavy(const Answer& answer) {
  const auto* rated = std::get_if<RatedAnswer>(&answer);
  return rated != nullptr && std::ranges::any_of(rated->ratings, [](const Rating& rating) {
           return rating.item.text() == kHeavyItem && rating.score && rating.score->mark() >= kHeavyFrom;
         });
}

/// What was last given at a step that asks for it; a step that was passed since says nothing.
bool saidHeavy(const Exercise& look, const std::vector<SittingEvent>& lane) {
  bool heavy = false;
  const auto rates = [&look](const StepId& id) {
    const Step* step = look.find(id);
    return step != nullptr && step->kind() == StepKind::Rate;
  };
  for (const SittingEvent& event : lane) {
    if (const auto* answered = std::get_if<Answered>(&event); answered && rates(answered->step))
      heavy = isHeavy(answered->answer);
    if (const auto* passed = std::get_if<Passed>(&event); passed && rates(passed->step)) heavy = false;
  }
  return heavy;
}

bool openedHeavy(const std::vector<SittingEvent>& joint) {
  return std::ranges::any_of(joint, [](const SittingEvent& event) {
    const auto* revealed = std::get_if<Revealed>(&event);
    return revealed != nullptr &&
           std::ranges::any_of(revealed->lines, [](const OpenedLine& line) { return isHeavy(line.answer); });
  });
}

}  // namespace

bool wasHeavy(const Exercise& look, const Sitting& sitting, Viewer viewer) {
  if (look.id.text() != kWeeklyLook || viewer == Viewer::Nobody) return false;
  const auto alone = aloneOf(viewer);
  const auto& lane = sitting.lanes.of(alone ? vaultOf(*alone) : VaultId::Ours);
  if (!lane) return false;
  return alone ? saidHeavy(look, *lane) : openedHeavy(*lane);
}

std::optional<ExerciseSummary> lightExercise(std::span<const ExerciseSummary> exercises, Audience audience, Day today) {
  std::vector<const ExerciseSummary*> light;
  for (const ExerciseSummary& one : exercises) {
    const bool fits = one.audience == audience && one.depth == Depth::Light && one.minutes <= kLightMinutes;
    if (fits && one.practice && one.practice != Practice::Conflict) light.push_back(&one);
  }
  if (light.empty()) return std::nullopt;
  const auto week = std::chrono::sys_days(today).time_since_epoch().count() / kDaysOfAWeek;
  return *light[static_cast<std::size_t>(week) % light.size()];
}

}  // namespace footbridge::practice
