// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "cli/arguments.h"
#include "domain/partner.h"
#include "domain/ports.h"
#include "storage/journal.h"

namespace footbridge::cli {

/// Shows it, this once, and then settles the older backups as `arguments` say: not before, since they open with the
/// code of their day. Where it could not be shown they stay, it is owed still, and `err` says how to get another.
/// Answers the exit code.
[[nodiscard]] int showRecoveryCode(storage::SealedJournal& journal, const Partner& owner, const RecoveryCode& code,
                                   const Arguments& arguments, std::ostream& out, std::ostream& err);

/// Says on standard error, to whoever has opened their part, that a code of theirs may not have been seen.
void tellOwedCode(const storage::SealedJournal& journal, const Partner& owner);

}  // namespace footbridge::cli
