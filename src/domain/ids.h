// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace footbridge {

/// The two partners of a journal. A is who gave the first name; the letter stands for nothing else.
enum class PartnerId : std::uint8_t { A = 1, B = 2 };

[[nodiscard]] constexpr PartnerId otherOf(PartnerId partner) {
  return partner == PartnerId::A ? PartnerId::B : PartnerId::A;
}

/// A partner's own vault, or the shared one. A lane of a sitting bears the name of the vault it is kept in.
enum class VaultId : std::uint8_t { A = 1, B = 2, Ours = 3 };

[[nodiscard]] constexpr VaultId vaultOf(PartnerId partner) {
  return partner == PartnerId::A ? VaultId::A : VaultId::B;
}
[[nodiscard]] constexpr std::optional<PartnerId> ownerOf(VaultId vault) {
  if (vault == VaultId::Ours) return std::nullopt;
  return vault == VaultId::A ? PartnerId::A : PartnerId::B;
}

/// A random 63-bit number, never 0. Made by storage; a default-made one does not exist, so it can be compared safely.
template <typename Tag>
class NumberId {
 public:
  /// Empty outside 1 .. 2^63-1.
  [[nodiscard]] static std::optional<NumberId> from(std::int64_t number) {
    if (number <= 0) return std::nullopt;
    return NumberId(number);
  }
  [[nodiscard]] std::int64_t number() const { return m_number; }
  auto operator<=>(const NumberId&) const = default;

 private:
  explicit NumberId(std::int64_t number) : m_number(number) {}
  std::int64_t m_number;
};

/// A word of [a-z0-9-], 1 to 64 characters, that content is known by.
template <typename Tag>
class NameId {
 public:
  [[nodiscard]] static std::optional<NameId> from(std::string_view text) {
    if (text.empty() || text.size() > 64) return std::nullopt;
    for (char c : text) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return std::nullopt;
    }
    return NameId(std::string(text));
  }
  [[nodiscard]] const std::string& text() const { return m_text; }
  auto operator<=>(const NameId&) const = default;

 private:
  explicit NameId(std::string text) : m_text(std::move(text)) {}
  std::string m_text;
};

using EntryId = NumberId<struct EntryTag>;      ///< one entry through all its revisions
using SittingId = NumberId<struct SittingTag>;  ///< one run of an exercise
using ExerciseId = NameId<struct ExerciseTag>;
using StepId = NameId<struct StepTag>;  ///< within one exercise
using DeckId = NameId<struct DeckTag>;
using CardId = NameId<struct CardTag>;  ///< within one deck, or one list of options
using ItemId = NameId<struct ItemTag>;  ///< one line of a step that has several

}  // namespace footbridge

template <typename Tag>
struct std::hash<footbridge::NumberId<Tag>> {
  std::size_t operator()(const footbridge::NumberId<Tag>& id) const { return std::hash<std::int64_t>{}(id.number()); }
};
template <typename Tag>
struct std::hash<footbridge::NameId<Tag>> {
  std::size_t operator()(const footbridge::NameId<Tag>& id) const { return std::hash<std::string>{}(id.text()); }
};
