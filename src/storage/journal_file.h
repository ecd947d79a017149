// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "domain/result.h"
#include "storage/database.h"
#include "storage/keyring.h"
#include "storage/sealing.h"

namespace footbridge::storage {

/// A file that has been found to be a sound journal database, and is held by this process.
struct JournalFile {
  std::unique_ptr<Database> database;
  JournalMark mark;
  Keyring keyring;
};

/// The absolute path without symbolic links in its folders. NotFound when there is no such folder.
[[nodiscard]] Result<std::filesystem::path> placeOf(const std::string& path);

/// The format that a journal's header names, 1 to ours; what is no journal of ours, or newer, is refused. Takes no lock
/// and changes nothing.
[[nodiscard]] Result<std::int64_t> formatOf(const std::filesystem::path& file);

/// Damaged unless pages, schema, marks, slots and vaults are, without any key, what belongs there.
struct JournalContents {
  JournalMark mark;
  Keyring keyring;
};
[[nodiscard]] Result<JournalContents> readContents(Database& database);
/// The uuid, and the format that the boxes are bound to: of a journal in any format up to ours.
[[nodiscard]] Result<JournalMark> readMark(Database& database);

/// NetworkFileSystem where no journal may lie. `file` need not be there.
[[nodiscard]] Result<void> checkLocal(const std::filesystem::path& file);

/// How a file may be opened, by its permissions.
[[nodiscard]] Access accessOf(const std::filesystem::path& file);

/// Opens only what is a journal of ours on a local disk, in a format that we know; nothing else is changed or locked.
/// One in an older format is brought up to ours first, with a backup below `backups` (empty: none is kept).
[[nodiscard]] Result<JournalFile> openJournalFile(const std::filesystem::path& file,
                                                  const std::filesystem::path& backups = {});

/// The same to be read alone: the file is never changed, so one in an older format is refused.
[[nodiscard]] Result<JournalFile> openToRead(const std::filesystem::path& file);

/// Which journal a file is, without reading more of it. Not for a file that this process holds.
[[nodiscard]] Result<JournalMark> markOf(const std::filesystem::path& file);

/// A new journal with open slots. It appears under its name whole or not at all, and never over another file.
[[nodiscard]] Result<void> createJournalFile(const std::filesystem::path& file, const std::vector<Partner>& partners);

/// A new journal that is nowhere but in this process's memory, and goes with it.
[[nodiscard]] Result<JournalFile> journalInMemory(const std::vector<Partner>& partners);

}  // namespace footbridge::storage
