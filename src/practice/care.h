// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/exercise.h"
#include "domain/ports.h"

namespace footbridge::practice {

/// Decks that are at hand outside any one step: to calm down, and to come back to each other.
enum class CareDeck : std::uint8_t { Pleasures, Settling, Aftercare, Mending };

[[nodiscard]] DeckId deckOf(CareDeck deck);

/// What two people wrote down together, while it was calm, for when it is not.
struct PausePlan {
  std::vector<std::string> together;  ///< the signal, and the plan in their words; at least one
  /// What each opened about themselves: how it shows, and what calms them. May be empty.
  std::vector<std::string> ofA;
  std::vector<std::string> ofB;
  bool operator==(const PausePlan&) const = default;
};

/// The exercise in which such a plan is made.
[[nodiscard]] ExerciseId pausePlanExercise();

/// The plan as it was written last, from what both may read. None where none was written, or where *ours* is locked.
/// `sittings` are newest first.
[[nodiscard]] std::optional<PausePlan> pausePlanOf(const Exercise& exercise, std::span<const SittingSummary> sittings);

// A calm rating before and after: lines that a private step asks again, and only their writer knows of.

/// The lines that `step` asks again of what an earlier private step asked, each with the first mark that this lane's
/// writer gave it; with no score where they gave none. Empty where it asks none again: then it is no second mark.
[[nodiscard]] std::vector<Rating> marksBefore(const Exercise& exercise, std::span<const SittingEvent> lane,
                                              const StepId& step);
/// Whether somebody who marks what is asked again like this is unsettled: in the lower half of the scale, wherever they
/// began, or lower than they began.
[[nodiscard]] bool isUnsettled(std::span<const Rating> before, std::span<const Rating> now);
/// Whether somebody ended unsettled, by their own lane.
[[nodiscard]] bool endedUnsettled(const Exercise& exercise, std::span<const SittingEvent> lane);

}  // namespace footbridge::practice
