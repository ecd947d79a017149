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

constexpr std::string_view kReadmitCommand = "readmit";
constexpr OptionRule kPartnerOption{"--partner", 1};

Result<RecoveryCode> readmit(storage::SealedJournal& journal, const Partner& forgotten, const SecretInput& secrets) {
  const Result<Passphrase> passphrase = secrets.fresh(forgotten.name.text(), journal.guessableWords());
  if (!passphrase) return passphrase.error();
  return journal.readmit(forgotten.id, *passphrase);
}

}  // namespace

int runReadmit(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({kReadmitCommand,
                                        1,
                                        1,
                                        {kAsOption, kPartnerOption, kPassphraseOption, kNewPassphraseOption,
                                         kRemoveOlderOption, kAcceptOlderOption, kAcceptMissingOption}},
                                       arguments, err);
  if (!parsed) return kUsage;
  if (!parsed->has(kAsOption.name) || !parsed->has(kPartnerOption.name))
    return usageError(kReadmitCommand, "please say who is here with --as NAME, and who forgot with --partner NAME",
                      err);
  const auto secrets = SecretInput::from(*parsed, kReadmitCommand, err);
  if (!secrets) return kUsage;
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDown(*parsed, kReadmitCommand, err, code);
  if (!keyboard) return code;
  const Result<Partner> forgotten = partnerNamed(keyboard->journal->partners(), *parsed->value(kPartnerOption.name));
  if (!forgotten) return report(forgotten.error(), parsed->file(), err);
  if (forgotten->id == keyboard->partner->id)
    return usageError(kReadmitCommand, "only the other partner can be readmitted", err);
  const Result<RecoveryCode> fresh = readmit(*keyboard->journal, *forgotten, *secrets);
  if (!fresh) return report(fresh.error(), parsed->file(), err);
  return showRecoveryCode(*keyboard->journal, *forgotten, *fresh, *parsed, out, err);
}

}  // namespace footbridge::cli
