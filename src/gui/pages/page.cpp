// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/page.h"

#include <QLabel>

#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {

void Page::takeKeyboard() {
  QWidget* field = m_firstField;
  if (field == nullptr || !field->isVisibleTo(this) || !field->isEnabled()) return setFocus(Qt::OtherFocusReason);
  field->setFocus(Qt::OtherFocusReason);
  auto* title = findChild<QLabel*>(QStringLiteral("titleLabel"));
  if (title == nullptr) return PageScroll::follow(*field);
  PageScroll::beginAt(*title, *field);
}

void Page::beginAt(QWidget* field) {
  m_firstField = field;
  if (field != nullptr && isVisible()) takeKeyboard();
}

}  // namespace footbridge::gui
