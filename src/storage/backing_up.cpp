// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backing_up.h"

#include <cerrno>
#include <fstream>
#include <utility>

#include "storage/backup_notes.h"
#include "storage/backup_origin.h"
#include "storage/backup_pruning.h"
#include "storage/journal_file.h"
#include "storage/key.h"
#include "storage/placing.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

/// What is wrong with a copy is its own fault, and not that of the journal that it was made of.
Error ofBackup(Error error, const fs::path& file) {
  error.subject = file.string();
  if (error.kind == ErrorKind::Damaged || error.kind == ErrorKind::NotAJournal) error.place = kBackupPlace;
  return error;
}

Result<Bytes> readWhole(const fs::path& file) {
  std::error_code problem;
  const auto size = fs::file_size(file, problem);
  if (problem == std::errc::no_such_file_or_directory) return errorAt(ErrorKind::NotFound, file);
  if (problem) return diskError(file, "read", problem.value());
  Bytes bytes(size);
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
  if (!stream) return diskError(file, "read", errno);
  return bytes;
}

/// Where the name tells the hash, every byte is held against it; an ordinary file is looked at by its structure.
Result<void> checkByName(const fs::path& copy) {
  const auto name = BackupName::from(copy.filename().string());
  return name ? BackupFolder(copy.parent_path()).check(*name) : Result<void>();
}

}  // namespace

Result<MadeBackup> makeBackup(Database& database, const BackupFolder& folder, Day today) {
  auto room = folder.makeRoom();
  if (!room) return room.error();
  const Scrap scrap(std::move(room).value());
  auto copy = makeVerifiedCopy(database, scrap.file());
  if (!copy) return copy.error();
  auto name = folder.take(scrap.file(), today);
  if (!name) return name.error();
  return MadeBackup{name.value(), copy->all};
}

Result<void> backUpBeforeUpgrade(Database& database, const fs::path& file, const fs::path& backups) {
  if (backups.empty() || liesAmongBackups(backups, file)) return {};
  const auto mark = readMark(database);
  if (!mark) return mark.error();
  const BackupFolder folder = takeUpBackups({backups, mark->uuid, file}, database);
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto made = makeBackup(database, folder, localDay(now));
  if (!made) return made.error();
  BackupNotes notes = BackupNotes::load(folder.path());
  notes.journal = file.string();
  notes.save(folder.path());
  return {};
}

Result<void> pruneBackups(const BackupFolder& folder, const std::vector<BackupName>& good) {
  std::vector<Day> days;
  days.reserve(good.size());
  for (const BackupName& name : good) days.push_back(name.made);
  const std::vector<bool> stay = backupsToKeep(days);
  std::vector<BackupName> gone;
  for (std::size_t i = 0; i < good.size(); ++i) {
    if (!stay[i]) gone.push_back(good[i]);
  }
  return folder.remove(gone);
}

Result<Soundness> readBack(const BackupFolder& folder, const BackupName& name) {
  const fs::path file = folder.fileOf(name);
  auto bytes = readWhole(file);
  if (!bytes) return bytes.error();
  if (hashOf(bytes.value()) != name.hash) return ofBackup({ErrorKind::Damaged, {}, {}, "hash"}, file);
  auto database = Database::fromBytes(std::move(bytes).value());
  if (!database) return ofBackup(database.error(), file);
  auto sound = checkSound(*database.value());
  if (!sound) return ofBackup(sound.error(), file);
  return sound;
}

Result<Soundness> makeCopyAt(Database& database, const fs::path& to) {
  if (auto fits = checkLocal(to); !fits) return fits.error();
  if (auto free = checkFree(to); !free) return free.error();
  const Scrap scrap(placeToMake(to));
  auto made = makeVerifiedCopy(database, scrap.file());
  if (!made) return namedFor(made.error(), scrap.file(), to);
  if (auto named = giveName(scrap.file(), to); !named) return named.error();
  return made;
}

Result<Soundness> restoreCopy(const fs::path& copy, const fs::path& to) {
  if (const auto format = formatOf(copy); !format) return ofBackup(format.error(), copy);
  // Opened before its bytes are read: should it be somebody's journal after all, this answers InUse.
  auto database = Database::open(copy, Access::ReadOnly);
  if (!database) return ofBackup(database.error(), copy);
  if (auto sound = checkByName(copy); !sound) return sound.error();
  if (auto sound = checkSound(*database.value()); !sound) return ofBackup(sound.error(), copy);
  return makeCopyAt(*database.value(), to);
}

}  // namespace footbridge::storage
