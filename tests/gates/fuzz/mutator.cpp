// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/fuzz/mutator.h"

#include <algorithm>

namespace footbridge::gates {
namespace {

constexpr std::size_t kLargest = 128 * 1024;
constexpr std::size_t kLongestPiece = 64;

const std::vector<std::string> kTokens{
    "0",       "-1",   "9223372036854775808", "1e9", "null", "true", "{}", "[]", "\"", "\\u0000",
    "\\ud800", "\xff", "\xe2\x80\xae",        "--",  "=",    ","};

const std::vector<std::string> kValues{"0",    "-1",   "9223372036854775807", "true", "false", "null", "{}", "[]",
                                       "\"\"", "\"a\""};

struct Span {
  std::size_t from = 0;
  std::size_t length = 0;
};

/// The first string, number or word at or after a place; a string is taken with its quotation marks.
Span valueAfter(const std::string& text, std::size_t at) {
  constexpr const char* kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  const std::size_t from = text.find_first_of("\"abcdefghijklmnopqrstuvwxyz0123456789-", at);
  if (from == std::string::npos) return {};
  const bool isString = text[from] == '"';
  const std::size_t end = isString ? text.find('"', from + 1) : text.find_first_not_of(kLetters, from);
  return {from, (end == std::string::npos ? text.size() : end + (isString ? 1 : 0)) - from};
}

}  // namespace

// The shorter of two, so that most time goes into small inputs: there a change more often meets what matters.
const std::string& Mutator::anySeed() {
  const std::string& one = oneOf(m_seeds);
  const std::string& other = oneOf(m_seeds);
  return other.size() < one.size() ? other : one;
}

std::string Mutator::next() {
  std::string text = anySeed();
  const bool staysJson = below(2) == 0;
  for (std::size_t edits = 1 + below(4); edits > 0; --edits) staysJson ? exchangeValue(text) : edit(text);
  if (text.size() > kLargest) text.resize(kLargest);
  return text;
}

// Begun after a line's end or a colon, so that it does not take the end of a string for the beginning of the next.
void Mutator::exchangeValue(std::string& text) {
  const auto anyValueOf = [this](const std::string& whole) {
    const std::size_t at = whole.find_first_of(":[\n", below(whole.size() + 1));
    return at == std::string::npos ? Span{} : valueAfter(whole, at + 1);
  };
  const Span out = anyValueOf(text);
  if (out.length == 0) return;
  const std::string& other = oneOf(m_seeds);
  const Span in = anyValueOf(other);
  const bool useToken = below(3) == 0 || in.length == 0;
  text.replace(out.from, out.length, useToken ? oneOf(kValues) : other.substr(in.from, in.length));
}

void Mutator::edit(std::string& text) {
  const std::size_t at = below(text.size() + 1);
  const std::size_t length = below(std::min(text.size() - at, kLongestPiece) + 1);
  switch (below(8)) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
      break;
    case 1:
      if (at < text.size()) text[at] = static_cast<char>(m_random());
      break;
    case 2:
      text.erase(at, length);
      break;
    case 3:
      text.insert(at, text.substr(at, length));
      break;
    case 4:
      text.insert(at, oneOf(kTokens));
      break;
    case 5:
      text.replace(at, length, oneOf(kTokens));
      break;
    case 6: {
      const std::string& other = oneOf(m_seeds);
      text.replace(at, length, other.substr(below(other.size() + 1), below(200)));
      break;
    }
    default:
      if (below(8) == 0) text.resize(at);  // rarely: little is left to be tried then
      break;
  }
}

}  // namespace footbridge::gates
