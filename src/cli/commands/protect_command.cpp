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

constexpr std::string_view kProtectCommand = "protect";

Result<RecoveryCode> protect(storage::SealedJournal& journal, const Partner& partner, const Arguments& arguments,
                             SecretInput secrets) {
  if (journal.door(vaultOf(partner.id)) == DoorState::Open) secrets.takeCurrentForNew();
  const Result<void> unlocked = unlock(journal, partner, arguments, secrets);
  if (!unlocked) return unlocked.error();
  const Result<Passphrase> passphrase = secrets.fresh(partner.name.text(), journal.guessableWords());
  if (!passphrase) return passphrase.error();
  return journal.protect(partner.id, *passphrase);
}

}  // namespace

int runProtect(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({kProtectCommand,
                                        1,
                                        1,
                                        {kAsOption, kPassphraseOption, kNewPassphraseOption, kRemoveOlderOption,
                                         kAcceptOlderOption, kAcceptMissingOption}},
                                       arguments, err);
  if (!parsed) return kUsage;
  if (!parsed->has(kAsOption.name))
    return usageError(kProtectCommand, "please say whose passphrase it is with --as NAME", err);
  const auto secrets = SecretInput::from(*parsed, kProtectCommand, err);
  if (!secrets) return kUsage;
  const auto journal = openJournal(*parsed);
  if (!journal) return report(journal.error(), parsed->file(), err);
  const Result<Partner> partner = partnerNamed((*journal)->partners(), *parsed->value(kAsOption.name));
  if (!partner) return report(partner.error(), parsed->file(), err);
  const Result<RecoveryCode> code = protect(**journal, *partner, *parsed, *secrets);
  if (!code) return report(code.error(), parsed->file(), err);
  return showRecoveryCode(**journal, *partner, *code, *parsed, out, err);
}

}  // namespace footbridge::cli
