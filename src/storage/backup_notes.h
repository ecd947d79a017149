// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"
#include "domain/moment.h"
#include "storage/sealing.h"

namespace footbridge::storage {

/// What is noted beside the backups of one file, in "notes.json". Readable without any key. Where it is
/// lost, backups are drilled and made once more than needed, and those kept for good make room like any other.
struct BackupNotes {
  std::string journal;                ///< where the file lay
  std::string newest;                 ///< the file name of the backup made last
  std::optional<Digest> newestAll;    ///< digestOfAll() of the journal when it was made
  std::optional<Digest> heads;        ///< digestOfHeads() of the journal when it was made
  std::optional<Day> lastDrill;       ///< when a drill last passed
  std::vector<std::string> damaged;   ///< file names of backups that a check found changed
  std::vector<std::string> forGood;   ///< file names of those that make room for no newer one, see keepForGood()
  std::optional<Error> problem;       ///< of the last try to make one, if none has succeeded since
  std::optional<Error> drillProblem;  ///< of the last drill, if none has passed since

  [[nodiscard]] bool isDamaged(std::string_view name) const;
  [[nodiscard]] bool isForGood(std::string_view name) const;

  /// Empty where there are none that can be read.
  [[nodiscard]] static BackupNotes load(const std::filesystem::path& folder);
  /// Put in place whole; its bytes are durable before, its name once the folder is synced. Failures are not told: whom
  /// they would cost something looks whether it stands there.
  void save(const std::filesystem::path& folder) const;
};

}  // namespace footbridge::storage
