// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <utility>

#include "domain/result.h"

namespace footbridge::storage {

// The steps by which a whole file appears under its name, or does not appear at all.

[[nodiscard]] Error errorAt(ErrorKind kind, const std::filesystem::path& file, const char* detail = "",
                            std::int64_t number = 0);
/// DiskFull where errno says so, otherwise DiskFailed. `step` is what was tried.
[[nodiscard]] Error diskError(const std::filesystem::path& file, const char* step, int number);

/// What went wrong with a file in the making, said of the name that it was to get, which is the one people know.
[[nodiscard]] Error namedFor(Error error, const std::filesystem::path& made, const std::filesystem::path& file);

/// The name with an ending added to it.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& file, const char* ending);

/// That a new journal may appear there: AlreadyExists where the name is taken, or those that SQLite would use beside
/// it; DiskFailed where the system cannot even look, as for a name that is too long.
[[nodiscard]] Result<void> checkFree(const std::filesystem::path& file);
/// A new file, readable by its owner alone before there is anything in it.
[[nodiscard]] Result<void> touch(const std::filesystem::path& file);
/// Its bytes are durable. Not for a file that a connection holds: closing a second descriptor would drop its lock.
[[nodiscard]] Result<void> sync(const std::filesystem::path& file);
/// Durable under `name`, or under no name; AlreadyExists where that is taken, and then `made` stays.
[[nodiscard]] Result<void> giveName(const std::filesystem::path& made, const std::filesystem::path& name);
/// In the place of whatever bears the name, durable.
[[nodiscard]] Result<void> takePlace(const std::filesystem::path& made, const std::filesystem::path& name);
void removeQuietly(const std::filesystem::path& file);

/// A file in the making. What is still there under its own name goes with this, and its rollback journal too.
class Scrap {
 public:
  explicit Scrap(std::filesystem::path file) : m_file(std::move(file)) {}
  Scrap(const Scrap&) = delete;
  Scrap& operator=(const Scrap&) = delete;
  ~Scrap();

  [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

 private:
  std::filesystem::path m_file;
};

}  // namespace footbridge::storage
