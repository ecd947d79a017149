// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/talk_ring.h"

#include <cmath>
#include <numbers>

#include "catch.h"
#include "gui/look/look.h"

using namespace footbridge;

namespace {

bool isNear(const QColor& one, const QColor& other) {
  return std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) +
             std::abs(one.blue() - other.blue()) <
         24;
}

/// The colour of the ring where a clock's hand would point, 0 at the top and 90 at the right.
QColor at(const QImage& picture, int degrees) {
  const double middle = picture.width() / 2.0;
  const double radius = middle - gui::look::px(13);
  const double angle = degrees * std::numbers::pi / 180.0;
  return picture.pixelColor(qRound(middle + radius * std::sin(angle)), qRound(middle - radius * std::cos(angle)));
}

struct Ring {
  gui::TalkRing ring;
  Ring() {
    ring.setTint(QStringLiteral("a"));
    ring.resize(ring.sizeHint());
  }
  /// How much of the ring is filled, in degrees from the top.
  int filled(int elapsed, int whole) {
    ring.setTime(elapsed, whole);
    const QImage picture = ring.grab().toImage();
    const QColor ink = gui::look::tokenColour(gui::look::theme(), QStringLiteral("a"));
    int degrees = 0;
    for (int hand = 2; hand < 360; hand += 4) degrees += isNear(at(picture, hand), ink) ? 4 : 0;
    return degrees;
  }
};

}  // namespace

TEST_CASE("the ring counts down what is left, and on past the end") {
  Ring it;
  const std::vector<std::tuple<int, int, const char*>> table{
      {0, 120, "2:00"},    {42, 120, "1:18"},     {119, 120, "0:01"}, {120, 120, "0:00"},
      {132, 120, "+0:12"}, {3723, 120, "+60:03"}, {0, 0, "0:01"}};
  for (const auto& [elapsed, whole, words] : table) {
    it.ring.setTime(elapsed, whole);
    CHECK(it.ring.words() == QString::fromLatin1(words));
  }
}

TEST_CASE("the ring fills from the top with the speaker's colour, and stays full over the time") {
  Ring it;
  CHECK(it.filled(0, 120) == 0);
  // Its ends are round, and reach a little further.
  CHECK(std::abs(it.filled(30, 120) - 90) <= 20);
  CHECK(std::abs(it.filled(60, 120) - 180) <= 20);
  CHECK(it.filled(120, 120) >= 352);
  CHECK(it.filled(500, 120) >= 352);
}
