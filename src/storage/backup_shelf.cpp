// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_shelf.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "storage/backup_folder.h"
#include "storage/backup_notes.h"
#include "storage/backup_origin.h"
#include "storage/journal_backups.h"
#include "storage/journal_file.h"
#include "storage/verified_copy.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

/// From the newest one that can be read.
std::vector<Partner> partnersIn(const BackupStatus& status) {
  for (const Backup& backup : status.kept) {
    if (backup.damaged) continue;
    if (auto sound = checkSound(fs::path(backup.file))) return std::move(sound->partners);
  }
  return {};
}

std::optional<BackedUpJournal> journalIn(const fs::path& folder) {
  BackedUpJournal journal;
  journal.status = statusOf(BackupFolder(folder));
  if (journal.status.kept.empty()) return std::nullopt;
  journal.journal = BackupNotes::load(folder).journal;
  journal.partners = partnersIn(journal.status);
  return journal;
}

/// Of files and journals alike.
std::vector<fs::path> foldersBelow(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code problem, ignored;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    if (at->is_directory(ignored)) folders.push_back(at->path());
  }
  return folders;
}

Day lastMade(const BackedUpJournal& journal) {
  return journal.status.kept.front().made;
}

void addCopies(std::vector<BackedUpJournal>& journals, const fs::path& journalFolder) {
  for (const fs::path& folder : foldersBelow(journalFolder)) {
    auto journal = journalIn(folder);
    if (!journal) continue;
    journal->status.journalFolder = journalFolder.string();
    journals.push_back(std::move(*journal));
  }
}

std::optional<BackedUpJournal> newestOf(std::vector<BackedUpJournal> journals) {
  const auto newest = std::ranges::max_element(journals, {}, lastMade);
  if (newest == journals.end()) return std::nullopt;
  return std::move(*newest);
}

}  // namespace

FileBackupShelf::FileBackupShelf(const fs::path& backupsFolder, fs::path stateFolder)
    : m_backups(placeOfBackups(backupsFolder)),
      m_state(stateFolder.empty() ? platform::stateFolder() : std::move(stateFolder)) {}

std::vector<BackedUpJournal> FileBackupShelf::backedUp() const {
  std::vector<BackedUpJournal> journals;
  for (const fs::path& folder : foldersBelow(m_backups)) addCopies(journals, folder);
  std::ranges::stable_sort(journals, std::greater{}, lastMade);
  return journals;
}

// What is damaged may not tell which journal it is, or another may have come to lie there; where it lies is known in
// any case.
std::optional<BackedUpJournal> FileBackupShelf::backupsOf(const std::string& journal) const {
  const auto place = placeOf(journal);
  if (!place) return std::nullopt;
  if (const auto mark = markOf(place.value())) {
    const BackupOrigin origin{m_backups, mark->uuid, place.value()};
    if (auto own = journalIn(backupsMadeOf(origin).path())) return own;
    std::vector<BackedUpJournal> copies;
    addCopies(copies, origin.journalFolder());
    if (auto newest = newestOf(std::move(copies))) return newest;
  }
  std::vector<BackedUpJournal> here;
  for (const fs::path& folder : foldersBelow(m_backups)) {
    if (auto own = journalIn(folder / backupLeafOf(place.value()))) here.push_back(std::move(*own));
  }
  return newestOf(std::move(here));
}

Result<void> FileBackupShelf::restore(const std::string& backup, const std::string& to) {
  return restoreBackup(backup, to, m_state / "seen", m_backups);
}

Result<void> FileBackupShelf::keepUp(const std::string& journal, const std::function<Moment()>& now) const {
  const auto place = placeOf(journal);
  if (!place) return place.error();
  const auto file = openJournalFile(place.value(), m_backups);
  if (!file) return file.error();
  return JournalBackups(*file->database, file->mark, {place->string(), m_backups, {}}, now)
      .keepUp(BackupPace::AfterUse);
}

}  // namespace footbridge::storage
