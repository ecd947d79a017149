// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/ports.h"
#include "gui/flows/exercise_shelf.h"
#include "gui/models/story_card.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {

/// Everything the reader may see, as cards, newest first.
[[nodiscard]] std::vector<StoryCard> storyCards(Reader reader, const Journal& journal, ExerciseShelf& exercises,
                                                const Couple& couple);

}  // namespace footbridge::gui
