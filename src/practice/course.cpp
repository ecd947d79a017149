// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/course.h"

#include <algorithm>

namespace footbridge::practice {
namespace {

bool isJoint(const Step& step) {
  switch (step.kind()) {
    case StepKind::Reveal:
    case StepKind::Speak:
    case StepKind::Reflect:
      return true;
    default:
      return step.who == StepFor::Both;
  }
}

/// With the short form, a step may have no line left to rate.
bool hasSomethingToDo(const Step& step, bool shortForm) {
  const auto* rate = std::get_if<RateStep>(&step.form);
  if (!rate || !shortForm) return true;
  return std::any_of(rate->items.begin(), rate->items.end(), [](const RateItem& item) { return item.inShortForm; });
}

class CourseMaker {
 public:
  CourseMaker(const Exercise& exercise, const Begun& begun, ShortForms shortForms)
      : m_exercise(exercise), m_begun(begun), m_shortForms(shortForms) {}

  std::vector<Stage> make() {
    switch (m_begun.mode) {
      case SittingMode::Alone:
        addAlone();
        break;
      case SittingMode::OwnLook:
        addLook(m_begun.first, TurnStage::Frame::OwnLook, m_begun.shortForm);
        break;
      case SittingMode::JointLook:
        addLook(PartnerId::A, TurnStage::Frame::EarlierLook, m_shortForms.a);
        addLook(PartnerId::B, TurnStage::Frame::EarlierLook, m_shortForms.b);
        m_together = false;
        addSegments();
        break;
      case SittingMode::Together:
        addSegments();
        break;
    }
    return std::move(m_stages);
  }

 private:
  [[nodiscard]] std::size_t count() const { return m_exercise.steps.size(); }
  [[nodiscard]] const Step& step(std::size_t index) const { return m_exercise.steps[index]; }

  [[nodiscard]] std::size_t endOfTurn(std::size_t from) const {
    while (from < count() && !isJoint(step(from))) ++from;
    return from;
  }

  [[nodiscard]] std::vector<std::size_t> stepsBetween(std::size_t from, std::size_t to, bool shortForm) const {
    std::vector<std::size_t> steps;
    for (; from < to; ++from) {
      if (hasSomethingToDo(step(from), shortForm)) steps.push_back(from);
    }
    return steps;
  }

  /// The reveal that a turn leads straight to. Before any other each looks over when it comes, having heard by then how
  /// what came before was taken.
  [[nodiscard]] std::vector<std::size_t> revealAt(std::size_t at) const {
    if (at < count() && step(at).kind() == StepKind::Reveal) return {at};
    return {};
  }

  void addAlone() {
    TurnStage turn{.whose = m_begun.first, .frame = TurnStage::Frame::Alone, .steps = {}, .reveals = {}};
    for (std::size_t i = 0; i < count(); ++i) {
      const StepKind kind = step(i).kind();
      if (kind == StepKind::Reveal || kind == StepKind::Speak || kind == StepKind::Reflect) continue;
      turn.steps.push_back(i);
    }
    m_stages.push_back(std::move(turn));
  }

  void addLook(PartnerId whose, TurnStage::Frame frame, bool shortForm) {
    std::size_t from = 0;
    while (from < count() && isJoint(step(from))) ++from;
    m_stages.push_back(TurnStage{.whose = whose,
                                 .frame = frame,
                                 .steps = stepsBetween(from, endOfTurn(from), shortForm),
                                 .reveals = {},
                                 .next = viewerOf(whose),
                                 .shortForm = shortForm});
  }

  void addSegments() {
    for (std::size_t i = 0; i < count();) {
      i = isJoint(step(i)) ? addJoint(i) : addTurns(i);
    }
  }

  std::size_t addTurns(std::size_t from) {
    const std::size_t end = endOfTurn(from);
    const bool lookedBefore = m_begun.mode == SittingMode::JointLook && m_turnSegments == 0;
    m_first = m_turnSegments % 2 == 0 ? m_begun.first : otherOf(m_begun.first);
    ++m_turnSegments;
    TurnStage turn{.whose = m_first,
                   .frame = TurnStage::Frame::HandedOver,
                   .steps = lookedBefore ? std::vector<std::size_t>{} : stepsBetween(from, end, false),
                   .reveals = revealAt(end)};
    if (lookedBefore && turn.reveals.empty()) return end;
    addForEach(std::move(turn));
    return end;
  }

  /// The turn of the one, and the same for the other.
  void addForEach(TurnStage turn) {
    turn.next = viewerOf(otherOf(turn.whose));
    m_stages.push_back(turn);
    turn.whose = otherOf(turn.whose);
    turn.next = Viewer::Both;
    m_stages.push_back(std::move(turn));
    m_together = false;
  }

  std::size_t addJoint(std::size_t at) {
    if (step(at).kind() == StepKind::Reveal && (at == 0 || isJoint(step(at - 1))))
      addForEach(TurnStage{.whose = m_first, .steps = {}, .reveals = {at}});
    if (!m_together) m_stages.push_back(TogetherStage{at});
    m_together = true;
    if (step(at).kind() == StepKind::Speak) return addTalk(at);
    if (step(at).kind() == StepKind::Reveal) {
      m_stages.push_back(RevealStage{at});
    } else {
      m_stages.push_back(JointStage{at});
    }
    return at + 1;
  }

  std::size_t addTalk(std::size_t at) {
    const PartnerId opener = m_talkSegments % 2 == 0 ? m_begun.first : otherOf(m_begun.first);
    ++m_talkSegments;
    TalkStage talk{.speak = at, .reflect = std::nullopt, .opener = opener};
    talk.turns = 2 * std::max(1, std::get<SpeakStep>(step(at).form).rounds);
    if (at + 1 < count() && step(at + 1).kind() == StepKind::Reflect) talk.reflect = at + 1;
    m_stages.push_back(talk);
    return talk.reflect ? at + 2 : at + 1;
  }

  const Exercise& m_exercise;
  const Begun& m_begun;
  ShortForms m_shortForms;
  std::vector<Stage> m_stages;
  bool m_together = true;  ///< both are at the laptop, so that a joint step needs no hand-over
  PartnerId m_first = m_begun.first;  ///< in the turns laid out last
  int m_turnSegments = 0;
  int m_talkSegments = 0;
};

}  // namespace

std::vector<Stage> courseOf(const Exercise& exercise, const Begun& begun, ShortForms shortForms) {
  return CourseMaker(exercise, begun, shortForms).make();
}

VaultId laneOf(const Stage& stage) {
  const auto* turn = std::get_if<TurnStage>(&stage);
  return turn ? vaultOf(turn->whose) : VaultId::Ours;
}

}  // namespace footbridge::practice
