// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/error.h"
#include "domain/moment.h"
#include "domain/partner.h"
#include "domain/result.h"

namespace footbridge {

/// A copy of a whole journal, found to be equal to it when it was made.
struct Backup {
  std::string file;      ///< where it lies, and what it is known by
  Day made{};            ///< in local time. It opens with the passphrases of that day, and holds that day's words.
  bool damaged = false;  ///< a check found it changed since; it is not counted as good
  bool forGood = false;  ///< it may have words that the journal has not, since another copy took the journal's place
  bool operator==(const Backup&) const = default;
};

/// How the backups made of a journal's file stand; those of other copies of it are theirs alone. Days and not hours,
/// since the time of day would tell who had been writing.
struct BackupStatus {
  std::string folder;                 ///< where they lie; it is made with the first
  std::string journalFolder;          ///< where that folder lies, with those of other copies of the same journal
  std::size_t ofOtherCopies = 0;      ///< how many were made of other copies, which nothing done here touches
  std::vector<Backup> kept;           ///< the one made last comes first
  std::optional<Day> lastGood;        ///< none: there is no good backup yet
  std::optional<Day> lastDrill;       ///< when one was last read back whole and found equal; none: not yet
  std::optional<Error> unreadable;    ///< the folder is there and cannot be read, so that nobody knows what is in it
  std::optional<Error> problem;       ///< why the last try to make one failed; none once one has been made since
  std::optional<Error> drillProblem;  ///< why the last drill failed; none once one has passed since
};

enum class BackupPace : std::uint8_t {
  AfterUse,  ///< whenever something has changed since the last one
  OnceADay,  ///< the same, but only where no good one bears today's date
};

/// The backups of one open journal: those made of its file, and no others. None is made of a file that may not be
/// written, or that is itself a backup (ReadOnly). None of it needs a key. Damage to a backup is Damaged, with the
/// place "backup".
class Backups {
 public:
  virtual ~Backups() = default;

  /// Reads names and a small file of notes, not the backups themselves.
  [[nodiscard]] virtual BackupStatus status() const = 0;

  /// Durable, and found to be equal to the journal, when it returns. Older ones beyond 7 daily, 4 weekly and 12 monthly
  /// go, but for one that may have words which no newer one has, since another copy took the journal's place. After a
  /// failure nothing of it is left behind.
  [[nodiscard]] virtual Result<Backup> backUpNow() = 0;

  /// For when the journal closes, or stands locked: once a month the newest is read back; a new one is made where that
  /// failed, or where something has changed. Takes no time to speak of where nothing is due. What went wrong also
  /// stands in status().
  [[nodiscard]] virtual Result<void> keepUp(BackupPace pace) = 0;

  /// Reads the newest back into memory, whole, and compares. NotFound where there is none.
  [[nodiscard]] virtual Result<void> drill() = 0;

  [[nodiscard]] virtual Result<void> remove(const Backup& backup) = 0;
  /// All of this file that were made before this one, but for those kept for good, and what a program that was ended
  /// left of one in the making: to be offered once it holds what they should hold no longer (after protect, a change of
  /// passphrase, erase, delete now). InUse where one is being made just now, after all others went.
  [[nodiscard]] virtual Result<void> removeOlderThan(const Backup& backup) = 0;

  /// A journal file at `to`, equal to the backup. AlreadyExists where anything stands there; nothing is ever
  /// overwritten. The backup is checked first, and what was written is read back. The last-seen counters for that
  /// file are set anew.
  [[nodiscard]] virtual Result<void> restore(const Backup& backup, const std::string& to) = 0;
};

/// A new one first, and then none before it: none that holds what the journal holds no longer, or that opens as it did
/// before a change of passphrase. Those that leftForGood() answers stay, since nobody may look into a locked vault to
/// see whether they are the last copy of something.
[[nodiscard]] inline Result<void> keepOnlyANewOne(Backups& backups) {
  const Result<Backup> newest = backups.backUpNow();
  return newest ? backups.removeOlderThan(*newest) : Result<void>(newest.error());
}

/// Of those older than the newest, what keepOnlyANewOne() leaves; whoever knows what may be in them can remove() them.
[[nodiscard]] inline std::vector<Backup> leftForGood(const BackupStatus& status) {
  std::vector<Backup> left;
  for (std::size_t i = 1; i < status.kept.size(); ++i) {
    if (status.kept[i].forGood) left.push_back(status.kept[i]);
  }
  return left;
}

/// The backups of a file that need not be there any more.
struct BackedUpJournal {
  std::string journal;            ///< where the file lay when the last one was made; empty if that is not known
  std::vector<Partner> partners;  ///< as the newest good backup names them
  BackupStatus status;
};

/// For when a journal is lost or damaged and cannot be opened: what there is to bring back.
class BackupShelf {
 public:
  virtual ~BackupShelf() = default;
  /// Of every file that has any, the one backed up last first.
  [[nodiscard]] virtual std::vector<BackedUpJournal> backedUp() const = 0;
  /// Of the file at that path, damaged or gone or not; where it has none of its own, what there is of another copy of
  /// the same journal, and where there is none of either, what was made of another journal that lay at that path.
  [[nodiscard]] virtual std::optional<BackedUpJournal> backupsOf(const std::string& journal) const = 0;
  /// As Backups::restore(), for any backup or other copy of a journal.
  [[nodiscard]] virtual Result<void> restore(const std::string& backup, const std::string& to) = 0;
};

}  // namespace footbridge
