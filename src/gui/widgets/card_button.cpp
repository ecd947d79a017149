// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/card_button.h"

#include <QChildEvent>
#include <QKeyEvent>
#include <QLayout>
#include <QStyleOptionButton>
#include <QStyleOptionFrame>
#include <QStylePainter>

namespace footbridge::gui {

CardButton::CardButton(QWidget* parent) : QPushButton(parent) {
  setProperty("look", QStringLiteral("card"));
  setAutoDefault(false);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

QSize CardButton::sizeHint() const {
  return layout() == nullptr ? QSize() : layout()->totalSizeHint();
}

QSize CardButton::minimumSizeHint() const {
  return layout() == nullptr ? QSize() : layout()->totalMinimumSize();
}

void CardButton::paintEvent(QPaintEvent*) {
  QStylePainter painter(this);
  QStyleOptionFrame frame;
  frame.initFrom(this);
  frame.state.setFlag(QStyle::State_Sunken, isDown());
  frame.state.setFlag(QStyle::State_On, isChecked());
  painter.drawControl(QStyle::CE_ShapedFrame, frame);
  if (!hasFocus()) return;
  QStyleOptionFocusRect ring;
  ring.initFrom(this);
  if (property("ringed").toBool()) ring.state |= QStyle::State_KeyboardFocusChange;
  painter.drawPrimitive(QStyle::PE_FrameFocusRect, ring);
}

void CardButton::childEvent(QChildEvent* event) {
  QPushButton::childEvent(event);
  if (event->added() && event->child()->isWidgetType())
    static_cast<QWidget*>(event->child())->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void CardButton::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
  QPushButton::keyPressEvent(event);
}

}  // namespace footbridge::gui
