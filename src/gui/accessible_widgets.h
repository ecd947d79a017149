// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge::gui {

/// What Qt 6.4 tells screen readers wrongly is told by interfaces of our own from now on. Once the application is
/// there; again does no harm.
///
/// A reader that turns a checkable button on or off presses it: Qt's own "Toggle" turns it without a click, so that the
/// button shows as chosen and whoever listens to clicks has heard of nothing. A reader that asks a scroll area for a
/// part that has gone since it counted them (a scroll bar, once the window is larger) is told that there is none: Qt's
/// own reads past the end of its list, and the program ends.
void installAccessibleWidgets();

}  // namespace footbridge::gui
