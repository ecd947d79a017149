// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QWidget;

namespace footbridge::gui {

/// On a page that is only read: Escape presses the button that leads back, wherever in the window the keyboard is.
void leaveOnEscape(QWidget& page, QAbstractButton& back);

}  // namespace footbridge::gui
