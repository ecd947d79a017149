// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "content/problem.h"

namespace footbridge::content {

inline constexpr std::size_t kMostBytes = std::size_t{1024} * 1024;
inline constexpr int kMostDepth = 8;
inline constexpr int kMostValues = 5000;
inline constexpr std::size_t kMostStringBytes = std::size_t{8} * 1024;
inline constexpr std::size_t kMostDigits = 9;

/// Reads the raw bytes before any JSON library sees them. What passes is one JSON value within the limits above, of
/// honest, composed text. Answers the first refusal, its place as LINE:COLUMN (both from 1, the column in characters).
[[nodiscard]] std::optional<Problem> checkLimits(std::string_view bytes, const std::string& file);

}  // namespace footbridge::content
