// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups stay, by a clock that goes two years, stops, jumps and is set back.
#include <algorithm>
#include <random>
#include <set>

#include "catch.h"
#include "storage/backup_pruning.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

/// Backups as they come and go, the one made last first.
class Shelf {
 public:
  void make(sys_days day) {
    m_kept.insert(m_kept.begin(), Day(day));
    const std::vector<bool> stay = backupsToKeep(m_kept);
    REQUIRE(stay.size() == m_kept.size());
    REQUIRE(stay.front());
    std::vector<Day> left;
    for (std::size_t i = 0; i < stay.size(); ++i) {
      if (stay[i]) left.push_back(m_kept[i]);
    }
    m_kept = std::move(left);
    REQUIRE(m_kept.size() <= 7 + 4 + 12);
  }
  [[nodiscard]] const std::vector<Day>& kept() const { return m_kept; }
  [[nodiscard]] bool has(sys_days day) const { return std::ranges::find(m_kept, Day(day)) != m_kept.end(); }
  [[nodiscard]] std::size_t months() const {
    std::set<std::pair<int, unsigned>> months;
    for (const Day& day : m_kept) months.emplace(static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
    return months.size();
  }

 private:
  std::vector<Day> m_kept;
};

sys_days at(int year, unsigned month, unsigned date) {
  return day(year, month, date);
}

std::vector<Day> daysOf(std::initializer_list<const char*> texts) {
  std::vector<Day> list;
  for (const char* text : texts) list.push_back(parseDay(text).value());
  return list;
}

}  // namespace

TEST_CASE("What stays of a list of backups, as a table", "[pruning]") {
  struct Row {
    const char* what;
    std::vector<Day> made;  ///< the one made last first
    std::vector<bool> stay;
  };
  const std::vector<Row> rows{
      {"none", {}, {}},
      {"one", daysOf({"2026-11-23"}), {true}},
      {"two of one day: the later", daysOf({"2026-11-23", "2026-11-23"}), {true, false}},
      {"eight days in a row: the eighth is not its week's last",
       daysOf({"2026-11-28", "2026-11-27", "2026-11-26", "2026-11-25", "2026-11-24", "2026-11-23", "2026-11-22",
               "2026-11-21"}),
       {true, true, true, true, true, true, true, false}},
      {"a Monday begins a week: Sunday stays as the last of its own",
       daysOf({"2026-11-30", "2026-11-29", "2026-11-28", "2026-11-27", "2026-11-26", "2026-11-25", "2026-11-24",
               "2026-11-23", "2026-11-22"}),
       {true, true, true, true, true, true, true, false, true}},
      {"a date that comes again counts once, and the one made last stays",
       daysOf({"2026-11-22", "2026-11-23", "2026-11-22"}),
       {true, true, false}},
      {"the clock was years ahead for a day; the newest stays all the same",
       daysOf({"2026-11-24", "2031-01-01", "2026-11-23"}),
       {true, true, true}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(backupsToKeep(row.made) == row.stay);
  }
}

TEST_CASE("Two years of daily use leave seven days, four weeks and twelve months", "[pruning]") {
  Shelf shelf;
  const sys_days first = at(2024, 12, 1);
  sys_days today = first;
  for (; today < first + days(731); today += days(1)) {
    shelf.make(today);
    for (int back = 0; back < 7 && today - days(back) >= first; ++back) REQUIRE(shelf.has(today - days(back)));
  }
  const sys_days last = today - days(1);
  CHECK(last == at(2026, 12, 1));
  // Three of the four weeks' and eleven of the twelve months' last days lie before the last seven days.
  CHECK(shelf.has(at(2026, 11, 22)));
  CHECK(shelf.has(at(2026, 11, 15)));
  for (unsigned month = 1; month <= 11; ++month)
    CHECK(shelf.has(std::chrono::sys_days(std::chrono::year(2026) / std::chrono::month(month) / std::chrono::last)));
  CHECK_FALSE(shelf.has(at(2025, 12, 31)));
  CHECK(shelf.months() == 12);
  CHECK(shelf.kept().size() == 7 + 2 + 10);  // of the months, November's last lies in the last seven days
}

TEST_CASE("Use once a week, or once a month, costs none of the older ones", "[pruning]") {
  Shelf weekly;
  for (sys_days today = at(2024, 12, 1); today < at(2026, 12, 1); today += days(7)) weekly.make(today);
  CHECK(weekly.months() == 12);
  CHECK(weekly.kept().size() >= 7 + 10);
  Shelf monthly;
  for (int month = 0; month < 24; ++month)
    monthly.make(sys_days(std::chrono::year(2024) / 12 / 5 + std::chrono::months(month)));
  CHECK(monthly.kept().size() == 12);
  const std::vector<Day> before = monthly.kept();
  monthly.make(at(2031, 3, 3));  // after a long pause
  CHECK(monthly.kept().size() == 12);
  CHECK(std::ranges::equal(std::span(before).first(11), std::span(monthly.kept()).subspan(1)));
}

TEST_CASE("A clock set back never costs the newest, and heals", "[pruning]") {
  struct Row {
    const char* what;
    days offset;
    int lasts;  ///< uses until it is set right
  };
  for (const Row& row : {Row{"an hour's worth", days(-1), 1}, Row{"a year back", days(-365), 3},
                         Row{"to 1970", days(-20'000), 30}, Row{"years ahead", days(2'000), 12}}) {
    INFO(row.what);
    Shelf shelf;
    sys_days today = at(2025, 1, 1);
    for (int use = 0; use < 365; ++use) shelf.make(today += days(1));
    std::vector<sys_days> wrong;
    for (int use = 0; use < row.lasts; ++use) {
      today += days(1);
      shelf.make(today + row.offset);
      wrong.push_back(today + row.offset);
      for (std::size_t back = 0; back < std::min<std::size_t>(wrong.size(), 7); ++back)
        REQUIRE(shelf.has(wrong[wrong.size() - 1 - back]));
    }
    CHECK(shelf.kept().size() >= 12);
    Shelf neverWrong;
    for (int use = 0; use < 365 + 31; ++use) {
      shelf.make(today += days(1));
      neverWrong.make(today);
    }
    CHECK(shelf.kept() == neverWrong.kept());
  }
}

TEST_CASE("Whatever the clock does, the last seven days made and the newest of each month stay", "[pruning]") {
  std::mt19937 random(20261123);
  for (int round = 0; round < 200; ++round) {
    Shelf shelf;
    std::vector<Day> made;  // all of them, the one made last first
    sys_days today = at(2025, 6, 1);
    for (int use = 0; use < 120; ++use) {
      const auto jump = static_cast<int>(random() % 20);
      today += jump == 0 ? days(-static_cast<int>(random() % 90)) : days(static_cast<int>(random() % 4));
      shelf.make(today);
      made.insert(made.begin(), Day(today));
      std::set<sys_days> lastDays;
      std::set<sys_days> months;
      for (const Day& each : made) {
        const bool isOfLastDays = lastDays.size() < 7 && lastDays.insert(sys_days(each)).second;
        const bool isNewestOfMonth = months.size() < 12 && months.insert(each.year() / each.month() / 1).second;
        if (isOfLastDays || isNewestOfMonth) REQUIRE(shelf.has(sys_days(each)));
      }
    }
  }
}
