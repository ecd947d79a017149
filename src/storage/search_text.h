// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/entry.h"

namespace footbridge::storage {

/// Everything in words that somebody wrote in it, as searchKey() has it, one text a line.
[[nodiscard]] std::string searchTextOf(const EntryBody& body);

/// What was typed, as words to be found each by itself.
[[nodiscard]] std::vector<std::string> searchWords(std::string_view typed);

}  // namespace footbridge::storage
