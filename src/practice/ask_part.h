// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace footbridge::practice {

/// What was typed into one field of an ask, on one line and without the marks at its end.
class AskPart {
 public:
  explicit AskPart(std::string_view typed);

  [[nodiscard]] bool empty() const { return m_text.empty(); }
  /// To go on in the middle of a sentence: a capital that only began it is gone. For a part whose first word is known.
  [[nodiscard]] std::string inside() const;
  /// To stand behind a colon. A first word may be somebody's name, so that only a small one loses its capital.
  [[nodiscard]] std::string asIs() const;
  /// As a sentence of its own, with its own mark or a full stop.
  [[nodiscard]] std::string sentence() const;
  /// It is more than one sentence, or asks, exclaims or trails off: nothing can be put behind it.
  [[nodiscard]] bool standsAlone() const { return m_mark != '.' || m_isMany; }

  /// The word at that place in small letters, with a plain apostrophe; empty behind the last.
  [[nodiscard]] std::string_view word(std::size_t at) const;
  [[nodiscard]] bool isAt(std::size_t at, std::initializer_list<std::string_view> words) const;
  [[nodiscard]] bool starts(std::initializer_list<std::string_view> words) const { return isAt(0, words); }
  [[nodiscard]] bool has(std::initializer_list<std::string_view> words) const;
  [[nodiscard]] std::size_t size() const { return m_words.size(); }
  /// Without its first words.
  [[nodiscard]] AskPart without(std::size_t words) const;

 private:
  std::string m_text;
  std::vector<std::string> m_words;
  char m_mark = '.';  ///< ':' for one that is more than one byte long and is still in the text
  bool m_isMany = false;
};

/// With a capital.
[[nodiscard]] std::string begun(std::string text);

}  // namespace footbridge::practice
