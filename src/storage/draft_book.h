// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "storage/journal_state.h"

namespace footbridge::storage {

// The DraftStore of an open journal; ports.h says what each promises.

[[nodiscard]] Result<void> putDraftIn(JournalState& state, VaultId vault, std::string_view place,
                                      std::string_view text);
[[nodiscard]] std::optional<std::string> findDraftIn(const JournalState& state, VaultId vault, std::string_view place);
[[nodiscard]] Result<void> clearDraftIn(JournalState& state, VaultId vault, std::string_view place);

}  // namespace footbridge::storage
