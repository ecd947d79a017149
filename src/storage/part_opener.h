// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "storage/waiting.h"

namespace footbridge::storage {

/// A part that a key has opened, held against the head it came with.
struct OpenedPart {
  Head head;
  Rows rows;
  Drafts drafts;
  SittingSides sides{};  ///< from its note
  bool isProven = true;  ///< by a key that its owner alone has, or had
};

/// WrongPassphrase where the head is not of these keys; Damaged where it is, and the rest does not go with it.
[[nodiscard]] Result<OpenedPart> openPart(const JournalMark& mark, const WaitingPart& part, const VaultKeys& keys);

/// With the vault key of their owner, or else with the key in the note.
[[nodiscard]] Result<OpenedPart> openWith(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys);

[[nodiscard]] bool isOfOtherKeys(const Result<OpenedPart>& opened);

/// The parts of one owner, opened with one secret. A copy that is joined again and again leaves parts with the same
/// slots, and each of these takes up to a second to try; so what they lead to is kept until all parts have been tried.
class PartOpener {
 public:
  /// `before`: a key of theirs that is none of today's; may be null.
  PartOpener(const JournalState& state, PartnerId partner, std::string_view secret, const Key* before)
      : m_state(state), m_partner(partner), m_secret(secret), m_before(before) {}

  /// With today's keys, or with those that the secret leads to; by what a note says only where none of them does.
  [[nodiscard]] Result<OpenedPart> open(const WaitingPart& part);

 private:
  using WayIn = Result<OpenedPart> (*)(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys);

  [[nodiscard]] Result<OpenedPart> openByWay(const WaitingPart& part, WayIn wayIn);
  [[nodiscard]] const std::optional<PartnerKeys>& keysBy(const Bytes& ways, std::size_t at, Keyring& way);

  const JournalState& m_state;
  PartnerId m_partner;
  std::string_view m_secret;
  const Key* m_before;
  std::map<std::pair<Bytes, std::size_t>, std::optional<PartnerKeys>> m_tried;  ///< by the ways, and which of them
};

}  // namespace footbridge::storage
