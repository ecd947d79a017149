// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/walk.h"

#include <algorithm>
#include <set>

#include "practice/answer_rules.h"
#include "practice/lane_reader.h"

namespace footbridge::practice {
namespace {

bool isShortLook(const std::optional<std::vector<SittingEvent>>& lane) {
  const auto* begun = lane && !lane->empty() ? std::get_if<Begun>(&lane->front()) : nullptr;
  return begun && begun->mode == SittingMode::OwnLook && begun->shortForm;
}

/// The lanes that a mode records in.
bool usesLane(const Begun& begun, VaultId lane) {
  const bool apart = begun.mode == SittingMode::Alone || begun.mode == SittingMode::OwnLook;
  return !apart || lane == vaultOf(begun.first);
}

class Walk {
 public:
  Walk(const Exercise& exercise, const Begun& begun, const Lanes& lanes)
      : m_exercise(exercise), m_begun(begun), m_reader(lanes) {
    m_now.course = courseOf(exercise, begun, {.a = isShortLook(lanes.a), .b = isShortLook(lanes.b)});
    m_now.linesStartOpen = begun.mode != SittingMode::JointLook && exercise.practice.has_value();
  }

  Standing run() {
    takeBegun();
    enterStage();
    while (!m_now.finished() && !m_now.damaged && !m_now.locked && walkStage()) {
    }
    if (!m_now.locked && m_reader.hasMore()) m_now.damaged = true;
    lockBeforeReveal();
    return std::move(m_now);
  }

 private:
  /// The Begun of each lane that has one: the joint lane, an own lane, and the earlier looks of a joint one.
  void takeBegun() {
    if (usesLane(m_begun, VaultId::Ours) && !m_reader.knows(VaultId::Ours)) m_now.locked = m_begun.first;
    for (const VaultId lane : kLanes) {
      const auto* event = m_reader.peek(lane);
      const auto* begun = event ? std::get_if<Begun>(event) : nullptr;
      if (!begun) continue;
      const bool earlierLook = m_begun.mode == SittingMode::JointLook && begun->mode == SittingMode::OwnLook &&
                               ownerOf(lane) == begun->first;
      if (*begun != m_begun && !earlierLook) continue;
      m_reader.moveOn(lane);
    }
  }

  // --- from stage to stage

  void nextStage() {
    ++m_now.stage;
    enterStage();
  }

  void enterStage() {
    m_now.at = 0;
    m_now.talk = {};
    m_now.revealed = false;
    m_now.phase = TurnPhase::Curtain;
    const auto* turn = m_now.stageAs<TurnStage>();
    if (turn && turn->frame != TurnStage::Frame::HandedOver) m_now.phase = TurnPhase::Steps;
  }

  /// One event, or one step past a stage. False when the sitting stands here.
  bool walkStage() {
    const Stage& stage = m_now.course[m_now.stage];
    const VaultId lane = laneOf(stage);
    const auto* turn = std::get_if<TurnStage>(&stage);
    if (turn && isOver(*turn)) {
      nextStage();
      return true;
    }
    if (!m_reader.knows(lane)) return passUnknown(lane, turn);
    const SittingEvent* event = m_reader.peek(lane);
    const bool earlier = turn && turn->frame == TurnStage::Frame::EarlierLook;
    if (event && std::visit([this, &stage](const auto& e) { return takeAt(stage, e); }, *event)) {
      m_reader.moveOn(lane);
      return true;
    }
    if (earlier) {
      nextStage();
      return true;
    }
    if (event) m_now.damaged = true;
    return false;
  }

  /// Done without an event of its own: a whole exercise alone has no end to declare.
  [[nodiscard]] bool isOver(const TurnStage& turn) const {
    return turn.frame == TurnStage::Frame::Alone && m_now.phase == TurnPhase::Steps && m_now.at == turn.steps.size();
  }

  bool passUnknown(VaultId lane, const TurnStage* turn) {
    const bool earlier = turn && turn->frame == TurnStage::Frame::EarlierLook;
    if (earlier || m_reader.hasMore()) {
      nextStage();
      return true;
    }
    m_now.locked = ownerOf(lane).value_or(m_begun.first);
    return false;
  }

  /// What a reveal copies must be known when it is entered.
  void lockBeforeReveal() {
    if (m_now.locked || m_now.finished() || m_now.revealed) return;
    const bool barrier = m_now.stageAs<TogetherStage>() && m_now.stage + 1 < m_now.course.size() &&
                         std::holds_alternative<RevealStage>(m_now.course[m_now.stage + 1]);
    if (!barrier && !m_now.stageAs<RevealStage>()) return;
    for (const PartnerId partner : {m_begun.first, otherOf(m_begun.first)}) {
      if (!m_now.locked && !m_reader.knows(vaultOf(partner))) m_now.locked = partner;
    }
  }

  // --- events, each true when it can have happened here

  template <typename Event>
  bool takeAt(const Stage& stage, const Event& event) {
    return std::visit([this, &event](const auto& s) { return this->take(s, event); }, stage);
  }

  bool take(const TurnStage&, const TurnBegun&) {
    if (m_now.phase != TurnPhase::Curtain) return false;
    m_now.phase = TurnPhase::Steps;
    settle();
    return true;
  }
  bool take(const TurnStage& turn, const Answered& answered) {
    const Step* step = stepNow(turn, answered.step);
    if (!step || !isOfKind(m_exercise, *step, answered.answer)) return false;
    m_now.partOf(turn.whose).give(answered.step, answered.answer);
    return advanceTurn();
  }
  bool take(const TurnStage& turn, const Passed& passed) {
    if (!stepNow(turn, passed.step)) return false;
    m_now.partOf(turn.whose).answers.erase(passed.step);
    return advanceTurn();
  }
  bool take(const TurnStage& turn, const WentBack& back) {
    return goBackAmong(turn.steps, TurnPhase::Steps, back.to) ||
           goBackAmong(turn.reveals, TurnPhase::LookOver, back.to);
  }
  bool take(const TurnStage& turn, const LookedOver& looked) {
    if (m_now.phase != TurnPhase::LookOver) return false;
    const Step& reveal = m_exercise.steps[turn.reveals[m_now.at]];
    if (reveal.id != looked.reveal) return false;
    if (!choose(turn.whose, std::get<RevealStep>(reveal.form), looked.choices)) return false;
    ++m_now.at;
    settle();
    return true;
  }
  bool take(const TurnStage&, const TurnEnded&) {
    if (m_now.phase != TurnPhase::End) return false;
    nextStage();
    return true;
  }

  bool take(const TogetherStage&, const CameTogether&) {
    nextStage();
    return true;
  }

  bool take(const JointStage& joint, const Answered& answered) {
    const Step& step = m_exercise.steps[joint.step];
    if (step.id != answered.step || !isOfKind(m_exercise, step, answered.answer)) return false;
    m_now.joint.give(answered.step, answered.answer);
    nextStage();
    return true;
  }
  bool take(const JointStage& joint, const Passed& passed) {
    if (m_exercise.steps[joint.step].id != passed.step) return false;
    m_now.joint.answers.erase(passed.step);
    nextStage();
    return true;
  }
  bool take(const JointStage&, const WentBack& back) {
    const auto* before = m_now.stage > 0 ? std::get_if<JointStage>(&m_now.course[m_now.stage - 1]) : nullptr;
    if (!before || m_exercise.steps[before->step].id != back.to) return false;
    --m_now.stage;
    enterStage();
    return true;
  }

  bool take(const RevealStage& reveal, const Revealed& revealed) {
    const Step& step = m_exercise.steps[reveal.step];
    if (m_now.revealed || step.id != revealed.reveal || !mayHold(std::get<RevealStep>(step.form), revealed.lines)) {
      return false;
    }
    m_now.revealed = true;
    m_now.lastReveal = revealed.lines;
    m_now.opened.insert(m_now.opened.end(), revealed.lines.begin(), revealed.lines.end());
    return true;
  }
  bool take(const RevealStage& reveal, const Answered& answered) {
    return std::holds_alternative<std::monostate>(answered.answer) && leaveReveal(reveal, answered.step);
  }
  bool take(const RevealStage& reveal, const Passed& passed) { return leaveReveal(reveal, passed.step); }

  bool take(const TalkStage& talk, const Spoke& spoke) {
    TalkProgress& progress = m_now.talk;
    const bool here = progress.phase == TalkScreen::Phase::Speaking && spoke.turn == progress.turn;
    if (!here || m_exercise.steps[talk.speak].id != spoke.step || spoke.seconds < 0) return false;
    (progress.turn % 2 == 0 ? progress.ofOpener : progress.ofOther) += spoke.seconds;
    if (!talk.reflect) return nextSpeaker(talk);
    progress.phase = TalkScreen::Phase::Reflecting;
    return true;
  }
  bool take(const TalkStage& talk, const Reflected& reflected) {
    TalkProgress& progress = m_now.talk;
    const bool here = progress.phase == TalkScreen::Phase::Reflecting && reflected.turn == progress.turn;
    if (!here || m_exercise.steps[*talk.reflect].id != reflected.step) return false;
    if (reflected.verdict == Verdict::Yes) return nextSpeaker(talk);
    ++progress.tries;
    return true;
  }
  /// Of the talk: all of it ends. Of saying it back: this turn does, whether or not anything was said in it.
  bool take(const TalkStage& talk, const Passed& passed) {
    if (talk.reflect && m_exercise.steps[*talk.reflect].id == passed.step) return nextSpeaker(talk);
    if (m_exercise.steps[talk.speak].id != passed.step) return false;
    nextStage();
    return true;
  }

  template <typename AnyStage, typename Event>
  bool take(const AnyStage&, const Event&) {
    return false;
  }

  // --- what they do

  [[nodiscard]] const Step* stepNow(const TurnStage& turn, const StepId& id) const {
    if (m_now.phase != TurnPhase::Steps || m_now.at >= turn.steps.size()) return nullptr;
    const Step& step = m_exercise.steps[turn.steps[m_now.at]];
    return step.id == id ? &step : nullptr;
  }

  bool advanceTurn() {
    ++m_now.at;
    const auto* turn = m_now.stageAs<TurnStage>();
    if (turn && turn->frame == TurnStage::Frame::OwnLook && m_now.at == turn->steps.size()) m_now.wasPartDone = true;
    settle();
    return true;
  }

  /// Past the last step comes looking over, past that the end; a reveal with no line of one's own is not looked over.
  void settle() {
    const auto* turn = m_now.stageAs<TurnStage>();
    if (!turn || turn->frame != TurnStage::Frame::HandedOver) return;
    if (m_now.phase == TurnPhase::Steps && m_now.at == turn->steps.size()) {
      m_now.phase = TurnPhase::LookOver;
      m_now.at = 0;
    }
    if (m_now.phase != TurnPhase::LookOver) return;
    while (m_now.at < turn->reveals.size() && m_now.linesNow(m_exercise).empty()) ++m_now.at;
    if (m_now.at == turn->reveals.size()) m_now.phase = TurnPhase::End;
  }

  /// Back is to something before the place where one stands.
  bool goBackAmong(const std::vector<std::size_t>& places, TurnPhase phase, const StepId& to) {
    const auto found =
        std::find_if(places.begin(), places.end(), [&](std::size_t index) { return m_exercise.steps[index].id == to; });
    if (found == places.end() || m_now.phase == TurnPhase::Curtain) return false;
    const auto place = static_cast<std::size_t>(found - places.begin());
    const bool isBefore = phase < m_now.phase || (phase == m_now.phase && place < m_now.at);
    if (!isBefore) return false;
    m_now.phase = phase;
    m_now.at = place;
    return true;
  }

  /// Lines that are not named keep what they stand at.
  bool choose(PartnerId whose, const RevealStep& reveal, const std::vector<LineChoice>& choices) {
    OwnPart& part = m_now.partOf(whose);
    std::set<LineId> known;
    for (const auto& line : linesFor(m_exercise, reveal, part, m_now.linesStartOpen)) {
      known.insert(line.line);
      part.choices.insert_or_assign(line.line, LineChoice{line.line, line.open, line.trimmed});
    }
    for (const LineChoice& choice : choices) {
      if (!known.contains(choice.line) || (choice.open && !mayOpen(m_exercise, choice.line))) return false;
      part.choices.insert_or_assign(choice.line, choice);
    }
    return true;
  }

  [[nodiscard]] bool mayHold(const RevealStep& reveal, const std::vector<OpenedLine>& lines) const {
    return std::all_of(lines.begin(), lines.end(), [&](const OpenedLine& line) {
      const bool named = std::find(reveal.opens.begin(), reveal.opens.end(), line.line.step) != reveal.opens.end();
      return named && mayOpen(m_exercise, line.line);
    });
  }

  bool leaveReveal(const RevealStage& reveal, const StepId& step) {
    if (!m_now.revealed || m_exercise.steps[reveal.step].id != step) return false;
    nextStage();
    return true;
  }

  bool nextSpeaker(const TalkStage& talk) {
    m_now.talk =
        TalkProgress{.turn = m_now.talk.turn + 1, .ofOpener = m_now.talk.ofOpener, .ofOther = m_now.talk.ofOther};
    if (m_now.talk.turn == talk.turns) nextStage();
    return true;
  }

  const Exercise& m_exercise;
  const Begun& m_begun;
  LaneReader m_reader;
  Standing m_now;
};

}  // namespace

std::vector<LookOverScreen::Line> Standing::linesNow(const Exercise& exercise) const {
  const auto* turn = stageAs<TurnStage>();
  if (!turn || phase != TurnPhase::LookOver || at >= turn->reveals.size()) return {};
  const auto& reveal = std::get<RevealStep>(exercise.steps[turn->reveals[at]].form);
  return linesFor(exercise, reveal, partOf(turn->whose), linesStartOpen);
}

Standing standingOf(const Exercise& exercise, const Begun& begun, const Lanes& lanes) {
  return Walk(exercise, begun, lanes).run();
}

}  // namespace footbridge::practice
