// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QScrollArea;

namespace footbridge::gui {

/// Sizes a dialog to its words at the present text size, within the window it belongs to; what is longer scrolls.
/// `width` is that of the drawings.
void fitDialog(QDialog& dialog, const QScrollArea& scroll, int width);

/// Makes a dialog without a scroll area as high as its words need at its width.
void growToWords(QDialog& dialog);

}  // namespace footbridge::gui
