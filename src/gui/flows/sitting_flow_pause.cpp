// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "gui/error_text.h"
#include "gui/flows/sitting_flow.h"
#include "gui/pages/player_page.h"

namespace footbridge::gui {

namespace {

constexpr std::string_view kPausePlace = "pause";

QString clockWords(std::int64_t sinceEpoch) {
  return QLocale().toString(QDateTime::fromMSecsSinceEpoch(sinceEpoch).time(), QStringLiteral("HH:mm"));
}

/// "ID UNTIL", of the pause that is kept.
std::string pauseText(SittingId sitting, std::int64_t until) {
  return std::to_string(sitting.number()) + ' ' + std::to_string(until);
}

}  // namespace

// Pausing and leaving.

void SittingFlow::pause() {
  if (!isRunning() || !keepDraft()) return;
  setSpeaking(false);
  m_page.showPause(here(), {});
}

void SittingFlow::planPause(int minutes) {
  if (!isRunning()) return;
  const auto until =
      std::chrono::milliseconds(m_clock.now().time_since_epoch() + std::chrono::minutes(minutes)).count();
  const VaultId vault = isApart() ? laneNow() : VaultId::Ours;
  // A plan that cannot be kept still holds for this evening; it is only lost by closing the program.
  const auto kept = m_journal.putDraft(vault, kPausePlace, pauseText(*m_id, until));
  m_page.showPause(here(), clockWords(until));
  if (!kept) m_page.showTrouble(errorText(kept.error()));
}

void SittingFlow::goOn() {
  if (!isRunning()) return;
  const auto cleared = m_journal.clearDraft(isApart() ? laneNow() : VaultId::Ours, kPausePlace);
  showNow();
  if (!cleared) m_page.showTrouble(errorText(cleared.error()));
}

void SittingFlow::leave() {
  if (!isRunning()) return;
  const SittingId id = *m_id;
  // Where a locked vault cannot take the mark, nothing is lost: the sitting stands where it stood.
  if (m_journal.door(laneNow()) != DoorState::Locked) {
    if (const auto kept = m_journal.append(id, laneNow(), {Left{}}); !kept) return refuse(kept.error());
  }
  close();
  Q_EMIT left(id);
}

void SittingFlow::done() {
  if (!isRunning()) return;
  const SittingId id = *m_id;
  const bool isPart = std::holds_alternative<practice::PartDoneScreen>(m_screen.body);
  close();
  if (isPart) {
    Q_EMIT partDone(id);
  } else {
    Q_EMIT finished(id);
  }
}

bool SittingFlow::putAway() {
  if (!keepDraft()) return false;
  close();
  return true;
}

void SittingFlow::close() {
  setSpeaking(false);
  m_page.clear();
  m_draftTimer.stop();
  m_autosave.cleared();
  m_draftPlace.reset();
  m_id.reset();
  m_sitting.reset();
  m_exercise.reset();
  m_screen = {};
  m_offered = {};
  m_waitsFor.reset();
  m_onceOpen = nullptr;
}

/// A pause that was not over when the program closed is still a pause.
void SittingFlow::goOnFromPause() {
  const VaultId vault = isApart() ? laneNow() : VaultId::Ours;
  const auto kept = m_journal.findDraft(vault, kPausePlace);
  const std::string mine = std::to_string(m_id->number()) + ' ';
  if (!kept || kept->rfind(mine, 0) != 0) return showNow();
  m_screen = practice::screenOf(*m_exercise, *m_sitting);
  m_page.showPause(here(), clockWords(QString::fromStdString(kept->substr(mine.size())).toLongLong()));
}

// Half-written words.

void SittingFlow::armDraftTimer() {
  const auto at = m_autosave.saveAt();
  if (!at) return;
  m_draftTimer.start(std::max(practice::Tick(0), *at - tick()));
}

/// True when nothing is left to keep.
bool SittingFlow::keepDraft() {
  m_draftTimer.stop();
  if (!m_draftPlace || !m_autosave.hasUnsaved()) return keepTime();
  const std::string words = m_page.draft().toStdString();
  const auto kept = words.empty() ? m_journal.clearDraft(m_draftPlace->vault, m_draftPlace->place)
                                  : m_journal.putDraft(m_draftPlace->vault, m_draftPlace->place, words);
  if (kept) {
    m_autosave.saved();
    m_page.showSaved(SavedState::Saved);
    m_page.showTrouble({});
    return true;
  }
  const bool retries = m_autosave.failed(kept.error().kind, tick()) == practice::SaveOutcome::RetrySoon;
  if (retries) armDraftTimer();
  refuse(kept.error());
  return false;
}

/// How long somebody has spoken is worth keeping, and not worth standing in the way for.
bool SittingFlow::keepTime() {
  if (!m_draftPlace || !m_speaking || m_page.draft().isEmpty()) return true;
  const auto kept = m_journal.putDraft(m_draftPlace->vault, m_draftPlace->place, m_page.draft().toStdString());
  return kept.ok() || isRunning();
}

void SittingFlow::clearDrafts() {
  for (const VaultId vault : {VaultId::A, VaultId::B, VaultId::Ours}) {
    if (m_journal.door(vault) == DoorState::Locked) continue;
    for (const Step& step : m_exercise->steps) {
      const std::string place = placeOf(step.id.text());
      if (!m_journal.findDraft(vault, place)) continue;
      if (const auto cleared = m_journal.clearDraft(vault, place); !cleared) return;
    }
  }
}

}  // namespace footbridge::gui
