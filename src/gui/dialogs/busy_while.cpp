// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/busy_while.h"

#include <QApplication>
#include <QEventLoop>

namespace footbridge::gui {

BusyWhile::BusyWhile(QWidget& form, QPushButton& button, const QString& words)
    : m_form(&form), m_button(&button), m_focus(QApplication::focusWidget()), m_before(button.text()) {
  button.setText(words);
  form.setEnabled(false);
  QApplication::setOverrideCursor(Qt::BusyCursor);
  QApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::ExcludeSocketNotifiers);
}

BusyWhile::~BusyWhile() {
  // Keys pressed meanwhile were meant for a form that was waiting: they find it still disabled.
  QApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
  QApplication::restoreOverrideCursor();
  if (m_button) m_button->setText(m_before);
  if (!m_form) return;
  m_form->setEnabled(true);
  if (m_focus) m_focus->setFocus();
}

}  // namespace footbridge::gui
