// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a step: the half-written words before the answer, also where somebody deleted all of them.
#include "catch.h"
#include "player_view_probe.h"

using namespace footbridge;

TEST_CASE("What was deleted from an answered step does not come back with the answer") {
  for (const sample::PlayerScreen& screen : sample::playerScreens()) {
    const auto* step = std::get_if<practice::StepScreen>(&screen.screen.body);
    if (step == nullptr || !step->answer) continue;
    INFO(screen.name);
    const ViewProbe answered(screen);
    const QString whole = answered.view->draft();
    CHECK_FALSE(whole.isEmpty());
    sample::PlayerScreen again = screen;
    again.setting.draft = whole;
    CHECK(ViewProbe(again).view->draft() == whole);
    again.setting.draft = QString();
    CHECK(ViewProbe(again).view->draft().isEmpty());
  }
}
