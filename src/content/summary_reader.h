// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "domain/ports.h"
#include "domain/result.h"

namespace footbridge::content {

/// What a list shows of an exercise, read from the head of its file. What comes after it is not looked at, and
/// the limits are not checked: this is for files that ship. BadContent where one of these fields is missing or out of
/// range.
[[nodiscard]] Result<ExerciseSummary> readSummary(const std::filesystem::path& file);

}  // namespace footbridge::content
