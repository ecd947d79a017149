// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include "domain/moment.h"

namespace footbridge::gui {

[[nodiscard]] inline QDate toDate(Day day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

/// "12 October", and with its year where that is not today's: "12 October 2025".
[[nodiscard]] QString dayWords(Day day, Day today);
/// "12 October, 21:04", in local time; the day as in dayWords().
[[nodiscard]] QString momentWords(Moment moment, Day today);
/// "today", "yesterday", "12 October"; other days, and those to come, as in dayWords().
[[nodiscard]] QString agoWords(Day day, Day today);
/// "Monday, 12 October 2026".
[[nodiscard]] QString longDayWords(Day day);

}  // namespace footbridge::gui
