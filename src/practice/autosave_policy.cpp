// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/autosave_policy.h"

#include <algorithm>

namespace footbridge::practice {

void AutosavePolicy::typed(Tick now) {
  m_unsaved = true;
  if (!m_saveAt) m_saveAt = now + kAfterFirstKey;
}

void AutosavePolicy::cleared() {
  *this = {};
}

SaveOutcome AutosavePolicy::saved() {
  *this = {};
  return SaveOutcome::Saved;
}

SaveOutcome AutosavePolicy::failed(ErrorKind why, Tick now) {
  ++m_failures;
  const bool mayPass = why == ErrorKind::DiskFull || why == ErrorKind::InUse;
  if (!mayPass || m_failures >= kTries) {
    m_failures = 0;
    m_saveAt.reset();
    return SaveOutcome::GaveUp;
  }
  m_saveAt = now + std::min(kLongestRetry, kFirstRetry * (1 << (m_failures - 1)));
  return SaveOutcome::RetrySoon;
}

}  // namespace footbridge::practice
