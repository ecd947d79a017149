// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "domain/exercise.h"
#include "domain/sitting_event.h"

namespace footbridge::practice {

/// How far along a sitting is, counted as the overview lists it: a step without a line there belongs to the one before
/// it. A look of one's own has the steps that are done alone, a look that is opened together the others.
struct SittingProgress {
  std::size_t done = 0;
  std::size_t steps = 0;
  bool operator==(const SittingProgress&) const = default;
};

/// `stepIndex` as a Screen has it.
[[nodiscard]] SittingProgress progressOf(const Exercise& exercise, SittingMode mode, std::size_t stepIndex);

}  // namespace footbridge::practice
