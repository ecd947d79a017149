// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <vector>

#include "domain/exercise.h"
#include "gui/steps/wheel_plan.h"

namespace footbridge::gui {

/// A card as it is shown: its words with the names put in.
struct ShownCard {
  CardId id;
  QString words;
  QString note;
};
struct ShownFamily {
  QString title;
  std::vector<ShownCard> inner;
  std::vector<ShownCard> outer;
};

/// One card of a wheel: takes mouse, keyboard and screen reader; the wheel draws it.
class WheelCell : public QPushButton {
  Q_OBJECT
 public:
  WheelCell(const ShownCard& card, const QString& family, QWidget* parent);

  [[nodiscard]] const CardId& id() const { return m_card.id; }
  [[nodiscard]] const QString& words() const { return m_card.words; }
  [[nodiscard]] const QString& note() const { return m_card.note; }
  [[nodiscard]] const QString& family() const { return m_family; }

 protected:
  void paintEvent(QPaintEvent*) override {}

 private:
  ShownCard m_card;
  QString m_family;
};

/// Cards by nearness: families as sectors, plain cards on the inner ring, finer shades on the outer. One stop for the
/// Tab key: Left and Right go round, Up goes out and Down in; Space, Enter, mouse and touch pick.
class CardWheel : public QWidget {
  Q_OBJECT
 public:
  CardWheel(const std::vector<ShownFamily>& families, const QString& tint, QWidget* parent);

  [[nodiscard]] const std::vector<WheelCell*>& cells() const { return m_cells; }
  /// Where the keyboard is, or comes in.
  [[nodiscard]] WheelCell* current() const { return m_cells[static_cast<std::size_t>(m_current)]; }
  void setCurrent(int cell);
  /// The card that the keyboard or the mouse came to last.
  [[nodiscard]] WheelCell* reachedCell() const { return m_cells[static_cast<std::size_t>(m_reached)]; }
  /// What the middle says.
  [[nodiscard]] QString middle() const { return reachedCell()->words(); }
  /// The smallest width and height in which every word can be read at the present text size.
  [[nodiscard]] int leastSide() const;
  /// How wide and high it is drawn, in pixels; at least `leastSide()`.
  void setSide(int side);

 Q_SIGNALS:
  /// The card that the keyboard or the mouse is at.
  void reached(const footbridge::gui::WheelCell* cell);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addCells(const ShownFamily& family);
  void measure();
  bool takeKey(int key);
  void reach(int cell);
  [[nodiscard]] int indexOf(const QObject* cell) const;
  [[nodiscard]] const WheelPlace& placeOf(int cell) const { return m_plan.places()[static_cast<std::size_t>(cell)]; }
  [[nodiscard]] QColor groundOf(int cell) const;
  [[nodiscard]] double spareRim() const;
  void paintCell(QPainter& painter, int cell) const;
  void paintWords(QPainter& painter, int cell) const;
  void paintTick(QPainter& painter, const WheelPlace& place) const;
  void paintFocus(QPainter& painter) const;
  void paintHub(QPainter& painter) const;

  WheelPlan m_plan;
  int m_families;
  QString m_tint;
  std::vector<WheelCell*> m_cells;
  int m_current = 0;
  int m_reached = 0;
};

}  // namespace footbridge::gui
