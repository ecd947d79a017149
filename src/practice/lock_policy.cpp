// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/lock_policy.h"

#include <algorithm>

namespace footbridge::practice {
namespace {

int withinBounds(int minutes) {
  return minutes == 0 ? 0 : std::clamp(minutes, 1, IdleLockPolicy::kMostMinutes);
}

}  // namespace

IdleLockPolicy::IdleLockPolicy(Tick now, int minutes) : m_lastTouch(now), m_minutes(withinBounds(minutes)) {}

void IdleLockPolicy::setMinutes(int minutes) {
  m_minutes = withinBounds(minutes);
}
void IdleLockPolicy::touched(Tick now) {
  m_lastTouch = std::max(m_lastTouch, now);
}
void IdleLockPolicy::speechBegan(Tick now, Tick share) {
  m_speech = share + kOverrun;
  touched(now);
}
void IdleLockPolicy::speechOver(Tick now) {
  m_speech = {};
  touched(now);
}

std::optional<Tick> IdleLockPolicy::lockAt() const {
  if (m_minutes == 0) return std::nullopt;
  return m_lastTouch + m_speech + std::chrono::minutes(m_minutes);
}

}  // namespace footbridge::practice
