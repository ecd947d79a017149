// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/care.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "practice/story.h"

namespace footbridge::practice {
namespace {

/// The words of a scale stand at 0, 2, 4 and 6; up to here they say "not calm" and "a little calm".
constexpr int kUnsettled = 2;

bool is(const Exercise& exercise, const StepId& id, StepKind kind) {
  const Step* step = exercise.find(id);
  return step != nullptr && step->kind() == kind;
}

/// The words of a part; several cards stand in one line.
void addWords(std::vector<std::string>& to, const Exercise& exercise, const TranscriptPart& part) {
  const bool isCards = is(exercise, part.step, StepKind::Choose);
  std::string cards;
  for (const TranscriptLine& line : part.lines) {
    if (line.nameless > 0) continue;
    if (!isCards) to.push_back(line.text);
    if (isCards) cards += (cards.empty() ? "" : " · ") + line.text;
  }
  if (!cards.empty()) to.push_back(std::move(cards));
}

std::optional<PausePlan> planIn(const Exercise& exercise, const Lanes& lanes) {
  PausePlan plan;
  bool isWritten = false;
  for (const TranscriptPart& part : transcriptOf(exercise, lanes, Reader::OursAlone)) {
    const bool isWords = is(exercise, part.step, StepKind::Write);
    if (!isWords && !is(exercise, part.step, StepKind::Choose)) continue;
    isWritten |= isWords && !part.who;
    addWords(!part.who ? plan.together : *part.who == PartnerId::A ? plan.ofA : plan.ofB, exercise, part);
  }
  return isWritten ? std::optional(std::move(plan)) : std::nullopt;
}

/// The last marks that stand in a lane at a private step; empty where there are none.
std::vector<Rating> marksAt(const Exercise& exercise, std::span<const SittingEvent> lane, const StepId& id) {
  const Step* step = exercise.find(id);
  std::vector<Rating> marks;
  if (step == nullptr || !step->isPrivate) return marks;
  for (const SittingEvent& event : lane) {
    if (const auto* passed = std::get_if<Passed>(&event); passed && passed->step == id) marks.clear();
    const auto* answered = std::get_if<Answered>(&event);
    if (answered == nullptr || answered->step != id) continue;
    if (const auto* rated = std::get_if<RatedAnswer>(&answered->answer)) marks = rated->ratings;
  }
  return marks;
}

const Rating* find(std::span<const Rating> marks, const ItemId& item) {
  const auto found = std::ranges::find(marks, item, &Rating::item);
  return found == marks.end() ? nullptr : &*found;
}

}  // namespace

DeckId deckOf(CareDeck deck) {
  constexpr std::array<std::string_view, 4> kDecks{"pause-pleasures", "settling", "aftercare", "mending-lines"};
  return *DeckId::from(kDecks.at(static_cast<std::size_t>(deck)));
}

ExerciseId pausePlanExercise() {
  return *ExerciseId::from("the-pause-plan");
}

std::optional<PausePlan> pausePlanOf(const Exercise& exercise, std::span<const SittingSummary> sittings) {
  for (const SittingSummary& sitting : sittings) {
    if (sitting.begun.exercise != exercise.id || sitting.begun.mode != SittingMode::Together) continue;
    if (auto plan = planIn(exercise, sitting.lanes)) return plan;
  }
  return std::nullopt;
}

std::vector<Rating> marksBefore(const Exercise& exercise, std::span<const SittingEvent> lane, const StepId& step) {
  std::vector<Rating> before;
  const Step* again = exercise.find(step);
  const auto* form = again != nullptr && again->isPrivate ? std::get_if<RateStep>(&again->form) : nullptr;
  if (form == nullptr) return before;
  for (const Step& earlier : exercise.steps) {
    if (earlier.id == step) break;
    const auto* first = earlier.isPrivate ? std::get_if<RateStep>(&earlier.form) : nullptr;
    if (first == nullptr) continue;
    const std::vector<Rating> given = marksAt(exercise, lane, earlier.id);
    for (const RateItem& line : first->items) {
      const bool isAsked = std::ranges::find(form->items, line.id, &RateItem::id) != form->items.end();
      if (!isAsked || find(before, line.id) != nullptr) continue;
      const Rating* mark = find(given, line.id);
      before.push_back({line.id, mark != nullptr ? mark->score : std::nullopt});
    }
  }
  return before;
}

bool isUnsettled(std::span<const Rating> before, std::span<const Rating> now) {
  return std::ranges::any_of(now, [before](const Rating& mark) {
    const Rating* earlier = find(before, mark.item);
    if (earlier == nullptr || !mark.score) return false;
    return mark.score->mark() <= kUnsettled || (earlier->score && *mark.score < *earlier->score);
  });
}

bool endedUnsettled(const Exercise& exercise, std::span<const SittingEvent> lane) {
  return std::ranges::any_of(exercise.steps, [&](const Step& step) {
    return isUnsettled(marksBefore(exercise, lane, step.id), marksAt(exercise, lane, step.id));
  });
}

}  // namespace footbridge::practice
