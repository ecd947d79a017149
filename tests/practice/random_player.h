// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "practice/random_exercise.h"
#include "practice/sitting.h"

namespace footbridge::practice::samples {

/// Plays by chance, every word of it written once only, and keeps an account of its own of who may see what.
class RandomPlayer {
 public:
  RandomPlayer(Dice& dice, const Exercise& exercise) : m_dice(dice), m_exercise(exercise) {}

  /// Something that this screen takes, mostly.
  [[nodiscard]] Action likely(const Screen& screen);
  /// Anything at all.
  [[nodiscard]] Action any(const Screen& screen);

  /// Takes note of an action that was accepted on a screen, and of what it recorded.
  void took(const Screen& screen, const Action& action, const Recorded& recorded);

  /// Empty when nobody sees on this screen what they may not; else what is wrong.
  [[nodiscard]] std::string wrongOn(const Screen& screen) const;

  /// How many answers were accepted and are in none of these.
  [[nodiscard]] std::size_t lostFrom(const std::vector<Lanes>& sittings) const;

 private:
  [[nodiscard]] std::string word(const Screen& screen);
  [[nodiscard]] Answer randomAnswer(const Screen& screen, const Step& step);
  [[nodiscard]] ChooseLines randomChoice(const Screen& screen, const LookOverScreen& look);
  void tookChoice(PartnerId writer, const LookOverScreen& look, const ChooseLines& chosen);
  [[nodiscard]] std::string wrongLine(const OpenedLine& line) const;
  [[nodiscard]] bool opened(PartnerId writer, const LineId& line) const;

  Dice& m_dice;
  const Exercise& m_exercise;
  int m_words = 0;
  std::vector<Answer> m_given;
  std::set<std::string> m_private;                           ///< words that stay with their writer for good
  std::map<PartnerId, std::map<LineId, Answer>> m_chosen;    ///< what each chose to open, as it would be read
  std::map<PartnerId, std::map<LineId, Answer>> m_revealed;  ///< the same, as it stood at the reveal
};

}  // namespace footbridge::practice::samples
