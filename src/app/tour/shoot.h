// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/album.h"
#include "app/tour/robot.h"

namespace footbridge::app {

/// Puts what is on screen into the album, once it is painted; a picture that the disk refuses is a fault of the tour.
void shoot(Robot& robot, Album& album, const QString& name);

}  // namespace footbridge::app
