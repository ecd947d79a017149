// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <optional>

namespace footbridge::gui {

/// What a layout has measured since it was last told that something changed.
struct Measured {
  std::optional<QSize> hint{};
  std::optional<QSize> least{};
  int width = -1;  ///< that `height` belongs to
  int height = 0;
};

}  // namespace footbridge::gui
