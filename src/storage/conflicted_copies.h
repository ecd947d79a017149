// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/exchange.h"
#include "storage/sealing.h"

namespace footbridge::storage {

/// Whose conflicting copy of `name` a file called `candidate` is by its name: "Dropbox", "Nextcloud", "Syncthing",
/// "OneDrive", "Google Drive"; none where it is named otherwise. Both are names without folders.
[[nodiscard]] std::optional<std::string> conflictServiceOf(std::string_view name, std::string_view candidate);

/// Files beside the journal that are so named and are copies of it, by name. The journal itself is not opened.
[[nodiscard]] std::vector<ConflictedCopy> conflictedCopiesOf(const std::filesystem::path& journal,
                                                             const JournalMark& mark);
/// The same for a journal that this process does not hold; empty where it is none.
[[nodiscard]] std::vector<ConflictedCopy> conflictedCopiesOf(const std::string& journal);

/// The service that keeps the folder, or one that it lies in, in step with other computers, by what such services leave
/// in their folders.
[[nodiscard]] std::optional<std::string> syncServiceOf(const std::filesystem::path& folder);

/// Another program provides the disk that the file lies on (FUSE: some sticks, sealed folders and cloud drives), and
/// nobody can tell whether it keeps what it says it keeps.
[[nodiscard]] bool liesOnUnprovenDisk(const std::filesystem::path& file);

}  // namespace footbridge::storage
