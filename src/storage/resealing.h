// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "domain/result.h"
#include "storage/vault.h"

namespace footbridge::storage {

/// What stands in place of an entry and all its revisions, the one that stands before the others last; nothing: they
/// stay as they are.
using Replacing = std::function<std::vector<Record>(const Kept& kept)>;

/// The rows of an open vault on their way into a vault, the same or another.
struct RowMove {
  const OpenVault& from;
  VaultId home;  ///< whose vault `from` is
  VaultId to;
  const VaultKeys& keys;  ///< of `to`, from now on
  Replacing inPlaceOf{};
};

/// In the caller's transaction: every row sealed anew and counted in `head`, which is not written yet. A row keeps its
/// id; what stands in place of an entry gets a new one, being another text.
[[nodiscard]] Result<void> moveRows(Database& database, const JournalMark& mark, const RowMove& move, Head& head);

/// A vault after its drafts were sealed anew; for memory, once it is committed.
struct Resealed {
  Head head;
  Drafts drafts;
};

/// In the caller's transaction: these drafts in place of all that lie in that vault, counted in the head, which is not
/// written yet.
[[nodiscard]] Result<void> putDrafts(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys,
                                     const Drafts& drafts, Resealed& into);
/// For a vault that is read anew before it is committed.
[[nodiscard]] Result<void> putDrafts(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys,
                                     const Drafts& drafts, Head& head);

/// The head of a vault whose rows are about to be counted again.
[[nodiscard]] Head emptied(Head head);

/// In the caller's transaction: everything that the vault holds, under other keys. Answers the head to be written.
[[nodiscard]] Result<Head> reseal(Database& database, const JournalMark& mark, VaultId vault, const OpenVault& before,
                                  const VaultKeys& after);

}  // namespace footbridge::storage
