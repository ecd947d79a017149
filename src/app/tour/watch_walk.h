// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/tour/album.h"
#include "app/tour/robot.h"
#include "domain/exercise.h"
#include "domain/ports.h"
#include "domain/viewing.h"

namespace footbridge::app {

/// From the page "Watch together": the two put `wanted` on their list, watch it, talk about it over a card, and look
/// among the exercises of that practice for one to go with it.
void watchTogether(Robot& robot, Album& album, Journal& journal, Catalog& catalog, const Viewing& wanted,
                   std::optional<Practice> lookedIn);

}  // namespace footbridge::app
