// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/vault.h"

#include <utility>
#include <vector>

#include "storage/payload.h"

namespace footbridge::storage {
namespace {

Error damaged(VaultId vault, const char* detail) {
  return Error{ErrorKind::Damaged, {}, nameOf(vault), detail};
}

std::int64_t numberOf(VaultId vault) {
  return static_cast<std::int64_t>(vault);
}

/// What has been read of a vault so far.
struct Reading {
  explicit Reading(VaultKeys vaultKeys) : keys(std::move(vaultKeys)) {}
  VaultKeys keys;
  Head found;
  std::vector<RecordIndex::Row> rows;
  std::map<std::string, std::string, std::less<>> drafts;
};

Result<void> readRow(Reading& reading, const JournalMark& mark, VaultId vault, std::int64_t row, BytesView box) {
  const auto payload = openRecord(reading.keys, mark, vault, row, box);
  if (!payload) return damaged(vault, "record");
  auto record = parsePayload(textOf(*payload), vault);
  if (!record) return damaged(vault, "payload");
  toggle(reading.found.digest, rowDigest(reading.keys, row, box));
  ++reading.found.count;
  reading.rows.push_back({row, std::move(record).value()});
  return {};
}

Result<void> readRows(Database& database, const JournalMark& mark, PerVault<Reading>& readings) {
  auto rows = database.prepare("SELECT id, vault, box FROM rec");
  if (!rows) return rows.error();
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return {};
    const std::int64_t number = rows->number(1);
    if (number < numberOf(VaultId::A) || number > numberOf(VaultId::Ours)) return damaged(VaultId::Ours, "vault");
    const auto vault = static_cast<VaultId>(number);
    if (!readings[vault]) continue;
    if (auto done = readRow(*readings[vault], mark, vault, rows->number(0), rows->blob(2)); !done) return done;
  }
}

Result<void> readDrafts(Database& database, const JournalMark& mark, VaultId vault, Reading& reading) {
  auto rows = database.prepare("SELECT place, box FROM draft WHERE vault = ?");
  if (!rows) return rows.error();
  rows->bind(1, numberOf(vault));
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return {};
    auto draft = openDraft(reading.keys, mark, vault, rows->blob(0), rows->blob(1));
    if (!draft) return damaged(vault, "draft");
    reading.drafts.insert_or_assign(std::move(draft->place), std::move(draft->text));
  }
}

Result<Head> readHead(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys) {
  auto rows = database.prepare("SELECT box FROM head WHERE vault = ?");
  if (!rows) return rows.error();
  rows->bind(1, numberOf(vault));
  auto row = rows->step();
  if (!row) return row.error();
  if (!row.value()) return damaged(vault, "no head");
  const auto head = openHead(keys, mark, vault, rows->blob(0));
  if (!head) return damaged(vault, "head");
  return *head;
}

Result<OpenVault> finish(Database& database, const JournalMark& mark, VaultId vault, Reading reading) {
  auto head = readHead(database, mark, vault, reading.keys);
  if (!head) return head.error();
  if (head->count != reading.found.count) return damaged(vault, "count");
  if (head->digest != reading.found.digest) return damaged(vault, "rows");
  auto records = RecordIndex::from(std::move(reading.rows));
  if (!records) return damaged(vault, records.error().detail.c_str());
  if (auto done = readDrafts(database, mark, vault, reading); !done) return done.error();
  return OpenVault{std::move(reading.keys), head.value(), std::move(records).value(), std::move(reading.drafts)};
}

Result<void> resealRow(Statement& read, Statement& write, const JournalMark& mark, VaultId vault, std::int64_t row,
                       const VaultKeys& before, const VaultKeys& after, Digest& digest) {
  read.bind(1, row);
  auto found = read.step();
  if (!found) return found.error();
  const auto payload = found.value() ? openRecord(before, mark, vault, row, read.blob(0)) : std::nullopt;
  if (!payload) return damaged(vault, "record");
  const Bytes box = sealRecord(after, mark, vault, row, textOf(*payload));
  toggle(digest, rowDigest(after, row, box));
  if (auto done = read.run(); !done) return done;
  return write.bind(1, BytesView(box)).bind(2, row).run();
}

Result<void> resealRows(Database& database, const JournalMark& mark, VaultId vault, const OpenVault& before,
                        const VaultKeys& after, Digest& digest) {
  auto read = database.prepare("SELECT box FROM rec WHERE id = ?");
  if (!read) return read.error();
  auto write = database.prepare("UPDATE rec SET box = ? WHERE id = ?");
  if (!write) return write.error();
  for (const Kept& kept : before.records.all()) {
    for (const std::int64_t row : kept.rows) {
      if (auto done = resealRow(*read, *write, mark, vault, row, before.keys, after, digest); !done) return done;
    }
  }
  return {};
}

Result<void> resealDrafts(Database& database, const JournalMark& mark, VaultId vault, const OpenVault& before,
                          const VaultKeys& after) {
  auto drop = database.prepare("DELETE FROM draft WHERE vault = ?");
  if (!drop) return drop.error();
  if (auto done = drop->bind(1, numberOf(vault)).run(); !done) return done;
  auto write = database.prepare("INSERT INTO draft (place, vault, box) VALUES (?, ?, ?)");
  if (!write) return write.error();
  for (const auto& [place, text] : before.drafts) {
    const KeyMark name = draftPlace(after, place);
    const Bytes box = sealDraft(after, mark, vault, {place, text});
    write->bind(1, BytesView(name)).bind(2, numberOf(vault)).bind(3, BytesView(box));
    if (auto done = write->run(); !done) return done;
  }
  return {};
}

}  // namespace

const char* nameOf(VaultId vault) {
  return vault == VaultId::A ? "a" : vault == VaultId::B ? "b" : "ours";
}

Result<OpenVaults> loadVaults(Database& database, const JournalMark& mark, PerVault<VaultKeys> keys) {
  PerVault<Reading> readings;
  for (const VaultId vault : kVaults) {
    if (keys[vault]) readings[vault].emplace(std::move(*keys[vault]));
  }
  if (auto done = readRows(database, mark, readings); !done) return done.error();
  OpenVaults vaults;
  for (const VaultId vault : kVaults) {
    if (!readings[vault]) continue;
    auto open = finish(database, mark, vault, std::move(*readings[vault]));
    if (!open) return open.error();
    vaults[vault].emplace(std::move(open).value());
  }
  return vaults;
}

Result<void> writeHead(Database& database, const JournalMark& mark, const VaultKeys& keys, VaultId vault,
                       const Head& head) {
  auto write = database.prepare("INSERT OR REPLACE INTO head (vault, box) VALUES (?, ?)");
  if (!write) return write.error();
  const Bytes box = sealHead(keys, mark, vault, head);
  return write->bind(1, numberOf(vault)).bind(2, BytesView(box)).run();
}

Result<Head> reseal(Database& database, const JournalMark& mark, VaultId vault, const OpenVault& before,
                    const VaultKeys& after) {
  Head head = before.head;
  head.digest = {};
  ++head.counter;
  if (auto done = resealRows(database, mark, vault, before, after, head.digest); !done) return done.error();
  if (auto done = resealDrafts(database, mark, vault, before, after); !done) return done.error();
  if (auto done = writeHead(database, mark, after, vault, head); !done) return done.error();
  return head;
}

}  // namespace footbridge::storage
