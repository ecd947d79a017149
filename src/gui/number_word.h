// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace footbridge::gui {

/// A number as it stands in a sentence: "none" and "one" to "twelve", then figures.
[[nodiscard]] QString numberWord(int number);

}  // namespace footbridge::gui
