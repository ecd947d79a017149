// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdlib>

#include "catch.h"
#include "practice/random_exercise.h"
#include "practice/random_player.h"
#include "practice/samples.h"

namespace footbridge::practice {
namespace {

using samples::Dice;
using samples::RandomPlayer;

/// One exercise played by chance, with everything that must hold checked after each action.
class Run {
 public:
  Run(Dice& dice, const Exercise& exercise, RandomPlayer& player, Sitting sitting, Lanes earlier = {})
      : m_dice(dice),
        m_exercise(exercise),
        m_player(player),
        m_sitting(std::move(sitting)),
        m_earlier(std::move(earlier)) {}

  void play(int actions) {
    checkState();
    for (int i = 0; i < actions; ++i) {
      const Screen screen = screenOf(m_exercise, m_sitting);
      act(screen, m_dice.percent(25) ? m_player.any(screen) : m_player.likely(screen));
    }
    checkEnds();
  }

  /// By passing, taking turns and moving on alone.
  void finish() {
    for (int i = 0; i < bound(); ++i) {
      const Screen screen = screenOf(m_exercise, m_sitting);
      if (isEnd(screen)) return;
      act(screen, onward(screen));
    }
    FAIL("no end within " << bound() << " actions");
  }

  [[nodiscard]] const Sitting& sitting() const { return m_sitting; }

 private:
  void act(const Screen& screen, const Action& action) {
    const auto recorded = decide(m_exercise, m_sitting, action);
    if (!recorded) {
      const ErrorKind kind = recorded.error().kind;
      REQUIRE((kind == ErrorKind::NotAllowed || kind == ErrorKind::Invalid));
      REQUIRE(screenOf(m_exercise, m_sitting) == screen);
      return;
    }
    m_player.took(screen, action, *recorded);
    m_sitting = after(std::move(m_sitting), *recorded);
    checkState();
  }

  void checkState() {
    const Screen screen = screenOf(m_exercise, m_sitting);
    REQUIRE(m_player.wrongOn(screen) == "");
    REQUIRE(m_player.lostFrom({m_sitting.lanes, m_earlier}) == 0);
    REQUIRE(screen.stepIndex <= m_exercise.steps.size());
    const auto again = replay(m_exercise, m_sitting.lanes);
    REQUIRE(again.ok());
    REQUIRE(*again == m_sitting);
    REQUIRE(screenOf(m_exercise, *again) == screen);
    if (m_dice.percent(20)) checkWithLocks(screen);
  }

  /// With a lane locked, the screen is the same or says whose key is wanted; and what is done then fits when it is
  /// open.
  void checkWithLocks(const Screen& whole) {
    for (unsigned drop = 1; drop < 8; ++drop) {
      Sitting part = m_sitting;
      if (drop & 1U) part.lanes.a.reset();
      if (drop & 2U) part.lanes.b.reset();
      if (drop & 4U) part.lanes.joint.reset();
      if (auto again = replay(m_exercise, part.lanes); again && again->begun == m_sitting.begun) {
        REQUIRE(*again == part);
      }
      const Screen screen = screenOf(m_exercise, part);
      const auto* locked = std::get_if<LockedScreen>(&screen.body);
      const Action action = m_player.likely(whole);
      const auto recorded = decide(m_exercise, part, action);
      if (locked) {
        REQUIRE((!part.lanes.joint || !part.lanes.of(vaultOf(locked->who))));
        REQUIRE_FALSE(recorded.ok());
        REQUIRE(recorded.error().kind == ErrorKind::NotAllowed);
        continue;
      }
      REQUIRE(screen == whole);
      if (recorded) REQUIRE(replay(m_exercise, after(m_sitting, *recorded).lanes).ok());
    }
  }

  void checkEnds() const {
    Sitting sitting = m_sitting;
    for (int i = 0; i < bound(); ++i) {
      const Screen screen = screenOf(m_exercise, sitting);
      if (isEnd(screen)) return;
      const auto recorded = decide(m_exercise, sitting, onward(screen));
      REQUIRE(recorded.ok());
      sitting = after(std::move(sitting), *recorded);
    }
    FAIL("no end within " << bound() << " actions");
  }

  [[nodiscard]] int bound() const { return 10 + 6 * static_cast<int>(m_exercise.steps.size()); }
  static bool isEnd(const Screen& screen) {
    return std::holds_alternative<FinishedScreen>(screen.body) || std::holds_alternative<PartDoneScreen>(screen.body);
  }
  static Action onward(const Screen& screen) {
    if (const auto* hand = std::get_if<HandOverScreen>(&screen.body)) {
      return hand->to == Viewer::Both ? Action(ComeTogether{}) : Action(TakeTurn{});
    }
    if (std::holds_alternative<LookOverScreen>(screen.body)) return ChooseLines{};
    if (std::holds_alternative<EndOfTurnScreen>(screen.body)) return EndTurn{};
    if (std::holds_alternative<RevealScreen>(screen.body)) return MoveOn{};
    return Pass{};
  }

  Dice& m_dice;
  const Exercise& m_exercise;
  RandomPlayer& m_player;
  Sitting m_sitting;
  Lanes m_earlier;  ///< of the other's look, which is a sitting of its own
};

PartnerId either(Dice& dice) {
  return dice.percent(50) ? PartnerId::A : PartnerId::B;
}

void runForTwo(Dice& dice) {
  const Exercise exercise = samples::randomForTwo(dice);
  RandomPlayer player(dice, exercise);
  Run run(dice, exercise, player, samples::start(exercise, SittingMode::Together, either(dice)));
  run.play(dice.roll(90));
}

void runForOne(Dice& dice) {
  const Exercise exercise = samples::randomForOne(dice);
  RandomPlayer player(dice, exercise);
  Run run(dice, exercise, player, samples::start(exercise, SittingMode::Alone, either(dice)));
  run.play(dice.roll(30));
}

Sitting lookApart(Dice& dice, const Exercise& exercise, RandomPlayer& player, PartnerId whose,
                  const Lanes& earlier = {}) {
  Begun begun = samples::begun(exercise, SittingMode::OwnLook, whose);
  begun.shortForm = dice.percent(30);
  Run run(dice, exercise, player, beginSitting(begun), earlier);
  run.play(dice.roll(15));
  run.finish();
  return run.sitting();
}

void runLook(Dice& dice) {
  const Exercise exercise = samples::randomWeeklyLook(dice);
  RandomPlayer player(dice, exercise);
  const Sitting a = lookApart(dice, exercise, player, PartnerId::A);
  const Sitting b = lookApart(dice, exercise, player, PartnerId::B, a.lanes);
  Run joint(dice, exercise, player, samples::startJointLook(exercise, a, b, either(dice)));
  joint.play(dice.roll(60));
}

/// FOOTBRIDGE_RUNS asks for more of them, FOOTBRIDGE_SEED for another row.
std::uint32_t fromEnvironment(const char* name, std::uint32_t fallback) {
  const char* text = std::getenv(name);
  return text ? static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10)) : fallback;
}

void manyRuns(void (*run)(Dice&), std::uint32_t runs) {
  const std::uint32_t first = fromEnvironment("FOOTBRIDGE_SEED", 1);
  const std::uint32_t last = first + fromEnvironment("FOOTBRIDGE_RUNS", runs);
  for (std::uint32_t seed = first; seed < last; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    run(dice);
  }
}

}  // namespace

TEST_CASE("Any exercise for two, played by chance") {
  manyRuns(runForTwo, 4000);
}
TEST_CASE("Any exercise for one, played by chance") {
  manyRuns(runForOne, 1500);
}
TEST_CASE("Any weekly look, done apart and opened together, by chance") {
  manyRuns(runLook, 2500);
}

}  // namespace footbridge::practice
