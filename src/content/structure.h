// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "content/problem.h"
#include "domain/exercise.h"

namespace footbridge::content {

/// The weekly look is the one exercise that belongs to no practice.
inline constexpr std::string_view kWeeklyLook = "weekly-look";

/// "Rules between steps" of FORMAT.md: what the engine relies on and a schema cannot say. The file's stem is `stem`.
[[nodiscard]] Problems checkStructure(const Exercise& exercise, const std::string& file, std::string_view stem);

/// Ids that can be told apart, and the file's name.
[[nodiscard]] Problems checkDeckStructure(const Deck& deck, const std::string& file, std::string_view stem);

}  // namespace footbridge::content
