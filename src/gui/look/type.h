// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringView>

namespace footbridge::gui::look {

/// How one kind of text is set: the font at 100 %, the height of a line, and the token it is coloured with.
struct TextLook {
  QStringView name;
  bool serif;  ///< Vollkorn; else Inter
  int pixels;
  QFont::Weight weight;
  bool italic;
  double lineHeight;  ///< of the font's size
  QStringView colour;
};

/// By the name a label's property `look` gives; body for a name nobody knows.
[[nodiscard]] const TextLook& textLook(QStringView name);
/// At 1.0 for 100 %.
[[nodiscard]] QFont fontOf(const TextLook& look, double scale);
[[nodiscard]] QFont sans(int pixels, QFont::Weight weight, double scale);

}  // namespace footbridge::gui::look
