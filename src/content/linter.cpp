// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/linter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "content/lint_words.h"
#include "content/structure.h"
#include "content/words.h"
#include "domain/text.h"

namespace footbridge::content {
namespace {

/// One exercise under the linter, and where its problems go.
struct Subject {
  const Document& document;
  const Exercise& exercise;
  const EvidenceKeys& known;
  const std::vector<PlacedText>& texts;
  Problems& problems;

  void refuse(Rule rule, std::string place, std::string found = {}, std::int64_t number = 0,
              std::int64_t limit = 0) const {
    problems.push_back({rule, document.file, std::move(place), std::move(found), number, limit});
  }
};

std::string stepPlace(std::size_t index) {
  return "/steps/" + std::to_string(index);
}

bool isLook(const Exercise& exercise) {
  return exercise.id.text() == kWeeklyLook;
}

void lintMinutes(const Subject& subject) {
  const auto& steps = subject.exercise.steps;
  const int sum = std::accumulate(steps.begin(), steps.end(), 0,
                                  [](int so_far, const Step& step) { return so_far + step.minutes; });
  if (sum != subject.exercise.minutes) subject.refuse(Rule::MinutesOff, "/minutes", {}, sum, subject.exercise.minutes);
  constexpr int kShortest = 5;
  if (!isLook(subject.exercise) && subject.exercise.minutes < kShortest) {
    subject.refuse(Rule::TooSmall, "/minutes", {}, subject.exercise.minutes, kShortest);
  }
}

void lintEvidence(const Subject& subject) {
  const auto& notes = subject.exercise.evidence;
  if (notes.empty() && !isLook(subject.exercise)) subject.refuse(Rule::EvidenceMissing, "/evidence");
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (subject.known.contains(notes[i].key)) continue;
    subject.refuse(Rule::EvidenceUnknown, "/evidence/" + std::to_string(i) + "/key", notes[i].key);
  }
}

bool offers(const Gate& gate, GateOutcome outcome) {
  return std::any_of(gate.choices.begin(), gate.choices.end(),
                     [outcome](const Gate::Choice& choice) { return choice.outcome == outcome; });
}

/// Only for everyday differences; what can change is asked for, what cannot is accepted, what frightens stops it all.
void lintGate(const Subject& subject) {
  const Exercise& exercise = subject.exercise;
  const bool conflict = exercise.practice == Practice::Conflict;
  if (!conflict && exercise.depth != Depth::Tender) return;
  if (!exercise.gate) return subject.refuse(Rule::GateMissing, "/gate");
  const bool aside = offers(*exercise.gate, GateOutcome::Aside);
  const bool stop = offers(*exercise.gate, GateOutcome::Stop);
  const bool enough = offers(*exercise.gate, GateOutcome::GoOn) && (conflict ? aside && stop : aside || stop);
  if (!enough) subject.refuse(Rule::GateIncomplete, "/gate/choices");
}

/// Nothing is asked of anybody who has not sat down yet. The look begins with what became of the last small step.
void lintSettle(const Subject& subject) {
  const Step& first = subject.exercise.steps.front();
  if (isLook(subject.exercise) || first.kind() == StepKind::Settle) return;
  subject.refuse(Rule::SettleNotFirst, stepPlace(0), std::string(toText(first.kind())));
}

bool isPrivateMark(const Step& step) {
  return step.kind() == StepKind::Rate && step.isPrivate;
}
bool isTalk(const Step& step) {
  const StepKind kind = step.kind();
  return kind == StepKind::Reveal || kind == StepKind::Speak || kind == StepKind::Reflect;
}

/// Only a line that was asked before can be seen to have become lower.
bool asksAgain(const Step& before, const Step& after) {
  const auto& earlier = std::get<RateStep>(before.form).items;
  const auto& items = std::get<RateStep>(after.form).items;
  return std::any_of(items.begin(), items.end(), [&earlier](const RateItem& item) {
    return std::any_of(earlier.begin(), earlier.end(), [&item](const RateItem& one) { return one.id == item.id; });
  });
}

/// What goes deeper than light, or is about a conflict, asks each of the two how calm they are, before they give
/// anything and when all is said.
void lintCalm(const Subject& subject) {
  const Exercise& exercise = subject.exercise;
  const bool asks = exercise.depth != Depth::Light || exercise.practice == Practice::Conflict;
  if (!asks || exercise.audience != Audience::Two) return;
  const auto& steps = exercise.steps;
  const auto first = std::find_if(steps.begin(), steps.end(), [](const Step& step) { return step.hasAnswer(); });
  if (first == steps.end()) return;
  const auto index = static_cast<std::size_t>(first - steps.begin());
  if (!isPrivateMark(*first)) return subject.refuse(Rule::NoCalmBefore, stepPlace(index), first->id.text());
  const auto talk = std::find_if(steps.rbegin(), steps.rend(), isTalk);
  const auto isAsked = [&](const Step& step) { return isPrivateMark(step) && asksAgain(*first, step); };
  if (talk == steps.rend() || std::any_of(steps.rbegin(), talk, isAsked)) return;
  const auto last = static_cast<std::size_t>(steps.rend() - talk) - 1;
  subject.refuse(Rule::NoCalmAfter, stepPlace(last), talk->id.text());
}

void lintWatchFor(const Subject& subject) {
  constexpr std::size_t kWatchFor = 3;
  const std::size_t count = subject.exercise.facilitator.watchFor.size();
  if (count == kWatchFor) return;
  subject.refuse(Rule::WatchForNotThree, "/facilitator/watchFor", {}, static_cast<std::int64_t>(count), kWatchFor);
}

void lintReads(const Subject& subject) {
  const auto& steps = subject.exercise.steps;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const bool twice = steps[i].kind() == StepKind::Read && steps[i - 1].kind() == StepKind::Read;
    if (twice) subject.refuse(Rule::TwoReads, stepPlace(i), steps[i].id.text());
  }
}

void lintScreens(const Subject& subject) {
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    const Step& step = subject.exercise.steps[i];
    std::size_t count = wordCount(step.text);
    if (const auto* read = std::get_if<ReadStep>(&step.form)) {
      for (const std::string& paragraph : read->paragraphs) count += wordCount(paragraph);
    }
    if (count <= kMostScreenWords) continue;
    subject.refuse(Rule::ScreenTooLong, stepPlace(i), step.id.text(), static_cast<std::int64_t>(count),
                   kMostScreenWords);
  }
}

void lintExerciseTitles(const Subject& subject) {
  lintTitle({"/title", subject.exercise.title}, subject.document.file, subject.problems);
  for (std::size_t i = 0; i < subject.exercise.steps.size(); ++i) {
    lintTitle({stepPlace(i) + "/title", subject.exercise.steps[i].title}, subject.document.file, subject.problems);
  }
}

/// Grades are compared and told in tenths, so that no limit is passed by a rounding.
void lintGrade(const Document& document, const std::vector<PlacedText>& texts, Problems& problems) {
  std::vector<std::string_view> views;
  views.reserve(texts.size());
  for (const PlacedText& text : texts) views.emplace_back(text.text);
  const double grade = readingGrade(views);
  if (grade <= kHighestGrade) return;
  problems.push_back({Rule::GradeTooHigh,
                      document.file,
                      "/",
                      {},
                      static_cast<std::int64_t>(std::ceil(grade * 10)),
                      static_cast<std::int64_t>(kHighestGrade * 10)});
}

void lintTexts(const Subject& subject) {
  for (const PlacedText& text : subject.texts) lintText(text, subject.document.file, subject.problems);
  for (const PlacedText& text : evidenceTexts(subject.document)) {
    lintClaims(text, subject.document.file, subject.problems);
  }
  lintGrade(subject.document, subject.texts, subject.problems);
}

constexpr void (*kRules[])(const Subject&) = {lintMinutes,  lintEvidence, lintGate,    lintSettle,         lintCalm,
                                              lintWatchFor, lintReads,    lintScreens, lintExerciseTitles, lintTexts};

/// The words of a sentence, as two are compared.
std::string spoken(const Sentence& sentence) {
  std::string text;
  for (const Word& word : sentence) text += word.text + ' ';
  return text;
}

/// Where partners may read the same words twice: what holds for every exercise is best said alike.
bool mayRepeat(std::string_view place) {
  constexpr std::array<std::string_view, 4> kShared{"/gate", "/notNow", "/groundRules", "/keeps"};
  return std::any_of(kShared.begin(), kShared.end(),
                     [place](std::string_view start) { return place.starts_with(start); });
}

}  // namespace

Problems lintExercise(const Document& document, const Exercise& exercise, const EvidenceKeys& known) {
  Problems problems;
  const std::vector<PlacedText> texts = partnersTexts(document);
  const Subject subject{document, exercise, known, texts, problems};
  for (const auto rule : kRules) rule(subject);
  return problems;
}

Problems lintDeck(const Document& document) {
  Problems problems;
  const std::vector<PlacedText> texts = partnersTexts(document);
  for (const PlacedText& text : texts) {
    lintText(text, document.file, problems);
    if (text.place == "/title") lintTitle(text, document.file, problems);
  }
  lintGrade(document, texts, problems);
  return problems;
}

Problems lintJourney(const Document& document) {
  Problems problems = lintDeck(document);
  for (const PlacedText& text : partnersTexts(document)) {
    const std::size_t count = wordCount(text.text);
    if (count <= kMostScreenWords) continue;
    problems.push_back(
        {Rule::ScreenTooLong, document.file, text.place, {}, static_cast<std::int64_t>(count), kMostScreenWords});
  }
  return problems;
}

Problems lintWatchPlan(const Document& document) {
  Problems problems = lintJourney(document);
  for (const PlacedText& text : evidenceTexts(document)) lintClaims(text, document.file, problems);
  return problems;
}

Problems LibraryLinter::add(const Document& document) {
  Problems problems;
  for (const PlacedText& text : partnersTexts(document)) {
    addText(document, text.place, text.text, problems);
    addSentences(document, text, problems);
  }
  return problems;
}

void LibraryLinter::addSentences(const Document& document, const PlacedText& text, Problems& problems) {
  if (mayRepeat(text.place)) return;
  for (const Sentence& sentence : sentencesOf(text.text)) {
    if (sentence.size() < kOwnSentenceWords) continue;
    const auto [first, isNew] = m_sentences.emplace(spoken(sentence), Stand{document.file, text.place});
    // A step and its line on the overview may share a sentence.
    if (isNew || first->second.file == document.file) continue;
    problems.push_back(
        {Rule::SentenceTwice, document.file, text.place, first->second.file + ": " + first->second.place});
  }
}

void LibraryLinter::addText(const Document& document, const std::string& place, const std::string& text,
                            Problems& problems) {
  const bool isTitle = place == "/title";
  if (!isTitle && (mayRepeat(place) || wordCount(text) < kParagraphWords)) return;
  auto& seen = isTitle ? m_titles : m_paragraphs;
  const auto [first, isNew] = seen.emplace(searchKey(text), document.file + ": " + place);
  if (isNew) return;
  problems.push_back({isTitle ? Rule::TitleTwice : Rule::ParagraphTwice, document.file, place, first->second});
}

}  // namespace footbridge::content
