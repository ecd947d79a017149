// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_backups.h"

#include <algorithm>
#include <set>
#include <utility>

#include "storage/backing_up.h"
#include "storage/backup_rewriting.h"
#include "storage/erasing.h"
#include "storage/journal_file.h"
#include "storage/last_seen.h"
#include "storage/placing.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr int kDaysBetweenDrills = 30;
constexpr const char* kRows = "SELECT id, vault FROM rec ORDER BY id";

/// The one made last first, without those that are known to be damaged.
std::vector<BackupName> goodOnes(const BackupFolder& folder, const BackupNotes& notes) {
  std::vector<BackupName> names = folder.names();
  std::erase_if(names, [&notes](const BackupName& name) { return notes.isDamaged(name.text()); });
  return names;
}

/// A backup of this folder, as it was handed out; nothing else is taken for one.
Result<BackupName> backupNamed(const BackupFolder& folder, const Backup& backup) {
  const fs::path file(backup.file);
  const auto name = BackupName::from(file.filename().string());
  if (!name || folder.fileOf(*name) != file) return errorAt(ErrorKind::NotFound, file);
  return *name;
}

/// Notes for what is not there any more are dropped.
void tidy(BackupNotes& notes, const BackupFolder& folder) {
  const auto isGone = [&folder](const std::string& name) {
    std::error_code unknown;
    return !fs::exists(folder.path() / name, unknown) && !unknown;
  };
  std::erase_if(notes.damaged, isGone);
  std::erase_if(notes.forGood, isGone);
}

/// What may make room: not the damaged ones, which are looked at by hand, nor what is kept for good.
std::vector<BackupName> prunable(const BackupFolder& folder, const BackupNotes& notes) {
  std::vector<BackupName> names = goodOnes(folder, notes);
  std::erase_if(names, [&notes](const BackupName& name) { return notes.isForGood(name.text()); });
  return names;
}

/// Of which vaults each of two files has rows that lie nowhere in the other.
struct RowsApart {
  std::set<std::int64_t> here, there;
};

/// Both in the order of their rows.
Result<RowsApart> rowsApart(Statement& here, Statement& there) {
  RowsApart apart;
  auto one = here.step(), other = there.step();
  while (one && other && (one.value() || other.value())) {
    const bool isHere = one.value() && (!other.value() || here.number(0) <= there.number(0));
    const bool isThere = other.value() && (!one.value() || there.number(0) <= here.number(0));
    if (isHere && !isThere) apart.here.insert(here.number(1));
    if (isThere && !isHere) apart.there.insert(there.number(1));
    if (isHere) one = here.step();
    if (isThere) other = there.step();
  }
  if (!one) return one.error();
  if (!other) return other.error();
  return apart;
}

bool hasVault(Database& database, std::int64_t vault) {
  const auto heads = database.number("SELECT count(*) FROM head WHERE vault = " + std::to_string(vault));
  return heads && heads.value() > 0;
}

void noteProblem(const BackupFolder& folder, const Error& problem) {
  BackupNotes notes = BackupNotes::load(folder.path());
  notes.problem = problem;
  notes.save(folder.path());
}

}  // namespace

fs::path defaultBackupsFolder() {
  return platform::dataFolder() / "backups";
}

BackupStatus statusOf(const BackupFolder& folder) {
  const BackupNotes notes = BackupNotes::load(folder.path());
  BackupStatus status;
  status.folder = folder.path().string();
  for (const BackupName& name : folder.names()) {
    status.kept.push_back(
        {folder.fileOf(name).string(), name.made, notes.isDamaged(name.text()), notes.isForGood(name.text())});
    if (!status.lastGood && !status.kept.back().damaged) status.lastGood = name.made;
  }
  status.unreadable = folder.unreadable();
  status.lastDrill = notes.lastDrill;
  status.problem = notes.problem;
  status.drillProblem = notes.drillProblem;
  return status;
}

BackupStatus statusOf(const BackupOrigin& origin) {
  BackupStatus status = statusOf(backupsMadeOf(origin));
  status.journalFolder = origin.journalFolder().string();
  const auto folders = backupsOfEveryFile(origin);
  if (!folders) return status;
  for (const BackupFolder& folder : folders.value()) {
    if (folder.path() != status.folder) status.ofOtherCopies += folder.names().size();
  }
  return status;
}

JournalBackups::JournalBackups(Database& database, const JournalMark& mark, JournalPlaces places,
                               std::function<Moment()> now)
    : m_database(database),
      m_places(std::move(places)),
      m_origin{m_places.backups, mark.uuid, m_places.journal},
      m_mayKeep(!database.readOnly() && !liesAmongBackups(m_origin.all, m_origin.file)),
      m_folder(takeUpBackups(m_origin, database)),
      m_now(std::move(now)) {}

Day JournalBackups::today() const {
  return localDay(m_now());
}

BackupStatus JournalBackups::status() const {
  return statusOf(m_origin);
}

Result<Backup> JournalBackups::backUpNow() {
  if (!m_mayKeep) return errorAt(ErrorKind::ReadOnly, m_origin.file);
  auto made = makeOne();
  if (!made) noteProblem(m_folder, made.error());
  return made;
}

Result<Backup> JournalBackups::makeOne() {
  const auto heads = digestOfHeads(m_database);
  if (!heads) return heads.error();
  if (isOlderCopy()) keepForGood(m_folder);
  auto made = makeBackup(m_database, m_folder, today());
  if (!made) return made.error();
  BackupNotes notes = BackupNotes::load(m_folder.path());
  // Where the folder of one that was moved could not be renamed, it goes on as that.
  if (m_folder.path() == m_origin.folder()) notes.journal = m_places.journal;
  notes.newest = made->name.text();
  // On one day, of an unchanged journal, it takes the place of one that was found damaged, and its name.
  std::erase(notes.damaged, notes.newest);
  notes.newestAll = made->all;
  notes.heads = heads.value();
  notes.problem.reset();
  tidy(notes, m_folder);
  notes.save(m_folder.path());
  // One too many is no failure; it goes the next time.
  [[maybe_unused]] const auto pruned = pruneBackups(m_folder, prunable(m_folder, notes));
  return Backup{m_folder.fileOf(made->name).string(), made->name.made, false, notes.isForGood(made->name.text())};
}

Result<bool> JournalBackups::hasChanged() const {
  const BackupNotes notes = BackupNotes::load(m_folder.path());
  const auto good = goodOnes(m_folder, notes);
  if (good.empty() || good.front().text() != notes.newest) return true;
  const auto heads = digestOfHeads(m_database);
  if (!heads) return heads.error();
  return notes.heads != heads.value();
}

bool JournalBackups::isOlderCopy() const {
  const BackupNotes notes = BackupNotes::load(m_folder.path());
  const auto good = goodOnes(m_folder, notes);
  const auto heads = digestOfHeads(m_database);
  if (good.empty() || !heads || notes.heads == heads.value()) return false;
  const auto backup = Database::open(m_folder.fileOf(good.front()), Access::ReadOnly);
  if (!backup) return false;
  auto here = m_database.prepare(kRows), there = backup.value()->prepare(kRows);
  if (!here || !there) return false;
  const auto apart = rowsApart(here.value(), there.value());
  if (!apart || apart->there.empty()) return false;
  // Nothing goes from a vault without something that comes in its place, but where all of it goes.
  return apart->here.empty() || std::ranges::any_of(apart->there, [this, &apart](std::int64_t vault) {
           return !apart->here.contains(vault) && hasVault(m_database, vault);
         });
}

bool JournalBackups::newestIsForGood() const {
  const BackupNotes notes = BackupNotes::load(m_folder.path());
  const auto good = goodOnes(m_folder, notes);
  return !good.empty() && notes.isForGood(good.front().text());
}

void JournalBackups::noteOtherCopy() {
  const auto changed = hasChanged();
  if (m_mayKeep && changed && changed.value()) keepForGood(m_folder);
}

bool JournalBackups::drillIsDue() const {
  const BackupNotes notes = BackupNotes::load(m_folder.path());
  if (goodOnes(m_folder, notes).empty()) return false;
  if (!notes.lastDrill) return true;
  const int days = daysBetween(*notes.lastDrill, today());
  return days >= kDaysBetweenDrills || days < 0;  // a day that is still to come was a clock gone wrong
}

// The drill comes first: it is to find what has lain there for a while, and not what has just been written.
Result<void> JournalBackups::keepUp(BackupPace pace) {
  if (!m_mayKeep) return {};
  Result<void> drilled;
  if (drillIsDue()) drilled = drill();
  const auto good = goodOnes(m_folder, BackupNotes::load(m_folder.path()));
  // The first of a day is made whether anything was written or not, so that its date tells that the journal was used,
  // and not that somebody wrote.
  bool due = !drilled || good.empty() || good.front().made != today() || newestIsForGood();
  if (!due && pace == BackupPace::AfterUse) {
    const auto changed = hasChanged();
    if (!changed) return changed.error();
    due = changed.value();
  }
  if (!due) return drilled;
  if (const auto made = backUpNow(); !made) return made.error();
  return drilled;
}

Result<void> JournalBackups::drill() {
  const auto good = goodOnes(m_folder, BackupNotes::load(m_folder.path()));
  if (good.empty()) return errorAt(ErrorKind::NotFound, m_folder.path());
  auto passed = readNewestBack(good.front());
  BackupNotes notes = BackupNotes::load(m_folder.path());
  if (passed) {
    notes.lastDrill = today();
    notes.drillProblem.reset();
  } else {
    notes.drillProblem = passed.error();
    if (passed.error().kind == ErrorKind::Damaged) notes.damaged.push_back(good.front().text());
  }
  notes.save(m_folder.path());
  return passed;
}

Result<void> JournalBackups::readNewestBack(const BackupName& newest) {
  const auto sound = readBack(m_folder, newest);
  if (!sound) return sound.error();
  const BackupNotes notes = BackupNotes::load(m_folder.path());
  const bool compared = notes.newest == newest.text() && notes.newestAll;
  if (compared && *notes.newestAll != sound->all)
    return Error{ErrorKind::Damaged, m_folder.fileOf(newest).string(), kBackupPlace, "digest"};
  return {};
}

Result<void> JournalBackups::remove(const Backup& backup) {
  const auto name = backupNamed(m_folder, backup);
  if (!name) return name.error();
  return m_folder.remove({name.value()});
}

Result<void> JournalBackups::removeOlderThan(const Backup& backup) {
  const auto name = backupNamed(m_folder, backup);
  if (!name) return name.error();
  std::vector<BackupName> names = m_folder.names();
  const auto at = std::ranges::find(names, name.value());
  if (at == names.end()) return errorAt(ErrorKind::NotFound, backup.file);
  names.erase(names.begin(), at + 1);
  const BackupNotes notes = BackupNotes::load(m_folder.path());
  std::erase_if(names, [&notes](const BackupName& older) { return notes.isForGood(older.text()); });
  if (auto removed = m_folder.remove(names); !removed) return removed;
  return clearHalfMade(m_folder);
}

Result<void> JournalBackups::restore(const Backup& backup, const std::string& to) {
  const auto name = backupNamed(m_folder, backup);
  if (!name) return name.error();
  return restoreBackup(backup.file, to, m_places.seen, m_places.backups);
}

void JournalBackups::keepBeforeChange() {
  if (!m_mayKeep) return;
  const auto changed = hasChanged();
  if (changed && !changed.value()) return;
  [[maybe_unused]] const auto noted = backUpNow();
}

Result<Erased> JournalBackups::erase(PartnerId partner) {
  const auto folders = backupsOfEveryFile(m_origin);
  if (!folders) return folders.error();
  // All of them before any is changed: what cannot be done in each is done in none.
  for (const BackupFolder& folder : folders.value()) {
    if (auto unreadable = folder.unreadable()) return *unreadable;
    if (auto cleared = clearHalfMade(folder); !cleared) return cleared.error();
  }
  Erased erased;
  for (const BackupFolder& folder : folders.value()) {
    const bool isOwn = folder.path() == folders->front().path();
    const BackupNotes notes = BackupNotes::load(folder.path());
    auto done = rewriteBackups(folder, [&](const BackupName& name, Database& backup) -> Result<void> {
      // Whoever has this place here had it there; but what is kept for good may be of another copy.
      const bool isOurs = isOwn && !notes.isForGood(name.text());
      const auto isOther = isOurs ? Result<bool>(false) : isSomebodyElse(m_database, backup, partner);
      if (!isOther) return isOther.error();
      if (!isOther.value()) return erasePartner(backup, partner);
      ++erased.left;
      return Error{ErrorKind::NotFound};
    });
    if (!done) return halfErased(done.error());
  }
  return erased;
}

Result<void> restoreBackup(const std::string& copy, const std::string& to, const fs::path& seen,
                           const fs::path& backups) {
  const auto from = placeOf(copy);
  if (!from) return from.error();
  const auto place = placeOf(to);
  if (!place) return place.error();
  const auto restored = restoreCopy(from.value(), place.value());
  if (!restored) return restored.error();
  // Not that of one that was moved: what has just been written is no journal that somebody moved here.
  if (!backups.empty()) keepForGood(BackupFolder(BackupOrigin{backups, restored->mark.uuid, place.value()}.folder()));
  return LastSeen(seen, restored->mark, place->string()).forget();
}

Result<void> copyJournal(const std::string& journal, const std::string& to, const fs::path& backups) {
  const auto from = placeOf(journal);
  if (!from) return from.error();
  const auto place = placeOf(to);
  if (!place) return place.error();
  const auto file = openJournalFile(from.value(), backups);
  if (!file) return file.error();
  const auto copied = makeCopyAt(*file->database, place.value());
  if (!copied) return copied.error();
  return {};
}

}  // namespace footbridge::storage
