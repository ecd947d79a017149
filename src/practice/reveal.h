// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/answer.h"
#include "domain/exercise.h"
#include "domain/sitting_event.h"
#include "practice/screen.h"

namespace footbridge::practice {

/// What one partner has given in their own turns so far.
struct OwnPart {
  std::map<StepId, Answer> answers;      ///< without those that were passed since
  std::map<StepId, Answer> firstOffers;  ///< the last words given at a step, passed since or not
  std::map<LineId, LineChoice> choices;  ///< what was decided when looking over

  /// A new answer; a trim of the words before it no longer holds.
  void give(const StepId& step, const Answer& answer);
};

/// The answer of a single line: the whole, or the one rated line of it. None where that line was left blank.
[[nodiscard]] std::optional<Answer> lineOf(const Answer& answer, const LineId& line);

/// False for what is private for good: a private step or item, and a guess about one.
[[nodiscard]] bool mayOpen(const Exercise& exercise, const LineId& line);

/// A partner's lines for a reveal as they are chosen so far, in the order of the reveal's steps.
/// `startOpen`: what a line starts as. A private line is never open.
[[nodiscard]] std::vector<LookOverScreen::Line> linesFor(const Exercise& exercise, const RevealStep& reveal,
                                                         const OwnPart& part, bool startOpen);

/// What the reveal opens: a rated line where both chose it, anything else by its writer's choice; a guess only where
/// the line it is about is open, now or in `before`. A line that was not looked over stays kept.
[[nodiscard]] std::vector<OpenedLine> openedBy(const Exercise& exercise, const RevealStep& reveal, const OwnPart& a,
                                               const OwnPart& b, const std::vector<OpenedLine>& before);

}  // namespace footbridge::practice
