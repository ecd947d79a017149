// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>

class QBoxLayout;

namespace footbridge::gui {

class SteadyFoot;

/// What every page lies in: it scrolls downwards where the window is small or the text large, and never sideways.
/// Takes the keyboard only while there is something to scroll.
class PageScroll : public QScrollArea {
  Q_OBJECT

 public:
  static constexpr int kEdge = 44;  ///< beside every page, as its form has it
  static constexpr int kNarrowEdge = 16;

  explicit PageScroll(QWidget* parent = nullptr);

  /// The edge of a page, and of what stands below it, that is so wide.
  [[nodiscard]] static int edgeAt(int width);

  /// The same for every page: what it holds is measured when it gets its room, and not before.
  [[nodiscard]] QSize sizeHint() const override;
  /// The row of buttons that ends the page stays in sight, however far down its place is. A row of the page's column.
  void keepInReach(QBoxLayout* row);
  void keepInReach(QWidget* row);
  /// What has the keyboard is seen whole, and not beneath the row of buttons that lies over the page; and with it, as
  /// far as there is room, the card that it is a part of.
  void bringIntoSight(const QWidget& focus);
  /// The same for whatever page it lies in, as soon as that is laid out; for keyboards that the program moves.
  static void follow(QWidget& focus);
  /// For a page that has just come and is read from its head on: the field that has the keyboard is brought into sight
  /// as far as the head stays there too. What is beyond that comes into sight with the first key that is meant for it.
  static void beginAt(QWidget& head, QWidget& focus);

 protected:
  bool focusNextPrevChild(bool next) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void keepInSight(const QWidget& head, QWidget& focus);

  QPointer<SteadyFoot> m_foot;     ///< goes with the page
  QPointer<QWidget> m_outOfSight;  ///< has the keyboard, and waits for its first key
};

}  // namespace footbridge::gui
