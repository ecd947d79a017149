// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>

namespace footbridge::test {

/// The laptop stands in that zone as long as this is there: POSIX rules, so that no list of zones is needed.
class TimeZone {
 public:
  explicit TimeZone(const char* rules) {
    if (const char* before = std::getenv("TZ")) m_before = before;
    set(rules);
  }
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;
  ~TimeZone() { set(m_before ? m_before->c_str() : nullptr); }

 private:
  static void set(const char* rules) {
    if (rules)
      ::setenv("TZ", rules, 1);
    else
      ::unsetenv("TZ");
    ::tzset();
  }
  std::optional<std::string> m_before;
};

}  // namespace footbridge::test
