// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "domain/exchange.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

/// Takes in the text of a JSON export; exchange.h says what it promises.
[[nodiscard]] Result<TakenIn> importText(JournalState& state, std::string_view bytes, Reader reader);

}  // namespace footbridge::storage
