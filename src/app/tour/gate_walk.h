// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "app/tour/album.h"
#include "app/tour/robot.h"

namespace footbridge::app {

/// From the page before a gate to what comes of it: both are here, and each picks the choice of that place, in their
/// own turn.
void passGate(Robot& robot, Album& album, const QString& name, std::array<int, 2> picks);

}  // namespace footbridge::app
