// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recovery_code_text.h"

#include <iostream>

#include "cli/answer.h"
#include "cli/exit_code.h"
#include "cli/older_backups.h"
#include "cli/visible_text.h"
#include "domain/owed_code.h"

namespace footbridge::cli {
namespace {

int printRecoveryCode(const Partner& owner, const RecoveryCode& code, std::string_view file, std::ostream& out,
                      std::ostream& err) {
  out << "The recovery code of " << owner.name.text()
      << ", shown this once. Write it on paper and keep it where nobody else looks.\n"
      << code.text.text() << '\n';
  return finishAnswer(
      out, file,
      "the passphrase is set, and its recovery code could not be shown. What was written is safe; please "
      "run `footbridge-cli protect` again, which gives a new code.",
      err);
}

}  // namespace

int showRecoveryCode(storage::SealedJournal& journal, const Partner& owner, const RecoveryCode& code,
                     const Arguments& arguments, std::ostream& out, std::ostream& err) {
  const int shown = printRecoveryCode(owner, code, arguments.file(), out, err);
  if (shown != kDone) return shown;
  // What the disk does not take is only said once more than it had to be.
  static_cast<void>(journal.clearDraft(vaultOf(owner.id), kOwedCodePlace));
  return settleOlderBackups(journal, arguments, out, err);
}

void tellOwedCode(const storage::SealedJournal& journal, const Partner& owner) {
  if (!journal.findDraft(vaultOf(owner.id), kOwedCodePlace)) return;
  std::cerr << "footbridge-cli: " << visibleLine(journal.path()) << ": the recovery code of "
            << visibleLine(owner.name.text()) << " may not have been seen. `footbridge-cli protect` gives a new one.\n";
}

}  // namespace footbridge::cli
