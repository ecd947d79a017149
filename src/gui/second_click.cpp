// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/second_click.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMouseEvent>
#include <QStyleHints>

namespace footbridge::gui {

SecondClick::SecondClick(QObject* parent) : QObject(parent) {
  qApp->installEventFilter(this);
}

bool SecondClick::eventFilter(QObject* watched, QEvent* event) {
  const bool isSecond = event->type() == QEvent::MouseButtonDblClick;
  if (!isSecond && event->type() != QEvent::MouseButtonPress) return false;
  if (qobject_cast<QAbstractButton*>(watched) == nullptr) return false;
  const auto& press = static_cast<const QMouseEvent&>(*event);
  if (!isSecond && !followsIt(press)) return false;
  // Not at each that follows: whoever goes on pressing means it.
  if (isSecond) m_since.start();
  m_at = press.globalPosition().toPoint();
  event->accept();
  return true;
}

bool SecondClick::followsIt(const QMouseEvent& press) const {
  if (!m_since.isValid() || m_since.hasExpired(QApplication::doubleClickInterval())) return false;
  const QPoint away = press.globalPosition().toPoint() - m_at;
  return away.manhattanLength() <= QGuiApplication::styleHints()->mouseDoubleClickDistance();
}

}  // namespace footbridge::gui
