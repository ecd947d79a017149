// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/entry_book.h"

#include <algorithm>
#include <utility>

#include "storage/counting.h"
#include "storage/search_text.h"

namespace footbridge::storage {
namespace {

bool holdsAll(const std::string& text, const std::vector<std::string>& words) {
  return std::ranges::all_of(words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

/// As it stands; marked where a merge left something to be looked at.
Entry shown(const JournalState& state, const Kept& kept, const Record& record) {
  Entry entry = record.entry;
  entry.conflict = record.aside || !kept.beside.empty();
  entry.unproven = record.unproven;
  entry.ofBefore = state.isOfBefore(record);
  return entry;
}

template <typename Wanted>
std::vector<Entry> newestFirst(Reader reader, const JournalState& state, Wanted wanted) {
  std::vector<Entry> entries;
  std::vector<const Kept*> visible = visibleTo(reader, state);
  std::ranges::reverse(visible);
  entries.reserve(visible.size());
  for (const Kept* kept : visible) {
    if (kept->newest.gone || !wanted(*kept)) continue;
    entries.push_back(shown(state, *kept, kept->newest));
    for (const Record& other : kept->beside) {
      if (!other.gone) entries.push_back(shown(state, *kept, other));
    }
  }
  return entries;
}

/// In any vault that is open, deleted or not; null where there is none.
const Kept* findAny(const JournalState& state, EntryId id) {
  for (const VaultId vault : kVaults) {
    const Kept* const kept = state.vaults[vault] ? state.vaults[vault]->records.find(id) : nullptr;
    if (kept) return kept;
  }
  return nullptr;
}

/// Null for what is deleted, too.
const Kept* findOpen(const JournalState& state, EntryId id) {
  const Kept* const kept = findAny(state, id);
  return kept && !kept->newest.gone ? kept : nullptr;
}

/// "A line just for me" would be a lie in a vault that anybody can open.
Result<void> mayHold(const JournalState& state, VaultId vault, const EntryBody& body) {
  if (std::holds_alternative<LaneEvent>(body)) return Error{ErrorKind::NotAllowed, "event"};
  const auto owner = ownerOf(vault);
  if (owner && std::holds_alternative<Note>(body) && !state.keyring.isProtected(*owner))
    return Error{ErrorKind::NotProtected, state.subjectOf(vault)};
  return {};
}

/// Alone, everything is kept in one's own vault, and *ours* begins empty when somebody joins.
Result<void> mayAdd(const JournalState& state, VaultId vault, std::optional<PartnerId> author) {
  if (vault == VaultId::Ours && !state.hasTwo()) return Error{ErrorKind::NotAllowed, nameOf(vault)};
  if (author && !state.keyring.find(*author)) return Error{ErrorKind::NotFound, nameOf(vaultOf(*author))};
  const auto owner = ownerOf(vault);
  if (owner && author && *author != *owner) return Error{ErrorKind::NotAllowed, "author"};
  return state.mayWrite(vault);
}

Result<Entry> writeOne(JournalState& state, NewRecord record) {
  std::vector<NewRecord> records;
  records.push_back(std::move(record));
  auto written = writeRecords(state, std::move(records));
  if (!written) return written.error();
  return std::move(written->front().entry);
}

/// What happened in a sitting is not an entry that somebody can change.
Result<const Kept*> findOwnable(const JournalState& state, EntryId id) {
  const Kept* const kept = findAny(state, id);
  if (!kept) return Error{ErrorKind::NotFound, "entry"};
  if (std::holds_alternative<LaneEvent>(kept->newest.entry.body)) return Error{ErrorKind::NotAllowed, "event"};
  return kept;
}

Result<Record> readRevision(const JournalState& state, VaultId vault, std::int64_t row) {
  return readRecord(*state.database, state.mark, vault, state.vaults[vault]->keys, row);
}

/// The newest revision besides the tombstones.
Result<Record> lastWords(const JournalState& state, const Kept& kept) {
  if (!kept.newest.gone || kept.newest.forGood) return Error{ErrorKind::NotAllowed, "entry"};
  for (auto row = kept.rows.rbegin(); row != kept.rows.rend(); ++row) {
    auto record = readRevision(state, kept.newest.entry.vault, *row);
    if (!record || !record->gone) return record;
  }
  return Error{ErrorKind::NotAllowed, "entry"};
}

NewRecord nextRevision(const JournalState& state, const Kept& kept) {
  NewRecord next{kept.newest.entry.vault, kept.newest};
  next.record.unproven = false;  // whoever changes it is here, and has read it
  next.record.entry.revision = revisionAfter(kept.lastRevision());
  next.record.entry.changed = state.now();
  return next;
}

/// What one began and the other alone goes on with is of both from then on. A line stays its writer's, whatever becomes
/// of its words: nobody else may change it or take it back.
bool isOthersTurn(const JournalState& state, const Entry& entry) {
  if (entry.vault != VaultId::Ours || !entry.author || std::holds_alternative<Note>(entry.body)) return false;
  return !state.personal[vaultOf(*entry.author)] && state.personal[vaultOf(otherOf(*entry.author))];
}

NewRecord tombstoneOf(const JournalState& state, const Kept& kept) {
  NewRecord next = nextRevision(state, kept);
  next.record.entry.body = Note{};
  next.record.gone = true;
  return next;
}

Result<std::vector<NewRecord>> additions(const JournalState& state, VaultId vault, std::optional<PartnerId> author,
                                         std::vector<EntryBody> bodies) {
  if (auto may = mayAdd(state, vault, author); !may) return may.error();
  if (ownerOf(vault)) author = ownerOf(vault);
  std::vector<NewRecord> records;
  for (EntryBody& body : bodies) {
    if (auto may = mayHold(state, vault, body); !may) return may.error();
    records.push_back(freshRecord(state, vault, author, std::move(body)));
  }
  return records;
}

Result<NewRecord> revision(const JournalState& state, EntryId id, EntryBody body) {
  const Kept* const kept = findOpen(state, id);
  if (!kept) return Error{ErrorKind::NotFound, "entry"};
  if (std::holds_alternative<LaneEvent>(kept->newest.entry.body)) return Error{ErrorKind::NotAllowed, "event"};
  if (body.index() != kept->newest.entry.body.index()) return Error{ErrorKind::Invalid, "entry"};
  if (auto may = mayHold(state, kept->newest.entry.vault, body); !may) return may.error();
  NewRecord next = nextRevision(state, *kept);
  next.record.entry.body = std::move(body);
  if (isOthersTurn(state, next.record.entry)) next.record.entry.author.reset();
  return next;
}

/// One that is not deleted.
Result<const Kept*> findStanding(const JournalState& state, EntryId id) {
  auto kept = findOwnable(state, id);
  if (kept && kept.value()->newest.gone) return Error{ErrorKind::NotFound, "entry"};
  return kept;
}

/// With what was deleted last first.
std::vector<const Kept*> tombstonesFor(Reader reader, const JournalState& state) {
  std::vector<const Kept*> gone = visibleTo(reader, state);
  std::erase_if(gone, [](const Kept* kept) { return !kept->newest.gone || kept->newest.forGood; });
  std::ranges::reverse(gone);
  std::ranges::stable_sort(gone, std::ranges::greater(), [](const Kept* kept) { return kept->newest.entry.changed; });
  return gone;
}

bool mayBringBack(Reader reader, const Entry& last) {
  if (std::holds_alternative<LaneEvent>(last.body)) return false;
  const bool isLineOfOne = last.vault == VaultId::Ours && last.author && std::holds_alternative<Note>(last.body);
  return !isLineOfOne || partnerOf(reader) == last.author;
}

/// What the tombstone stands for, where it can be brought back for this reader.
Result<std::optional<Entry>> deletedEntry(Reader reader, const JournalState& state, const Kept& kept) {
  auto last = lastWords(state, kept);
  if (!last && last.error().kind == ErrorKind::NotAllowed) return std::optional<Entry>();  // no words came with it
  if (!last) return last.error();
  Entry entry = kept.newest.entry;
  entry.ofBefore = state.isOfBefore(kept.newest);
  entry.body = std::move(last->entry.body);
  return mayBringBack(reader, entry) ? std::optional(std::move(entry)) : std::nullopt;
}

}  // namespace

std::vector<Entry> entriesFor(Reader reader, const JournalState& state) {
  return newestFirst(reader, state, [](const Kept&) { return true; });
}

std::optional<Entry> findEntry(EntryId id, Reader reader, const JournalState& state) {
  const Kept* const kept = findOpen(state, id);
  if (!kept || !mayRead(reader, kept->newest.entry.vault)) return std::nullopt;
  return shown(state, *kept, kept->newest);
}

std::vector<Entry> searchEntries(std::string_view words, Reader reader, const JournalState& state) {
  const std::vector<std::string> wanted = searchWords(words);
  if (wanted.empty()) return {};
  return newestFirst(reader, state, [&](const Kept& kept) { return holdsAll(kept.searchText(), wanted); });
}

Result<std::vector<NewRecord>> recordsOf(const JournalState& state, VaultId added, EntryChanges changes) {
  std::vector<NewRecord> records;
  if (!changes.added.empty()) {
    auto fresh = additions(state, added, std::nullopt, std::move(changes.added));
    if (!fresh) return fresh;
    records = *std::move(fresh);
  }
  for (auto& [id, body] : changes.revised) {
    auto next = revision(state, id, std::move(body));
    if (!next) return next.error();
    records.push_back(*std::move(next));
  }
  for (const EntryId id : changes.removed) {
    const auto kept = findStanding(state, id);
    if (!kept) return kept.error();
    records.push_back(tombstoneOf(state, *kept.value()));
  }
  return records;
}

NewRecord freshRecord(const JournalState& state, VaultId vault, std::optional<PartnerId> author, EntryBody body) {
  const Moment now = std::chrono::floor<std::chrono::milliseconds>(state.now());
  Entry entry{*EntryId::from(randomId()), 1, vault, author, now, now, std::move(body)};
  return {vault, Record{std::move(entry), {}}};
}

Result<Entry> addEntry(JournalState& state, VaultId vault, std::optional<PartnerId> author, EntryBody body) {
  std::vector<EntryBody> one;
  one.push_back(std::move(body));
  auto added = addEntries(state, vault, author, std::move(one));
  if (!added) return added.error();
  return std::move(added->front());
}

Result<std::vector<Entry>> addEntries(JournalState& state, VaultId vault, std::optional<PartnerId> author,
                                      std::vector<EntryBody> bodies) {
  auto records = additions(state, vault, author, std::move(bodies));
  if (!records) return records.error();
  if (records->empty()) return std::vector<Entry>{};
  auto written = writeRecords(state, *std::move(records));
  if (!written) return written.error();
  std::vector<Entry> entries;
  for (Record& record : *written) entries.push_back(std::move(record.entry));
  return entries;
}

Result<Entry> reviseEntry(JournalState& state, EntryId id, EntryBody body) {
  auto next = revision(state, id, std::move(body));
  if (!next) return next.error();
  return writeOne(state, *std::move(next));
}

Result<void> removeEntry(JournalState& state, EntryId id) {
  const auto kept = findStanding(state, id);
  if (!kept) return kept.error();
  auto written = writeOne(state, tombstoneOf(state, *kept.value()));
  if (!written) return written.error();
  return {};
}

Result<Entry> restoreEntry(JournalState& state, EntryId id) {
  const auto kept = findOwnable(state, id);
  if (!kept) return kept.error();
  auto last = lastWords(state, *kept.value());
  if (!last) return last.error();
  if (auto may = mayHold(state, last->entry.vault, last->entry.body); !may) return may.error();
  NewRecord next = nextRevision(state, *kept.value());
  next.record.entry.body = std::move(last->entry.body);
  next.record.gone = false;
  return writeOne(state, std::move(next));
}

Result<void> removeEntryForGood(JournalState& state, EntryId id) {
  const auto kept = findOwnable(state, id);
  if (!kept) return kept.error();
  if (kept.value()->newest.forGood) return Error{ErrorKind::NotFound, "entry"};
  NewRecord next = tombstoneOf(state, *kept.value());
  next.record.forGood = true;
  next.replacesAll = true;
  auto written = writeOne(state, std::move(next));
  if (!written) return written.error();
  purgeQuietly(state);
  return {};
}

Result<std::vector<Entry>> deletedFor(Reader reader, const JournalState& state) {
  std::vector<Entry> entries;
  for (const Kept* kept : tombstonesFor(reader, state)) {
    auto entry = deletedEntry(reader, state, *kept);
    if (!entry) return entry.error();
    if (*entry) entries.push_back(**std::move(entry));
  }
  return entries;
}

bool anyDeletedFor(Reader reader, const JournalState& state) {
  return std::ranges::any_of(tombstonesFor(reader, state), [&](const Kept* kept) {
    const auto entry = deletedEntry(reader, state, *kept);
    return !entry || entry->has_value();
  });
}

Result<std::vector<Entry>> historyOf(const JournalState& state, EntryId id, Reader reader) {
  const Kept* const kept = findOpen(state, id);
  if (!kept || !mayRead(reader, kept->newest.entry.vault)) return Error{ErrorKind::NotFound, "entry"};
  std::vector<Entry> revisions;
  for (auto row = kept->rows.rbegin(); row != kept->rows.rend(); ++row) {
    auto record = readRevision(state, kept->newest.entry.vault, *row);
    if (!record) return record.error();
    if (record->gone) continue;
    record->entry.conflict = std::ranges::count(kept->inDispute, *row) != 0;
    record->entry.unproven = record->unproven;
    record->entry.ofBefore = state.isOfBefore(*record);
    revisions.push_back(std::move(record->entry));
  }
  return revisions;
}

}  // namespace footbridge::storage
