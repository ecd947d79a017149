// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/album.h"
#include "app/tour/robot.h"
#include "gui/main_window.h"

namespace footbridge::app {

/// Somebody who is here alone keeps a line just for themselves, reads it in Our story, looks at opening it, throws it
/// away and brings it back, so that the story has it.
void keepLine(Robot& robot, Album& album, gui::MainWindow& window, const QString& words);

}  // namespace footbridge::app
