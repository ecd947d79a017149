// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QScrollArea>
#include <QtTest>

#include "at_text_size.h"
#include "catch.h"
#include "fakes/sample_exercise.h"
#include "gui/pages/player_page.h"
#include "gui/widgets/scale_row.h"
#include "player_view_probe.h"
#include "reader_hand.h"

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

TEST_CASE("A mark that a screen reader gave is an answer") {
  auto one = sample::playerScreen("rate");
  std::get<practice::StepScreen>(one.screen.body).answer.reset();
  ViewProbe probe(one);
  probe::pressAsReader(*probe.find<gui::ScaleRow>("row-told")->findChild<QPushButton*>(QStringLiteral("score1")));
  probe.press("doneButton");
  CHECK(probe.answer<RatedAnswer>().ratings == std::vector{Rating{item("told"), Score::from(1)}});
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

TEST_CASE("In a journal of one person no line is marked as one that is never opened") {
  sample::PlayerScreen screen = sample::playerScreen("rate");
  screen.setting.couple.b.reset();
  ViewProbe probe(screen);
  for (const bool locked : {false, true}) {
    probe.view->showProtected(locked);
    for (const QLabel* label : probe.view->findChildren<QLabel*>()) {
      CHECK_FALSE(label->text().contains(QStringLiteral("never opened")));
      CHECK_FALSE(label->text().contains(QStringLiteral("only yours, always")));
    }
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

TEST_CASE("What the ends of a scale mean stands beside its first and its last square, in line for all lines") {
  auto one = sample::playerScreen("rate");
  auto& form = std::get<RateStep>(one.exercise.steps[1].form);
  form.items[0].low = "Far off";
  form.items[0].high = "Very near";
  form.items[1].low = "In its grip";
  form.items[1].high = "Calm";
  ViewProbe probe(one);
  QApplication::processEvents();
  const auto placeOf = [&](const QWidget* widget) {
    return QRect(widget->mapTo(probe.view, QPoint(0, 0)), widget->size());
  };
  const auto endOf = [&](const gui::ScaleRow* row, const char* words) {
    for (const QLabel* label : row->findChildren<QLabel*>())
      if (label->text() == QLatin1String(words)) return placeOf(label);
    return QRect();
  };
  const auto squareOf = [&](const gui::ScaleRow* row, int mark) {
    return placeOf(row->findChild<QPushButton*>(QStringLiteral("score%1").arg(mark)));
  };
  const auto* told = probe.find<gui::ScaleRow>("row-told");
  const auto* noticed = probe.find<gui::ScaleRow>("row-noticed");
  SECTION("beside them, where there is room") {
    CHECK(endOf(told, "far off").right() < squareOf(told, 0).left());
    CHECK(endOf(told, "very near").left() > squareOf(told, 6).right());
    CHECK(squareOf(told, 0).left() == squareOf(noticed, 0).left());
    // This one has "Did not come up" besides, chosen and therefore bolder by a hair.
    CHECK(std::abs(squareOf(told, 0).left() - squareOf(probe.find<gui::ScaleRow>("row-fitting"), 0).left()) <= 1);
  }
  SECTION("below them, where the window is narrow") {
    probe.view->resize(620, 660);
    QApplication::processEvents();
    CHECK(endOf(told, "far off").top() > squareOf(told, 0).top());
    CHECK(endOf(told, "far off").left() == squareOf(told, 0).left());
    CHECK(endOf(told, "very near").right() == squareOf(told, 6).right());
  }
}

TEST_CASE(
    "However large the text and small the window, every mark of a line is within it, and side by side again after") {
  const probe::AtTextSize textSize(200);
  ViewProbe probe("rate");
  const auto* fitting = probe.find<gui::ScaleRow>("row-fitting");
  const auto* aside = fitting->findChild<QPushButton*>(QStringLiteral("notComeUp"));
  const auto* first = fitting->findChild<QPushButton*>(QStringLiteral("score0"));
  for (int twice = 0; twice < 2; ++twice) {
    probe.view->resize(720, 660);
    QApplication::processEvents();
    REQUIRE(probe.view->width() == 720);
    CHECK(aside->y() > first->geometry().bottom());
    for (const auto* button : probe.view->findChildren<QPushButton*>())
      if (button->isVisible()) CHECK(button->mapTo(probe.view, QPoint(button->width(), 0)).x() <= 720);
    probe.view->resize(2300, 660);
    QApplication::processEvents();
    CHECK(aside->x() > first->geometry().right());
    CHECK(aside->geometry().center().y() == first->geometry().center().y());
  }
}

TEST_CASE("A page of marks or of choices that gets too narrow is given no more width than there is") {
  const probe::AtTextSize textSize(200);
  for (const char* name : {"rate", "look-over"}) {
    const sample::PlayerScreen one = sample::playerScreen(name);
    QWidget window;
    gui::PlayerPage page(&window);
    window.show();
    page.showScreen(one.exercise, one.screen, one.setting);
    const auto* scroll = page.findChild<QScrollArea*>(QStringLiteral("viewScroll"));
    for (const int width : {2400, 760}) {
      page.resize(width, 440);
      QTest::qWait(20);
      CAPTURE(name, width);
      CHECK(scroll->widget()->width() == scroll->viewport()->width());
    }
  }
}

TEST_CASE("A page of marks says who can read it, by what is locked") {
  auto one = sample::playerScreen("rate");
  ViewProbe locked(one);
  CHECK(locked.find<QLabel>("tagLabel")->text() == QStringLiteral("Only Alex can read this for now"));
  auto allOpen = one;
  for (Step& step : allOpen.exercise.steps)
    if (auto* rate = std::get_if<RateStep>(&step.form))
      for (RateItem& item : rate->items) item.isPrivate = false;
  CHECK(ViewProbe(allOpen).find<QLabel>("tagLabel")->text() ==
        QStringLiteral("Only Alex can read this until you both open it"));
  locked.view->showProtected(false);
  CHECK(locked.find<QLabel>("tagLabel")->text() == QStringLiteral("Not locked yet: put away until you open it"));
  for (Step& step : one.exercise.steps) step.isPrivate = true;
  CHECK(ViewProbe(one).find<QLabel>("tagLabel")->text() == QStringLiteral("Only yours"));
}
