// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/exercise.h"

namespace footbridge::gui {

[[nodiscard]] QString practiceName(Practice practice);
/// One short line of what it is about.
[[nodiscard]] QString practiceLine(Practice practice, Audience whom);
/// The token of its colour.
[[nodiscard]] QString practiceTint(Practice practice);
[[nodiscard]] QString depthWord(Depth depth);
[[nodiscard]] QString audienceWords(Audience audience);
[[nodiscard]] QString minutesWords(int minutes);

}  // namespace footbridge::gui
