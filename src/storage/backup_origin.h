// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "domain/result.h"
#include "storage/backup_folder.h"
#include "storage/database.h"

namespace footbridge::storage {

/// What backups are made of: a file, and the journal in it. Copies of one journal bear the same uuid and go ways of
/// their own, so that the backup of one is no backup of another: each file has a folder of its own.
struct BackupOrigin {
  /// `backups` may be any name of the folder of the backups of all journals.
  BackupOrigin(const std::filesystem::path& backups, const std::array<unsigned char, 16>& journal,
               std::filesystem::path madeOf);

  std::filesystem::path all;  ///< that folder, by its placeOfBackups()
  std::array<unsigned char, 16> uuid;
  std::filesystem::path file;  ///< absolute, without symbolic links in its folders

  /// Where the backups of every file of this journal lie.
  [[nodiscard]] std::filesystem::path journalFolder() const;
  /// Where those of this file are made.
  [[nodiscard]] std::filesystem::path folder() const;
};

/// Absolute and without symbolic links, as far as it is there: no database is opened by way of one.
[[nodiscard]] std::filesystem::path placeOfBackups(const std::filesystem::path& folder);

/// What a file's folder is called: a hash of its path, so that it is found again though all notes are lost.
[[nodiscard]] std::string backupLeafOf(const std::filesystem::path& file);

/// The file lies in the folder of all backups, or below it. Of a backup no backup is made.
[[nodiscard]] bool liesAmongBackups(const std::filesystem::path& all, const std::filesystem::path& file);

/// The folder of this file's backups. Where it has none: that of a file which lay elsewhere, and is no longer there,
/// since a journal that was moved keeps its backups. Only looks; nothing need be there.
[[nodiscard]] BackupFolder backupsMadeOf(const BackupOrigin& origin);

/// The same for a journal that is open in `database`; the folder of one that was moved is then this file's. Should it
/// be another copy that came in its place, what was made last of the one before stays (keepForGood()).
[[nodiscard]] BackupFolder takeUpBackups(const BackupOrigin& origin, Database& database);

/// Those of every file of the journal, `origin`'s first. Fails where nobody can tell which there are.
[[nodiscard]] Result<std::vector<BackupFolder>> backupsOfEveryFile(const BackupOrigin& origin);

/// For when another copy takes the place of the file that these were made of: the newest may be the only one that has
/// its words, so it makes room for no newer one. It goes by hand, or with all older ones.
void keepForGood(const BackupFolder& folder);

}  // namespace footbridge::storage
