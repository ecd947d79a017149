// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "practice/autosave_policy.h"

namespace footbridge::practice {

/// When to lock because nobody has touched anything. It reads no clock: it is told, and answers.
class IdleLockPolicy {
 public:
  static constexpr int kMostMinutes = 60;
  /// How far over their share somebody may speak. Nobody touches anything meanwhile, and a lock would cut them off.
  static constexpr Tick kOverrun = std::chrono::minutes(30);

  /// Minutes until it locks; 0 for never, anything else is brought within 1 to 60.
  explicit IdleLockPolicy(Tick now, int minutes);
  void setMinutes(int minutes);
  [[nodiscard]] int minutes() const { return m_minutes; }

  void touched(Tick now);
  /// While somebody speaks it does not run: not for their share, and not for kOverrun after it. What comes after that
  /// is taken for two who have walked away from an open page, and a whole wait begins.
  void speechBegan(Tick now, Tick share);
  /// A whole wait begins.
  void speechOver(Tick now);

  /// When to lock; none while it does not run.
  [[nodiscard]] std::optional<Tick> lockAt() const;

 private:
  Tick m_lastTouch;
  int m_minutes;
  Tick m_speech{};  ///< what is added while somebody speaks
};

}  // namespace footbridge::practice
