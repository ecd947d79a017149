// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/leave_on_escape.h"

#include <QAbstractButton>
#include <QShortcut>

namespace footbridge::gui {

void leaveOnEscape(QWidget& page, QAbstractButton& back) {
  // Heard while the page is on screen, also with the keyboard on what stands around it.
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), &page);
  QObject::connect(escape, &QShortcut::activated, &back, &QAbstractButton::click);
}

}  // namespace footbridge::gui
