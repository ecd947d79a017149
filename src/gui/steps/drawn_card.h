// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "domain/exercise.h"

class QLabel;
class QPushButton;

namespace footbridge::gui {

/// One card of a deck, and "Another", which shows the next; every card comes once before any comes again. Which one
/// was looked at is kept nowhere.
class DrawnCard : public QWidget {
  Q_OBJECT
 public:
  explicit DrawnCard(QWidget* parent = nullptr);

  /// `first` says which card comes first; it is taken modulo how many there are. Without cards the widget hides.
  void setCards(std::vector<Card> cards, std::size_t first);
  /// What the other button says to a screen reader: "Another small pleasure".
  void setAnotherName(const QString& name);
  [[nodiscard]] bool hasCards() const { return !m_cards.empty(); }
  [[nodiscard]] QPushButton* anotherButton() const { return m_another; }

 private:
  void showCard();

  std::vector<Card> m_cards;
  std::size_t m_at = 0;
  QLabel* m_text;
  QLabel* m_note;
  QPushButton* m_another;
};

}  // namespace footbridge::gui
