// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_folder.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <tuple>
#include <utility>

#include "storage/key.h"
#include "storage/placing.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".footbridge";
constexpr std::string_view kInTheMaking = ".making-";
constexpr std::size_t kDaySize = 10;
constexpr std::size_t kHashSize = 2 * sizeof(FileHash);

/// Longer than any copy takes between two writes.
constexpr auto kAbandonedAfter = std::chrono::hours(1);

std::optional<std::uint32_t> parseNumber(std::string_view text) {
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  if (problem != std::errc{} || stop != end) return std::nullopt;
  return number;
}

/// Nobody else's business: neither the backups, nor of whom there are some.
Result<void> makeFolder(const fs::path& folder) {
  if (const auto problem = platform::makeOwnFolder(folder)) return diskError(folder, "folder", problem.value());
  return {};
}

}  // namespace

std::optional<BackupName> BackupName::from(std::string_view leaf) {
  if (!leaf.ends_with(kEnding)) return std::nullopt;
  leaf.remove_suffix(kEnding.size());
  if (leaf.size() < kDaySize + kHashSize + 2) return std::nullopt;
  const auto day = parseDay(leaf.substr(0, kDaySize));
  const auto hash = fromHex<sizeof(FileHash)>(leaf.substr(leaf.size() - kHashSize));
  const auto number = parseNumber(leaf.substr(kDaySize + 1, leaf.size() - kDaySize - kHashSize - 2));
  if (!day || !hash || !number) return std::nullopt;
  BackupName name{*day, *number, *hash};
  if (name.text() != std::string(leaf) + std::string(kEnding)) return std::nullopt;
  return name;
}

std::string BackupName::text() const {
  char middle[16];
  std::snprintf(middle, sizeof middle, "-%04u-", static_cast<unsigned>(number));
  return toText(made) + middle + toHex(hash) + std::string(kEnding);
}

std::vector<BackupName> BackupFolder::names() const {
  // Two of one day are there where a program ended between making the second and removing the first, or where another
  // copy took the journal's place on that day.
  std::vector<std::tuple<std::uint32_t, fs::file_time_type, BackupName>> found;
  std::error_code problem;
  for (fs::directory_iterator at(m_folder, problem), end; !problem && at != end; at.increment(problem)) {
    const auto name = BackupName::from(at->path().filename().string());
    std::error_code ignored;
    if (name && at->symlink_status(ignored).type() == fs::file_type::regular)
      found.emplace_back(name->number, at->last_write_time(ignored), *name);
  }
  std::ranges::sort(found, [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) > std::tie(std::get<0>(b), std::get<1>(b));
  });
  std::vector<BackupName> names;
  names.reserve(found.size());
  for (const auto& each : found) names.push_back(std::get<2>(each));
  return names;
}

std::optional<Error> BackupFolder::unreadable() const {
  std::error_code problem;
  const fs::directory_iterator at(m_folder, problem);
  if (!problem || problem == std::errc::no_such_file_or_directory) return std::nullopt;
  return diskError(m_folder, "read", problem.value());
}

Result<void> BackupFolder::check(const BackupName& name) const {
  const fs::path file = fileOf(name);
  const auto hash = hashOf(file);
  if (!hash) return hash.error();
  if (hash.value() != name.hash) return Error{ErrorKind::Damaged, file.string(), kBackupPlace, "hash"};
  return {};
}

Result<fs::path> BackupFolder::makeRoom() const {
  if (auto made = makeFolder(m_folder); !made) return made.error();
  sweep();
  return m_folder / (std::string(kInTheMaking) + std::to_string(randomId()));
}

std::vector<fs::path> BackupFolder::halfMade() const {
  std::vector<fs::path> files;
  std::error_code problem;
  for (fs::directory_iterator at(m_folder, problem), end; !problem && at != end; at.increment(problem)) {
    if (at->path().filename().string().starts_with(kInTheMaking)) files.push_back(at->path());
  }
  return files;
}

/// Another process may be making one of a copy of the same journal just now; its file is young.
void BackupFolder::sweep() const {
  const auto now = fs::file_time_type::clock::now();
  for (const fs::path& file : halfMade()) {
    std::error_code unknown;
    const auto age = now - fs::last_write_time(file, unknown);
    if (!unknown && (age > kAbandonedAfter || age < -kAbandonedAfter)) removeQuietly(file);
  }
}

/// One number a day: how often something was kept on a day is nobody's business.
std::uint32_t BackupFolder::numberFor(Day day) const {
  const std::vector<BackupName> before = names();
  if (before.empty()) return 1;
  return before.front().number + (before.front().made == day ? 0 : 1);
}

Result<BackupName> BackupFolder::take(const fs::path& made, Day day) const {
  auto named = name(made, {day, numberFor(day), {}});
  if (named) standNewest(named.value());
  return named;
}

/// Of two of one day the file's own time says which was made last, and a clock may have been put back since.
void BackupFolder::standNewest(const BackupName& made) const {
  std::error_code unknown;
  fs::file_time_type newest = fs::last_write_time(fileOf(made), unknown);
  const fs::file_time_type own = newest;
  for (const BackupName& other : names()) {
    if (other.number != made.number || other == made) continue;
    const auto time = fs::last_write_time(fileOf(other), unknown);
    if (!unknown && time >= newest) newest = time + std::chrono::seconds(1);
  }
  if (newest != own) fs::last_write_time(fileOf(made), newest, unknown);
}

Result<BackupName> BackupFolder::placeBeside(const BackupName& old, const fs::path& made) const {
  std::error_code unknown;
  const auto time = fs::last_write_time(fileOf(old), unknown);
  auto named = name(made, old);
  if (named && !unknown) fs::last_write_time(fileOf(named.value()), time, unknown);
  return named;
}

Result<BackupName> BackupFolder::name(const fs::path& made, BackupName name) const {
  const auto hash = hashOf(made);
  if (!hash) return hash.error();
  name.hash = hash.value();
  // Who opens one by hand may look at it, and does not make it another one.
  std::error_code ignored;
  fs::permissions(made, fs::perms::owner_read, ignored);
  // What bears this name has, or should have, these very bytes.
  if (auto placed = takePlace(made, fileOf(name)); !placed) return placed.error();
  return name;
}

Result<void> BackupFolder::remove(const std::vector<BackupName>& names) const {
  std::vector<fs::path> files;
  files.reserve(names.size());
  for (const BackupName& name : names) files.push_back(fileOf(name));
  return removeFiles(files);
}

Result<void> BackupFolder::removeFiles(const std::vector<fs::path>& files) const {
  for (const fs::path& file : files) {
    std::error_code problem;
    fs::remove(file, problem);
    if (problem) return diskError(file, "remove", problem.value());
  }
  if (files.empty()) return {};
  if (const auto unsynced = platform::syncFolder(m_folder)) return diskError(m_folder, "folder", unsynced.value());
  return {};
}

}  // namespace footbridge::storage
