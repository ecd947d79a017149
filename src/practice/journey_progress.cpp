// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/journey_progress.h"

#include <algorithm>

#include "practice/sitting.h"

namespace footbridge::practice {
namespace {

bool isDone(const SittingSummary& summary, const FindExercise& find) {
  const Exercise* exercise = find(summary.begun.exercise);
  const auto sitting = exercise ? replay(*exercise, summary.lanes) : Result<Sitting>(Error{ErrorKind::NotFound});
  return sitting && std::holds_alternative<FinishedScreen>(screenOf(*exercise, *sitting).body);
}

}  // namespace

JourneyProgress progressOf(const Journey& journey, Audience audience, std::span<const SittingSummary> sittings,
                           const FindExercise& find, Day today) {
  JourneyProgress progress{std::vector<bool>(journey.weeks.size()), std::nullopt, false, false};
  std::optional<Day> last;
  for (const SittingSummary& sitting : sittings) {
    const auto week = std::ranges::find_if(journey.weeks, [&](const JourneyWeek& one) {
      return sitting.begun.exercise == (audience == Audience::One ? one.alone : one.together);
    });
    if (week == journey.weeks.end() || !isDone(sitting, find)) continue;
    progress.done[static_cast<std::size_t>(week - journey.weeks.begin())] = true;
    last = std::max(last.value_or(sitting.begun.day), sitting.begun.day);
  }
  progress.begun = last.has_value();
  const auto open = std::ranges::find(progress.done, false);
  if (open == progress.done.end()) return progress;
  progress.next = static_cast<std::size_t>(open - progress.done.begin());
  progress.afterGap = last && daysBetween(*last, today) > kDaysOfAGap;
  return progress;
}

}  // namespace footbridge::practice
