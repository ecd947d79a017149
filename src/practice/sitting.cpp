// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sitting.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "practice/answer_rules.h"
#include "practice/show.h"
#include "practice/walk.h"

namespace footbridge::practice {
namespace {

/// Nobody speaks longer; a clock that says so has slept.
constexpr int kLongestSpeech = 24 * 60 * 60;

Error notAllowed() {
  return Error{.kind = ErrorKind::NotAllowed};
}
Error invalid(const char* part) {
  return Error{.kind = ErrorKind::Invalid, .subject = part};
}

/// The lane a mode begins in.
VaultId beginsIn(const Begun& begun) {
  const bool apart = begun.mode == SittingMode::Alone || begun.mode == SittingMode::OwnLook;
  return apart ? vaultOf(begun.first) : VaultId::Ours;
}

/// Answers what each action records where the sitting stands. One is made for one decision.
class Decision {
 public:
  Decision(const Exercise& exercise, const Sitting& sitting)
      : m_exercise(exercise), m_now(standingOf(exercise, sitting.begun, sitting.lanes)) {}

  [[nodiscard]] bool closed() const { return m_now.locked || m_now.finished() || m_now.damaged; }
  [[nodiscard]] const Standing& now() const { return m_now; }

  Result<Recorded> operator()(const TakeTurn&) const {
    const auto* turn = turnIn(TurnPhase::Curtain);
    if (!turn) return notAllowed();
    return inTurn(*turn, TurnBegun{});
  }

  Result<Recorded> operator()(const ComeTogether&) const {
    if (!m_now.stageAs<TogetherStage>()) return notAllowed();
    return jointly(CameTogether{});
  }

  Result<Recorded> operator()(const GiveAnswer& given) const {
    const auto* turn = turnIn(TurnPhase::Steps);
    const Step* step = stepNow();
    if (!step) return notAllowed();
    if (auto fine = checkAnswer(m_exercise, *step, given.answer, turn && turn->shortForm); !fine) return fine.error();
    // Nothing written is a pass.
    SittingEvent event = Passed{step->id};
    if (!isBlank(given.answer)) event = Answered{step->id, inStepOrder(m_exercise, *step, given.answer)};
    return turn ? inTurn(*turn, std::move(event)) : jointly(std::move(event));
  }

  Result<Recorded> operator()(const Pass&) const {
    if (const auto* talk = m_now.stageAs<TalkStage>()) return jointly(Passed{idOf(talk->speak)});
    if (const auto* reveal = m_now.stageAs<RevealStage>()) {
      if (!m_now.revealed) return notAllowed();
      return jointly(Passed{idOf(reveal->step)});
    }
    const Step* step = stepNow();
    if (!step) return notAllowed();
    const auto* turn = turnIn(TurnPhase::Steps);
    return turn ? inTurn(*turn, Passed{step->id}) : jointly(Passed{step->id});
  }

  Result<Recorded> operator()(const PassTurn&) const {
    const auto* talk = m_now.stageAs<TalkStage>();
    if (!talk || m_now.talk.turn + 1 == talk->turns) return notAllowed();
    if (talk->reflect) return jointly(Passed{idOf(*talk->reflect)});
    return jointly(Spoke{idOf(talk->speak), m_now.talk.turn, 0});
  }

  Result<Recorded> operator()(const Back&) const {
    const auto to = backFrom(m_exercise, m_now);
    if (!to) return notAllowed();
    const auto* turn = m_now.stageAs<TurnStage>();
    return turn ? inTurn(*turn, WentBack{*to}) : jointly(WentBack{*to});
  }

  Result<Recorded> operator()(const ChooseLines& chosen) const {
    const auto* turn = turnIn(TurnPhase::LookOver);
    if (!turn) return notAllowed();
    auto lines = m_now.linesNow(m_exercise);
    for (const LineChoice& choice : chosen.choices) {
      const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.line == choice.line; });
      if (line == lines.end()) return invalid("line");
      if (choice.open && !line->mayOpen) return notAllowed();
      if (choice.trimmed) {
        if (auto fine = checkTrim(line->answer, *choice.trimmed); !fine) return fine.error();
      }
      line->open = choice.open;
      line->trimmed = choice.trimmed;
    }
    LookedOver looked{idOf(turn->reveals[m_now.at]), {}};
    for (auto& line : lines) looked.choices.push_back({line.line, line.open, std::move(line.trimmed)});
    return inTurn(*turn, std::move(looked));
  }

  Result<Recorded> operator()(const EndTurn&) const {
    const auto* turn = turnIn(TurnPhase::End);
    if (!turn) return notAllowed();
    return inTurn(*turn, TurnEnded{});
  }

  Result<Recorded> operator()(const MoveOn&) const {
    const auto* reveal = m_now.stageAs<RevealStage>();
    if (!reveal || !m_now.revealed) return notAllowed();
    return jointly(Answered{idOf(reveal->step), std::monostate{}});
  }

  Result<Recorded> operator()(const SpeechOver& speech) const {
    const auto* talk = m_now.stageAs<TalkStage>();
    if (!talk || m_now.talk.phase != TalkScreen::Phase::Speaking) return notAllowed();
    if (speech.seconds < 0) return invalid("seconds");
    return jointly(Spoke{idOf(talk->speak), m_now.talk.turn, std::min(speech.seconds, kLongestSpeech)});
  }

  Result<Recorded> operator()(const Confirm& confirm) const {
    const auto* talk = m_now.stageAs<TalkStage>();
    if (!talk || m_now.talk.phase != TalkScreen::Phase::Reflecting) return notAllowed();
    return jointly(Reflected{idOf(*talk->reflect), m_now.talk.turn, confirm.verdict});
  }

 private:
  static Recorded inTurn(const TurnStage& turn, SittingEvent event) {
    return {vaultOf(turn.whose), {std::move(event)}};
  }
  static Recorded jointly(SittingEvent event) { return {VaultId::Ours, {std::move(event)}}; }

  [[nodiscard]] const StepId& idOf(std::size_t step) const { return m_exercise.steps[step].id; }
  [[nodiscard]] const TurnStage* turnIn(TurnPhase phase) const {
    return m_now.phase == phase ? m_now.stageAs<TurnStage>() : nullptr;
  }
  /// The step being done, in a turn or together; null elsewhere.
  [[nodiscard]] const Step* stepNow() const {
    if (const auto* joint = m_now.stageAs<JointStage>()) return &m_exercise.steps[joint->step];
    const auto* turn = turnIn(TurnPhase::Steps);
    return turn && m_now.at < turn->steps.size() ? &m_exercise.steps[turn->steps[m_now.at]] : nullptr;
  }

  const Exercise& m_exercise;
  Standing m_now;
};

/// What is opened is copied by the same moment that leads to the reveal.
void copyOpened(const Exercise& exercise, const Sitting& sitting, Recorded& recorded) {
  if (recorded.lane != VaultId::Ours) return;
  const Sitting next = after(sitting, recorded);
  const Standing now = standingOf(exercise, next.begun, next.lanes);
  const auto* stage = now.stageAs<RevealStage>();
  if (!stage || now.revealed || now.locked) return;
  const Step& step = exercise.steps[stage->step];
  recorded.events.emplace_back(
      Revealed{step.id, openedBy(exercise, std::get<RevealStep>(step.form), now.a, now.b, now.opened)});
}

/// Begun of the lane that tells what the sitting is.
Result<Begun> begunOf(const Lanes& lanes) {
  const auto firstOf = [](const std::optional<std::vector<SittingEvent>>& lane) {
    return lane && !lane->empty() ? std::get_if<Begun>(&lane->front()) : nullptr;
  };
  if (const auto* begun = firstOf(lanes.joint)) return *begun;
  if (lanes.joint && !lanes.joint->empty()) return Error{.kind = ErrorKind::Damaged, .detail = "begun"};
  const auto* a = firstOf(lanes.a);
  const auto* b = firstOf(lanes.b);
  if (a && !b) return *a;
  if (b && !a) return *b;
  const bool known = lanes.joint && lanes.a && lanes.b;
  return Error{.kind = known ? ErrorKind::Damaged : ErrorKind::Locked, .detail = "begun"};
}

}  // namespace

Sitting beginSitting(Begun begun) {
  Sitting sitting{
      begun,
      Lanes{.a = std::vector<SittingEvent>{}, .b = std::vector<SittingEvent>{}, .joint = std::vector<SittingEvent>{}}};
  sitting.lanes.of(beginsIn(begun))->emplace_back(std::move(begun));
  return sitting;
}

Result<Sitting> replay(const Exercise& exercise, Lanes lanes) {
  auto begun = begunOf(lanes);
  if (!begun) return begun.error();
  Sitting sitting{std::move(*begun), std::move(lanes)};
  const auto& first = sitting.lanes.of(beginsIn(sitting.begun));
  const bool begins = !first || (!first->empty() && std::holds_alternative<Begun>(first->front()));
  if (!begins || standingOf(exercise, sitting.begun, sitting.lanes).damaged) {
    return Error{.kind = ErrorKind::Damaged, .subject = exercise.id.text(), .detail = "lanes"};
  }
  return sitting;
}

Screen screenOf(const Exercise& exercise, const Sitting& sitting) {
  const Standing now = standingOf(exercise, sitting.begun, sitting.lanes);
  assert(!now.damaged);
  return screenAt(exercise, sitting.begun, now);
}

Result<Recorded> decide(const Exercise& exercise, const Sitting& sitting, const Action& action) {
  const Decision decision(exercise, sitting);
  if (decision.closed()) return notAllowed();
  auto recorded = std::visit(decision, action);
  if (recorded) copyOpened(exercise, sitting, *recorded);
  return recorded;
}

Sitting after(Sitting sitting, const Recorded& recorded) {
  auto& lane = sitting.lanes.of(recorded.lane);
  assert(lane.has_value());
  lane->insert(lane->end(), recorded.events.begin(), recorded.events.end());
  return sitting;
}

}  // namespace footbridge::practice
