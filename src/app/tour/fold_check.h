// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace footbridge::app {

/// What a person at this window would miss without scrolling, or at all: words cut off or beyond the edge, the main
/// button out of sight, or, where there is something to write, who will be able to read it. Empty when nothing is
/// amiss. `roomy` is false for a window so small for its text that buttons and privacy may have to be scrolled to.
[[nodiscard]] QStringList amissIn(const QWidget& window, bool roomy = true);

}  // namespace footbridge::app
