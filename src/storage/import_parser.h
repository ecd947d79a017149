// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/entry.h"
#include "domain/partner.h"
#include "domain/result.h"
#include "storage/record_index.h"

namespace footbridge::storage {

// What an export may be at most: more than two people write in many years.
inline constexpr std::size_t kMostImportBytes = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t kMostImportDepth = 16;
inline constexpr std::size_t kMostImportValues = 2'000'000;

/// What an export holds, checked as far as it can be without a journal.
struct ImportedExport {
  Reader reader = Reader::OursAlone;
  bool isOwnPart = false;  ///< what the reader wrote for themselves, and nothing else
  std::vector<Partner> partners;
  /// In the order of the file; the rows of one entry one after another. Their order numbers are not set.
  std::vector<RecordIndex::Row> rows;
};

/// Reads a JSON export, without a file or a journal. BadImport, with the place in it and what must be there, for
/// anything that an export does not hold; nothing is built before the limits are checked.
[[nodiscard]] Result<ImportedExport> parseExport(std::string_view bytes);

}  // namespace footbridge::storage
