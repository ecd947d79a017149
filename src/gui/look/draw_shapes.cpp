// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QVariant>
#include <QWidget>
#include <algorithm>
#include <array>

#include "gui/look/draw.h"

namespace footbridge::gui::look {

QString Brush::property(const char* name) const {
  return widget == nullptr ? QString() : widget->property(name).toString();
}

void roundBox(const Brush& brush, const QRectF& rect, double radius, const QColor& fill, const QColor& border,
              double width) {
  const double half = width / 2;
  const QRectF box = rect.adjusted(half, half, -half, -half);
  const double round = std::min({radius, box.height() / 2, box.width() / 2});
  brush.painter.setPen(border == fill ? QPen(Qt::NoPen) : QPen(border, width));
  brush.painter.setBrush(fill);
  if (border == fill)
    brush.painter.drawRoundedRect(rect, round, round);
  else
    brush.painter.drawRoundedRect(box, round, round);
}

void focusRing(const Brush& brush, const QRectF& rect, double radius) {
  const QRectF box = rect.adjusted(1, 1, -1, -1);
  const double round = std::min(radius + 1, box.height() / 2);
  brush.painter.setPen(QPen(brush.theme().focus, 2));
  brush.painter.setBrush(Qt::NoBrush);
  brush.painter.drawRoundedRect(box, round, round);
}

void chevronDown(const Brush& brush, const QPointF& middle, const QColor& colour) {
  const double wide = brush.px(4.5);
  const double high = brush.px(2.5);
  const std::array points{QPointF(middle.x() - wide, middle.y() - high), QPointF(middle.x(), middle.y() + high),
                          QPointF(middle.x() + wide, middle.y() - high)};
  brush.painter.setPen(QPen(colour, brush.px(1.8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  brush.painter.setBrush(Qt::NoBrush);
  brush.painter.drawPolyline(points.data(), static_cast<int>(points.size()));
}

bool showsFocus(QStyle::State state) {
  return (state & QStyle::State_HasFocus) && (state & QStyle::State_KeyboardFocusChange);
}

void drawPopup(const Brush& brush, const QRect& rect) {
  brush.painter.setPen(brush.theme().line);
  brush.painter.setBrush(brush.theme().card);
  brush.painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

void drawFocus(const Brush& brush, const QStyleOption& option) {
  if (!(option.state & QStyle::State_KeyboardFocusChange)) return;
  brush.painter.save();
  brush.painter.setRenderHint(QPainter::Antialiasing);
  const QString look = brush.property("look");
  focusRing(brush, option.rect, brush.px(look == u"card" || look == u"sunk" || look == u"banner" ? 14 : 6));
  brush.painter.restore();
}

}  // namespace footbridge::gui::look
