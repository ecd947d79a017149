// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "domain/exercise.h"
#include "practice/screen.h"

namespace footbridge::practice {

/// Whether the exercise comes now. It does where everybody who was asked would go on; whoever would not, and for what
/// reason, changes nothing in what comes instead.
[[nodiscard]] bool goesOn(std::span<const GateOutcome> picks);

/// The curtain before a part of the gate: nobody's words. For both, before they see together what comes.
struct GateCurtain {
  Viewer to = Viewer::Both;
  bool operator==(const GateCurtain&) const = default;
};
/// One partner answers, alone with the laptop.
struct GateTurn {
  PartnerId who = PartnerId::A;
  bool isLast = false;  ///< nobody is asked after them
  bool operator==(const GateTurn&) const = default;
};
/// All that anybody else is shown of the picks.
struct GateEnd {
  bool goesOn = false;
  bool operator==(const GateEnd&) const = default;
};
using GateScreen = std::variant<GateCurtain, GateTurn, GateEnd>;

/// The question before an exercise, which each of those it is for answers apart. It is no event of a sitting: it lives
/// in memory alone and ends with its page. Everybody is asked, also where the first would not go on, so that the way to
/// the end is the same for all.
class GateRound {
 public:
  /// Both sit here: one after the other, each behind the curtain.
  [[nodiscard]] static GateRound forBoth();
  /// `who` is here alone: their own part, and nobody to hide it from.
  [[nodiscard]] static GateRound forOneAlone(PartnerId who);
  /// Two may be present, and it is the part of `who` alone: behind the curtain, and the end is theirs too.
  [[nodiscard]] static GateRound forOneOfTwo(PartnerId who);
  /// `who` came to somebody who would go on, and has yet to be asked.
  [[nodiscard]] static GateRound forTheOther(PartnerId who);

  [[nodiscard]] GateScreen screen() const;
  /// Whoever the curtain hangs for has the laptop, or both are there.
  void raiseCurtain();
  /// In a turn: its answer is put away, and the next thing comes.
  void passOn(GateOutcome picked);
  /// In a turn: the curtain hangs again before the same partner, who has answered nothing.
  void cover();

 private:
  GateRound(std::vector<PartnerId> asked, bool curtains, bool meets)
      : m_asked(std::move(asked)), m_curtains(curtains), m_meets(meets) {}
  [[nodiscard]] bool isTurn() const { return m_picks.size() < m_asked.size(); }

  std::vector<PartnerId> m_asked;
  std::vector<GateOutcome> m_picks;  ///< of those who are through, in the order of m_asked
  bool m_curtains;
  bool m_meets;  ///< both see together what comes
  bool m_up = false;
};

}  // namespace footbridge::practice
