// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/joining.h"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/came_in.h"
#include "domain/owed_code.h"
#include "storage/apart.h"
#include "storage/counting.h"
#include "storage/draft_book.h"
#include "storage/payload.h"
#include "storage/resealing.h"
#include "storage/sealed_row.h"

namespace footbridge::storage {
namespace {

/// The rows of one vault as they are written, and the head that counts them.
class VaultWriter {
 public:
  VaultWriter(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys, Head& head)
      : m_database(database), m_mark(mark), m_vault(vault), m_keys(keys), m_head(head) {}

  [[nodiscard]] Result<void> write(const VaultUnion& rows) {
    for (const std::int64_t row : rows.dropped) {
      if (auto done = remove(row); !done) return done;
    }
    for (const RecordIndex::Row& row : rows.rewritten) {
      if (auto done = remove(row.id); !done) return done;
      if (auto done = insert(row); !done) return done;
    }
    for (const RecordIndex::Row& row : rows.added) {
      if (auto done = insert(row); !done) return done;
    }
    return {};
  }

 private:
  [[nodiscard]] Result<void> remove(std::int64_t row) {
    auto read = m_database.prepare("SELECT box FROM rec WHERE id = ? AND vault = ?");
    if (!read) return read.error();
    auto found = read->bind(1, row).bind(2, numberOf(m_vault)).step();
    if (!found) return found.error();
    if (!found.value()) return Error{ErrorKind::Damaged, {}, nameOf(m_vault), "record"};
    toggle(m_head.digest, rowDigest(m_keys, row, read->blob(0)));
    --m_head.count;
    if (auto done = read->run(); !done) return done;
    auto drop = m_database.prepare("DELETE FROM rec WHERE id = ?");
    if (!drop) return drop.error();
    return drop->bind(1, row).run();
  }

  [[nodiscard]] Result<void> insert(const RecordIndex::Row& row) {
    auto payload = toPayload(row.record);
    if (!payload) return payload.error();
    const Bytes box = sealRecord(m_keys, m_mark, m_vault, row.id, payload.value());
    toggle(m_head.digest, rowDigest(m_keys, row.id, box));
    ++m_head.count;
    auto write = m_database.prepare("INSERT INTO rec (id, vault, box) VALUES (?, ?, ?)");
    if (!write) return write.error();
    return write->bind(1, row.id).bind(2, numberOf(m_vault)).bind(3, BytesView(box)).run();
  }

  Database& m_database;
  const JournalMark& m_mark;
  VaultId m_vault;
  const VaultKeys& m_keys;
  Head& m_head;
};

bool sameTexts(const Drafts& one, const Drafts& other) {
  return std::ranges::equal(
      one, other, [](const auto& a, const auto& b) { return a.first == b.first && a.second.text == b.second.text; });
}

class Joiner {
 public:
  Joiner(JournalState& state, const Join& join) : m_state(state), m_join(join) {}

  [[nodiscard]] Result<TakenIn> run() {
    const std::set<EntryId> stood = standingBefore();
    auto transaction = Transaction::begin(*m_state.database);
    if (!transaction) return transaction.error();
    if (m_join.also) {
      if (auto done = m_join.also(*m_state.database); !done) return done.error();
    }
    for (const VaultId vault : kVaults) {
      if (!m_state.vaults[vault]) continue;
      Resealed after{m_state.vaults[vault]->head, {}};
      auto done = countApart(*m_state.database, m_state.vaults[vault]->keys, vault, after.head);
      if (done && isTouched(vault, after.head)) done = write(vault, after);
      if (!done) return done.error();
    }
    auto fresh = loadVaults(*m_state.database, m_state.mark, std::move(m_keys));
    if (!fresh) return fresh.error();
    if (auto done = transaction->commit(); !done) return done.error();
    apply(std::move(fresh).value());
    return takenIn(stood);
  }

 private:
  /// Those that can be read here, of what something comes in of.
  [[nodiscard]] std::set<EntryId> standingBefore() const {
    std::set<EntryId> stood;
    for (const VaultId vault : kVaults) {
      const auto& rows = m_join.rows.vaults[vault];
      if (!rows || !m_state.vaults[vault]) continue;
      for (const RecordIndex::Row& row : rows->added) {
        const Kept* const kept = m_state.vaults[vault]->records.find(row.record.entry.id);
        if (kept && !kept->newest.gone) stood.insert(row.record.entry.id);
      }
    }
    return stood;
  }

  /// What was deleted before anybody here knew of it neither came nor went.
  [[nodiscard]] TakenIn takenIn(const std::set<EntryId>& stood) const {
    TakenIn taken{.conflicts = m_join.rows.conflicts, .aside = m_join.rows.aside};
    for (const VaultId vault : kVaults) {
      const auto& rows = m_join.rows.vaults[vault];
      if (!rows || !m_state.vaults[vault]) continue;
      std::set<EntryId> changed;
      for (const RecordIndex::Row& row : rows->added) changed.insert(row.record.entry.id);
      for (const EntryId id : changed) {
        const Kept* const kept = m_state.vaults[vault]->records.find(id);
        if (!kept) continue;
        if (!kept->newest.gone)
          ++taken.added;
        else if (stood.contains(id))
          taken.removed.push_back({id, vault, kept->newest.forGood});
      }
    }
    return taken;
  }

  /// The counter that *ours* had when the last of what comes in was written, in whichever vault.
  [[nodiscard]] std::uint64_t reachOfOurs() const {
    std::uint64_t reach = 0;
    for (const VaultId vault : kVaults) {
      const auto& rows = m_join.rows.vaults[vault];
      if (!rows) continue;
      for (const RecordIndex::Row& row : rows->added) reach = std::max(reach, row.record.order.ours);
    }
    return reach;
  }

  [[nodiscard]] bool hasOtherDrafts(VaultId vault) const {
    const auto& drafts = m_join.drafts[vault];
    return drafts && !sameTexts(*drafts, m_state.vaults[vault]->drafts);
  }

  /// There is something to be written in it, or what its head says of what lies apart holds no longer.
  [[nodiscard]] bool isTouched(VaultId vault, const Head& after) const {
    const auto& rows = m_join.rows.vaults[vault];
    const bool hasRows = rows && (!rows->added.empty() || !rows->rewritten.empty() || !rows->dropped.empty());
    const bool isBehind = vault == VaultId::Ours && after.counter < m_reach;
    return hasRows || isBehind || hasOtherDrafts(vault) || !holds(after, m_state.vaults[vault]->head);
  }

  [[nodiscard]] Result<void> write(VaultId vault, Resealed& after) {
    const VaultKeys& keys = m_state.vaults[vault]->keys;
    if (const auto& rows = m_join.rows.vaults[vault]) {
      if (auto done = writeUnion(*m_state.database, m_state.mark, vault, keys, *rows, after.head); !done) return done;
      m_purges = m_purges || !rows->dropped.empty() || !rows->rewritten.empty();
    }
    after.head.counter = counterAfter(std::max(after.head.counter, m_join.counters[vault].value_or(0)));
    if (vault == VaultId::Ours) after.head.counter = std::max(after.head.counter, m_reach);
    if (hasOtherDrafts(vault)) {
      auto done = putDrafts(*m_state.database, m_state.mark, vault, keys, *m_join.drafts[vault], after);
      if (!done) return done;
    }
    m_keys[vault].emplace(keys.master().copy());
    return writeHead(*m_state.database, m_state.mark, keys, vault, after.head);
  }

  void apply(OpenVaults fresh) {
    for (const VaultId vault : kVaults) {
      if (!fresh[vault]) continue;
      m_state.vaults[vault] = std::move(fresh[vault]);
      m_state.lastSeen.note(*m_state.vaults[vault], vault);
    }
    settleCarriedDrafts(m_state);  // what a full disk refused is in no file, and was with the vaults of before
    if (m_purges) purgeQuietly(m_state);
  }

  JournalState& m_state;
  const Join& m_join;
  std::uint64_t m_reach = reachOfOurs();
  PerVault<VaultKeys> m_keys;
  bool m_purges = false;
};

/// Those of both; of two at one place, one goes beside the other.
template <typename TakesPlace>
Drafts together(const Drafts& mine, const Drafts& theirs, TakesPlace takesPlace) {
  Drafts all = mine;
  for (const auto& [from, draft] : theirs) {
    if (isOfJournal(from)) continue;  // it speaks of the keys there, or of what came in there
    std::string place = from;
    std::string text = draft.text;
    for (;;) {
      const auto [at, isNew] = all.try_emplace(place, KeptDraft{text, {}});
      if (isNew || at->second.text == text) break;
      if (takesPlace(text, at->second.text)) std::swap(text, at->second.text);
      place += kBesideMark;
    }
  }
  return all;
}

}  // namespace

Result<Rows> readRows(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys) {
  return readAsideRows(database, mark, numberOf(vault), vault, keys);
}

Result<Rows> readAsideRows(Database& database, const JournalMark& mark, std::int64_t number, VaultId home,
                           const VaultKeys& keys) {
  auto read = database.prepare("SELECT id, box FROM rec WHERE vault = ?");
  if (!read) return read.error();
  read->bind(1, number);
  Rows rows;
  for (;;) {
    auto row = read->step();
    if (!row) return row.error();
    if (!row.value()) return rows;
    auto record = openRow(keys, mark, home, read->number(0), read->blob(1));
    if (!record) return record.error();
    rows.push_back({read->number(0), std::move(record).value()});
  }
}

Result<void> writeUnion(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys,
                        const VaultUnion& rows, Head& head) {
  return VaultWriter(database, mark, vault, keys, head).write(rows);
}

Result<TakenIn> commitJoin(JournalState& state, const Join& join) {
  return Joiner(state, join).run();
}

void addTo(TakenIn& all, const TakenIn& more) {
  all.added += more.added;
  all.conflicts += more.conflicts;
  all.aside += more.aside;
  all.removed.insert(all.removed.end(), more.removed.begin(), more.removed.end());
}

Drafts unionOf(const Drafts& mine, const Drafts& theirs) {
  return together(mine, theirs, [](const std::string& text, const std::string& there) {
    return std::pair(text.size(), text) > std::pair(there.size(), there);
  });
}

Drafts withAdded(const Drafts& mine, const Drafts& theirs) {
  return together(mine, theirs, [](const std::string&, const std::string&) { return false; });
}

void noteCameIn(Drafts& drafts, std::size_t things) {
  if (things == 0) return;
  KeptDraft& told = drafts[std::string(kCameInPlace)];
  told = {std::to_string(countOf(told.text) + things), {}};
}

}  // namespace footbridge::storage
