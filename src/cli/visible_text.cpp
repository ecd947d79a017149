// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/visible_text.h"

#include "domain/text.h"

namespace footbridge::cli {
std::string visibleLine(std::string_view text) {
  std::string shown = visibleText(text);
  for (char& c : shown) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return shown;
}

}  // namespace footbridge::cli
