// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/partner.h"

namespace footbridge {

std::optional<PartnerName> PartnerName::from(std::string_view typed) {
  constexpr std::size_t kLongest = 40;
  if (!isUtf8(typed)) return std::nullopt;
  std::string name = toNfc(trimmed(withoutUnseen(typed)));
  if (name.empty() || codePoints(name) > kLongest) return std::nullopt;
  if (hasDeceptiveCharacter(trimmed(typed)) || name.find_first_of("\n\t") != std::string::npos) return std::nullopt;
  for (const char* separator : {"\xE2\x80\xA8", "\xE2\x80\xA9"})  // of lines and of paragraphs
    if (name.find(separator) != std::string::npos) return std::nullopt;
  return PartnerName(std::move(name));
}

}  // namespace footbridge
