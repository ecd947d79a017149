// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/ports.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

// The SittingStore of an open journal; ports.h says what each promises.

[[nodiscard]] Result<SittingId> beginSitting(JournalState& state, VaultId lane, Begun begun);
[[nodiscard]] Result<void> appendEvents(JournalState& state, SittingId sitting, VaultId lane,
                                        std::vector<SittingEvent> events, EntryChanges also);
[[nodiscard]] Result<void> takeBackLines(JournalState& state, SittingId sitting, PartnerId writer,
                                         const std::vector<LineId>& lines);
[[nodiscard]] Result<Lanes> loadLanes(const JournalState& state, SittingId sitting);
[[nodiscard]] std::vector<SittingSummary> sittingsFor(Reader reader, const JournalState& state);

}  // namespace footbridge::storage
