// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_state.h"
#include "storage/report.h"

namespace footbridge::storage {

[[nodiscard]] Summary summaryFor(const Keyring& keyring, bool readOnly);

/// Reads the file anew and holds it against what is in memory.
[[nodiscard]] VerifyReport verifyJournal(const JournalState& state);

}  // namespace footbridge::storage
