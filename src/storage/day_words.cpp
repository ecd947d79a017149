// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/day_words.h"

#include <array>
#include <string_view>

namespace footbridge::storage {
namespace {

// Said here and not by the C library, whose words are of whatever language a computer speaks; ours are English.
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};

}  // namespace

std::string dayWords(Day day) {
  if (!day.ok()) return "a day that nobody wrote down";
  return std::to_string(static_cast<unsigned>(day.day())) + ' ' +
         std::string(kMonths.at(static_cast<unsigned>(day.month()) - 1)) + ' ' +
         std::to_string(static_cast<int>(day.year()));
}

std::string longDayWords(Day day) {
  if (!day.ok()) return dayWords(day);
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  return std::string(kWeekdays.at(weekday.c_encoding())) + ", " + dayWords(day);
}

}  // namespace footbridge::storage
