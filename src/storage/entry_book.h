// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/ports.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

// The EntryStore of an open journal; ports.h says what each promises.

[[nodiscard]] std::vector<Entry> entriesFor(Reader reader, const JournalState& state);
[[nodiscard]] std::optional<Entry> findEntry(EntryId id, Reader reader, const JournalState& state);
[[nodiscard]] std::vector<Entry> searchEntries(std::string_view words, Reader reader, const JournalState& state);

[[nodiscard]] Result<Entry> addEntry(JournalState& state, VaultId vault, std::optional<PartnerId> author,
                                     EntryBody body);
[[nodiscard]] Result<std::vector<Entry>> addEntries(JournalState& state, VaultId vault, std::optional<PartnerId> author,
                                                    std::vector<EntryBody> bodies);
[[nodiscard]] Result<Entry> reviseEntry(JournalState& state, EntryId id, EntryBody body);
/// Leaves a sealed tombstone, so that a merge brings nothing back.
[[nodiscard]] Result<void> removeEntry(JournalState& state, EntryId id);
[[nodiscard]] Result<Entry> restoreEntry(JournalState& state, EntryId id);
[[nodiscard]] Result<void> removeEntryForGood(JournalState& state, EntryId id);
[[nodiscard]] Result<std::vector<Entry>> deletedFor(Reader reader, const JournalState& state);
[[nodiscard]] bool anyDeletedFor(Reader reader, const JournalState& state);
[[nodiscard]] Result<std::vector<Entry>> historyOf(const JournalState& state, EntryId id, Reader reader);

/// What makes these changes, for a write that holds other records too. Refuses what add, revise and remove would.
[[nodiscard]] Result<std::vector<NewRecord>> recordsOf(const JournalState& state, VaultId added, EntryChanges changes);

/// A first revision made now, with a fresh id.
[[nodiscard]] NewRecord freshRecord(const JournalState& state, VaultId vault, std::optional<PartnerId> author,
                                    EntryBody body);

}  // namespace footbridge::storage
