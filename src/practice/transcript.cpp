// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "practice/answer_rules.h"
#include "practice/plain_ask.h"
#include "practice/story.h"

namespace footbridge::practice {
namespace {

/// The thing that bears the id; null where the exercise has it no more.
template <typename Thing, typename Id>
const Thing* thingIn(const std::vector<Thing>& things, const Id& id) {
  const auto found = std::ranges::find(things, id, &Thing::id);
  return found == things.end() ? nullptr : &*found;
}

/// The lines of an answer in words; blank fields are left out.
class LineWriter {
 public:
  explicit LineWriter(const Step& form) : m_form(form) {}

  std::vector<TranscriptLine> write(const Answer& answer) {
    std::visit([this](const auto& a) { add(a); }, answer);
    return std::move(m_lines);
  }

 private:
  void words(const std::string& text, TranscriptField field = TranscriptField::Words,
             std::optional<PartnerId> writer = {}) {
    if (text.empty()) return;
    m_lines.push_back({.text = text, .mark = {}, .rated = false, .outcome = {}, .field = field, .writer = writer});
  }
  void add(std::monostate) {}
  void add(const WrittenAnswer& answer) { words(answer.text); }
  void add(const AskAnswer& answer) { words(plainAsk(answer)); }
  void add(const MoveAnswer& answer) {
    words(answer.when, TranscriptField::Sees);
    words(answer.does, TranscriptField::Does);
    words(answer.inside, TranscriptField::Underneath);
  }
  void add(const AgreedAnswer& answer) {
    if (!answer.agreement) return;
    words(answer.agreement->what);
    if (!m_lines.empty()) m_lines.back().agreed = answer.agreement;
  }
  void add(const CloseAnswer& answer) {
    for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
      const std::size_t at = who == PartnerId::A ? 0 : 1;
      words(answer.heard[at], TranscriptField::Heard, who);
      words(answer.appreciated[at], TranscriptField::Appreciated, who);
    }
  }
  void add(const ChosenAnswer& answer) {
    const auto* choose = std::get_if<ChooseStep>(&m_form.form);
    int gone = 0;
    for (const CardId& id : answer.cards) {
      const Card* card = choose ? thingIn(choose->cards, id) : nullptr;
      if (card)
        words(card->text);
      else
        ++gone;
    }
    if (gone > 0) m_lines.push_back({.text = {}, .mark = {}, .rated = false, .outcome = {}, .nameless = gone});
  }
  void add(const RatedAnswer& answer) {
    const auto* rate = std::get_if<RateStep>(&m_form.form);
    for (const Rating& rating : answer.ratings) {
      const RateItem* item = rate ? thingIn(rate->items, rating.item) : nullptr;
      TranscriptLine line{.text = {}, .mark = {}, .rated = true, .outcome = {}, .nameless = item ? 0 : 1};
      if (rating.score) line.mark = rating.score->mark();
      if (item) {
        line.text = item->text;
        line.low = item->low;
        line.high = item->high;
        line.scale = rate->scaleLabels;
      }
      m_lines.push_back(std::move(line));
    }
  }
  void add(const ReviewedAnswer& answer) {
    for (const auto& outcome : answer.outcomes)
      m_lines.push_back({.text = {}, .mark = {}, .rated = false, .outcome = outcome});
  }

  const Step& m_form;
  std::vector<TranscriptLine> m_lines;
};

/// What stands in a lane, by step: the last word counts, and a pass takes it back.
std::map<StepId, Answer> answersIn(const std::optional<std::vector<SittingEvent>>& lane) {
  std::map<StepId, Answer> answers;
  if (!lane) return answers;
  for (const SittingEvent& event : *lane) {
    if (const auto* answered = std::get_if<Answered>(&event))
      answers.insert_or_assign(answered->step, answered->answer);
    if (const auto* passed = std::get_if<Passed>(&event)) answers.erase(passed->step);
  }
  return answers;
}

std::vector<OpenedLine> openedIn(const std::optional<std::vector<SittingEvent>>& joint) {
  std::vector<OpenedLine> opened;
  if (!joint) return opened;
  for (const SittingEvent& event : *joint) {
    const auto* revealed = std::get_if<Revealed>(&event);
    if (revealed) opened.insert(opened.end(), revealed->lines.begin(), revealed->lines.end());
  }
  return opened;
}

class TranscriptMaker {
 public:
  TranscriptMaker(const Exercise& exercise, const Lanes& lanes, Reader reader)
      : m_exercise(exercise), m_joint(answersIn(lanes.joint)), m_opened(openedIn(lanes.joint)) {
    for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
      if (!mayRead(reader, vaultOf(partner))) continue;
      m_reader = partner;
      m_own = answersIn(lanes.of(vaultOf(partner)));
      noteGone(lanes.of(vaultOf(partner)));
    }
    noteGone(lanes.joint);
  }

  std::vector<TranscriptPart> make() {
    for (const Step& step : m_exercise.steps) addAll(step);
    m_gone = true;
    for (const StepId& id : m_goneSteps) addAll(nameless(id));
    return std::move(m_parts);
  }

 private:
  /// Stands for a step of which no more than the id is known.
  static Step nameless(const StepId& id) {
    return {.id = id, .title = {}, .text = {}, .outline = {}, .starters = {}, .form = ReadStep{}};
  }
  void noteGone(const StepId& id) {
    const bool known = m_exercise.find(id) || std::ranges::find(m_goneSteps, id) != m_goneSteps.end();
    if (!known) m_goneSteps.push_back(id);
  }
  /// Where the exercise was edited since: what else is said of a step, in the order it happened.
  void noteGone(const std::optional<std::vector<SittingEvent>>& lane) {
    if (!lane) return;
    for (const SittingEvent& event : *lane) {
      if (const auto* answered = std::get_if<Answered>(&event)) noteGone(answered->step);
      if (const auto* revealed = std::get_if<Revealed>(&event)) {
        for (const OpenedLine& line : revealed->lines) noteGone(line.line.step);
      }
    }
  }
  void addAll(const Step& step) {
    const auto own = linesAt(m_own, step);
    if (m_reader) add(step, TranscriptPart::From::Own, *m_reader, own, tookBack(step, *m_reader));
    for (const PartnerId writer : {PartnerId::A, PartnerId::B}) {
      auto opened = openedAt(step, writer);
      // One's own words stand there already, unless they were opened otherwise or not all of them: then the whole of
      // what the other reads is told, for no part of it says what became of the rest.
      if (m_reader == writer && opened == own) opened.clear();
      add(step, TranscriptPart::From::Opened, writer, std::move(opened), m_reader != writer && tookBack(step, writer));
    }
    add(step, TranscriptPart::From::Together, std::nullopt, linesAt(m_joint, step));
  }
  [[nodiscard]] std::vector<TranscriptLine> inWords(const Step& step, const Answer& answer) const {
    return LineWriter(formOf(m_exercise, step)).write(answer);
  }
  [[nodiscard]] std::vector<TranscriptLine> linesAt(const std::map<StepId, Answer>& answers, const Step& step) const {
    const auto found = answers.find(step.id);
    return found == answers.end() ? std::vector<TranscriptLine>{} : inWords(step, found->second);
  }
  [[nodiscard]] std::vector<TranscriptLine> openedAt(const Step& step, PartnerId writer) const {
    std::vector<TranscriptLine> lines;
    for (const OpenedLine& line : m_opened) {
      if (line.writer != writer || line.line.step != step.id) continue;
      for (auto& words : inWords(step, line.answer)) lines.push_back(std::move(words));
    }
    return lines;
  }
  /// Where a line was taken back its place stays, without an answer.
  [[nodiscard]] bool tookBack(const Step& step, PartnerId writer) const {
    return std::any_of(m_opened.begin(), m_opened.end(), [&](const OpenedLine& line) {
      return line.writer == writer && line.line.step == step.id && std::holds_alternative<std::monostate>(line.answer);
    });
  }
  void add(const Step& step, TranscriptPart::From from, std::optional<PartnerId> who, std::vector<TranscriptLine> lines,
           bool takenBack = false) {
    if (lines.empty() && !takenBack) return;
    m_parts.push_back({.step = step.id,
                       .title = step.heading(),
                       .from = from,
                       .who = who,
                       .lines = std::move(lines),
                       .takenBack = takenBack,
                       .gone = m_gone});
  }

  const Exercise& m_exercise;
  std::map<StepId, Answer> m_joint;
  std::vector<OpenedLine> m_opened;
  std::map<StepId, Answer> m_own;
  std::optional<PartnerId> m_reader;
  std::vector<StepId> m_goneSteps;
  bool m_gone = false;  ///< all steps of the exercise are told
  std::vector<TranscriptPart> m_parts;
};

}  // namespace

std::vector<TranscriptPart> transcriptOf(const Exercise& exercise, const Lanes& lanes, Reader reader) {
  return TranscriptMaker(exercise, lanes, reader).make();
}

}  // namespace footbridge::practice
