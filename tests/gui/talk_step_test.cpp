// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>

#include "catch.h"
#include "gui/steps/talk_ring.h"
#include "gui/steps/talk_view.h"
#include "player_view_probe.h"

using namespace footbridge;

TEST_CASE("The speaker starts the time and ends it; running over raises no alarm") {
  ViewProbe probe("talk");
  auto* talk = qobject_cast<gui::TalkView*>(probe.view);
  auto* ring = probe.find<gui::TalkRing>("talkRing");
  CHECK(ring->words() == QStringLiteral("1:18"));
  probe.press("doneButton");
  CHECK(probe.actions.empty());
  for (int i = 0; i < 90; ++i) talk->tick();
  CHECK(ring->words() == QStringLiteral("+0:12"));
  CHECK(probe.find<QLabel>("hintLabel")->text() ==
        QStringLiteral("That is the time. Finish your thought; there is no hurry."));
  probe.press("doneButton");
  CHECK(std::get<practice::SpeechOver>(probe.actions.back()).seconds == 132);
}

TEST_CASE("Only the speaker says whether it was heard") {
  for (const auto& [button, verdict] :
       {std::pair{"doneButton", Verdict::Yes}, {"nearlyButton", Verdict::Nearly}, {"notYetButton", Verdict::NotYet}}) {
    ViewProbe probe("reflect");
    CHECK(probe.find<QLabel>("hintLabel")->text() == QStringLiteral("Sam, was that it?"));
    CHECK(probe.find<QPushButton>(button)->accessibleDescription() == QStringLiteral("Sam, was that it?"));
    CHECK(probe.find<QLabel>("listenerLabel")->text() == QStringLiteral("Alex says it back"));
    probe.press(button);
    CHECK(std::get<practice::Confirm>(probe.actions.back()).verdict == verdict);
  }
}

TEST_CASE("What the speaker is asked stands out from the words around it, in their colour") {
  ViewProbe probe("reflect");
  const auto* asked = probe.find<QLabel>("hintLabel");
  CHECK(asked->property("tint").toString() == QStringLiteral("b"));
  CHECK(asked->font().pixelSize() > probe.find<QLabel>("textLabel")->font().pixelSize());
}
