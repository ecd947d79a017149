// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QKeyEvent;
class QWidget;

namespace footbridge::gui {

/// Cards that are one stop for the Tab key: it comes to one of them and goes on past the others. The arrow keys, Home
/// and End go from card to card; pressing one is left to the card.
class CardGroup : public QObject {
  Q_OBJECT

 public:
  /// That of the cards in this box; made when it is first asked for, and the box's own.
  [[nodiscard]] static CardGroup& of(QWidget& box);

  /// In their order. A card that goes away leaves the group.
  void add(QWidget* card);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  using QObject::QObject;
  [[nodiscard]] bool takeKey(QWidget* from, const QKeyEvent& key);
  [[nodiscard]] QWidget* next(QWidget* from, int key) const;
  [[nodiscard]] QList<QWidget*> reachable() const;
  void stopAt(QWidget* card);
  void keepOneStop();

  QList<QWidget*> m_cards;
  QWidget* m_stop = nullptr;  ///< the one that Tab comes to
};

}  // namespace footbridge::gui
