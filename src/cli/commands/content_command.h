// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace footbridge::cli {

/// `content check PATH...` and `content list [--json]`; `arguments` begin after "content". Answers an exit code:
/// 0 nothing to refuse, 1 something refused or not found, 2 not understood.
[[nodiscard]] int runContent(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace footbridge::cli
