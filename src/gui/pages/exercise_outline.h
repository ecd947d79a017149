// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/exercise.h"

namespace footbridge::gui {

/// One line of "What you will do": a step with an outline, and the unlisted ones after it.
struct OutlineLine {
  std::string text;
  int minutes = 0;
  StepFor who = StepFor::Both;
};

/// Steps before the first that has an outline count towards that one.
[[nodiscard]] std::vector<OutlineLine> outlineOf(const Exercise& exercise);

}  // namespace footbridge::gui
