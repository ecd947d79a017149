// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <functional>
#include <vector>

#include "gui/look/theme.h"

class QFont;
class QPainter;

namespace footbridge::gui {

namespace look {
struct TextLook;
}

/// A part of a printed page in the look of the program, filled from the top. Lengths are those of the screen's drawings
/// (1/96 inch). Real text, so that it can be searched and read aloud.
class Sheet {
 public:
  using Fill = std::function<void(Sheet&)>;

  /// Lines to write on beyond the least: how many would be welcome, and how many there is room for.
  struct Stretch {
    int wanted = 0;
    int granted = 0;
  };
  struct Place {
    double left = 0;
    double top = 0;
    double width = 0;
    double scale = 1.0;          ///< of text
    bool draws = true;           ///< false: only measures
    Stretch* stretch = nullptr;  ///< none: every line to write on is the least of them
  };
  struct Column {
    double share;  ///< of the width that is left between the columns
    Fill fill;
  };

  /// From one line to write on to the next.
  static constexpr double kRuleHeight = 31;

  Sheet(QPainter& painter, const Place& place);

  /// Text in one of the looks, wrapped to the width, in a colour by token.
  void say(const char* look, const QString& words, const char* token = "ink", Qt::Alignment align = Qt::AlignLeft);
  void gap(double height) { m_place.top += height; }
  /// A box as wide as the sheet and as high as what `fill` puts into it. `fill` may run twice: to measure and to draw.
  void box(const char* wash, const Fill& fill, double inset = kInset);
  /// Beside each other; what comes next begins below the longest.
  void columns(const std::vector<Column>& columns, double between);
  /// With room left free at the left edge.
  void indented(double left, const Fill& fill);
  /// Lines to write on: `least`, and up to `most` where the page has room.
  void rules(int least, int most);
  /// A drawing of this height; `paint` runs only when there is something to draw on.
  void draw(double height, const std::function<void(QPainter&, const QRectF&)>& paint);
  /// Words in a grid, in plain capitals of one height that are easy to copy.
  void grid(const QStringList& words, int columns);
  /// The figure of two banks and a bridge, with the program's name.
  void brand();

  [[nodiscard]] double width() const { return m_place.width; }
  /// Where what comes next begins.
  [[nodiscard]] double bottom() const { return m_place.top; }
  [[nodiscard]] const Theme& theme() const { return m_theme; }
  [[nodiscard]] QFont fontOf(const char* look) const;

 private:
  static constexpr double kInset = 22;

  [[nodiscard]] Sheet within(double left, double width, bool draws) const;
  void text(const QFont& font, const QColor& colour, const QRectF& where, int flags, const QString& words);

  QPainter& m_painter;
  Theme m_theme;
  Place m_place;
};

}  // namespace footbridge::gui
