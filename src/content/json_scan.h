// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "content/problem.h"

namespace footbridge::content {

/// Walks the bytes of one JSON value without building it, and stops at the first thing that is refused.
/// The bytes are UTF-8 and outlive the scan. Recursion is bounded by kMostDepth.
class JsonScan {
 public:
  struct Refusal {
    Rule rule;
    std::size_t offset;
    std::string found{};
    std::int64_t number = 0;
    std::int64_t limit = 0;
  };

  explicit JsonScan(std::string_view bytes) : m_bytes(bytes) {}
  [[nodiscard]] std::optional<Refusal> run();

 private:
  // Each of these reads on from m_at; false means that m_refusal says why not.
  bool value(int depth);
  bool object(int depth);
  bool member(int depth, std::set<std::string>& keys);
  bool array(int depth);
  bool number();
  bool literal();
  bool string(std::string& decoded);
  bool piece(std::string& decoded);
  bool escape(std::string& decoded);
  bool unicodeEscape(std::string& decoded);
  std::optional<std::uint32_t> fourHexDigits();
  bool honest(const std::string& decoded, std::size_t start);

  void skipSpace();
  [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
  [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_bytes[m_at]; }
  bool take(char expected);
  bool refuse(Refusal refusal);
  bool refuseHere();

  std::string_view m_bytes;
  std::size_t m_at = 0;
  int m_values = 0;
  std::optional<Refusal> m_refusal;
};

}  // namespace footbridge::content
