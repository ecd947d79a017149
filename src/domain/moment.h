// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace footbridge {

/// A point in time, UTC, in milliseconds. Shown, and never used for ordering: clocks go back.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// A day in the calendar of whoever sits at the laptop.
using Day = std::chrono::year_month_day;

/// A moment by the calendar and the clock of whoever sits at the laptop.
struct LocalTime {
  Day day{};
  int hour = 0;
  int minute = 0;
  bool operator==(const LocalTime&) const = default;
};
[[nodiscard]] LocalTime inLocalTime(Moment moment);
[[nodiscard]] Day localDay(Moment moment);
/// Midnight there, with which the day begins.
[[nodiscard]] Moment beginningOf(Day day);

/// "21:04".
[[nodiscard]] std::string clockText(const LocalTime& time);

/// "2026-11-23". Empty for anything that is no day of the calendar.
[[nodiscard]] std::optional<Day> parseDay(std::string_view text);
[[nodiscard]] std::string toText(Day day);

/// Whole days from the first to the second; negative when the second is earlier.
[[nodiscard]] int daysBetween(Day first, Day second);

}  // namespace footbridge
