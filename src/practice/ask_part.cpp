// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/ask_part.h"

#include <algorithm>
#include <ranges>

#include "domain/text.h"

namespace footbridge::practice {
namespace {

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kApostrophe = "\u2019";
constexpr std::string_view kSpaces = " \t\r\n";

bool isUpper(char letter) {
  return letter >= 'A' && letter <= 'Z';
}
bool isLower(char letter) {
  return letter >= 'a' && letter <= 'z';
}
char lowered(char letter) {
  return isUpper(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(kSpaces); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = text.find_first_not_of(kSpaces, end);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// "i" and "i'm" are written large wherever they stand.
void enlargeI(std::string& word) {
  if (word[0] != 'i') return;
  const std::string_view rest = std::string_view(word).substr(1);
  if (rest.empty() || rest[0] == '\'' || rest[0] == ',' || rest.starts_with(kApostrophe)) word[0] = 'I';
}

std::string keyOf(std::string word) {
  for (std::size_t at = word.find(kApostrophe); at != std::string::npos; at = word.find(kApostrophe, at))
    word.replace(at, kApostrophe.size(), "'");
  while (!word.empty() && std::string_view(",;:").find(word.back()) != std::string_view::npos) word.pop_back();
  std::ranges::transform(word, word.begin(), lowered);
  return word;
}

bool endsSentence(std::string_view word) {
  return word.ends_with('.') || word.ends_with('?') || word.ends_with('!');
}

}  // namespace

std::string begun(std::string text) {
  if (!text.empty() && isLower(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

AskPart::AskPart(std::string_view typed) {
  std::vector<std::string> words = wordsOf(trimmed(typed));
  for (std::string& word : words) enlargeI(word);
  m_isMany = words.size() > 1 && std::any_of(words.begin(), words.end() - 1, endsSentence);
  m_text = joined(words);
  while (!m_text.empty() && std::string_view(" .,;:!?").find(m_text.back()) != std::string_view::npos) {
    if (m_text.back() == '?' || (m_text.back() == '!' && m_mark == '.')) m_mark = m_text.back();
    m_text.pop_back();
  }
  if (m_text.ends_with(kEllipsis)) m_mark = ':';
  for (const std::string& word : wordsOf(m_text)) m_words.push_back(keyOf(word));
}

/// "I" keeps its capital, and so does what is written large to its end.
std::string AskPart::inside() const {
  std::string text = m_text;
  const bool isWord = text.size() > 1 && (isLower(text[1]) || (text[1] == ' ' && text[0] != 'I'));
  if (isWord) text[0] = lowered(text[0]);
  return text;
}

std::string AskPart::asIs() const {
  const bool isSmall =
      starts({"a",    "an",   "the",   "this",    "that",  "these", "those", "my",     "your",    "our",
              "his",  "her",  "their", "its",     "you",   "we",    "he",    "she",    "they",    "it",
              "it's", "if",   "when",  "to",      "not",   "no",    "for",   "with",   "without", "at",
              "in",   "on",   "of",    "some",    "more",  "less",  "just",  "that's", "every",   "each",
              "how",  "what", "being", "because", "after", "since", "while", "nothing"});
  return isSmall ? inside() : m_text;
}

std::string AskPart::sentence() const {
  return begun(m_text) + (m_mark == ':' ? std::string() : std::string(1, m_mark));
}

std::string_view AskPart::word(std::size_t at) const {
  return at < m_words.size() ? std::string_view(m_words[at]) : std::string_view();
}

bool AskPart::isAt(std::size_t at, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, word(at)) != words.end();
}

bool AskPart::has(std::initializer_list<std::string_view> words) const {
  return std::ranges::any_of(m_words,
                             [&](const std::string& word) { return std::ranges::find(words, word) != words.end(); });
}

AskPart AskPart::without(std::size_t words) const {
  const std::vector<std::string> all = wordsOf(m_text);
  const auto rest = all | std::views::drop(static_cast<std::ptrdiff_t>(words));
  AskPart part(joined({rest.begin(), rest.end()}));
  part.m_mark = m_mark;
  part.m_isMany = m_isMany;
  return part;
}

}  // namespace footbridge::practice
