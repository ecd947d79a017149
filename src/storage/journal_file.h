// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
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

/// Opens only what is a journal of ours on a local disk, in a format that we know; nothing else is changed or locked.
[[nodiscard]] Result<JournalFile> openJournalFile(const std::filesystem::path& file);

/// A new journal with open slots. It appears under its name whole or not at all, and never over another file.
[[nodiscard]] Result<void> createJournalFile(const std::filesystem::path& file, const std::vector<Partner>& partners);

/// A new journal that is nowhere but in this process's memory, and goes with it.
[[nodiscard]] Result<JournalFile> journalInMemory(const std::vector<Partner>& partners);

}  // namespace footbridge::storage
