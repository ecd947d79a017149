// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/exchange.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

/// The text of an export; exchange.h says what it promises.
[[nodiscard]] Result<std::string> exportText(const JournalState& state, const ExportWish& wish);

}  // namespace footbridge::storage
