// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/ready_button.h"

#include <QPushButton>

#include "gui/look/look.h"

namespace footbridge::gui {

void showReady(QPushButton& button, const QString& name, const QString& tint) {
  const bool isReady = button.isChecked();
  button.setText(isReady ? QPushButton::tr("%1 is ready").arg(name)
                         : QPushButton::tr("I’m %1, and I’m ready").arg(name));
  look::setRole(&button, isReady ? "quiet" : tint.toLatin1().constData());
}

}  // namespace footbridge::gui
