// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "content/problem.h"

namespace footbridge::content {

struct CheckReport {
  std::size_t files = 0;  ///< how many were looked at
  Problems problems;      ///< in the order of the files
};

/// Checks files, and every .json file below folders (without those of a folder called "schema"), against all that
/// FORMAT.md says; a file that is named twice, once. What cannot be read is a problem like any other. Decks and
/// evidence are looked up beside each file, and then in `shipped`, a language's folder such as content/en.
[[nodiscard]] CheckReport checkContent(const std::vector<std::filesystem::path>& paths,
                                       const std::filesystem::path& shipped);

}  // namespace footbridge::content
