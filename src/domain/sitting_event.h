// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/answer.h"
#include "domain/ids.h"
#include "domain/moment.h"

namespace footbridge {

// What can happen in a sitting. Each event is kept in one lane (the vault of whose turn it was, or *ours* for a joint
// moment), is saved as it happens, and is never changed: resuming is replaying. Words alone may be taken back out of
// one.

enum class SittingMode : std::uint8_t {
  Together,   ///< an exercise for two, one evening
  Alone,      ///< an exercise for one; everything is in that partner's own lane
  OwnLook,    ///< one partner's part of a weekly look; own lane only
  JointLook,  ///< the reveal of two own looks; its lanes of A and B begin with the events of those
};

/// The first event of a sitting: of the joint lane, or of the own lane for Alone and OwnLook.
struct Begun {
  ExerciseId exercise;
  std::string fingerprint;  ///< of the exercise as it was
  std::string source;       ///< its text, for a pack
  SittingMode mode = SittingMode::Together;
  PartnerId first = PartnerId::A;  ///< whose turn comes first; for Alone and OwnLook, whose it is
  Day day{};
  std::optional<SittingId> lookOfA;  ///< JointLook only
  std::optional<SittingId> lookOfB;
  bool shortForm = false;                       ///< OwnLook: the six-item form
  std::optional<EntryId> about = std::nullopt;  ///< Together only: the Viewing it was begun from
  bool operator==(const Begun&) const = default;
};
struct Answered {
  StepId step;
  Answer answer;
  bool operator==(const Answered&) const = default;
};
struct Passed {
  StepId step;
  bool operator==(const Passed&) const = default;
};
/// Back to an earlier step of the same turn; answers given stay as the first offer there.
struct WentBack {
  StepId to;
  bool operator==(const WentBack&) const = default;
};

/// What a writer decided about one own line before a reveal.
struct LineChoice {
  LineId line;
  bool open = false;
  std::optional<Answer> trimmed;  ///< what to open instead of what was answered
  bool operator==(const LineChoice&) const = default;
};
struct LookedOver {
  StepId reveal;
  std::vector<LineChoice> choices;
  bool operator==(const LookedOver&) const = default;
};
/// The turn's writer puts the words away and hands the laptop on.
struct TurnEnded {
  bool operator==(const TurnEnded&) const = default;
};
/// A partner has taken the laptop behind the curtain.
struct TurnBegun {
  bool operator==(const TurnBegun&) const = default;
};
/// Joint: both are at the laptop.
struct CameTogether {
  bool operator==(const CameTogether&) const = default;
};

/// A line that its writer opened: what both may see from now on.
struct OpenedLine {
  PartnerId writer;
  LineId line;
  Answer answer;  ///< std::monostate once its writer took it back
  bool operator==(const OpenedLine&) const = default;
};
/// Joint: what was opened, copied into *ours*.
struct Revealed {
  StepId reveal;
  std::vector<OpenedLine> lines;
  bool operator==(const Revealed&) const = default;
};
/// Joint: one speaking turn of a Speak step is over. Turns count from 0; even turns are of who goes first.
struct Spoke {
  StepId step;
  int turn = 0;
  int seconds = 0;
  bool operator==(const Spoke&) const = default;
};
enum class Verdict : std::uint8_t { Yes, Nearly, NotYet };
/// Joint: the speaker of that turn says whether the listener got it.
struct Reflected {
  StepId step;
  int turn = 0;
  Verdict verdict = Verdict::Yes;
  bool operator==(const Reflected&) const = default;
};
/// The sitting was left where it stands; it can be taken up again.
struct Left {
  bool operator==(const Left&) const = default;
};

using SittingEvent = std::variant<Begun, Answered, Passed, WentBack, LookedOver, TurnEnded, TurnBegun, CameTogether,
                                  Revealed, Spoke, Reflected, Left>;

/// The three lanes of a sitting as far as they are open. A locked lane is unknown, never empty.
struct Lanes {
  std::optional<std::vector<SittingEvent>> a;
  std::optional<std::vector<SittingEvent>> b;
  std::optional<std::vector<SittingEvent>> joint;

  [[nodiscard]] const std::optional<std::vector<SittingEvent>>& of(VaultId lane) const {
    return lane == VaultId::A ? a : lane == VaultId::B ? b : joint;
  }
  [[nodiscard]] std::optional<std::vector<SittingEvent>>& of(VaultId lane) {
    return lane == VaultId::A ? a : lane == VaultId::B ? b : joint;
  }
  bool operator==(const Lanes&) const = default;
};

}  // namespace footbridge
