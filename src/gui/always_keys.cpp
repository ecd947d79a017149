// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/always_keys.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>

#include "gui/beside_window.h"

namespace footbridge::gui {
namespace {

/// A dialog may put another in its place; more than a few are never open.
constexpr int kMostDialogs = 8;

/// Without its questions, and without a word to whoever waits for its answer: somebody is coming. What it was about is
/// neither done nor called off.
void closeUnheard(QWidget& modal) {
  modal.blockSignals(true);
  // First, while it is known to stand over the others: a dialog that is done closes, and nothing closes beside slow work.
  modal.hide();
  if (auto* dialog = qobject_cast<QDialog*>(&modal)) dialog->done(QDialog::Rejected);
}

/// Without its questions too: what is half done in a dialog is either typed again or owed still.
void goBack(QWidget& modal) {
  if (auto* dialog = qobject_cast<QDialog*>(&modal)) return dialog->done(QDialog::Rejected);
  modal.close();
}

void closeAll(void (*close)(QWidget&)) {
  for (int i = 0; i < kMostDialogs && QApplication::activePopupWidget() != nullptr; ++i) {
    QApplication::activePopupWidget()->hide();
  }
  for (int i = 0; i < kMostDialogs && QApplication::activeModalWidget() != nullptr; ++i) {
    close(*QApplication::activeModalWidget());
  }
}

}  // namespace

AlwaysKeys::AlwaysKeys(QObject* parent) : QObject(parent) {
  qApp->installEventFilter(this);
}

bool AlwaysKeys::eventFilter(QObject* watched, QEvent* event) {
  const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
  const bool isOurs = key == Qt::Key_F8 || key == Qt::Key_F1;
  if (!isOurs || (QApplication::activeModalWidget() == nullptr && QApplication::activePopupWidget() == nullptr))
    return QObject::eventFilter(watched, event);
  if (key == Qt::Key_F8) {
    Q_EMIT hidePressed();
    closeAll(closeUnheard);
  } else if (!SlowWork::goesOn()) {  // else the dialog is needed still
    m_onWayToSafety = true;
    closeAll(goBack);
    // Whoever waited inside a dialog goes on first.
    soon(*this, [this] {
      m_onWayToSafety = false;
      Q_EMIT safetyPressed();
    });
  }
  return true;
}

}  // namespace footbridge::gui
