// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "content/problem.h"

namespace footbridge::cli {

/// One line: "FILE: PLACE: what; remedy". What the file's author wrote is shown with control characters taken out.
[[nodiscard]] std::string describe(const content::Problem& problem);

}  // namespace footbridge::cli
