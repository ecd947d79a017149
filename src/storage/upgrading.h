// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "domain/result.h"
#include "storage/migrations.h"

namespace footbridge::storage {

/// The points that an upgrade passes, in their order. Ended before Replaced, the old file is there as it was; from then
/// on the new one is.
enum class UpgradePoint : std::uint8_t { Locked, BackedUp, Copied, Migrated, Compared, Synced, Replaced };

struct UpgradeOptions {
  MigrationSteps steps = shippedSteps();
  std::function<void(UpgradePoint)> passed;  ///< told of each; may be none
};

/// Brings a journal file in an older format up to the newest of the steps, without any key: the steps run on a verified
/// copy, in which everything sealed must still be the same afterwards; the copy then takes the place of the file. A
/// backup is made first below `backups` (empty: none is kept). After a failure the file is
/// as it was; only where the folder could not be synced may it be the new one already.
[[nodiscard]] Result<void> upgradeJournalFile(const std::filesystem::path& file, const std::filesystem::path& backups,
                                              const UpgradeOptions& options = {});

}  // namespace footbridge::storage
