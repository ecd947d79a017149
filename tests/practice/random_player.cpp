// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/random_player.h"

#include <algorithm>

#include "practice/answer_rules.h"
#include "practice/samples.h"

namespace footbridge::practice::samples {
namespace {

char mark(Viewer viewer) {
  return viewer == Viewer::A ? 'A' : viewer == Viewer::B ? 'B' : viewer == Viewer::Both ? 'J' : '?';
}

}  // namespace

/// "A12": the writer, and a number that comes once.
std::string RandomPlayer::word(const Screen& screen) {
  return mark(screen.viewer) + std::to_string(++m_words);
}

Answer RandomPlayer::randomAnswer(const Screen& screen, const Step& step) {
  const Step& form = formOf(m_exercise, step);
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
    case StepKind::Choose:
      return randomCards(std::get<ChooseStep>(form.form));
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

/// In the order of the step, or any other where it ranks.
ChosenAnswer RandomPlayer::randomCards(const ChooseStep& step) {
  const int count = step.least + m_dice.roll(step.most - step.least + 1);
  ChosenAnswer answer;
  for (const Card& card : step.cards) answer.cards.push_back(card.id);
  while (static_cast<int>(answer.cards.size()) > count) {
    answer.cards.erase(answer.cards.begin() + m_dice.roll(static_cast<int>(answer.cards.size())));
  }
  if (step.ranked && count > 1) std::ranges::rotate(answer.cards, answer.cards.begin() + m_dice.roll(count));
  return answer;
}

/// Other words in any of its fields, or fewer cards; a mark has no trim.
std::optional<Answer> RandomPlayer::randomTrim(const Screen& screen, const Answer& answer) {
  const auto field = [&] { return m_dice.percent(50) ? word(screen) : std::string(); };
  std::optional<Answer> trim;
  if (std::holds_alternative<WrittenAnswer>(answer)) trim = written(word(screen));
  if (std::holds_alternative<AskAnswer>(answer)) trim = AskAnswer{field(), field(), field()};
  if (std::holds_alternative<MoveAnswer>(answer)) trim = MoveAnswer{field(), field(), field()};
  if (const auto* chosen = std::get_if<ChosenAnswer>(&answer)) {
    ChosenAnswer fewer = *chosen;
    std::erase_if(fewer.cards, [this](const CardId&) { return m_dice.percent(40); });
    trim = std::move(fewer);
  }
  return trim && isBlank(*trim) ? std::nullopt : trim;
}

ChooseLines RandomPlayer::randomChoice(const Screen& screen, const LookOverScreen& look) {
  ChooseLines chosen;
  for (const auto& line : look.lines) {
    if (m_dice.percent(25)) continue;
    LineChoice choice{line.line, line.mayOpen && m_dice.percent(60), std::nullopt};
    if (m_dice.percent(30)) choice.trimmed = randomTrim(screen, line.answer);
    chosen.choices.push_back(std::move(choice));
  }
  return chosen;
}

/// What is private for good too, and trims that do not fit.
ChooseLines RandomPlayer::anyChoice(const Screen& screen) {
  ChooseLines chosen;
  if (const auto* look = std::get_if<LookOverScreen>(&screen.body)) {
    for (const auto& line : look->lines) {
      LineChoice choice{line.line, m_dice.percent(70), std::nullopt};
      if (m_dice.percent(10)) choice.trimmed = randomAnswer(screen, *m_exercise.find(line.line.step));
      chosen.choices.push_back(std::move(choice));
    }
    return chosen;
  }
  chosen.choices.push_back(LineChoice{LineId{m_exercise.steps.front().id, std::nullopt}, true, std::nullopt});
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
  if (const auto* end = std::get_if<EndOfTurnScreen>(&screen.body))
    return end->mayGoBack && m_dice.percent(20) ? Action(Back{}) : EndTurn{};
  if (std::holds_alternative<RevealScreen>(screen.body)) return MoveOn{};
  if (const auto* talk = std::get_if<TalkScreen>(&screen.body)) {
    if (m_dice.percent(5)) return Pass{};
    if (m_dice.percent(8) && talk->turn + 1 < talk->turns) return PassTurn{};
    if (talk->phase == TalkScreen::Phase::Speaking) return SpeechOver{m_dice.roll(400)};
    return Confirm{static_cast<Verdict>(m_dice.roll(3))};
  }
  return m_dice.percent(10) ? Action(Back{}) : Action(TakeTurn{});
}

Action RandomPlayer::any(const Screen& screen) {
  switch (m_dice.roll(12)) {
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
      return anyChoice(screen);
    case 6:
      return EndTurn{};
    case 7:
      return MoveOn{};
    case 8:
      return SpeechOver{m_dice.roll(5) - 1};
    case 9:
      return Confirm{};
    case 10:
      return PassTurn{};
    default:
      return likely(screen);
  }
}

}  // namespace footbridge::practice::samples
