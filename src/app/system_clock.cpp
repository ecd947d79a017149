// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system_clock.h"

#include <ctime>

namespace footbridge::app {
namespace {

std::tm localNow() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return local;
}

}  // namespace

Moment SystemClock::now() const {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Day SystemClock::today() const {
  const std::tm local = localNow();
  return Day{std::chrono::year(local.tm_year + 1900), std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
             std::chrono::day(static_cast<unsigned>(local.tm_mday))};
}

int SystemClock::hour() const {
  return localNow().tm_hour;
}

}  // namespace footbridge::app
