// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_origin.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "storage/backup_notes.h"
#include "storage/hashing.h"
#include "storage/journal_file.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

/// Or nobody can tell: what lies in a folder that may not be looked into is not said to be gone.
bool liesThere(const fs::path& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

/// The folders in one, in no order. Nothing where there is none.
Result<std::vector<fs::path>> foldersIn(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code problem, ignored;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    if (at->symlink_status(ignored).type() == fs::file_type::directory) folders.push_back(at->path());
  }
  if (problem && problem != std::errc::no_such_file_or_directory)
    return Error{ErrorKind::DiskFailed, folder.string(), {}, "read", problem.value()};
  return folders;
}

/// Which of two names of one file is the right one, nobody can tell; one that somebody has open, or that cannot be
/// looked at, is there. Nothing is read but through SQLite, which knows what this process holds.
bool holdsJournal(const fs::path& file, const BackupOrigin& origin) {
  std::error_code ignored;
  if (!liesThere(file) || fs::equivalent(file, origin.file, ignored)) return false;
  const auto mark = markOf(file);
  if (mark) return mark->uuid == origin.uuid;
  return mark.error().kind != ErrorKind::NotFound && mark.error().kind != ErrorKind::NotAJournal;
}

/// Only where its name fits what is noted in it: a path that could not be written down is not taken for one that is
/// not there.
bool isLeft(const fs::path& folder, const BackupOrigin& origin) {
  const fs::path file = BackupNotes::load(folder).journal;
  if (file.empty() || backupLeafOf(file) != folder.filename().string()) return false;
  return !holdsJournal(file, origin);
}

/// Where more than one was left, the one that was used last.
std::optional<BackupFolder> leftBehind(const BackupOrigin& origin) {
  std::optional<BackupFolder> newest;
  std::optional<Day> made;
  const auto folders = foldersIn(origin.journalFolder());
  if (!folders) return std::nullopt;
  for (const fs::path& each : folders.value()) {
    const BackupFolder folder(each);
    const auto names = folder.names();
    if (names.empty() || (made && *made >= names.front().made) || !isLeft(each, origin)) continue;
    newest = folder;
    made = names.front().made;
  }
  return newest;
}

/// What somebody closed, moved and opened is as it was when the last one was made.
bool isAsBackedUp(const BackupFolder& folder, Database& database) {
  const BackupNotes notes = BackupNotes::load(folder.path());
  const auto names = folder.names();
  const auto heads = digestOfHeads(database);
  return heads && notes.heads == heads.value() && !names.empty() && names.front().text() == notes.newest;
}

}  // namespace

fs::path placeOfBackups(const fs::path& folder) {
  std::error_code problem;
  const fs::path place = fs::weakly_canonical(fs::absolute(folder, problem), problem);
  return problem ? folder : place;
}

BackupOrigin::BackupOrigin(const fs::path& backups, const std::array<unsigned char, 16>& journal, fs::path madeOf)
    : all(placeOfBackups(backups)), uuid(journal), file(std::move(madeOf)) {}

fs::path BackupOrigin::journalFolder() const {
  return all / toHex(uuid);
}

fs::path BackupOrigin::folder() const {
  return journalFolder() / backupLeafOf(file);
}

std::string backupLeafOf(const fs::path& file) {
  const std::string path = file.string();
  return toHex(hashOf(BytesView(reinterpret_cast<const unsigned char*>(path.data()), path.size())));
}

bool liesAmongBackups(const fs::path& all, const fs::path& file) {
  std::error_code problem;
  const fs::path folder = fs::canonical(all, problem);
  if (problem) return false;
  const fs::path inside = file.lexically_relative(folder);
  return !inside.empty() && *inside.begin() != "..";
}

BackupFolder backupsMadeOf(const BackupOrigin& origin) {
  if (liesAmongBackups(origin.all, origin.file)) return BackupFolder(origin.file.parent_path());
  if (liesThere(origin.folder())) return BackupFolder(origin.folder());
  return leftBehind(origin).value_or(BackupFolder(origin.folder()));
}

BackupFolder takeUpBackups(const BackupOrigin& origin, Database& database) {
  BackupFolder found = backupsMadeOf(origin);
  const fs::path own = origin.folder();
  if (database.readOnly() || liesAmongBackups(origin.all, origin.file) || found.path() == own) return found;
  if (!isAsBackedUp(found, database)) keepForGood(found);
  std::error_code problem;
  fs::rename(found.path(), own, problem);
  if (problem) return found;
  BackupNotes notes = BackupNotes::load(own);
  notes.journal = origin.file.string();
  notes.save(own);
  return BackupFolder(own);
}

Result<std::vector<BackupFolder>> backupsOfEveryFile(const BackupOrigin& origin) {
  auto folders = foldersIn(origin.journalFolder());
  if (!folders) return folders.error();
  const fs::path own = backupsMadeOf(origin).path();
  std::vector<BackupFolder> all{BackupFolder(own)};
  for (const fs::path& each : folders.value()) {
    if (each != own) all.emplace_back(each);
  }
  return all;
}

void keepForGood(const BackupFolder& folder) {
  BackupNotes notes = BackupNotes::load(folder.path());
  for (const BackupName& name : folder.names()) {
    if (notes.isDamaged(name.text())) continue;
    if (!notes.isForGood(name.text())) notes.forGood.push_back(name.text());
    return notes.save(folder.path());
  }
}

}  // namespace footbridge::storage
