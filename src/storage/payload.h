// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "domain/result.h"
#include "storage/record.h"

namespace footbridge::storage {

/// The record as FORMAT.md lays it out. Invalid when it holds what could not be read back the same: text that is no
/// UTF-8, a day that is none, more than fits a record.
[[nodiscard]] Result<std::string> toPayload(const Record& record);

/// The vault is that of the row it was read from. Damaged for anything that toPayload() does not write.
[[nodiscard]] Result<Record> parsePayload(std::string_view payload, VaultId vault);

}  // namespace footbridge::storage
