// SPDX-License-Identifier: GPL-3.0-or-later
// Talking, drawing the loop, agreeing and closing.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "catch.h"
#include "practice/random_exercise.h"
#include "practice/samples.h"

namespace footbridge::practice {
namespace {

using namespace samples;

Exercise talkTwice() {
  return exercise({both("talk", SpeakStep{.seconds = 100, .rounds = 2, .prompts = {}}), both("heard", ReflectStep{}),
                   both("again", SpeakStep{.seconds = 60, .rounds = 1, .prompts = {}}), both("end", CloseStep{})});
}
TalkScreen talkOf(const Exercise& ex, const Sitting& sitting) {
  return std::get<TalkScreen>(screenOf(ex, sitting).body);
}

}  // namespace

TEST_CASE("The speaker says when it was heard; nearly and not yet stay with it") {
  const Exercise ex = talkTwice();
  Sitting at = start(ex, SittingMode::Together, PartnerId::B);
  TalkScreen talk = talkOf(ex, at);
  CHECK(talk.speaker == PartnerId::B);
  CHECK(talk.turns == 4);
  CHECK(talk.reflect == stepId("heard"));
  CHECK(decide(ex, at, Confirm{}).error().kind == ErrorKind::NotAllowed);
  at = play(ex, at, {SpeechOver{90}, Confirm{Verdict::Nearly}, Confirm{Verdict::NotYet}});
  talk = talkOf(ex, at);
  CHECK(talk.phase == TalkScreen::Phase::Reflecting);
  CHECK(talk.tries == 2);
  CHECK(talk.turn == 0);
  CHECK(decide(ex, at, SpeechOver{1}).error().kind == ErrorKind::NotAllowed);
  talk = talkOf(ex, play(ex, at, {Confirm{Verdict::Yes}}));
  CHECK(talk.turn == 1);
  CHECK(talk.tries == 0);
  CHECK(talk.speaker == PartnerId::A);
  CHECK(talk.phase == TalkScreen::Phase::Speaking);
}

TEST_CASE("The second to speak has as long as the first took, and no less than the share") {
  const Exercise ex = talkTwice();
  const auto share = [&](int spoken) {
    return talkOf(ex, play(ex, start(ex), {SpeechOver{spoken}, Confirm{}})).seconds;
  };
  CHECK(share(40) == 100);
  CHECK(share(130) == 130);
  const Sitting second = play(ex, start(ex), {SpeechOver{130}, Confirm{}, SpeechOver{500}, Confirm{}});
  CHECK(talkOf(ex, play(ex, second, {SpeechOver{10}, Confirm{}})).seconds == 100);
  CHECK(decide(ex, second, SpeechOver{-1}).error().kind == ErrorKind::Invalid);
}

TEST_CASE("Who has spoken less in the rounds before has more time in the next, up to twice the share") {
  const Exercise ex = talkTwice();
  const auto later = [&](int opener, int other) {
    return talkOf(ex, play(ex, start(ex), {SpeechOver{opener}, Confirm{}, SpeechOver{other}, Confirm{}})).seconds;
  };
  CHECK(later(100, 100) == 100);
  CHECK(later(100, 160) == 160);
  CHECK(later(130, 500) == 200);
  CHECK(later(160, 100) == 100);
  const Sitting last =
      play(ex, start(ex), {SpeechOver{160}, Confirm{}, SpeechOver{100}, Confirm{}, SpeechOver{100}, Confirm{}});
  CHECK(talkOf(ex, last).seconds == 160);
  const Sitting again = play(ex, last, {SpeechOver{1}, Confirm{}});
  CHECK(talkOf(ex, again).speak == stepId("again"));
  CHECK(talkOf(ex, again).seconds == 60);
}

TEST_CASE("Shares of a talk stay within their bounds, and where both keep to them the totals come nearer") {
  constexpr int kShare = 100;
  const Exercise ex =
      exercise({both("talk", SpeakStep{.seconds = kShare, .rounds = 6, .prompts = {}}), both("end", CloseStep{})});
  Dice dice(7);
  for (int run = 0; run < 200; ++run) {
    Sitting at = start(ex);
    std::array<int, 2> total{};
    const int wildRounds = dice.roll(5);
    for (int round = 0; round < 6; ++round) {
      const int before = std::abs(total[0] - total[1]);
      for (int& spoken : total) {
        const TalkScreen talk = talkOf(ex, at);
        REQUIRE(talk.seconds >= kShare);
        REQUIRE(talk.seconds <= 2 * kShare);
        const int seconds = round < wildRounds ? dice.roll(400) : talk.seconds;
        spoken += seconds;
        at = play(ex, at, {SpeechOver{seconds}});
      }
      CAPTURE(run, round, total[0], total[1]);
      if (round >= wildRounds) REQUIRE(std::abs(total[0] - total[1]) == std::max(0, before - kShare));
    }
  }
}

TEST_CASE("A pass ends the whole talk, and the next talk is opened by the other") {
  const Exercise ex = talkTwice();
  const Sitting at = play(ex, start(ex), {SpeechOver{1}, Pass{}});
  CHECK(talkOf(ex, at).speak == stepId("again"));
  CHECK(talkOf(ex, at).speaker == PartnerId::B);
  CHECK_FALSE(talkOf(ex, at).reflect.has_value());
  const Sitting done = play(ex, at, {SpeechOver{1}, SpeechOver{1}});
  CHECK(std::get<StepScreen>(screenOf(ex, done).body).step == stepId("end"));
}

TEST_CASE("A turn that its speaker lets be takes nothing from the other's") {
  const Exercise ex = talkTwice();
  Sitting at = start(ex);
  SECTION("before anything is said") {}
  SECTION("while it is said back, and never quite") {
    at = play(ex, at, {SpeechOver{40}, Confirm{Verdict::NotYet}, Confirm{Verdict::NotYet}});
  }
  at = play(ex, at, {PassTurn{}});
  const TalkScreen next = talkOf(ex, at);
  CHECK(next.speak == stepId("talk"));
  CHECK(next.turn == 1);
  CHECK(next.speaker == PartnerId::B);
  CHECK(next.phase == TalkScreen::Phase::Speaking);
  CHECK(next.tries == 0);
  CHECK(next.seconds == 100);
  at = play(ex, at, {PassTurn{}, PassTurn{}});
  CHECK(talkOf(ex, at).turn == 3);
  CHECK(decide(ex, at, PassTurn{}).error().kind == ErrorKind::NotAllowed);  // none comes after it
  at = play(ex, at, {Pass{}});
  REQUIRE(talkOf(ex, at).speak == stepId("again"));
  at = play(ex, at, {PassTurn{}});  // nothing is said back there
  CHECK(talkOf(ex, at).turn == 1);
  CHECK(talkOf(ex, at).seconds == 60);
}

TEST_CASE("The loop shows the moves that were opened, and takes a name") {
  const Exercise ex =
      exercise({each("move", LoopStep{}), each("say", WriteStep{}), both("show", reveal({"move", "say"})),
                both("loop", LoopStep{}), both("end", CloseStep{})});
  const Answer move = MoveAnswer{"door", "go quiet", "scared"};
  const std::vector<Action> turn{TakeTurn{}, GiveAnswer{move}, write("x"), ChooseLines{}, EndTurn{}};
  Sitting at = play(ex, play(ex, start(ex), turn), turn);
  at = play(ex, at, {ComeTogether{}, MoveOn{}});
  const auto screen = std::get<StepScreen>(screenOf(ex, at).body);
  REQUIRE(screen.opened.size() == 2);
  CHECK(screen.opened[0].answer == move);
  CHECK(screen.opened[1].writer == PartnerId::B);
  CHECK_FALSE(decide(ex, at, GiveAnswer{move}).ok());
  CHECK(decide(ex, at, write("The quiet door")).ok());
}

TEST_CASE("Nothing to agree on and nothing to write down are full answers") {
  const Exercise ex = exercise({both("back", AgreeStep{.review = true, .suggestions = {}}), both("step", AgreeStep{}),
                                both("end", CloseStep{})});
  Sitting at =
      play(ex, start(ex), {GiveAnswer{ReviewedAnswer{}}, GiveAnswer{AgreedAnswer{}}, GiveAnswer{CloseAnswer{}}});
  CHECK(screenOf(ex, at) == Screen{Viewer::Both, FinishedScreen{}, 3});
  CHECK(at.lanes.joint->size() == 4);
  for (const Action& action : std::vector<Action>{Pass{}, Back{}, MoveOn{}, ComeTogether{}, TakeTurn{}}) {
    CHECK(decide(ex, at, action).error().kind == ErrorKind::NotAllowed);
  }
}

TEST_CASE("The end knows whether anything stands open, and whether both left words") {
  const Exercise ex = exercise(
      {each("say", WriteStep{}), both("show", reveal({"say"})), both("step", AgreeStep{}), both("end", CloseStep{})});
  const auto end = [&ex](bool opens, const Action& step) {
    const ChooseLines lines{{{{stepId("say"), {}}, opens, {}}}};
    const Sitting at = play(ex, start(ex),
                            {TakeTurn{}, write("a"), lines, EndTurn{}, TakeTurn{}, Pass{}, EndTurn{}, ComeTogether{},
                             MoveOn{}, step, GiveAnswer{CloseAnswer{}}});
    return std::get<FinishedScreen>(screenOf(ex, at).body);
  };
  const Agreement tea{.what = "tea", .when = {}, .review = {}, .from = {}};
  CHECK(end(true, GiveAnswer{AgreedAnswer{}}) == FinishedScreen{true, false});
  CHECK(end(false, GiveAnswer{AgreedAnswer{tea}}) == FinishedScreen{false, true});
  CHECK(end(false, GiveAnswer{AgreedAnswer{}}) == FinishedScreen{});
}

TEST_CASE("Back among joint steps offers what was said there, in the order of the step") {
  const Exercise ex = exercise({both("pick", choose(3, 1, 3)), both("end", CloseStep{})});
  const Sitting at = play(ex, start(ex), {GiveAnswer{ChosenAnswer{{cardId("c2"), cardId("c0")}}}, Back{}});
  const auto screen = std::get<StepScreen>(screenOf(ex, at).body);
  CHECK(screen.answer == Answer(ChosenAnswer{{cardId("c0"), cardId("c2")}}));
}

TEST_CASE("Any joint step can be passed") {
  const Exercise ex = exercise({both("settle", SettleStep{}), both("rate", rate(1)), both("pick", choose(2, 1, 1)),
                                both("step", AgreeStep{}), both("end", CloseStep{})});
  const Sitting at = play(ex, start(ex), {Pass{}, Pass{}, Pass{}, Pass{}, Pass{}});
  CHECK(std::holds_alternative<FinishedScreen>(screenOf(ex, at).body));
}

TEST_CASE("What was opened last is at hand at every step for both that comes after, and at none before") {
  const Exercise ex = exercise({both("back", AgreeStep{.review = true, .suggestions = {}}), each("say", WriteStep{}),
                                both("show", reveal({"say"})), both("step", AgreeStep{}), each("more", WriteStep{}),
                                both("show-more", reveal({"more"})), both("end", CloseStep{})});
  const auto turn = [](const char* words) {
    return std::vector<Action>{TakeTurn{}, write(words), ChooseLines{}, EndTurn{}};
  };
  const auto openedAt = [&ex](const Sitting& at) {
    const auto screen = std::get<StepScreen>(screenOf(ex, at).body);
    std::vector<Answer> answers;
    for (const OpenedLine& line : screen.opened) answers.push_back(line.answer);
    return answers;
  };
  Sitting at = start(ex);
  CHECK(openedAt(at).empty());
  at = play(ex, play(ex, play(ex, at, {GiveAnswer{ReviewedAnswer{}}}), turn("a")), turn("b"));
  at = play(ex, at, {ComeTogether{}, MoveOn{}});
  CHECK(openedAt(at) == std::vector<Answer>{written("a"), written("b")});
  at = play(ex, at, {Pass{}, TakeTurn{}});
  CHECK(openedAt(at).empty());
  at = play(ex, play(ex, at, {write("c"), ChooseLines{}, EndTurn{}}), turn("d"));
  at = play(ex, at, {ComeTogether{}, MoveOn{}});
  CHECK(openedAt(at) == std::vector<Answer>{written("d"), written("c")});
}

}  // namespace footbridge::practice
