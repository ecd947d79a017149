// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "storage/bytes.h"

namespace footbridge::storage {

/// What the first page of a database was before the transaction that was cut short, from the rollback journal beside
/// it. Nothing when there is no such journal, it is blank, or it does not hold that page. Only read, never trusted:
/// SQLite does its own checking when it rolls back.
[[nodiscard]] std::optional<Bytes> firstPageBefore(const std::filesystem::path& database);

}  // namespace footbridge::storage
