// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "domain/result.h"
#include "storage/database.h"

namespace footbridge::storage {

/// The format that this program writes: the number of the last migration.
[[nodiscard]] std::uint32_t currentFormat();

/// Runs the numbered steps after `from` (0: an empty file), in the transaction that the caller has begun.
[[nodiscard]] Result<void> migrate(Database& database, std::uint32_t from);

/// Damaged unless the schema is, to the letter, what the migrations make.
[[nodiscard]] Result<void> checkSchema(Database& database);

}  // namespace footbridge::storage
