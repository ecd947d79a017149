// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QWidget;

namespace footbridge::app {

// From when a window is on screen until its first frame it shows what lies behind it: in a dark room, a flash of white.
// On X11 the server fills it meanwhile. Elsewhere a window comes with its first frame, and nothing happens here.

/// For a window that has not been shown yet.
void fillUntilFirstFrame(QWidget& window, const QColor& colour);
/// What the frames do not cover stays as it is: a server that fills would do so at every change of size, and flicker.
void fillNoMore(QWidget& window);

}  // namespace footbridge::app
