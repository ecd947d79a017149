// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/new_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/error_text.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Error diskError(int number, const std::string& path) {
  if (number == EEXIST) return {.kind = ErrorKind::AlreadyExists, .subject = path};
  if (number == ENOENT || number == ENOTDIR)
    return {.kind = ErrorKind::NotFound, .subject = path, .place = std::string(kFolder)};
  if (number == ENOSPC || number == EDQUOT) return {.kind = ErrorKind::DiskFull, .subject = path};
  return {.kind = ErrorKind::DiskFailed, .subject = path, .number = number};
}

/// 0, or the number of what went wrong.
int writeAll(const std::string& path, std::FILE* file, std::string_view bytes) {
  std::error_code problem;
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, problem);
  if (problem) return problem.value();
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size() || std::fflush(file) != 0) return errno;
  if (problem = platform::syncFile(path); problem) return problem.value();
  fs::path folder = fs::path(path).parent_path();
  if (folder.empty()) folder = ".";
  return platform::syncFolder(folder).value();
}

}  // namespace

Result<void> writeNewFile(const std::string& path, std::string_view bytes) {
  // "x": made by us, or not at all.
  std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "wbx"));
  if (!file) return diskError(errno, path);
  const int number = writeAll(path, file.get(), bytes);
  if (number == 0) return {};
  file.reset();
  std::error_code ignored;
  fs::remove(path, ignored);
  return diskError(number, path);
}

}  // namespace footbridge::cli
