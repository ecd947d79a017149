// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringView>
#include <span>

namespace footbridge::gui::look {

/// How one kind of text is set: the font at 100 %, the height of a line, and the token it is coloured with.
struct TextLook {
  QStringView name;
  QStringView colour;
  double lineHeight;  ///< of the font's size
  int pixels;
  QFont::Weight weight;
  bool serif;  ///< Vollkorn; else Inter
  bool italic;
  bool underlined = false;
};

/// Every one there is.
[[nodiscard]] std::span<const TextLook> textLooks();
/// By the name a label's property `look` gives; body for a name nobody knows.
[[nodiscard]] const TextLook& textLook(QStringView name);
/// At 1.0 for 100 %.
[[nodiscard]] QFont fontOf(const TextLook& look, double scale);
/// `font` as these words need it. Both faces hold every Latin letter, so Qt need not look for others to help them out,
/// which takes longer than the face itself; words in other letters, or with a smile in them, get that help. Small Latin
/// words in Inter are not kerned either. A widget that asks for it with one font must not ask without it with the same:
/// that would set up the face twice.
[[nodiscard]] QFont fontFor(const QString& words, const QFont& font);
[[nodiscard]] QFont sans(int pixels, QFont::Weight weight, double scale);

}  // namespace footbridge::gui::look
