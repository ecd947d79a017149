// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>

#include "practice/lock_policy.h"

namespace footbridge::gui {

/// Watches keys, clicks and scrolling of the whole program and asks for the lock when nobody has touched anything.
/// Wakes up only when the time may have come.
class IdleLock : public QObject {
  Q_OBJECT

 public:
  /// `pace`: how many times faster than the clock its time goes; for tests.
  IdleLock(int minutes, QObject* parent, int pace = 1);
  ~IdleLock() override;

  /// 0: never.
  void setMinutes(int minutes);
  /// `share`: how long whoever speaks has; none: nobody does.
  void setSpeaking(std::optional<std::chrono::seconds> share);
  /// How long it still waits where nobody touches anything; none: for ever.
  [[nodiscard]] std::optional<practice::Tick> left() const;

 Q_SIGNALS:
  void lockAsked();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] practice::Tick now() const;
  void look();

  QElapsedTimer m_clock;
  practice::IdleLockPolicy m_policy;
  QTimer m_timer;
  int m_pace;
};

}  // namespace footbridge::gui
