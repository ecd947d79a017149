// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/entry.h"
#include "storage/apart.h"
#include "storage/database.h"
#include "storage/journal_backups.h"
#include "storage/kdf_cost.h"
#include "storage/keyring.h"
#include "storage/last_seen.h"
#include "storage/vault.h"

namespace footbridge::storage {

/// Words that the disk did not take, brought over from the process before this one. In the box is a draft as in the
/// file, but that the sum of what the file had at its place by then stands before its words.
struct CarriedDraft {
  VaultId vault = VaultId::Ours;
  KeyMark place{};
  std::string file;  ///< path of the journal that it was sealed for
  Bytes box;
  bool operator==(const CarriedDraft&) const = default;
};

/// Carried words that stand in their vault by now. Later ones that were carried from the same point take their place.
struct SettledDraft {
  VaultId vault = VaultId::Ours;
  std::string place;
  Digest before{};
  std::string text;
};

/// A vault that was put aside, and stands in memory in place of the one that its owner has now.
struct LookedBack {
  VaultId home = VaultId::A;
  std::int64_t number = 0;  ///< in the tables
};

/// An open journal: its file, its keyring, and the vaults whose keys are here. What works on it (entry_book,
/// sitting_book, draft_book, doors) changes the file first and this only after COMMIT.
struct JournalState {
  std::unique_ptr<Database> database;
  JournalMark mark;
  std::string path;
  Keyring keyring;
  LastSeen lastSeen;
  std::function<Moment()> now;
  std::optional<KdfCost> cost;  ///< of the next passphrase; none: to be calibrated

  OpenVaults vaults;
  PerVault<PersonalKeys> personal;                    ///< of the partners whose own vaults are open
  std::vector<CarriedDraft> carried{};                ///< waiting for their vaults to be opened
  std::vector<SettledDraft> carriedSettled{};  ///< those that wait no longer, or are shown until they may be kept
  std::unique_ptr<JournalBackups> backups = nullptr;  ///< goes before the database; none where none are kept

  LeftOut leftOut{};  ///< what may be missing beside the vaults
  std::optional<LookedBack> lookedBack{};  ///< while there is one, nothing is written

  [[nodiscard]] bool hasTwo() const { return keyring.partners().size() == 2; }
  /// What a partner or *ours* is called in an error.
  [[nodiscard]] std::string subjectOf(VaultId vault) const;
  /// Whether it was kept before the one who joined last did.
  [[nodiscard]] bool isOfBefore(const Record& record) const;
  /// Success where the vault exists, is open, and the file can be written.
  [[nodiscard]] Result<void> mayWrite(VaultId vault) const;
};

/// A row to be written. The order of a first revision is given by writeRecords().
struct NewRecord {
  VaultId vault = VaultId::Ours;
  Record record;
  bool replacesAll = false;  ///< every revision before it goes
};

/// Writes them all in one transaction, with the heads of their vaults; beyond ten revisions the oldest go. No two may
/// be of one entry. Answers the records as they were kept.
[[nodiscard]] Result<std::vector<Record>> writeRecords(JournalState& state, std::vector<NewRecord> records);

/// After a commit that took words away or changed keys. What was kept holds whether the disk takes this or not; what it
/// then leaves beside the file is emptied when the journal is next opened.
void purgeQuietly(JournalState& state);

/// What the reader may see in the open vaults, in the order it was made.
[[nodiscard]] std::vector<const Kept*> visibleTo(Reader reader, const JournalState& state);

}  // namespace footbridge::storage
