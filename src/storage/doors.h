// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/ports.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

// The VaultDoor and PartnerStore of an open journal; ports.h says what each promises.

[[nodiscard]] DoorState doorOf(const JournalState& state, VaultId vault);

/// Opens what needs no passphrase. For a journal that has just been read.
[[nodiscard]] Result<void> openUnprotected(JournalState& state);
[[nodiscard]] Result<void> unlockPartner(JournalState& state, PartnerId partner, const Passphrase& passphrase);
[[nodiscard]] Result<RecoveryCode> recoverPartner(JournalState& state, PartnerId partner, const Passphrase& code,
                                                  const Passphrase& passphrase);
[[nodiscard]] Result<void> changePartner(JournalState& state, const Partner& partner);
[[nodiscard]] std::vector<std::string> guessableWordsOf(const JournalState& state);

}  // namespace footbridge::storage
