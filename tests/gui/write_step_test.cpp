// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QTextEdit>
#include <QtTest>

#include "at_text_size.h"
#include "catch.h"
#include "player_view_probe.h"

using namespace footbridge;

TEST_CASE("A writer's page says who can read it, by what is locked") {
  auto one = sample::playerScreen("write");
  ViewProbe locked(one);
  CHECK(locked.find<QLabel>("tagLabel")->text() == QStringLiteral("Only Alex can read this until Alex opens it"));
  CHECK(locked.find<QPushButton>("doneButton")->text() == QStringLiteral("Done, pass to Sam"));
  ViewProbe open("write-open");
  CHECK(open.find<QLabel>("tagLabel")->text() == QStringLiteral("Not locked yet: put away until you open it"));
  open.view->showProtected(true);
  CHECK(open.find<QLabel>("tagLabel")->text().startsWith(QStringLiteral("Only Sam")));
  for (Step& step : one.exercise.steps) step.isPrivate = true;
  ViewProbe mine(one);
  CHECK(mine.find<QLabel>("tagLabel")->text() == QStringLiteral("Only yours"));
}

TEST_CASE("The words that one writes are as large as the drawings have them, at any size of text") {
  const int percent = GENERATE(100, 200);
  const probe::AtTextSize textSize(percent);
  const ViewProbe probe("write");
  CHECK(probe.find<QTextEdit>("pageEdit")->font().pixelSize() == 17 * percent / 100);
}

TEST_CASE("Typing asks to be kept, and the draft comes back before the answer") {
  auto one = sample::playerScreen("write");
  one.setting.draft = QStringLiteral("half a th");
  ViewProbe probe(one);
  auto* edit = probe.find<QTextEdit>("pageEdit");
  CHECK(edit->toPlainText() == QStringLiteral("half a th"));
  CHECK(probe.view->firstField() == edit);
  QTest::keyClicks(edit, QStringLiteral("ought"));
  CHECK(probe.drafts.last() == QStringLiteral("half a thought"));
  probe.press("doneButton");
  CHECK(probe.answer<WrittenAnswer>().text == "half a thought");
}

TEST_CASE("A starter sentence is put in one at a time, on request") {
  auto one = sample::playerScreen("write-open");
  std::get<practice::StepScreen>(one.screen.body).answer.reset();
  ViewProbe probe(one);
  auto* edit = probe.find<QTextEdit>("pageEdit");
  CHECK(edit->toPlainText().isEmpty());
  probe.press("starterButton");
  CHECK(edit->toPlainText() == QStringLiteral("It was on "));
  probe.press("starterButton");
  CHECK(edit->toPlainText() == QStringLiteral("It was on \nWhat weighed on me was "));
}

TEST_CASE("Back is there only where there is a way back") {
  auto one = sample::playerScreen("write");
  ViewProbe probe(one);
  probe.press("backButton");
  CHECK(std::holds_alternative<practice::Back>(probe.actions.back()));
  std::get<practice::StepScreen>(one.screen.body).mayGoBack = false;
  ViewProbe first(one);
  CHECK(first.find<QPushButton>("backButton")->isHidden());
}
