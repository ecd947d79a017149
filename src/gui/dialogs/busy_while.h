// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QPushButton>
#include <QString>

#include "gui/beside_window.h"

namespace footbridge::gui {

/// While it lives a button says what is going on, and the form takes no input; both are painted at once, since making
/// a key from a passphrase takes up to a second. What reaches the window meanwhile is up to besideWindow().
class BusyWhile {
 public:
  BusyWhile(QWidget& form, QPushButton& button, const QString& words);
  ~BusyWhile();
  BusyWhile(const BusyWhile&) = delete;
  BusyWhile& operator=(const BusyWhile&) = delete;

 private:
  SlowWork m_slow;
  QPointer<QWidget> m_form;
  QPointer<QPushButton> m_button;
  QPointer<QWidget> m_focus;
  QString m_before;
};

}  // namespace footbridge::gui
