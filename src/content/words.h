// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace footbridge::content {

/// A word as it is compared: lower case, straight apostrophes, without the braces of {me} and {partner}.
struct Word {
  std::string text;
  bool named = false;  ///< stands alone between quotation marks: it is spoken about, and not said
  bool operator==(const Word&) const = default;
};
using Sentence = std::vector<Word>;

/// Split after . ! ? before white space, and at line ends; a colon or an ellipsis inside does not end a sentence.
/// Pieces without a word are left out.
[[nodiscard]] std::vector<Sentence> sentencesOf(std::string_view text);

[[nodiscard]] std::size_t wordCount(std::string_view text);

/// By rule of thumb, at least 1; right for most English words, which is enough for an average over hundreds.
[[nodiscard]] int syllables(std::string_view word);

/// Flesch-Kincaid grade of all texts together; 0 where there is no word.
[[nodiscard]] double readingGrade(const std::vector<std::string_view>& texts);

}  // namespace footbridge::content
