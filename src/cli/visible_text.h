// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace footbridge::cli {

/// As it may be put on a terminal: what could move the cursor, or make text look other than it is, becomes U+FFFD.
/// Line feeds and tabs stay. Ill-formed bytes become U+FFFD too.
[[nodiscard]] std::string visibleText(std::string_view text);

/// visibleText() on one line: for names of files and people in messages.
[[nodiscard]] std::string visibleLine(std::string_view text);

}  // namespace footbridge::cli
