// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "domain/exercise.h"

namespace footbridge::practice {

/// What a talk offers to begin with in one round, counted from 0: the prompts are shared out over the rounds in their
/// order, so that each is seen once and both partners meet the same ones. Where there are fewer than rounds, the last
/// stays. Valid as long as the step.
[[nodiscard]] std::span<const std::string> promptsOf(const SpeakStep& talk, int round);

}  // namespace footbridge::practice
