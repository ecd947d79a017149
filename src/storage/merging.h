// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/exchange.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

/// Joins another copy of the journal into this one; exchange.h says what it promises.
[[nodiscard]] Result<TakenIn> mergeCopy(JournalState& state, const std::string& path,
                                        const CopyPassphrases& passphrases);

}  // namespace footbridge::storage
