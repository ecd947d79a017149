// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "domain/exercise.h"

namespace footbridge::gui {

/// Which cards of a choosing step are picked: never more than the step allows.
class CardPicks {
 public:
  explicit CardPicks(const ChooseStep& form) : m_least(form.least), m_most(form.most) {}

  /// False where there is no room: then nothing has changed. Where the step takes one card, the new one replaces it.
  [[nodiscard]] bool pick(const CardId& card);
  void drop(const CardId& card);
  [[nodiscard]] bool has(const CardId& card) const;
  /// In the order they were picked.
  [[nodiscard]] const std::vector<CardId>& cards() const { return m_cards; }
  /// How many are still wanted.
  [[nodiscard]] int missing() const;

  // What is said of it.
  [[nodiscard]] QString howMany() const;  ///< "Pick 1 to 3."
  [[nodiscard]] QString full() const;     ///< why one more was not taken
  [[nodiscard]] QString tooFew() const;   ///< what is missing

 private:
  int m_least;
  int m_most;
  std::vector<CardId> m_cards;
};

/// Picked cards as a draft, and back; words that are no card's name are left out.
[[nodiscard]] QString draftOf(const std::vector<CardId>& cards);
[[nodiscard]] std::vector<CardId> cardsOfDraft(const QString& draft);

}  // namespace footbridge::gui
