// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "domain/agreement.h"
#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/sitting_event.h"
#include "domain/viewing.h"

namespace footbridge {

/// Words written outside any sitting: "a line just for me" in one's own vault, or a note for both in *ours*.
struct Note {
  std::string text;
  bool operator==(const Note&) const = default;
};

/// One event of one lane of a sitting; the lane is the vault of the entry, or *ours* for what was moved from there.
struct LaneEvent {
  SittingId sitting;
  std::uint32_t sequence = 0;  ///< from 0, without gaps, within the lane
  SittingEvent event;
  bool fromOurs = false;  ///< of the joint lane, and moved to an own vault when *ours* began anew
  bool operator==(const LaneEvent&) const = default;
};

using EntryBody = std::variant<Note, Agreement, LaneEvent, Viewing>;

/// Anything kept, as its newest revision stands.
struct Entry {
  EntryId id;
  std::uint32_t revision = 1;
  VaultId vault = VaultId::Ours;
  std::optional<PartnerId> author;  ///< none: both together
  Moment made{};
  Moment changed{};
  EntryBody body;
  /// Left by a merge of two copies, until somebody looks at it: this is one of two newest revisions, which both stand
  /// in the lists, or an event of a sitting that the other copy went on with otherwise.
  bool conflict = false;
  bool unproven = false;  ///< came in its owner's name from a copy that others could write in too
  /// Kept before the other of the two joined: whoever it speaks of besides its owner was not here yet, or
  /// has left.
  bool ofBefore = false;
  bool operator==(const Entry&) const = default;
};

/// Who looks at the laptop, hence which vaults may be shown: *ours*, and one's own when alone with it.
enum class Reader : std::uint8_t { OursAlone = 0, A = 1, B = 2 };

[[nodiscard]] constexpr Reader readerOf(PartnerId partner) {
  return partner == PartnerId::A ? Reader::A : Reader::B;
}
/// Who it is that looks; none for *ours* alone.
[[nodiscard]] constexpr std::optional<PartnerId> partnerOf(Reader reader) {
  if (reader == Reader::OursAlone) return std::nullopt;
  return reader == Reader::A ? PartnerId::A : PartnerId::B;
}
[[nodiscard]] constexpr bool mayRead(Reader reader, VaultId vault) {
  return vault == VaultId::Ours || static_cast<std::uint8_t>(reader) == static_cast<std::uint8_t>(vault);
}

}  // namespace footbridge
