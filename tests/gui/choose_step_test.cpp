// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QListWidget>
#include <QtTest>
#include <algorithm>

#include "catch.h"
#include "fakes/sample_exercise.h"
#include "player_view_probe.h"

using namespace footbridge;
using sample::card;

namespace {
sample::PlayerScreen unanswered(const std::string& name) {
  auto one = sample::playerScreen(name);
  std::get<practice::StepScreen>(one.screen.body).answer.reset();
  return one;
}
}  // namespace

TEST_CASE("Cards are never more than the step allows, and never fewer") {
  ViewProbe probe(unanswered("choose"));
  probe.press("doneButton");
  CHECK(probe.actions.empty());
  CHECK(probe.find<QLabel>("hintLabel")->text() == QStringLiteral("Pick one, or skip this one."));
  probe.press("card-listen");
  probe.press("card-near");
  probe.press("card-space");
  CHECK_FALSE(probe.find<QPushButton>("card-space")->isChecked());
  CHECK_FALSE(probe.find<QLabel>("hintLabel")->isHidden());
  probe.press("doneButton");
  CHECK(probe.answer<ChosenAnswer>().cards == std::vector{card("near"), card("listen")});
}

TEST_CASE("Two columns of cards are as wide as each other") {
  ViewProbe probe("choose");
  QTest::qWait(1);
  std::vector<int> widths;
  for (const char* name : {"card-near", "card-listen", "card-space"})
    widths.push_back(probe.find<QPushButton>(name)->width());
  CHECK(*std::ranges::max_element(widths) - *std::ranges::min_element(widths) <= 1);
}

TEST_CASE("Ranked cards answer in the order they were put, by Alt with the arrows too") {
  ViewProbe probe(unanswered("rank"));
  for (const char* name : {"card-near", "card-think", "card-light"}) probe.press(name);
  auto* list = probe.find<QListWidget>("orderList");
  REQUIRE(list->count() == 3);
  list->setCurrentRow(2);
  QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
  QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
  QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
  probe.press("doneButton");
  CHECK(probe.answer<ChosenAnswer>().cards == std::vector{card("light"), card("near"), card("think")});
}

TEST_CASE("An earlier choice is offered again, in its order") {
  ViewProbe probe("rank");
  probe.press("doneButton");
  CHECK(probe.answer<ChosenAnswer>().cards == std::vector{card("think"), card("near"), card("light")});
}

TEST_CASE("A guess is worded for the partner and answers with the form of what it is about") {
  ViewProbe probe("guess");
  CHECK(probe.find<QLabel>("titleLabel")->text() == QStringLiteral("What would Sam pick?"));
  probe.press("doneButton");
  CHECK(probe.answer<ChosenAnswer>().cards == std::vector{card("space")});
}
