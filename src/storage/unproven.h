// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "storage/journal_state.h"
#include "storage/row_union.h"

namespace footbridge::storage {

/// What a copy that others could write in adds to an open vault.
struct Additions {
  RowUnion rows;
  std::size_t things = 0;  ///< to be read among them, a sitting as one
};

/// Nobody can tell whether the owner wrote what is in theirs, so it only ever adds: what is here is not changed, nor
/// superseded nor removed. Of each entry the newest revisions come in, without a link to any other row, marked as
/// unproven; nothing of one that was deleted, here or there. Events come in as they are where this vault has none of
/// their sitting, and aside otherwise. What came in before does not come again. Damaged, with kWaiting as detail,
/// where theirs could be no vault.
[[nodiscard]] Result<Additions> unprovenIn(const JournalState& state, VaultId vault, const TwoCopies& copies,
                                           const SittingSides& sides);

}  // namespace footbridge::storage
