// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "domain/exercise.h"
#include "domain/result.h"
#include "domain/sitting_event.h"
#include "practice/screen.h"

namespace footbridge::practice {

/// One run of an exercise: how it began, and what has happened in its three lanes.
/// A plain value; nothing in it is a position, since the lanes say it all.
struct Sitting {
  Begun begun;
  Lanes lanes;
  bool operator==(const Sitting&) const = default;
};

// What somebody at the laptop can do. Which actions a screen takes is said with each screen in screen.h.
struct TakeTurn {};      ///< "I'm Sam, and I'm ready"
struct ComeTogether {};  ///< "We are both here"
struct GiveAnswer {
  Answer answer;  ///< of the kind that the step asks for
};
struct Pass {};  ///< skip this step (or the rest of a talk), no reason asked
/// In a talk: this turn is over as it is, and the other's comes. The last one has none to come after it.
struct PassTurn {};
struct Back {};
struct ChooseLines {
  std::vector<LineChoice> choices;  ///< a line not named keeps what it starts as
};
struct EndTurn {};
struct MoveOn {};
struct SpeechOver {
  int seconds = 0;  ///< how long the speaker spoke
};
struct Confirm {
  Verdict verdict = Verdict::Yes;
};
using Action = std::variant<TakeTurn, ComeTogether, GiveAnswer, Pass, PassTurn, Back, ChooseLines, EndTurn, MoveOn,
                            SpeechOver, Confirm>;

/// What is to be appended, and to which lane, once it is durable.
struct Recorded {
  VaultId lane = VaultId::Ours;
  std::vector<SittingEvent> events;
};

/// A sitting that has only just begun; the lanes that its mode does not use stay empty.
[[nodiscard]] Sitting beginSitting(Begun begun);

/// A sitting from what was kept of it. Damaged when the lanes hold what cannot have happened.
[[nodiscard]] Result<Sitting> replay(const Exercise& exercise, Lanes lanes);

/// What is on screen now. The exercise is the one the sitting began with.
[[nodiscard]] Screen screenOf(const Exercise& exercise, const Sitting& sitting);

/// What an action would record; NotAllowed where this screen does not take it, Invalid for a wrong answer.
[[nodiscard]] Result<Recorded> decide(const Exercise& exercise, const Sitting& sitting, const Action& action);

/// The sitting after it. The lane must be known.
[[nodiscard]] Sitting after(Sitting sitting, const Recorded& recorded);

}  // namespace footbridge::practice
