// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/entry.h"
#include "domain/passphrase.h"
#include "domain/result.h"

namespace footbridge {

class Catalog;

// Out of a journal and in again.

enum class ExportFormat : std::uint8_t {
  Json,      ///< complete, as docs/export.schema.json says; the only one that can be taken in again
  Markdown,  ///< to be read and printed
  Csv,       ///< one row a line of text, for a spreadsheet
};

enum class ExportPart : std::uint8_t {
  Everything,  ///< *ours* and the reader's own vault
  Own,         ///< the reader's own vault alone; in Markdown and CSV under the titles and questions it belongs to
  Ours,        ///< *ours* alone
};

/// What is to be taken out, for whose eyes.
struct ExportWish {
  ExportFormat format = ExportFormat::Json;
  Reader reader = Reader::OursAlone;
  ExportPart part = ExportPart::Everything;
  Catalog* words = nullptr;  ///< for titles, questions and cards in Markdown and CSV; what it lacks is said to be gone
};

/// An entry that went because another copy, or an export, says so.
struct Removed {
  EntryId id;
  VaultId vault;  ///< where it stood
  bool forGood;   ///< its words are gone; otherwise they can be brought back
  bool operator==(const Removed&) const = default;
};

/// What came in, and what went. Of an import: nothing that was there before has gone for good, but lines that were
/// taken back there.
struct TakenIn {
  std::size_t added = 0;           ///< entries and events that were not here, or not as they are now
  std::size_t conflicts = 0;       ///< entries that both changed apart; what they wrote stands in the lists, marked
  std::size_t aside = 0;           ///< events of sittings that both went on with; kept to be read, marked
  std::vector<PartnerId> waiting{};  ///< whose part of it waits for them to open what it belongs to, or for the disk
  /// Who has a vault put aside in the other copy that nothing of theirs leads to here: it stays in that file, which is
  /// worth keeping until its owner has brought it back there. Says nothing of whether anything is in it.
  std::vector<PartnerId> staying{};
  std::vector<Removed> removed{};  ///< entries that stood here and were deleted there
  bool cutShort = false;  ///< the disk did not take all of it; the rest comes in when its owner next unlocks
  bool operator==(const TakenIn&) const = default;
};

/// The passphrases of another copy, where they are not those of today. Borrowed for the call.
struct CopyPassphrases {
  const Passphrase* a = nullptr;
  const Passphrase* b = nullptr;
};

/// A file beside the journal that a synced folder made when two laptops wrote at once.
struct ConflictedCopy {
  std::string path;
  std::string service;  ///< whose way of naming it is: "Dropbox", "Syncthing" …; by its name
  bool operator==(const ConflictedCopy&) const = default;
};

class Exchange {
 public:
  virtual ~Exchange() = default;

  /// The text of an export. Locked where the reader's own vault or *ours* is wanted and not open: what is locked is
  /// never given out as empty. NotAllowed for an own part without a reader.
  [[nodiscard]] virtual Result<std::string> exported(const ExportWish& wish) const = 0;
  /// The same into a new file that only its owner may read, whole and durable or not there at all. AlreadyExists where
  /// anything stands at `path`. Whoever calls has said before that anyone can read such a file.
  [[nodiscard]] virtual Result<void> exportTo(const std::string& path, const ExportWish& wish) const = 0;

  /// Takes in a JSON export for the partner at the keyboard: *ours*, and the own vault where it is theirs. All or
  /// nothing, after a backup; what is here already, or was deleted here, is not brought in again. Anybody can edit such
  /// a file, so what was deleted there, be it for good, is deleted here so that it can be brought back. BadImport names
  /// the place in the file; NotAllowed (detail: "partners", "own part") where it is not an export of these two, or not
  /// this reader's, and (detail: "of two") where this is a journal of one of them alone, for whom an export of their
  /// own part alone can be taken in.
  [[nodiscard]] virtual Result<TakenIn> importFrom(const std::string& path, Reader reader) = 0;

  /// Joins another copy of this journal into this one, by ids, after a backup; the copy is only read. Needs *ours* open
  /// in both: OtherPassphrase (subject: whose) where the copy is locked with a passphrase that was not given,
  /// WrongPassphrase for a wrong one. What is locked here or there waits in this file until its owner opens it (and
  /// then only adds to what is here, where others could write in the copy; came_in.h says how they are told), and what
  /// is of a vault put aside here until that is brought back. What was put aside in the copy waits where the same code
  /// leads to something here, and stays there otherwise; TakenIn says whose. AnotherJournal where it is no copy of this
  /// one, NotAllowed (detail: "begun anew") where one of the two parted from the other before somebody joined it anew,
  /// (detail: "gone") where the copy is of somebody who is not here, or not under that name: they took their part out
  /// of one, or joined it, after the other was made; and (detail: "left out") where the copy lacks what its vaults know
  /// of.
  [[nodiscard]] virtual Result<TakenIn> mergeFrom(const std::string& path, const CopyPassphrases& passphrases) = 0;

  /// Something of this partner's waits that their passphrase of today does not open, and that of the copy would.
  [[nodiscard]] virtual bool waitsForOtherPassphrase(PartnerId partner) const = 0;
  /// Takes in what waits, with the passphrase or the recovery code of the copy it came from. Their vault must be open.
  /// Locked (detail: "put aside") where it is of a vault put aside here, and comes in when that is brought back.
  [[nodiscard]] virtual Result<TakenIn> takeInWaiting(PartnerId partner, const Passphrase& passphrase) = 0;

  /// Files in the journal's folder that are named as synced folders name conflicting copies, and are copies of this
  /// journal. Opens only those, and only to read.
  [[nodiscard]] virtual std::vector<ConflictedCopy> conflictedCopies() const = 0;
  /// The service that keeps the journal's folder in step with other computers, as far as that can be told.
  [[nodiscard]] virtual std::optional<std::string> syncedFolder() const = 0;
  /// Another program provides the disk (FUSE), and nobody can tell whether it keeps what it says it keeps. To be said
  /// once and kindly; the journal works.
  [[nodiscard]] virtual bool diskIsUnproven() const { return false; }
};

}  // namespace footbridge
