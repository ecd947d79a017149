// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include "domain/moment.h"

namespace footbridge::gui {

[[nodiscard]] inline QDate toDate(Day day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

/// "12 October, 21:04", in local time.
[[nodiscard]] QString momentWords(Moment moment);
/// "today", "yesterday", "12 October".
[[nodiscard]] QString agoWords(Day day, Day today);
/// "12 October".
[[nodiscard]] QString dayWords(Day day);
/// "Monday, 12 October 2026".
[[nodiscard]] QString longDayWords(Day day);

}  // namespace footbridge::gui
