// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/exercise.h"
#include "domain/sitting_event.h"
#include "practice/course.h"
#include "practice/reveal.h"
#include "practice/screen.h"

namespace footbridge::practice {

/// Where in a turn.
enum class TurnPhase : std::uint8_t {
  Curtain,   ///< before it has begun
  Steps,     ///< at one of its steps
  LookOver,  ///< at one of its reveals
  End,       ///< all done, not put away yet
};

/// How far a talk has come.
struct TalkProgress {
  int turn = 0;
  int tries = 0;
  TalkScreen::Phase phase = TalkScreen::Phase::Speaking;
  std::int64_t ofOpener = 0;  ///< seconds that the opener has spoken in this talk
  std::int64_t ofOther = 0;   ///< and the other
};

/// Where a sitting stands, and what is known by then.
struct Standing {
  std::vector<Stage> course;
  std::size_t stage = 0;  ///< course.size() when finished
  TurnPhase phase = TurnPhase::Curtain;
  std::size_t at = 0;  ///< place within the turn's steps, or within its reveals
  TalkProgress talk;
  bool revealed = false;  ///< at a reveal: its lines are open
  OwnPart a;
  OwnPart b;
  OwnPart joint;                       ///< what was said together
  std::vector<OpenedLine> opened;      ///< of all reveals
  std::vector<OpenedLine> lastReveal;  ///< of the last one
  std::optional<PartnerId> locked;     ///< whose vault must be opened before anything goes on
  bool linesStartOpen = true;
  bool wasPartDone = false;  ///< an own look has come to its end, whether or not it was gone back into since
  bool damaged = false;  ///< the lanes hold what cannot have happened

  [[nodiscard]] bool finished() const { return stage == course.size(); }
  /// The stage it stands at, if it is of this sort.
  template <typename T>
  [[nodiscard]] const T* stageAs() const {
    return finished() ? nullptr : std::get_if<T>(&course[stage]);
  }
  [[nodiscard]] OwnPart& partOf(PartnerId partner) { return partner == PartnerId::A ? a : b; }
  [[nodiscard]] const OwnPart& partOf(PartnerId partner) const { return partner == PartnerId::A ? a : b; }
  /// The lines of the reveal being looked over, as chosen so far.
  [[nodiscard]] std::vector<LookOverScreen::Line> linesNow(const Exercise& exercise) const;
};

/// Walks the exercise by what the lanes hold. A lane that is unknown is passed by where a later event shows that its
/// part was done; otherwise the walk stops there, locked.
[[nodiscard]] Standing standingOf(const Exercise& exercise, const Begun& begun, const Lanes& lanes);

}  // namespace footbridge::practice
