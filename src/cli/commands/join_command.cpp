// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/secret_input.h"
#include "cli/visible_text.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kJoinCommand = "join";
constexpr OptionRule kNameOption{"--name", 1};

/// Whoever is alone in it needs no --as.
Result<void> join(storage::SealedJournal& journal, const Arguments& arguments, const SecretInput& secrets,
                  const PartnerName& name) {
  const std::vector<Partner> partners = journal.partners();
  const Result<Partner> here = arguments.has(kAsOption.name) ? partnerNamed(partners, *arguments.value(kAsOption.name))
                                                             : Result<Partner>(partners.front());
  if (!here) return here.error();
  if (partners.size() == 1) {
    Result<void> unlocked = unlock(journal, *here, arguments, secrets);
    if (!unlocked) return unlocked;
  }
  return journal.join(name);
}

}  // namespace

int runJoin(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse(
      {kJoinCommand, 1, 1, {kAsOption, kNameOption, kPassphraseOption, kAcceptOlderOption, kAcceptMissingOption}},
      arguments, err);
  if (!parsed) return kUsage;
  if (!parsed->has(kNameOption.name)) return usageError(kJoinCommand, "please say who joins with --name NAME", err);
  const std::string typed = *parsed->value(kNameOption.name);
  const std::optional<PartnerName> name = PartnerName::from(typed);
  if (!name)
    return usageError(kJoinCommand, "\"" + typed + "\" cannot be a name; 1 to 40 letters on one line can", err);
  const auto secrets = SecretInput::from(*parsed, kJoinCommand, err);
  if (!secrets) return kUsage;
  const auto journal = openJournal(*parsed);
  if (!journal) return report(journal.error(), parsed->file(), err);
  const Result<void> joined = join(**journal, *parsed, *secrets, *name);
  if (!joined) return report(joined.error(), parsed->file(), err);
  out << visibleLine(name->text())
      << " has joined. Nothing written before opens by it; what is for both begins empty.\n";
  return kDone;
}

}  // namespace footbridge::cli
