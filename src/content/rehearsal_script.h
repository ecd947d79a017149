// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/agreement.h"
#include "domain/answer.h"
#include "domain/ids.h"
#include "domain/result.h"
#include "domain/viewing.h"

namespace footbridge::content {

/// An agreement as the script has it; its days are counted back from the day of the rehearsal.
struct ScriptedAgreement {
  Agreement agreement;
  AgreementState outcome = AgreementState::Open;
};

/// One weekly look of the made-up couple; index 0 is A's, 1 is B's.
struct ScriptedLook {
  struct Part {
    std::vector<std::optional<int>> lines;  ///< in the order of the look's items; none: did not come up
    std::string appreciated;
    std::string needed;
    std::string note;  ///< private; may be empty
  };
  int daysAgo = 0;
  std::array<Part, 2> parts;
  CloseAnswer close;
  std::optional<ScriptedAgreement> agreement;
};

struct ScriptedNote {
  int daysAgo = 0;
  PartnerId who = PartnerId::A;
  bool isPrivate = false;
  std::string text;
};

/// Something the couple put on their list; its days are left to the rehearsal.
struct ScriptedViewing {
  int daysAgo = 0;
  std::optional<int> seenDaysAgo;
  Viewing viewing;
};

/// The words of one sitting, by step. A step that is absent is gone through, or passed if it wants words.
struct ScriptedSitting {
  int daysAgo = 0;
  ExerciseId exercise;
  AgreementState outcome = AgreementState::Open;  ///< what became of its small step, said at the next look
  std::array<std::map<StepId, Answer>, 2> apart;
  std::map<StepId, Answer> together;
  std::string about;  ///< the title of what they watched before, and began it from; may be empty
};

/// The made-up couple: who they are and what they wrote, for the rehearsal and for the tour.
struct RehearsalScript {
  std::array<std::string, 2> names;
  std::vector<ScriptedLook> looks;  ///< oldest first
  std::vector<ScriptedNote> notes;
  std::vector<ScriptedSitting> sittings;  ///< oldest first
  std::vector<ScriptedViewing> viewings;

  /// Null when the script has no sitting of it.
  [[nodiscard]] const ScriptedSitting* find(const ExerciseId& exercise) const;
};

/// From `rehearsal.json` in a content folder. BadContent names the file and the place.
[[nodiscard]] Result<RehearsalScript> readRehearsalScript(const std::string& file);

/// From its text; `file` is named in an error.
[[nodiscard]] Result<RehearsalScript> parseRehearsalScript(const std::string& text, const std::string& file);

}  // namespace footbridge::content
