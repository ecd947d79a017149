// SPDX-License-Identifier: GPL-3.0-or-later
// The three tables of what waits: read, written, and held against what is here. No key is needed for any of it.
#include <algorithm>

#include "storage/damaged.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

Bytes copyOf(BytesView bytes) {
  return {bytes.begin(), bytes.end()};
}

template <typename First>
Result<std::vector<std::pair<First, Bytes>>> pairsIn(Database& database, std::string_view sql, std::int64_t bound) {
  auto read = database.prepare(sql);
  if (!read) return read.error();
  read->bind(1, bound);
  std::vector<std::pair<First, Bytes>> pairs;
  for (;;) {
    auto row = read->step();
    if (!row) return row.error();
    if (!row.value()) return pairs;
    if constexpr (std::is_same_v<First, Bytes>)
      pairs.emplace_back(copyOf(read->blob(0)), copyOf(read->blob(1)));
    else
      pairs.emplace_back(read->number(0), copyOf(read->blob(1)));
  }
}

Result<Bytes> headIn(Database& database, VaultId vault, std::int64_t number) {
  auto read = database.prepare("SELECT box FROM head WHERE vault = ?");
  if (!read) return read.error();
  auto row = read->bind(1, number).step();
  if (!row) return row.error();
  if (!row.value()) return Error{ErrorKind::Damaged, {}, nameOf(vault), "no head"};
  return copyOf(read->blob(0));
}

Result<void> fill(Database& database, WaitingPart& part, std::string_view rowSql, std::string_view draftSql,
                  std::int64_t bound) {
  auto rows = pairsIn<std::int64_t>(database, rowSql, bound);
  if (!rows) return rows.error();
  auto drafts = pairsIn<Bytes>(database, draftSql, bound);
  if (!drafts) return drafts.error();
  part.rows = std::move(rows).value();
  part.drafts = std::move(drafts).value();
  return {};
}

Result<void> fillFromVault(Database& database, WaitingPart& part, std::int64_t number) {
  return fill(database, part, "SELECT id, box FROM rec WHERE vault = ? ORDER BY id",
              "SELECT place, box FROM draft WHERE vault = ? ORDER BY place", number);
}

Result<void> dropPart(Database& database, std::int64_t id) {
  for (const char* sql : {"DELETE FROM waiting WHERE id = ?", "DELETE FROM waiting_row WHERE part = ?",
                          "DELETE FROM waiting_draft WHERE part = ?"}) {
    auto drop = database.prepare(sql);
    if (!drop) return drop.error();
    if (auto done = drop->bind(1, id).run(); !done) return done;
  }
  return {};
}

}  // namespace

Result<WaitingPart> partFrom(JournalFile& other, VaultId vault, std::int64_t number) {
  auto head = headIn(*other.database, vault, number);
  if (!head) return head.error();
  WaitingPart part{.id = randomId(),
                   .vault = vault,
                   .head = std::move(head).value(),
                   .way = other.keyring.wayTo(number),
                   .note = {},
                   .rows = {},
                   .drafts = {}};
  if (auto done = fillFromVault(*other.database, part, number); !done) return done.error();
  return part;
}

Result<std::vector<WaitingPart>> waitingIn(Database& database, VaultId vault) {
  auto read = database.prepare("SELECT id, head, way, note FROM waiting WHERE vault = ? ORDER BY id");
  if (!read) return read.error();
  read->bind(1, numberOf(vault));
  std::vector<WaitingPart> parts;
  for (;;) {
    auto row = read->step();
    if (!row) return row.error();
    if (!row.value()) break;
    parts.push_back({.id = read->number(0),
                     .vault = vault,
                     .head = copyOf(read->blob(1)),
                     .way = copyOf(read->blob(2)),
                     .note = copyOf(read->blob(3)),
                     .rows = {},
                     .drafts = {}});
  }
  for (WaitingPart& part : parts) {
    auto done = fill(database, part, "SELECT id, box FROM waiting_row WHERE part = ? ORDER BY id",
                     "SELECT place, box FROM waiting_draft WHERE part = ? ORDER BY place", part.id);
    if (!done) return done.error();
  }
  return parts;
}

Result<void> putWaiting(Database& database, WaitingPart part) {
  const auto there = waitingIn(database, part.vault);
  if (!there) return there.error();
  for (const WaitingPart& each : there.value()) {
    // What waits under the same head with other rows has been damaged since, or this has; whoever opens them can tell.
    if (each.head == part.head && each.rows == part.rows && each.drafts == part.drafts) {
      auto lead = database.prepare("UPDATE waiting SET way = ? WHERE id = ? AND length(way) = 0");
      if (!lead) return lead.error();
      return lead->bind(1, BytesView(part.way)).bind(2, each.id).run();
    }
    if (each.id == part.id) part.id = randomId();
  }
  auto write = database.prepare("INSERT INTO waiting (id, vault, head, way, note) VALUES (?, ?, ?, ?, ?)");
  if (!write) return write.error();
  write->bind(1, part.id).bind(2, numberOf(part.vault)).bind(3, BytesView(part.head));
  if (auto done = write->bind(4, BytesView(part.way)).bind(5, BytesView(part.note)).run(); !done) return done;
  auto row = database.prepare("INSERT INTO waiting_row (part, id, box) VALUES (?, ?, ?)");
  if (!row) return row.error();
  for (const auto& [id, box] : part.rows) {
    if (auto done = row->bind(1, part.id).bind(2, id).bind(3, BytesView(box)).run(); !done) return done;
  }
  auto draft = database.prepare("INSERT INTO waiting_draft (part, place, box) VALUES (?, ?, ?)");
  if (!draft) return draft.error();
  for (const auto& [place, box] : part.drafts) {
    if (auto done = draft->bind(1, part.id).bind(2, BytesView(place)).bind(3, BytesView(box)).run(); !done) return done;
  }
  return {};
}

Result<void> dropSame(Database& database, const WaitingPart& part) {
  const auto there = waitingIn(database, part.vault);
  if (!there) return there.error();
  for (const WaitingPart& each : there.value()) {
    if (each.head != part.head) continue;
    if (auto done = dropPart(database, each.id); !done) return done;
  }
  return {};
}

Result<bool> isHereAlready(const JournalState& state, const WaitingPart& part) {
  std::vector<std::int64_t> numbers{numberOf(part.vault)};
  for (const AsideVault& aside : state.keyring.asideOf(*ownerOf(part.vault))) numbers.push_back(aside.number);
  for (const std::int64_t number : numbers) {
    WaitingPart here;
    if (auto done = fillFromVault(*state.database, here, number); !done) return done.error();
    if (std::ranges::includes(here.rows, part.rows) && std::ranges::includes(here.drafts, part.drafts)) return true;
  }
  return false;
}

Result<bool> belongsAside(const JournalState& state, const WaitingPart& part) {
  if (state.keyring.asideOf(*ownerOf(part.vault)).empty()) return false;
  const auto ways = Keyring::fromWay(state.mark, part.way);
  // Only the first are those of the vault itself.
  if (ways && !ways->empty() && state.keyring.leadsAside(ways->front())) return true;
  auto find = state.database->prepare("SELECT count(*) FROM rec WHERE id = ? AND vault >= ?");
  if (!find) return find.error();
  for (const auto& [id, box] : part.rows) {
    auto found = find->bind(1, id).bind(2, kFirstAside).step();
    if (!found) return found.error();
    if (find->number(0) > 0) return true;
    if (auto done = find->run(); !done) return done.error();
  }
  return false;
}

Result<void> checkNothingStray(Database& database) {
  for (const char* sql : {"SELECT count(*) FROM waiting_row WHERE part NOT IN (SELECT id FROM waiting)",
                          "SELECT count(*) FROM waiting_draft WHERE part NOT IN (SELECT id FROM waiting)"}) {
    const auto stray = database.number(sql);
    if (!stray) return stray.error();
    if (stray.value() > 0) return damaged(kWaiting);
  }
  return {};
}

}  // namespace footbridge::storage
