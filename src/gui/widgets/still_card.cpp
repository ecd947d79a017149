// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/still_card.h"

#include <QStyleOption>
#include <QStylePainter>

namespace footbridge::gui {

StillCard::StillCard(QWidget* parent) : QFrame(parent) {
  setProperty("look", QStringLiteral("card"));
  setFocusPolicy(Qt::TabFocus);
}

void StillCard::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  if (!hasFocus()) return;
  QStylePainter painter(this);
  QStyleOptionFocusRect ring;
  ring.initFrom(this);
  painter.drawPrimitive(QStyle::PE_FrameFocusRect, ring);
}

void StillCard::focusInEvent(QFocusEvent* event) {
  QFrame::focusInEvent(event);
  update();
}

void StillCard::focusOutEvent(QFocusEvent* event) {
  QFrame::focusOutEvent(event);
  update();
}

}  // namespace footbridge::gui
