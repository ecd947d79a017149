// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/visible_text.h"
#include "storage/journal_backups.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kRestoreCommand = "restore";

}  // namespace

int runRestore(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({kRestoreCommand, 1, 1, {{"--output", 1}}, "a BACKUP"}, arguments, err);
  if (!parsed) return kUsage;
  const std::optional<std::string> target = parsed->value("--output");
  if (!target) return usageError(kRestoreCommand, "please say where to with --output FILE", err);
  const auto restored = storage::restoreBackup(parsed->file(), *target, platform::stateFolder() / "seen",
                                               storage::defaultBackupsFolder());
  if (!restored) return reportCopy(restored.error(), parsed->file(), *target, err);
  out << "Brought back to " << visibleLine(*target) << ", and found to be equal to " << visibleLine(parsed->file())
      << ". It opens with the passphrases of the day that backup was made.\n";
  return kDone;
}

}  // namespace footbridge::cli
