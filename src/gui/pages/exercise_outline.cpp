// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/exercise_outline.h"

namespace footbridge::gui {

std::vector<OutlineLine> outlineOf(const Exercise& exercise) {
  std::vector<OutlineLine> lines;
  int before = 0;
  for (const Step& step : exercise.steps) {
    if (!step.outline.empty()) {
      lines.push_back({step.outline, before + step.minutes, step.who});
      before = 0;
    } else if (lines.empty()) {
      before += step.minutes;
    } else {
      lines.back().minutes += step.minutes;
    }
  }
  return lines;
}

}  // namespace footbridge::gui
