// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recovery_code_text.h"

#include <ostream>

namespace footbridge::cli {

void printRecoveryCode(std::ostream& out, const Partner& owner, const RecoveryCode& code) {
  out << "The recovery code of " << owner.name.text()
      << ", shown this once. Write it on paper and keep it where nobody else looks.\n"
      << code.text.text() << '\n'
      << std::flush;
}

}  // namespace footbridge::cli
