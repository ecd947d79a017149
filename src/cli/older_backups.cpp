// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/older_backups.h"

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/visible_text.h"
#include "domain/backups.h"
#include "storage/placing.h"

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

/// Where the file gave way to another copy once, nobody knows whether what is in them is anywhere else.
int tellOfLeft(const std::vector<Backup>& left, std::string_view file, std::ostream& err) {
  const bool isOne = left.size() == 1;
  err << "footbridge-cli: " << visibleLine(file) << ": "
      << (isOne ? "one older backup was left, and is safe: it" : "some older backups were left, and are safe: they")
      << " may hold words that are not in this file, since an older copy took its place. To look at "
      << (isOne ? "it" : "the newest of them") << ", please give `footbridge-cli restore "
      << visibleLine(left.front().file) << " --output FILE`. If " << (isOne ? "it" : "all of them")
      << " can go, give `footbridge-cli backup " << visibleLine(file) << ' ' << kRemoveOlderOption.name << ' '
      << kAcceptOlderOption.name << "`.\n";
  return exitCodeOf(ErrorKind::RolledBack);
}

/// A new one, and none before it but for those that are kept for good, where these may not go: them it answers.
Result<std::vector<Backup>> clearOlder(Backups& backups, bool allMayGo) {
  if (const auto removed = keepOnlyANewOne(backups); !removed) return removed.error();
  std::vector<Backup> left = leftForGood(backups.status());
  while (allMayGo && !left.empty()) {
    if (const auto removed = backups.remove(left.back()); !removed) return removed.error();
    left.pop_back();
  }
  return left;
}

/// What was done before holds in any case, and that is said first.
int tellNotRemoved(const Error& error, std::string_view file, std::string_view done, std::ostream& err) {
  err << "footbridge-cli: " << visibleLine(file) << ": " << done << "; only the older backups did not all go: "
      << (error.subject.empty() ? std::string() : visibleLine(error.subject) + ": ") << visibleLine(reasonText(error))
      << ". Please " << wayOnText(error) << ", and then give `footbridge-cli backup " << visibleLine(file) << ' '
      << kRemoveOlderOption.name << "`.\n";
  return exitCodeOf(error.kind);
}

int clearAloud(storage::SealedJournal& journal, const Arguments& arguments, std::string_view done, std::ostream& out,
               std::ostream& err) {
  const auto left = clearOlder(*journal.backups(), arguments.has(kAcceptOlderOption.name));
  if (!left) return tellNotRemoved(left.error(), arguments.file(), done, err);
  out << (left->empty() ? "The older backups are gone. A new one is there.\n" : "A new backup is there.\n");
  tellOfOtherCopies(journal.backups()->status(), out);
  if (left->empty()) return kDone;
  return tellOfLeft(*left, arguments.file(), err);
}

/// A whole copy, perhaps, that opens as the journal did then, and that nobody would look for.
void tellOfHalfMade(const std::string& file, std::ostream& out) {
  for (const auto& left : storage::halfMadeIn(std::filesystem::path(file).parent_path())) {
    out << "Beside the journal lies a copy that was begun and not finished. It may keep everything as it was then; "
        << "please remove it by hand: " << visibleLine(left.string()) << '\n';
  }
}

}  // namespace

int removeOlderBackups(storage::SealedJournal& journal, const Arguments& arguments, std::ostream& out,
                       std::ostream& err) {
  return clearAloud(journal, arguments, "what was saved is safe", out, err);
}

int settleOlderBackups(storage::SealedJournal& journal, const Arguments& arguments, std::ostream& out,
                       std::ostream& err) {
  tellOfHalfMade(journal.path(), out);
  if (arguments.has(kRemoveOlderOption.name))
    return clearAloud(journal, arguments, "the change is made, and it holds", out, err);
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
