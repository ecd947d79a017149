// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace footbridge::cli {

/// visibleText() on one line: for names of files and people in messages.
[[nodiscard]] std::string visibleLine(std::string_view text);

}  // namespace footbridge::cli
