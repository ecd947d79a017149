// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/new_file.h"

#include "storage/placing.h"
#include "system/platform.h"

namespace footbridge::storage {

Result<void> writeNewFile(const std::string& path, std::string_view bytes) {
  if (auto fits = checkNoSideName(path); !fits) return fits;
  const std::error_code problem = platform::writeNewFile(path, bytes);
  if (!problem) return {};
  if (problem == std::errc::file_exists) return errorAt(ErrorKind::AlreadyExists, path);
  if (problem == std::errc::no_such_file_or_directory || problem == std::errc::not_a_directory)
    return Error{.kind = ErrorKind::NotFound, .subject = path, .place = "folder"};
  return diskError(path, "write", problem.value());
}

}  // namespace footbridge::storage
