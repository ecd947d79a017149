// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace footbridge::gui::look {

/// One of our line icons, drawn in the colour and at the size that are asked for: nothing is scaled afterwards.
[[nodiscard]] QPixmap icon(const QString& name, const QColor& colour, int pixels, double deviceRatio = 1);
/// The program's own, in its colours.
[[nodiscard]] QPixmap programIcon(int pixels);

}  // namespace footbridge::gui::look
