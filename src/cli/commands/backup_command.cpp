// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/older_backups.h"
#include "cli/visible_text.h"
#include "storage/journal_backups.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kBackupCommand = "backup";

}  // namespace

int runBackup(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse(
      {kBackupCommand, 1, 1, {{"--output", 1}, kRemoveOlderOption, kAcceptOlderOption, kAcceptMissingOption}},
      arguments, err);
  if (!parsed) return kUsage;
  const std::optional<std::string> target = parsed->value("--output");
  if (target.has_value() == parsed->has(kRemoveOlderOption.name))
    return usageError(kBackupCommand, "please say where to with --output FILE, or give --remove-older-backups alone",
                      err);
  const bool accepts = parsed->has(kAcceptOlderOption.name) || parsed->has(kAcceptMissingOption.name);
  if (target && accepts)
    return usageError(kBackupCommand,
                      "a copy is taken of any file; please leave --accept-older and --accept-missing out", err);
  if (!target) {
    const auto journal = openJournal(*parsed);
    if (!journal) return report(journal.error(), parsed->file(), err);
    return removeOlderBackups(**journal, *parsed, out, err);
  }
  const Result<void> copied = storage::copyJournal(parsed->file(), *target, storage::defaultBackupsFolder());
  if (!copied) return reportCopy(copied.error(), parsed->file(), *target, err);
  out << "Copied to " << visibleLine(*target)
      << ", and found to be equal. It is sealed as the journal is today, and opens with today's passphrases.\n";
  return kDone;
}

}  // namespace footbridge::cli
