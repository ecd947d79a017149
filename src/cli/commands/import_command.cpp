// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/secret_input.h"
#include "cli/taken_in_text.h"
#include "cli/visible_text.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kImportCommand = "import";

/// Where nobody had written anything yet, the people of the export are the people of the journal.
void tellNames(std::ostream& out, const std::vector<Partner>& before, const std::vector<Partner>& now) {
  if (now.empty() || std::ranges::equal(before, now, {}, &Partner::name, &Partner::name)) return;
  out << "As in what came in, " << visibleLine(now.front().name.text());
  if (now.size() > 1) out << " and " << visibleLine(now.back().name.text());
  out << (now.size() > 1 ? " are the names" : " is the name") << " here now.\n";
}

}  // namespace

int runImport(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({kImportCommand,
                                        2,
                                        2,
                                        {kAsOption, kAcceptOlderOption, kAcceptMissingOption, kPassphraseOption},
                                        "a FILE and a SOURCE"},
                                       arguments, err);
  if (!parsed) return kUsage;
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDown(*parsed, kImportCommand, err, code);
  if (!keyboard) return code;
  const std::string& source = parsed->words()[1];
  const std::vector<Partner> before = keyboard->journal->partners();
  const Result<TakenIn> taken = keyboard->journal->exchange()->importFrom(source, keyboard->reader());
  if (!taken && taken.error().subject == source) return reportSource(taken.error(), source, err);
  if (!taken) return report(taken.error(), parsed->file(), err);
  printTakenIn(out, *taken, keyboard->journal->partners());
  tellNames(out, before, keyboard->journal->partners());
  return kDone;
}

}  // namespace footbridge::cli
