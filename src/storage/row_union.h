// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "storage/record_index.h"
#include "storage/vault.h"

namespace footbridge::storage {

using Rows = std::vector<RecordIndex::Row>;

/// One vault as two copies have it.
struct TwoCopies {
  Rows mine;
  Rows theirs;
};

/// Whose version of a sitting stands, of those that the two went on with apart.
enum class Side : std::uint8_t { Mine = 0, Theirs = 1 };
using SittingSides = std::map<SittingId, Side>;

/// What one vault has to become, beside what it is in my copy.
struct VaultUnion {
  Rows added;                         ///< theirs, that were not here
  Rows rewritten;                     ///< here under the same number, with less to say or set aside
  std::vector<std::int64_t> dropped;  ///< here, and gone in theirs
};

struct RowUnion {
  PerVault<VaultUnion> vaults;
  SittingSides sides;  ///< of every sitting where either has an event that the other has not
  std::size_t conflicts = 0, aside = 0;
};

// Both copies have been one, so a row of the same number is the same revision. A revision that one copy has dropped
// after making others from it stays dropped; of an entry that was deleted for good there stays only what the copy that
// deleted it still has. Of a sitting that both went on with, one version stands whole, in all lanes, and the events
// that only the other has are set aside. An entry stands among the others where it stands further ahead. What comes out
// does not depend on which of the two is called mine. `known` settles sittings that were decided before, when not every
// lane could be read. Damaged where one number means two things: no revision takes the place of anything but its own
// entry, and nothing but an event that of an event. What is unproven in one copy and not in the other is as in that
// one.
[[nodiscard]] Result<RowUnion> unionOf(const PerVault<TwoCopies>& copies, const SittingSides& known = {});

/// Words that the other has taken out of a reveal are out of this one, too.
void takeOut(Record& record, const Record& other);

}  // namespace footbridge::storage
