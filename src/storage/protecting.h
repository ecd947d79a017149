// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

/// WeakPassphrase below the floor, with what this couple would try first counted against it.
[[nodiscard]] Result<void> checkStrength(const JournalState& state, const Passphrase& passphrase);

/// New personal, vault and box keys for a partner whose vault is open, and everything in it sealed anew. Once both have
/// protected, and at every later change, *ours* gets a new key too; a partner who is not here finds it at their next
/// unlock. Then what was overwritten is purged from the file and from beside it.
[[nodiscard]] Result<RecoveryCode> protectPartner(JournalState& state, PartnerId partner, const Passphrase& passphrase);

}  // namespace footbridge::storage
