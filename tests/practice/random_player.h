// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "practice/random_exercise.h"
#include "practice/sitting.h"

namespace footbridge::practice::samples {

/// Plays by chance, every word of it written once only.
class RandomPlayer {
 public:
  RandomPlayer(Dice& dice, const Exercise& exercise) : m_dice(dice), m_exercise(exercise) {}

  /// Something that this screen takes, mostly.
  [[nodiscard]] Action likely(const Screen& screen);
  /// Anything at all.
  [[nodiscard]] Action any(const Screen& screen);

 private:
  [[nodiscard]] std::string word(const Screen& screen);
  [[nodiscard]] Answer randomAnswer(const Screen& screen, const Step& step);
  [[nodiscard]] ChooseLines randomChoice(const Screen& screen, const LookOverScreen& look);
  [[nodiscard]] ChooseLines anyChoice(const Screen& screen);
  [[nodiscard]] ChosenAnswer randomCards(const ChooseStep& step);
  [[nodiscard]] std::optional<Answer> randomTrim(const Screen& screen, const Answer& answer);

  Dice& m_dice;
  const Exercise& m_exercise;
  int m_words = 0;
};

}  // namespace footbridge::practice::samples
