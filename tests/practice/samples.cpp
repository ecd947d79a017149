// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/samples.h"

#include "catch.h"

namespace footbridge::practice::samples {

StepId stepId(std::string_view text) {
  return *StepId::from(text);
}
ItemId itemId(std::string_view text) {
  return *ItemId::from(text);
}
CardId cardId(std::string_view text) {
  return *CardId::from(text);
}

Step step(std::string_view id, StepFor who, StepForm form) {
  Step made{.id = stepId(id),
            .who = who,
            .title = std::string(id),
            .text = {},
            .outline = {},
            .starters = {},
            .form = std::move(form)};
  return made;
}

Step sealedForGood(Step step) {
  step.isPrivate = true;
  return step;
}

RateStep rate(int items) {
  RateStep made;
  for (int i = 0; i < items; ++i) {
    made.items.push_back(RateItem{.id = itemId("i" + std::to_string(i)), .text = {}, .low = {}, .high = {}});
  }
  return made;
}

ChooseStep choose(int cards, int least, int most, bool ranked) {
  ChooseStep made{.cards = {}, .least = least, .most = most, .ranked = ranked};
  for (int i = 0; i < cards; ++i) made.cards.push_back(Card{cardId("c" + std::to_string(i)), {}, {}});
  return made;
}

RevealStep reveal(const std::vector<std::string>& opens) {
  RevealStep made;
  for (const std::string& id : opens) made.opens.push_back(stepId(id));
  return made;
}

Exercise exercise(std::vector<Step> steps, Audience audience) {
  return {.id = *ExerciseId::from("sample"),
          .practice = Practice::Strengths,
          .audience = audience,
          .title = "Sample",
          .steps = std::move(steps),
          .fingerprint = "f"};
}

Exercise weeklyLook(std::vector<Step> steps) {
  Exercise made = exercise(std::move(steps));
  made.practice.reset();
  return made;
}

Begun begun(const Exercise& exercise, SittingMode mode, PartnerId first) {
  return Begun{.exercise = exercise.id,
               .fingerprint = exercise.fingerprint,
               .source = {},
               .mode = mode,
               .first = first,
               .day = *parseDay("2026-11-23"),
               .lookOfA = std::nullopt,
               .lookOfB = std::nullopt,
               .shortForm = false};
}

Sitting start(const Exercise& exercise, SittingMode mode, PartnerId first) {
  return beginSitting(begun(exercise, mode, first));
}

Sitting startJointLook(const Exercise& exercise, const Sitting& lookOfA, const Sitting& lookOfB, PartnerId first) {
  Begun joint = begun(exercise, SittingMode::JointLook, first);
  joint.lookOfA = SittingId::from(1);
  joint.lookOfB = SittingId::from(2);
  Sitting sitting = beginSitting(std::move(joint));
  sitting.lanes.a = lookOfA.lanes.a;
  sitting.lanes.b = lookOfB.lanes.b;
  return sitting;
}

Answer written(std::string text) {
  return WrittenAnswer{std::move(text)};
}
GiveAnswer write(std::string text) {
  return GiveAnswer{written(std::move(text))};
}
Rating rating(std::string_view item, int mark) {
  return {itemId(item), Score::from(mark)};
}

Sitting play(const Exercise& exercise, Sitting sitting, const std::vector<Action>& actions) {
  for (std::size_t i = 0; i < actions.size(); ++i) {
    INFO("action " << i);
    const auto recorded = decide(exercise, sitting, actions[i]);
    REQUIRE(recorded.ok());
    sitting = after(std::move(sitting), *recorded);
    const auto again = replay(exercise, sitting.lanes);
    REQUIRE(again.ok());
    REQUIRE(*again == sitting);
  }
  return sitting;
}

std::vector<std::string> textsOf(const Answer& answer) {
  std::vector<std::string> texts;
  const auto add = [&texts](const std::string& text) {
    if (!text.empty()) texts.push_back(text);
  };
  if (const auto* written = std::get_if<WrittenAnswer>(&answer)) add(written->text);
  if (const auto* ask = std::get_if<AskAnswer>(&answer)) {
    for (const auto* text : {&ask->happened, &ask->feel, &ask->help}) add(*text);
  }
  if (const auto* move = std::get_if<MoveAnswer>(&answer)) {
    for (const auto* text : {&move->when, &move->does, &move->inside}) add(*text);
  }
  if (const auto* agreed = std::get_if<AgreedAnswer>(&answer); agreed && agreed->agreement) {
    add(agreed->agreement->what);
    add(agreed->agreement->when);
  }
  if (const auto* close = std::get_if<CloseAnswer>(&answer)) {
    for (const auto& text : close->heard) add(text);
    for (const auto& text : close->appreciated) add(text);
  }
  return texts;
}

std::vector<Answer> answersOn(const Screen& screen) {
  std::vector<Answer> answers;
  const auto addOpened = [&answers](const std::vector<OpenedLine>& lines) {
    for (const auto& line : lines) answers.push_back(line.answer);
  };
  if (const auto* step = std::get_if<StepScreen>(&screen.body)) {
    if (step->answer) answers.push_back(*step->answer);
    addOpened(step->opened);
  }
  if (const auto* look = std::get_if<LookOverScreen>(&screen.body)) {
    for (const auto& line : look->lines) {
      answers.push_back(line.answer);
      if (line.trimmed) answers.push_back(*line.trimmed);
    }
  }
  if (const auto* reveal = std::get_if<RevealScreen>(&screen.body)) addOpened(reveal->lines);
  if (const auto* talk = std::get_if<TalkScreen>(&screen.body)) addOpened(talk->opened);
  return answers;
}

}  // namespace footbridge::practice::samples
