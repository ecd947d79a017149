// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/journey_progress.h"

#include <algorithm>
#include <ranges>

#include "practice/lane_reader.h"
#include "practice/sitting.h"

namespace footbridge::practice {
namespace {

/// The step that ends it was answered or passed.
bool wasClosed(const Exercise& exercise, const Lanes& lanes) {
  const auto closes = [&exercise](const SittingEvent& event) {
    const auto* answered = std::get_if<Answered>(&event);
    const auto* passed = std::get_if<Passed>(&event);
    const Step* step = answered ? exercise.find(answered->step) : passed ? exercise.find(passed->step) : nullptr;
    return step && step->kind() == StepKind::Close;
  };
  return std::ranges::any_of(kLanes, [&](VaultId lane) {
    const auto& events = lanes.of(lane);
    return events && std::ranges::any_of(*events, closes);
  });
}

/// What was done stays done, also where the exercise reads otherwise since, and its steps fit no more.
bool isDone(const SittingSummary& summary, const FindExercise& find) {
  const Exercise* exercise = find(summary.begun.exercise);
  if (!exercise) return false;
  if (summary.begun.fingerprint != exercise->fingerprint && wasClosed(*exercise, summary.lanes)) return true;
  const auto sitting = replay(*exercise, summary.lanes);
  return sitting && std::holds_alternative<FinishedScreen>(screenOf(*exercise, *sitting).body);
}

/// How many weeks lie behind whoever does this one now. Nobody begins in the middle by doing one exercise of it; of the
/// first weeks two in their order are a beginning.
std::size_t behindAfter(std::size_t week, std::size_t behind, const std::vector<bool>& done) {
  const bool isBeginning = week == 0 || (week <= kMostLeftOut && done[week - 1]);
  const bool isOnTheWay = behind > 0 && week <= behind + kMostLeftOut;
  return isBeginning || isOnTheWay ? std::max(behind, week + 1) : behind;
}

}  // namespace

JourneyProgress progressOf(const Journey& journey, Audience audience, std::span<const SittingSummary> sittings,
                           const FindExercise& find, Day today) {
  JourneyProgress progress{std::vector<bool>(journey.weeks.size()), std::nullopt, false, false};
  std::optional<Day> last;
  std::size_t behind = 0;
  for (const SittingSummary& sitting : sittings | std::views::reverse) {
    const auto week = std::ranges::find_if(journey.weeks, [&](const JourneyWeek& one) {
      return sitting.begun.exercise == (audience == Audience::One ? one.alone : one.together);
    });
    if (week == journey.weeks.end() || !isDone(sitting, find)) continue;
    const auto index = static_cast<std::size_t>(week - journey.weeks.begin());
    progress.done[index] = true;
    behind = behindAfter(index, behind, progress.done);
    last = std::max(last.value_or(sitting.begun.day), sitting.begun.day);
  }
  progress.begun = last.has_value();
  const auto open = std::find(progress.done.begin() + static_cast<std::ptrdiff_t>(behind), progress.done.end(), false);
  if (open == progress.done.end()) return progress;
  progress.next = static_cast<std::size_t>(open - progress.done.begin());
  progress.afterGap = last && daysBetween(*last, today) > kDaysOfAGap;
  return progress;
}

}  // namespace footbridge::practice
