// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/parted_copies.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace footbridge::storage {
namespace {

using VaultOfRow = std::unordered_map<std::int64_t, std::int64_t>;

Result<VaultOfRow> vaultsOfRows(Database& database) {
  auto read = database.prepare("SELECT id, vault FROM rec WHERE vault < ?");
  if (!read) return read.error();
  read->bind(1, kFirstAside);
  VaultOfRow vaults;
  for (;;) {
    auto row = read->step();
    if (!row) return row.error();
    if (!row.value()) return vaults;
    vaults.emplace(read->number(0), read->number(1));
  }
}

bool isEmpty(const OpenVault& vault) {
  return vault.head.count == 0 && vault.drafts.empty();
}

}  // namespace

bool areOfTwoEras(const OpenVault& mine, const OpenVault& theirs) {
  const Era& here = mine.head.era;
  const Era& there = theirs.head.era;
  if (here == there) return false;
  return here.joins <= there.joins || !isEmpty(theirs);
}

Result<bool> holdRowsElsewhere(Database& mine, Database& theirs) {
  const auto here = vaultsOfRows(mine);
  if (!here) return here.error();
  const auto there = vaultsOfRows(theirs);
  if (!there) return there.error();
  return std::ranges::any_of(*here, [&](const auto& row) {
    const auto other = there->find(row.first);
    return other != there->end() && other->second != row.second;
  });
}

bool holdEntriesElsewhere(const PerVault<TwoCopies>& copies) {
  std::map<EntryId, VaultId> here;
  for (const VaultId vault : kVaults) {
    if (!copies[vault]) continue;
    for (const RecordIndex::Row& row : copies[vault]->mine) here.emplace(row.record.entry.id, vault);
  }
  return std::ranges::any_of(kVaults, [&](VaultId vault) {
    return copies[vault] && std::ranges::any_of(copies[vault]->theirs, [&](const RecordIndex::Row& row) {
             const auto other = here.find(row.record.entry.id);
             return other != here.end() && other->second != vault;
           });
  });
}

}  // namespace footbridge::storage
