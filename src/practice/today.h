// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// What Today shows one reader, or both together. Nothing in it depends on a vault that the reader may not read.
struct Today {
  std::vector<Entry>
      agreements;  ///< open ones whose day to look back has come, longest due first; else the newest open
  bool agreementsDue = false;
  std::optional<SittingId> unfinished;       ///< the newest sitting that can be taken up again
  std::optional<Appreciation> appreciation;  ///< the newest from the partner; for both together, from either
  bool lookOffered = false;                  ///< this week's look is not begun, or not done; never for both together
  std::optional<SittingId> lookToGoOn;       ///< the reader's own look, begun and not done
  bool operator==(const Today&) const = default;
};

/// A sitting that stands where it was left. `summary`: as the reader sees it.
[[nodiscard]] bool mayGoOn(const SittingSummary& summary, Reader reader, const Exercise& exercise);

/// `entries` and `sittings`: what the reader may see, newest first.
[[nodiscard]] Today todayFor(Reader reader, std::span<const Entry> entries, std::span<const SittingSummary> sittings,
                             const FindExercise& find, Day today);

}  // namespace footbridge::practice
