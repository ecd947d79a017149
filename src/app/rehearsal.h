// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/rehearsal_script.h"
#include "domain/ports.h"

namespace footbridge::app {

/// A clock that can be put back to the day of a made-up evening, and runs on the real one otherwise.
class RehearsalClock final : public Clock {
 public:
  explicit RehearsalClock(const Clock& real) : m_real(real) {}
  /// From now on it is that many days earlier, at the same hour.
  void goBack(int days) { m_back = std::chrono::days(days); }
  [[nodiscard]] Moment now() const override { return m_real.now() - m_back; }
  [[nodiscard]] Day today() const override { return std::chrono::sys_days(m_real.today()) - m_back; }
  [[nodiscard]] int hour() const override { return m_real.hour(); }

 private:
  const Clock& m_real;
  std::chrono::days m_back{0};
};

/// Lives the script through in a journal of two open vaults, evening by evening, with the engine that real couples
/// use. The clock is back at today when it returns, whatever it answers.
[[nodiscard]] Result<void> fillRehearsal(const content::RehearsalScript& script, Catalog& catalog,
                                         RehearsalClock& clock, Journal& journal);

}  // namespace footbridge::app
