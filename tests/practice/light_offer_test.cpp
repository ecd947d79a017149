// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/light_offer.h"

#include <set>

#include "catch.h"
#include "domain/weekly_look.h"
#include "practice/samples.h"

namespace footbridge::practice {
namespace {

using namespace samples;

const Day kOfferDay = *parseDay("2026-11-23");

Exercise marksLook() {
  RateStep lines = rate(2);
  lines.items[1].id = itemId(kHeavyItem);
  Exercise made = weeklyLook({each("lines", lines), each("glad", WriteStep{}), both("show", reveal({"lines", "glad"})),
                              both("end", CloseStep{})});
  made.id = *ExerciseId::from(kWeeklyLook);
  return made;
}

GiveAnswer marks(int other, int heavy) {
  return {RatedAnswer{{rating("i0", other), rating(kHeavyItem, heavy)}}};
}

Sitting own(PartnerId whose, int heavy, int other = 0) {
  return play(marksLook(), start(marksLook(), SittingMode::OwnLook, whose), {marks(other, heavy), write("thanks")});
}

/// A joint look at its end; a rated line is opened where both chose it.
Sitting joint(int heavyOfA, int heavyOfB, bool aOpens, bool bOpens) {
  const LineId line{stepId("lines"), itemId(kHeavyItem)};
  const auto chooses = [&line](bool opens) { return ChooseLines{{{line, opens, std::nullopt}}}; };
  return play(marksLook(), startJointLook(marksLook(), own(PartnerId::A, heavyOfA), own(PartnerId::B, heavyOfB)),
              {TakeTurn{}, chooses(aOpens), EndTurn{}, TakeTurn{}, chooses(bOpens), EndTurn{}, ComeTogether{}, MoveOn{},
               GiveAnswer{CloseAnswer{}}});
}

ExerciseSummary summary(std::string_view id, Practice practice, int minutes, Depth depth, Audience audience) {
  return {*ExerciseId::from(id), "", "", practice, minutes, depth, audience};
}

}  // namespace

TEST_CASE("A week is heavy from the fifth mark on, and by no other line") {
  CHECK_FALSE(wasHeavy(marksLook(), own(PartnerId::A, 4), Viewer::A));
  CHECK(wasHeavy(marksLook(), own(PartnerId::A, 5), Viewer::A));
  CHECK(wasHeavy(marksLook(), own(PartnerId::B, 6), Viewer::B));
  CHECK_FALSE(wasHeavy(marksLook(), own(PartnerId::A, 0, 6), Viewer::A));
}

TEST_CASE("What was changed since counts as it stands, and what was passed since does not count") {
  const Sitting before = own(PartnerId::A, 6);
  CHECK_FALSE(wasHeavy(marksLook(), play(marksLook(), before, {Back{}, Back{}, marks(0, 1), Pass{}}), Viewer::A));
  CHECK_FALSE(wasHeavy(marksLook(), play(marksLook(), before, {Back{}, Back{}, Pass{}, Pass{}}), Viewer::A));
}

TEST_CASE("One partner's heavy week is nothing that the other, or both, can know of") {
  const Sitting mine = own(PartnerId::A, 6);
  CHECK_FALSE(wasHeavy(marksLook(), mine, Viewer::B));
  CHECK_FALSE(wasHeavy(marksLook(), mine, Viewer::Both));
  CHECK_FALSE(wasHeavy(marksLook(), mine, Viewer::Nobody));
  CHECK_FALSE(wasHeavy(marksLook(), joint(6, 6, false, false), Viewer::Both));
  CHECK_FALSE(wasHeavy(marksLook(), joint(6, 6, true, false), Viewer::Both));
}

TEST_CASE("Opened by both, a heavy week of either is one that both know of") {
  CHECK(wasHeavy(marksLook(), joint(6, 1, true, true), Viewer::Both));
  CHECK(wasHeavy(marksLook(), joint(1, 5, true, true), Viewer::Both));
  CHECK_FALSE(wasHeavy(marksLook(), joint(4, 4, true, true), Viewer::Both));
}

TEST_CASE("Only the weekly look asks how heavy a week was") {
  Exercise other = marksLook();
  other.id = *ExerciseId::from("a-pack");
  CHECK_FALSE(wasHeavy(other, own(PartnerId::A, 6), Viewer::A));
}

TEST_CASE("A locked lane is no heavy week") {
  Sitting locked = own(PartnerId::A, 6);
  locked.lanes.a.reset();
  CHECK_FALSE(wasHeavy(marksLook(), locked, Viewer::A));
}

TEST_CASE("What is offered is light, short, about no conflict and for as many as are here; another one each week") {
  const std::vector<ExerciseSummary> all{summary("long", Practice::Strengths, 16, Depth::Light, Audience::Two),
                                         summary("deep", Practice::Strengths, 10, Depth::Personal, Audience::Two),
                                         summary("quarrel", Practice::Conflict, 5, Depth::Light, Audience::Two),
                                         summary("one", Practice::Support, 15, Depth::Light, Audience::Two),
                                         summary("two", Practice::Safety, 7, Depth::Light, Audience::Two),
                                         summary("solo", Practice::Support, 10, Depth::Light, Audience::One)};
  const Day later = std::chrono::sys_days(kOfferDay) + std::chrono::days(7);
  CHECK(lightExercise(all, Audience::One, kOfferDay)->id.text() == "solo");
  const std::string first = lightExercise(all, Audience::Two, kOfferDay)->id.text();
  const std::string second = lightExercise(all, Audience::Two, later)->id.text();
  CHECK(std::set{first, second} == std::set<std::string>{"one", "two"});
  CHECK_FALSE(lightExercise(std::span(all).first(3), Audience::Two, kOfferDay));
}

}  // namespace footbridge::practice
