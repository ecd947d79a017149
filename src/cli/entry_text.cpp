// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/entry_text.h"

#include <ostream>
#include <string>

#include "cli/visible_text.h"
#include "domain/text.h"
#include "storage/plain_words.h"

namespace footbridge::cli {

void printEntries(std::ostream& out, std::span<const Entry> entries, std::span<const Partner> partners) {
  const storage::PlainWords words(entries, partners, nullptr);
  bool first = true;
  for (const Entry& entry : entries) {
    const storage::Worded worded = words.of(entry);
    if (worded.lines.empty()) continue;
    if (!first) out << '\n';
    first = false;
    const std::string& title = worded.about.empty() ? worded.kind : worded.about;
    out << storage::localTime(entry.made) << "  " << (entry.vault == VaultId::Ours ? "ours" : "own") << "  "
        << visibleLine(words.who(entry.author)) << "  " << visibleLine(title)
        << (entry.conflict ? "  (conflict: two copies differ)" : "")
        << (entry.unproven ? "  (from a copy that was not locked)" : "") << '\n';
    for (const std::string& line : worded.lines) out << "    " << visibleText(line) << '\n';
  }
}

}  // namespace footbridge::cli
