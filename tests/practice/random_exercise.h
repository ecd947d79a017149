// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>

#include "domain/exercise.h"

namespace footbridge::practice::samples {

/// Chance by seed; the same everywhere, which std's distributions are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : m_engine(seed) {}
  /// 0 to sides - 1.
  [[nodiscard]] int roll(int sides) { return static_cast<int>(m_engine() % static_cast<std::uint32_t>(sides)); }
  [[nodiscard]] bool percent(int chance) { return roll(100) < chance; }

 private:
  std::mt19937 m_engine;
};

/// A valid exercise for two with any of the thirteen kinds in it.
[[nodiscard]] Exercise randomForTwo(Dice& dice);
/// A valid exercise for one.
[[nodiscard]] Exercise randomForOne(Dice& dice);
/// Own lines, a reveal and what follows, perhaps with joint steps before.
[[nodiscard]] Exercise randomWeeklyLook(Dice& dice);

}  // namespace footbridge::practice::samples
