// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <ostream>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/personal_shelf.h"
#include "cli/visible_text.h"
#include "domain/partner.h"
#include "storage/conflicted_copies.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kNewCommand = "new";

/// One or two names, or nothing after a usage error said on `err`.
std::vector<PartnerName> namesFrom(const Arguments& arguments, std::ostream& err) {
  std::vector<std::string> typed = arguments.values("--names");
  if (arguments.has("--name")) typed.push_back(*arguments.value("--name"));
  if (arguments.has("--names") == arguments.has("--name")) {
    usageError(kNewCommand, "please give --names A B for two, or --name A for one person alone", err);
    return {};
  }
  std::vector<PartnerName> names;
  for (const std::string& text : typed) {
    const std::optional<PartnerName> name = PartnerName::from(text);
    if (!name) {
      usageError(kNewCommand, "\"" + text + "\" cannot be a name; 1 to 40 letters on one line can", err);
      return {};
    }
    names.push_back(*name);
  }
  return names;
}

/// What is not found when a file is made can only be its folder.
Error asOfNewFile(Error error) {
  if (error.kind == ErrorKind::NotFound) error.place = kFolder;
  return error;
}

}  // namespace

int runNew(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({kNewCommand, 1, 1, {{"--names", 2}, {"--name", 1}}}, arguments, err);
  if (!parsed) return kUsage;
  const std::vector<PartnerName> names = namesFrom(*parsed, err);
  if (names.empty()) return kUsage;
  const std::optional<PartnerName> second = names.size() == 2 ? std::optional(names[1]) : std::nullopt;
  const auto journal = personalShelf().createSealed(parsed->file(), names[0], second);
  if (!journal) return report(asOfNewFile(journal.error()), parsed->file(), err);
  out << "Made " << visibleLine(parsed->file()) << " for " << names[0].text();
  if (second) out << " and " << second->text();
  out << ".\nNothing in it is locked yet. `footbridge-cli protect` sets a passphrase.\n";
  if (storage::liesOnUnprovenDisk(parsed->file())) err << "Please note: " << kUnprovenDisk << '\n';
  return kDone;
}

}  // namespace footbridge::cli
