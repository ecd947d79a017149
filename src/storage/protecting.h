// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

/// WeakPassphrase below the floor, with what this couple would try first counted against it.
[[nodiscard]] Result<void> checkStrength(const JournalState& state, const Passphrase& passphrase);

/// A vault that had been put aside, opened by its own secret.
struct FoundVault {
  std::int64_t number = 0;
  OpenVault vault;
  PartnerKeys keys;  ///< of its owner, from that time
};

/// New personal, vault and box keys for a partner whose vault is open, and everything in it sealed anew. Once everybody
/// has protected, and at every later change, *ours* gets a new key too; a partner who is not here finds it at their
/// next unlock. What waits from a merge stays within reach of the new keys, as far as it was in that of the old. That
/// the new code is owed is kept along with all this. Then what was overwritten is purged from the file and from beside
/// it. What is in `found` comes to lie in the partner's vault with the rest.
[[nodiscard]] Result<RecoveryCode> protectPartner(JournalState& state, PartnerId partner, const Passphrase& passphrase,
                                                  const FoundVault* found = nullptr);

/// VaultDoor::readmit().
[[nodiscard]] Result<RecoveryCode> readmitPartner(JournalState& state, PartnerId forgotten,
                                                  const Passphrase& passphrase);

}  // namespace footbridge::storage
