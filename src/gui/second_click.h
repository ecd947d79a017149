// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPoint>

class QMouseEvent;

namespace footbridge::gui {

/// The second click of a double click presses no button, and no more do those that follow it as fast in the same place:
/// whatever has come there meanwhile was not meant, and a question that is asked once is not answered by its own
/// asking.
class SecondClick : public QObject {
  Q_OBJECT

 public:
  /// Watches over the whole program, as long as it lives.
  explicit SecondClick(QObject* parent);

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] bool followsIt(const QMouseEvent& press) const;

  QElapsedTimer m_since;  ///< the last click that pressed nothing
  QPoint m_at;            ///< on the screen
};

}  // namespace footbridge::gui
