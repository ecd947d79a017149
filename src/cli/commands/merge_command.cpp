// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/secret_input.h"
#include "cli/taken_in_text.h"
#include "cli/visible_text.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kMergeCommand = "merge";

/// The passphrase is asked for only where today's keys do not open the copy.
Result<TakenIn> mergeWith(const Keyboard& keyboard, const std::string& other, const SecretInput& secrets) {
  Exchange& exchange = *keyboard.journal->exchange();
  Result<TakenIn> taken = exchange.mergeFrom(other, {});
  if (taken || taken.error().kind != ErrorKind::OtherPassphrase || !keyboard.partner) return taken;
  const Result<Passphrase> passphrase = secrets.ofOtherCopy(keyboard.partner->name.text());
  if (!passphrase) return passphrase.error();
  CopyPassphrases passphrases;
  (keyboard.partner->id == PartnerId::A ? passphrases.a : passphrases.b) = &*passphrase;
  return exchange.mergeFrom(other, passphrases);
}

/// What was kept from an earlier merge, and today's passphrase does not open.
Result<TakenIn> takeIn(const Keyboard& keyboard, const SecretInput& secrets) {
  Exchange& exchange = *keyboard.journal->exchange();
  const PartnerId partner = keyboard.partner->id;
  if (!exchange.waitsForOtherPassphrase(partner)) return TakenIn{};
  const Result<Passphrase> passphrase = secrets.ofOtherCopy(keyboard.partner->name.text());
  if (!passphrase) return passphrase.error();
  return exchange.takeInWaiting(partner, *passphrase);
}

}  // namespace

int runMerge(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse(
      {kMergeCommand,
       1,
       2,
       {kAsOption, kAcceptOlderOption, kAcceptMissingOption, kPassphraseOption, kOtherPassphraseOption}},
      arguments, err);
  if (!parsed) return kUsage;
  const bool hasOther = parsed->words().size() == 2;
  if (!hasOther && !parsed->has(kAsOption.name))
    return usageError(kMergeCommand, "please give the OTHER copy, or say with --as NAME whose waiting part to take in",
                      err);
  const auto secrets = SecretInput::from(*parsed, kMergeCommand, err);
  if (!secrets) return kUsage;
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDownToRead(*parsed, kMergeCommand, err, code, Secrets::OfToday);
  if (!keyboard) return code;
  const std::string other = hasOther ? parsed->words()[1] : parsed->file();
  const Result<TakenIn> taken = hasOther ? mergeWith(*keyboard, other, *secrets) : takeIn(*keyboard, *secrets);
  const bool ofJournal = !taken && taken.error().subject == keyboard->journal->path();
  if (ofJournal) return report(taken.error(), parsed->file(), err);
  if (!taken) return reportSource(taken.error(), other, err);
  printTakenIn(out, *taken, keyboard->journal->partners());
  const auto& who = keyboard->partner;
  if (who) tellCameIn(*keyboard->journal, *who);
  const bool isOpen = who && keyboard->journal->door(vaultOf(who->id)) == DoorState::Open;
  if (isOpen && std::ranges::count(taken->waiting, who->id) > 0)
    out << "It was under a passphrase there. `footbridge-cli protect` sets one here; then `footbridge-cli merge "
        << visibleLine(parsed->file()) << " --as " << visibleLine(who->name.text()) << "` takes it in.\n";
  return kDone;
}

}  // namespace footbridge::cli
