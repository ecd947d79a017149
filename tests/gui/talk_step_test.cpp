// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <cstdlib>

#include "at_text_size.h"
#include "catch.h"
#include "fakes/sample_exercise.h"
#include "gui/look/look.h"
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
    CHECK(probe.find<QLabel>("askLabel")->text() == QStringLiteral("Sam, was that it?"));
    CHECK(probe.find<QPushButton>(button)->accessibleDescription() == QStringLiteral("Sam, was that it?"));
    CHECK(probe.find<QLabel>("listenerLabel")->text() == QStringLiteral("Alex says it back"));
    probe.press(button);
    CHECK(std::get<practice::Confirm>(probe.actions.back()).verdict == verdict);
  }
}

TEST_CASE("The key that ends the speaking does not say, pressed once more, that it was heard") {
  ViewProbe speaking("talk");
  CHECK(speaking.view->firstField() == speaking.find<QPushButton>("doneButton"));
  ViewProbe probe("reflect");
  REQUIRE(probe.view->firstField() == probe.find<QPushButton>("notYetButton"));
  probe.view->firstField()->setFocus();
  QTest::keyClick(probe.view->firstField(), Qt::Key_Space);
  CHECK(std::get<practice::Confirm>(probe.actions.back()).verdict == Verdict::NotYet);
}

TEST_CASE("What the speaker is asked stands beside its answers, and nothing else does") {
  ViewProbe probe("reflect");
  QTest::qWait(1);
  const auto placeOf = [&probe](const char* name) {
    const auto* widget = probe.find<QWidget>(name);
    return QRect(widget->mapTo(probe.view, QPoint(0, 0)), widget->size());
  };
  const QRect asked = placeOf("askLabel");
  const QRect first = placeOf("notYetButton");
  CHECK(std::abs(asked.center().y() - first.center().y()) <= 1);
  CHECK(first.left() - asked.right() <= gui::look::px(17));
  CHECK_FALSE(probe.find<QLabel>("hintLabel")->isVisible());
}

TEST_CASE("A turn can be let be where the other's is to come, whether or not anything was said") {
  for (const char* name : {"talk", "reflect"}) {
    CAPTURE(name);
    CHECK_FALSE(ViewProbe(name).find<QWidget>("passTurnButton")->isVisible());  // the last turn
    sample::PlayerScreen one = sample::playerScreen(name);
    auto& talk = std::get<practice::TalkScreen>(one.screen.body);
    talk.turn = 0;
    talk.speaker = PartnerId::A;
    const ViewProbe first(one);
    CHECK(first.find<QPushButton>("passTurnButton")->text() == QStringLiteral("On to Sam’s turn"));
    first.press("passTurnButton");
    if (talk.phase == practice::TalkScreen::Phase::Speaking) {  // for some time, so that a slip does not end it
      CHECK(first.actions.empty());
      CHECK(first.find<QPushButton>("passTurnButton")->text() == QStringLiteral("End this turn before its time"));
      first.press("passTurnButton");
    }
    REQUIRE(first.actions.size() == 1);
    CHECK(std::holds_alternative<practice::PassTurn>(first.actions.front()));
  }
}

TEST_CASE("The time and who speaks stand beside the words, and below them where that is too narrow") {
  ViewProbe probe("talk");
  const auto placeOf = [&probe](const char* name) {
    const auto* widget = probe.find<QWidget>(name);
    return QRect(widget->mapTo(probe.view, QPoint(0, 0)), widget->size());
  };
  QTest::qWait(1);
  CHECK(placeOf("talkRing").left() > placeOf("textLabel").right());
  CHECK(placeOf("talkRing").top() < placeOf("promptLabel").bottom());
  CHECK(placeOf("speakerLabel").top() > placeOf("talkRing").bottom());
  probe.view->resize(560, 660);
  QTest::qWait(1);
  CHECK(placeOf("talkRing").top() > placeOf("promptLabel").bottom());
  CHECK(placeOf("listenerLabel").right() < 560);
}

TEST_CASE("Whoever speaks and listens is named whole, however large the text and narrow the page") {
  const probe::AtTextSize textSize(200);
  for (const char* name : {"talk", "reflect"}) {
    ViewProbe probe(name);
    for (int width = 700; width <= 1400; width += 50) {
      probe.view->resize(width, 660);
      QTest::qWait(1);
      CAPTURE(name, width);
      for (const char* label : {"speakerLabel", "listenerLabel"}) {
        const auto* named = probe.find<QLabel>(label);
        CHECK(named->width() >= named->sizeHint().width());
      }
    }
  }
}

TEST_CASE("While the time runs nobody is asked whether that was it") {
  CHECK_FALSE(ViewProbe("talk").find<QLabel>("askLabel")->isVisible());
}

TEST_CASE("What they opened is shown beneath its link, which Tab meets before the answers") {
  auto one = sample::playerScreen("reflect");
  std::get<practice::TalkScreen>(one.screen.body).opened = {
      {PartnerId::A, {sample::step("carried"), std::nullopt}, WrittenAnswer{"the bags"}}};
  ViewProbe probe(one);
  auto* link = probe.find<QPushButton>("openedButton");
  link->click();
  QTest::qWait(1);
  const auto* opened = probe.find<QWidget>("openedHolder");
  REQUIRE(opened->isVisible());
  const int gap = opened->mapTo(probe.view, QPoint(0, 0)).y() - link->geometry().bottom();
  CHECK(gap >= 0);
  CHECK(gap < gui::look::px(30));
  const QWidget* next = link;
  while (next->nextInFocusChain() != probe.find<QPushButton>("notYetButton")) {
    next = next->nextInFocusChain();
    REQUIRE(next != link);
    CHECK(next != probe.find<QPushButton>("doneButton"));
  }
}

TEST_CASE("What the speaker is asked stands out from the words around it, in their colour") {
  ViewProbe probe("reflect");
  const auto* asked = probe.find<QLabel>("askLabel");
  CHECK(asked->property("tint").toString() == QStringLiteral("b"));
  CHECK(asked->font().pixelSize() > probe.find<QLabel>("textLabel")->font().pixelSize());
}

TEST_CASE("While somebody looks at another page the time of the talk stands still") {
  ViewProbe probe("talk");
  const QString before = probe.view->draft();
  probe.view->hide();
  probe.view->show();
  QTest::qWait(1200);
  CHECK(probe.view->draft() == before);  // nobody has begun
  probe.press("doneButton");
  probe.view->hide();
  QTest::qWait(1200);
  CHECK(probe.view->draft() == before);
  probe.view->show();
  CHECK(QTest::qWaitFor([&] { return probe.view->draft() != before; }, 5000));
}
