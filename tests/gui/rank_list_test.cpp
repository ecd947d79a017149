// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/rank_list.h"

#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include "catch.h"
#include "fakes/sample_exercise.h"
#include "player_view_probe.h"

using namespace footbridge;

namespace {

std::string textsOf(const gui::RankList& list) {
  QStringList texts;
  for (int i = 0; i < list.count(); ++i) texts << list.item(i)->text();
  return texts.join(QStringLiteral(", ")).toStdString();
}

std::string idsOf(const gui::RankList& list) {
  return list.ids().join(QStringLiteral(", ")).toStdString();
}

/// Pressed on one line, drawn over the list to just inside another, and let go there.
void drag(QListWidget& list, int from, int to) {
  QWindow* window = list.window()->windowHandle();
  const auto place = [&](QPoint point) { return list.viewport()->mapTo(list.window(), point); };
  const QRect target = list.visualItemRect(list.item(to));
  const QPoint start = place(list.visualItemRect(list.item(from)).center());
  const QPoint end = place(to > from ? target.bottomLeft() + QPoint(30, -1) : target.topLeft() + QPoint(30, 1));
  constexpr int kMoves = 8;
  QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, start);
  for (int i = 1; i <= kMoves; ++i) QTest::mouseMove(window, start + (end - start) * i / kMoves);
  QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, end);
}

struct Ranked {
  gui::RankList list;
  QSignalSpy reordered{&list, &gui::RankList::reordered};
  Ranked() {
    list.addLine(QStringLiteral("tea"), QStringLiteral("Tea"));
    list.addLine(QStringLiteral("walk"), QStringLiteral("A walk"));
    list.addLine(QStringLiteral("quiet"), QStringLiteral("Quiet"));
    list.resize(400, 300);
    list.show();
    REQUIRE(QTest::qWaitForWindowActive(&list));
  }
};

}  // namespace

TEST_CASE("every line bears its place, whatever comes, goes or moves") {
  Ranked it;
  CHECK(textsOf(it.list) == "1. Tea, 2. A walk, 3. Quiet");
  it.list.removeLine(QStringLiteral("tea"));
  CHECK(textsOf(it.list) == "1. A walk, 2. Quiet");
  it.list.addLine(QStringLiteral("tea"), QStringLiteral("Tea"));
  it.list.moveCurrent(-1);
  CHECK(textsOf(it.list) == "1. A walk, 2. Tea, 3. Quiet");
  CHECK(idsOf(it.list) == "walk, tea, quiet");
}

TEST_CASE("Alt with the arrows moves the line that has the keyboard, and stops at the ends") {
  Ranked it;
  it.list.setCurrentRow(1);
  QTest::keyClick(&it.list, Qt::Key_Down, Qt::AltModifier);
  CHECK(idsOf(it.list) == "tea, quiet, walk");
  CHECK(it.list.currentRow() == 2);
  QTest::keyClick(&it.list, Qt::Key_Down, Qt::AltModifier);
  CHECK(it.reordered.count() == 1);
  for (int i = 0; i < 3; ++i) QTest::keyClick(&it.list, Qt::Key_Up, Qt::AltModifier);
  CHECK(idsOf(it.list) == "walk, tea, quiet");
  CHECK(it.reordered.count() == 3);
  QTest::keyClick(&it.list, Qt::Key_Down);
  CHECK(it.list.currentRow() == 1);
  CHECK(idsOf(it.list) == "walk, tea, quiet");
}

TEST_CASE("the list is as high as its lines") {
  Ranked it;
  const int three = it.list.sizeHint().height();
  it.list.removeLine(QStringLiteral("tea"));
  CHECK(it.list.sizeHint().height() < three);
}

TEST_CASE("a line is dragged to its place with the mouse, up and down and past the ends") {
  Ranked it;
  drag(it.list, 2, 0);
  CHECK(textsOf(it.list) == "1. Quiet, 2. Tea, 3. A walk");
  CHECK(it.list.currentRow() == 0);
  CHECK(it.reordered.count() == 2);
  drag(it.list, 0, 2);
  CHECK(idsOf(it.list) == "tea, walk, quiet");
  drag(it.list, 1, 1);
  CHECK(idsOf(it.list) == "tea, walk, quiet");
  QWindow* window = it.list.windowHandle();
  QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, it.list.visualItemRect(it.list.item(0)).center());
  QTest::mouseMove(window, QPoint(20, it.list.height() - 1));
  CHECK(idsOf(it.list) == "walk, quiet, tea");
  QTest::mouseMove(window, QPoint(20, 0));
  CHECK(idsOf(it.list) == "tea, walk, quiet");
  QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, QPoint(20, 0));
  QTest::mouseMove(window, QPoint(20, it.list.height() - 1));
  CHECK(idsOf(it.list) == "tea, walk, quiet");  // nothing is held any more
}

TEST_CASE("lines of unlike height change places once, and do not flicker") {
  Ranked it;
  it.list.item(1)->setSizeHint(QSize(200, 90));
  const QPoint start = it.list.visualItemRect(it.list.item(0)).center();
  const int middle = it.list.visualItemRect(it.list.item(1)).center().y();
  QWindow* window = it.list.windowHandle();
  QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, start);
  for (int step = 1; step <= 4; ++step) QTest::mouseMove(window, QPoint(start.x(), middle + step));
  QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, QPoint(start.x(), middle + 4));
  CHECK(it.reordered.count() == 1);
  CHECK(idsOf(it.list) == "walk, tea, quiet");
}

TEST_CASE("cards dragged into an order are answered, and kept as a draft, in that order") {
  auto one = sample::playerScreen("rank");
  std::get<practice::StepScreen>(one.screen.body).answer.reset();
  ViewProbe probe(one);
  REQUIRE(QTest::qWaitForWindowActive(probe.view->window()));
  for (const char* name : {"card-near", "card-think", "card-light"}) {
    auto* card = probe.find<QPushButton>(name);
    QTest::mouseClick(card, Qt::LeftButton);
    CHECK(card->isChecked());
  }
  QCoreApplication::processEvents();
  drag(*probe.find<QListWidget>("orderList"), 2, 0);
  CHECK(probe.drafts.back() == QStringLiteral("light near think"));
  probe.press("doneButton");
  CHECK(probe.answer<ChosenAnswer>().cards ==
        std::vector{sample::card("light"), sample::card("near"), sample::card("think")});
}
