// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "gui/look/draw.h"
#include "gui/look/measure.h"

namespace footbridge::gui::look {
namespace {

/// The sides of a box meet along the line from its outer to its inner corner: how CSS draws one thick border of four.
QPainterPath sideOf(const QRectF& box, bool top, double radius, double thick) {
  const double slant = radius / thick;
  QPolygonF side;
  if (top)
    side << box.topLeft() << box.topLeft() + QPointF(slant, radius) << box.topRight() + QPointF(-slant, radius)
         << box.topRight();
  else
    side << box.topLeft() << box.topLeft() + QPointF(radius, slant) << box.bottomLeft() + QPointF(radius, -slant)
         << box.bottomLeft();
  QPainterPath path;
  path.addPolygon(side);
  path.closeSubpath();
  return path;
}

void drawEdge(const Brush& brush, const QRectF& box, const QString& edge, const QColor& colour) {
  const bool top = edge == u"top";
  const double radius = brush.px(14);
  const double thick = brush.px(top ? 5 : 6);
  QPainterPath outer;
  outer.addRoundedRect(box, radius, radius);
  const QRectF hollow = top ? box.adjusted(1, thick, -1, radius * 4) : box.adjusted(thick, 1, radius * 4, -1);
  QPainterPath inner;
  inner.addRoundedRect(hollow, radius - (top ? 1 : thick), radius - (top ? thick : 1));
  brush.painter.setPen(Qt::NoPen);
  brush.painter.setBrush(colour);
  brush.painter.drawPath(outer.intersected(sideOf(box, top, radius, thick)).subtracted(inner));
}

void drawPill(const Brush& brush, const QRect& rect) {
  const QString tint = brush.property("tint");
  const double radius = std::min(brush.px(99), rect.height() / 2.0);
  roundBox(brush, rect, radius, tokenWash(brush.theme(), tint), tokenWash(brush.theme(), tint));
}

void drawTextPage(const Brush& brush, const QRect& rect, QStyle::State state) {
  const QString tint = brush.property("tint");
  const QColor border = tint.isEmpty() ? brush.theme().edge : tokenColour(brush.theme(), tint);
  const bool focus = state & QStyle::State_HasFocus;
  roundBox(brush, rect, brush.px(12), brush.theme().card, focus && tint.isEmpty() ? brush.theme().focus : border,
           focus ? 2 : 1.5);
}

void drawBox(const Brush& brush, const QStyleOption& option, const QString& look) {
  const Theme& theme = brush.theme();
  const QString edge = brush.property("edge");
  const QString tint = brush.property("tint");
  const bool banner = look == u"banner";
  if (option.state & QStyle::State_On) {
    const QString token = tint.isEmpty() ? QStringLiteral("ours") : tint;
    return roundBox(brush, option.rect, brush.px(14), tokenWash(theme, token), tokenColour(theme, token), 1.5);
  }
  QColor fill = banner ? tokenWash(theme, tint) : look == u"sunk" ? theme.sunk : theme.card;
  // Towards its own colour, not towards grey, which looks like something that cannot be pressed.
  if (qobject_cast<const QAbstractButton*>(brush.widget) != nullptr)
    fill = mixed(fill, tint.isEmpty() ? theme.sunk : tokenWash(theme, tint),
                 (option.state & QStyle::State_Sunken)      ? 0.9
                 : (option.state & QStyle::State_MouseOver) ? 0.45
                                                            : 0);
  const QColor border = !tint.isEmpty() && edge.isEmpty() && !banner ? tokenColour(theme, tint)
                        : banner                                     ? fill
                                                                     : theme.line;
  // A frame that takes the keyboard is an answer that has just come; a button has a ring of its own.
  const bool focus = (option.state & QStyle::State_HasFocus) && qobject_cast<const QFrame*>(brush.widget) != nullptr;
  roundBox(brush, option.rect, brush.px(14), fill, focus ? theme.focus : border, focus ? 2 : 1);
  if (!edge.isEmpty()) drawEdge(brush, option.rect, edge, tokenColour(theme, tint));
}

}  // namespace

bool drawFrame(const Brush& brush, const QStyleOption& option) {
  if (brush.widget == nullptr) return false;
  const QString look = brush.property("look");
  const auto* area = qobject_cast<const QAbstractScrollArea*>(brush.widget);
  brush.painter.save();
  brush.painter.setRenderHint(QPainter::Antialiasing);
  bool ours = true;
  if (area != nullptr && isTextEdit(*brush.widget)) {
    const bool focus = area->hasFocus();
    if (area->frameShape() != QFrame::NoFrame)
      drawTextPage(brush, option.rect, focus ? option.state | QStyle::State_HasFocus : option.state);
  } else if (qobject_cast<const QLabel*>(brush.widget) != nullptr) {
    // The frame of a label leaves its margins out.
    ours = look == u"tag" || look == u"band";
    if (look == u"tag") drawPill(brush, brush.widget->rect());
    if (look == u"band") brush.painter.fillRect(brush.widget->rect(), tokenWash(brush.theme(), brush.property("tint")));
  } else if (look == u"page") {
    drawTextPage(brush, option.rect, QStyle::State_None);
  } else if (look == u"card" || look == u"sunk" || look == u"banner") {
    drawBox(brush, option, look);
  } else {
    ours = false;
  }
  brush.painter.restore();
  return ours;
}

}  // namespace footbridge::gui::look
