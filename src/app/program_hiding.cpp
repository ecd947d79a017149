// SPDX-License-Identifier: GPL-3.0-or-later
// Hiding and locking: how this process ends, and what the next one begins with.
#include <cstdlib>
#include <utility>

#include "app/carried_drafts.h"
#include "app/program.h"
#include "app/window_place.h"
#include "gui/beside_window.h"
#include "system/platform.h"

namespace footbridge::app {
namespace {

using gui::PageName;

/// Hide pressed again within so many milliseconds is no wish to come back.
constexpr qint64 kFright = 700;
/// No window of ours has had the keyboard for so many milliseconds: somebody does something else.
constexpr qint64 kTurnedAway = 2000;

}  // namespace

/// The same key twice in fright still hides.
void Program::hideOrComeBack() {
  if (m_window.currentPage() != PageName::Cover) return showCover();
  if (m_window.isCoveredForGood() || !m_sinceStart.hasExpired(kFright)) return;
  showFirst();
}

void Program::showCover() {
  m_window.coverForGood();
  // The cover is on screen before anything else happens; what takes time comes after it, and after the key that is
  // being made just now, if one is.
  gui::soon(*this, [this] { lock({.covered = true, .paused = {}}); });
}

/// Empty for the made-up couple; none for the one last used.
std::optional<std::string> Program::journalAfter(const Restart& how) const {
  if (how.journal) return how.journal;
  if (m_journal) return m_journal->path();
  if (m_request.rehearsal) return std::string();
  return m_request.journal;
}

/// Right after a dialog nobody has the keyboard yet, and still nobody has turned away.
bool Program::isAway() const {
  return m_sinceAway.isValid() && m_sinceAway.hasExpired(kTurnedAway);
}

std::vector<std::string> Program::restartArguments(const Restart& how) const {
  std::vector<std::string> arguments;
  if (const auto journal = journalAfter(how)) arguments.push_back(journal->empty() ? "--rehearsal" : *journal);
  arguments.emplace_back("--locked");
  if (how.covered) arguments.emplace_back("--covered");
  const auto paused = how.paused ? how.paused : pausedStill(how);
  if (paused) arguments.insert(arguments.end(), {"--paused", paused->text()});
  // Whoever asked for it over a dialog whose end locks comes to it all the same.
  if (!how.covered && m_window.isOnWayToSafety()) arguments.insert(arguments.end(), {"--page", "safety"});
  arguments.emplace_back("--place");
  arguments.push_back(WindowPlace::of(m_window, !isAway()).text());
  return arguments;
}

/// A pause that this process began with and that was not ended: hidden, it comes back as it was.
std::optional<gui::PausedSitting> Program::pausedStill(const Restart& how) const {
  if (!how.covered) return std::nullopt;
  return m_flow ? m_flow->paused() : gui::PausedSitting::from(m_request.paused);
}

/// Where no passphrase keeps anything it is the way to be here as the one, as the other, or as both. What the disk does
/// not take then goes along to a new process, as always.
void Program::lockByHand() {
  // A line that was thrown away and does not go is told of once, since nobody else would say so; whoever locks again
  // means it.
  const bool isSettled = !m_flow || m_flow->settleThrown();
  if (!std::exchange(m_toldOfThrown, !isSettled) && !isSettled) return;
  if (m_flow && m_flow->lockOnlyAsks() && m_flow->putAway()) return m_flow->showPage(PageName::Unlock);
  lock({});
}

void Program::lockIfOpen() {
  if (m_flow && m_flow->anyUnlocked()) lock({});
}

// Freed memory keeps its words (measured: nearly all of them), so locking is a new process. Should that fail, this one
// ends at once rather than stay open. What a full disk does not take goes along in memory, sealed.
// What was going on when Hide was pressed may ask for a lock of its own: it ends behind the cover all the same.
void Program::lock(Restart how) {
  how.covered |= m_window.isCoveredForGood();
  auto arguments = restartArguments(how);
  std::vector<int> kept;
  const bool allPutAway = !m_flow || m_flow->putAway();
  if (m_journal) m_journal->settleDrafts();
  const bool carried = carryOn(arguments, kept);
  const bool wouldLose = !carried || (!allPutAway && m_flow->sealedDrafts().empty());
  if (wouldLose && !how.covered) return;
  if (m_options.restart) return m_options.restart(arguments);
  // No backup here: it needs no key, so the locked window makes it, and locking waits for nothing.
  m_flow.reset();
  m_journal.reset();
  static_cast<void>(platform::restartInPlace(arguments, kept));
  std::_Exit(1);
}

// First those that came here and wait still, for a passphrase that nobody has typed yet or for room on the disk; then
// what is newer, and so stands where both are for one place.
bool Program::carryOn(std::vector<std::string>& arguments, std::vector<int>& kept) const {
  std::vector<std::string> drafts = m_journal ? m_journal->waitingDrafts() : m_waitingDrafts;
  if (m_flow) std::ranges::move(m_flow->sealedDrafts(), std::back_inserter(drafts));
  if (drafts.empty()) return true;
  const int carried = platform::memoryFile(joinDrafts(drafts));
  if (carried < 0) return false;
  arguments.insert(arguments.end(), {"--drafts", std::to_string(carried)});
  kept.push_back(carried);
  return true;
}

void Program::readCarriedDrafts() {
  const std::string descriptor = std::exchange(m_request.drafts, {});
  if (descriptor.empty()) return;
  const auto carried = platform::readMemoryFile(QString::fromStdString(descriptor).toInt());
  m_waitingDrafts = partDrafts(carried.value_or(std::string()));
}

void Program::takeCarriedDrafts() {
  // Whatever cannot be read of it belongs to nobody here.
  for (const std::string& draft : std::exchange(m_waitingDrafts, {})) static_cast<void>(m_journal->takeDraft(draft));
}

}  // namespace footbridge::app
