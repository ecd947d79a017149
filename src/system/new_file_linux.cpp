// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are there whole and durable, or not at all.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "system/descriptor.h"
#include "system/platform.h"

namespace footbridge::platform {
namespace fs = std::filesystem;
namespace {

constexpr mode_t kOwnerAlone = 0600;

std::error_code numbered(int number) {
  return {number, std::generic_category()};
}

fs::path folderOf(const fs::path& file) {
  const fs::path folder = file.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

bool isTaken(const fs::path& name) {
  std::error_code unknown;
  return fs::exists(fs::symlink_status(name, unknown));
}

/// 0, or the number of what went wrong.
int fill(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t now = ::write(file, bytes.data(), bytes.size());
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(now));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

/// The name just given to a file, made durable, or taken away again: whoever is told that it failed does not look for
/// it.
std::error_code keepName(const fs::path& name) {
  const std::error_code unsynced = syncFolder(folderOf(name));
  if (unsynced) ::unlink(name.c_str());
  return unsynced;
}

/// A disk without second names for a file may still know a renaming that replaces nothing; where it knows neither, it
/// is looked first.
int renameOverNothing(const fs::path& made, const fs::path& name) {
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (isTaken(name)) return EEXIST;
  return ::rename(made.c_str(), name.c_str()) == 0 ? 0 : errno;
}

/// Where no file can be without a name: under another one first.
std::error_code writeBeside(const fs::path& name, std::string_view bytes) {
  std::string made = (folderOf(name) / ".footbridge-XXXXXX").string();
  int problem = 0;
  {
    const Descriptor file(::mkostemp(made.data(), O_CLOEXEC));  // its owner's alone
    if (!file.valid()) return numbered(errno);
    problem = fill(file.number(), bytes);
  }
  const std::error_code failure = problem != 0 ? numbered(problem) : nameNewFile(made, name);
  if (failure) ::unlink(made.c_str());
  return failure;
}

}  // namespace

std::error_code nameNewFile(const fs::path& made, const fs::path& name) {
  if (::link(made.c_str(), name.c_str()) == 0) {
    ::unlink(made.c_str());
    return keepName(name);
  }
  if (errno == EEXIST) return numbered(EEXIST);
  if (const int problem = renameOverNothing(made, name); problem != 0) return numbered(problem);
  return keepName(name);
}

// Without a name until it is whole: what ends the program in between leaves nothing of it anywhere.
std::error_code writeNewFile(const fs::path& name, std::string_view bytes) {
  if (name.empty()) return numbered(ENOENT);
  if (isTaken(name)) return numbered(EEXIST);
  const Descriptor file(::open(folderOf(name).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kOwnerAlone));
  if (!file.valid()) {
    const bool isUnknown = errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL;
    return isUnknown ? writeBeside(name, bytes) : numbered(errno);
  }
  if (const int problem = fill(file.number(), bytes); problem != 0) return numbered(problem);
  const std::string itself = "/proc/self/fd/" + std::to_string(file.number());
  if (::linkat(AT_FDCWD, itself.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) return keepName(name);
  return errno == EEXIST ? numbered(EEXIST) : writeBeside(name, bytes);
}

}  // namespace footbridge::platform
