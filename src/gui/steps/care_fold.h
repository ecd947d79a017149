// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <memory>

#include "domain/exercise.h"

class QHBoxLayout;
class QFrame;
class QLabel;
class QPushButton;

namespace footbridge::gui {

class DrawnCard;

/// A quiet link that opens one card of a deck, and puts it away again. It looks the same for everybody, says to no one
/// that it was opened, and keeps nothing.
class CareFold : public QWidget {
  Q_OBJECT
  /// As the words of the page it stands on; without it at the left.
  Q_PROPERTY(bool centred READ isCentred WRITE setCentred)
 public:
  explicit CareFold(QWidget* parent = nullptr);

  struct Words {
    QString open;     ///< the link while the card is away
    QString close;    ///< the link while it is there
    QString lead;     ///< a line over the card; may be empty
    QString another;  ///< the card's button, for a screen reader
  };
  /// Cards that are shown in the deck's order, from one that chance picks. Hidden where there are none.
  void offer(const Words& words, std::vector<Card> cards);
  void setOpen(bool open);
  [[nodiscard]] bool isCentred() const;
  void setCentred(bool centred);
  [[nodiscard]] bool isOpen() const;
  [[nodiscard]] QPushButton* link() const { return m_link; }

 Q_SIGNALS:
  void opened(bool open);

 private:
  void showOpen(bool open);

  Words m_words;
  QPushButton* m_link;
  QFrame* m_frame;
  QHBoxLayout* m_frameRow;
  QLabel* m_lead;
  DrawnCard* m_card;
};

/// The cards of a deck that may not be there.
[[nodiscard]] std::vector<Card> cardsOf(const std::shared_ptr<const Deck>& deck);
/// Chance, for which card comes first.
[[nodiscard]] std::size_t anyCard();

}  // namespace footbridge::gui
