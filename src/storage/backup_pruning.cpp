// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_pruning.h"

#include <set>

namespace footbridge::storage {
namespace {

/// Takes the first of each of so many stretches of time.
class Shelf {
 public:
  explicit Shelf(std::size_t room) : m_room(room) {}
  [[nodiscard]] bool takes(std::chrono::sys_days stretch) {
    if (m_taken.contains(stretch) || m_taken.size() == m_room) return false;
    m_taken.insert(stretch);
    return true;
  }

 private:
  std::size_t m_room;
  std::set<std::chrono::sys_days> m_taken;
};

std::chrono::sys_days mondayOf(std::chrono::sys_days day) {
  return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

std::chrono::sys_days firstOf(Day day) {
  return day.year() / day.month() / 1;
}

}  // namespace

std::vector<bool> backupsToKeep(std::span<const Day> madeLastFirst, const BackupsKept& kept) {
  Shelf days(kept.days);
  Shelf weeks(kept.weeks);
  Shelf months(kept.months);
  std::vector<bool> stay;
  stay.reserve(madeLastFirst.size());
  for (const Day& day : madeLastFirst) {
    const std::chrono::sys_days date(day);
    const bool asDay = days.takes(date);
    const bool asWeek = weeks.takes(mondayOf(date));
    const bool asMonth = months.takes(firstOf(day));
    stay.push_back(asDay || asWeek || asMonth);
  }
  return stay;
}

}  // namespace footbridge::storage
