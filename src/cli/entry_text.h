// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <span>

#include "domain/entry.h"
#include "domain/partner.h"

namespace footbridge {
class Catalog;
}

namespace footbridge::cli {

/// What the words of some entries are looked up in. Borrowed.
struct Readable {
  std::span<const Entry> entries;  ///< all that the reader may read
  std::span<const Partner> partners;
  Catalog* catalog = nullptr;
};

/// Entries for a reader at a terminal: what somebody put into words, chose or rated. The mere steps of a sitting
/// (turns, hand-overs) are left out here and are in the JSON.
void printEntries(std::ostream& out, std::span<const Entry> entries, const Readable& readable);

}  // namespace footbridge::cli
