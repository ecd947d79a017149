// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "domain/entry.h"
#include "domain/moment.h"
#include "domain/ports.h"
#include "practice/story.h"

namespace footbridge::practice {

/// A sitting that was left is offered again for so many days.
inline constexpr int kTakeUpDays = 30;

/// How this week's look stands for the reader; never how it stands for the other.
enum class LookNow : std::uint8_t {
  Start,   ///< nobody here has begun, as far as may be known
  GoOn,    ///< begun, and left where it stood
  MyPart,  ///< done by the reader; the rest comes together
  Opened,  ///< this week's was opened together
};

/// What Today shows one reader, or both together. Nothing in it depends on a vault that the reader may not read.
struct Today {
  std::vector<Entry> agreements;             ///< all that are open, by their day to look back, those without one last
  std::optional<SittingId> unfinished;       ///< the newest sitting that can be taken up again, beside the looks below
  std::optional<Appreciation> appreciation;  ///< the newest from the partner; for both together, from either
  LookNow look = LookNow::Start;
  std::optional<SittingId> ownLook;     ///< with GoOn or MyPart: the reader's own, where it is that one
  std::optional<SittingId> lookOfBoth;  ///< with GoOn: the one that both left
  bool operator==(const Today&) const = default;
};

/// A sitting that stands where it was left. `summary`: as the reader sees it.
[[nodiscard]] bool mayGoOn(const SittingSummary& summary, Reader reader, const Exercise& exercise);

/// `entries` and `sittings`: what the reader may see, newest first.
[[nodiscard]] Today todayFor(Reader reader, std::span<const Entry> entries, std::span<const SittingSummary> sittings,
                             const FindExercise& find, Day today);

}  // namespace footbridge::practice
