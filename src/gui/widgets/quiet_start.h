// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <chrono>

class QWidget;

namespace footbridge::gui {

/// A key pressed twice, or held, was meant for what stood here before: it does nothing to what has just come. Enter and
/// Space are heard again once they have rested for a moment; whatever is typed into a field is heard at once.
class QuietStart : public QObject {
  Q_OBJECT
 public:
  /// Watches over `place`, which owns it.
  explicit QuietStart(QWidget& place);

  /// Something new has come.
  void begin();

  /// How long the keys rest, of all places; for tests, whose keys come faster than anybody's.
  static void setLength(std::chrono::milliseconds length);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] bool isForBefore(const QEvent& event);

  QWidget& m_place;
  QElapsedTimer m_rest;
};

}  // namespace footbridge::gui
