// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "domain/entry.h"
#include "domain/ports.h"

namespace footbridge::practice {

/// The agreements that the sitting `now` looks back on: those that are open; those that were marked since the last look
/// back, as on the day that was agreed for it, so that both hear of them; and those that it has marked itself.
/// `entries` and `sittings`: what whoever is here may see, `sittings` newest first and with `now`. In the order given.
[[nodiscard]] std::vector<Entry> agreementsToLookBackOn(const SittingId& now, std::span<const Entry> entries,
                                                        std::span<const SittingSummary> sittings, Day today);

}  // namespace footbridge::practice
