// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/journey_view.h"

namespace footbridge::gui {

Result<JourneyView> viewJourney(const Surroundings& around, ExerciseShelf& exercises,
                                std::span<const SittingSummary> sittings, std::optional<Audience> wanted) {
  const auto journeys = around.catalog.journeys();
  if (!journeys) return journeys.error();
  if (journeys->empty()) return Error{.kind = ErrorKind::NotFound};
  JourneyView view{journeys->front(), Audience::Two, false, {}};
  const auto walked = [&](Audience way) {
    return practice::progressOf(view.journey, way, sittings, exercises.finder(), around.clock.today());
  };
  const bool isAlone = around.journal.partners().size() == 1;
  view.mayChoose = !isAlone && around.here.alone().has_value();
  if (isAlone) view.way = Audience::One;
  view.progress = walked(view.way);
  if (!view.mayChoose || wanted == Audience::Two) return view;
  const auto own = walked(Audience::One);
  if (!wanted && view.progress.begun && !own.begun) return view;
  view.way = Audience::One;
  view.progress = own;
  return view;
}

}  // namespace footbridge::gui
