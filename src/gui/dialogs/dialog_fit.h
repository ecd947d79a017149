// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QScrollArea;
class QWidget;

namespace footbridge::gui {

/// Sizes a dialog to its words at the present text size, within the window it belongs to, or else the screen; what is
/// longer scrolls, the field that has the keyboard into sight. `width` is that of the drawings.
void fitDialog(QDialog& dialog, const QScrollArea& scroll, int width);

/// The width of a dialog without a scroll area, within the same.
[[nodiscard]] int widthFor(const QDialog& dialog, int width);

/// Makes a dialog without a scroll area as high as its words need at its width.
void growToWords(QDialog& dialog);

/// The buttons that end a dialog, a line of them in its form, go on in another line where its width ends.
void wrapButtons(QWidget& line);

}  // namespace footbridge::gui
