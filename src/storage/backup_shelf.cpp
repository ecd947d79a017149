// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_shelf.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "storage/backup_folder.h"
#include "storage/backup_notes.h"
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

}  // namespace

FileBackupShelf::FileBackupShelf(fs::path backupsFolder, fs::path stateFolder)
    : m_backups(std::move(backupsFolder)),
      m_state(stateFolder.empty() ? platform::stateFolder() : std::move(stateFolder)) {}

std::vector<BackedUpJournal> FileBackupShelf::backedUp() const {
  std::vector<BackedUpJournal> journals;
  std::error_code problem;
  for (fs::directory_iterator at(m_backups, problem), end; !problem && at != end; at.increment(problem)) {
    std::error_code ignored;
    if (!at->is_directory(ignored)) continue;
    if (auto journal = journalIn(at->path())) journals.push_back(std::move(*journal));
  }
  const auto newest = [](const BackedUpJournal& journal) { return journal.status.kept.front().made; };
  std::ranges::stable_sort(journals, std::greater{}, newest);
  return journals;
}

Result<void> FileBackupShelf::restore(const std::string& backup, const std::string& to) {
  return restoreBackup(backup, to, m_state / "seen");
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
