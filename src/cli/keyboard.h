// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/secret_input.h"
#include "domain/ports.h"
#include "domain/result.h"
#include "storage/journal.h"

namespace footbridge::cli {

inline constexpr OptionRule kAsOption{"--as", 1};
inline constexpr OptionRule kAcceptOlderOption{"--accept-older", 0};
inline constexpr OptionRule kAcceptMissingOption{"--accept-missing", 0};

/// Before a journal is closed: its backup, if there is none of today yet. One a day and not one a command, and for
/// commands that only read as well, so that the date of a backup tells that the journal was used and not that somebody
/// wrote. That it could not be made is said on standard error; what the command answers does not change.
struct PutAway {
  void operator()(storage::SealedJournal* journal) const;
};
using OpenJournal = std::unique_ptr<storage::SealedJournal, PutAway>;

/// Who is at the keyboard, and the journal as far as they can open it. Without a partner it shows *ours* alone.
struct Keyboard {
  OpenJournal journal;
  std::optional<Partner> partner;

  [[nodiscard]] Reader reader() const { return partner ? readerOf(partner->id) : Reader::OursAlone; }
};

/// The journal of `arguments` with nothing unlocked; what is in the way as RolledBack is gone on with as they say. From
/// here on no other process can read our memory.
[[nodiscard]] Result<OpenJournal> openJournal(const Arguments& arguments);

/// A copy can be older than the one last used, and lack what waits and what was put aside as well.
inline constexpr int kMostRefusals = 3;

/// --accept-older for a copy that is older, --accept-missing for something that is missing beside a vault.
[[nodiscard]] bool isAccepted(const Arguments& arguments, const Error& refusal);

/// Tells on the error output what was refused, and that it is gone on with. False where it cannot be.
[[nodiscard]] bool acceptAloud(storage::SealedJournal& journal, const Error& refusal);

template <typename Thing>
[[nodiscard]] bool isRolledBack(const Result<Thing>& entered) {
  return !entered && entered.error().kind == ErrorKind::RolledBack;
}

/// What unlock() or recover() answers, after everything that is in the way as RolledBack where `arguments` accept it.
template <typename Enter>
[[nodiscard]] auto entering(storage::SealedJournal& journal, const Arguments& arguments, Enter enter) {
  auto entered = enter();
  for (int told = 0; told < kMostRefusals && isRolledBack(entered); ++told) {
    if (!isAccepted(arguments, entered.error())) break;
    if (!acceptAloud(journal, entered.error())) break;
    entered = enter();
  }
  return entered;
}

/// Asks for the passphrase of a partner whose vault is locked, and opens it.
[[nodiscard]] Result<void> unlock(storage::SealedJournal& journal, const Partner& partner, const Arguments& arguments,
                                  const SecretInput& secrets);

/// The partner of that name; "1" and "2" say which one where both bear it.
[[nodiscard]] Result<Partner> partnerNamed(const std::vector<Partner>& partners, std::string_view name);

/// Opens the file of `arguments` for the partner of --as, asking for the passphrase where their vault has one. What
/// goes wrong is said on `err`, and `code` then holds what to answer.
[[nodiscard]] std::optional<Keyboard> sitDown(const Arguments& arguments, std::string_view command, std::ostream& err,
                                              int& code);

/// For a command that only reads, a secret of before opens what it opened then.
enum class Secrets : std::uint8_t { OfToday, OfBeforeToo };

/// As sitDown(), for a command that changes nothing: where what was typed opens what was put aside of that partner, it
/// shows that by itself, and says so.
[[nodiscard]] std::optional<Keyboard> sitDownToCheck(const Arguments& arguments, std::string_view command,
                                                     std::ostream& err, int& code);

/// As sitDownToCheck(), for commands that show entries: refuses where not even *ours* is open. With secrets of today
/// alone it is for one that changes something, too.
[[nodiscard]] std::optional<Keyboard> sitDownToRead(const Arguments& arguments, std::string_view command,
                                                    std::ostream& err, int& code, Secrets which = Secrets::OfBeforeToo);

}  // namespace footbridge::cli
