// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sitting_progress.h"

namespace footbridge::practice {
namespace {

bool belongsTo(SittingMode mode, const Step& step) {
  if (mode == SittingMode::OwnLook) return step.who == StepFor::Each;
  if (mode == SittingMode::JointLook) return step.who != StepFor::Each;
  return true;
}

}  // namespace

SittingProgress progressOf(const Exercise& exercise, SittingMode mode, std::size_t stepIndex) {
  SittingProgress progress;
  for (std::size_t i = 0; i < exercise.steps.size(); ++i) {
    if (!belongsTo(mode, exercise.steps[i])) continue;
    ++progress.steps;
    if (i < stepIndex) ++progress.done;
  }
  return progress;
}

}  // namespace footbridge::practice
