// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QWidget;

namespace footbridge::gui {

/// Escape presses the button that leads back, wherever in the window the keyboard is. For pages that are only read, or
/// that keep half-written words whenever that button is pressed.
void leaveOnEscape(QWidget& page, QAbstractButton& back);

}  // namespace footbridge::gui
