// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QStringView>

#include "gui/look/appearance.h"

namespace footbridge::gui {

/// A colour to write and draw with, and the pale ground that it can be read on.
struct Hue {
  QColor ink;
  QColor wash;
};

/// The tokens of one theme. Every colour for text reaches 4.5 : 1 on paper, card and sunk.
struct Theme {
  bool dark = false;
  QColor paper, card, sunk;
  QColor line;  ///< between things, and round what is only read
  QColor edge;  ///< round what can be pressed or written in: 3 : 1 on paper and card (WCAG 2, 1.4.11)
  QColor ink, soft, faint;
  Hue a, b, ours;
  QColor strengths, support, safety, conflict;
  QColor focus;
};

namespace look {

[[nodiscard]] Hue hueOf(PartnerColour colour, bool dark);
[[nodiscard]] Theme themeFor(const Appearance& appearance);

/// "ember", "lagoon" ...
[[nodiscard]] QStringView tokenOf(PartnerColour colour);
/// By token name: "a", "b", "ours", the four practices, a partner colour, "ink", "soft", "line" ... Ink for any other.
[[nodiscard]] QColor tokenColour(const Theme& theme, QStringView token);
/// Its pale ground; sunk for tokens that have none of their own.
[[nodiscard]] QColor tokenWash(const Theme& theme, QStringView token);

[[nodiscard]] QPalette paletteOf(const Theme& theme);
/// `part` of 1 of the second colour over the first.
[[nodiscard]] QColor mixed(const QColor& first, const QColor& second, double part);
/// Contrast as WCAG 2 defines it, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

}  // namespace look
}  // namespace footbridge::gui
