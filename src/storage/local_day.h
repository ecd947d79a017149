// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/moment.h"

namespace footbridge::storage {

/// The day in the calendar of whoever sits at the laptop.
[[nodiscard]] Day localDay(Moment moment);
[[nodiscard]] Day localToday();

}  // namespace footbridge::storage
