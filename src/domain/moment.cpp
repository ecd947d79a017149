// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/moment.h"

#include <charconv>
#include <cstdio>

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

int daysBetween(Day first, Day second) {
  return static_cast<int>((std::chrono::sys_days(second) - std::chrono::sys_days(first)).count());
}

}  // namespace footbridge
