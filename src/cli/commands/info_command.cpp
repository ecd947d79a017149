// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/entry_json.h"
#include "cli/error_text.h"
#include "cli/visible_text.h"
#include "domain/moment.h"
#include "storage/shelf.h"

namespace footbridge::cli {
namespace {

const char* lockText(bool isProtected) {
  return isProtected ? "protected by a passphrase" : "not protected yet";
}

void printSummary(std::ostream& out, const std::string& file, const storage::Summary& summary) {
  out << visibleLine(file) << "\n  format: " << summary.format << '\n';
  for (const auto& person : summary.people) {
    out << "  " << visibleLine(person.partner.name.text()) << " (" << toText(person.partner.colour)
        << "): " << lockText(person.isProtected) << (person.hasPutAside ? "; a part put aside waits for its code" : "")
        << '\n';
  }
  if (summary.people.size() == 2) out << "  ours: " << lockText(summary.oursIsProtected) << '\n';
  out << "  backup: " << (summary.lastBackup ? toText(*summary.lastBackup) : "no backup yet") << '\n';
  if (summary.readOnly) out << "  it can be read here and not written\n";
}

}  // namespace

int runInfo(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({"info", 1, 1, {}}, arguments, err);
  if (!parsed) return kUsage;
  const Result<storage::Summary> summary = storage::summaryOf(parsed->file());
  if (!summary) return report(summary.error(), parsed->file(), err);
  printSummary(out, parsed->file(), *summary);
  return kDone;
}

}  // namespace footbridge::cli
