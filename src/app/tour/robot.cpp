// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/robot.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QThread>

namespace footbridge::app {

QWidget* Robot::top() const {
  if (QWidget* dialog = QApplication::activeModalWidget()) return dialog;
  return &m_window;
}

void Robot::press(const QString& name) {
  settle();
  auto* button = find<QAbstractButton>(name);
  if (button == nullptr) return fault(QStringLiteral("no button to press: ") + name);
  button->setFocus(Qt::TabFocusReason);
  button->click();
  settle();
}

void Robot::type(const QString& name, const QString& text) {
  settle();
  QWidget* field = find(name);
  if (field == nullptr) return fault(QStringLiteral("no field to type in: ") + name);
  typeInto(*field, text);
}

void Robot::typeInto(QWidget& field, const QString& text) {
  field.setFocus(Qt::TabFocusReason);
  for (const QChar letter : text) {
    QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
    QApplication::sendEvent(&field, &down);
    QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter));
    QApplication::sendEvent(&field, &up);
  }
  settle();
}

bool Robot::wait(const std::function<bool()>& done, int milliseconds) {
  QElapsedTimer timer;
  timer.start();
  while (!done()) {
    if (timer.elapsed() > milliseconds) return false;
    QApplication::processEvents(QEventLoop::AllEvents, 20);
    QThread::msleep(2);
  }
  return true;
}

void Robot::settle() {
  for (int turn = 0; turn < 3; ++turn) {
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QApplication::processEvents(QEventLoop::AllEvents, 20);
  }
}

}  // namespace footbridge::app
