// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/visible_text.h"

#include "domain/text.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::size_t lengthByLeadByte(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte >= 0xF0) return 4;
  if (byte >= 0xE0) return 3;
  return byte >= 0xC0 ? 2 : 1;
}

}  // namespace

std::string visibleText(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    std::string_view point = text.substr(0, lengthByLeadByte(text.front()));
    const bool sound = isUtf8(point);
    if (!sound) point = text.substr(0, 1);
    shown += sound && !hasDeceptiveCharacter(point) ? point : kReplacement;
    text.remove_prefix(point.size());
  }
  return shown;
}

std::string visibleLine(std::string_view text) {
  std::string shown = visibleText(text);
  for (char& c : shown) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return shown;
}

}  // namespace footbridge::cli
