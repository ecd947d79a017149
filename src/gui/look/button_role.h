// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>

class QWidget;

namespace footbridge::gui::look {

/// What a push button is for; its property `role` says it in a form.
enum class ButtonRole : std::uint8_t {
  Quiet,   ///< "quiet", and every button that says nothing
  Go,      ///< "go": the one thing to do next
  Tinted,  ///< "a", "b", "ours"
  Link,    ///< "link": words alone
  Nav,     ///< "nav": an entry of the side bar
  Chip,    ///< "chip": a pill that can be chosen
  Score,   ///< "score": one square of the rating scale
  Aside,   ///< "aside": the wider answer beside the scale
  Choice,  ///< "choice": a whole line to choose, left aligned
};

[[nodiscard]] ButtonRole roleOf(const QWidget* button);

/// What a button says, drawn and read out: its `text` as it stands, for "R&D" is somebody's name. Only in Qt's own
/// picker of files is "&" no letter; it marks a key there.
[[nodiscard]] QString wordsOn(const QWidget* button, const QString& text);

}  // namespace footbridge::gui::look
