// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/resealing.h"

#include <utility>

#include "storage/counting.h"
#include "storage/payload.h"

namespace footbridge::storage {
namespace {

/// The statements of one move, and what they add up to.
class Mover {
 public:
  Mover(const JournalMark& mark, const RowMove& move, Head& head) : m_mark(mark), m_move(move), m_head(head) {}

  [[nodiscard]] Result<void> prepare(Database& database) {
    for (const auto& [statement, sql] : {std::pair{&m_read, "SELECT box FROM rec WHERE id = ?"},
                                         std::pair{&m_rewrite, "UPDATE rec SET vault = ?, box = ? WHERE id = ?"},
                                         std::pair{&m_drop, "DELETE FROM rec WHERE id = ?"},
                                         std::pair{&m_insert, "INSERT INTO rec (id, vault, box) VALUES (?, ?, ?)"}}) {
      auto prepared = database.prepare(sql);
      if (!prepared) return prepared.error();
      statement->emplace(std::move(prepared).value());
    }
    return {};
  }

  [[nodiscard]] Result<void> take(const Kept& kept) {
    std::vector<Record> instead = m_move.inPlaceOf ? m_move.inPlaceOf(kept) : std::vector<Record>();
    for (const std::int64_t row : kept.rows) {
      if (auto done = instead.empty() ? reseal(row) : m_drop->bind(1, row).run(); !done) return done;
    }
    std::uint32_t revision = kept.lastRevision();
    for (Record& next : instead) {
      next.entry.revision = revision = revisionAfter(revision);
      next.on = kept.madeInto(kept.rows.size());
      if (auto done = insert(std::move(next)); !done) return done;
    }
    return {};
  }

 private:
  [[nodiscard]] Result<void> reseal(std::int64_t row) {
    auto found = m_read->bind(1, row).step();
    if (!found) return found.error();
    const auto payload =
        found.value() ? openRecord(m_move.from.keys, m_mark, m_move.home, row, m_read->blob(0)) : std::nullopt;
    if (!payload) return Error{ErrorKind::Damaged, {}, nameOf(m_move.home), "record"};
    const Bytes box = seal(row, textOf(*payload));
    if (auto done = m_read->run(); !done) return done;
    return m_rewrite->bind(1, numberOf(m_move.to)).bind(2, BytesView(box)).bind(3, row).run();
  }

  [[nodiscard]] Result<void> insert(Record record) {
    record.entry.vault = m_move.to;
    auto payload = toPayload(record);
    if (!payload) return payload.error();
    const std::int64_t row = randomId();
    const Bytes box = seal(row, payload.value());
    m_head.counter = counterAfter(m_head.counter);
    return m_insert->bind(1, row).bind(2, numberOf(m_move.to)).bind(3, BytesView(box)).run();
  }

  Bytes seal(std::int64_t row, std::string_view payload) {
    Bytes box = sealRecord(m_move.keys, m_mark, m_move.to, row, payload);
    toggle(m_head.digest, rowDigest(m_move.keys, row, box));
    ++m_head.count;
    return box;
  }

  const JournalMark& m_mark;
  const RowMove& m_move;
  Head& m_head;
  std::optional<Statement> m_read, m_rewrite, m_drop, m_insert;
};

}  // namespace

Result<void> moveRows(Database& database, const JournalMark& mark, const RowMove& move, Head& head) {
  Mover mover(mark, move, head);
  if (auto done = mover.prepare(database); !done) return done;
  for (const Kept& kept : move.from.records.all()) {
    if (auto done = mover.take(kept); !done) return done;
  }
  return {};
}

Result<void> putDrafts(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys,
                       const Drafts& drafts, Resealed& into) {
  auto drop = database.prepare("DELETE FROM draft WHERE vault = ?");
  if (!drop) return drop.error();
  if (auto done = drop->bind(1, numberOf(vault)).run(); !done) return done;
  auto write = database.prepare("INSERT INTO draft (place, vault, box) VALUES (?, ?, ?)");
  if (!write) return write.error();
  into.head.draftDigest = {};
  ++into.head.draftCounter;
  for (const auto& [place, draft] : drafts) {
    const KeyMark name = draftPlace(keys, place);
    const Bytes box = sealDraft(keys, mark, vault, {place, draft.text});
    const Digest digest = draftDigestOf(keys, name, box);
    toggle(into.head.draftDigest, digest);
    into.drafts.insert_or_assign(place, KeptDraft{draft.text, digest});
    write->bind(1, BytesView(name)).bind(2, numberOf(vault)).bind(3, BytesView(box));
    if (auto done = write->run(); !done) return done;
  }
  return {};
}

Result<void> putDrafts(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys,
                       const Drafts& drafts, Head& head) {
  Resealed into{head, {}};
  auto done = putDrafts(database, mark, vault, keys, drafts, into);
  head = into.head;
  return done;
}

Head emptied(Head head) {
  head.counter = counterAfter(head.counter);
  head.count = 0;
  head.digest = {};
  return head;
}

Result<Head> reseal(Database& database, const JournalMark& mark, VaultId vault, const OpenVault& before,
                    const VaultKeys& after) {
  Head head = emptied(before.head);
  if (auto done = moveRows(database, mark, {before, vault, vault, after, {}}, head); !done) return done.error();
  if (auto done = putDrafts(database, mark, vault, after, before.drafts, head); !done) return done.error();
  return head;
}

}  // namespace footbridge::storage
