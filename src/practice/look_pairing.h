// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/moment.h"
#include "domain/ports.h"
#include "practice/story.h"

namespace footbridge::practice {

/// For so many days an own look can be filled in, changed, or opened together.
inline constexpr int kLookDays = 10;
/// A new look is offered so many days after the last: a week, or a day early.
inline constexpr int kDaysToNextLook = 6;

/// Two own looks to be opened together.
struct LookPair {
  SittingId ofA;
  SittingId ofB;
  bool operator==(const LookPair&) const = default;
};

/// Each partner's newest look of the last ten days that was not opened yet; a joint look that was left before anything
/// was seen has opened none. No pair unless both have one and both are done: "not everything is here yet", whatever the
/// reason. Last week's look is not opened for one begun since.
/// `sittings`: what both readers together may see, newest first; those of two readers one after the other will do.
/// `find` is asked only for what those looks were written on.
[[nodiscard]] std::optional<LookPair> pairLooks(std::span<const SittingSummary> sittings, const FindExercise& find,
                                                Day today);

/// What one partner may do with their own looks. Says nothing about the other's.
struct OwnLooks {
  std::optional<SittingId> unfinished;  ///< to go on with
  std::vector<SittingId> mayChange;     ///< done, of the last ten days and neither opened nor looked over for it
  bool mayBegin = false;                ///< this week's is not there yet
  bool operator==(const OwnLooks&) const = default;
};
[[nodiscard]] OwnLooks looksOf(PartnerId partner, std::span<const SittingSummary> sittings, const FindExercise& find,
                               Day today);

/// This week's look that both began, side by side or by opening their own; the first in the order given.
[[nodiscard]] std::optional<SittingId> lookOfBoth(std::span<const SittingSummary> sittings, Day today);

}  // namespace footbridge::practice
