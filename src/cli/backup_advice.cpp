// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/backup_advice.h"

#include <algorithm>
#include <vector>

#include "cli/error_text.h"
#include "storage/backup_shelf.h"
#include "storage/journal_backups.h"

namespace footbridge::cli {
namespace {

std::string newestOf(std::string_view file, bool isCertain) {
  const auto found = storage::FileBackupShelf(storage::defaultBackupsFolder()).backupsOf(std::string(file));
  const auto isGood = [](const Backup& backup) { return !backup.damaged; };
  const std::vector<Backup> kept = found ? found->status.kept : std::vector<Backup>();
  const auto newest = std::ranges::find_if(kept, isGood);
  if (newest == kept.end())
    return isCertain ? " No backup of it was found here; please look for a copy from before." : "";
  return " Its newest good backup is of " + toText(newest->made) + ": `footbridge-cli restore " + newest->file +
         " --output FILE` brings it back as a new file." +
         (kept.size() > 1 ? " Older ones are in " + found->status.folder + "." : std::string());
}

bool isDamagedJournal(const Error& error) {
  return error.kind == ErrorKind::Damaged && error.place != kBackup && error.detail != kWaiting;
}

/// Emptied, cut off or gone: nothing in it says that it ever was a journal, and its place alone may tell.
bool mayHaveBeenJournal(const Error& error) {
  const bool isNone =
      error.kind == ErrorKind::NotAJournal && error.detail != kInTheWay && error.detail != kSymbolicLink;
  const bool isGone = error.kind == ErrorKind::NotFound && error.detail != kMoved;
  return (isNone || isGone) && error.place.empty();
}

}  // namespace

std::string backupAdvice(const Error& error, std::string_view file) {
  const bool isDamaged = isDamagedJournal(error);
  return isDamaged || mayHaveBeenJournal(error) ? newestOf(file, isDamaged) : std::string();
}

}  // namespace footbridge::cli
