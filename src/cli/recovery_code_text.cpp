// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recovery_code_text.h"

#include <ostream>

#include "cli/answer.h"

namespace footbridge::cli {

int printRecoveryCode(std::ostream& out, const Partner& owner, const RecoveryCode& code, std::string_view file,
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

}  // namespace footbridge::cli
