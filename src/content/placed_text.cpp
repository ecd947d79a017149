// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/placed_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "content/json_fields.h"

namespace footbridge::content {
namespace {

constexpr std::array<std::string_view, 2> kEvidenceKeys{"evidence", "evidenceGrade"};
constexpr std::array<std::string_view, 3> kNotForPartners{"evidence", "evidenceGrade", "facilitator"};
/// Names and words of the format; nobody reads them.
constexpr std::array<std::string_view, 14> kNoText{"id",       "practice", "audience", "kind",  "who",
                                                   "together", "deck",     "about",    "opens", "outcome",
                                                   "key",      "alone",    "inner",    "outer"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void collect(const Json& value, const std::string& place, std::vector<PlacedText>& texts) {
  if (value.is_string()) texts.push_back({place, value.get<std::string>()});
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i)
      collect(value[i], std::string(place).append("/").append(std::to_string(i)), texts);
  }
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.items()) {
    if (!isOneOf(kNoText, key)) collect(inner, std::string(place).append("/").append(key), texts);
  }
}

template <typename Wanted>
std::vector<PlacedText> textsUnder(const Document& document, Wanted wanted) {
  std::vector<PlacedText> texts;
  for (const auto& [key, value] : document.root.items()) {
    if (wanted(key) && !isOneOf(kNoText, key)) collect(value, "/" + key, texts);
  }
  return texts;
}

}  // namespace

std::vector<PlacedText> partnersTexts(const Document& document) {
  return textsUnder(document, [](std::string_view key) { return !isOneOf(kNotForPartners, key); });
}

std::vector<PlacedText> evidenceTexts(const Document& document) {
  return textsUnder(document, [](std::string_view key) { return isOneOf(kEvidenceKeys, key); });
}

}  // namespace footbridge::content
