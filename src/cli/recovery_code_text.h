// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string_view>

#include "domain/partner.h"
#include "domain/ports.h"

namespace footbridge::cli {

/// Shows it, this once; where it could not be shown, says on `err` how to get another. Answers the exit code.
[[nodiscard]] int printRecoveryCode(std::ostream& out, const Partner& owner, const RecoveryCode& code,
                                    std::string_view file, std::ostream& err);

}  // namespace footbridge::cli
