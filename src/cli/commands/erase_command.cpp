// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/older_backups.h"
#include "cli/secret_input.h"
#include "cli/visible_text.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kEraseCommand = "erase";
constexpr OptionRule kSureOption{"--sure", 0};

constexpr std::string_view kWhatStays =
    "What was written for both stays in those backups, and they open as they did. Copies made by hand keep everything.";

constexpr std::string_view kAsideGoes =
    "What was put aside of theirs goes as well: the code or passphrase of before opens nothing then.";

constexpr std::string_view kByHand = "Copies made by hand keep everything.";

/// Twice, and the second time by the name, so that no key pressed in passing takes words away.
Result<void> askTwice(const Partner& partner, bool hasPutAside, const std::string& backups) {
  const std::string name = partner.name.text();
  const auto first = platform::readLineFromTerminal("This takes out all that " + visibleLine(name) +
                                                    " wrote, for good, from this journal and from its backups in " +
                                                    visibleLine(backups) + ". No code brings it back.\n" +
                                                    (hasPutAside ? std::string(kAsideGoes) + '\n' : std::string()) +
                                                    std::string(kWhatStays) + "\nGo on? Please type yes: ");
  const Error noTerminal{
      .kind = ErrorKind::NotAllowed, .subject = "answer", .place = "sure", .detail = std::string(kNoTerminal)};
  const Error stopped{.kind = ErrorKind::NotAllowed, .detail = std::string(kNotSure)};
  if (!first) return noTerminal;
  if (*first != "yes") return stopped;
  const auto second =
      platform::readLineFromTerminal("Once more, to be sure. Please type the name " + visibleLine(name) + ": ");
  if (!second) return noTerminal;
  if (*second != name) return stopped;
  return {};
}

/// Nobody can tell whose these are, so nobody is told that they are clear of it.
void tellOfLeft(const Erased& erased, const std::string& backups, std::ostream& out) {
  if (erased.left == 0) return;
  out << (erased.left == 1
              ? "One backup of another copy was left as it is, since it holds"
              : std::to_string(erased.left) + " backups of other copies were left as they are, since they hold")
      << " somebody of another name and other words. If that is you, please remove "
      << (erased.left == 1 ? "it" : "them") << " by hand: they all lie in " << visibleLine(backups) << ".\n";
}

}  // namespace

int runErase(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse(
      {kEraseCommand,
       1,
       1,
       {kAsOption, kSureOption, kRemoveOlderOption, kPassphraseOption, kAcceptOlderOption, kAcceptMissingOption}},
      arguments, err);
  if (!parsed) return kUsage;
  if (!parsed->has(kAsOption.name)) return usageError(kEraseCommand, "please say whose part it is with --as NAME", err);
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDown(*parsed, kEraseCommand, err, code);
  if (!keyboard) return code;
  storage::SealedJournal& journal = *keyboard->journal;
  const std::string backups = journal.backups()->status().journalFolder;
  if (journal.partners().size() == 1)
    return report({.kind = ErrorKind::NotAllowed, .subject = "alone", .place = backups}, parsed->file(), err);
  if (!parsed->has(kSureOption.name)) {
    const Result<void> sure = askTwice(*keyboard->partner, journal.hasPutAside(keyboard->partner->id), backups);
    if (!sure) return report(sure.error(), parsed->file(), err);
  }
  const Result<Erased> erased = journal.erase(keyboard->partner->id);
  if (!erased) {
    // Erasing writes to the disk of the backups as well, and that may be the one that is full.
    const bool isOfOther = exitCodeOf(erased.error().kind) == kDiskRefused && !erased.error().subject.empty();
    return report(erased.error(), isOfOther ? erased.error().subject : parsed->file(), err);
  }
  out << "The part of " << visibleLine(keyboard->partner->name.text()) << " is gone from this file and its backups.\n";
  tellOfLeft(*erased, backups, out);
  out << (parsed->has(kRemoveOlderOption.name) ? kByHand : kWhatStays) << '\n';
  return settleOlderBackups(journal, *parsed, out, err);
}

}  // namespace footbridge::cli
