// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "domain/text.h"

namespace footbridge {

/// What a partner is called on screen: NFC, 1 to 40 code points, one line, nothing that deceives the eye.
class PartnerName {
 public:
  [[nodiscard]] static std::optional<PartnerName> from(std::string_view typed);
  [[nodiscard]] const std::string& text() const { return m_text; }
  auto operator<=>(const PartnerName&) const = default;

 private:
  explicit PartnerName(std::string text) : m_text(std::move(text)) {}
  std::string m_text;
};

/// The hues that a partner may choose. Ember and lagoon are the defaults of A and B; violet is kept for *ours*.
enum class PartnerColour : std::uint8_t { Ember = 0, Lagoon = 1, Moss = 2, Plum = 3, Ochre = 4, Slate = 5 };
inline constexpr std::array kPartnerColours{PartnerColour::Ember, PartnerColour::Lagoon, PartnerColour::Moss,
                                            PartnerColour::Plum,  PartnerColour::Ochre,  PartnerColour::Slate};

/// One of the two. Names may be the same for both; the colour and the id never are.
struct Partner {
  PartnerId id;
  PartnerName name;
  PartnerColour colour;
  bool operator==(const Partner&) const = default;
};

}  // namespace footbridge
