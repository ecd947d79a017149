// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/gate.h"

#include "catch.h"

namespace footbridge::practice {
namespace {

constexpr std::array kOutcomes{GateOutcome::GoOn, GateOutcome::Aside, GateOutcome::Stop};

/// What is on screen on the way of two through the gate, from the first curtain to the end.
std::vector<GateScreen> wayOf(GateOutcome a, GateOutcome b) {
  GateRound round = GateRound::forBoth();
  std::vector<GateScreen> way{round.screen()};
  for (const GateOutcome picked : {a, b}) {
    round.raiseCurtain();
    way.push_back(round.screen());
    round.passOn(picked);
    way.push_back(round.screen());
  }
  round.raiseCurtain();
  way.push_back(round.screen());
  return way;
}

}  // namespace

TEST_CASE("The exercise comes only where both would go on, and nothing else tells one pick from another") {
  const std::vector<GateScreen> open = wayOf(GateOutcome::GoOn, GateOutcome::GoOn);
  REQUIRE(open.size() == 6);
  CHECK(open[0] == GateScreen(GateCurtain{Viewer::A}));
  CHECK(open[1] == GateScreen(GateTurn{PartnerId::A}));
  CHECK(open[2] == GateScreen(GateCurtain{Viewer::B}));
  CHECK(open[3] == GateScreen(GateTurn{PartnerId::B, true}));
  CHECK(open[4] == GateScreen(GateCurtain{Viewer::Both}));
  CHECK(open[5] == GateScreen(GateEnd{true}));
  std::vector<GateScreen> closed = open;
  closed.back() = GateEnd{false};
  for (const GateOutcome a : kOutcomes) {
    for (const GateOutcome b : kOutcomes) {
      const bool both = a == GateOutcome::GoOn && b == GateOutcome::GoOn;
      CHECK(wayOf(a, b) == (both ? open : closed));
    }
  }
}

TEST_CASE("Whoever is here alone answers for themselves, behind no curtain") {
  for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
    for (const GateOutcome picked : kOutcomes) {
      GateRound round = GateRound::forOneAlone(who);
      CHECK(round.screen() == GateScreen(GateTurn{who, true}));
      round.passOn(picked);
      CHECK(round.screen() == GateScreen(GateEnd{picked == GateOutcome::GoOn}));
    }
  }
}

TEST_CASE("One of two who may be present answers behind the curtain, and sees alone what comes of it") {
  for (const GateOutcome picked : kOutcomes) {
    GateRound round = GateRound::forOneOfTwo(PartnerId::B);
    CHECK(round.screen() == GateScreen(GateCurtain{Viewer::B}));
    round.raiseCurtain();
    CHECK(round.screen() == GateScreen(GateTurn{PartnerId::B, true}));
    round.cover();
    CHECK(round.screen() == GateScreen(GateCurtain{Viewer::B}));
    round.raiseCurtain();
    round.passOn(picked);
    CHECK(round.screen() == GateScreen(GateEnd{picked == GateOutcome::GoOn}));
  }
}

TEST_CASE("Who comes later is asked behind the curtain, and both see what comes of it") {
  for (const GateOutcome picked : kOutcomes) {
    GateRound round = GateRound::forTheOther(PartnerId::B);
    CHECK(round.screen() == GateScreen(GateCurtain{Viewer::B}));
    round.raiseCurtain();
    round.passOn(picked);
    CHECK(round.screen() == GateScreen(GateCurtain{Viewer::Both}));
    round.raiseCurtain();
    CHECK(round.screen() == GateScreen(GateEnd{picked == GateOutcome::GoOn}));
  }
}

TEST_CASE("Covered in a turn, the same partner is asked again, and the other's part stands") {
  for (const GateOutcome a : kOutcomes) {
    GateRound round = GateRound::forBoth();
    round.raiseCurtain();
    round.cover();
    CHECK(round.screen() == GateScreen(GateCurtain{Viewer::A}));
    round.raiseCurtain();
    round.passOn(a);
    round.raiseCurtain();
    round.cover();
    CHECK(round.screen() == GateScreen(GateCurtain{Viewer::B}));
    round.raiseCurtain();
    round.passOn(GateOutcome::GoOn);
    round.raiseCurtain();
    CHECK(round.screen() == GateScreen(GateEnd{a == GateOutcome::GoOn}));
    round.cover();
    CHECK(round.screen() == GateScreen(GateEnd{a == GateOutcome::GoOn}));
  }
}

TEST_CASE("Behind a curtain nobody answers") {
  GateRound round = GateRound::forBoth();
  round.passOn(GateOutcome::GoOn);
  CHECK(round.screen() == GateScreen(GateCurtain{Viewer::A}));
  round.raiseCurtain();
  round.passOn(GateOutcome::Stop);
  round.passOn(GateOutcome::GoOn);
  CHECK(round.screen() == GateScreen(GateCurtain{Viewer::B}));
}

}  // namespace footbridge::practice
