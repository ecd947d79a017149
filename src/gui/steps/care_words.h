// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/steps/care_decks.h"
#include "gui/steps/care_fold.h"

namespace footbridge::gui {

// What the folds say, the same wherever they stand.
[[nodiscard]] CareFold::Words settlingWords();
/// In place of the breath that is on the page.
[[nodiscard]] CareFold::Words settlingInsteadWords();
[[nodiscard]] CareFold::Words mendingWords();

void offerAftercare(CareFold& fold, const Aftercare& care);

}  // namespace footbridge::gui
