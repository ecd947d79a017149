// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/new_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "storage/key.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Error diskError(int number, const fs::path& path) {
  const std::string name = path.string();
  if (number == EEXIST) return {.kind = ErrorKind::AlreadyExists, .subject = name};
  if (number == ENOENT || number == ENOTDIR) return {.kind = ErrorKind::NotFound, .subject = name, .place = "folder"};
  if (number == ENOSPC || number == EDQUOT) return {.kind = ErrorKind::DiskFull, .subject = name};
  return {.kind = ErrorKind::DiskFailed, .subject = name, .number = number};
}

fs::path folderOf(const fs::path& path) {
  const fs::path folder = path.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// 0, or the number of what went wrong. The file is its owner's alone before there is anything in it.
int writeAll(const fs::path& path, std::string_view bytes) {
  // "x": made by us, or not at all.
  std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "wbx"));
  if (!file) return errno;
  std::error_code problem;
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, problem);
  if (problem) return problem.value();
  if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() || std::fflush(file.get()) != 0)
    return errno;
  return platform::syncFile(path).value();
}

bool isTaken(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

/// A hard link fails where the name is taken; disks without links get the next best thing.
int giveName(const fs::path& made, const fs::path& name) {
  std::error_code problem;
  fs::create_hard_link(made, name, problem);
  if (problem && problem != std::errc::file_exists && !isTaken(name)) fs::rename(made, name, problem);
  if (problem) return isTaken(name) ? EEXIST : problem.value();
  return platform::syncFolder(folderOf(name)).value();
}

}  // namespace

Result<void> writeNewFile(const std::string& path, std::string_view bytes) {
  if (path.empty()) return diskError(ENOENT, path);
  if (isTaken(path)) return diskError(EEXIST, path);
  fs::path made = path;
  made += ".new" + std::to_string(randomId());
  int number = writeAll(made, bytes);
  if (number == 0) number = giveName(made, path);
  std::error_code ignored;
  fs::remove(made, ignored);
  if (number == 0) return {};
  return diskError(number, path);
}

}  // namespace footbridge::storage
