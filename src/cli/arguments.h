// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace footbridge::cli {

struct OptionRule {
  std::string_view name;   ///< with its two dashes
  std::size_t values = 1;  ///< how many follow it; 0 for a switch
};

/// What a command takes. Anything else is a usage error.
struct ArgumentRules {
  std::string_view command;
  std::size_t leastWords = 1;
  std::size_t mostWords = 1;
  std::vector<OptionRule> options;
  std::string_view wanted = "a FILE";  ///< the words, as a usage error names them
};

/// A command's arguments, as far as its rules allow them. "--option value", "--option=value", and "--" before words
/// that begin with dashes.
class Arguments {
 public:
  /// Empty after a usage error, which has then been said on `err` in one line.
  [[nodiscard]] static std::optional<Arguments> parse(const ArgumentRules& rules,
                                                      std::span<const std::string> arguments, std::ostream& err);

  [[nodiscard]] const std::vector<std::string>& words() const { return m_words; }
  /// The first word, which nearly every command takes for its journal.
  [[nodiscard]] const std::string& file() const { return m_words.front(); }
  [[nodiscard]] bool has(std::string_view option) const { return m_options.contains(option); }
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view option) const;

 private:
  std::vector<std::string> m_words;
  std::map<std::string, std::vector<std::string>, std::less<>> m_options;
};

/// One line on `err`: what is wrong, and where to look it up. Answers kUsage.
int usageError(std::string_view command, const std::string& what, std::ostream& err);

}  // namespace footbridge::cli
