// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/exercise.h"
#include "domain/sitting_event.h"
#include "practice/screen.h"
#include "practice/sitting.h"

/// Exercises made in a line, and short ways to say what happens in them.
namespace footbridge::practice::samples {

[[nodiscard]] StepId stepId(std::string_view text);
[[nodiscard]] ItemId itemId(std::string_view text);
[[nodiscard]] CardId cardId(std::string_view text);

[[nodiscard]] Step step(std::string_view id, StepFor who, StepForm form);
[[nodiscard]] inline Step each(std::string_view id, StepForm form) {
  return step(id, StepFor::Each, std::move(form));
}
[[nodiscard]] inline Step both(std::string_view id, StepForm form) {
  return step(id, StepFor::Both, std::move(form));
}
[[nodiscard]] Step sealedForGood(Step step);

/// Items "i0", "i1", …
[[nodiscard]] RateStep rate(int items);
/// Cards "c0", "c1", …
[[nodiscard]] ChooseStep choose(int cards, int least, int most, bool ranked = false);
[[nodiscard]] RevealStep reveal(const std::vector<std::string>& opens);

[[nodiscard]] Exercise exercise(std::vector<Step> steps, Audience audience = Audience::Two);
/// The same without a practice, as the weekly look is.
[[nodiscard]] Exercise weeklyLook(std::vector<Step> steps);

[[nodiscard]] Begun begun(const Exercise& exercise, SittingMode mode, PartnerId first = PartnerId::A);
[[nodiscard]] Sitting start(const Exercise& exercise, SittingMode mode = SittingMode::Together,
                            PartnerId first = PartnerId::A);
/// A joint look of two own looks.
[[nodiscard]] Sitting startJointLook(const Exercise& exercise, const Sitting& lookOfA, const Sitting& lookOfB,
                                     PartnerId first = PartnerId::A);

[[nodiscard]] Answer written(std::string text);
[[nodiscard]] GiveAnswer write(std::string text);
[[nodiscard]] Rating rating(std::string_view item, int mark);

/// Does them all; fails the test at the first one that is refused.
[[nodiscard]] Sitting play(const Exercise& exercise, Sitting sitting, const std::vector<Action>& actions);

/// Every text in an answer, empty ones left out.
[[nodiscard]] std::vector<std::string> textsOf(const Answer& answer);
/// Every answer on a screen.
[[nodiscard]] std::vector<Answer> answersOn(const Screen& screen);

}  // namespace footbridge::practice::samples
