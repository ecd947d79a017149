// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "cli/arguments.h"
#include "storage/journal.h"

namespace footbridge::cli {

inline constexpr OptionRule kRemoveOlderOption{"--remove-older-backups", 0};

/// After a change that older backups do not know of: puts a new one in their place where `arguments` say so, else says
/// on `out` how many there are and what to do. Names what lies half made beside the journal. Answers the exit code;
/// what the disk refuses is said on `err`, and that the change holds all the same.
[[nodiscard]] int settleOlderBackups(storage::SealedJournal& journal, const Arguments& arguments, std::ostream& out,
                                     std::ostream& err);

/// A new backup of this file, and none of it before that. What there is of other copies stays, and is said on `out`.
/// What is kept for good, since an older copy took the file's place, stays as well unless `arguments` accept that it
/// goes, and is said on `err`.
[[nodiscard]] int removeOlderBackups(storage::SealedJournal& journal, const Arguments& arguments, std::ostream& out,
                                     std::ostream& err);

}  // namespace footbridge::cli
