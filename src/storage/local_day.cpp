// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/local_day.h"

#include <ctime>

namespace footbridge::storage {

Day localDay(Moment moment) {
  const std::time_t time = std::chrono::system_clock::to_time_t(moment);
  std::tm local{};
  localtime_r(&time, &local);
  return Day{std::chrono::year(local.tm_year + 1900), std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
             std::chrono::day(static_cast<unsigned>(local.tm_mday))};
}

Day localToday() {
  return localDay(std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

}  // namespace footbridge::storage
