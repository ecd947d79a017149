// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QScrollArea>
#include <algorithm>
#include <array>

#include "gui/look/draw.h"
#include "gui/look/measure.h"

namespace footbridge::gui::look {
namespace {

/// Saves the painter's state for one drawing with smooth edges.
class Smooth {
 public:
  explicit Smooth(QPainter& painter) : m_painter(painter) {
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
  }
  ~Smooth() { m_painter.restore(); }
  Smooth(const Smooth&) = delete;
  Smooth& operator=(const Smooth&) = delete;

 private:
  QPainter& m_painter;
};

QColor tintOr(const Brush& brush, const QColor& otherwise) {
  const QString tint = brush.property("tint");
  return tint.isEmpty() ? otherwise : tokenColour(brush.theme(), tint);
}

QColor markColour(const Brush& brush, QStyle::State state) {
  return (state & QStyle::State_Enabled) ? tintOr(brush, brush.theme().ours.ink) : brush.theme().faint;
}

}  // namespace

void drawEdit(const Brush& brush, const QRect& rect, QStyle::State state) {
  const Smooth smooth(brush.painter);
  const Theme& theme = brush.theme();
  const bool focus = state & QStyle::State_HasFocus;
  const QColor fill = (state & QStyle::State_Enabled) ? theme.card : theme.sunk;
  roundBox(brush, rect, brush.px(12), fill, tintOr(brush, focus ? theme.focus : theme.edge), focus ? 2 : 1.5);
}

void drawCheck(const Brush& brush, const QStyleOption& option) {
  const Smooth smooth(brush.painter);
  const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
  const bool on = option.state & QStyle::State_On;
  const QColor colour = markColour(brush, option.state);
  roundBox(brush, box, brush.px(6), on ? colour : brush.theme().card, on ? colour : brush.theme().soft, 1.5);
  if (!on) return;
  const auto at = [&box](double x, double y) { return QPointF(box.x() + box.width() * x, box.y() + box.height() * y); };
  const std::array tick{at(0.26, 0.53), at(0.43, 0.70), at(0.75, 0.33)};
  brush.painter.setPen(QPen(brush.theme().card, brush.px(2.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  brush.painter.drawPolyline(tick.data(), static_cast<int>(tick.size()));
}

void drawRadio(const Brush& brush, const QStyleOption& option) {
  const Smooth smooth(brush.painter);
  const QRectF ring = QRectF(option.rect).adjusted(2, 2, -2, -2);
  const bool on = option.state & QStyle::State_On;
  const QColor colour = markColour(brush, option.state);
  brush.painter.setPen(QPen(on ? colour : brush.theme().soft, brush.px(1.6)));
  brush.painter.setBrush(brush.theme().card);
  brush.painter.drawEllipse(ring);
  if (!on) return;
  brush.painter.setPen(Qt::NoPen);
  brush.painter.setBrush(colour);
  brush.painter.drawEllipse(ring.center(), ring.width() * 0.28, ring.height() * 0.28);
}

void drawCombo(const Brush& brush, const QStyleOptionComplex& option) {
  drawEdit(brush, option.rect, option.state);
  const Smooth smooth(brush.painter);
  const QColor colour = (option.state & QStyle::State_Enabled) ? brush.theme().soft : brush.theme().faint;
  chevronDown(brush, QPointF(option.rect.right() - brush.px(20), option.rect.center().y() + 1), colour);
}

void drawSlider(const Brush& brush, const QStyleOptionSlider& option) {
  const Smooth smooth(brush.painter);
  const QRectF handle = brush.style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, brush.widget);
  const bool flat = option.orientation == Qt::Horizontal;
  const double thick = brush.px(6);
  const QRectF all(option.rect);
  const QRectF groove = flat ? QRectF(all.left(), all.center().y() - thick / 2, all.width(), thick)
                             : QRectF(all.center().x() - thick / 2, all.top(), thick, all.height());
  QRectF past = groove;
  flat ? past.setRight(handle.center().x()) : past.setTop(handle.center().y());
  const QColor colour = markColour(brush, option.state);
  roundBox(brush, groove, thick / 2, brush.theme().line, brush.theme().line);
  roundBox(brush, past, thick / 2, colour, colour);
  const double size = brush.px(20);
  const QRectF knob(handle.center().x() - size / 2, handle.center().y() - size / 2, size, size);
  roundBox(brush, knob, size / 2, brush.theme().card, colour, 2);
  if (showsFocus(option.state)) focusRing(brush, knob.adjusted(-4, -4, 4, 4), size);
}

void drawScrollBar(const Brush& brush, const QStyleOptionSlider& option) {
  const Smooth smooth(brush.painter);
  if (option.maximum <= option.minimum) return;
  const QRect part = scrollBarPart(brush.style, option, QStyle::SC_ScrollBarSlider);
  const bool flat = option.orientation == Qt::Horizontal;
  const QRectF pill = QRectF(part).adjusted(flat ? 2 : 3, flat ? 3 : 2, flat ? -2 : -3, flat ? -3 : -2);
  const bool held = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
  // A page that can only be scrolled takes the keyboard as a whole, and says so here.
  const QWidget* holder = brush.widget != nullptr ? brush.widget->parentWidget() : nullptr;
  const auto* area = holder != nullptr ? qobject_cast<const QScrollArea*>(holder->parentWidget()) : nullptr;
  const QColor plain = mixed(brush.theme().line, brush.theme().soft, held ? 0.75 : 0.4);
  const QColor colour = area != nullptr && area->hasFocus() ? brush.theme().focus : plain;
  roundBox(brush, pill, 99, colour, colour);
}

void drawProgress(const Brush& brush, const QStyleOptionProgressBar& option) {
  const Smooth smooth(brush.painter);
  const double high = std::min<double>(option.rect.height(), brush.px(8));
  QRectF groove(option.rect.left(), option.rect.center().y() - high / 2, option.rect.width(), high);
  roundBox(brush, groove, high / 2, brush.theme().line, brush.theme().line);
  const double span = std::max(1, option.maximum - option.minimum);
  groove.setWidth(groove.width() * std::clamp((option.progress - option.minimum) / span, 0.0, 1.0));
  const QColor colour = tintOr(brush, brush.theme().ours.ink);
  if (groove.width() > 1) roundBox(brush, groove, high / 2, colour, colour);
}

}  // namespace footbridge::gui::look
