// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace footbridge::gates {

/// A word that nobody could have written by chance.
[[nodiscard]] std::string freshCanary(std::string_view beginning);

/// The words as they could lie in memory or on a disk: UTF-8, UTF-16 and base64 at each of its three alignments.
[[nodiscard]] std::vector<std::string> formsOf(const std::string& words);

/// Counts what it is shown, piece by piece; a form that lies across two pieces is found as well.
class Scanner {
 public:
  explicit Scanner(std::vector<std::string> wanted);
  void look(std::string_view piece);
  /// What follows does not belong to what was before.
  void gap() { m_tail.clear(); }
  [[nodiscard]] std::uint64_t found() const { return m_found; }

 private:
  std::vector<std::string> m_wanted;
  std::size_t m_longest = 0;
  std::string m_tail;
  std::uint64_t m_found = 0;
};

/// How often any of these bytes lie in another process's memory, but for what it only reads of program files. Needs the
/// right to look there.
[[nodiscard]] std::uint64_t foundInProcess(int process, const std::vector<std::string>& wanted);
/// How often they lie in a file, read from its first byte to its last.
[[nodiscard]] std::uint64_t foundInFile(const std::string& file, const std::vector<std::string>& wanted);

}  // namespace footbridge::gates
