// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/json_scan.h"

#include <algorithm>
#include <array>

#include "content/limits.h"
#include "domain/text.h"

namespace footbridge::content {
namespace {

constexpr std::uint32_t kHighSurrogates = 0xD800;
constexpr std::uint32_t kLowSurrogates = 0xDC00;
constexpr std::uint32_t kAfterSurrogates = 0xE000;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<std::uint32_t> hexValue(char c) {
  if (isDigit(c)) return static_cast<std::uint32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
  return std::nullopt;
}

void appendUtf8(std::string& text, std::uint32_t point) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  const auto tail = [&](unsigned shift) { return byte(0x80U | ((point >> shift) & 0x3FU)); };
  if (point < 0x80) {
    text += byte(point);
  } else if (point < 0x800) {
    text += {byte(0xC0U | (point >> 6)), tail(0)};
  } else if (point < 0x10000) {
    text += {byte(0xE0U | (point >> 12)), tail(6), tail(0)};
  } else {
    text += {byte(0xF0U | (point >> 18)), tail(12), tail(6), tail(0)};
  }
}

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::optional<JsonScan::Refusal> JsonScan::run() {
  skipSpace();
  if (value(1)) {
    skipSpace();
    if (!atEnd()) refuseHere();
  }
  return m_refusal;
}

bool JsonScan::value(int depth) {
  if (++m_values > kMostValues) return refuse({Rule::TooManyValues, m_at, {}, m_values, kMostValues});
  switch (peek()) {
    case '{':
      return object(depth);
    case '[':
      return array(depth);
    case '"': {
      std::string ignored;
      return string(ignored);
    }
    case 't':
    case 'f':
    case 'n':
      return literal();
    default:
      return number();
  }
}

bool JsonScan::object(int depth) {
  if (depth > kMostDepth) return refuse({Rule::TooDeep, m_at, {}, depth, kMostDepth});
  ++m_at;
  skipSpace();
  if (take('}')) return true;
  std::set<std::string> keys;
  do {
    skipSpace();
    if (!member(depth, keys)) return false;
    skipSpace();
  } while (take(','));
  return take('}') || refuseHere();
}

bool JsonScan::member(int depth, std::set<std::string>& keys) {
  const std::size_t start = m_at;
  if (peek() != '"') return refuseHere();
  std::string key;
  if (!string(key)) return false;
  if (!keys.insert(key).second) return refuse({Rule::KeyTwice, start, key});
  skipSpace();
  if (!take(':')) return refuseHere();
  skipSpace();
  return value(depth + 1);
}

bool JsonScan::array(int depth) {
  if (depth > kMostDepth) return refuse({Rule::TooDeep, m_at, {}, depth, kMostDepth});
  ++m_at;
  skipSpace();
  if (take(']')) return true;
  do {
    skipSpace();
    if (!value(depth + 1)) return false;
    skipSpace();
  } while (take(','));
  return take(']') || refuseHere();
}

bool JsonScan::number() {
  const std::size_t start = m_at;
  take('-');
  const std::size_t digits = m_at;
  while (isDigit(peek())) ++m_at;
  const std::size_t count = m_at - digits;
  if (count == 0) return refuseHere();
  if (peek() == '.' || peek() == 'e' || peek() == 'E') return refuse({Rule::NotWhole, start});
  if (count > 1 && m_bytes[digits] == '0') return refuse({Rule::NotJson, start, "0"});
  if (count <= kMostDigits) return true;
  return refuse({Rule::NumberTooLong, start, {}, static_cast<std::int64_t>(count), kMostDigits});
}

bool JsonScan::literal() {
  static constexpr std::array<std::string_view, 3> kLiterals{"true", "false", "null"};
  for (const std::string_view word : kLiterals) {
    if (!m_bytes.substr(m_at).starts_with(word)) continue;
    m_at += word.size();
    return true;
  }
  return refuseHere();
}

bool JsonScan::string(std::string& decoded) {
  const std::size_t start = m_at++;
  while (!take('"')) {
    if (atEnd()) return refuse({Rule::NotJson, start, "\""});
    if (!piece(decoded)) return false;
    if (decoded.size() > kMostStringBytes) {
      return refuse({Rule::StringTooLong, start, {}, static_cast<std::int64_t>(decoded.size()), kMostStringBytes});
    }
  }
  return honest(decoded, start);
}

/// One byte, or one escape.
bool JsonScan::piece(std::string& decoded) {
  const char c = m_bytes[m_at];
  if (c == '\\') return escape(decoded);
  if (c == '\n' || c == '\t' || c == '\r') return refuse({Rule::NotJson, m_at, "\""});
  if (static_cast<unsigned char>(c) < 0x20) return refuse({Rule::DeceptiveCharacter, m_at});
  decoded += c;
  ++m_at;
  return true;
}

bool JsonScan::escape(std::string& decoded) {
  static constexpr std::string_view kMarks = "\"\\/bfnrt";
  static constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
  ++m_at;
  if (peek() == 'u') return unicodeEscape(decoded);
  const std::size_t which = atEnd() ? std::string_view::npos : kMarks.find(peek());
  if (which == std::string_view::npos) return refuseHere();
  decoded += kMeant[which];
  ++m_at;
  return true;
}

bool JsonScan::unicodeEscape(std::string& decoded) {
  const std::size_t start = m_at - 1;
  const auto unit = fourHexDigits();
  if (!unit) return refuseHere();
  if (*unit < kHighSurrogates || *unit >= kAfterSurrogates) {
    appendUtf8(decoded, *unit);
    return true;
  }
  if (*unit >= kLowSurrogates || !take('\\') || peek() != 'u') return refuse({Rule::LoneSurrogate, start});
  const auto low = fourHexDigits();
  if (!low || *low < kLowSurrogates || *low >= kAfterSurrogates) return refuse({Rule::LoneSurrogate, start});
  appendUtf8(decoded, 0x10000 + ((*unit - kHighSurrogates) << 10) + (*low - kLowSurrogates));
  return true;
}

/// After the 'u' that m_at stands on.
std::optional<std::uint32_t> JsonScan::fourHexDigits() {
  ++m_at;
  std::uint32_t unit = 0;
  for (int i = 0; i < 4; ++i) {
    const auto digit = hexValue(peek());
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
    ++m_at;
  }
  return unit;
}

bool JsonScan::honest(const std::string& decoded, std::size_t start) {
  if (hasDeceptiveCharacter(decoded) || decoded.find("\xEF\xBB\xBF") != std::string::npos) {
    return refuse({Rule::DeceptiveCharacter, start});
  }
  if (!isAscii(decoded) && toNfc(decoded) != decoded) return refuse({Rule::NotComposed, start});
  return true;
}

void JsonScan::skipSpace() {
  while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') ++m_at;
}

bool JsonScan::take(char expected) {
  if (atEnd() || m_bytes[m_at] != expected) return false;
  ++m_at;
  return true;
}

bool JsonScan::refuse(Refusal refusal) {
  m_refusal = std::move(refusal);
  return false;
}

/// Something else was expected here. A control character is named as what it is.
bool JsonScan::refuseHere() {
  if (atEnd()) return refuse({Rule::NotJson, m_at});
  const std::string found(1, peek());
  if (found != "\n" && found != "\r" && hasDeceptiveCharacter(found)) return refuse({Rule::DeceptiveCharacter, m_at});
  return refuse({Rule::NotJson, m_at, isAscii(found) ? found : std::string()});
}

}  // namespace footbridge::content
