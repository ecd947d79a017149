// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/taken_in_text.h"

#include <algorithm>
#include <iostream>
#include <string>

#include "cli/visible_text.h"
#include "domain/came_in.h"

namespace footbridge::cli {
namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

std::string nameOf(PartnerId id, const std::vector<Partner>& partners) {
  const auto at = std::ranges::find(partners, id, &Partner::id);
  return at == partners.end() ? std::string() : visibleLine(at->name.text());
}

}  // namespace

void tellCameIn(storage::SealedJournal& journal, const Partner& owner) {
  const std::size_t count = cameIn(journal, owner.id);
  if (count == 0) return;
  const bool one = count == 1;
  std::cerr << "footbridge-cli: " << visibleLine(journal.path()) << ": " << counted(count, "line", "lines")
            << " in the name of " << visibleLine(owner.name.text()) << " came in from a copy that was not locked. "
            << "What was here stays as it was. Others could write in that copy too, so please look at "
            << (one ? "it" : "them") << ": `footbridge-cli list` marks " << (one ? "it" : "them") << ".\n";
  // Where the disk does not take it, it is said once more than it had to be.
  static_cast<void>(journal.clearDraft(vaultOf(owner.id), kCameInPlace));
}

void printTakenIn(std::ostream& out, const TakenIn& taken, const std::vector<Partner>& partners) {
  out << (taken.added == 0 ? "Nothing new came in." : counted(taken.added, "thing", "things") + " came in.") << '\n';
  const auto forGood = static_cast<std::size_t>(std::ranges::count(taken.removed, true, &Removed::forGood));
  if (const std::size_t gone = taken.removed.size() - forGood; gone > 0) {
    out << gone << " of what was here " << (gone == 1 ? "was" : "were") << " deleted there, and "
        << (gone == 1 ? "is deleted here too; it" : "are deleted here too; they") << " can be brought back.\n";
  }
  if (forGood > 0) {
    out << forGood << " of what was here " << (forGood == 1 ? "was" : "were") << " deleted there for good, and "
        << (forGood == 1 ? "is" : "are") << " gone here too.\n";
  }
  if (taken.conflicts > 0) {
    out << counted(taken.conflicts, "entry was", "entries were")
        << " changed in both. Both versions are kept and marked; the next change settles it.\n";
  }
  if (taken.aside > 0) {
    out << counted(taken.aside, "moment of a sitting is", "moments of sittings are")
        << " kept beside it and marked, because the sitting went on differently here.\n";
  }
  if (taken.cutShort)
    out << "The disk did not take all of it. The rest waits here, sealed and safe. Please make some room; it comes in "
           "when its owner next opens their part.\n";
  for (const PartnerId id : taken.waiting) {
    out << "What " << nameOf(id, partners)
        << " keeps for themselves, if there is anything, waits here for them, sealed.\n";
  }
  for (const PartnerId id : taken.staying) {
    const std::string name = nameOf(id, partners);
    out << "Something that " << name << " put aside stays in that file. Please keep it until " << name
        << " has brought it back there, and then join it once more.\n";
  }
}

}  // namespace footbridge::cli
