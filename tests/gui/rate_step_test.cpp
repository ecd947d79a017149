// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QtTest>

#include "catch.h"
#include "fakes/sample_exercise.h"
#include "gui/widgets/scale_row.h"
#include "player_view_probe.h"

using namespace footbridge;
using sample::item;

TEST_CASE("Rated lines answer in their order; blank ones are absent, and not coming up is no mark") {
  ViewProbe probe("rate");
  auto* told = probe.find<gui::ScaleRow>("row-told");
  told->setMark(std::nullopt);
  probe.press("doneButton");
  const RatedAnswer given = probe.answer<RatedAnswer>();
  REQUIRE(given.ratings.size() == 5);
  CHECK(given.ratings[0] == Rating{item("noticed"), Score::from(5)});
  CHECK(given.ratings[2] == Rating{item("fitting"), std::nullopt});
}

TEST_CASE("Marks are kept as a draft and come back from it") {
  auto one = sample::playerScreen("rate");
  ViewProbe probe(one);
  probe.find<gui::ScaleRow>("row-told")->findChild<QPushButton*>(QStringLiteral("score2"))->click();
  REQUIRE_FALSE(probe.drafts.isEmpty());
  one.setting.draft = probe.drafts.last();
  std::get<practice::StepScreen>(one.screen.body).answer.reset();
  ViewProbe again(one);
  again.press("doneButton");
  CHECK(again.answer<RatedAnswer>().ratings[0] == Rating{item("told"), Score::from(2)});
  CHECK(again.answer<RatedAnswer>().ratings[3] == Rating{item("fitting"), std::nullopt});
}

TEST_CASE("A private line says so once it is locked, and the names are put in") {
  ViewProbe probe("rate");
  const auto words = [&probe] {
    QStringList all;
    for (const QLabel* label : probe.view->findChildren<QLabel*>()) all << label->text();
    return all;
  };
  CHECK(words().contains(QStringLiteral("I told Sam about something Sam does well.")));
  for (const bool locked : {false, true}) {
    probe.view->showProtected(locked);
    CHECK(words().count(QStringLiteral("only yours, always")) == (locked ? 1 : 0));
    CHECK(words().count(QStringLiteral("not locked yet: never opened")) == (locked ? 0 : 1));
  }
}

TEST_CASE("The short form shows its own lines only") {
  auto one = sample::playerScreen("rate");
  std::get<RateStep>(one.exercise.steps[1].form).items[0].inShortForm = false;
  one.setting.shortForm = true;
  ViewProbe probe(one);
  CHECK(probe.find<gui::ScaleRow>("row-told") == nullptr);
  CHECK(probe.find<gui::ScaleRow>("row-noticed") != nullptr);
}

TEST_CASE("The foot says what the marks mean, unless each line has words of its own for its ends") {
  auto one = sample::playerScreen("rate");
  auto& form = std::get<RateStep>(one.exercise.steps[1].form);
  form.scaleLabels = {"not at all", "a little", "mostly", "very"};
  CHECK(ViewProbe(one).find<QLabel>("keysLabel")->text().contains(QStringLiteral("0 not at all · 2 a little")));
  for (RateItem& line : form.items) {
    line.low = "stirred up";
    line.high = "very calm";
  }
  CHECK_FALSE(ViewProbe(one).find<QLabel>("keysLabel")->text().contains(QStringLiteral("not at all")));
}
