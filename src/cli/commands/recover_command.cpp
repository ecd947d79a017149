// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/older_backups.h"
#include "cli/recovery_code_text.h"
#include "cli/secret_input.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kRecoverCommand = "recover";

Result<RecoveryCode> recover(storage::SealedJournal& journal, const Partner& partner, const Arguments& arguments,
                             const SecretInput& secrets) {
  // Before any code is asked for, or found wrong: there is none.
  if (journal.door(vaultOf(partner.id)) == DoorState::Open)
    return Error{.kind = ErrorKind::NotProtected, .subject = partner.name.text(), .detail = std::string(kNeedsNoCode)};
  const Result<Passphrase> code = secrets.current("recovery code", partner.name.text());
  if (!code) return code.error();
  const Result<Passphrase> passphrase = secrets.fresh(partner.name.text(), journal.guessableWords());
  if (!passphrase) return passphrase.error();
  const auto enter = [&] { return journal.recover(partner.id, *code, *passphrase); };
  Result<RecoveryCode> fresh = entering(journal, arguments, enter);
  const bool opensAside = !fresh && fresh.error().kind == ErrorKind::Locked && journal.hasPutAside(partner.id);
  if (!opensAside) return fresh;
  // The code is that of a part put aside, which goes into the vault they have now.
  if (const Result<void> unlocked = unlock(journal, partner, arguments, secrets); !unlocked) return unlocked.error();
  return entering(journal, arguments, enter);
}

}  // namespace

int runRecover(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({kRecoverCommand,
                                        1,
                                        1,
                                        {kAsOption, kPassphraseOption, kNewPassphraseOption, kRemoveOlderOption,
                                         kAcceptOlderOption, kAcceptMissingOption}},
                                       arguments, err);
  if (!parsed) return kUsage;
  if (!parsed->has(kAsOption.name))
    return usageError(kRecoverCommand, "please say whose code it is with --as NAME", err);
  const auto secrets = SecretInput::from(*parsed, kRecoverCommand, err);
  if (!secrets) return kUsage;
  const auto journal = openJournal(*parsed);
  if (!journal) return report(journal.error(), parsed->file(), err);
  const Result<Partner> partner = partnerNamed((*journal)->partners(), *parsed->value(kAsOption.name));
  if (!partner) return report(partner.error(), parsed->file(), err);
  const Result<RecoveryCode> code = recover(**journal, *partner, *parsed, *secrets);
  if (!code) return report(code.error(), parsed->file(), err);
  return showRecoveryCode(**journal, *partner, *code, *parsed, out, err);
}

}  // namespace footbridge::cli
