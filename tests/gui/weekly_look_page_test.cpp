// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/weekly_look_page.h"

#include <QPushButton>
#include <QTest>

#include "at_text_size.h"
#include "catch.h"
#include "content/folder_catalog.h"
#include "gui/look/look.h"
#include "player_screens.h"
#include "privacy_probe.h"

using namespace footbridge;

TEST_CASE("the two ways to do it together stand in one row where there is room, and never run into each other") {
  gui::WeeklyLookPage page;
  page.showCouple(sample::couple());
  page.show();
  const auto& whole = probe::child<QPushButton>(page, "wholeButton");
  const auto& open = probe::child<QPushButton>(page, "openButton");
  page.resize(1068, 800);
  QTest::qWait(1);
  CHECK(whole.y() == open.y());
  CHECK(open.x() > whole.geometry().right());
  page.resize(480, 800);
  QTest::qWait(1);
  CHECK(open.y() > whole.geometry().bottom());
}

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

TEST_CASE("whoever is known to be here is not asked for a name, nor the other to begin") {
  gui::WeeklyLookPage page;
  auto& turnA = probe::child<QPushButton>(page, "turnAButton");
  auto& turnB = probe::child<QPushButton>(page, "turnBButton");
  std::optional<PartnerId> asked;
  QObject::connect(&page, &gui::WeeklyLookPage::ownLookAsked, &page, [&asked](PartnerId who) { asked = who; });
  page.show();
  page.showCouple(sample::couple());
  CHECK(turnA.text() == QStringLiteral("I’m Alex"));
  CHECK(turnB.text() == QStringLiteral("I’m Sam"));
  page.showCouple(sample::couple(), PartnerId::B);
  CHECK_FALSE(turnA.isVisible());
  REQUIRE(turnB.isVisible());
  CHECK(turnB.text() == QStringLiteral("Start my turn"));
  CHECK(turnB.property("role") == QStringLiteral("b"));
  CHECK(probe::child<QWidget>(page, "openCard").isVisible());
  turnB.click();
  CHECK(asked == PartnerId::B);
  gui::Couple one = sample::couple();
  one.b.reset();
  page.showCouple(one);
  CHECK(turnA.isVisible());
  CHECK(turnA.text() == QStringLiteral("Start my turn"));
  CHECK_FALSE(turnB.isVisible());
  page.showCouple(sample::couple());
  CHECK(turnB.isVisible());
  CHECK(turnA.text() == QStringLiteral("I’m Alex"));
}

TEST_CASE("at the largest text the cards stand at one distance, and their words begin at one place") {
  const probe::AtTextSize textSize(200);
  gui::WeeklyLookPage page;
  const auto look = content::FolderCatalog(FOOTBRIDGE_CONTENT "/en").weeklyLook();
  REQUIRE(look.ok());
  page.showCouple(sample::couple());
  page.showNotes(look->get());
  page.resize(1024, 640);
  page.show();
  QTest::qWait(20);
  const auto placeOf = [&page](const char* name) {
    const auto& part = probe::child<QWidget>(page, name);
    return QRect(part.mapTo(&page, QPoint()), part.size());
  };
  const int start = placeOf("oneText").x();
  for (const char* name : {"twoText", "threeText"}) CHECK(placeOf(name).x() == start);
  const int dot = placeOf("oneNumber").width();
  CHECK(dot == gui::look::px(32));
  for (const char* name : {"twoNumber", "threeNumber"}) CHECK(placeOf(name).width() == dot);
  const int head = placeOf("openTitle").x();
  for (const char* name : {"turnTitle", "howLabel", "whyTitle"}) {
    INFO(name);
    CHECK(placeOf(name).x() == head);
  }
  const auto between = [&](const char* above, const char* below) {
    return placeOf(below).top() - placeOf(above).bottom() - 1;
  };
  const int gap = between("openCard", "turnCard");
  CHECK(between("turnCard", "howCard") == gap);
  CHECK(between("howCard", "whyCard") == gap);
}
