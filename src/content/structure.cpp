// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/structure.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace footbridge::content {
namespace {

/// One exercise under check, and where its problems go.
struct Subject {
  const Exercise& exercise;
  const std::string& file;
  std::string_view stem;
  Problems& problems;

  void refuse(Rule rule, std::string place, std::string found = {}) const {
    problems.push_back({rule, file, std::move(place), std::move(found)});
  }
  [[nodiscard]] bool forOne() const { return exercise.audience == Audience::One; }
};

std::string placeOf(std::size_t step) {
  return "/steps/" + std::to_string(step);
}

void checkNames(const Subject& subject) {
  const Exercise& exercise = subject.exercise;
  if (exercise.id.text() != subject.stem) subject.refuse(Rule::NameIsNotFile, "/id", exercise.id.text());
  const bool isLook = exercise.id.text() == kWeeklyLook;
  if (!isLook && !exercise.practice) subject.refuse(Rule::PracticeMissing, "/practice");
  if (isLook && exercise.practice) subject.refuse(Rule::PracticeUnwanted, "/practice");
}

template <typename Element>
void refuseTwins(const std::vector<Element>& elements, const std::string& file, const std::string& place,
                 Problems& problems) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const std::string& id = elements[i].id.text();
    if (!seen.insert(id).second) {
      problems.push_back({Rule::IdTwice, file, place + "/" + std::to_string(i) + "/id", id});
    }
  }
}

template <typename Element>
void checkIds(const Subject& subject, const std::vector<Element>& elements, const std::string& place) {
  refuseTwins(elements, subject.file, place, subject.problems);
}

/// Steps are told apart within the exercise; lines and cards, within their step.
void checkStepIds(const Subject& subject) {
  checkIds(subject, subject.exercise.steps, "/steps");
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const Step& step = subject.exercise.steps[i];
    if (const auto* rate = std::get_if<RateStep>(&step.form)) checkIds(subject, rate->items, placeOf(i) + "/items");
    if (const auto* choose = std::get_if<ChooseStep>(&step.form)) {
      checkIds(subject, choose->cards, placeOf(i) + "/cards");
    }
  }
}

void checkChoices(const Subject& subject) {
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const auto* choose = std::get_if<ChooseStep>(&subject.exercise.steps[i].form);
    if (choose == nullptr || choose->cards.empty()) continue;
    const bool fits = choose->least <= choose->most && choose->most <= static_cast<int>(choose->cards.size());
    if (!fits) subject.refuse(Rule::ChoiceOutOfRange, placeOf(i) + "/most", std::to_string(choose->most));
  }
}

bool mayBeEitherOrEach(StepKind kind) {
  return kind != StepKind::Reveal && kind != StepKind::Speak && kind != StepKind::Reflect && kind != StepKind::Close &&
         kind != StepKind::Agree;
}
bool needsTwo(StepKind kind) {
  return kind == StepKind::Reveal || kind == StepKind::Speak || kind == StepKind::Reflect;
}

void checkWhoOf(const Subject& subject, const Step& step, const std::string& place) {
  const std::string kind(toText(step.kind()));
  if (subject.forOne()) {
    if (needsTwo(step.kind())) subject.refuse(Rule::KindNeedsTwo, place + "/kind", kind);
    if (step.who == StepFor::Both) subject.refuse(Rule::KindNeedsEach, place + "/who", kind);
    return;
  }
  if (step.who == StepFor::Each && !mayBeEitherOrEach(step.kind())) {
    subject.refuse(Rule::KindNeedsBoth, place + "/who", kind);
  }
  if (step.who == StepFor::Both && step.kind() == StepKind::Guess) {
    subject.refuse(Rule::KindNeedsEach, place + "/who", kind);
  }
}

void checkWho(const Subject& subject) {
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const Step& step = subject.exercise.steps[i];
    checkWhoOf(subject, step, placeOf(i));
    if (step.isPrivate && (step.who == StepFor::Both || !step.hasAnswer())) {
      subject.refuse(Rule::PrivateUnwanted, placeOf(i) + "/private", step.id.text());
    }
  }
}

/// The step that `name` means at `at`, if it is an earlier one of each partner's own that may be seen.
const Step* earlierOwn(const Subject& subject, const StepId& name, std::size_t at, const std::string& place) {
  const auto index = subject.exercise.indexOf(name);
  const auto refused = [&](Rule rule) -> const Step* {
    subject.refuse(rule, place, name.text());
    return nullptr;
  };
  if (!index) return refused(Rule::StepUnknown);
  if (*index >= at) return refused(Rule::StepNotEarlier);
  const Step& step = subject.exercise.steps[*index];
  if (step.who != StepFor::Each) return refused(Rule::StepNotEach);
  if (step.isPrivate) return refused(Rule::StepPrivate);
  if (!step.hasAnswer()) return refused(Rule::StepWithoutAnswer);
  return &step;
}

/// Which reveal opens each step: the first that names it.
std::map<StepId, std::size_t> openingsOf(const Exercise& exercise) {
  std::map<StepId, std::size_t> openings;
  for (std::size_t i = 0; i < exercise.steps.size(); ++i) {
    const auto* reveal = std::get_if<RevealStep>(&exercise.steps[i].form);
    if (reveal == nullptr) continue;
    for (const StepId& id : reveal->opens) openings.try_emplace(id, i);
  }
  return openings;
}

void checkReveals(const Subject& subject) {
  std::set<StepId> opened;
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const auto* reveal = std::get_if<RevealStep>(&subject.exercise.steps[i].form);
    if (reveal == nullptr) continue;
    for (std::size_t k = 0; k < reveal->opens.size(); ++k) {
      const std::string place = placeOf(i) + "/opens/" + std::to_string(k);
      earlierOwn(subject, reveal->opens[k], i, place);
      if (!opened.insert(reveal->opens[k]).second) {
        subject.refuse(Rule::OpenedTwice, place, reveal->opens[k].text());
      }
    }
  }
}

/// What is sealed "until both open it" is opened some time.
void checkSealed(const Subject& subject) {
  if (subject.forOne()) return;
  const auto openings = openingsOf(subject.exercise);
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const Step& step = subject.exercise.steps[i];
    const bool isSealed = step.who == StepFor::Each && step.hasAnswer() && !step.isPrivate;
    if (isSealed && !openings.contains(step.id)) subject.refuse(Rule::NeverOpened, placeOf(i), step.id.text());
  }
}

/// A guess opens only where what it is about is open.
void checkGuessIsInTime(const Subject& subject, const Step& step, const StepId& about, const std::string& place) {
  const auto openings = openingsOf(subject.exercise);
  const auto guessed = openings.find(step.id);
  const auto told = openings.find(about);
  if (guessed == openings.end() || told == openings.end() || told->second <= guessed->second) return;
  subject.refuse(Rule::GuessBeforeAbout, place, about.text());
}

void checkGuesses(const Subject& subject) {
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const auto* guess = std::get_if<GuessStep>(&subject.exercise.steps[i].form);
    if (guess == nullptr) continue;
    const std::string place = placeOf(i) + "/about";
    const Step* about = earlierOwn(subject, guess->about, i, place);
    if (about == nullptr) continue;
    const StepKind kind = about->kind();
    const bool canBeGuessed = kind == StepKind::Rate || kind == StepKind::Choose || kind == StepKind::Write;
    if (!canBeGuessed) subject.refuse(Rule::GuessOfOther, place, guess->about.text());
    checkGuessIsInTime(subject, subject.exercise.steps[i], guess->about, place);
  }
}

void checkReflections(const Subject& subject) {
  const auto& steps = subject.exercise.steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].kind() != StepKind::Reflect) continue;
    const bool follows = i > 0 && steps[i - 1].kind() == StepKind::Speak;
    if (!follows) subject.refuse(Rule::ReflectAlone, placeOf(i), steps[i].id.text());
  }
}

/// The figure for both is made of moves that each drew before, and that are open by then.
void checkLoops(const Subject& subject) {
  const auto openings = openingsOf(subject.exercise);
  std::vector<StepId> moves;
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const Step& step = subject.exercise.steps[i];
    if (step.kind() != StepKind::Loop) continue;
    if (step.who == StepFor::Each) {
      if (!step.isPrivate) moves.push_back(step.id);
      continue;
    }
    if (moves.empty()) subject.refuse(Rule::LoopWithoutMoves, placeOf(i), step.id.text());
    for (const StepId& move : moves) {
      const auto opening = openings.find(move);
      const bool late = opening != openings.end() && opening->second > i;  // never is said at the move itself
      if (late) subject.refuse(Rule::LoopBeforeMoves, placeOf(i), move.text());
    }
  }
}

/// A sitting keeps one agreement; a second would take the place of the first.
void checkAgreements(const Subject& subject) {
  bool agreed = false;
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const Step& step = subject.exercise.steps[i];
    const auto* agree = std::get_if<AgreeStep>(&step.form);
    if (agree == nullptr || agree->review) continue;
    if (agreed) subject.refuse(Rule::AgreedTwice, placeOf(i), step.id.text());
    agreed = true;
  }
}

/// Whoever does not go on is not sent round in a ring.
void checkWaysOn(const Subject& subject) {
  if (!subject.exercise.gate) return;
  const auto& ways = subject.exercise.gate->waysOn;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (ways[i].exercise != subject.exercise.id) continue;
    subject.refuse(Rule::WayToItself, "/gate/waysOn/" + std::to_string(i) + "/exercise", ways[i].exercise.text());
  }
}

void checkEnding(const Subject& subject) {
  const StepKind last = subject.exercise.steps.back().kind();
  const bool quiet = last == StepKind::Write || last == StepKind::Rate;
  if (last == StepKind::Close || (subject.forOne() && quiet)) return;
  subject.refuse(Rule::EndsOpen, placeOf(subject.exercise.steps.size() - 1), std::string(toText(last)));
}

constexpr void (*kChecks[])(const Subject&) = {checkNames,   checkStepIds,    checkChoices, checkWho,
                                               checkReveals, checkSealed,     checkGuesses, checkReflections,
                                               checkLoops,   checkAgreements, checkWaysOn,  checkEnding};

/// Every card of the deck stands once on its wheel.
void checkWheel(const Deck& deck, const std::string& file, Problems& problems) {
  std::set<CardId> unplaced;
  for (const Card& card : deck.cards) unplaced.insert(card.id);
  const std::set<CardId> known = unplaced;
  for (std::size_t i = 0; i < deck.wheel.size(); ++i) {
    const auto place = [&](const char* ring, const std::vector<CardId>& ids) {
      for (std::size_t k = 0; k < ids.size(); ++k) {
        if (unplaced.erase(ids[k]) == 1) continue;
        const Rule rule = known.contains(ids[k]) ? Rule::CardTwice : Rule::CardUnknown;
        problems.push_back({rule, file, "/wheel/" + std::to_string(i) + ring + std::to_string(k), ids[k].text()});
      }
    };
    place("/inner/", deck.wheel[i].inner);
    place("/outer/", deck.wheel[i].outer);
  }
  for (const CardId& card : unplaced) problems.push_back({Rule::CardNotOnWheel, file, "/wheel", card.text()});
}

}  // namespace

Problems checkStructure(const Exercise& exercise, const std::string& file, std::string_view stem) {
  Problems problems;
  if (exercise.steps.empty()) return {{Rule::EndsOpen, file, "/steps"}};
  const Subject subject{exercise, file, stem, problems};
  for (const auto check : kChecks) check(subject);
  return problems;
}

Problems checkDeckStructure(const Deck& deck, const std::string& file, std::string_view stem) {
  Problems problems;
  if (deck.id.text() != stem) problems.push_back({Rule::NameIsNotFile, file, "/id", deck.id.text()});
  refuseTwins(deck.cards, file, "/cards", problems);
  if (!deck.wheel.empty()) checkWheel(deck, file, problems);
  return problems;
}

}  // namespace footbridge::content
