// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <set>
#include <span>
#include <vector>

#include "domain/passphrase.h"

namespace footbridge {
namespace {

const utf8proc_uint8_t* bytes(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

constexpr int kAsSearched =
    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;

std::size_t encode(utf8proc_int32_t point, std::array<utf8proc_uint8_t, 4>& encoded) {
  return static_cast<std::size_t>(utf8proc_encode_char(point, encoded.data()));
}

// By the steps of utf8proc_map() and not by itself: it frees the code points as they are, and they may be a passphrase.
std::string mapped(std::string_view text, int options) {
  const auto wanted = static_cast<utf8proc_option_t>(options);
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  utf8proc_ssize_t count = utf8proc_decompose(bytes(text), size, nullptr, 0, wanted);
  if (count < 0) return std::string(text);
  std::vector<utf8proc_int32_t> points(static_cast<std::size_t>(count));
  utf8proc_decompose(bytes(text), size, points.data(), count, wanted);
  count = utf8proc_normalize_utf32(points.data(), count, wanted);
  const std::span used(points.data(), static_cast<std::size_t>(count));
  std::array<utf8proc_uint8_t, 4> encoded{};
  std::size_t length = 0;
  for (const utf8proc_int32_t point : used) length += encode(point, encoded);
  std::string result;
  result.reserve(length);
  for (const utf8proc_int32_t point : used)
    result.append(reinterpret_cast<const char*>(encoded.data()), encode(point, encoded));
  wipe(std::as_writable_bytes(std::span(points)));
  wipe(std::as_writable_bytes(std::span(encoded)));
  return result;
}

/// Calls `visit` with each code point until it answers false; false at the first ill-formed byte.
template <typename Visit>
bool forEachCodePoint(std::string_view text, Visit visit) {
  std::size_t at = 0;
  while (at < text.size()) {
    utf8proc_int32_t point = 0;
    const utf8proc_ssize_t used =
        utf8proc_iterate(bytes(text) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    if (used <= 0) return false;
    if (!visit(point)) return true;
    at += static_cast<std::size_t>(used);
  }
  return true;
}

/// A letter, a mark upon one, or a digit.
bool isLetter(utf8proc_int32_t point) {
  const utf8proc_category_t category = utf8proc_category(point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

void appendAsSearched(std::string& text, utf8proc_int32_t point) {
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = 0;
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(point, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                              static_cast<utf8proc_option_t>(kAsSearched), &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i) {
    std::array<utf8proc_uint8_t, 4> encoded{};
    const std::size_t length = encode(parts[static_cast<std::size_t>(i)], encoded);
    text.append(reinterpret_cast<const char*>(encoded.data()), length);
  }
}

bool isDeceptive(utf8proc_int32_t point) {
  if (point == '\n' || point == '\t') return false;
  if (point < 0x20 || (point >= 0x7F && point <= 0x9F)) return true;
  if ((point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069)) return true;
  return point >= 0xE0000 && point <= 0xE007F;
}

std::uint64_t wordAt(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + at, sizeof word);
  return word;
}

/// How many bytes at the beginning are surely ASCII: most text is nothing else, and every record is looked at.
std::size_t plainBeginning(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  constexpr std::size_t kWord = sizeof kHighBits;
  std::size_t at = 0;
  for (; at + 4 * kWord <= text.size(); at += 4 * kWord) {
    const std::uint64_t four =
        wordAt(text, at) | wordAt(text, at + kWord) | wordAt(text, at + 2 * kWord) | wordAt(text, at + 3 * kWord);
    if (four & kHighBits) break;
  }
  for (; at + kWord <= text.size(); at += kWord) {
    if (wordAt(text, at) & kHighBits) return at;
  }
  const bool isWhole = text.size() >= kWord && (wordAt(text, text.size() - kWord) & kHighBits) == 0;
  return isWhole ? text.size() : at;
}

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::size_t lengthByLeadByte(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte >= 0xF0) return 4;
  if (byte >= 0xE0) return 3;
  return byte >= 0xC0 ? 2 : 1;
}

}  // namespace

bool isUtf8(std::string_view text) {
  text.remove_prefix(plainBeginning(text));
  return forEachCodePoint(text, [](utf8proc_int32_t) { return true; });
}

std::string toNfc(std::string_view text) {
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string searchKey(std::string_view text) {
  return mapped(text, UTF8PROC_STABLE | kAsSearched);
}

BareText bareText(std::string_view text, std::string_view alsoKept) {
  BareText bare;
  bare.letters.reserve(4 * text.size());
  std::set<utf8proc_int32_t> others;
  forEachCodePoint(text, [&](utf8proc_int32_t point) {
    if (isLetter(point) || (point < 0x80 && alsoKept.find(static_cast<char>(point)) != std::string_view::npos))
      appendAsSearched(bare.letters, point);
    else
      others.insert(point);
    return true;
  });
  bare.otherKinds = others.size();
  return bare;
}

std::size_t codePoints(std::string_view text) {
  std::size_t count = 0;
  forEachCodePoint(text, [&count](utf8proc_int32_t) {
    ++count;
    return true;
  });
  return count;
}

std::string withoutUnseen(std::string_view text) {
  constexpr std::array<utf8proc_int32_t, 4> kNeeded{0x200C, 0x200D, 0xFE0E, 0xFE0F};
  std::string seen;
  utf8proc_int32_t before = 0;
  forEachCodePoint(text, [&](utf8proc_int32_t point) {
    const bool mayStay = before >= 0x80 && std::ranges::find(kNeeded, point) != kNeeded.end();
    if (utf8proc_get_property(point)->ignorable && !mayStay) return true;
    std::array<utf8proc_uint8_t, 4> encoded{};
    seen.append(reinterpret_cast<const char*>(encoded.data()), encode(point, encoded));
    before = point;
    return true;
  });
  return seen;
}

std::string_view trimmed(std::string_view text) {
  const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  for (;;) {
    if (!text.empty() && isSpace(text.front()))
      text.remove_prefix(1);
    else if (text.starts_with(kNoBreak))
      text.remove_prefix(kNoBreak.size());
    else
      break;
  }
  for (;;) {
    if (!text.empty() && isSpace(text.back()))
      text.remove_suffix(1);
    else if (text.ends_with(kNoBreak))
      text.remove_suffix(kNoBreak.size());
    else
      break;
  }
  return text;
}

bool hasDeceptiveCharacter(std::string_view text) {
  bool found = false;
  forEachCodePoint(text, [&found](utf8proc_int32_t point) {
    found = isDeceptive(point);
    return !found;
  });
  return found;
}

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

}  // namespace footbridge
