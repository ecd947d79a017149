// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_set>
#include <vector>

#include "storage/record_index.h"

namespace footbridge::storage {

/// What a row was made from, as Record::on; null where the row is not there.
using MadeFrom = std::function<const std::vector<std::int64_t>*(std::int64_t row)>;

/// Every row that one of `from` was made from, near or far, as far as the links are known.
[[nodiscard]] std::unordered_set<std::int64_t> ancestorsOf(std::vector<std::int64_t> from, const MadeFrom& madeFrom);

/// Puts the revisions of one entry behind those that they were made from, and leaves them otherwise as they stand.
/// False where one was made from itself, by way of others.
[[nodiscard]] bool orderByLinks(std::vector<RecordIndex::Row>& revisions);

}  // namespace footbridge::storage
