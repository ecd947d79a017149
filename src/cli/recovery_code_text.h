// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "domain/partner.h"
#include "domain/ports.h"

namespace footbridge::cli {

/// The one time that a recovery code is shown: a line for its owner, then the code on a line of its own.
void printRecoveryCode(std::ostream& out, const Partner& owner, const RecoveryCode& code);

}  // namespace footbridge::cli
