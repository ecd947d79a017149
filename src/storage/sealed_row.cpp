// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sealed_row.h"

#include "storage/counting.h"
#include "storage/payload.h"
#include "storage/vault.h"

namespace footbridge::storage {

Result<Record> openRow(const VaultKeys& keys, const JournalMark& mark, VaultId home, std::int64_t row, BytesView box) {
  const auto payload = openRecord(keys, mark, home, row, box);
  if (!payload) return Error{ErrorKind::Damaged, {}, nameOf(home), "record"};
  auto record = parsePayload(textOf(*payload), home);
  if (!record) return Error{ErrorKind::Damaged, {}, nameOf(home), "payload"};
  record->entry.revision = countedRevision(record->entry.revision);
  record->order = {counted(record->order.ours), counted(record->order.own)};
  return record;
}

}  // namespace footbridge::storage
