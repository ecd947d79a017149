// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/moment.h"

#include <charconv>
#include <cstdio>
#include <ctime>

namespace footbridge {
namespace {

std::optional<unsigned> parseDigits(std::string_view text) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  if (problem != std::errc{} || stop != end) return std::nullopt;
  return number;
}

}  // namespace

std::optional<Day> parseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parseDigits(text.substr(0, 4));
  const auto month = parseDigits(text.substr(5, 2));
  const auto day = parseDigits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Day result{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month), std::chrono::day(*day)};
  if (!result.ok()) return std::nullopt;
  return result;
}

std::string toText(Day day) {
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()));
  return text;
}

// By whole seconds: the clock of the system counts finer ones, and holds no more than the years 1678 to 2262 of them.
LocalTime inLocalTime(Moment moment) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
  const auto time = static_cast<std::time_t>(seconds);
  std::tm local{};
  ::tzset();  // the laptop may have travelled, which localtime_r alone does not see
  localtime_r(&time, &local);
  return {
      .day = Day{std::chrono::year(local.tm_year + 1900), std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
                 std::chrono::day(static_cast<unsigned>(local.tm_mday))},
      .hour = local.tm_hour,
      .minute = local.tm_min};
}

Day localDay(Moment moment) {
  return inLocalTime(moment).day;
}

Moment beginningOf(Day day) {
  std::tm midnight{};
  midnight.tm_year = static_cast<int>(day.year()) - 1900;
  midnight.tm_mon = static_cast<int>(static_cast<unsigned>(day.month())) - 1;
  midnight.tm_mday = static_cast<int>(static_cast<unsigned>(day.day()));
  midnight.tm_isdst = -1;
  return Moment(std::chrono::seconds(std::mktime(&midnight)));
}

std::string clockText(const LocalTime& time) {
  char text[24];
  std::snprintf(text, sizeof text, "%02d:%02d", time.hour, time.minute);
  return text;
}

int daysBetween(Day first, Day second) {
  return static_cast<int>((std::chrono::sys_days(second) - std::chrono::sys_days(first)).count());
}

}  // namespace footbridge
