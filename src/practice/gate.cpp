// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/gate.h"

#include <algorithm>

namespace footbridge::practice {

bool goesOn(std::span<const GateOutcome> picks) {
  return std::ranges::all_of(picks, [](GateOutcome picked) { return picked == GateOutcome::GoOn; });
}

GateRound GateRound::forBoth() {
  return {{PartnerId::A, PartnerId::B}, true, true};
}

GateRound GateRound::forOneAlone(PartnerId who) {
  return {{who}, false, false};
}

GateRound GateRound::forOneOfTwo(PartnerId who) {
  return {{who}, true, false};
}

GateRound GateRound::forTheOther(PartnerId who) {
  return {{who}, true, true};
}

GateScreen GateRound::screen() const {
  const bool hangs = m_curtains && !m_up;
  if (isTurn() && hangs) return GateCurtain{viewerOf(m_asked[m_picks.size()])};
  if (isTurn()) return GateTurn{m_asked[m_picks.size()], m_picks.size() + 1 == m_asked.size()};
  if (hangs && m_meets) return GateCurtain{Viewer::Both};
  return GateEnd{practice::goesOn(m_picks)};
}

void GateRound::raiseCurtain() {
  m_up = true;
}

void GateRound::passOn(GateOutcome picked) {
  if (!std::holds_alternative<GateTurn>(screen())) return;
  m_picks.push_back(picked);
  m_up = false;
}

void GateRound::cover() {
  if (isTurn()) m_up = false;
}

}  // namespace footbridge::practice
