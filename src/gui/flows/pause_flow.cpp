// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/pause_flow.h"

#include <charconv>
#include <utility>

#include "gui/flows/pause_words.h"
#include "gui/flows/privacy_flow.h"
#include "gui/main_window.h"
#include "gui/pages/player_page.h"

namespace footbridge::gui {

std::string PausedSitting::text() const {
  std::string text = std::to_string(sitting.number());
  if (alone) text += *alone == PartnerId::A ? "a" : "b";
  if (wasTogether) text += 't';
  if (until) text += '@' + std::to_string(*until);
  return text;
}

std::optional<PausedSitting> PausedSitting::from(const std::string& text) {
  std::int64_t number = 0;
  const char* const end = text.data() + std::min(text.find('@'), text.size());
  const auto read = std::from_chars(text.data(), end, number);
  const auto id = read.ec == std::errc() ? SittingId::from(number) : std::nullopt;
  const std::string_view who(read.ptr, static_cast<std::size_t>(end - read.ptr));
  if (!id || (!who.empty() && who != "a" && who != "b" && who != "t")) return std::nullopt;
  PausedSitting paused{*id};
  paused.wasTogether = who == "t";
  if (who == "a" || who == "b") paused.alone = who == "a" ? PartnerId::A : PartnerId::B;
  if (end == text.data() + text.size()) return paused;
  std::int64_t until = 0;
  const char* const last = text.data() + text.size();
  const auto time = std::from_chars(end + 1, last, until);
  if (time.ec != std::errc() || time.ptr != last) return std::nullopt;
  paused.until = until;
  return paused;
}

PauseFlow::PauseFlow(const Surroundings& around, QObject* parent) : QObject(parent), m_around(around) {
  connect(&m_around.privacy, &PrivacyFlow::unlocked, this, [this] {
    if (m_opening) openNext();
  });
  connect(&m_around.privacy, &PrivacyFlow::cancelled, this, [this] {
    if (std::exchange(m_opening, false)) m_around.window.pageAs<PlayerPage>(PageName::Player).askReadyAgain();
  });
}

void PauseFlow::show(const PausedSitting& paused) {
  auto& page = m_around.window.pageAs<PlayerPage>(PageName::Player);
  if (!std::exchange(m_isWired, true)) wire(page);
  m_paused = paused;
  PauseScreen screen = pauseScreen(m_around.journal, m_around.catalog, couple());
  if (paused.until) nameReturn(screen, *paused.until, m_around.clock);
  page.showPause(screen);
  m_around.window.showPage(PageName::Player);
}

/// The page says the same of a sitting that goes on.
void PauseFlow::wire(PlayerPage& page) {
  connect(&page, &PlayerPage::pausePlanned, this, &PauseFlow::plan);
  connect(&page, &PlayerPage::pauseOver, this, [this] {
    if (m_paused) openNext();
  });
  connect(&page, &PlayerPage::leaveAsked, this, [this] {
    if (std::exchange(m_paused, std::nullopt)) Q_EMIT left();
  });
}

void PauseFlow::forget() {
  m_paused.reset();
  m_opening = false;
}

void PauseFlow::plan(int minutes) {
  if (!m_paused) return;
  m_paused->wasTogether = false;  // that day is past, whatever time is named now
  m_paused->until = inMinutes(m_around.clock, minutes);
  m_around.window.pageAs<PlayerPage>(PageName::Player).showPauseUntil(clockWords(*m_paused->until));
}

void PauseFlow::openNext() {
  const auto who = nextLocked();
  m_opening = who.has_value();
  if (who) return m_around.privacy.unlock(*who);
  if (const auto paused = std::exchange(m_paused, std::nullopt)) Q_EMIT over(*paused);
}

std::optional<PartnerId> PauseFlow::nextLocked() const {
  for (const Partner& partner : m_around.journal.partners()) {
    const bool sits = !m_paused->alone || *m_paused->alone == partner.id;
    if (sits && m_around.journal.door(vaultOf(partner.id)) == DoorState::Locked) return partner.id;
  }
  return std::nullopt;
}

Couple PauseFlow::couple() const {
  Couple couple = coupleOf(m_around.journal);
  if (m_paused && m_paused->alone) (*m_paused->alone == PartnerId::A ? couple.b : couple.a).reset();
  return couple;
}

}  // namespace footbridge::gui
