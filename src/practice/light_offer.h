// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "domain/exercise.h"
#include "domain/ports.h"
#include "practice/screen.h"
#include "practice/sitting.h"

namespace footbridge::practice {

/// From this mark on a week counts as heavy: the two that lie next to "Very heavy". That life outside goes with sharp
/// words, and that such a week asks for something light rather than for work on a conflict, is D13 and B12 of the
/// evidence; where to draw the line is our own choice, and a middling week stays on this side of it.
inline constexpr int kHeavyFrom = 5;

/// No more than this is asked of anybody in a heavy week.
inline constexpr int kLightMinutes = 15;

/// Whether whoever looks at the end of a weekly look may know that life outside was heavy: one partner from their own
/// answer, both from what was opened, whoever opened it. For this moment alone; it is kept nowhere.
[[nodiscard]] bool wasHeavy(const Exercise& look, const Sitting& sitting, Viewer viewer);

/// A light exercise for so many people, of fifteen minutes at most and about no conflict: another one from week to
/// week. None where there is none.
[[nodiscard]] std::optional<ExerciseSummary> lightExercise(std::span<const ExerciseSummary> exercises,
                                                           Audience audience, Day today);

}  // namespace footbridge::practice
