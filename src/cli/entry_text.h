// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <span>

#include "domain/entry.h"
#include "domain/partner.h"

namespace footbridge::cli {

/// Entries for a reader at a terminal: what somebody put into words, chose or rated. The mere steps of a sitting
/// (turns, hand-overs) are left out here and are in the JSON.
void printEntries(std::ostream& out, std::span<const Entry> entries, std::span<const Partner> partners);

}  // namespace footbridge::cli
