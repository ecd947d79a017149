// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/brand_mark.h"

#include <QPainter>
#include <QPainterPath>

#include "gui/look/look.h"

namespace footbridge::gui {

BrandMark::BrandMark(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize BrandMark::sizeHint() const {
  return {look::px(34), look::px(22)};
}

void BrandMark::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(look::scale(), look::scale());
  const Theme& theme = look::theme();
  QPainterPath bridge(QPointF(1, 19));
  bridge.quadTo(QPointF(17, -7), QPointF(33, 19));
  painter.strokePath(bridge, QPen(theme.ours.ink, 2.6, Qt::SolidLine, Qt::RoundCap));
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.a.ink);
  painter.drawEllipse(QPointF(3, 19), 3, 3);
  painter.setBrush(theme.b.ink);
  painter.drawEllipse(QPointF(31, 19), 3, 3);
}

}  // namespace footbridge::gui
