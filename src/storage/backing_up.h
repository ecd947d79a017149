// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "domain/moment.h"
#include "domain/result.h"
#include "storage/backup_folder.h"
#include "storage/database.h"
#include "storage/verified_copy.h"

namespace footbridge::storage {

// Making backups, reading them back, bringing them back, thinning them out. None of it needs a key.

struct MadeBackup {
  BackupName name;
  Digest all{};  ///< digestOfAll() of the journal and of the backup
};

/// Durable, and found to be equal to what the connection holds. After a failure nothing of it is left.
[[nodiscard]] Result<MadeBackup> makeBackup(Database& database, const BackupFolder& folder, Day today);

/// Of `file`, open in `database`, in an older format, before it is brought up to ours. An empty folder: none is kept.
[[nodiscard]] Result<void> backUpBeforeUpgrade(Database& database, const std::filesystem::path& file,
                                               const std::filesystem::path& backups);

/// Removes what backupsToKeep() lets go; `good` are those that are to be reckoned with, the one made last first.
[[nodiscard]] Result<void> pruneBackups(const BackupFolder& folder, const std::vector<BackupName>& good);

/// Reads it whole into memory and checks all that needs no key. Damaged, with the place "backup", for any fault.
[[nodiscard]] Result<Soundness> readBack(const BackupFolder& folder, const BackupName& name);

/// A verified copy under the name `to`, durable. AlreadyExists where anything stands there; NetworkFileSystem where no
/// journal may lie.
[[nodiscard]] Result<Soundness> makeCopyAt(Database& database, const std::filesystem::path& to);

/// makeCopyAt() of a backup, or of any other copy that nobody has open. Damaged, with the place "backup", where it is
/// not sound.
[[nodiscard]] Result<Soundness> restoreCopy(const std::filesystem::path& copy, const std::filesystem::path& to);

}  // namespace footbridge::storage
