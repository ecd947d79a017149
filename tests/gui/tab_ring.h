// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace footbridge::probe {

/// What the real Tab key comes to, once round the window from its very beginning. The keyboard is then where it was.
[[nodiscard]] std::vector<QWidget*> tabRound(QWidget& window);

/// Presses the real Tab key round the window, and Shift+Tab back again, from where the keyboard is now: what is on
/// show and can be reached by Tab has to come once in each round, and backwards in the same order; of buttons that
/// exclude each other one, and that the chosen one, since arrows go to the others. Checks it, and names what was left
/// out or met twice. Qt's own chain of fields does not tell: Tab leaps along focus proxies.
void checkTabRing(QWidget& window);

}  // namespace footbridge::probe
