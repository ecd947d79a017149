// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "gui/flows/exercise_shelf.h"
#include "gui/flows/surroundings.h"
#include "practice/journey_progress.h"

namespace footbridge::gui {

/// A journey, and how far whoever is here has come on one of its two ways.
struct JourneyView {
  Journey journey;
  Audience way = Audience::Two;
  bool mayChoose = false;  ///< one of two partners is here alone: both ways can be looked at
  practice::JourneyProgress progress;

  [[nodiscard]] const ExerciseId& exerciseOf(const JourneyWeek& week) const {
    return way == Audience::One ? week.alone : week.together;
  }
};

/// The journey that ships, read when this is called. `sittings` are what whoever is here may see. Both together walk
/// the way for two, somebody who keeps a journal alone the way for one; one of two sees their own way, or `wanted`, or
/// the way for two where only that was begun. NotFound where there is no journey.
[[nodiscard]] Result<JourneyView> viewJourney(const Surroundings& around, ExerciseShelf& exercises,
                                              std::span<const SittingSummary> sittings,
                                              std::optional<Audience> wanted = std::nullopt);

}  // namespace footbridge::gui
