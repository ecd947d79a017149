// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "storage/import_parser.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

/// The people of an export come to bear the numbers that they have in this journal, in all that it holds. A new journal
/// takes their names and colours along: then these are in what is answered, and nowhere yet. Any other must be of the
/// same people, and keeps its own: none. NotAllowed where they are others.
[[nodiscard]] Result<std::optional<Keyring>> fitPeople(const JournalState& state, ImportedExport& imported);

}  // namespace footbridge::storage
