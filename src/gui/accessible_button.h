// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge::gui {

/// From now on a screen reader that turns a checkable button on or off presses it. Qt's own "Toggle" turns it without a
/// click: the button shows as chosen, and whoever listens to clicks has heard of nothing. Once the application is
/// there; again does no harm.
void letReadersPress();

}  // namespace footbridge::gui
