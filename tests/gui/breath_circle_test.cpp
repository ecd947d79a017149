// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/breath_circle.h"

#include <QtTest>

#include "catch.h"
#include "gui/look/look.h"

using namespace footbridge::gui;

namespace {

/// Sets whether things move, and puts it back.
class Motion {
 public:
  explicit Motion(bool on) : m_before(look::appearance()) {
    Appearance changed = m_before;
    changed.motion = on;
    look::apply(*qApp, changed);
  }
  ~Motion() { look::apply(*qApp, m_before); }
  Motion(const Motion&) = delete;
  Motion& operator=(const Motion&) = delete;

 private:
  Appearance m_before;
};

}  // namespace

TEST_CASE("The breathing circle says in words which way the breath goes") {
  const Motion on(true);
  BreathCircle circle;
  circle.setPace(1, 1);
  circle.show();
  REQUIRE(circle.isMoving());
  CHECK(circle.accessibleName() == QStringLiteral("Breathe in"));
  CHECK(QTest::qWaitFor([&circle] { return circle.accessibleName() == QStringLiteral("Breathe out"); }, 2500));
  circle.setMoving(false);
  CHECK(circle.accessibleName() == QStringLiteral("Breathe"));
}

TEST_CASE("The breathing circle is still where motion is off") {
  const Motion off(false);
  BreathCircle circle;
  circle.show();
  circle.setMoving(true);
  CHECK_FALSE(circle.isMoving());
  CHECK(circle.accessibleName() == QStringLiteral("Breathe"));
}
