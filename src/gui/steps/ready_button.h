// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPushButton;

namespace footbridge::gui {

/// A checkable button by which one partner says that they are ready. It says which of the two it is: asked, in their
/// colour, or answered, and pale.
void showReady(QPushButton& button, const QString& name, const QString& tint);

}  // namespace footbridge::gui
