// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_place.h"

#include <QGuiApplication>
#include <QTest>
#include <QWidget>
#include <algorithm>

#include "catch.h"
#include "evening.h"

using namespace footbridge;
using namespace footbridge::app_test;

TEST_CASE("The place of a window comes out as it went in") {
  for (const Qt::WindowStates state : {Qt::WindowStates(Qt::WindowNoState), Qt::WindowStates(Qt::WindowMaximized),
                                       Qt::WindowStates(Qt::WindowMinimized | Qt::WindowMaximized)}) {
    for (const bool active : {true, false}) {
      const app::WindowPlace place{{-20, 40, 900, 700}, state, active};
      const auto back = app::WindowPlace::from(place.text());
      REQUIRE(back.has_value());
      CHECK(back->geometry == place.geometry);
      CHECK(back->state == state);
      CHECK(back->active == active);
    }
  }
}

TEST_CASE("What is no place of a window is none") {
  for (const char* text : {"", "1,2,3,4", "1,2,3,4,5", "1,2,3,4,0,1,1", "1,2,three,4,0,1", ",,,,,"}) {
    CAPTURE(text);
    CHECK_FALSE(app::WindowPlace::from(text).has_value());
  }
}

TEST_CASE("Locking shows the window no more than it was shown") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  QWidget& window = evening.program().window();
  QRect before;
  SECTION("out of sight") {
    before = window.geometry();
    window.setWindowState(Qt::WindowMinimized);
  }
  SECTION("over the whole screen") {
    before = window.geometry();
    window.setWindowState(Qt::WindowMaximized);
  }
  QTest::qWait(50);
  const Qt::WindowStates state = window.windowState();
  REQUIRE(state != Qt::WindowNoState);
  Q_EMIT evening.program().window().lockAsked();
  REQUIRE(evening.robot().wait([&evening] { return !evening.next().empty(); }));
  evening.restart();
  QWidget& next = evening.program().window();
  CHECK(next.windowState() == state);
  CHECK(next.normalGeometry().size() == before.size());
}

TEST_CASE("A window that somebody had turned away from takes nobody's keyboard") {
  for (const bool active : {true, false}) {
    Evening evening;
    const app::WindowPlace place{{40, 30, 1280, 800}, Qt::WindowNoState, active};
    evening.start({evening.path(), "--locked", "--place", place.text()});
    CHECK(evening.program().window().testAttribute(Qt::WA_ShowWithoutActivating) != active);
    CHECK(evening.program().window().geometry() == place.geometry);
  }
}

TEST_CASE("A lock that comes while somebody does something else leaves them the keyboard") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  Q_EMIT qGuiApp->focusWindowChanged(nullptr);
  QTest::qWait(2100);
  Q_EMIT evening.program().window().lockAsked();
  REQUIRE(evening.robot().wait([&evening] { return !evening.next().empty(); }));
  const auto place = app::WindowPlace::from(*std::next(std::ranges::find(evening.next(), "--place")));
  REQUIRE(place.has_value());
  CHECK_FALSE(place->active);
}
