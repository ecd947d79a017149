// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exercise.h"
#include "domain/sitting_event.h"
#include "practice/screen.h"
#include "practice/walk.h"

namespace footbridge::practice {

/// The screen for where a sitting stands.
[[nodiscard]] Screen screenAt(const Exercise& exercise, const Begun& begun, const Standing& now);

/// Where Back leads from here; none where it does not.
[[nodiscard]] std::optional<StepId> backFrom(const Exercise& exercise, const Standing& now);

}  // namespace footbridge::practice
