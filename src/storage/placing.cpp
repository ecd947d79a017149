// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/placing.h"

#include <cerrno>
#include <fstream>

#include "system/platform.h"

namespace footbridge::storage {

namespace fs = std::filesystem;

Error errorAt(ErrorKind kind, const fs::path& file, const char* detail, std::int64_t number) {
  return Error{kind, file.string(), {}, detail, number};
}

Error diskError(const fs::path& file, const char* step, int number) {
  const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  return errorAt(full ? ErrorKind::DiskFull : ErrorKind::DiskFailed, file, step, number);
}

Error namedFor(Error error, const fs::path& made, const fs::path& file) {
  if (error.subject.empty() || error.subject == made.string()) error.subject = file.string();
  return error;
}

fs::path beside(const fs::path& file, const char* ending) {
  fs::path name = file;
  return name += ending;
}

Result<void> checkFree(const fs::path& file) {
  // A rollback journal left by an earlier file of this name would be played into the new one.
  for (const char* ending : {"", "-journal", "-wal"}) {
    const fs::path taken = beside(file, ending);
    std::error_code problem;
    const fs::file_status status = fs::symlink_status(taken, problem);
    if (fs::exists(status)) return errorAt(ErrorKind::AlreadyExists, taken);
    if (status.type() != fs::file_type::not_found) return diskError(file, "name", problem.value());
  }
  return {};
}

Result<void> touch(const fs::path& file) {
  errno = 0;
  if (!std::ofstream(file, std::ios::binary)) return diskError(file, "create", errno);
  std::error_code problem;
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, problem);
  if (problem) return diskError(file, "permissions", problem.value());
  return {};
}

Result<void> sync(const fs::path& file) {
  if (const auto unsynced = platform::syncFile(file)) return diskError(file, "sync", unsynced.value());
  return {};
}

Result<void> giveName(const fs::path& made, const fs::path& name) {
  const std::error_code problem = platform::nameNewFile(made, name);
  if (!problem) return {};
  if (problem == std::errc::file_exists) return errorAt(ErrorKind::AlreadyExists, name);
  return diskError(name, "name", problem.value());
}

Result<void> takePlace(const fs::path& made, const fs::path& name) {
  std::error_code problem;
  fs::rename(made, name, problem);
  if (problem) return diskError(name, "rename", problem.value());
  if (const auto unsynced = platform::syncFolder(name.parent_path()))
    return diskError(name, "folder", unsynced.value());
  return {};
}

void removeQuietly(const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
}

Scrap::~Scrap() {
  removeQuietly(m_file);
  removeQuietly(beside(m_file, "-journal"));
}

}  // namespace footbridge::storage
