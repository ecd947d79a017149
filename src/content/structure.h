// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "content/problem.h"
#include "domain/exercise.h"
#include "domain/weekly_look.h"

namespace footbridge::content {

/// "Rules between steps" of FORMAT.md: what the engine relies on and a schema cannot say. The file's stem is `stem`.
[[nodiscard]] Problems checkStructure(const Exercise& exercise, const std::string& file, std::string_view stem);

/// Ids that can be told apart, the file's name, and each card in one place of the wheel where there is one.
[[nodiscard]] Problems checkDeckStructure(const Deck& deck, const std::string& file, std::string_view stem);

}  // namespace footbridge::content
