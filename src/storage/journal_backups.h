// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "domain/backups.h"
#include "domain/ports.h"
#include "storage/backup_folder.h"
#include "storage/backup_notes.h"
#include "storage/backup_origin.h"
#include "storage/database.h"

namespace footbridge::storage {

/// Where one journal and what is kept of it outside its file lie.
struct JournalPlaces {
  std::string journal;            ///< the file, absolute
  std::filesystem::path backups;  ///< the folder of the backups of all journals
  std::filesystem::path seen;     ///< the folder of the last-seen counters; may be empty
};

/// Below this folder the backups lie unless said otherwise.
[[nodiscard]] std::filesystem::path defaultBackupsFolder();

/// The backups of a journal that is open, made of its file and no other: its connection makes the copies, since it
/// holds the lock. None is made of a file that may not be written, or that is itself a backup; such a file can only
/// look.
class JournalBackups final : public Backups {
 public:
  /// `database` outlives this.
  JournalBackups(Database& database, const JournalMark& mark, JournalPlaces places, std::function<Moment()> now);

  [[nodiscard]] BackupStatus status() const override;
  [[nodiscard]] Result<Backup> backUpNow() override;
  [[nodiscard]] Result<void> keepUp(BackupPace pace) override;
  [[nodiscard]] Result<void> drill() override;
  [[nodiscard]] Result<void> remove(const Backup& backup) override;
  [[nodiscard]] Result<void> removeOlderThan(const Backup& backup) override;
  [[nodiscard]] Result<void> restore(const Backup& backup, const std::string& to) override;

  /// Before everything is sealed anew, and before much comes in at once: a backup of how it was, unless the newest is
  /// that already. Where that fails it is noted, and what somebody does goes on.
  void keepBeforeChange();

  /// Another copy has taken the place of the file that the newest was made of: that one stays, see keepForGood().
  void noteOtherCopy();

  /// Takes a partner's part out of every backup of the journal, whichever file it was made of, as far as erasePartner()
  /// does. Backups that held nobody else go, and so do damaged ones, which cannot be reached, and what was left half
  /// made. Those of other copies stay where it is isSomebodyElse(). After a failure it can
  /// be done again; where some may have been changed by then, that is halfErased().
  [[nodiscard]] Result<Erased> erase(PartnerId partner);

 private:
  [[nodiscard]] bool drillIsDue() const;
  [[nodiscard]] Result<bool> hasChanged() const;
  /// By which way it came, nobody told: the file holds less than the newest backup, and nothing else, or one of its
  /// vaults does, since only the other partner went on with an older copy.
  [[nodiscard]] bool isOlderCopy() const;
  [[nodiscard]] bool newestIsForGood() const;
  [[nodiscard]] Result<Backup> makeOne();
  [[nodiscard]] Result<void> readNewestBack(const BackupName& newest);
  [[nodiscard]] Day today() const;

  Database& m_database;
  JournalPlaces m_places;
  BackupOrigin m_origin;
  bool m_mayKeep;
  BackupFolder m_folder;
  std::function<Moment()> m_now;
};

/// How the backups in a folder stand; for whoever has not opened the journal.
[[nodiscard]] BackupStatus statusOf(const BackupFolder& folder);
/// The same of those made of one file; it tells of other copies' too.
[[nodiscard]] BackupStatus statusOf(const BackupOrigin& origin);

/// Checks the copy, writes the file, reads it back, and lets the last-seen counters for it begin anew. AlreadyExists
/// where anything stands at `to`. Where a journal lay there before, what was made last of it below `backups` stays.
[[nodiscard]] Result<void> restoreBackup(const std::string& copy, const std::string& to,
                                         const std::filesystem::path& seen, const std::filesystem::path& backups);

/// A verified copy of a journal that nobody has open, at `to`, where nothing may stand. Needs no key. A journal in an
/// older format is brought up to ours first, as by openJournalFile().
[[nodiscard]] Result<void> copyJournal(const std::string& journal, const std::string& to,
                                       const std::filesystem::path& backups);

}  // namespace footbridge::storage
