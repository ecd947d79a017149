// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/error_text.h"
#include "gui/flows/sitting_flow.h"
#include "gui/pages/player_page.h"

namespace footbridge::gui {
namespace {

using practice::FinishedScreen;
using practice::HandOverScreen;
using practice::LockedScreen;
using practice::Screen;
using practice::Viewer;

/// Whose screen it is, though a curtain or a lock may hang before it; none where it is for both.
std::optional<PartnerId> ownerOfScreen(const Screen& screen) {
  if (const auto* curtain = std::get_if<HandOverScreen>(&screen.body)) return practice::aloneOf(curtain->to);
  if (const auto* locked = std::get_if<LockedScreen>(&screen.body)) return locked->who;
  return practice::aloneOf(screen.viewer);
}

}  // namespace

// Who may see where a sitting stands once it was left, hidden, locked or paused.

/// True where the screen waits: for the other to come, or for whose turn it is to take the laptop.
bool SittingFlow::stopAtDoor() {
  if (isApart() || std::holds_alternative<FinishedScreen>(m_screen.body)) return false;
  const auto owner = ownerOfScreen(m_screen);
  if (m_only && owner != m_only) {
    showAbsent(otherOf(*m_only));
    return true;
  }
  const bool hangs = m_curtain && owner && owner != m_only && !std::holds_alternative<HandOverScreen>(m_screen.body);
  m_curtain = hangs;
  if (!hangs) return false;
  m_screen = Screen{Viewer::Nobody, HandOverScreen{std::nullopt, practice::viewerOf(*owner)}, m_screen.stepIndex};
  setSpeaking(false);
  m_page.showScreen(*m_exercise, m_screen, settingFor(m_screen));
  return true;
}

/// A pause shows nobody's words, and goes on only when all say so.
void SittingFlow::cover() {
  if (!isRunning() || m_pausedUntil || isApart() || !practice::aloneOf(m_screen.viewer) || !keepDraft()) return;
  m_curtain = true;
  showNow();
}

void SittingFlow::showAbsent(PartnerId missing) {
  m_screen = Screen{Viewer::Nobody, LockedScreen{missing}, m_screen.stepIndex};
  setSpeaking(false);
  m_page.showAbsent(couple(), missing, m_journal.door(vaultOf(missing)) != DoorState::Open);
}

/// Whoever has no passphrase is not taken at the word of the one who is here: both say that they are.
void SittingFlow::otherCame() {
  if (!isRunning() || !m_only) return;
  const PartnerId other = otherOf(*m_only);
  if (m_journal.door(vaultOf(other)) != DoorState::Locked) {
    const SittingId id = *m_id;
    close();
    Q_EMIT bothCame(id, false);
    return;
  }
  whenOpen(other, [this] {
    // On another day whoever comes is asked as they were when it began.
    if (m_exercise->practice && m_sitting->begun.day != m_clock.today()) {
      const SittingId id = *m_id;
      close();
      Q_EMIT bothCame(id, true);
      return;
    }
    if (const auto loaded = reload(); !loaded) return refuse(loaded.error());
    goOnFromPause();
  });
}

/// The curtain goes up for `who`, whose vault is open now.
void SittingFlow::take(PartnerId who, const practice::Action& action) {
  m_curtain = false;
  if (const auto loaded = reload(); !loaded) return refuse(loaded.error());
  showNow();
  const auto* curtain = std::get_if<HandOverScreen>(&m_screen.body);
  if (curtain != nullptr && curtain->to == practice::viewerOf(who)) act(action);
}

}  // namespace footbridge::gui
