// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/random_exercise.h"

#include <string>
#include <utility>
#include <vector>

#include "practice/samples.h"

namespace footbridge::practice::samples {
namespace {

class ExerciseMaker {
 public:
  explicit ExerciseMaker(Dice& dice) : m_dice(dice) {}

  void addEach() {
    switch (m_dice.roll(9)) {
      case 0:
      case 1:
        return addEach(randomRate());
      case 2:
        return addEach(randomChoose());
      case 3:
        return addGuess();
      case 4:
        return addEach(AskStep{});
      case 5:
        return addEach(LoopStep{});
      case 6:
        return addEach(m_dice.percent(50) ? StepForm(ReadStep{}) : StepForm(SettleStep{}));
      default:
        return addEach(WriteStep{});
    }
  }

  /// What Our story and Today tell by itself.
  void addAppreciated() {
    m_nextId = "appreciated";
    addEach(WriteStep{});
  }

  void addEach(StepForm form) {
    Step made = each(nextId(), std::move(form));
    made.isPrivate = m_dice.percent(15);
    const bool mayBeAbout =
        made.kind() == StepKind::Rate || made.kind() == StepKind::Choose || made.kind() == StepKind::Write;
    if (mayBeAbout) m_guessable.push_back(made.id);
    if (!made.isPrivate && made.hasAnswer()) m_sealed.push_back(made.id);
    m_steps.push_back(std::move(made));
  }

  void addJoint() {
    switch (m_dice.roll(8)) {
      case 0:
        return addBoth(ReadStep{});
      case 1:
        return addBoth(SettleStep{});
      case 2:
        return addBoth(randomRate());
      case 3:
        return addBoth(randomChoose());
      case 4:
        return addBoth(LoopStep{});
      case 5:
        return addBoth(AgreeStep{.review = m_dice.percent(50), .suggestions = {}});
      case 6:
        return addBoth(WriteStep{});
      default:
        return addTalk();
    }
  }

  void addBoth(StepForm form) { m_steps.push_back(both(nextId(), std::move(form))); }

  void addTalk() {
    addBoth(SpeakStep{.seconds = 30 + m_dice.roll(100), .rounds = 1 + m_dice.roll(3), .prompts = {}});
    if (m_dice.percent(70)) addBoth(ReflectStep{});
  }

  /// Opens some of what is still sealed, in any order.
  void addReveal() {
    RevealStep reveal;
    for (auto step = m_sealed.begin(); step != m_sealed.end();) {
      if (m_dice.percent(25)) {
        ++step;
        continue;
      }
      reveal.opens.insert(reveal.opens.begin() + m_dice.roll(static_cast<int>(reveal.opens.size()) + 1), *step);
      step = m_sealed.erase(step);
    }
    if (!reveal.opens.empty()) addBoth(std::move(reveal));
  }

  Exercise finish(Audience audience) { return exercise(std::move(m_steps), audience); }

 private:
  std::string nextId() {
    std::string id = std::exchange(m_nextId, {});
    return id.empty() ? "s" + std::to_string(m_steps.size()) : id;
  }

  RateStep randomRate() {
    RateStep made = rate(1 + m_dice.roll(3));
    for (RateItem& item : made.items) {
      item.text = "line " + item.id.text();
      item.mayNotComeUp = m_dice.percent(30);
      item.isPrivate = m_dice.percent(20);
      item.inShortForm = m_dice.percent(70);
    }
    return made;
  }
  ChooseStep randomChoose() {
    const int cards = 2 + m_dice.roll(4);
    const int least = m_dice.roll(2);
    ChooseStep made = choose(cards, least, std::max(1, least + m_dice.roll(cards - least)), m_dice.percent(50));
    for (Card& card : made.cards) card.text = "card " + card.id.text();
    return made;
  }
  void addGuess() {
    if (m_guessable.empty()) return addEach(WriteStep{});
    addEach(GuessStep{m_guessable[static_cast<std::size_t>(m_dice.roll(static_cast<int>(m_guessable.size())))]});
  }

  Dice& m_dice;
  std::string m_nextId;  ///< in place of the next number
  std::vector<Step> m_steps;
  std::vector<StepId> m_guessable;
  std::vector<StepId> m_sealed;
};

}  // namespace

Exercise randomForTwo(Dice& dice) {
  ExerciseMaker maker(dice);
  for (int i = dice.roll(3); i > 0; --i) maker.addJoint();
  for (int blocks = 1 + dice.roll(3); blocks > 0; --blocks) {
    for (int i = 1 + dice.roll(4); i > 0; --i) maker.addEach();
    if (dice.percent(80)) maker.addReveal();
    for (int i = dice.roll(3); i > 0; --i) maker.addJoint();
    if (dice.percent(30)) maker.addReveal();
    if (dice.percent(20)) maker.addReveal();
  }
  maker.addBoth(CloseStep{});
  return maker.finish(Audience::Two);
}

Exercise randomForOne(Dice& dice) {
  ExerciseMaker maker(dice);
  for (int i = 1 + dice.roll(6); i > 0; --i) maker.addEach();
  if (dice.percent(30)) maker.addEach(AgreeStep{.review = dice.percent(50), .suggestions = {}});
  maker.addEach(CloseStep{});
  return maker.finish(Audience::One);
}

Exercise randomWeeklyLook(Dice& dice) {
  ExerciseMaker maker(dice);
  for (int i = dice.roll(3); i > 0; --i) maker.addJoint();
  for (int i = 1 + dice.roll(4); i > 0; --i) maker.addEach();
  if (dice.percent(50)) maker.addAppreciated();
  if (dice.percent(20)) maker.addBoth(ReadStep{});
  if (dice.percent(90)) maker.addReveal();
  if (dice.percent(20)) {
    maker.addEach();
    maker.addReveal();
  }
  maker.addBoth(AgreeStep{});
  maker.addBoth(CloseStep{});
  Exercise made = maker.finish(Audience::Two);
  made.practice.reset();
  return made;
}

}  // namespace footbridge::practice::samples
