// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "domain/exercise.h"
#include "practice/course.h"

namespace footbridge::practice {

/// One thing on a partner's printed sheet.
struct SheetPart {
  std::size_t step = 0;            ///< its place in the exercise
  std::optional<PartnerId> alone;  ///< whose turn it is; none: done together
  std::optional<TalkStage> talk;   ///< of a step to speak: who begins, how many turns, and what is said back
};

/// What of an exercise stands on one partner's sheet, in order: their own turns and what is done together, and nothing
/// of the other's turns. Of an exercise for one person, everything. It is the way a sitting goes that A begins.
[[nodiscard]] std::vector<SheetPart> sheetOf(const Exercise& exercise, PartnerId whose);

}  // namespace footbridge::practice
