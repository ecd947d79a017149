// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "gui/flows/sitting_flow.h"
#include "gui/pages/player_page.h"
#include "practice/light_offer.h"

namespace footbridge::gui {

// Something light at the end of a heavy week: made up on the spot, from what whoever looks may know, and kept nowhere.

std::optional<LightOffer> SittingFlow::lightOffer(const practice::Screen& screen) {
  const bool isEnd = std::holds_alternative<practice::FinishedScreen>(screen.body) ||
                     std::holds_alternative<practice::PartDoneScreen>(screen.body);
  if (!isEnd || !practice::wasHeavy(*m_exercise, *m_sitting, screen.viewer)) return std::nullopt;
  LightOffer offer;
  const Day today = m_clock.today();
  if (const auto all = m_catalog.exercises())
    offer.exercise = practice::lightExercise(*all, isApart() ? Audience::One : Audience::Two, today);
  return offer;
}

void SittingFlow::takeLight(const ExerciseId& exercise) {
  if (!isRunning()) return;
  const auto who = alone();
  close();
  Q_EMIT lightAsked(exercise, who);
}

}  // namespace footbridge::gui
