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
#include "cli/visible_text.h"
#include "storage/report.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kVerifyCommand = "verify";

std::string vaultText(VaultId vault, const std::vector<Partner>& partners) {
  const auto owner = std::ranges::find_if(partners, [vault](const Partner& one) { return vaultOf(one.id) == vault; });
  return owner == partners.end() ? "ours" : visibleLine(owner->name.text());
}

const char* checkText(storage::VaultCheck check) {
  switch (check) {
    case storage::VaultCheck::Sound:
      return "sound";
    case storage::VaultCheck::NotChecked:
      return "not checked (locked)";
    case storage::VaultCheck::Damaged:
      return "damaged";
  }
  return "";
}

Error firstProblem(const storage::VerifyReport& verified) {
  if (verified.databaseProblem) return *verified.databaseProblem;
  for (const auto& finding : verified.vaults) {
    if (finding.problem) return *finding.problem;
  }
  return {.kind = ErrorKind::Damaged};
}

}  // namespace

int runVerify(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse(
      {kVerifyCommand, 1, 1, {kAsOption, kAcceptOlderOption, kAcceptMissingOption, kPassphraseOption}}, arguments, err);
  if (!parsed) return kUsage;
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDownToCheck(*parsed, kVerifyCommand, err, code);
  if (!keyboard) return code;
  const storage::VerifyReport verified = keyboard->journal->verify();
  out << "database: " << (verified.databaseProblem ? "damaged" : "sound") << '\n';
  for (const auto& finding : verified.vaults)
    out << vaultText(finding.vault, keyboard->journal->partners()) << (finding.aside ? ", put aside" : "") << ": "
        << checkText(finding.check) << '\n';
  return verified.sound() ? static_cast<int>(kDone) : report(firstProblem(verified), parsed->file(), err);
}

}  // namespace footbridge::cli
