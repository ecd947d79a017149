// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_state.h"

namespace footbridge::storage {

/// VaultDoor::join().
[[nodiscard]] Result<void> joinPartner(JournalState& state, const PartnerName& name);

}  // namespace footbridge::storage
