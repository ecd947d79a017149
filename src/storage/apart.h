// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/partner.h"
#include "domain/result.h"
#include "storage/database.h"
#include "storage/sealing.h"

namespace footbridge::storage {

// What lies apart from a vault is under keys that are not here: vaults that its owner put aside, and parts of other
// copies that wait. No key of theirs is needed to say that all of it is there, to the byte.

/// In the caller's transaction, after every change of it: the head says what lies apart as the tables have it. In an
/// own vault that is what its owner put aside, with the ways to it; in *ours*, what waits for each.
[[nodiscard]] Result<void> countApart(Database& database, const VaultKeys& keys, VaultId vault, Head& head);

/// RolledBack, with the vault as its place, where something is missing, too much or altered of what its head knows.
/// Only these partners are looked for: erasePartner() takes out what waits for one who goes, without any key.
[[nodiscard]] Result<void> checkApart(Database& database, const std::vector<Partner>& partners, const VaultKeys& keys,
                                      VaultId vault, const Head& head);

}  // namespace footbridge::storage
