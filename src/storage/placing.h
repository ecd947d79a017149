// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

#include "domain/result.h"

namespace footbridge::storage {

// The steps by which a whole file appears under its name, or does not appear at all.

[[nodiscard]] Error errorAt(ErrorKind kind, const std::filesystem::path& file, const char* detail = "",
                            std::int64_t number = 0);
/// DiskFull where errno says so, otherwise DiskFailed. `step` is what was tried; a name too long is told as that.
[[nodiscard]] Error diskError(const std::filesystem::path& file, const char* step, int number);

/// What went wrong with a file in the making, said of the name that it was to get, which is the one people know.
[[nodiscard]] Error namedFor(Error error, const std::filesystem::path& made, const std::filesystem::path& file);

/// The name with an ending added to it.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& file, const char* ending);

/// What SQLite adds to a database's name for the files that it keeps beside it.
inline constexpr std::array kSideEndings{"-journal", "-wal", "-shm"};

/// That SQLite would not take a file of this name for its own, beside a database of the rest of the name, and remove
/// it: NotAllowed with kSideName.
[[nodiscard]] Result<void> checkNoSideName(const std::filesystem::path& file);
/// What bears the name, a link as that; NotFound is none. DiskFailed where the system cannot even look.
[[nodiscard]] Result<std::filesystem::file_type> typeOf(const std::filesystem::path& file);

/// That a new journal may appear there: AlreadyExists where the name is taken, or those that SQLite would use beside
/// it; as checkNoSideName() and typeOf() otherwise.
[[nodiscard]] Result<void> checkFree(const std::filesystem::path& file);
/// A name beside `file` under which it is made, until it gets its own. What programs that were ended left under such
/// names goes first: a whole copy of a journal that nobody would look for. Two that make one file at once are no case
/// to keep apart, since one of them fails in any event.
[[nodiscard]] std::filesystem::path placeToMake(const std::filesystem::path& file);
/// All in the folder that was left under such a name, or is being made.
[[nodiscard]] std::vector<std::filesystem::path> halfMadeIn(const std::filesystem::path& folder);
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
