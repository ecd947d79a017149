// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/journey_progress.h"

#include <algorithm>
#include <utility>

#include "catch.h"
#include "practice/samples.h"

namespace footbridge::practice {
namespace {

using namespace samples;

Day day(std::string_view text) {
  return *parseDay(text);
}
const Day kToday = day("2026-11-23");

ExerciseId exerciseId(std::string_view text) {
  return *ExerciseId::from(text);
}

/// Three weeks, each with an exercise of one closing step.
Journey journey() {
  Journey made{*JourneyId::from("way"), "A way", "", {"Go."}, {}, {"There."}, "Good to have you back."};
  for (const char* week : {"one", "two", "three"}) {
    made.weeks.push_back({week, week, exerciseId(week), exerciseId(std::string(week) + "-alone")});
  }
  return made;
}

class Shelf {
 public:
  Shelf() {
    for (const char* id : {"one", "two", "three", "four"}) {
      add(id, Audience::Two);
      add(std::string(id) + "-alone", Audience::One);
    }
  }
  [[nodiscard]] FindExercise finder() const {
    return [this](const ExerciseId& id) -> const Exercise* {
      for (const Exercise& one : m_exercises)
        if (one.id == id) return &one;
      return nullptr;
    };
  }
  /// A sitting of that exercise on that day, to its end or not.
  [[nodiscard]] SittingSummary sitting(std::string_view id, std::string_view begun, bool done = true) const {
    const Exercise& ex = *finder()(exerciseId(id));
    const bool alone = ex.audience == Audience::One;
    Sitting sitting = start(ex, alone ? SittingMode::Alone : SittingMode::Together);
    const GiveAnswer last = alone ? write("done") : GiveAnswer{CloseAnswer{{"", ""}, {"", ""}}};
    if (done) sitting = play(ex, std::move(sitting), {last});
    SittingSummary made{.id = *SittingId::from(1), .begun = sitting.begun, .lanes = sitting.lanes};
    made.begunIn = alone ? VaultId::A : VaultId::Ours;
    made.begun.day = day(begun);
    return made;
  }

 private:
  void add(std::string_view id, Audience audience) {
    Exercise made = exercise({alone(audience) ? each("end", CloseStep{}) : both("end", CloseStep{})}, audience);
    made.id = exerciseId(id);
    m_exercises.push_back(std::move(made));
  }
  static bool alone(Audience audience) { return audience == Audience::One; }
  std::vector<Exercise> m_exercises;
};

JourneyProgress progress(const std::vector<SittingSummary>& sittings, Audience audience = Audience::Two) {
  const Shelf shelf;
  return progressOf(journey(), audience, sittings, shelf.finder(), kToday);
}

TEST_CASE("A journey that nobody has begun starts with its first week, and nobody has been away") {
  CHECK(progress({}) == JourneyProgress{{false, false, false}, 0, false, false});
}

TEST_CASE("What was done counts, in whatever order; what was left does not") {
  const Shelf shelf;
  CHECK(progress({shelf.sitting("two", "2026-11-20")}) == JourneyProgress{{false, true, false}, 0, true, false});
  CHECK(progress({shelf.sitting("one", "2026-11-20", false)}) ==
        JourneyProgress{{false, false, false}, 0, false, false});
  CHECK(progress({shelf.sitting("two", "2026-11-20"), shelf.sitting("one", "2026-11-13")}).next == 2);
}

TEST_CASE("A week that was done stays done when its exercise gets another step") {
  const Shelf shelf;
  std::vector<Exercise> now;
  for (const char* id : {"one", "one-alone"}) {
    now.push_back(*shelf.finder()(exerciseId(id)));
    now.back().steps.insert(now.back().steps.begin(), both("before", ReadStep{}));
    now.back().fingerprint = "another";
  }
  const FindExercise find = [&now](const ExerciseId& id) {
    const auto found = std::ranges::find(now, id, &Exercise::id);
    return found == now.end() ? nullptr : &*found;
  };
  for (const auto& [id, audience] : {std::pair("one", Audience::Two), std::pair("one-alone", Audience::One)}) {
    for (const bool done : {true, false}) {
      const std::vector sittings{shelf.sitting(id, "2026-11-15", done)};
      CHECK(progressOf(journey(), audience, sittings, find, kToday).done.front() == done);
    }
  }
}

TEST_CASE("Two exercises of its end do not make a way that nobody went") {
  const Shelf shelf;
  Journey way = journey();
  way.weeks.push_back({"four", "four", exerciseId("four"), exerciseId("four-alone")});
  const std::vector last{shelf.sitting("four", "2026-11-20"), shelf.sitting("three", "2026-11-13")};
  CHECK(progressOf(way, Audience::Two, last, shelf.finder(), kToday).next == 0);
}

TEST_CASE("A week that was left out on the way is not asked for, and the last week is the end of the way") {
  const Shelf shelf;
  const auto third = shelf.sitting("three", "2026-11-20");
  const auto first = shelf.sitting("one", "2026-11-06");
  CHECK(progress({third, first}) == JourneyProgress{{true, false, true}, std::nullopt, true, false});
  const auto second = shelf.sitting("two", "2026-11-13");
  CHECK(progress({third, second}).next == std::nullopt);
  CHECK(progress({second, third, first}).next == std::nullopt);  // what was left out, done after all
}

TEST_CASE("An exercise of a later week that was done for itself leaves the way as it was") {
  const Shelf shelf;
  CHECK(progress({shelf.sitting("three", "2026-11-20")}).next == 0);
  CHECK(progress({shelf.sitting("one", "2026-11-20"), shelf.sitting("three", "2026-11-06")}).next == 1);
  CHECK(progress({shelf.sitting("two", "2026-11-21"), shelf.sitting("one", "2026-11-20"),
                  shelf.sitting("three", "2026-11-06")})
            .next == std::nullopt);
  Journey longer = journey();
  for (int i = 0; i < 3; ++i)
    longer.weeks.insert(longer.weeks.begin() + 1, {"x", "x", exerciseId("x"), exerciseId("x")});
  const std::vector far{shelf.sitting("three", "2026-11-20"), shelf.sitting("one", "2026-11-06")};
  CHECK(progressOf(longer, Audience::Two, far, shelf.finder(), kToday).next == 1);
}

TEST_CASE("A month away costs nothing and is met with a word") {
  const Shelf shelf;
  const auto late = progress({shelf.sitting("one", "2026-10-20")});
  CHECK(late == JourneyProgress{{true, false, false}, 1, true, true});
  CHECK_FALSE(progress({shelf.sitting("one", "2026-11-02")}).afterGap);  // three weeks to the day
  CHECK(progress({shelf.sitting("one", "2026-11-01")}).afterGap);
}

TEST_CASE("A journey that was walked has nothing next, and no gap") {
  const Shelf shelf;
  const auto walked = progress({shelf.sitting("three", "2026-01-03"), shelf.sitting("two", "2026-01-02"),
                                shelf.sitting("one", "2026-01-01"), shelf.sitting("one", "2025-12-01")});
  CHECK(walked == JourneyProgress{{true, true, true}, std::nullopt, true, false});
}

TEST_CASE("Whoever walks alone is asked for the exercises for one") {
  const Shelf shelf;
  const std::vector sittings{shelf.sitting("two-alone", "2026-11-20"), shelf.sitting("one", "2026-11-19")};
  CHECK(progress(sittings, Audience::One).done == std::vector{false, true, false});
  CHECK(progress(sittings, Audience::Two).done == std::vector{true, false, false});
}

}  // namespace
}  // namespace footbridge::practice
