// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "storage/journal_state.h"
#include "storage/protecting.h"

namespace footbridge::storage {

/// What a secret leads to of what was put aside.
struct AsideKeys {
  std::int64_t number = 0;  ///< of the vault, in the tables
  PartnerKeys keys;
};

/// By its code, or by its passphrase; none where it is of nothing that this partner put aside.
[[nodiscard]] Result<std::optional<AsideKeys>> keysAside(const JournalState& state, PartnerId partner,
                                                         const Passphrase& typed);
[[nodiscard]] Result<FoundVault> readAside(const JournalState& state, PartnerId partner, AsideKeys keys);

/// SealedJournal::lookBack().
[[nodiscard]] Result<void> lookBackAt(JournalState& state, PartnerId partner, const Passphrase& secret);

}  // namespace footbridge::storage
