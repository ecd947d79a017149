// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/privacy_account.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "practice/plain_ask.h"
#include "practice/samples.h"

namespace footbridge::practice::samples {
namespace {

const Step& formStep(const Exercise& exercise, const Step& step) {
  const auto* guess = std::get_if<GuessStep>(&step.form);
  return guess ? *exercise.find(guess->about) : step;
}

std::vector<std::pair<LineId, Answer>> linesIn(const StepId& step, const Answer& answer) {
  const auto* rated = std::get_if<RatedAnswer>(&answer);
  if (!rated) return {{LineId{step, std::nullopt}, answer}};
  std::vector<std::pair<LineId, Answer>> lines;
  for (const Rating& rating : rated->ratings) lines.emplace_back(LineId{step, rating.item}, RatedAnswer{{rating}});
  return lines;
}

bool isTaken(const Answer& answer) {
  return std::holds_alternative<std::monostate>(answer);
}

template <typename Things, typename Id>
std::string nameOf(const Things& things, const Id& id) {
  return std::find_if(things.begin(), things.end(), [&id](const auto& thing) { return thing.id == id; })->text;
}

/// A word that somebody wrote: a capital, and a number.
bool isWritten(const std::string& text) {
  return text.size() > 1 && std::string("ABJ").find(text[0]) != std::string::npos && text[1] >= '0' && text[1] <= '9';
}

/// One by one, without what a sentence puts behind them.
std::vector<std::string> wordsIn(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    while (!word.empty() && std::string(".,:").find(word.back()) != std::string::npos) word.pop_back();
    words.push_back(word);
  }
  return words;
}

}  // namespace

// --- what was done

void PrivacyAccount::answered(Own& own, const Answered& event) {
  const auto before = own.answers.find(event.step);
  if (before == own.answers.end() || before->second != event.answer) {
    for (auto& [line, decision] : own.decided) {
      if (line.step == event.step) decision.trimmed.reset();
    }
  }
  own.answers.insert_or_assign(event.step, event.answer);
  own.offers.insert_or_assign(event.step, event.answer);
}

void PrivacyAccount::decided(PartnerId writer, const LookOverScreen& look, const ChooseLines& chosen) {
  auto& mine = m_own.at(viewerOf(writer)).decided;
  for (const auto& line : look.lines) mine.insert_or_assign(line.line, decisionOf(writer, line.line));
  for (const LineChoice& choice : chosen.choices)
    mine.insert_or_assign(choice.line, Decision{choice.open, choice.trimmed});
}

PrivacyAccount::Opened PrivacyAccount::chosenFor(const RevealStep& reveal) const {
  Opened chosen;
  for (const StepId& step : reveal.opens) {
    for (const PartnerId writer : {PartnerId::A, PartnerId::B}) {
      const Own& own = of(viewerOf(writer));
      const auto answer = own.answers.find(step);
      if (answer == own.answers.end()) continue;
      for (const auto& [line, given] : linesIn(step, answer->second)) {
        const auto decision = own.decided.find(line);
        if (decision == own.decided.end() || !decision->second.open || isForGood(line)) continue;
        chosen.emplace(std::pair(writer, line), decision->second.trimmed.value_or(given));
      }
    }
  }
  return chosen;
}

/// Its writer chose it, and the partner too where it is a mark; a guess needs what it is about.
void PrivacyAccount::revealed(const StepId& reveal) {
  const Opened chosen = chosenFor(std::get<RevealStep>(m_exercise.find(reveal)->form));
  const auto stands = [&chosen](PartnerId writer, const LineId& line) {
    return chosen.contains({writer, line}) && (!line.item || chosen.contains({otherOf(writer), line}));
  };
  m_lastReveal.clear();
  for (const auto& [where, answer] : chosen) {
    const auto& [writer, line] = where;
    const auto* guess = std::get_if<GuessStep>(&m_exercise.find(line.step)->form);
    const LineId about{guess ? guess->about : line.step, line.item};
    const bool known = guess && m_opened.contains({otherOf(writer), about});
    if (known || (guess ? stands(otherOf(writer), about) : stands(writer, line))) m_lastReveal.emplace(where, answer);
  }
  for (const auto& [where, answer] : m_lastReveal) m_opened.insert_or_assign(where, answer);
}

void PrivacyAccount::took(const Screen& screen, const Action& action, const Recorded& recorded) {
  if (const auto* chosen = std::get_if<ChooseLines>(&action)) {
    decided(*aloneOf(screen.viewer), std::get<LookOverScreen>(screen.body), *chosen);
  }
  for (const auto& event : recorded.events) {
    if (const auto* given = std::get_if<Answered>(&event)) {
      if (const auto* answer = std::get_if<GiveAnswer>(&action)) m_given.push_back(answer->answer);
      answered(m_own.at(screen.viewer), *given);
    }
    if (const auto* passed = std::get_if<Passed>(&event)) m_own.at(screen.viewer).answers.erase(passed->step);
    if (const auto* opened = std::get_if<Revealed>(&event)) revealed(opened->reveal);
  }
}

void PrivacyAccount::tookBack(PartnerId writer, const LineId& line) {
  m_opened.insert_or_assign({writer, line}, std::monostate{});
  if (m_lastReveal.contains({writer, line})) m_lastReveal.insert_or_assign({writer, line}, std::monostate{});
}

// --- what may be seen

/// A private step or item, and a guess about one.
bool PrivacyAccount::isForGood(const LineId& line) const {
  const Step& step = *m_exercise.find(line.step);
  const Step& form = formStep(m_exercise, step);
  if (step.isPrivate || form.isPrivate) return true;
  const auto* rate = std::get_if<RateStep>(&form.form);
  return rate && line.item && std::ranges::any_of(rate->items, [&line](const RateItem& item) {
           return item.id == *line.item && item.isPrivate;
         });
}

/// A line starts open in an exercise, and kept in a weekly look.
PrivacyAccount::Decision PrivacyAccount::decisionOf(PartnerId writer, const LineId& line) const {
  const auto& mine = of(viewerOf(writer)).decided;
  if (const auto found = mine.find(line); found != mine.end()) return found->second;
  return {m_exercise.practice.has_value() && !isForGood(line), std::nullopt};
}

std::string PrivacyAccount::wrongAt(const LookOverScreen& look, PartnerId writer) const {
  for (const auto& line : look.lines) {
    const auto& answers = of(viewerOf(writer)).answers;
    const auto answer = answers.find(line.line.step);
    if (answer == answers.end()) return "a line to look over that was not written";
    const auto lines = linesIn(line.line.step, answer->second);
    if (std::ranges::find(lines, std::pair(line.line, line.answer)) == lines.end()) return "other words to look over";
    const Decision decision = decisionOf(writer, line.line);
    if (line.mayOpen == isForGood(line.line)) return "what is private for good is told wrongly";
    if (line.open != decision.open || line.trimmed != decision.trimmed) return "what was decided is told wrongly";
  }
  return {};
}

std::string PrivacyAccount::wrongAmong(const std::vector<OpenedLine>& lines) const {
  for (const OpenedLine& line : lines) {
    const auto found = m_opened.find({line.writer, line.line});
    if (found == m_opened.end()) return "opened against the rules";
    if (found->second != line.answer) return "opened otherwise than its writer chose";
  }
  return {};
}

std::string PrivacyAccount::wrongOn(const Screen& screen) const {
  const bool curtain =
      std::holds_alternative<HandOverScreen>(screen.body) || std::holds_alternative<LockedScreen>(screen.body);
  if (curtain != (screen.viewer == Viewer::Nobody)) return "nobody's screen is the curtain, and no other";
  std::vector<OpenedLine> lines;
  if (const auto* reveal = std::get_if<RevealScreen>(&screen.body)) {
    lines = reveal->lines;
    if (lines.size() != m_lastReveal.size()) return "not all is opened that was chosen";
  }
  if (const auto* talk = std::get_if<TalkScreen>(&screen.body)) lines = talk->opened;
  if (const auto* step = std::get_if<StepScreen>(&screen.body)) {
    lines = step->opened;
    const auto& offers = of(screen.viewer).offers;
    const auto offer = offers.find(step->step);
    if (step->answer != (offer == offers.end() ? std::nullopt : std::optional(offer->second))) return "another offer";
  }
  if (const auto* look = std::get_if<LookOverScreen>(&screen.body)) {
    if (auto wrong = wrongAt(*look, *aloneOf(screen.viewer)); !wrong.empty()) return wrong;
  }
  if (auto wrong = wrongAmong(lines); !wrong.empty()) return wrong;
  std::set<std::string> mayBeSeen;
  for (const auto& line : lines) {
    for (auto& text : textsOf(line.answer)) mayBeSeen.insert(std::move(text));
  }
  const char own = screen.viewer == Viewer::A ? 'A' : screen.viewer == Viewer::B ? 'B' : 'J';
  for (const Answer& answer : answersOn(screen)) {
    for (const std::string& text : textsOf(answer)) {
      if (text.front() != own && !mayBeSeen.contains(text)) return text + " before the wrong eyes";
    }
  }
  return {};
}

std::string PrivacyAccount::wrongWords(const std::string& text, Reader reader) const {
  std::set<std::string> opened;
  for (const auto& [where, answer] : m_opened) {
    for (const std::string& one : textsOf(answer)) {
      for (std::string& word : wordsIn(one)) opened.insert(std::move(word));
    }
  }
  for (const std::string& word : wordsIn(text)) {
    if (!isWritten(word) || word[0] == 'J' || opened.contains(word)) continue;
    if (reader != Reader::OursAlone && word[0] == (reader == Reader::A ? 'A' : 'B')) continue;
    return word + " read by the wrong one";
  }
  return {};
}

/// An answer as it is read again, in words of our own.
std::vector<std::string> PrivacyAccount::linesOf(const StepId& step, const Answer& answer) const {
  const Step& form = formStep(m_exercise, *m_exercise.find(step));
  std::vector<std::string> lines = textsOf(answer);
  if (const auto* chosen = std::get_if<ChosenAnswer>(&answer)) {
    for (const CardId& card : chosen->cards) lines.push_back(nameOf(std::get<ChooseStep>(form.form).cards, card));
  }
  if (const auto* rated = std::get_if<RatedAnswer>(&answer)) {
    for (const Rating& rating : rated->ratings) {
      lines.push_back(nameOf(std::get<RateStep>(form.form).items, rating.item) + " = " +
                      (rating.score ? std::to_string(rating.score->mark()) : "none"));
    }
  }
  if (const auto* review = std::get_if<ReviewedAnswer>(&answer)) lines.resize(review->outcomes.size());
  if (const auto* ask = std::get_if<AskAnswer>(&answer); ask && !lines.empty()) lines = {plainAsk(*ask)};
  if (const auto* agreed = std::get_if<AgreedAnswer>(&answer); agreed && agreed->agreement)
    lines = {agreed->agreement->what};
  if (const auto* close = std::get_if<CloseAnswer>(&answer)) {
    lines = {close->heard[0], close->appreciated[0], close->heard[1], close->appreciated[1]};
    std::erase(lines, std::string());
  }
  return lines;
}

std::string PrivacyAccount::wrongIn(const std::vector<TranscriptPart>& parts, Reader reader) const {
  using Place = std::pair<PartnerId, StepId>;
  std::map<Place, std::multiset<std::string>> told;
  std::map<Place, std::multiset<std::string>> opened;
  std::set<Place> toldTaken;
  std::set<Place> taken;
  for (const auto& [where, answer] : m_opened) {
    const Place place(where.first, where.second.step);
    if (partnerOf(reader) == place.first) continue;
    if (isTaken(answer)) taken.insert(place);
    for (auto& line : linesOf(place.second, answer)) opened[place].insert(std::move(line));
  }
  for (const TranscriptPart& part : parts) {
    std::vector<std::string> lines;
    for (const TranscriptLine& line : part.lines) {
      if (auto wrong = wrongWords(line.text, reader); !wrong.empty()) return wrong;
      lines.push_back(line.rated ? line.text + " = " + (line.mark ? std::to_string(*line.mark) : "none") : line.text);
    }
    if (part.from == TranscriptPart::From::Own) {
      if (part.who != partnerOf(reader)) return "the own words of somebody else";
      const auto& answers = of(viewerOf(*part.who)).answers;
      const auto answer = answers.find(part.step);
      if (!lines.empty() && (answer == answers.end() || lines != linesOf(part.step, answer->second)))
        return "own words";
    }
    if (part.from == TranscriptPart::From::Opened && part.who != partnerOf(reader)) {
      if (part.takenBack) toldTaken.emplace(*part.who, part.step);
      if (!lines.empty()) told[{*part.who, part.step}].insert(lines.begin(), lines.end());
    }
  }
  if (told != opened) return "not what was opened is read again";
  return toldTaken == taken ? "" : "what was taken back is told wrongly";
}

std::size_t PrivacyAccount::lostFrom(const std::vector<Lanes>& sittings) const {
  std::vector<const Answer*> kept;
  for (const Lanes& lanes : sittings) {
    for (const auto* lane : {&lanes.a, &lanes.b, &lanes.joint}) {
      if (!lane->has_value()) continue;
      for (const auto& event : **lane) {
        if (const auto* answered = std::get_if<Answered>(&event)) kept.push_back(&answered->answer);
      }
    }
  }
  return static_cast<std::size_t>(std::count_if(m_given.begin(), m_given.end(), [&kept](const Answer& answer) {
    return std::none_of(kept.begin(), kept.end(), [&answer](const Answer* one) { return *one == answer; });
  }));
}

}  // namespace footbridge::practice::samples
