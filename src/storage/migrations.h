// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "domain/result.h"
#include "storage/database.h"

namespace footbridge::storage {

/// Numbered SQL, from an empty file on; as many steps as the format's number.
using MigrationSteps = std::span<const char* const>;

/// Those that this program knows.
[[nodiscard]] MigrationSteps shippedSteps();

/// The format that this program writes: the number of the last migration.
[[nodiscard]] std::uint32_t currentFormat();

/// Runs the steps after `from` (0: an empty file), in the transaction that the caller has begun.
[[nodiscard]] Result<void> migrate(Database& database, std::uint32_t from, MigrationSteps steps = shippedSteps());

/// A hash of the schema's text, in hex. That of the current format is written down in migrations.cpp.
[[nodiscard]] Result<std::string> schemaHash(Database& database);

/// Damaged unless the schema is, to the letter, what these steps make.
[[nodiscard]] Result<void> checkSchema(Database& database, MigrationSteps steps = shippedSteps());

}  // namespace footbridge::storage
