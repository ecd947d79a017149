// SPDX-License-Identifier: GPL-3.0-or-later
// Turns, hand-overs, going back, passing, and modes for one.
#include "catch.h"
#include "practice/samples.h"

namespace footbridge::practice {
namespace {

using namespace samples;

Exercise twoTurns() {
  return exercise({both("hello", ReadStep{}), each("one", WriteStep{}), each("two", WriteStep{}),
                   both("show", reveal({"one", "two"})), each("three", WriteStep{}), both("end", CloseStep{})});
}

template <typename Body>
Body bodyOf(const Exercise& exercise, const Sitting& sitting) {
  const Screen screen = screenOf(exercise, sitting);
  REQUIRE(std::holds_alternative<Body>(screen.body));
  return std::get<Body>(screen.body);
}

const GiveAnswer kDone{std::monostate{}};

}  // namespace

TEST_CASE("Joint steps at the start need no hand-over") {
  const Exercise ex = twoTurns();
  const Screen screen = screenOf(ex, start(ex));
  CHECK(screen.viewer == Viewer::Both);
  CHECK(std::get<StepScreen>(screen.body).step == stepId("hello"));
  CHECK(screen.stepIndex == 0);
}

TEST_CASE("A turn lies between two hand-overs, and the second partner follows the first") {
  const Exercise ex = twoTurns();
  Sitting at = play(ex, start(ex, SittingMode::Together, PartnerId::B), {kDone});
  CHECK(bodyOf<HandOverScreen>(ex, at) == HandOverScreen{std::nullopt, Viewer::B});
  at = play(ex, at, {TakeTurn{}});
  CHECK((at.lanes.b == std::vector<SittingEvent>{TurnBegun{}}));
  CHECK(screenOf(ex, at).viewer == Viewer::B);
  at = play(ex, at, {write("b1"), write("b2")});
  const auto look = bodyOf<LookOverScreen>(ex, at);
  CHECK(look.reveal == stepId("show"));
  REQUIRE(look.lines.size() == 2);
  CHECK(look.lines[1].answer == written("b2"));
  CHECK(look.lines[1].open);
  at = play(ex, at, {ChooseLines{}});
  CHECK(bodyOf<EndOfTurnScreen>(ex, at).to == Viewer::A);
  at = play(ex, at, {EndTurn{}});
  CHECK(bodyOf<HandOverScreen>(ex, at) == HandOverScreen{PartnerId::B, Viewer::A});
  at = play(ex, at, {TakeTurn{}, write("a1"), write("a2"), ChooseLines{}});
  CHECK(bodyOf<EndOfTurnScreen>(ex, at).to == Viewer::Both);
  at = play(ex, at, {EndTurn{}});
  CHECK(bodyOf<HandOverScreen>(ex, at) == HandOverScreen{PartnerId::A, Viewer::Both});
}

TEST_CASE("The other partner begins the next turns") {
  const Exercise ex = twoTurns();
  const std::vector<Action> turn{TakeTurn{}, write("x"), write("y"), ChooseLines{}, EndTurn{}};
  Sitting at = play(ex, start(ex), {kDone});
  at = play(ex, play(ex, at, turn), turn);
  at = play(ex, at, {ComeTogether{}, MoveOn{}});
  CHECK(bodyOf<HandOverScreen>(ex, at) == HandOverScreen{std::nullopt, Viewer::B});
}

TEST_CASE("The last step says that the laptop goes on, unless there is something to look over") {
  const Exercise plain = exercise({each("one", WriteStep{}), each("two", WriteStep{}), both("end", CloseStep{})});
  Sitting at = play(plain, start(plain), {TakeTurn{}});
  CHECK_FALSE(bodyOf<StepScreen>(plain, at).lastOfTurn);
  at = play(plain, at, {write("x")});
  CHECK(bodyOf<StepScreen>(plain, at).lastOfTurn);
  const Exercise ex = twoTurns();
  CHECK_FALSE(bodyOf<StepScreen>(ex, play(ex, start(ex), {kDone, TakeTurn{}, write("x")})).lastOfTurn);
}

TEST_CASE("Back keeps what was written as a first offer") {
  const Exercise ex = twoTurns();
  Sitting at = play(ex, start(ex), {kDone, TakeTurn{}});
  CHECK_FALSE(bodyOf<StepScreen>(ex, at).mayGoBack);
  CHECK(decide(ex, at, Back{}).error().kind == ErrorKind::NotAllowed);
  at = play(ex, at, {write("a1"), Back{}});
  CHECK(bodyOf<StepScreen>(ex, at).answer == written("a1"));
  at = play(ex, at, {write("a1 again")});
  SECTION("from the look over to the last step") {
    at = play(ex, at, {write("a2"), Back{}});
    CHECK(bodyOf<StepScreen>(ex, at).step == stepId("two"));
    CHECK(bodyOf<StepScreen>(ex, at).answer == written("a2"));
  }
  SECTION("from the end of the turn to the look over, with what was chosen") {
    const LineChoice keep{{stepId("one"), std::nullopt}, false, std::nullopt};
    at = play(ex, at, {write("a2"), ChooseLines{{keep}}, Back{}});
    const auto look = bodyOf<LookOverScreen>(ex, at);
    CHECK_FALSE(look.lines[0].open);
    CHECK(look.lines[1].open);
  }
  SECTION("not once the turn is over") {
    at = play(ex, at, {write("a2"), ChooseLines{}, EndTurn{}});
    CHECK(decide(ex, at, Back{}).error().kind == ErrorKind::NotAllowed);
  }
}

TEST_CASE("Back without anything to look over leads from the end of the turn to the last step") {
  const Exercise ex = twoTurns();
  const Sitting at = play(ex, start(ex), {kDone, TakeTurn{}, Pass{}, Pass{}});
  CHECK(bodyOf<EndOfTurnScreen>(ex, at) == EndOfTurnScreen{Viewer::B, true});
  CHECK(bodyOf<StepScreen>(ex, play(ex, at, {Back{}})).step == stepId("two"));
}

TEST_CASE("Back among joint steps stops at a reveal, a talk and a hand-over") {
  const Exercise ex =
      exercise({both("r1", ReadStep{}), both("r2", ReadStep{}), each("one", WriteStep{}), both("r3", ReadStep{}),
                both("talk", SpeakStep{}), both("r4", ReadStep{}), both("end", CloseStep{})});
  Sitting at = play(ex, start(ex), {kDone});
  CHECK(bodyOf<StepScreen>(ex, at).mayGoBack);
  CHECK(bodyOf<StepScreen>(ex, play(ex, at, {Back{}})).step == stepId("r1"));
  at = play(ex, at,
            {Back{}, kDone, kDone, TakeTurn{}, Pass{}, EndTurn{}, TakeTurn{}, Pass{}, EndTurn{}, ComeTogether{}});
  CHECK(bodyOf<StepScreen>(ex, at).step == stepId("r3"));
  CHECK_FALSE(decide(ex, at, Back{}).ok());
  at = play(ex, at, {kDone});
  CHECK_FALSE(decide(ex, at, Back{}).ok());
  at = play(ex, at, {Pass{}});
  CHECK(bodyOf<StepScreen>(ex, at).step == stepId("r4"));
  CHECK_FALSE(decide(ex, at, Back{}).ok());
  CHECK(bodyOf<StepScreen>(ex, play(ex, at, {kDone, Back{}})).step == stepId("r4"));
}

TEST_CASE("What was passed is not looked over, and its words are still offered to their writer") {
  const Exercise ex = twoTurns();
  Sitting at = play(ex, start(ex), {kDone, TakeTurn{}, write("a1"), Back{}});
  at = play(ex, at, {Pass{}, write("a2")});
  REQUIRE(bodyOf<LookOverScreen>(ex, at).lines.size() == 1);
  at = play(ex, at, {Back{}, Back{}});
  CHECK(bodyOf<StepScreen>(ex, at).answer == written("a1"));
}

TEST_CASE("An answer without a word is a pass") {
  const Exercise ex = twoTurns();
  const Sitting at = play(ex, start(ex), {kDone, TakeTurn{}});
  const auto recorded = decide(ex, at, write(" \n\t"));
  REQUIRE(recorded.ok());
  CHECK((recorded->events == std::vector<SittingEvent>{Passed{stepId("one")}}));
}

TEST_CASE("Leaving is nothing, wherever it stands") {
  const Exercise ex = twoTurns();
  Sitting at = play(ex, start(ex), {kDone, TakeTurn{}, write("a1")});
  const Screen screen = screenOf(ex, at);
  at.lanes.a->insert(at.lanes.a->begin() + 1, Left{});
  at.lanes.a->emplace_back(Left{});
  at.lanes.joint->emplace_back(Left{});
  REQUIRE(replay(ex, at.lanes).ok());
  CHECK(screenOf(ex, at) == screen);
}

TEST_CASE("Alone, it starts at the first step and ends with the last, in one's own lane") {
  const Exercise ex =
      exercise({each("hello", ReadStep{}), each("one", WriteStep{}), each("end", CloseStep{})}, Audience::One);
  Sitting at = start(ex, SittingMode::Alone, PartnerId::B);
  CHECK(screenOf(ex, at).viewer == Viewer::B);
  at = play(ex, at, {kDone, write("x"), Back{}, write("y"), write("done")});
  CHECK(screenOf(ex, at) == Screen{Viewer::B, FinishedScreen{}, 3});
  CHECK(at.lanes.b->size() == 6);
  CHECK(at.lanes.a->empty());
  CHECK(at.lanes.joint->empty());
  CHECK_FALSE(decide(ex, at, Back{}).ok());
}

TEST_CASE("Lanes that cannot be are damaged") {
  const Exercise ex = twoTurns();
  const Sitting at = play(ex, start(ex), {kDone, TakeTurn{}, write("a1")});
  Lanes lanes = at.lanes;
  const auto isDamaged = [&] {
    const auto sitting = replay(ex, lanes);
    return !sitting && sitting.error().kind == ErrorKind::Damaged;
  };
  SECTION("no beginning") {
    lanes.joint->clear();
  }
  SECTION("a beginning in the middle") {
    lanes.joint->push_back(at.begun);
  }
  SECTION("an unknown step") {
    lanes.a->emplace_back(Answered{stepId("nowhere"), written("x")});
  }
  SECTION("a step out of turn") {
    lanes.a->emplace_back(Answered{stepId("three"), written("x")});
  }
  SECTION("an answer of another kind") {
    lanes.a->emplace_back(Answered{stepId("two"), RatedAnswer{}});
  }
  SECTION("a turn before its time") {
    lanes.b->emplace_back(TurnBegun{});
  }
  SECTION("together before both had their turn") {
    lanes.joint->emplace_back(CameTogether{});
  }
  SECTION("back to what lies ahead") {
    lanes.a->emplace_back(WentBack{stepId("two")});
  }
  SECTION("a joint event in an own lane") {
    lanes.a->emplace_back(Revealed{stepId("show"), {}});
  }
  CHECK(isDamaged());
}

TEST_CASE("A locked lane is asked for, and passed by where the others show that it was done") {
  const Exercise ex = twoTurns();
  const std::vector<Action> turn{TakeTurn{}, write("x"), write("y"), ChooseLines{}, EndTurn{}};
  Sitting at = play(ex, start(ex), {kDone});
  at.lanes.a.reset();
  CHECK(bodyOf<LockedScreen>(ex, at).who == PartnerId::A);
  CHECK(decide(ex, at, TakeTurn{}).error().kind == ErrorKind::NotAllowed);
  at.lanes.a = std::vector<SittingEvent>{};
  at = play(ex, at, turn);
  SECTION("the next one's, before the turn") {
    at.lanes.b.reset();
    CHECK(bodyOf<LockedScreen>(ex, at).who == PartnerId::B);
  }
  SECTION("the one before, while the next has begun") {
    at = play(ex, at, {TakeTurn{}});
    at.lanes.a.reset();
    CHECK(bodyOf<StepScreen>(ex, at).step == stepId("one"));
  }
  SECTION("either, before the reveal copies from both") {
    at = play(ex, at, turn);
    at.lanes.a.reset();
    CHECK(bodyOf<LockedScreen>(ex, at).who == PartnerId::A);
  }
  SECTION("neither, once it has") {
    at = play(ex, play(ex, at, turn), {ComeTogether{}});
    at.lanes.a.reset();
    at.lanes.b.reset();
    CHECK(bodyOf<RevealScreen>(ex, at).lines.size() == 4);
  }
  SECTION("the joint one") {
    at.lanes.joint.reset();
    CHECK(bodyOf<LockedScreen>(ex, at).who == PartnerId::A);
    CHECK(replay(ex, at.lanes).error().kind == ErrorKind::Locked);
  }
}

}  // namespace footbridge::practice
