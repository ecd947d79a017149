// SPDX-License-Identifier: GPL-3.0-or-later
// Days as they are said: short in their own year, and never taken for this year's when they are not.
#include "gui/calendar.h"

#include "catch.h"

using namespace footbridge;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {

Day on(int y, unsigned m, unsigned d) {
  return Day{year(y), month(m), day(d)};
}

/// At noon in UTC, which is that day nearly everywhere.
Moment noon(Day when) {
  return Moment(std::chrono::sys_days(when) + std::chrono::hours(12));
}

}  // namespace

TEST_CASE("a day of this year is said without the year, and one of another with it") {
  const Day today = on(2026, 1, 3);
  CHECK(gui::dayWords(on(2026, 12, 2), today) == QStringLiteral("2 December"));
  CHECK(gui::dayWords(on(2025, 12, 2), today) == QStringLiteral("2 December 2025"));
  CHECK(gui::dayWords(on(2027, 1, 3), today) == QStringLiteral("3 January 2027"));
  CHECK(gui::momentWords(noon(on(2026, 1, 2)), today).startsWith(QStringLiteral("2 January, ")));
  CHECK(gui::momentWords(noon(on(2025, 12, 2)), today).startsWith(QStringLiteral("2 December 2025, ")));
}

TEST_CASE("over a new year yesterday is yesterday, and the days before have their year") {
  const Day today = on(2026, 1, 1);
  CHECK(gui::agoWords(on(2025, 12, 31), on(2025, 12, 30)) == QStringLiteral("31 December"));  // the clock was set back
  CHECK(gui::agoWords(today, today) == QStringLiteral("today"));
  CHECK(gui::agoWords(on(2025, 12, 31), today) == QStringLiteral("yesterday"));
  CHECK(gui::agoWords(on(2025, 12, 30), today) == QStringLiteral("30 December 2025"));
  CHECK(gui::agoWords(on(2025, 1, 1), on(2025, 1, 3)) == QStringLiteral("1 January"));
}
