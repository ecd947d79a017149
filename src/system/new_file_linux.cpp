// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are there whole and durable, or not at all.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "system/descriptor.h"
#include "system/platform.h"

namespace footbridge::platform {
namespace fs = std::filesystem;
namespace {

constexpr mode_t kOwnerAlone = 0600;

/// How a file is called that is being made and cannot be without a name; six letters of mkostemp() follow.
constexpr std::string_view kInTheMaking = ".footbridge-making-";
constexpr std::size_t kLetters = 6;

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

/// Of this account, and nobody holds it: whoever makes one holds it for as long as it bears this name. Where the disk
/// knows no such holds nobody can tell, and it stays.
void removeIfLeft(const fs::path& made) {
  const Descriptor file(::open(made.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat found {};
  if (!file.valid() || ::fstat(file.number(), &found) != 0) return;
  if (!S_ISREG(found.st_mode) || found.st_uid != ::geteuid()) return;
  if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) ::unlink(made.c_str());
}

/// What programs left that were ended while they wrote there.
void clearLeft(const fs::path& folder) {
  std::error_code problem;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    const std::string leaf = at->path().filename().string();
    if (leaf.starts_with(kInTheMaking) && leaf.size() == kInTheMaking.size() + kLetters) removeIfLeft(at->path());
  }
}

/// -1 where none can be made. `made` becomes its name.
int makeHeld(const fs::path& folder, std::string& made) {
  for (;;) {
    made = (folder / kInTheMaking).string().append(kLetters, 'X');
    const int file = ::mkostemp(made.data(), O_CLOEXEC);  // its owner's alone
    if (file < 0) return -1;
    struct stat found {};
    // Before it was held another may have taken it for one that was left.
    if (::flock(file, LOCK_EX) != 0 || ::fstat(file, &found) != 0 || found.st_nlink > 0) return file;
    ::close(file);
  }
}

/// Where no file can be without a name: under another one first. What ends the program in between leaves that one,
/// until the next is written there.
std::error_code writeBeside(const fs::path& name, std::string_view bytes) {
  clearLeft(folderOf(name));
  std::string made;
  const Descriptor file(makeHeld(folderOf(name), made));
  if (!file.valid()) return numbered(errno);
  const int problem = fill(file.number(), bytes);
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

std::error_code makeOwnFile(const fs::path& file) {
  const Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kOwnerAlone));
  return made.valid() ? std::error_code() : numbered(errno);
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
