// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/show.h"

#include <algorithm>

namespace footbridge::practice {
namespace {

std::optional<Answer> offerAt(const OwnPart& part, const StepId& step) {
  const auto found = part.firstOffers.find(step);
  if (found == part.firstOffers.end()) return std::nullopt;
  return found->second;
}

/// The one whose turn has just ended, if it was a turn.
std::optional<PartnerId> turnBefore(const Standing& now) {
  if (now.stage == 0) return std::nullopt;
  const auto* turn = std::get_if<TurnStage>(&now.course[now.stage - 1]);
  if (!turn || turn->frame != TurnStage::Frame::HandedOver) return std::nullopt;
  return turn->whose;
}

/// The share that brings both to the same time, no less than the step's seconds and no more than twice as much. Where
/// the opener speaks, the other still has the round's second turn.
int shareOf(const TalkProgress& talk, int seconds) {
  const bool second = talk.turn % 2 == 1;
  const std::int64_t even = second ? talk.ofOpener - talk.ofOther : seconds + talk.ofOther - talk.ofOpener;
  return static_cast<int>(std::clamp<std::int64_t>(even, seconds, std::int64_t{2} * seconds));
}

bool hasOpened(const Standing& now) {
  return std::ranges::any_of(
      now.opened, [](const OpenedLine& line) { return !std::holds_alternative<std::monostate>(line.answer); });
}

bool isWordless(const CloseAnswer& close) {
  const auto isEmpty = [](const std::string& text) { return text.empty(); };
  return std::ranges::all_of(close.heard, isEmpty) && std::ranges::all_of(close.appreciated, isEmpty);
}

/// A page gone through without a word leaves nothing to read.
bool hasJoint(const Standing& now) {
  return std::ranges::any_of(now.joint.answers, [](const auto& given) {
    const Answer& answer = given.second;
    const auto* agreed = std::get_if<AgreedAnswer>(&answer);
    const auto* close = std::get_if<CloseAnswer>(&answer);
    if (agreed) return agreed->agreement.has_value();
    if (close) return !isWordless(*close);
    return !std::holds_alternative<std::monostate>(answer) && !std::holds_alternative<ReviewedAnswer>(answer);
  });
}

class Show {
 public:
  Show(const Exercise& exercise, const Begun& begun, const Standing& now)
      : m_exercise(exercise), m_begun(begun), m_now(now) {}

  [[nodiscard]] Screen make() const {
    if (m_now.locked) return {Viewer::Nobody, LockedScreen{*m_now.locked}, stepIndex()};
    if (m_now.finished())
      return {finalViewer(), FinishedScreen{hasOpened(m_now), hasJoint(m_now)}, m_exercise.steps.size()};
    return std::visit([this](const auto& stage) { return show(stage); }, m_now.course[m_now.stage]);
  }

 private:
  [[nodiscard]] Viewer finalViewer() const {
    return m_begun.mode == SittingMode::Alone ? viewerOf(m_begun.first) : Viewer::Both;
  }

  [[nodiscard]] std::size_t stepIndex() const {
    if (m_now.finished()) return m_exercise.steps.size();
    return std::visit([this](const auto& stage) { return indexOf(stage); }, m_now.course[m_now.stage]);
  }
  /// A turn that is only for looking over stands at the reveal it is for.
  [[nodiscard]] std::size_t indexOf(const TurnStage& turn) const {
    if (turn.steps.empty()) return turn.reveals.empty() ? 0 : turn.reveals.front();
    const std::size_t place = m_now.phase == TurnPhase::Steps ? m_now.at : turn.steps.size() - 1;
    return turn.steps[m_now.phase == TurnPhase::Curtain ? 0 : std::min(place, turn.steps.size() - 1)];
  }
  [[nodiscard]] std::size_t indexOf(const TogetherStage& together) const { return together.before; }
  [[nodiscard]] std::size_t indexOf(const JointStage& joint) const { return joint.step; }
  [[nodiscard]] std::size_t indexOf(const RevealStage& reveal) const { return reveal.step; }
  [[nodiscard]] std::size_t indexOf(const TalkStage& talk) const { return talk.speak; }

  [[nodiscard]] Screen handOver(Viewer to) const {
    return {Viewer::Nobody, HandOverScreen{turnBefore(m_now), to}, stepIndex()};
  }

  [[nodiscard]] Screen show(const TurnStage& turn) const {
    const Viewer viewer = viewerOf(turn.whose);
    switch (m_now.phase) {
      case TurnPhase::Curtain:
        return handOver(viewer);
      case TurnPhase::LookOver: {
        const StepId reveal = m_exercise.steps[turn.reveals[m_now.at]].id;
        return {viewer, LookOverScreen{reveal, m_now.linesNow(m_exercise), mayGoBack()}, stepIndex()};
      }
      case TurnPhase::End:
        return {viewer, EndOfTurnScreen{turn.next, mayGoBack()}, stepIndex()};
      case TurnPhase::Steps:
        break;
    }
    if (m_now.at == turn.steps.size()) return {viewer, PartDoneScreen{turn.whose}, partEnd(turn)};
    StepScreen step = stepScreen(m_exercise.steps[turn.steps[m_now.at]], m_now.partOf(turn.whose));
    step.lastOfTurn =
        turn.frame == TurnStage::Frame::HandedOver && m_now.at + 1 == turn.steps.size() && turn.reveals.empty();
    return {viewer, std::move(step), stepIndex()};
  }
  [[nodiscard]] static std::size_t partEnd(const TurnStage& turn) {
    return turn.steps.empty() ? 0 : turn.steps.back() + 1;
  }
  [[nodiscard]] Screen show(const TogetherStage&) const { return handOver(Viewer::Both); }
  [[nodiscard]] Screen show(const JointStage& joint) const {
    const Step& step = m_exercise.steps[joint.step];
    StepScreen screen = stepScreen(step, m_now.joint);
    screen.opened = step.kind() == StepKind::Loop ? openedMoves() : m_now.lastReveal;
    return {Viewer::Both, std::move(screen), stepIndex()};
  }
  [[nodiscard]] Screen show(const RevealStage& reveal) const {
    if (!m_now.revealed) return handOver(Viewer::Both);
    return {Viewer::Both, RevealScreen{m_exercise.steps[reveal.step].id, m_now.lastReveal}, stepIndex()};
  }
  [[nodiscard]] Screen show(const TalkStage& talk) const {
    const Step& speak = m_exercise.steps[talk.speak];
    const bool second = m_now.talk.turn % 2 == 1;
    return {Viewer::Both,
            TalkScreen{.speak = speak.id,
                       .reflect = talk.reflect ? std::optional(m_exercise.steps[*talk.reflect].id) : std::nullopt,
                       .phase = m_now.talk.phase,
                       .speaker = second ? otherOf(talk.opener) : talk.opener,
                       .turn = m_now.talk.turn,
                       .turns = talk.turns,
                       .seconds = shareOf(m_now.talk, std::get<SpeakStep>(speak.form).seconds),
                       .tries = m_now.talk.tries,
                       .opened = m_now.lastReveal},
            stepIndex()};
  }

  [[nodiscard]] StepScreen stepScreen(const Step& step, const OwnPart& part) const {
    return {
        .step = step.id, .answer = offerAt(part, step.id), .mayGoBack = mayGoBack(), .lastOfTurn = false, .opened = {}};
  }
  [[nodiscard]] std::vector<OpenedLine> openedMoves() const {
    std::vector<OpenedLine> moves;
    std::copy_if(m_now.opened.begin(), m_now.opened.end(), std::back_inserter(moves),
                 [](const OpenedLine& line) { return std::holds_alternative<MoveAnswer>(line.answer); });
    return moves;
  }
  [[nodiscard]] bool mayGoBack() const { return backFrom(m_exercise, m_now).has_value(); }

  const Exercise& m_exercise;
  const Begun& m_begun;
  const Standing& m_now;
};

}  // namespace

Screen screenAt(const Exercise& exercise, const Begun& begun, const Standing& now) {
  return Show(exercise, begun, now).make();
}

std::optional<StepId> backFrom(const Exercise& exercise, const Standing& now) {
  if (now.locked || now.finished()) return std::nullopt;
  if (now.stageAs<JointStage>()) {
    const auto* before = now.stage > 0 ? std::get_if<JointStage>(&now.course[now.stage - 1]) : nullptr;
    return before ? std::optional(exercise.steps[before->step].id) : std::nullopt;
  }
  const auto* turn = now.stageAs<TurnStage>();
  if (!turn || now.phase == TurnPhase::Curtain) return std::nullopt;
  if (now.phase == TurnPhase::Steps) {
    return now.at > 0 ? std::optional(exercise.steps[turn->steps[now.at - 1]].id) : std::nullopt;
  }
  // Back from the end, or from a later reveal, is to the last one that had lines to look over.
  std::size_t place = now.phase == TurnPhase::LookOver ? now.at : turn->reveals.size();
  while (place > 0) {
    const Step& step = exercise.steps[turn->reveals[--place]];
    if (!linesFor(exercise, std::get<RevealStep>(step.form), now.partOf(turn->whose), false).empty()) return step.id;
  }
  if (turn->steps.empty()) return std::nullopt;
  return exercise.steps[turn->steps.back()].id;
}

}  // namespace footbridge::practice
