// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/random_player.h"

#include <algorithm>

#include "practice/samples.h"

namespace footbridge::practice::samples {
namespace {

char mark(Viewer viewer) {
  return viewer == Viewer::A ? 'A' : viewer == Viewer::B ? 'B' : viewer == Viewer::Both ? 'J' : '?';
}

const Step& formStep(const Exercise& exercise, const Step& step) {
  const auto* guess = std::get_if<GuessStep>(&step.form);
  return guess ? *exercise.find(guess->about) : step;
}

}  // namespace

/// "A12": the writer, and a number that comes once.
std::string RandomPlayer::word(const Screen& screen) {
  return mark(screen.viewer) + std::to_string(++m_words);
}

Answer RandomPlayer::randomAnswer(const Screen& screen, const Step& step) {
  const Step& form = formStep(m_exercise, step);
  switch (form.kind()) {
    case StepKind::Rate: {
      RatedAnswer answer;
      for (const RateItem& item : std::get<RateStep>(form.form).items) {
        if (m_dice.percent(20)) continue;
        const bool never = item.mayNotComeUp && m_dice.percent(30);
        answer.ratings.push_back({item.id, never ? std::nullopt : Score::from(m_dice.roll(7))});
      }
      return answer;
    }
    case StepKind::Choose: {
      const auto& kind = std::get<ChooseStep>(form.form);
      ChosenAnswer answer;
      const int count = kind.least + m_dice.roll(kind.most - kind.least + 1);
      for (int i = 0; i < count; ++i) answer.cards.push_back(kind.cards[static_cast<std::size_t>(i)].id);
      return answer;
    }
    case StepKind::Ask:
      return AskAnswer{word(screen), word(screen), m_dice.percent(50) ? "" : word(screen)};
    case StepKind::Loop:
      if (form.who == StepFor::Each) return MoveAnswer{word(screen), word(screen), word(screen)};
      return WrittenAnswer{word(screen)};
    case StepKind::Agree:
      if (std::get<AgreeStep>(form.form).review) return ReviewedAnswer{{{*EntryId::from(7), AgreementState::Kept}}};
      if (m_dice.percent(30)) return AgreedAnswer{};
      return AgreedAnswer{Agreement{.what = word(screen), .when = word(screen), .review = {}, .from = {}}};
    case StepKind::Close:
      if (form.who == StepFor::Each) return WrittenAnswer{word(screen)};
      return CloseAnswer{{word(screen), ""}, {"", word(screen)}};
    case StepKind::Write:
      return WrittenAnswer{m_dice.percent(5) ? "  " : word(screen)};
    default:
      return std::monostate{};
  }
}

ChooseLines RandomPlayer::randomChoice(const Screen& screen, const LookOverScreen& look) {
  ChooseLines chosen;
  for (const auto& line : look.lines) {
    if (m_dice.percent(25)) continue;
    LineChoice choice{line.line, line.mayOpen && m_dice.percent(60), std::nullopt};
    if (std::holds_alternative<WrittenAnswer>(line.answer) && m_dice.percent(30))
      choice.trimmed = written(word(screen));
    if (std::holds_alternative<AskAnswer>(line.answer) && m_dice.percent(30)) {
      choice.trimmed = AskAnswer{"", word(screen), ""};
    }
    chosen.choices.push_back(std::move(choice));
  }
  return chosen;
}

Action RandomPlayer::likely(const Screen& screen) {
  if (const auto* hand = std::get_if<HandOverScreen>(&screen.body)) {
    return hand->to == Viewer::Both ? Action(ComeTogether{}) : Action(TakeTurn{});
  }
  if (const auto* step = std::get_if<StepScreen>(&screen.body)) {
    if (m_dice.percent(12)) return Pass{};
    if (step->mayGoBack && m_dice.percent(12)) return Back{};
    return GiveAnswer{randomAnswer(screen, *m_exercise.find(step->step))};
  }
  if (const auto* look = std::get_if<LookOverScreen>(&screen.body)) {
    if (look->mayGoBack && m_dice.percent(15)) return Back{};
    return randomChoice(screen, *look);
  }
  if (std::holds_alternative<EndOfTurnScreen>(screen.body)) return m_dice.percent(20) ? Action(Back{}) : EndTurn{};
  if (std::holds_alternative<RevealScreen>(screen.body)) return MoveOn{};
  if (const auto* talk = std::get_if<TalkScreen>(&screen.body)) {
    if (m_dice.percent(5)) return Pass{};
    if (talk->phase == TalkScreen::Phase::Speaking) return SpeechOver{m_dice.roll(400)};
    return Confirm{static_cast<Verdict>(m_dice.roll(3))};
  }
  return m_dice.percent(10) ? Action(Back{}) : Action(TakeTurn{});
}

Action RandomPlayer::any(const Screen& screen) {
  switch (m_dice.roll(11)) {
    case 0:
      return TakeTurn{};
    case 1:
      return ComeTogether{};
    case 2: {
      const auto which = static_cast<std::size_t>(m_dice.roll(static_cast<int>(m_exercise.steps.size())));
      return GiveAnswer{randomAnswer(screen, m_exercise.steps[which])};
    }
    case 3:
      return Pass{};
    case 4:
      return Back{};
    case 5:
      return ChooseLines{{LineChoice{LineId{m_exercise.steps.front().id, std::nullopt}, true, std::nullopt}}};
    case 6:
      return EndTurn{};
    case 7:
      return MoveOn{};
    case 8:
      return SpeechOver{m_dice.roll(5) - 1};
    case 9:
      return Confirm{};
    default:
      return likely(screen);
  }
}

void RandomPlayer::tookChoice(PartnerId writer, const LookOverScreen& look, const ChooseLines& chosen) {
  for (const auto& line : look.lines) {
    const auto named = std::find_if(chosen.choices.begin(), chosen.choices.end(),
                                    [&line](const LineChoice& choice) { return choice.line == line.line; });
    const bool isNamed = named != chosen.choices.end();
    const bool open = isNamed ? named->open : line.open;
    const auto trim = isNamed ? named->trimmed : line.trimmed;
    m_chosen[writer].erase(line.line);
    if (open) m_chosen[writer].emplace(line.line, trim.value_or(line.answer));
  }
}

void RandomPlayer::took(const Screen& screen, const Action& action, const Recorded& recorded) {
  const auto writer = aloneOf(screen.viewer);
  if (const auto* given = std::get_if<GiveAnswer>(&action)) {
    if (std::holds_alternative<Answered>(recorded.events.front())) m_given.push_back(given->answer);
    const Step& step = *m_exercise.find(std::get<StepScreen>(screen.body).step);
    if (step.isPrivate || formStep(m_exercise, step).isPrivate) {
      for (const auto& text : textsOf(given->answer)) m_private.insert(text);
    }
  }
  if (const auto* chosen = std::get_if<ChooseLines>(&action)) {
    tookChoice(*writer, std::get<LookOverScreen>(screen.body), *chosen);
  }
  for (const auto& event : recorded.events) {
    const auto* revealed = std::get_if<Revealed>(&event);
    if (!revealed) continue;
    for (const auto& line : revealed->lines) {
      const auto& mine = m_chosen[line.writer];
      if (const auto found = mine.find(line.line); found != mine.end()) {
        m_revealed[line.writer].insert_or_assign(line.line, found->second);
      }
    }
  }
}

bool RandomPlayer::opened(PartnerId writer, const LineId& line) const {
  const auto lines = m_revealed.find(writer);
  return lines != m_revealed.end() && lines->second.contains(line);
}

/// By the rules alone: its writer chose it, and the partner too where it is a mark; a guess needs what it is about.
std::string RandomPlayer::wrongLine(const OpenedLine& line) const {
  const Step& step = *m_exercise.find(line.line.step);
  if (!opened(line.writer, line.line)) return "opened though its writer did not choose it";
  if (m_revealed.at(line.writer).at(line.line) != line.answer) return "opened otherwise than its writer chose";
  const PartnerId other = otherOf(line.writer);
  if (const auto* guess = std::get_if<GuessStep>(&step.form)) {
    return opened(other, LineId{guess->about, line.line.item}) ? "" : "a guess about a sealed line";
  }
  if (line.line.item && !opened(other, line.line)) return "a mark that one of them kept";
  return {};
}

std::string RandomPlayer::wrongOn(const Screen& screen) const {
  const bool curtain =
      std::holds_alternative<HandOverScreen>(screen.body) || std::holds_alternative<LockedScreen>(screen.body);
  if (curtain != (screen.viewer == Viewer::Nobody)) return "nobody's screen is the curtain, and no other";
  std::vector<OpenedLine> lines;
  if (const auto* reveal = std::get_if<RevealScreen>(&screen.body)) lines = reveal->lines;
  if (const auto* talk = std::get_if<TalkScreen>(&screen.body)) lines = talk->opened;
  if (const auto* step = std::get_if<StepScreen>(&screen.body)) lines = step->opened;
  std::set<std::string> mayBeSeen;
  for (const auto& line : lines) {
    if (auto wrong = wrongLine(line); !wrong.empty()) return wrong;
    for (auto& text : textsOf(line.answer)) mayBeSeen.insert(std::move(text));
  }
  for (const Answer& answer : answersOn(screen)) {
    for (const std::string& text : textsOf(answer)) {
      const bool own = text.front() == mark(screen.viewer);
      if (!own && !mayBeSeen.contains(text)) return text + " before the wrong eyes";
      if (!own && m_private.contains(text)) return text + " is private for good";
    }
  }
  return {};
}

std::size_t RandomPlayer::lostFrom(const std::vector<Lanes>& sittings) const {
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
