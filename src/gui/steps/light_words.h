// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "domain/ports.h"

class QLabel;
class QPushButton;

namespace footbridge::gui {

/// What is offered at the end of a heavy week. Either may be missing; nothing at all is always offered too.
struct LightOffer {
  std::optional<ExerciseSummary> exercise;
  QString pleasure;  ///< something small away from the screen
};

/// Where the last screen of a weekly look makes room for it.
struct LightPlace {
  QLabel* words;
  QPushButton* take;  ///< the exercise
};

/// Shows the offer. It says of no one that their week was heavy.
void fillOffer(const LightOffer& offer, const LightPlace& place);

}  // namespace footbridge::gui
