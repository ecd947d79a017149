// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/moment.h"

namespace footbridge::storage {

/// "6 October 2026"
[[nodiscard]] std::string dayWords(Day day);
/// "Tuesday, 6 October 2026"
[[nodiscard]] std::string longDayWords(Day day);

}  // namespace footbridge::storage
