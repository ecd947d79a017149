// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QPointer>
#include <QWidget>
#include <vector>

class QScrollArea;

namespace footbridge::gui {

/// The row of buttons that ends a page, always in sight: it stands where the form put it, or, where that lies below
/// the fold, at the bottom of what is seen, over what scrolls away beneath it. Large text leaves a page little room:
/// then the words of the row stay in the page, and only its buttons stay in sight.
class SteadyFoot : public QWidget {
  Q_OBJECT

 public:
  /// Takes `row` out of the column of the form that it is in and leaves its room there.
  /// Belongs to that parent widget, which lies in `scroll`.
  SteadyFoot(QBoxLayout* row, QScrollArea& scroll);

  /// What stands below it in the form's column.
  [[nodiscard]] std::vector<QLayoutItem*> below() const;

  /// Whether the text is small enough for words to stay in sight beside the buttons.
  [[nodiscard]] static bool hasRoomForWords();

  /// The height of what lies over the page just now; 0 while the row stands in its own place.
  [[nodiscard]] int covers() const { return m_afloat ? height() : 0; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  class Room;
  void place();
  void updateRoom();

  QScrollArea& m_scroll;
  QPointer<QBoxLayout> m_column;
  Room* m_room;  ///< a child of the same parent
  bool m_afloat = false;
};

}  // namespace footbridge::gui
