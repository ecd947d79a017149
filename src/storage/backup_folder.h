// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/moment.h"
#include "domain/result.h"
#include "storage/hashing.h"
#include "storage/sealing.h"

namespace footbridge::storage {

/// Where the damage is: in a backup, and not in the journal.
inline constexpr const char* kBackupPlace = "backup";

/// What a backup is called: "2026-11-23-0042-<32 hex digits>.footbridge". All that is known of it stands there, so that
/// no list has to be kept beside it and none can be lost.
struct BackupName {
  Day made{};                ///< in local time
  std::uint32_t number = 0;  ///< the order of making, which no clock can upset; one a day
  FileHash hash{};           ///< of all its bytes
  bool operator==(const BackupName&) const = default;

  [[nodiscard]] static std::optional<BackupName> from(std::string_view leaf);
  [[nodiscard]] std::string text() const;
};

/// The backups of one file as files. Other files in the folder are left alone.
class BackupFolder {
 public:
  explicit BackupFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  [[nodiscard]] const std::filesystem::path& path() const { return m_folder; }
  [[nodiscard]] std::filesystem::path fileOf(const BackupName& name) const { return m_folder / name.text(); }

  /// The one made last first. Empty where there is no folder.
  [[nodiscard]] std::vector<BackupName> names() const;
  /// Why the folder cannot be read, where it is there.
  [[nodiscard]] std::optional<Error> unreadable() const;
  /// Damaged unless every byte is as it was made.
  [[nodiscard]] Result<void> check(const BackupName& name) const;

  /// What an ended program left half made, or another is making just now.
  [[nodiscard]] std::vector<std::filesystem::path> halfMade() const;

  /// Makes the folder if need be, and clears away what an ended program left half made. Answers where to make the next
  /// one; nothing is there yet.
  [[nodiscard]] Result<std::filesystem::path> makeRoom() const;
  /// Names a synced file by its bytes; durable when it returns.
  [[nodiscard]] Result<BackupName> take(const std::filesystem::path& made, Day day) const;
  /// As take(), of the day of another and in its order, to stand in its place once that is removed.
  [[nodiscard]] Result<BackupName> placeBeside(const BackupName& old, const std::filesystem::path& made) const;
  /// Durable when it returns. What is not there any more is no failure.
  [[nodiscard]] Result<void> remove(const std::vector<BackupName>& names) const;
  /// The same of any files in it.
  [[nodiscard]] Result<void> removeFiles(const std::vector<std::filesystem::path>& files) const;

 private:
  [[nodiscard]] std::uint32_t numberFor(Day day) const;
  void standNewest(const BackupName& made) const;
  [[nodiscard]] Result<BackupName> name(const std::filesystem::path& made, BackupName name) const;
  void sweep() const;

  std::filesystem::path m_folder;
};

}  // namespace footbridge::storage
