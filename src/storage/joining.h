// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "domain/exchange.h"
#include "storage/journal_state.h"
#include "storage/row_union.h"

namespace footbridge::storage {

/// Every row of an open vault with what is in it.
[[nodiscard]] Result<Rows> readRows(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys);
/// The same of one that was put aside; `home` is what it was before.
[[nodiscard]] Result<Rows> readAsideRows(Database& database, const JournalMark& mark, std::int64_t number, VaultId home,
                                         const VaultKeys& keys);

/// In the caller's transaction: the vault becomes what the union says, counted in `head`, which is not written yet.
[[nodiscard]] Result<void> writeUnion(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys,
                                      const VaultUnion& rows, Head& head);

/// What is to be written into the open vaults, all or nothing.
struct Join {
  RowUnion rows;
  PerVault<std::uint64_t> counters;             ///< of the other copy's heads
  PerVault<Drafts> drafts;                      ///< all that a vault is to have; none: as they are
  std::function<Result<void>(Database&)> also;  ///< in the same transaction; may be empty
};

/// What came of it is read back and held against the heads before it is committed, so nothing that could not be opened
/// again is ever kept. A vault is not touched where nothing is new in it, nor in what lies apart from it; but *ours*
/// counts on from the last that came into any of them. Answers what came in and what went, and leaves to whoever calls
/// who waits.
[[nodiscard]] Result<TakenIn> commitJoin(JournalState& state, const Join& join);

/// What several joins took in, one after another.
void addTo(TakenIn& all, const TakenIn& more);

/// The drafts of both: at one place the longer stays, and the other goes to the place with a "~" after it.
[[nodiscard]] Drafts unionOf(const Drafts& mine, const Drafts& theirs);
/// The same, but that what is mine stays where it is, whatever its length.
[[nodiscard]] Drafts withAdded(const Drafts& mine, const Drafts& theirs);
/// So many more things came in that their owner is to be told of; none changes nothing. See domain/came_in.h.
void noteCameIn(Drafts& drafts, std::size_t things);

}  // namespace footbridge::storage
