// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/backups.h"

namespace footbridge::storage {

/// All backups below one folder.
class FileBackupShelf final : public BackupShelf {
 public:
  /// `stateFolder` holds the last-seen counters, as in ShelfOptions; empty: platform::stateFolder().
  explicit FileBackupShelf(std::filesystem::path backupsFolder, std::filesystem::path stateFolder = {});

  [[nodiscard]] std::vector<BackedUpJournal> backedUp() const override;
  [[nodiscard]] Result<void> restore(const std::string& backup, const std::string& to) override;

 private:
  std::filesystem::path m_backups;
  std::filesystem::path m_state;
};

}  // namespace footbridge::storage
