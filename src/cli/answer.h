// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string_view>

namespace footbridge::cli {

/// Sends off what was answered on `out`, after something was changed. Where it leads nowhere, says on `err` in one line
/// `stands`: what was done all the same, and what to do now. Answers the exit code.
[[nodiscard]] int finishAnswer(std::ostream& out, std::string_view file, std::string_view stands, std::ostream& err);

}  // namespace footbridge::cli
