// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace footbridge::storage::test {

/// What was seen while one process wrote and made backups, and another looked at them all the time.
struct BackupRace {
  std::uint64_t backups = 0;    ///< made while the journal was being written to
  std::uint64_t wrong = 0;      ///< that did not hold exactly what had been kept by then, or could not be made
  std::uint64_t looks = 0;      ///< at all backups there were, byte by byte, by the other process
  std::uint64_t halfFiles = 0;  ///< looks that found a backup under its name that was not whole
  std::uint64_t opened = 0;     ///< times the other process got hold of the live journal
  [[nodiscard]] bool met(std::uint64_t wanted) const {
    return backups == wanted && looks > 0 && wrong == 0 && halfFiles == 0 && opened == 0;
  }
};

/// Makes so many backups between writes (entries, drafts, revisions) and restores each one. `folder` is made, and
/// removed afterwards. Forks.
[[nodiscard]] BackupRace runBackupsDuringWrites(const std::filesystem::path& folder, std::uint64_t backups);

}  // namespace footbridge::storage::test
