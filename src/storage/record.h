// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "domain/entry.h"

namespace footbridge::storage {

/// Where an entry stands among the others, without a clock. `ours` counts the rows of *ours*; an entry of an own vault
/// stands after those of *ours* that were there when it was made, so both can be shown as one list, and *ours* never
/// tells how much else was written.
struct Order {
  std::uint64_t ours = 0;
  std::uint64_t own = 0;  ///< counts the rows of the own vault; 0 in *ours*
  auto operator<=>(const Order&) const = default;
};

/// One immutable row: one revision of an entry, or what is left of a deleted one.
struct Record {
  Entry entry;
  Order order{};         ///< of its first revision, kept through all of them
  bool gone = false;     ///< a tombstone; the body means nothing then
  bool forGood = false;  ///< of a tombstone: nothing brings the entry back, and no earlier revision may stay or return
  /// The rows of the revisions that it was made from: none for a first one, several where it settles a conflict. Behind
  /// them those of earlier ones that were gone by then, so that a copy that lags is known for one.
  std::vector<std::int64_t> on{};
  bool aside = false;  ///< an event that belongs to no lane any more: the sitting went on otherwise in another copy
  /// From a copy that others could write in: nothing that its owner is known to have written gives way to it.
  bool unproven = false;
  bool operator==(const Record&) const = default;
};

/// Of something that happened in a sitting, which is never deleted.
[[nodiscard]] inline bool isEvent(const Record& record) {
  return std::holds_alternative<LaneEvent>(record.entry.body);
}

}  // namespace footbridge::storage
