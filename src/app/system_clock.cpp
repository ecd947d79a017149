// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system_clock.h"

namespace footbridge::app {

Moment SystemClock::now() const {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Day SystemClock::today() const {
  return localDay(now());
}

int SystemClock::hour() const {
  return inLocalTime(now()).hour;
}

}  // namespace footbridge::app
