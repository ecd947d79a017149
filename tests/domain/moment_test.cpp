// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/moment.h"

#include "catch.h"
#include "fakes/time_zone.h"

using namespace footbridge;
using namespace std::chrono_literals;

namespace {

/// Thirteen hours ahead of UTC in summer, which there is in November.
constexpr const char* kAuckland = "NZST-12NZDT,M9.5.0,M4.1.0/3";

Moment utc(const char* day, std::chrono::minutes after) {
  return Moment(std::chrono::sys_days(*parseDay(day))) + after;
}

}  // namespace

TEST_CASE("A moment has the day and the hour of whoever sits at the laptop") {
  const test::TimeZone east(kAuckland);
  CHECK(inLocalTime(utc("2026-11-23", 10h + 59min)) == LocalTime{*parseDay("2026-11-23"), 23, 59});
  CHECK(localDay(utc("2026-11-23", 11h)) == *parseDay("2026-11-24"));
  CHECK(clockText(inLocalTime(utc("2026-11-23", 20h + 4min))) == "09:04");
  const test::TimeZone west("EST5");
  CHECK(localDay(utc("2026-11-23", 4h)) == *parseDay("2026-11-22"));
  CHECK(localDay(Moment(-1ms)) == *parseDay("1969-12-31"));
}

TEST_CASE("A day begins at midnight where the laptop is") {
  const test::TimeZone east(kAuckland);
  CHECK(beginningOf(*parseDay("2026-11-24")) == utc("2026-11-23", 11h));
  CHECK(beginningOf(*parseDay("2026-07-01")) == utc("2026-06-30", 12h));
  CHECK(localDay(beginningOf(*parseDay("2026-11-24")) - 1ms) == *parseDay("2026-11-23"));
}

TEST_CASE("A moment of any year that can be written has its own day") {
  const test::TimeZone here("UTC0");
  for (const char* day : {"0001-01-01", "1676-12-31", "2263-01-01", "2300-01-01", "9999-12-31"}) {
    INFO(day);
    CHECK(toText(localDay(utc(day, 23h))) == day);
    CHECK(beginningOf(*parseDay(day)) == utc(day, 0h));
  }
}
