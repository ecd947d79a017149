// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace footbridge {

/// What went wrong, as a closed set. The wording is the business of gui/error_text and cli/error_text.
enum class ErrorKind {
  // refused or absent
  NotFound,           ///< no such file, entry, exercise, partner
  AlreadyExists,      ///< a file or thing that must not be overwritten stands there
  WrongPassphrase,    ///< the slot is sound and this passphrase does not open it
  WrongCode,          ///< the slot is sound and this recovery code does not open it
  WeakPassphrase,     ///< below the floor of guesses; detail: what makes it weak, number: guesses as log10 x 10
  Locked,             ///< the vault is not open; subject: whose
  NotProtected,       ///< needs a passphrase to be set first; subject: whose
  Invalid,            ///< a value outside its range; subject: which
  NewerFormat,        ///< written by a newer program; number: its format
  NotAJournal,        ///< a file of another program, or no database at all
  NetworkFileSystem,  ///< the folder lies on a network; a journal needs a local disk
  ReadOnly,           ///< may be looked at, not written
  NotAllowed,         ///< the step, partner or moment does not allow this
  // damage
  Damaged,     ///< authentication, schema or checks failed; detail: which
  RolledBack,  ///< older than last seen here, or with less beside it; number: how many notes fewer, place: of what
  // in use
  InUse,  ///< another program holds the journal
  // the disk
  DiskFull,
  DiskFailed,  ///< any other refusal of the operating system; number: errno
  // content
  BadContent,  ///< a content file is refused; subject: file, place: where in it, detail: rule and what was found
  // what comes in from another file
  BadImport,        ///< no export that can be taken in; subject: file, place: where in it, detail: what must be there
  AnotherJournal,   ///< a journal, and no copy of this one; subject: the file
  OtherPassphrase,  ///< the copy is locked with a passphrase of its own; subject: whose
};

/// A failure that was to be expected: a kind and facts, never a sentence.
struct Error {  // NOLINT(clang-analyzer-core.uninitialized.Assign): it loses what the variant of a Result holds
  ErrorKind kind = ErrorKind::Invalid;
  std::string subject{};  ///< the file, person or thing it is about
  std::string place{};    ///< where in it, if it has places
  std::string detail{};   ///< a machine-readable fact
  std::int64_t number = 0;
};

// Facts that several rooms know by name.
inline constexpr const char* kAsideLeftOut = "aside left out";      ///< detail of RolledBack: of what was put aside
inline constexpr const char* kWaitingLeftOut = "waiting left out";  ///< detail of RolledBack: of what waits
inline constexpr const char* kMoved = "moved";    ///< detail of NotFound: the file went while it was open
inline constexpr const char* kBeingMade = "being made";  ///< detail of InUse: a backup, just now, by another program
inline constexpr const char* kNotClosed = "not closed";  ///< detail of ReadOnly: what a power cut left must be written
inline constexpr const char* kInTheWay = "in the way";   ///< detail of NotAJournal: beside the journal, and not its own
inline constexpr const char* kSideName = "side name";    ///< detail of NotAllowed: belongs to a file beside another
inline constexpr const char* kNameTooLong = "name too long";  ///< detail of DiskFailed: or what belongs beside it
inline constexpr const char* kCreate = "create";  ///< detail of DiskFailed: no file can be made in that folder
/// detail: what was to be erased may be gone from backups already, and is still in the journal; again finishes it
inline constexpr const char* kHalfErased = "half erased";
/// detail of DiskFailed at kReopen: another program wrote over the file while it was open
inline constexpr const char* kOverwritten = "overwritten";
inline constexpr const char* kReopen = "reopen";  ///< place of DiskFailed: nothing is written until it is opened anew

/// RolledBack because of something that lay beside the vaults; its place is the vault of the one whose it was.
[[nodiscard]] inline bool isLeftOut(const Error& error) {
  return error.kind == ErrorKind::RolledBack && (error.detail == kAsideLeftOut || error.detail == kWaitingLeftOut);
}

}  // namespace footbridge
