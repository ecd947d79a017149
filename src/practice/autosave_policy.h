// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "domain/error.h"

namespace footbridge::practice {

/// A time of a clock that never goes back; from whichever start.
using Tick = std::chrono::milliseconds;

/// How a try to save ended, for whoever tells the writer.
enum class SaveOutcome : std::uint8_t {
  Saved,
  RetrySoon,  ///< the words are still here; it is tried again by itself
  GaveUp,     ///< it will not be tried again by itself; the words are still here and must be offered another place
};

/// When half-written words are saved as a draft. It saves nothing and reads no clock: it is told, and answers.
class AutosavePolicy {
 public:
  static constexpr Tick kAfterFirstKey = std::chrono::seconds(3);
  static constexpr Tick kFirstRetry = std::chrono::seconds(1);
  static constexpr Tick kLongestRetry = std::chrono::seconds(30);
  static constexpr int kTries = 8;

  /// A key was typed: three seconds from the first that is not saved yet.
  void typed(Tick now);
  /// Words were thrown away or became an answer: nothing is left to save.
  void cleared();

  /// When to save next; none while there is nothing to save, or after giving up until the next key.
  [[nodiscard]] std::optional<Tick> saveAt() const { return m_saveAt; }
  [[nodiscard]] bool hasUnsaved() const { return m_unsaved; }

  /// A save of all words typed so far ended well.
  SaveOutcome saved();
  /// It did not. A failed disk is never tried twice (what it holds is unknown then); a full one, or one in use, is, at
  /// growing distances; anything else will not get better by waiting.
  SaveOutcome failed(ErrorKind why, Tick now);

 private:
  bool m_unsaved = false;
  int m_failures = 0;
  std::optional<Tick> m_saveAt;
};

}  // namespace footbridge::practice
