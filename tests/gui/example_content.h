// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

#include "domain/ports.h"
#include "gui/pages/exercise_page.h"
#include "gui/pages/journey_page.h"
#include "gui/pages/settings_page.h"
#include "gui/pages/today_page.h"

/// Made-up words for the pages: Alex and Sam of the drawings.
namespace footbridge::gui::example {

[[nodiscard]] TodayContent today();
[[nodiscard]] TodayContent firstDay();
[[nodiscard]] std::vector<ExerciseSummary> exercises();
[[nodiscard]] std::shared_ptr<Exercise> exercise();
[[nodiscard]] std::shared_ptr<Exercise> gatedExercise();
/// Three weeks, so many of them done.
[[nodiscard]] JourneyContent journey(std::size_t done);
[[nodiscard]] SettingsContent settings();
[[nodiscard]] std::vector<EvidenceSource> evidence();
[[nodiscard]] std::vector<HelpLine> helpLines();
[[nodiscard]] QString helpNotice();

}  // namespace footbridge::gui::example
