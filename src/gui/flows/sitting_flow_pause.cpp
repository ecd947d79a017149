// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "gui/error_text.h"
#include "gui/flows/pause_words.h"
#include "gui/flows/sitting_flow.h"
#include "gui/lent_words.h"
#include "gui/pages/player_page.h"

namespace footbridge::gui {

namespace {

constexpr std::string_view kPausePlace = "pause";
constexpr std::int64_t kOpenEnd = 0;  ///< no time was named
/// A pause locks when the time to come back was named: until then their own plan can be read. Whoever walks off without
/// naming one leaves it open no longer than this.
constexpr std::chrono::minutes kLongestAsking{2};

/// "ID UNTIL", of the pause that is kept.
std::string pauseText(SittingId sitting, std::int64_t until) {
  return std::to_string(sitting.number()) + ' ' + std::to_string(until);
}

}  // namespace

// Pausing and leaving.

void SittingFlow::pause() {
  if (!isRunning()) return;
  const bool kept = keepDraft();
  setSpeaking(false);
  if (!kept) {
    Q_EMIT paused(*m_id, std::nullopt);  // a lock carries what the disk did not take
    if (!isRunning() || !m_drafts.hold()) return;
  }
  m_drafts.stop();
  keepPause(kOpenEnd);
  showPause(kOpenEnd);
  m_asking.start(kLongestAsking);
}

void SittingFlow::showPause(std::int64_t until) {
  m_pausedUntil = until;
  PauseScreen screen = pauseScreen(m_journal, m_catalog, here());
  if (until != kOpenEnd) nameReturn(screen, until, m_clock);
  m_page.showPause(screen);
}

/// A pause of one alone tells the other nothing: neither when they were here nor that they were.
VaultId SittingFlow::pauseVault() const {
  const auto alone = hereAlone();
  return alone ? vaultOf(*alone) : VaultId::Ours;
}

void SittingFlow::keepPause(std::int64_t until) {
  // A plan that cannot be kept still holds for this evening; it is only lost by closing the program.
  const auto kept = m_journal.putDraft(pauseVault(), kPausePlace, pauseText(*m_id, until));
  if (!kept) m_page.showTrouble(errorText(kept.error()));
}

Result<void> SittingFlow::endPause() {
  return m_journal.clearDraft(pauseVault(), kPausePlace);
}

void SittingFlow::planPause(int minutes) {
  if (!isRunning()) return;
  m_asking.stop();
  m_pausedUntil = inMinutes(m_clock, minutes);
  m_page.showPauseUntil(clockWords(*m_pausedUntil));
  keepPause(*m_pausedUntil);
  Q_EMIT paused(*m_id, m_pausedUntil);
}

/// Who thought of leaving and stays is where they were: in the pause, if there was one. Both have looked at the
/// question, so a turn comes back behind its curtain.
void SittingFlow::stay() {
  if (!isRunning()) return;
  if (m_pausedUntil) return showPause(*m_pausedUntil);
  m_curtain = true;
  showNow();
}

void SittingFlow::goOn() {
  if (!isRunning()) return;
  m_asking.stop();
  m_pausedUntil.reset();
  const auto cleared = endPause();
  m_curtain = true;
  showNow();
  if (!cleared) m_page.showTrouble(errorText(cleared.error()));
}

void SittingFlow::leave() {
  if (!isRunning()) return;
  const SittingId id = *m_id;
  // Where the mark cannot be kept, whatever the reason, nothing is lost: the sitting stands where it stood, and nobody
  // has to stay at it.
  static_cast<void>(m_journal.append(id, laneNow(), {Left{}}));
  // Days later nobody is to name a time for it. A pause that the disk keeps all the same only asks once more.
  if (m_pausedUntil == kOpenEnd) static_cast<void>(endPause());
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
  // Whoever sat for themselves has the laptop still; after two nobody knows which of them has it.
  if (m_sitting && !isApart()) takeBackLentWords();
  m_drafts.stop();
  m_asking.stop();
  m_pausedUntil.reset();
  m_id.reset();
  m_sitting.reset();
  m_exercise.reset();
  m_screen = {};
  m_offered = {};
  m_only.reset();
  m_curtain = false;
  m_waitsFor.reset();
  m_onceOpen = nullptr;
}

/// A pause that was not over when the program closed is still a pause. A look of both goes on as one that is over does:
/// both say that they are ready.
void SittingFlow::goOnFromPause() {
  const auto kept = m_journal.findDraft(pauseVault(), kPausePlace);
  const std::string mine = std::to_string(m_id->number()) + ' ';
  const bool isPaused = kept && kept->rfind(mine, 0) == 0;
  const bool asksBoth = !isPaused && !m_exercise->practice && !isApart() && !m_only;
  if (!isPaused && !asksBoth) return showNow();
  m_screen = practice::screenOf(*m_exercise, *m_sitting);
  showPause(asksBoth ? inMinutes(m_clock, 0) : QString::fromStdString(kept->substr(mine.size())).toLongLong());
}

// Half-written words.

/// True when no words are left to keep. How long somebody has spoken is worth keeping too, where the disk takes it: for
/// a count of seconds nobody has to stay, and no key stays open.
bool SittingFlow::keepDraft() {
  const bool spoke = m_speaking && !m_page.draft().isEmpty();
  return spoke ? m_drafts.keepAnyway() || !m_drafts.hasUnsaved() : m_drafts.keep();
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
