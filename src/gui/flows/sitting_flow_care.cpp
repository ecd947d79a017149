// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "gui/flows/sitting_flow.h"
#include "gui/pages/player_page.h"
#include "practice/care.h"
#include "practice/light_offer.h"

namespace footbridge::gui {

// What is laid ready for whoever needs it: made up on the spot, from what whoever looks may know, and kept nowhere.

/// For two the card lies open by what the exercise is, never by what one of them marked: that is nobody else's to see.
Aftercare SittingFlow::aftercare() const {
  Aftercare care{m_decks.aftercare, isApart(), m_exercise->depth == Depth::Tender};
  if (!isApart()) return care;
  const auto& own = m_sitting->lanes.of(vaultOf(m_sitting->begun.first));
  care.inView |= own && practice::endedUnsettled(*m_exercise, *own);
  return care;
}

void SittingFlow::addCare(Setting& setting, const practice::Screen& screen) const {
  setting.decks = m_decks;
  setting.aftercare = aftercare();
  const auto who = practice::aloneOf(screen.viewer);
  const auto* step = std::get_if<practice::StepScreen>(&screen.body);
  if (!who || step == nullptr) return;
  if (const auto& own = m_sitting->lanes.of(vaultOf(*who)))
    setting.before = practice::marksBefore(*m_exercise, *own, step->step);
}

std::optional<LightOffer> SittingFlow::lightOffer(const practice::Screen& screen) {
  const bool isEnd = std::holds_alternative<practice::FinishedScreen>(screen.body) ||
                     std::holds_alternative<practice::PartDoneScreen>(screen.body);
  if (!isEnd || !practice::wasHeavy(*m_exercise, *m_sitting, screen.viewer)) return std::nullopt;
  LightOffer offer;
  const Day today = m_clock.today();
  if (m_decks.pleasures && !m_decks.pleasures->cards.empty()) {
    const auto& cards = m_decks.pleasures->cards;
    const auto days = static_cast<std::size_t>(std::chrono::sys_days(today).time_since_epoch().count());
    offer.pleasure = QString::fromStdString(cards[days % cards.size()].text);
  }
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
