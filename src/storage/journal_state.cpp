// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_state.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "domain/put_aside.h"
#include "storage/counting.h"
#include "storage/payload.h"

namespace footbridge::storage {
namespace {

constexpr std::size_t kRevisionsKept = 10;

/// One call of writeRecords(): rows and heads as they will be, so that nothing in memory changes before COMMIT.
class Writing {
 public:
  explicit Writing(JournalState& state) : m_state(state) {
    for (const VaultId vault : kVaults) {
      if (state.vaults[vault]) m_heads[vault] = state.vaults[vault]->head;
    }
    m_oursBefore = state.vaults[VaultId::Ours] ? state.vaults[VaultId::Ours]->head.counter : 0;
  }

  [[nodiscard]] Result<void> add(NewRecord fresh) {
    Head& head = *m_heads[fresh.vault];
    head.counter = counterAfter(head.counter);
    ++head.count;
    m_touched[fresh.vault] = true;
    const std::size_t drops = dropsBefore(fresh);
    if (fresh.record.entry.revision == 1)
      fresh.record.order = nextOrder(fresh.vault, head.counter);
    else
      fresh.record.on = m_state.vaults[fresh.vault]->records.find(fresh.record.entry.id)->madeInto(drops);
    if (!isReadable(fresh)) return Error{ErrorKind::Invalid, "revision"};
    auto payload = toPayload(fresh.record);
    if (!payload) return payload.error();
    const VaultKeys& keys = m_state.vaults[fresh.vault]->keys;
    Row row{fresh.vault, randomId(), std::move(fresh.record), {}, drops};
    row.box = sealRecord(keys, m_state.mark, row.vault, row.id, payload.value());
    toggle(head.digest, rowDigest(keys, row.id, row.box));
    m_rows.push_back(std::move(row));
    return {};
  }

  [[nodiscard]] Result<void> commit() {
    auto transaction = Transaction::begin(*m_state.database);
    if (!transaction) return transaction.error();
    for (const Row& row : m_rows) {
      if (auto done = insert(row); !done) return done;
      if (auto done = dropOldest(row); !done) return done;
    }
    for (const VaultId vault : kVaults) {
      if (!m_touched[vault]) continue;
      const VaultKeys& keys = m_state.vaults[vault]->keys;
      if (auto done = writeHead(*m_state.database, m_state.mark, keys, vault, *m_heads[vault]); !done) return done;
    }
    return transaction->commit();
  }

  /// What is on the disk by now must come to be in memory as well. If memory runs out here the process ends, since the
  /// next save would be built upon a head that is no longer true.
  [[nodiscard]] std::vector<Record> apply() noexcept {
    std::vector<Record> records;
    for (Row& row : m_rows) {
      records.push_back(row.record);
      m_state.vaults[row.vault]->records.apply({row.id, std::move(row.record)}, row.dropped);
    }
    for (const VaultId vault : kVaults) {
      if (!m_touched[vault]) continue;
      OpenVault& open = *m_state.vaults[vault];
      open.head = *m_heads[vault];
      m_state.lastSeen.note(open, vault);
    }
    return records;
  }

 private:
  struct Row {
    VaultId vault;
    std::int64_t id;
    Record record;
    Bytes box;
    std::size_t dropped;
  };

  /// Of an own vault nothing stands before what is there already, though *ours* had come further in the copy that some
  /// of it came from.
  [[nodiscard]] Order nextOrder(VaultId vault, std::uint64_t counter) const {
    if (vault == VaultId::Ours) return Order{counter, 0};
    return Order{std::max(m_oursBefore, m_state.vaults[vault]->records.reach()), counter};
  }

  /// How many rows of its entry go with it, the oldest first.
  [[nodiscard]] std::size_t dropsBefore(const NewRecord& fresh) const {
    const Kept* const kept = m_state.vaults[fresh.vault]->records.find(fresh.record.entry.id);
    if (!kept) return 0;
    const std::size_t keeps = fresh.replacesAll ? 0 : kRevisionsKept - 1;
    return kept->rows.size() - std::min(keeps, kept->rows.size());
  }

  /// Nothing is said to be saved that the next reading would call damaged.
  [[nodiscard]] bool isReadable(const NewRecord& fresh) {
    const auto* const event = std::get_if<LaneEvent>(&fresh.record.entry.body);
    const bool isNewEvent = event && fresh.record.entry.revision == 1;
    const std::uint32_t before = isNewEvent ? m_newEvents[{fresh.vault, event->sitting, event->fromOurs}]++ : 0;
    return m_state.vaults[fresh.vault]->records.takes(fresh.record, before);
  }

  [[nodiscard]] Result<void> insert(const Row& row) {
    auto insert = m_state.database->prepare("INSERT INTO rec (id, vault, box) VALUES (?, ?, ?)");
    if (!insert) return insert.error();
    insert->bind(1, row.id).bind(2, static_cast<std::int64_t>(row.vault)).bind(3, BytesView(row.box));
    return insert->run();
  }

  [[nodiscard]] Result<void> dropOldest(const Row& row) {
    for (std::size_t at = 0; at < row.dropped; ++at) {
      const Kept& kept = *m_state.vaults[row.vault]->records.find(row.record.entry.id);
      if (auto done = drop(row.vault, kept.rows[at]); !done) return done;
    }
    return {};
  }

  [[nodiscard]] Result<void> drop(VaultId vault, std::int64_t row) {
    auto read = m_state.database->prepare("SELECT box FROM rec WHERE id = ?");
    if (!read) return read.error();
    auto found = read->bind(1, row).step();
    if (!found) return found.error();
    if (!found.value()) return Error{ErrorKind::Damaged, {}, nameOf(vault), "record"};
    toggle(m_heads[vault]->digest, rowDigest(m_state.vaults[vault]->keys, row, read->blob(0)));
    --m_heads[vault]->count;
    if (auto done = read->run(); !done) return done;
    auto remove = m_state.database->prepare("DELETE FROM rec WHERE id = ?");
    if (!remove) return remove.error();
    return remove->bind(1, row).run();
  }

  JournalState& m_state;
  PerVault<Head> m_heads;
  PerVault<bool> m_touched;
  std::uint64_t m_oursBefore = 0;
  std::map<std::tuple<VaultId, SittingId, bool>, std::uint32_t> m_newEvents;  ///< by their lanes
  std::vector<Row> m_rows;
};

}  // namespace

std::string JournalState::subjectOf(VaultId vault) const {
  const auto owner = ownerOf(vault);
  const Partner* const partner = owner ? keyring.find(*owner) : nullptr;
  return partner ? partner->name.text() : nameOf(vault);
}

bool JournalState::isOfBefore(const Record& record) const {
  const auto& ours = vaults[VaultId::Ours];
  if (lookedBack) return hasTwo() && ownerOf(record.entry.vault).has_value();  // when it was, nobody can tell
  return hasTwo() && ours && ownerOf(record.entry.vault) && record.order.ours < ours->head.born;
}

Result<void> JournalState::mayWrite(VaultId vault) const {
  const auto owner = ownerOf(vault);
  if (owner && !keyring.find(*owner)) return Error{ErrorKind::NotFound, nameOf(vault)};
  if (!vaults[vault]) return Error{ErrorKind::Locked, subjectOf(vault)};
  if (database->readOnly()) return Error{ErrorKind::ReadOnly, path};
  if (lookedBack) return Error{ErrorKind::ReadOnly, path, {}, kStillAside};
  return {};
}

Result<std::vector<Record>> writeRecords(JournalState& state, std::vector<NewRecord> records) {
  for (const NewRecord& record : records) {
    if (auto may = state.mayWrite(record.vault); !may) return may.error();
  }
  Writing writing(state);
  for (NewRecord& record : records) {
    if (auto done = writing.add(std::move(record)); !done) return done.error();
  }
  if (auto done = writing.commit(); !done) return done.error();
  return writing.apply();
}

void purgeQuietly(JournalState& state) {
  [[maybe_unused]] const auto purged = state.database->purge();
}

std::vector<const Kept*> visibleTo(Reader reader, const JournalState& state) {
  std::vector<const Kept*> visible;
  const auto order = [](const Kept* kept) { return kept->newest.order; };
  for (const VaultId vault : kVaults) {
    if (!mayRead(reader, vault) || !state.vaults[vault]) continue;
    const auto before = static_cast<std::ptrdiff_t>(visible.size());
    for (const Kept& kept : state.vaults[vault]->records.all()) visible.push_back(&kept);
    std::ranges::inplace_merge(visible, visible.begin() + before, {}, order);
  }
  return visible;
}

}  // namespace footbridge::storage
