// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/pause_words.h"

#include <QDateTime>
#include <QLocale>

namespace footbridge::gui {

PauseScreen pauseScreen(const Journal& journal, Catalog& catalog, const Couple& couple) {
  PauseScreen screen{.couple = couple, .decks = careDecksOf(catalog)};
  const auto exercise = catalog.exercise(practice::pausePlanExercise());
  if (!exercise || journal.door(VaultId::Ours) == DoorState::Locked) return screen;
  screen.plan = practice::pausePlanOf(**exercise, journal.sittings(Reader::OursAlone));
  // It takes two to make one.
  if (!screen.plan && couple.a && couple.b) screen.planMadeIn = QString::fromStdString((*exercise)->title);
  return screen;
}

QString clockWords(std::int64_t sinceEpoch) {
  return QLocale().toString(QDateTime::fromMSecsSinceEpoch(sinceEpoch).time(), QStringLiteral("HH:mm"));
}

void nameReturn(PauseScreen& screen, std::int64_t until, const Clock& clock) {
  screen.isOver = until <= inMinutes(clock, 0);
  if (!screen.isOver) screen.until = clockWords(until);
}

std::int64_t inMinutes(const Clock& clock, int minutes) {
  return std::chrono::milliseconds(clock.now().time_since_epoch() + std::chrono::minutes(minutes)).count();
}

}  // namespace footbridge::gui
