// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/backups.h"

namespace footbridge::storage {

/// All backups below one folder.
class FileBackupShelf final : public BackupShelf {
 public:
  /// `stateFolder` holds the last-seen counters, as in ShelfOptions; empty: platform::stateFolder().
  explicit FileBackupShelf(const std::filesystem::path& backupsFolder, std::filesystem::path stateFolder = {});

  [[nodiscard]] std::vector<BackedUpJournal> backedUp() const override;
  [[nodiscard]] std::optional<BackedUpJournal> backupsOf(const std::string& journal) const override;
  [[nodiscard]] Result<void> restore(const std::string& backup, const std::string& to) override;

  /// As Backups::keepUp() after use, of a journal that nobody has open. Its file is opened for that alone, and no vault
  /// in it, not even one without a passphrase. InUse where somebody has it open after all.
  [[nodiscard]] Result<void> keepUp(const std::string& journal, const std::function<Moment()>& now) const;

 private:
  std::filesystem::path m_backups;
  std::filesystem::path m_state;
};

}  // namespace footbridge::storage
