// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <functional>

#include "domain/result.h"
#include "gui/look/theme.h"

class QPainter;

namespace footbridge::gui {

/// One printed page in the look of the program, filled from the top. Lengths are those of the screen's drawings
/// (1/96 inch). Real text, so that it can be searched and read aloud.
class Sheet {
 public:
  /// On a page of this width.
  Sheet(QPainter& painter, double width);

  /// Text in one of the looks, wrapped to the width, in a colour by token.
  void say(const char* look, const QString& text, const char* token = "ink");
  void gap(double height) { m_y += height; }
  /// A box as wide as the sheet and as high as what `fill` puts into it. `fill` runs twice: to measure and to draw.
  void box(const char* wash, const std::function<void(Sheet&)>& fill);
  /// Words in a grid, in plain capitals of one height that are easy to copy.
  void grid(const QStringList& words, int columns);
  /// The figure of two banks and a bridge, with the program's name.
  void brand();

 private:
  Sheet(const Sheet& outer, double inset, bool draws);
  void text(const QFont& font, const QColor& colour, const QRectF& where, int flags, const QString& words);

  QPainter& m_painter;
  Theme m_theme;
  double m_left = 0;
  double m_width;
  double m_y = 0;
  bool m_draws = true;
};

/// A page of the size that is usual here (A4 or Letter), as a PDF.
[[nodiscard]] QByteArray printedSheet(const QString& title, const std::function<void(Sheet&)>& fill);

/// Writes a file that only its owner may read. AlreadyExists where there is one; nothing is left where it fails.
[[nodiscard]] Result<void> writeNewPrivateFile(const QString& path, const QByteArray& bytes);

}  // namespace footbridge::gui
