// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/weekly_look_page.h"

#include <QPushButton>

#include "catch.h"
#include "player_screens.h"
#include "privacy_probe.h"

using namespace footbridge;

TEST_CASE("a dot tells the two apart, and one alone, whose button is all in that colour, keeps no room for it") {
  gui::WeeklyLookPage page;
  auto& turn = probe::child<QPushButton>(page, "turnAButton");
  page.showCouple(sample::couple());
  CHECK(turn.property("dot") == QStringLiteral("a"));
  gui::Couple one = sample::couple();
  one.b.reset();
  page.showCouple(one);
  page.show();
  CHECK(turn.property("role") == QStringLiteral("a"));
  QPushButton plain(turn.text(), turn.parentWidget());
  plain.setProperty("role", QStringLiteral("a"));
  plain.show();
  CHECK(turn.sizeHint() == plain.sizeHint());
  page.showCouple(sample::couple());
  CHECK(turn.property("dot") == QStringLiteral("a"));
}
