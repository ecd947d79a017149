// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "domain/result.h"
#include "storage/record.h"
#include "storage/sealing.h"

namespace footbridge::storage {

/// One row of a vault, opened and read, its numbers as far as they are counted (counting.h). `home`: what the vault was
/// when it was sealed. Damaged, with the vault as its place, where it does not open or is nothing that we write.
[[nodiscard]] Result<Record> openRow(const VaultKeys& keys, const JournalMark& mark, VaultId home, std::int64_t row,
                                     BytesView box);

}  // namespace footbridge::storage
