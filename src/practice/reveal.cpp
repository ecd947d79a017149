// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/reveal.h"

#include <algorithm>

#include "practice/answer_rules.h"

namespace footbridge::practice {
namespace {

std::vector<LineId> lineIdsOf(const StepId& step, const Answer& answer) {
  const auto* rated = std::get_if<RatedAnswer>(&answer);
  if (!rated) return {LineId{step, std::nullopt}};
  std::vector<LineId> lines;
  lines.reserve(rated->ratings.size());
  for (const Rating& rating : rated->ratings) lines.push_back(LineId{step, rating.item});
  return lines;
}

bool isPrivate(const Step& step, const Step& form, const std::optional<ItemId>& item) {
  if (step.isPrivate || form.isPrivate) return true;
  const auto* rate = std::get_if<RateStep>(&form.form);
  if (!rate || !item) return false;
  return std::any_of(rate->items.begin(), rate->items.end(),
                     [&item](const RateItem& i) { return i.id == *item && i.isPrivate; });
}

/// One partner's lines that they chose to open, as they would be read.
std::vector<OpenedLine> chosenBy(const Exercise& exercise, const StepId& step, PartnerId writer, const OwnPart& part) {
  std::vector<OpenedLine> chosen;
  const auto answer = part.answers.find(step);
  if (answer == part.answers.end()) return chosen;
  for (const LineId& line : lineIdsOf(step, answer->second)) {
    const auto choice = part.choices.find(line);
    if (choice == part.choices.end() || !choice->second.open || !mayOpen(exercise, line)) continue;
    const auto given = lineOf(answer->second, line);
    chosen.push_back(OpenedLine{writer, line, choice->second.trimmed.value_or(*given)});
  }
  return chosen;
}

bool holds(const std::vector<OpenedLine>& lines, PartnerId writer, const LineId& line) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const OpenedLine& opened) { return opened.writer == writer && opened.line == line; });
}

/// Nobody can say of a line that the exercise has no more whether it may be opened.
bool isKnown(const Exercise& exercise, const LineId& line) {
  const Step* step = exercise.find(line.step);
  const auto* rate = step ? std::get_if<RateStep>(&formOf(exercise, *step).form) : nullptr;
  return !rate || !line.item || std::ranges::count(rate->items, *line.item, &RateItem::id) > 0;
}

}  // namespace

void OwnPart::give(const StepId& step, const Answer& answer) {
  const auto before = answers.find(step);
  if (before == answers.end() || before->second != answer) {
    for (auto& [line, choice] : choices) {
      if (line.step == step) choice.trimmed.reset();
    }
  }
  answers.insert_or_assign(step, answer);
  firstOffers.insert_or_assign(step, answer);
}

std::optional<Answer> lineOf(const Answer& answer, const LineId& line) {
  if (!line.item) return answer;
  const auto* rated = std::get_if<RatedAnswer>(&answer);
  if (!rated) return std::nullopt;
  const auto found = std::find_if(rated->ratings.begin(), rated->ratings.end(),
                                  [&line](const Rating& rating) { return rating.item == *line.item; });
  if (found == rated->ratings.end()) return std::nullopt;
  return RatedAnswer{{*found}};
}

bool mayOpen(const Exercise& exercise, const LineId& line) {
  const Step* step = exercise.find(line.step);
  return step && !isPrivate(*step, formOf(exercise, *step), line.item);
}

std::vector<LookOverScreen::Line> linesFor(const Exercise& exercise, const RevealStep& reveal, const OwnPart& part,
                                           bool startOpen) {
  std::vector<LookOverScreen::Line> lines;
  for (const StepId& step : reveal.opens) {
    const auto answer = part.answers.find(step);
    if (answer == part.answers.end()) continue;
    for (const LineId& id : lineIdsOf(step, answer->second)) {
      const bool may = mayOpen(exercise, id) && isKnown(exercise, id);
      const auto choice = part.choices.find(id);
      const bool chosen = choice != part.choices.end();
      lines.push_back({.line = id,
                       .answer = *lineOf(answer->second, id),
                       .open = may && (chosen ? choice->second.open : startOpen),
                       .mayOpen = may,
                       .trimmed = chosen ? choice->second.trimmed : std::nullopt});
    }
  }
  return lines;
}

std::vector<OpenedLine> openedBy(const Exercise& exercise, const RevealStep& reveal, const OwnPart& a, const OwnPart& b,
                                 const std::vector<OpenedLine>& before) {
  std::vector<OpenedLine> chosen;
  for (const StepId& step : reveal.opens) {
    for (auto& line : chosenBy(exercise, step, PartnerId::A, a)) chosen.push_back(std::move(line));
    for (auto& line : chosenBy(exercise, step, PartnerId::B, b)) chosen.push_back(std::move(line));
  }
  const auto aboutOf = [&exercise](const OpenedLine& line) {
    const Step* step = exercise.find(line.line.step);
    const auto* guess = std::get_if<GuessStep>(&step->form);
    return guess ? std::optional(LineId{guess->about, line.line.item}) : std::nullopt;
  };
  // A rated line stands only where both chose it.
  const auto standsAlone = [&](const OpenedLine& line) {
    return !line.line.item || holds(chosen, otherOf(line.writer), line.line);
  };
  const auto isOpen = [&](const OpenedLine& line) {
    const auto about = aboutOf(line);
    if (!about) return standsAlone(line);
    const PartnerId owner = otherOf(line.writer);
    if (holds(before, owner, *about)) return true;
    return std::any_of(chosen.begin(), chosen.end(), [&](const OpenedLine& other) {
      return other.writer == owner && other.line == *about && standsAlone(other);
    });
  };
  std::vector<OpenedLine> opened;
  std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(opened), isOpen);
  return opened;
}

}  // namespace footbridge::practice
