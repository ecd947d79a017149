// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_state.h"

namespace footbridge::storage {

/// VaultDoor::erase().
[[nodiscard]] Result<Erased> eraseOwnPart(JournalState& state, PartnerId partner);

/// Of a failure after which the part may be gone from backups already, and is still in the journal.
[[nodiscard]] Error halfErased(Error cause);

/// As much of it as needs no key, for backups: the partner with their vault, slots, head, drafts and what they put
/// aside. What they wrote into *ours* stays, sealed. In the caller's transaction; purge() afterwards. The journal is
/// then that of the other, and where their vault has a passphrase *ours* opens by it alone. NotFound where the partner
/// is not in it; NotAllowed where nobody would be left, so that the whole file can go.
[[nodiscard]] Result<void> erasePartner(Database& database, PartnerId partner);

/// Of copies that went ways of their own, each may have been joined by another person in the same place: by another
/// name, and with words of which the journal `here` has none, neither in use nor put aside. Somebody who only changed
/// their name has some in both, or nobody can tell.
[[nodiscard]] Result<bool> isSomebodyElse(Database& here, Database& there, PartnerId partner);

}  // namespace footbridge::storage
