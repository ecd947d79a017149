// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "storage/database.h"
#include "storage/row_union.h"
#include "storage/vault.h"

namespace footbridge::storage {

// Where somebody took out their part and somebody joins again, what was shared until then goes to the vault of the one
// who stayed. Two copies of which one is from before that hold the same entries in different vaults. They cannot be
// joined: what the older one has in *ours* was not shared with whoever joined.

/// Somebody joined one of them since they parted, or each. All that can be joined then is a copy from before, in which
/// nothing is shared, into the one that somebody joined. Both are *ours*.
[[nodiscard]] bool areOfTwoEras(const OpenVault& mine, const OpenVault& theirs);

/// By the numbers of rows alone, which need no key. Vaults put aside are no other vaults: they wait.
[[nodiscard]] Result<bool> holdRowsElsewhere(Database& mine, Database& theirs);

/// By entries, of the vaults that open in both: an entry that went home gets a new row where its text changed with
/// that.
[[nodiscard]] bool holdEntriesElsewhere(const PerVault<TwoCopies>& copies);

}  // namespace footbridge::storage
