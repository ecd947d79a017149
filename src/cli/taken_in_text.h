// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <vector>

#include "domain/exchange.h"
#include "domain/partner.h"

namespace footbridge::cli {

/// What came in, what is to be looked at, and who is waited for.
void printTakenIn(std::ostream& out, const TakenIn& taken, const std::vector<Partner>& partners);

}  // namespace footbridge::cli
