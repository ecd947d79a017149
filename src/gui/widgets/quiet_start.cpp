// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/quiet_start.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWidget>

namespace footbridge::gui {
namespace {

std::chrono::milliseconds restOfKeys{600};

bool isTypedInto(const QWidget& field, int key) {
  if (const auto* const plain = qobject_cast<const QPlainTextEdit*>(&field)) return !plain->isReadOnly();
  if (const auto* const text = qobject_cast<const QTextEdit*>(&field)) return !text->isReadOnly();
  return key == Qt::Key_Space && qobject_cast<const QLineEdit*>(&field) != nullptr;
}

}  // namespace

QuietStart::QuietStart(QWidget& place) : QObject(&place), m_place(place) {}

void QuietStart::setLength(std::chrono::milliseconds length) {
  restOfKeys = length;
}

void QuietStart::begin() {
  m_rest.start();
  qApp->removeEventFilter(this);
  qApp->installEventFilter(this);
}

bool QuietStart::eventFilter(QObject* watched, QEvent* event) {
  if (m_rest.elapsed() >= restOfKeys.count()) {
    qApp->removeEventFilter(this);
    return false;
  }
  if (!isForBefore(*event)) return QObject::eventFilter(watched, event);
  // A shortcut that is overridden comes again as a key, and that is taken then.
  if (event->type() == QEvent::ShortcutOverride)
    event->accept();
  else
    m_rest.start();
  return true;
}

bool QuietStart::isForBefore(const QEvent& event) {
  if (event.type() != QEvent::KeyPress && event.type() != QEvent::ShortcutOverride) return false;
  const int key = static_cast<const QKeyEvent&>(event).key();
  if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Space) return false;
  const QWidget* const focus = QApplication::focusWidget();
  if (focus == nullptr) return m_place.isVisible() && QApplication::activeModalWidget() == nullptr;
  return (focus == &m_place || m_place.isAncestorOf(focus)) && !isTypedInto(*focus, key);
}

}  // namespace footbridge::gui
