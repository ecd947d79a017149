// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>

#include "gui/look/footbridge_style.h"

class QPainter;
class QWidget;

namespace footbridge::gui::look {

/// What a drawing function works with, for the length of one call.
struct Brush {
  QPainter& painter;
  const FootbridgeStyle& style;
  const QWidget* widget;

  [[nodiscard]] const Theme& theme() const { return style.theme(); }
  [[nodiscard]] double px(double length) const { return length * style.scale(); }
  [[nodiscard]] QString property(const char* name) const;
};

// Shapes that all of them are made of.
/// A filled, thinly bordered round-cornered box, its border inside `rect`.
void roundBox(const Brush& brush, const QRectF& rect, double radius, const QColor& fill, const QColor& border,
              double width = 1);
/// The ring that shows where the keyboard is, just inside `rect`.
void focusRing(const Brush& brush, const QRectF& rect, double radius);
void chevronDown(const Brush& brush, const QPointF& middle, const QColor& colour);
[[nodiscard]] bool showsFocus(QStyle::State state);

void drawButton(const Brush& brush, const QStyleOptionButton& option);
/// False for a frame that is none of ours.
[[nodiscard]] bool drawFrame(const Brush& brush, const QStyleOption& option);
void drawPopup(const Brush& brush, const QRect& rect);
/// The whole of a menu, beneath its entries.
void drawMenuGround(const Brush& brush, const QRect& rect);
void drawMenuItem(const Brush& brush, const QStyleOptionMenuItem& item);
/// What is seen of a menu's window: its corners are round on any desktop, also where nothing shines through.
[[nodiscard]] QRegion menuShape(const FootbridgeStyle& style, const QRect& rect);
[[nodiscard]] QSize menuItemSize(const FootbridgeStyle& style, const QStyleOptionMenuItem& item, const QSize& words);
void drawFocus(const Brush& brush, const QStyleOption& option);
void drawEdit(const Brush& brush, const QRect& rect, QStyle::State state);
void drawCheck(const Brush& brush, const QStyleOption& option);
void drawRadio(const Brush& brush, const QStyleOption& option);
void drawCombo(const Brush& brush, const QStyleOptionComplex& option);
void drawSlider(const Brush& brush, const QStyleOptionSlider& option);
void drawScrollBar(const Brush& brush, const QStyleOptionSlider& option);
void drawProgress(const Brush& brush, const QStyleOptionProgressBar& option);

}  // namespace footbridge::gui::look
