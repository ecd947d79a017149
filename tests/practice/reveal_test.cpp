// SPDX-License-Identifier: GPL-3.0-or-later
// Looking over, trimming, and what a reveal opens.
#include "practice/reveal.h"

#include "catch.h"
#include "practice/samples.h"

namespace footbridge::practice {
namespace {

using namespace samples;

LineChoice line(std::string_view step, bool open, std::optional<Answer> trimmed = std::nullopt) {
  return {LineId{stepId(step), std::nullopt}, open, std::move(trimmed)};
}
LineChoice item(std::string_view step, std::string_view which, bool open) {
  return {LineId{stepId(step), itemId(which)}, open, std::nullopt};
}
GiveAnswer rates(std::vector<Rating> ratings) {
  return GiveAnswer{RatedAnswer{std::move(ratings)}};
}

/// Both turns from the start to the reveal; A goes first.
Sitting revealed(const Exercise& ex, std::vector<Action> a, ChooseLines choiceA, std::vector<Action> b,
                 ChooseLines choiceB) {
  std::vector<Action> all{TakeTurn{}};
  all.insert(all.end(), a.begin(), a.end());
  all.insert(all.end(), {Action(choiceA), Action(EndTurn{}), Action(TakeTurn{})});
  all.insert(all.end(), b.begin(), b.end());
  all.insert(all.end(), {Action(choiceB), Action(EndTurn{}), Action(ComeTogether{})});
  return play(ex, start(ex), all);
}

std::vector<OpenedLine> openedIn(const Exercise& ex, const Sitting& sitting) {
  return std::get<RevealScreen>(screenOf(ex, sitting).body).lines;
}

Exercise oneWritten() {
  return exercise({each("say", WriteStep{}), both("show", reveal({"say"})), both("end", CloseStep{})});
}

}  // namespace

TEST_CASE("Words open by their writer's choice alone") {
  const Exercise ex = oneWritten();
  const Sitting at = revealed(ex, {write("a")}, {{line("say", false)}}, {write("b")}, {});
  CHECK((openedIn(ex, at) == std::vector<OpenedLine>{{PartnerId::B, {stepId("say"), {}}, written("b")}}));
  CHECK(screenOf(ex, at).viewer == Viewer::Both);
}

TEST_CASE("A mark at a line that the exercise has no more cannot be opened") {
  const Exercise ex = exercise({each("rate", rate(2)), both("show", reveal({"rate"})), both("end", CloseStep{})});
  OwnPart part;
  part.give(stepId("rate"), RatedAnswer{{rating("i0", 1), rating("gone", 6)}});
  const auto lines = linesFor(ex, std::get<RevealStep>(ex.steps[1].form), part, true);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].open);
  CHECK_FALSE(lines[1].mayOpen);
  CHECK_FALSE(lines[1].open);
}

TEST_CASE("Coming together and what is opened are one record") {
  const Exercise ex = oneWritten();
  const Sitting at = revealed(ex, {write("a")}, {}, {write("b")}, {});
  const auto& joint = *at.lanes.joint;
  REQUIRE(joint.size() == 3);
  CHECK(joint[1] == SittingEvent(CameTogether{}));
  CHECK(std::get<Revealed>(joint[2]).lines.size() == 2);
}

TEST_CASE("A trimmed line opens as it was trimmed, and its own words stay in its writer's lane") {
  const Exercise ex = oneWritten();
  const Sitting at = revealed(ex, {write("a, and more")}, {{line("say", true, written("a"))}}, {write("b")}, {});
  CHECK(openedIn(ex, at).front().answer == written("a"));
  CHECK((*at.lanes.a)[1] == SittingEvent(Answered{stepId("say"), written("a, and more")}));
}

TEST_CASE("A mark opens only where both chose the line") {
  const Exercise ex = exercise({each("rate", rate(3)), both("show", reveal({"rate"})), both("end", CloseStep{})});
  const Sitting at = revealed(ex, {rates({rating("i0", 1), rating("i1", 2), rating("i2", 3)})},
                              {{item("rate", "i1", false)}}, {rates({rating("i0", 4), rating("i1", 5)})}, {});
  const LineId first{stepId("rate"), itemId("i0")};
  CHECK((openedIn(ex, at) == std::vector<OpenedLine>{{PartnerId::A, first, RatedAnswer{{rating("i0", 1)}}},
                                                     {PartnerId::B, first, RatedAnswer{{rating("i0", 4)}}}}));
}

TEST_CASE("What is private is shown as such to its writer, and cannot be opened") {
  RateStep lines = rate(2);
  lines.items[1].isPrivate = true;
  const Exercise ex = exercise({each("rate", lines), sealedForGood(each("mine", WriteStep{})), each("say", WriteStep{}),
                                both("show", reveal({"rate", "say"})), both("end", CloseStep{})});
  const Sitting at =
      play(ex, start(ex), {TakeTurn{}, rates({rating("i0", 1), rating("i1", 2)}), write("secret"), write("said")});
  const auto look = std::get<LookOverScreen>(screenOf(ex, at).body);
  REQUIRE(look.lines.size() == 3);
  CHECK(look.lines[0].mayOpen);
  CHECK_FALSE(look.lines[1].mayOpen);
  CHECK_FALSE(look.lines[1].open);
  CHECK(decide(ex, at, ChooseLines{{item("rate", "i1", true)}}).error().kind == ErrorKind::NotAllowed);
  CHECK(decide(ex, at, ChooseLines{{line("mine", true)}}).error().kind == ErrorKind::Invalid);
  CHECK(decide(ex, at, ChooseLines{{item("rate", "i1", false)}}).ok());
}

TEST_CASE("A private step that a reveal names all the same stays shut") {
  const Exercise ex =
      exercise({sealedForGood(each("mine", WriteStep{})), both("show", reveal({"mine"})), both("end", CloseStep{})});
  const Sitting at = revealed(ex, {write("a")}, {}, {write("b")}, {});
  CHECK(openedIn(ex, at).empty());
}

TEST_CASE("A guess opens only where what it is about is open") {
  const Exercise ex = exercise({each("say", WriteStep{}), each("guess", GuessStep{stepId("say")}),
                                both("show", reveal({"guess", "say"})), both("end", CloseStep{})});
  SECTION("both open") {
    const Sitting at = revealed(ex, {write("a"), write("b?")}, {}, {write("b"), write("a?")}, {});
    CHECK(openedIn(ex, at).size() == 4);
  }
  SECTION("B keeps theirs, so A's guess about it is kept") {
    const Sitting at = revealed(ex, {write("a"), write("b?")}, {}, {write("b"), write("a?")}, {{line("say", false)}});
    const LineId say{stepId("say"), {}};
    const LineId guess{stepId("guess"), {}};
    CHECK(openedIn(ex, at) ==
          std::vector<OpenedLine>{{PartnerId::B, guess, written("a?")}, {PartnerId::A, say, written("a")}});
  }
}

TEST_CASE("A guess about what is private is private too") {
  const Exercise ex = exercise({sealedForGood(each("mine", WriteStep{})), each("guess", GuessStep{stepId("mine")}),
                                both("show", reveal({"guess"})), both("end", CloseStep{})});
  const Sitting at = play(ex, start(ex), {TakeTurn{}, write("a"), write("b?")});
  const auto lines = std::get<LookOverScreen>(screenOf(ex, at).body).lines;
  REQUIRE(lines.size() == 1);
  CHECK_FALSE(lines[0].mayOpen);
  CHECK_FALSE(lines[0].open);
}

TEST_CASE("A guess of marks opens line by line, by its writer and the line it is about") {
  RateStep lines = rate(2);
  lines.items[1].isPrivate = true;
  const Exercise ex = exercise({each("rate", lines), each("guess", GuessStep{stepId("rate")}),
                                both("show", reveal({"rate", "guess"})), both("end", CloseStep{})});
  const auto both = rates({rating("i0", 1), rating("i1", 2)});
  const Sitting at = revealed(ex, {both, both}, {}, {both, Pass{}}, {});
  const auto lines2 = openedIn(ex, at);
  REQUIRE(lines2.size() == 3);
  CHECK(lines2[2] == OpenedLine{PartnerId::A, {stepId("guess"), itemId("i0")}, RatedAnswer{{rating("i0", 1)}}});
}

TEST_CASE("Trimming takes other words of the same kind, fewer of the same cards, and no other mark") {
  const Exercise ex = exercise({each("say", WriteStep{}), each("rate", rate(1)), each("pick", choose(3, 1, 3)),
                                both("show", reveal({"say", "rate", "pick"})), both("end", CloseStep{})});
  const Sitting at = play(ex, start(ex),
                          {TakeTurn{}, write("long words"), rates({rating("i0", 3)}),
                           GiveAnswer{ChosenAnswer{{cardId("c0"), cardId("c1")}}}});
  const auto tryTrim = [&](std::string_view step, std::optional<ItemId> which, Answer trim) {
    return decide(ex, at, ChooseLines{{LineChoice{LineId{stepId(step), std::move(which)}, true, std::move(trim)}}})
        .ok();
  };
  const auto mark = [](int m) { return Answer(RatedAnswer{{rating("i0", m)}}); };
  CHECK(tryTrim("say", {}, written("other words")));
  CHECK_FALSE(tryTrim("say", {}, mark(3)));
  CHECK_FALSE(tryTrim("say", {}, written(" ")));
  CHECK_FALSE(tryTrim("say", {}, written(std::string(20'001, 'x'))));
  CHECK_FALSE(tryTrim("say", {}, written("\xC0\xAF")));
  CHECK(tryTrim("rate", itemId("i0"), mark(3)));
  CHECK_FALSE(tryTrim("rate", itemId("i0"), mark(4)));
  CHECK(tryTrim("pick", {}, ChosenAnswer{{cardId("c1")}}));
  CHECK_FALSE(tryTrim("pick", {}, ChosenAnswer{{cardId("c2")}}));
  CHECK_FALSE(tryTrim("pick", {}, ChosenAnswer{{cardId("c1"), cardId("c0")}}));
}

TEST_CASE("A trim does not outlive the words it was made from") {
  const Exercise ex = oneWritten();
  Sitting at =
      play(ex, start(ex), {TakeTurn{}, write("first"), ChooseLines{{line("say", true, written("f"))}}, Back{}});
  CHECK(std::get<LookOverScreen>(screenOf(ex, at).body).lines[0].trimmed == written("f"));
  SECTION("other words") {
    at = play(ex, at, {Back{}, write("second")});
    CHECK_FALSE(std::get<LookOverScreen>(screenOf(ex, at).body).lines[0].trimmed.has_value());
  }
  SECTION("the same words") {
    at = play(ex, at, {Back{}, write("first")});
    CHECK(std::get<LookOverScreen>(screenOf(ex, at).body).lines[0].trimmed == written("f"));
  }
}

namespace {

/// Two lines that open one after the other, something said together between, and a turn afterwards.
Exercise oneAfterTheOther() {
  return exercise({each("one", WriteStep{}), each("two", WriteStep{}), both("show1", reveal({"one"})),
                   both("read", ReadStep{}), both("show2", reveal({"two"})), each("mark", WriteStep{}),
                   both("end", CloseStep{})});
}
const std::vector<Action> kTurnOfOne{TakeTurn{}, write("x"), write("y"), ChooseLines{}, EndTurn{}};

}  // namespace

TEST_CASE("Before a later reveal each looks over alone again, and only then it opens") {
  const Exercise ex = oneAfterTheOther();
  Sitting at = play(ex, play(ex, start(ex), kTurnOfOne), kTurnOfOne);
  at = play(ex, at, {ComeTogether{}});
  CHECK(openedIn(ex, at).front().line.step == stepId("one"));
  at = play(ex, at, {MoveOn{}, GiveAnswer{std::monostate{}}});
  CHECK(screenOf(ex, at) == Screen{Viewer::Nobody, HandOverScreen{std::nullopt, Viewer::A}, 4});
  at = play(ex, at, {TakeTurn{}});
  const auto over = std::get<LookOverScreen>(screenOf(ex, at).body);
  CHECK(over.reveal == stepId("show2"));
  REQUIRE(over.lines.size() == 1);
  CHECK(over.lines.front().answer == written("y"));
  CHECK_FALSE(over.mayGoBack);
  at = play(ex, at, {ChooseLines{{line("two", false)}}, EndTurn{}, TakeTurn{}, ChooseLines{}, EndTurn{}});
  CHECK(screenOf(ex, at) == Screen{Viewer::Nobody, HandOverScreen{PartnerId::B, Viewer::Both}, 4});
  at = play(ex, at, {ComeTogether{}});
  REQUIRE(openedIn(ex, at).size() == 1);  // the first one held theirs back
  CHECK(openedIn(ex, at).front().writer == PartnerId::B);
}

TEST_CASE("A talk between writing and opening, too, leaves each to look over when they know how it went") {
  const Exercise ex = exercise(
      {each("say", WriteStep{}), both("talk", SpeakStep{}), both("show", reveal({"say"})), both("end", CloseStep{})});
  Sitting at = play(ex, start(ex), {TakeTurn{}, write("a"), EndTurn{}, TakeTurn{}, write("b"), EndTurn{}});
  at = play(ex, at, {ComeTogether{}, Pass{}, TakeTurn{}});
  CHECK(std::get<LookOverScreen>(screenOf(ex, at).body).lines.size() == 1);
  at = play(ex, at, {ChooseLines{}, EndTurn{}, TakeTurn{}, ChooseLines{}, EndTurn{}, ComeTogether{}});
  CHECK(openedIn(ex, at).size() == 2);
}

TEST_CASE("What a reveal holds in the joint lane must be what it may hold") {
  const Exercise ex = exercise({each("say", WriteStep{}), sealedForGood(each("mine", WriteStep{})),
                                both("show", reveal({"say"})), both("end", CloseStep{})});
  Sitting at = start(ex);
  const std::vector<Action> turn{TakeTurn{}, write("x"), write("y"), ChooseLines{}, EndTurn{}};
  at = play(ex, play(ex, play(ex, at, turn), turn), {ComeTogether{}});
  auto& lines = std::get<Revealed>(at.lanes.joint->back()).lines;
  lines.front().line.step = stepId("mine");
  CHECK(replay(ex, at.lanes).error().kind == ErrorKind::Damaged);
}

}  // namespace footbridge::practice
