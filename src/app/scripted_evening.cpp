// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scripted_evening.h"

#include <utility>
#include <vector>

#include "practice/sitting.h"

namespace footbridge::app {
namespace {

using namespace practice;

/// What the made-up couple does at each kind of screen; none: the sitting is over.
class Part {
 public:
  Part(const Exercise& exercise, const EveningWords& words) : m_exercise(exercise), m_words(words) {}

  std::optional<Action> actionAt(const Screen& screen) const {
    m_viewer = screen.viewer;
    return std::visit([this](const auto& body) { return at(body); }, screen.body);
  }

 private:
  using Choice = std::optional<Action>;

  Choice at(const HandOverScreen& screen) const {
    if (screen.to == Viewer::Both) return Action{ComeTogether{}};
    return Action{TakeTurn{}};
  }
  Choice at(const StepScreen& screen) const {
    const auto& words = m_viewer == Viewer::Both ? m_words.together : m_words.apart.at(m_viewer == Viewer::A ? 0 : 1);
    if (const auto found = words.find(screen.step); found != words.end()) return Action{GiveAnswer{found->second}};
    if (m_exercise.find(screen.step)->hasAnswer()) return Action{Pass{}};
    return Action{GiveAnswer{}};
  }
  Choice at(const LookOverScreen& screen) const {
    ChooseLines choices;
    for (const auto& line : screen.lines) choices.choices.push_back({line.line, line.mayOpen, std::nullopt});
    return Action{std::move(choices)};
  }
  Choice at(const EndOfTurnScreen&) const { return Action{EndTurn{}}; }
  Choice at(const RevealScreen&) const { return Action{MoveOn{}}; }
  Choice at(const TalkScreen& screen) const {
    if (screen.phase == TalkScreen::Phase::Speaking) return Action{SpeechOver{screen.seconds}};
    return Action{Confirm{Verdict::Yes}};
  }
  Choice at(const LockedScreen&) const { return std::nullopt; }
  Choice at(const PartDoneScreen&) const { return std::nullopt; }
  Choice at(const FinishedScreen&) const { return std::nullopt; }

  const Exercise& m_exercise;
  const EveningWords& m_words;
  mutable Viewer m_viewer = Viewer::Nobody;
};

RatedAnswer ratingsOf(const RateStep& step, const std::vector<std::optional<int>>& marks) {
  RatedAnswer answer;
  for (std::size_t i = 0; i < step.items.size() && i < marks.size(); ++i) {
    answer.ratings.push_back({step.items[i].id, marks[i] ? Score::from(*marks[i]) : std::nullopt});
  }
  return answer;
}

/// An agreement of the two is an entry of its own besides the event it was made in.
EntryChanges agreementsIn(const std::vector<SittingEvent>& events, SittingId sitting) {
  EntryChanges changes;
  for (const SittingEvent& event : events) {
    const auto* answered = std::get_if<Answered>(&event);
    const auto* agreed = answered != nullptr ? std::get_if<AgreedAnswer>(&answered->answer) : nullptr;
    if (agreed == nullptr || !agreed->agreement) continue;
    Agreement agreement = *agreed->agreement;
    agreement.from = sitting;
    changes.added.emplace_back(std::move(agreement));
  }
  return changes;
}

VaultId laneOfBeginning(const Begun& begun) {
  const bool joint = begun.mode == SittingMode::Together || begun.mode == SittingMode::JointLook;
  return joint ? VaultId::Ours : vaultOf(begun.first);
}

}  // namespace

EveningWords lookWords(const Exercise& look, const content::ScriptedLook& scripted) {
  EveningWords words;
  for (const Step& step : look.steps) {
    if (step.kind() == StepKind::Close) words.together.emplace(step.id, scripted.close);
    if (const auto* agree = std::get_if<AgreeStep>(&step.form); agree != nullptr && !agree->review) {
      words.together.emplace(
          step.id, AgreedAnswer{scripted.agreement ? std::optional(scripted.agreement->agreement) : std::nullopt});
    }
    for (std::size_t i = 0; i < words.apart.size(); ++i) {
      const content::ScriptedLook::Part& part = scripted.parts.at(i);
      if (const auto* rate = std::get_if<RateStep>(&step.form)) {
        words.apart.at(i).emplace(step.id, ratingsOf(*rate, part.lines));
      }
      if (step.kind() != StepKind::Write) continue;
      const std::string& text = step.isPrivate                    ? part.note
                                : step.id.text() == "appreciated" ? part.appreciated
                                                                  : part.needed;
      if (!text.empty()) words.apart.at(i).emplace(step.id, WrittenAnswer{text});
    }
  }
  return words;
}

Result<SittingId> playEvening(const Exercise& exercise, Begun begun, const EveningWords& words, Journal& journal) {
  const VaultId lane = laneOfBeginning(begun);
  Result<SittingId> id = journal.begin(lane, std::move(begun));
  if (!id) return id;
  Result<Lanes> lanes = journal.load(*id);
  if (!lanes) return lanes.error();
  Result<Sitting> sitting = replay(exercise, std::move(*lanes));
  if (!sitting) return sitting.error();
  const Part part(exercise, words);
  while (const auto action = part.actionAt(screenOf(exercise, *sitting))) {
    const Result<Recorded> recorded = decide(exercise, *sitting, *action);
    if (!recorded) return recorded.error();
    if (auto kept = journal.append(*id, recorded->lane, recorded->events, agreementsIn(recorded->events, *id)); !kept) {
      return kept.error();
    }
    *sitting = after(std::move(*sitting), *recorded);
  }
  return *id;
}

}  // namespace footbridge::app
