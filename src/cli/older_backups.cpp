// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/older_backups.h"

#include <ostream>

#include "cli/error_text.h"
#include "cli/visible_text.h"
#include "domain/backups.h"

namespace footbridge::cli {
namespace {

/// Another file's backups are its own, whatever opens them.
void tellOfOtherCopies(const BackupStatus& status, std::ostream& out) {
  if (status.ofOtherCopies == 0) return;
  out << (status.ofOtherCopies == 1
              ? "One backup of another copy of this journal was left, and opens as it did, in "
              : std::to_string(status.ofOtherCopies) +
                    " backups of other copies of this journal were left, and open as they did, in ")
      << visibleLine(status.journalFolder) << ".\n";
}

}  // namespace

int removeOlderBackups(storage::SealedJournal& journal, std::string_view file, std::ostream& out, std::ostream& err) {
  const Result<void> removed = keepOnlyANewOne(*journal.backups());
  if (!removed) return report(removed.error(), removed.error().subject.empty() ? file : removed.error().subject, err);
  out << "The older backups are gone. A new one is there.\n";
  tellOfOtherCopies(journal.backups()->status(), out);
  return kDone;
}

int settleOlderBackups(storage::SealedJournal& journal, const Arguments& arguments, std::ostream& out,
                       std::ostream& err) {
  if (arguments.has(kRemoveOlderOption.name)) return removeOlderBackups(journal, arguments.file(), out, err);
  const std::size_t count = journal.backups()->status().kept.size();
  if (count == 0) return kDone;
  out << (count == 1 ? "One backup is older than this change. It opens with the passphrase of its day"
                     : std::to_string(count) +
                           " backups are older than this change. They open with the passphrases "
                           "of their days")
      << ", or with none if there was none.\n`footbridge-cli backup " << visibleLine(arguments.file()) << ' '
      << kRemoveOlderOption.name << "` puts a new one in their place.\n";
  return kDone;
}

}  // namespace footbridge::cli
