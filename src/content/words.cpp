// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace footbridge::content {
namespace {

/// Typographic marks as plain ones, and without the braces of {me} and {partner}, so that what follows looks at single
/// bytes.
std::string plain(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 8> kMarks{{{"\xE2\x80\x98", '\''},
                                                                            {"\xE2\x80\x99", '\''},
                                                                            {"\xE2\x80\x9C", '"'},
                                                                            {"\xE2\x80\x9D", '"'},
                                                                            {"\xE2\x80\x93", ' '},
                                                                            {"\xE2\x80\x94", ' '},
                                                                            {"\xE2\x80\xA6", ' '},
                                                                            {"\xC2\xA0", ' '}}};
  std::string result;
  while (!text.empty()) {
    const auto mark =
        std::find_if(kMarks.begin(), kMarks.end(), [&](const auto& m) { return text.starts_with(m.first); });
    if (text.front() != '{' && text.front() != '}') result += mark == kMarks.end() ? text.front() : mark->second;
    text.remove_prefix(mark == kMarks.end() ? 1 : mark->first.size());
  }
  return result;
}

bool isWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
bool joinsWord(char c) {
  return c == '\'' || c == '-';
}
bool isQuote(char c) {
  return c == '"' || c == '\'';
}
bool isSpace(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

Sentence wordsIn(std::string_view plainText) {
  Sentence words;
  std::size_t at = 0;
  while (at < plainText.size()) {
    if (!isWordByte(plainText[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < plainText.size() && (isWordByte(plainText[end]) || joinsWord(plainText[end]))) ++end;
    while (joinsWord(plainText[end - 1])) --end;
    const bool opened = at > 0 && isQuote(plainText[at - 1]);
    std::size_t after = end;
    while (after < plainText.size() && (plainText[after] == ',' || plainText[after] == '.')) ++after;
    const bool closed = after < plainText.size() && isQuote(plainText[after]);
    words.push_back({lower(plainText.substr(at, end - at)), opened && closed});
    at = end;
  }
  return words;
}

bool endsSentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  std::size_t next = at + 1;
  while (next < text.size() && (isQuote(text[next]) || text[next] == ')')) ++next;
  return next == text.size() || isSpace(text[next]);
}

bool isVowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Whether an l at `at` makes a beat of its own with what stands before it: "table", "couples", "settled".
bool beatsWithL(std::string_view word, std::size_t at) {
  return word[at] == 'l' && at > 0 && !isVowel(word[at - 1]);
}

/// An ending that is written and not heard: "made", "used", "times".
bool silentEnding(std::string_view word) {
  const std::size_t size = word.size();
  if (size < 3) return false;
  if (word.back() == 'e') return !isVowel(word[size - 2]) && !beatsWithL(word, size - 2);
  const char third = word[size - 3];
  if (word[size - 2] != 'e' || isVowel(third) || beatsWithL(word, size - 3)) return false;
  if (word.back() == 'd') return third != 't' && third != 'd';
  return word.back() == 's' && std::string_view("sxzhcg").find(third) == std::string_view::npos;
}

/// Two vowels side by side that are two beats: "doing", "earlier", "easiest".
bool splitEnding(std::string_view word) {
  if (word.ends_with("ier") || word.ends_with("iest")) return word.size() > 4;
  return word.ends_with("ing") && word.size() > 3 && isVowel(word[word.size() - 4]);
}

}  // namespace

std::vector<Sentence> sentencesOf(std::string_view text) {
  const std::string simple = plain(text);
  const std::string_view all = simple;
  std::vector<Sentence> sentences;
  std::size_t start = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (at + 1 != all.size() && !endsSentence(all, at)) continue;
    Sentence words = wordsIn(all.substr(start, at + 1 - start));
    if (!words.empty()) sentences.push_back(std::move(words));
    start = at + 1;
  }
  return sentences;
}

std::size_t wordCount(std::string_view text) {
  return wordsIn(plain(text)).size();
}

int syllables(std::string_view word) {
  int groups = 0;
  bool inGroup = false;
  for (const char c : word) {
    const bool vowel = isVowel(c);
    if (vowel && !inGroup) ++groups;
    inGroup = vowel;
  }
  if (groups > 1 && silentEnding(word)) --groups;
  if (splitEnding(word)) ++groups;
  return std::max(groups, 1);
}

double readingGrade(const std::vector<std::string_view>& texts) {
  double sentences = 0;
  double words = 0;
  double beats = 0;
  for (const std::string_view text : texts) {
    for (const Sentence& sentence : sentencesOf(text)) {
      sentences += 1;
      words += static_cast<double>(sentence.size());
      for (const Word& word : sentence) beats += syllables(word.text);
    }
  }
  if (sentences == 0) return 0;
  return 0.39 * words / sentences + 11.8 * beats / words - 15.59;
}

}  // namespace footbridge::content
