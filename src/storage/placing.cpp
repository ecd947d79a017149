// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/placing.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "storage/database.h"
#include "storage/key.h"
#include "system/platform.h"

namespace footbridge::storage {

namespace fs = std::filesystem;

namespace {

constexpr const char* kMadeUnder = ".new";
/// Of the random number behind it: one in ten thousand has fewer, and stays. What somebody names by hand has fewer.
constexpr std::size_t kFewestDigits = 15;

bool isNumeral(char letter) {
  return letter >= '0' && letter <= '9';
}

bool isMadeName(const std::string& leaf) {
  const std::size_t at = leaf.rfind(kMadeUnder);
  if (at == std::string::npos || at == 0) return false;
  const std::string number = leaf.substr(at + std::string_view(kMadeUnder).size());
  return number.size() >= kFewestDigits && std::ranges::all_of(number, isNumeral);
}

bool isHeldByNobody(const fs::path& file) {
  const auto opened = Database::open(file, Access::ReadWrite);
  return opened || opened.error().kind != ErrorKind::InUse;
}

}  // namespace

Error errorAt(ErrorKind kind, const fs::path& file, const char* detail, std::int64_t number) {
  return Error{kind, file.string(), {}, detail, number};
}

Error diskError(const fs::path& file, const char* step, int number) {
  const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  if (number == ENAMETOOLONG) step = kNameTooLong;
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

Result<void> checkNoSideName(const fs::path& file) {
  const std::string leaf = file.filename().string();
  const bool isSide = std::ranges::any_of(kSideEndings, [&leaf](const char* ending) { return leaf.ends_with(ending); });
  return isSide ? Result<void>(errorAt(ErrorKind::NotAllowed, file, kSideName)) : Result<void>();
}

Result<fs::file_type> typeOf(const fs::path& file) {
  std::error_code problem;
  const fs::file_type type = fs::symlink_status(file, problem).type();
  if (type == fs::file_type::none) return diskError(file, "name", problem.value());
  return type;
}

Result<void> checkFree(const fs::path& file) {
  if (auto fits = checkNoSideName(file); !fits) return fits;
  // A rollback journal left by an earlier file of this name would be played into the new one.
  for (const char* ending : {"", "-journal", "-wal"}) {
    const fs::path taken = beside(file, ending);
    const auto type = typeOf(taken);
    if (!type) return namedFor(type.error(), taken, file);
    if (type.value() != fs::file_type::not_found) return errorAt(ErrorKind::AlreadyExists, taken);
  }
  return {};
}

fs::path placeToMake(const fs::path& file) {
  const std::string beginning = file.filename().string() + kMadeUnder;
  for (const fs::path& left : halfMadeIn(file.parent_path())) {
    if (left.filename().string().starts_with(beginning) && isHeldByNobody(left)) const Scrap gone(left);
  }
  return beside(file, (kMadeUnder + std::to_string(randomId())).c_str());
}

std::vector<fs::path> halfMadeIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code problem, ignored;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    const bool isPlain = at->symlink_status(ignored).type() == fs::file_type::regular;
    if (isPlain && isMadeName(at->path().filename().string())) files.push_back(at->path());
  }
  return files;
}

Result<void> touch(const fs::path& file) {
  const std::error_code problem = platform::makeOwnFile(file);
  return problem ? Result<void>(diskError(file, "create", problem.value())) : Result<void>();
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
