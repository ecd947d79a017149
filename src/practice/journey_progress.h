// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "domain/journey.h"
#include "domain/ports.h"
#include "practice/story.h"

namespace footbridge::practice {

/// Whoever comes back after more days than this is told that nothing is late.
inline constexpr int kDaysOfAGap = 21;
/// So many weeks in a row can be left out. What lies further ahead was done for itself, as any exercise can be.
inline constexpr std::size_t kMostLeftOut = 2;

/// How far a journey has been walked. There is no date by which anything is due, and nothing is counted but what was
/// done: a month away changes `afterGap` and nothing else.
struct JourneyProgress {
  std::vector<bool> done;           ///< one a week: its exercise was done to its end, in whatever order
  /// The first week that is not, after the furthest they have come; what was left out on the way stays to be opened,
  /// and is not asked for. None when the last week lies behind them.
  std::optional<std::size_t> next;
  bool begun = false;
  bool afterGap = false;  ///< begun, not walked, and nothing of it done for kDaysOfAGap days
  bool operator==(const JourneyProgress&) const = default;
};

/// `audience` says which of the two exercises of a week counts. `sittings` are what the reader may see, newest first.
[[nodiscard]] JourneyProgress progressOf(const Journey& journey, Audience audience,
                                         std::span<const SittingSummary> sittings, const FindExercise& find, Day today);

}  // namespace footbridge::practice
