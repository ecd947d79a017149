// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/vault.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "storage/sealed_row.h"

namespace footbridge::storage {
namespace {

Error damagedIn(VaultId vault, const char* detail) {
  return Error{ErrorKind::Damaged, {}, nameOf(vault), detail};
}

/// What has been read of a vault so far.
struct Reading {
  std::int64_t number;  ///< in the tables
  VaultId home;         ///< what it is sealed as
  VaultKeys keys;
  Head found{};
  std::vector<RecordIndex::Row> rows{};
  Drafts drafts{};
};

Result<void> readRow(Reading& reading, const JournalMark& mark, std::int64_t row, BytesView box) {
  auto record = openRow(reading.keys, mark, reading.home, row, box);
  if (!record) return record.error();
  toggle(reading.found.digest, rowDigest(reading.keys, row, box));
  ++reading.found.count;
  reading.rows.push_back({row, std::move(record).value()});
  return {};
}

Result<std::set<std::int64_t>> knownVaults(Database& database) {
  auto rows = database.prepare("SELECT id FROM vault");
  if (!rows) return rows.error();
  std::set<std::int64_t> known;
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return known;
    known.insert(rows->number(0));
  }
}

Result<void> readRows(Database& database, const JournalMark& mark, std::vector<Reading>& readings) {
  const auto known = knownVaults(database);
  if (!known) return known.error();
  auto rows = database.prepare("SELECT id, vault, box FROM rec");
  if (!rows) return rows.error();
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return {};
    const std::int64_t number = rows->number(1);
    if (!known->contains(number)) return damagedIn(VaultId::Ours, "vault");
    const auto reading = std::ranges::find(readings, number, &Reading::number);
    if (reading == readings.end()) continue;
    if (auto done = readRow(*reading, mark, rows->number(0), rows->blob(2)); !done) return done;
  }
}

Result<void> readDrafts(Database& database, const JournalMark& mark, Reading& reading) {
  auto rows = database.prepare("SELECT place, box FROM draft WHERE vault = ?");
  if (!rows) return rows.error();
  rows->bind(1, reading.number);
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return {};
    auto draft = openDraft(reading.keys, mark, reading.home, rows->blob(0), rows->blob(1));
    if (!draft) return damagedIn(reading.home, "draft");
    const Digest digest = draftDigestOf(reading.keys, rows->blob(0), rows->blob(1));
    toggle(reading.found.draftDigest, digest);
    reading.drafts.insert_or_assign(std::move(draft->place), KeptDraft{std::move(draft->text), digest});
  }
}

Result<Head> readHeadAt(Database& database, const JournalMark& mark, std::int64_t number, VaultId home,
                        const VaultKeys& keys) {
  auto rows = database.prepare("SELECT box FROM head WHERE vault = ?");
  if (!rows) return rows.error();
  rows->bind(1, number);
  auto row = rows->step();
  if (!row) return row.error();
  if (!row.value()) return damagedIn(home, "no head");
  const auto head = openHead(keys, mark, home, rows->blob(0));
  if (!head) return damagedIn(home, "head");
  return *head;
}

Result<OpenVault> finish(Database& database, const JournalMark& mark, Reading reading) {
  auto head = readHeadAt(database, mark, reading.number, reading.home, reading.keys);
  if (!head) return head.error();
  if (head->count != reading.found.count) return damagedIn(reading.home, "count");
  if (head->digest != reading.found.digest) return damagedIn(reading.home, "rows");
  auto records = RecordIndex::from(std::move(reading.rows));
  if (!records) return damagedIn(reading.home, records.error().detail.c_str());
  if (auto done = readDrafts(database, mark, reading); !done) return done.error();
  if (head->draftDigest != reading.found.draftDigest) return damagedIn(reading.home, "drafts");
  return OpenVault{std::move(reading.keys), head.value(), std::move(records).value(), std::move(reading.drafts)};
}

}  // namespace

const char* nameOf(VaultId vault) {
  return vault == VaultId::A ? "a" : vault == VaultId::B ? "b" : "ours";
}

Result<OpenVaults> loadVaults(Database& database, const JournalMark& mark, PerVault<VaultKeys> keys) {
  std::vector<Reading> readings;
  for (const VaultId vault : kVaults) {
    if (keys[vault]) readings.push_back({numberOf(vault), vault, std::move(*keys[vault])});
  }
  if (auto done = readRows(database, mark, readings); !done) return done.error();
  OpenVaults vaults;
  for (Reading& reading : readings) {
    const VaultId vault = reading.home;
    auto open = finish(database, mark, std::move(reading));
    if (!open) return open.error();
    vaults[vault].emplace(std::move(open).value());
  }
  return vaults;
}

Result<OpenVault> loadAside(Database& database, const JournalMark& mark, std::int64_t number, VaultId home,
                            VaultKeys keys) {
  std::vector<Reading> readings;
  readings.push_back({number, home, std::move(keys)});
  if (auto done = readRows(database, mark, readings); !done) return done.error();
  return finish(database, mark, std::move(readings.front()));
}

Result<Head> readHead(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys) {
  return readHeadAt(database, mark, numberOf(vault), vault, keys);
}

Result<Record> readRecord(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys,
                          std::int64_t row) {
  auto read = database.prepare("SELECT box FROM rec WHERE id = ?");
  if (!read) return read.error();
  auto found = read->bind(1, row).step();
  if (!found) return found.error();
  if (!found.value()) return damagedIn(vault, "record");
  return openRow(keys, mark, vault, row, read->blob(0));
}

Result<void> writeHead(Database& database, const JournalMark& mark, const VaultKeys& keys, VaultId vault,
                       const Head& head) {
  auto write = database.prepare("INSERT OR REPLACE INTO head (vault, box) VALUES (?, ?)");
  if (!write) return write.error();
  const Bytes box = sealHead(keys, mark, vault, head);
  return write->bind(1, numberOf(vault)).bind(2, BytesView(box)).run();
}

}  // namespace footbridge::storage
