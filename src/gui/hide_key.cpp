// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/hide_key.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>

namespace footbridge::gui {
namespace {

/// A dialog may put another in its place; more than a few are never open.
constexpr int kMostDialogs = 8;

void closeDialogs() {
  for (int i = 0; i < kMostDialogs && QApplication::activePopupWidget() != nullptr; ++i) {
    QApplication::activePopupWidget()->hide();
  }
  for (int i = 0; i < kMostDialogs; ++i) {
    QWidget* modal = QApplication::activeModalWidget();
    if (modal == nullptr) return;
    // Without its questions, and without a word to whoever waits for its answer: somebody is coming. What it was about
    // is neither done nor called off.
    modal->blockSignals(true);
    // First, while it is known to stand over the others: a dialog that is done closes, and nothing closes beside slow
    // work.
    modal->hide();
    if (auto* dialog = qobject_cast<QDialog*>(modal)) dialog->done(QDialog::Rejected);
  }
}

}  // namespace

HideKey::HideKey(QObject* parent) : QObject(parent) {
  qApp->installEventFilter(this);
}

bool HideKey::eventFilter(QObject* watched, QEvent* event) {
  const bool isKey = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F8;
  const bool isOver =
      isKey && (QApplication::activeModalWidget() != nullptr || QApplication::activePopupWidget() != nullptr);
  if (!isOver) return QObject::eventFilter(watched, event);
  Q_EMIT pressed();
  closeDialogs();
  return true;
}

}  // namespace footbridge::gui
