// SPDX-License-Identifier: GPL-3.0-or-later
// The weekly look: done apart, opened together.
#include "catch.h"
#include "practice/samples.h"
#include "practice/sitting_progress.h"

namespace footbridge::practice {
namespace {

using namespace samples;

Exercise jointLook() {
  RateStep lines = rate(3);
  lines.items[0].inShortForm = false;
  return weeklyLook({both("before", AgreeStep{.review = true, .suggestions = {}}), each("lines", lines),
                     each("appreciated", WriteStep{}), sealedForGood(each("note", WriteStep{})),
                     both("show", reveal({"lines", "appreciated"})), both("step", AgreeStep{}),
                     both("end", CloseStep{})});
}
GiveAnswer rates(std::vector<Rating> ratings) {
  return GiveAnswer{RatedAnswer{std::move(ratings)}};
}

Sitting ownLook(const Exercise& ex, PartnerId whose, const std::string& word) {
  return play(ex, start(ex, SittingMode::OwnLook, whose),
              {rates({rating("i0", 1), rating("i1", 2)}), write(word), write("only mine")});
}

}  // namespace

TEST_CASE("How far a look is, is counted over the steps that are done alone, or over those of both") {
  const Exercise ex = jointLook();
  const auto at = [&ex](SittingMode mode, std::size_t step) { return progressOf(ex, mode, step); };
  CHECK(at(SittingMode::OwnLook, 1) == SittingProgress{0, 3});
  CHECK(at(SittingMode::OwnLook, 3) == SittingProgress{2, 3});
  CHECK(at(SittingMode::OwnLook, 4) == SittingProgress{3, 3});
  CHECK(at(SittingMode::JointLook, 0) == SittingProgress{0, 4});
  CHECK(at(SittingMode::JointLook, 4) == SittingProgress{1, 4});
  CHECK(at(SittingMode::JointLook, 7) == SittingProgress{4, 4});
  CHECK(at(SittingMode::Together, 4) == SittingProgress{4, 7});
}

TEST_CASE("How far a sitting is, is counted over the lines of the overview") {
  Exercise ex = jointLook();
  for (const std::size_t listed : {0U, 1U, 2U, 4U}) ex.steps[listed].outline = "A line";
  const auto at = [&ex](SittingMode mode, std::size_t step) { return progressOf(ex, mode, step); };
  CHECK(at(SittingMode::Together, 0) == SittingProgress{0, 4});
  CHECK(at(SittingMode::Together, 2) == SittingProgress{2, 4});
  CHECK(at(SittingMode::Together, 3) == SittingProgress{2, 4});
  CHECK(at(SittingMode::Together, 6) == SittingProgress{3, 4});
  CHECK(at(SittingMode::Together, 7) == SittingProgress{4, 4});
  CHECK(at(SittingMode::OwnLook, 3) == SittingProgress{1, 2});
  CHECK(at(SittingMode::OwnLook, 4) == SittingProgress{2, 2});
  ex.steps[0].outline.clear();  // what comes before the first line belongs to it
  CHECK(at(SittingMode::Together, 0) == SittingProgress{0, 3});
}

TEST_CASE("An own look has the own steps alone, in the own lane") {
  const Exercise ex = jointLook();
  Sitting at = start(ex, SittingMode::OwnLook, PartnerId::B);
  const Screen first = screenOf(ex, at);
  CHECK(first.viewer == Viewer::B);
  CHECK(std::get<StepScreen>(first.body).step == stepId("lines"));
  CHECK_FALSE(std::get<StepScreen>(first.body).mayGoBack);
  at = ownLook(ex, PartnerId::B, "thanks");
  CHECK(screenOf(ex, at) == Screen{Viewer::B, PartDoneScreen{PartnerId::B}, 4});
  CHECK(at.lanes.joint->empty());
  CHECK(at.lanes.a->empty());
}

TEST_CASE("A look that is done can still be gone back to") {
  const Exercise ex = jointLook();
  Sitting at = play(ex, ownLook(ex, PartnerId::A, "thanks"), {Back{}, Back{}});
  CHECK(std::get<StepScreen>(screenOf(ex, at).body).answer == written("thanks"));
  at = play(ex, at, {write("more thanks"), Pass{}});
  CHECK(std::holds_alternative<PartDoneScreen>(screenOf(ex, at).body));
}

TEST_CASE("The short form leaves lines out") {
  const Exercise ex = jointLook();
  Begun begun = samples::begun(ex, SittingMode::OwnLook, PartnerId::A);
  begun.shortForm = true;
  const Sitting at = beginSitting(begun);
  CHECK(decide(ex, at, rates({rating("i0", 3)})).error().kind == ErrorKind::Invalid);
  CHECK(decide(ex, at, rates({rating("i1", 3), rating("i2", 3)})).ok());
}

TEST_CASE("A step with no line left in the short form is left out") {
  RateStep lines = rate(1);
  lines.items[0].inShortForm = false;
  const Exercise ex = weeklyLook(
      {each("lines", lines), each("say", WriteStep{}), both("show", reveal({"say"})), both("end", CloseStep{})});
  Begun begun = samples::begun(ex, SittingMode::OwnLook, PartnerId::A);
  begun.shortForm = true;
  CHECK(std::get<StepScreen>(screenOf(ex, beginSitting(begun)).body).step == stepId("say"));
}

TEST_CASE("Two looks are opened together: each looks over alone, every line starting as kept") {
  const Exercise ex = jointLook();
  Sitting at = startJointLook(ex, ownLook(ex, PartnerId::A, "from a"), ownLook(ex, PartnerId::B, "from b"));
  CHECK(screenOf(ex, at) == Screen{Viewer::Nobody, HandOverScreen{std::nullopt, Viewer::Both}, 0});
  at = play(ex, at, {ComeTogether{}, GiveAnswer{ReviewedAnswer{}}});
  CHECK(screenOf(ex, at) == Screen{Viewer::Nobody, HandOverScreen{std::nullopt, Viewer::A}, 4});
  at = play(ex, at, {TakeTurn{}});
  const auto over = std::get<LookOverScreen>(screenOf(ex, at).body);
  CHECK(screenOf(ex, at).viewer == Viewer::A);
  REQUIRE(over.lines.size() == 3);
  for (const auto& line : over.lines) CHECK_FALSE(line.open);
  CHECK_FALSE(over.mayGoBack);
  const LineChoice thanks{{stepId("appreciated"), {}}, true, std::nullopt};
  const LineChoice mark{{stepId("lines"), itemId("i1")}, true, std::nullopt};
  at = play(ex, at, {ChooseLines{{thanks, mark}}, EndTurn{}, TakeTurn{}, ChooseLines{{mark}}, EndTurn{}});
  CHECK(screenOf(ex, at) == Screen{Viewer::Nobody, HandOverScreen{PartnerId::B, Viewer::Both}, 4});
  at = play(ex, at, {ComeTogether{}});
  const auto opened = std::get<RevealScreen>(screenOf(ex, at).body).lines;
  REQUIRE(opened.size() == 3);
  CHECK(opened[0].line.item == itemId("i1"));
  CHECK(opened[2].answer == written("from a"));
  at = play(ex, at, {MoveOn{}, GiveAnswer{AgreedAnswer{}}, GiveAnswer{CloseAnswer{}}});
  CHECK(std::holds_alternative<FinishedScreen>(screenOf(ex, at).body));
}

TEST_CASE("A look that was passed through has nothing to look over, and nothing to go back to") {
  const Exercise ex = jointLook();
  const Sitting empty = play(ex, start(ex, SittingMode::OwnLook, PartnerId::A), {Pass{}, Pass{}, Pass{}});
  Sitting at = startJointLook(ex, empty, ownLook(ex, PartnerId::B, "b"));
  at = play(ex, at, {ComeTogether{}, Pass{}, TakeTurn{}});
  CHECK(std::get<EndOfTurnScreen>(screenOf(ex, at).body) == EndOfTurnScreen{Viewer::B, false});
}

TEST_CASE("A weekly look in one evening starts as kept as well") {
  const Exercise ex = jointLook();
  const Sitting at = play(ex, start(ex), {Pass{}, TakeTurn{}, Pass{}, write("a"), Pass{}});
  CHECK_FALSE(std::get<LookOverScreen>(screenOf(ex, at).body).lines[0].open);
}

}  // namespace footbridge::practice
