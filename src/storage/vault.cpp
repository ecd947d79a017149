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
  Drafts drafts;
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
    const Digest digest = draftDigestOf(reading.keys, rows->blob(0), rows->blob(1));
    toggle(reading.found.draftDigest, digest);
    reading.drafts.insert_or_assign(std::move(draft->place), KeptDraft{std::move(draft->text), digest});
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
  if (head->draftDigest != reading.found.draftDigest) return damaged(vault, "drafts");
  return OpenVault{std::move(reading.keys), head.value(), std::move(records).value(), std::move(reading.drafts)};
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

Result<Record> readRecord(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys,
                          std::int64_t row) {
  auto read = database.prepare("SELECT box FROM rec WHERE id = ?");
  if (!read) return read.error();
  auto found = read->bind(1, row).step();
  if (!found) return found.error();
  const auto payload = found.value() ? openRecord(keys, mark, vault, row, read->blob(0)) : std::nullopt;
  if (!payload) return damaged(vault, "record");
  return parsePayload(textOf(*payload), vault);
}

Result<void> writeHead(Database& database, const JournalMark& mark, const VaultKeys& keys, VaultId vault,
                       const Head& head) {
  auto write = database.prepare("INSERT OR REPLACE INTO head (vault, box) VALUES (?, ?)");
  if (!write) return write.error();
  const Bytes box = sealHead(keys, mark, vault, head);
  return write->bind(1, numberOf(vault)).bind(2, BytesView(box)).run();
}

}  // namespace footbridge::storage
