// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/dialog_foot.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include "dialogs/ui_dialog_foot.h"

namespace footbridge::gui {

DialogFoot::DialogFoot(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::DialogFoot>()) {
  m_ui->setupUi(this);
  connect(m_ui->safetyButton, &QPushButton::clicked, this, [this] { press(Qt::Key_F1); });
  connect(m_ui->hideButton, &QPushButton::clicked, this, [this] { press(Qt::Key_F8); });
}

DialogFoot::~DialogFoot() = default;

/// The window hears the keys over every dialog, so that there is one way out and not two.
void DialogFoot::press(int key) {
  QKeyEvent pressed(QEvent::KeyPress, key, Qt::NoModifier);
  QCoreApplication::sendEvent(window(), &pressed);
}

}  // namespace footbridge::gui
