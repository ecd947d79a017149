// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/answer.h"

#include <ostream>

#include "cli/exit_code.h"
#include "cli/visible_text.h"

namespace footbridge::cli {

int finishAnswer(std::ostream& out, std::string_view file, std::string_view stands, std::ostream& err) {
  if (out.flush()) return kDone;
  err << "footbridge-cli: " << visibleLine(file) << ": " << stands << '\n';
  return kDiskRefused;
}

}  // namespace footbridge::cli
