// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports.h"
#include "gui/flows/exercise_shelf.h"
#include "gui/pages/watch_view.h"

namespace footbridge::gui {

// Watch together, in the words of the window.

[[nodiscard]] SuggesterView suggester(const Viewing& viewing, const Couple& couple);
/// "seen on 20 November", or how long it is on the list.
[[nodiscard]] QString factsOf(const Viewing& viewing, Day today);
[[nodiscard]] QString whenOf(const ViewingTalk& talk, Day today);
/// `entry` is a Viewing.
[[nodiscard]] ViewingCard viewingCard(const Entry& entry, const Couple& couple, Day today);
[[nodiscard]] PlanView planView(const WatchPlan& plan, const practice::PlanProgress& progress);
[[nodiscard]] DoneView doneView(const SittingSummary& sitting, ExerciseShelf& exercises, Day today);
[[nodiscard]] std::vector<WatchExercise> exercisesForTwo(Catalog& catalog);
/// With its own name in place of a text where the deck does not have it any more.
[[nodiscard]] std::optional<DrawnView> findCard(Catalog& catalog, const DrawnCard& drawn);
[[nodiscard]] std::optional<practice::WatchMoment> momentOf(const DeckId& deck);

}  // namespace footbridge::gui
