// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "practice/sitting.h"
#include "practice/story.h"

namespace footbridge::practice::samples {

/// Keeps an account of its own of who may see what, from the rules and from what was done alone. Every word must bear
/// its writer: "A12" is A's, "J3" was said together.
class PrivacyAccount {
 public:
  explicit PrivacyAccount(const Exercise& exercise) : m_exercise(exercise) {}

  /// Takes note of an action that was accepted on a screen, and of what it recorded.
  void took(const Screen& screen, const Action& action, const Recorded& recorded);
  /// The writer took an opened line out of *ours*.
  void tookBack(PartnerId writer, const LineId& line);

  /// Empty when this screen shows what it should and to nobody what they may not see; else what is wrong.
  [[nodiscard]] std::string wrongOn(const Screen& screen) const;
  /// The same for a sitting that is read again.
  [[nodiscard]] std::string wrongIn(const std::vector<TranscriptPart>& parts, Reader reader) const;
  /// The same for any words at all.
  [[nodiscard]] std::string wrongWords(const std::string& text, Reader reader) const;

  /// How many answers were accepted and are in none of these.
  [[nodiscard]] std::size_t lostFrom(const std::vector<Lanes>& sittings) const;

 private:
  struct Decision {
    bool open = false;
    std::optional<Answer> trimmed;
  };
  struct Own {
    std::map<StepId, Answer> answers;  ///< as they stand: without what was passed since
    std::map<StepId, Answer> offers;   ///< the last words at each step, passed since or not
    std::map<LineId, Decision> decided;
  };
  using Opened = std::map<std::pair<PartnerId, LineId>, Answer>;

  void answered(Own& own, const Answered& event);
  void decided(PartnerId writer, const LookOverScreen& look, const ChooseLines& chosen);
  void revealed(const StepId& reveal);
  [[nodiscard]] const Own& of(Viewer viewer) const { return m_own.at(viewer); }
  [[nodiscard]] bool isForGood(const LineId& line) const;
  [[nodiscard]] Decision decisionOf(PartnerId writer, const LineId& line) const;
  [[nodiscard]] Opened chosenFor(const RevealStep& reveal) const;
  [[nodiscard]] std::string wrongAt(const LookOverScreen& look, PartnerId writer) const;
  [[nodiscard]] std::string wrongAmong(const std::vector<OpenedLine>& lines) const;
  [[nodiscard]] std::vector<std::string> linesOf(const StepId& step, const Answer& answer) const;

  const Exercise& m_exercise;
  std::map<Viewer, Own> m_own{{Viewer::A, {}}, {Viewer::B, {}}, {Viewer::Both, {}}};
  Opened m_opened;      ///< of all reveals; std::monostate where it was taken back
  Opened m_lastReveal;  ///< of the last
  std::vector<Answer> m_given;
};

}  // namespace footbridge::practice::samples
