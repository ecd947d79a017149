// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/entry_text.h"

#include <ostream>
#include <string>

#include "cli/visible_text.h"
#include "domain/text.h"
#include "storage/plain_words.h"

namespace footbridge::cli {
namespace {

void printPassage(std::ostream& out, const storage::Passage& passage, const storage::People& people) {
  if (passage.who) {
    const std::string about = passage.question.empty() ? "" : visibleLine(passage.question) + ", ";
    out << "    " << about << (passage.isGuess ? "a guess by " : "from ") << visibleLine(people.name(*passage.who))
        << ":\n";
  }
  for (const storage::WordedLine& line : passage.lines) out << "    " << visibleText(line.text) << '\n';
}

}  // namespace

void printEntries(std::ostream& out, std::span<const Entry> entries, const Readable& readable) {
  const storage::PlainWords words(readable.entries, readable.partners, readable.catalog);
  bool first = true;
  for (const Entry& entry : entries) {
    const storage::Worded worded = words.of(entry);
    if (worded.passages.empty()) continue;
    if (!first) out << '\n';
    first = false;
    const std::string& title = worded.about.empty() ? worded.kind : worded.about;
    out << storage::localTime(entry.made) << "  " << (entry.vault == VaultId::Ours ? "ours" : "own") << "  "
        << visibleLine(words.peopleOf(entry).name(entry.author)) << "  " << visibleLine(title)
        << (entry.conflict ? "  (conflict: two copies differ)" : "")
        << (entry.unproven ? "  (from a copy that was not locked)" : "") << '\n';
    for (const storage::Passage& passage : worded.passages) printPassage(out, passage, words.peopleOf(entry));
  }
}

}  // namespace footbridge::cli
