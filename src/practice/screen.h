// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "domain/answer.h"
#include "domain/ids.h"
#include "domain/sitting_event.h"

namespace footbridge::practice {

/// For whose eyes a screen is.
enum class Viewer : std::uint8_t {
  Nobody,  ///< the curtain: no words of anyone
  A,
  B,
  Both,
};
[[nodiscard]] constexpr Viewer viewerOf(PartnerId partner) {
  return partner == PartnerId::A ? Viewer::A : Viewer::B;
}
/// The partner who looks alone, if one does.
[[nodiscard]] constexpr std::optional<PartnerId> aloneOf(Viewer viewer) {
  if (viewer == Viewer::A) return PartnerId::A;
  if (viewer == Viewer::B) return PartnerId::B;
  return std::nullopt;
}

/// The curtain. Takes TakeTurn (to one partner) or ComeTogether (to both).
struct HandOverScreen {
  std::optional<PartnerId> from;  ///< whose words were just put away; none at the start
  Viewer to = Viewer::Both;       ///< A, B or Both
  bool operator==(const HandOverScreen&) const = default;
};

/// A step to be done: read, settle, rate, choose, guess, write, ask, loop, agree or close.
/// Takes Answer, Pass, and Back where mayGoBack. viewer: whose turn, or Both.
struct StepScreen {
  StepId step;
  std::optional<Answer> answer;  ///< what this viewer gave here before, as a first offer
  bool mayGoBack = false;
  bool lastOfTurn = false;  ///< the next thing is a hand-over
  /// What was opened and may be looked at here: at a step for both, of the last reveal; at a loop, the moves of all.
  std::vector<OpenedLine> opened;
  bool operator==(const StepScreen&) const = default;
};

/// One's own lines before a reveal, alone behind the curtain. Takes ChooseLines, and Back.
struct LookOverScreen {
  struct Line {
    LineId line;
    Answer answer;        ///< as answered; for a rated line, that line alone
    bool open = false;    ///< chosen so far, or what it starts as
    bool mayOpen = true;  ///< false: private for good
    std::optional<Answer> trimmed;
    bool operator==(const Line&) const = default;
  };
  StepId reveal;
  std::vector<Line> lines;
  bool mayGoBack = false;
  bool operator==(const LookOverScreen&) const = default;
};

/// The turn is over but the words are not put away yet. Takes EndTurn, and Back where mayGoBack: a turn that was only
/// for looking over lines has nothing to go back to where there are none.
struct EndOfTurnScreen {
  Viewer to = Viewer::Both;  ///< who comes next
  bool mayGoBack = false;
  bool operator==(const EndOfTurnScreen&) const = default;
};

/// Both read what was opened, side by side. Takes MoveOn.
struct RevealScreen {
  StepId step;
  std::vector<OpenedLine> lines;  ///< in the order of the reveal's steps; A's before B's within a step
  bool operator==(const RevealScreen&) const = default;
};

/// A turn of speaking, and of saying it back. Takes SpeechOver while speaking, Confirm while reflecting, PassTurn
/// where another turn is to come, or Pass.
struct TalkScreen {
  enum class Phase : std::uint8_t { Speaking, Reflecting };
  StepId speak;
  std::optional<StepId> reflect;
  Phase phase = Phase::Speaking;
  PartnerId speaker = PartnerId::A;
  int turn = 0;       ///< from 0
  int turns = 2;      ///< in all
  /// This speaker's share: the step's seconds, and up to as many again where the other has spoken longer in this talk.
  int seconds = 120;
  int tries = 0;      ///< times it was "nearly" or "not yet" in this turn
  std::vector<OpenedLine> opened;  ///< of the last reveal, to look at while talking
  bool operator==(const TalkScreen&) const = default;
};

/// Nothing can be shown before this partner has opened their vault. Takes nothing: load the lanes anew.
struct LockedScreen {
  PartnerId who = PartnerId::A;
  bool operator==(const LockedScreen&) const = default;
};

/// An own look is done; the rest comes at the reveal. Takes Back, so that it can be changed until it is opened.
struct PartDoneScreen {
  PartnerId whose = PartnerId::A;
  bool operator==(const PartDoneScreen&) const = default;
};

struct FinishedScreen {
  bool hasOpened = false;  ///< lines of the two that still stand open
  bool hasJoint = false;   ///< words that both wrote, or a step agreed on
  bool operator==(const FinishedScreen&) const = default;
};

using ScreenBody = std::variant<HandOverScreen, StepScreen, LookOverScreen, EndOfTurnScreen, RevealScreen, TalkScreen,
                                LockedScreen, PartDoneScreen, FinishedScreen>;

/// What is on screen now. Every Answer in it is one that its viewer may see.
struct Screen {
  Viewer viewer = Viewer::Nobody;
  ScreenBody body;
  std::size_t stepIndex = 0;  ///< how far along: the step the sitting stands at; the number of steps when finished
  bool operator==(const Screen&) const = default;
};

}  // namespace footbridge::practice
