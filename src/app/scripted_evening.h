// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <memory>

#include "content/rehearsal_script.h"
#include "domain/ports.h"

namespace footbridge::app {

/// What the two say in one sitting, by step; index 0 is A's, 1 is B's.
struct EveningWords {
  std::array<std::map<StepId, Answer>, 2> apart;
  std::map<StepId, Answer> together;
};

/// The words of one weekly look by the steps of content/en/weekly-look.json, but for what became of earlier agreements.
[[nodiscard]] EveningWords lookWords(const Exercise& look, const content::ScriptedLook& scripted);

/// Plays a sitting to its end with the engine, keeping every event in the journal as the window would.
/// Steps that the words do not answer are gone through, or passed where they want an answer.
[[nodiscard]] Result<SittingId> playEvening(const Exercise& exercise, Begun begun, const EveningWords& words,
                                            Journal& journal);

}  // namespace footbridge::app
