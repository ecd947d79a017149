// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_rewriting.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "storage/backup_notes.h"
#include "storage/journal_file.h"
#include "storage/migrations.h"
#include "storage/placing.h"
#include "storage/upgrading.h"
#include "storage/verified_copy.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

Result<void> copyBytes(const fs::path& from, const fs::path& to) {
  if (auto made = touch(to); !made) return made;
  std::error_code problem;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, problem);
  if (!problem) fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, problem);
  if (problem) return diskError(to, "copy", problem.value());
  return {};
}

using Change = std::function<Result<void>(Database&)>;

Result<void> apply(const Change& change, Database& database) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  if (auto done = change(database); !done) return done;
  if (auto done = transaction->commit(); !done) return done;
  return database.purge();
}

/// A copy of the backup with the change in it, synced.
Result<Soundness> changedCopy(const fs::path& backup, const fs::path& copy, const Change& change) {
  if (auto copied = copyBytes(backup, copy); !copied) return copied.error();
  const auto format = formatOf(copy);
  if (!format) return format.error();
  if (format.value() < currentFormat()) {
    if (auto done = upgradeJournalFile(copy, {}); !done) return done.error();
  }
  auto database = Database::open(copy, Access::ReadWrite);
  if (!database) return database.error();
  if (auto done = apply(change, *database.value()); !done) return done.error();
  auto sound = checkSound(*database.value());
  if (!sound) return sound;
  database = Error{};  // closed: a second descriptor on it may be opened now
  if (auto synced = sync(copy); !synced) return synced.error();
  return sound;
}

/// That it is the newest, or kept for good, holds of its successor, too. That it is kept for good must not get lost on
/// the way: false where it could not be noted.
bool noteSuccessor(const BackupFolder& folder, const BackupName& before, const BackupName& after, const Digest& all) {
  BackupNotes notes = BackupNotes::load(folder.path());
  const bool isNewest = notes.newest == before.text();
  const bool isForGood = notes.isForGood(before.text());
  if (!isNewest && !isForGood) return true;
  if (isNewest) {
    notes.newest = after.text();
    notes.newestAll = all;
  }
  if (isForGood) notes.forGood.push_back(after.text());
  notes.save(folder.path());
  return !isForGood || BackupNotes::load(folder.path()).isForGood(after.text());
}

Result<void> rewrite(const BackupFolder& folder, const BackupName& name, const BackupChange& change) {
  const auto whole = folder.check(name);
  if (!whole && whole.error().kind != ErrorKind::Damaged) return whole;
  if (!whole || BackupNotes::load(folder.path()).isDamaged(name.text())) return folder.remove({name});
  auto room = folder.makeRoom();
  if (!room) return room.error();
  const Scrap scrap(std::move(room).value());
  // Its own word, and not that of a copy that went missing on the way.
  std::optional<ErrorKind> refused;
  const auto sound = changedCopy(folder.fileOf(name), scrap.file(), [&](Database& database) {
    auto done = change(name, database);
    if (!done) refused = done.error().kind;
    return done;
  });
  if (refused == ErrorKind::NotFound) return {};
  if (refused == ErrorKind::NotAllowed) return folder.remove({name});
  if (!sound) return sound.error();
  const auto fresh = folder.placeBeside(name, scrap.file());
  if (!fresh) return fresh.error();
  if (fresh.value() == name) return {};
  if (!noteSuccessor(folder, name, fresh.value(), sound->all))
    return errorAt(ErrorKind::DiskFailed, folder.path(), "notes");
  return folder.remove({name});
}

}  // namespace

Result<void> clearHalfMade(const BackupFolder& folder) {
  const std::vector<fs::path> left = folder.halfMade();
  for (const fs::path& file : left) {
    const auto free = Database::open(file, Access::ReadWrite);
    if (!free && free.error().kind == ErrorKind::InUse)
      return Error{ErrorKind::InUse, file.string(), kBackupPlace, kBeingMade};
  }
  return folder.removeFiles(left);
}

Result<void> rewriteBackups(const BackupFolder& folder, const BackupChange& change) {
  if (auto unreadable = folder.unreadable()) return *unreadable;
  for (const BackupName& name : folder.names()) {
    if (auto done = rewrite(folder, name, change); !done) return done;
  }
  return {};
}

}  // namespace footbridge::storage
