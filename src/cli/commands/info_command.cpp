// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <ostream>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/visible_text.h"
#include "domain/moment.h"
#include "storage/conflicted_copies.h"
#include "storage/exchange_json.h"
#include "storage/journal_backups.h"
#include "storage/shelf.h"

namespace footbridge::cli {
namespace {

const char* lockText(bool isProtected) {
  return isProtected ? "protected by a passphrase" : "not protected yet";
}

void printBackups(std::ostream& out, const BackupStatus& backups) {
  if (backups.unreadable) {
    out << "  backup: not known, since their folder cannot be read: " << visibleLine(backups.folder) << ": "
        << visibleLine(reasonText(*backups.unreadable)) << '\n';
    return;
  }
  if (!backups.lastGood) {
    out << "  backup: no backup yet\n";
  } else {
    out << "  backup: the last good one is of " << toText(*backups.lastGood) << ", in " << visibleLine(backups.folder)
        << '\n';
    if (backups.lastDrill) out << "  backup: one was read back whole on " << toText(*backups.lastDrill) << '\n';
  }
  for (const Backup& backup : backups.kept) {
    if (backup.damaged) out << "  backup: damaged, of no use: " << visibleLine(backup.file) << '\n';
  }
  if (backups.drillProblem)
    out << "  backup: the last one that was read back could not be used: " << visibleLine(backups.drillProblem->subject)
        << ": " << visibleLine(reasonText(*backups.drillProblem)) << '\n';
  if (backups.problem)
    out << "  backup: the last try failed: " << visibleLine(backups.problem->subject) << ": "
        << visibleLine(reasonText(*backups.problem)) << '\n';
}

void printSummary(std::ostream& out, const std::string& file, const storage::Summary& summary) {
  out << visibleLine(file) << "\n  format: " << summary.format << '\n';
  for (const auto& person : summary.people) {
    out << "  " << visibleLine(person.partner.name.text()) << " (" << storage::exchange::toText(person.partner.colour)
        << "): " << lockText(person.isProtected) << (person.hasPutAside ? "; a part put aside waits for its code" : "")
        << '\n';
  }
  if (summary.people.size() == 2) out << "  ours: " << lockText(summary.oursIsProtected) << '\n';
  printBackups(out, summary.backups);
  if (summary.readOnly) out << "  it can be read here and not written\n";
}

/// What a synced folder has done, or may do.
void printSurroundings(std::ostream& out, const std::string& file) {
  for (const ConflictedCopy& copy : storage::conflictedCopiesOf(file)) {
    out << "  another copy (" << copy.service << "): " << visibleLine(copy.path)
        << "\n    nothing is lost; `footbridge-cli merge` joins it into this one\n";
  }
  std::error_code ignored;
  const auto service = storage::syncServiceOf(std::filesystem::absolute(file, ignored).parent_path());
  if (service) out << "  the folder is kept in step by " << *service << ": open it on one computer at a time\n";
  if (storage::liesOnUnprovenDisk(file)) out << "  " << kUnprovenDisk << '\n';
}

}  // namespace

int runInfo(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({"info", 1, 1, {}}, arguments, err);
  if (!parsed) return kUsage;
  const Result<storage::Summary> summary = storage::summaryOf(parsed->file(), storage::defaultBackupsFolder());
  if (!summary) return report(summary.error(), parsed->file(), err);
  printSummary(out, parsed->file(), *summary);
  printSurroundings(out, parsed->file());
  return kDone;
}

}  // namespace footbridge::cli
