// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "domain/partner.h"
#include "domain/result.h"
#include "storage/database.h"
#include "storage/sealing.h"

namespace footbridge::storage {

/// What can be known of a whole journal without any key.
struct Soundness {
  JournalMark mark;
  std::int64_t format = 0;  ///< of the schema
  std::vector<Partner> partners;
  Digest all{};  ///< digestOfAll()
};

/// Damaged unless it is, from its pages to its slots, what a journal of its format has to be.
[[nodiscard]] Result<Soundness> checkSound(Database& database);

/// The same of a file that is not in use, in any format up to ours. Other programs' files are refused first, and
/// nothing is changed or left beside it.
[[nodiscard]] Result<Soundness> checkSound(const std::filesystem::path& file);

/// All that the database holds, in a new file: written through the connection that holds the lock, then opened by
/// itself and compared. Synced, but its name is not. The caller clears away what a failure leaves.
[[nodiscard]] Result<Soundness> makeVerifiedCopy(Database& database, const std::filesystem::path& to);

}  // namespace footbridge::storage
