// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sitting_progress.h"

#include <algorithm>

namespace footbridge::practice {
namespace {

/// Whether any step of it has a line on the overview; where none has, each counts for itself.
bool isListed(const Exercise& exercise) {
  return std::ranges::any_of(exercise.steps, [](const Step& step) { return !step.outline.empty(); });
}

bool belongsTo(SittingMode mode, const Step& step) {
  if (mode == SittingMode::OwnLook) return step.who == StepFor::Each;
  if (mode == SittingMode::JointLook) return step.who != StepFor::Each;
  return true;
}

}  // namespace

SittingProgress progressOf(const Exercise& exercise, SittingMode mode, std::size_t stepIndex) {
  SittingProgress progress;
  const bool counted = isListed(exercise);
  std::size_t begun = 0;
  bool isOver = true;
  for (std::size_t i = 0; i < exercise.steps.size(); ++i) {
    const Step& step = exercise.steps[i];
    if (!belongsTo(mode, step)) continue;
    if (i >= stepIndex) isOver = false;
    if (counted && step.outline.empty()) continue;
    ++progress.steps;
    if (i <= stepIndex) ++begun;
  }
  progress.done = isOver ? progress.steps : std::max<std::size_t>(begun, 1) - 1;
  return progress;
}

}  // namespace footbridge::practice
