// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <vector>

#include "domain/exchange.h"
#include "domain/partner.h"
#include "storage/journal.h"

namespace footbridge::cli {

/// On the error output, once: what came in in their name from a copy that others could write in, and where to look.
void tellCameIn(storage::SealedJournal& journal, const Partner& owner);

/// What came in, what is to be looked at, and who is waited for.
void printTakenIn(std::ostream& out, const TakenIn& taken, const std::vector<Partner>& partners);

}  // namespace footbridge::cli
