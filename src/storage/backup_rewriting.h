// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "domain/result.h"
#include "storage/backup_folder.h"
#include "storage/database.h"

namespace footbridge::storage {

/// What is done to each backup, in a transaction. NotFound: there is nothing to do in this one. NotAllowed: nothing
/// that may stay would be left in it.
using BackupChange = std::function<Result<void>(const BackupName&, Database&)>;

/// What was left half made in a folder goes, however young it is, since it may hold what is to go from the backups.
/// Durable when it returns. InUse, and nothing has gone, where somebody is just writing one of them.
[[nodiscard]] Result<void> clearHalfMade(const BackupFolder& folder);

/// Changes every backup in a folder, on a copy that then takes its place under a new hash; what was removed is purged
/// from it. One that is of no use (damaged) goes, since what it holds cannot be reached to be changed. Stops at the
/// first failure: the backups are then each as before or as wanted, and doing it again goes on from there.
[[nodiscard]] Result<void> rewriteBackups(const BackupFolder& folder, const BackupChange& change);

}  // namespace footbridge::storage
