// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QLabel>
#include <QtTest>

#include "catch.h"
#include "fakes/sample_exercise.h"
#include "gui/pages/player_page.h"
#include "gui/steps/card_wheel.h"
#include "player_view_probe.h"

using namespace footbridge;
using sample::card;

namespace {

sample::PlayerScreen unansweredWheel() {
  auto one = sample::playerScreen("wheel");
  std::get<practice::StepScreen>(one.screen.body).answer.reset();
  return one;
}

gui::WheelCell* cellOf(gui::CardWheel& wheel, const char* id) {
  for (gui::WheelCell* cell : wheel.cells()) {
    if (cell->id() == card(id)) return cell;
  }
  return nullptr;
}

void walk(gui::CardWheel& wheel, std::initializer_list<Qt::Key> keys) {
  for (const Qt::Key key : keys) QTest::keyClick(wheel.current(), key);
}

QStringList pickedWords(const ViewProbe& probe) {
  QStringList words;
  for (const QLabel* label : probe.find<QWidget>("picks")->findChildren<QLabel*>()) words << label->text();
  return words;
}

}  // namespace

TEST_CASE("The feelings are a wheel that the arrow keys walk, round, out and in") {
  ViewProbe probe(unansweredWheel());
  auto* wheel = probe.find<gui::CardWheel>("cardWheel");
  REQUIRE(wheel->isVisible());
  CHECK(wheel->current()->id() == card("tender"));
  walk(*wheel, {Qt::Key_Right});
  CHECK(wheel->current()->id() == card("lonely"));
  walk(*wheel, {Qt::Key_Left, Qt::Key_Left});
  CHECK(wheel->current()->id() == card("loved"));
  walk(*wheel, {Qt::Key_Up});
  CHECK(wheel->current()->family() == QStringLiteral("Close"));
  const auto outside = wheel->current()->id();
  walk(*wheel, {Qt::Key_Up});
  CHECK(wheel->current()->id() == outside);
  walk(*wheel, {Qt::Key_Down});
  CHECK(wheel->current()->id() == card("loved"));
  CHECK(probe.find<QLabel>("reachedLabel")->text() == QStringLiteral("Loved"));
}

TEST_CASE("Space, Enter and the mouse pick from the wheel, and what is picked stands in words beside it") {
  ViewProbe probe(unansweredWheel());
  auto* wheel = probe.find<gui::CardWheel>("cardWheel");
  walk(*wheel, {Qt::Key_Right, Qt::Key_Space, Qt::Key_Right, Qt::Key_Return});
  CHECK(pickedWords(probe).contains(QStringLiteral("Lonely")));
  CHECK_FALSE(pickedWords(probe).contains(wheel->current()->note()));  // what it means is told once, above
  gui::WheelCell* sad = cellOf(*wheel, "sad");
  QTest::mouseClick(sad, Qt::LeftButton, {}, sad->rect().center());
  walk(*wheel, {Qt::Key_Right, Qt::Key_Space});
  CHECK_FALSE(wheel->current()->isChecked());
  CHECK(probe.find<QLabel>("hintLabel")->text().startsWith(QStringLiteral("Three is enough here.")));
  probe.press("doneButton");
  CHECK(probe.answer<ChosenAnswer>().cards == std::vector{card("lonely"), card("hurt"), card("sad")});
}

TEST_CASE("The middle of the wheel says the card that is told of beside it, by keyboard and by mouse") {
  ViewProbe probe(unansweredWheel());
  auto* wheel = probe.find<gui::CardWheel>("cardWheel");
  const auto* told = probe.find<QLabel>("reachedLabel");
  CHECK(wheel->middle() == QStringLiteral("Tender"));
  CHECK(told->text() == wheel->middle());
  QEvent enter(QEvent::Enter);
  QApplication::sendEvent(cellOf(*wheel, "sad"), &enter);
  CHECK(wheel->middle() == QStringLiteral("Sad"));
  CHECK(told->text() == wheel->middle());
  CHECK(wheel->current()->id() == card("tender"));
  walk(*wheel, {Qt::Key_Right});
  CHECK(wheel->middle() == QStringLiteral("Lonely"));
  CHECK(told->text() == wheel->middle());
}

TEST_CASE("A click counts for the card whose place it falls in, though their frames overlap") {
  ViewProbe probe(unansweredWheel());
  auto* wheel = probe.find<gui::CardWheel>("cardWheel");
  int tried = 0;
  for (gui::WheelCell* cell : wheel->cells()) {
    INFO(cell->words().toStdString());
    const QPoint at = cell->mapTo(wheel, cell->mask().boundingRect().center());
    if (!cell->mask().contains(cell->mapFrom(wheel, at))) continue;
    ++tried;
    CHECK(wheel->childAt(at) == cell);
  }
  CHECK(tried > 0);
}

TEST_CASE("Every card of the wheel is met by a screen reader as something to tick, with its state") {
  ViewProbe probe("wheel");
  auto* wheel = probe.find<gui::CardWheel>("cardWheel");
  QAccessibleInterface* met = QAccessible::queryAccessibleInterface(wheel);
  REQUIRE(met->childCount() == 60);
  int ticked = 0;
  for (int i = 0; i < met->childCount(); ++i) {
    const QAccessibleInterface* one = met->child(i);
    CHECK(one->role() == QAccessible::CheckBox);
    CHECK_FALSE(one->text(QAccessible::Name).isEmpty());
    CHECK(one->text(QAccessible::Description).contains(QLatin1Char('(')));
    if (one->state().checked) ++ticked;
  }
  CHECK(ticked == 2);
}

TEST_CASE("Where there is no room for the wheel the families are lists, with the same cards picked") {
  ViewProbe probe("wheel");
  probe.view->parentWidget()->resize(700, 660);
  probe.view->resize(700, 660);
  CHECK_FALSE(probe.find<QWidget>("cardWheel")->isVisible());
  REQUIRE(probe.find<QWidget>("familyList")->isVisible());
  CHECK(probe.find<QPushButton>("card-hurt")->isChecked());
  probe.press("card-sad");
  probe.view->parentWidget()->resize(1192, 660);
  probe.view->resize(1192, 660);
  REQUIRE(probe.find<QWidget>("cardWheel")->isVisible());
  CHECK(cellOf(*probe.find<gui::CardWheel>("cardWheel"), "sad")->isChecked());
}

TEST_CASE("The Tab key meets the wheel once, between the head of the page and Next") {
  const auto one = sample::playerScreen("wheel");
  gui::PlayerPage page;
  page.resize(1280, 800);
  page.show();
  page.showScreen(one.exercise, one.screen, one.setting);
  QApplication::processEvents();
  auto* wheel = page.findChild<gui::CardWheel*>();
  REQUIRE(wheel->isVisible());
  CHECK(page.focusWidget() == wheel->current());
  QStringList stops;
  const QWidget* at = wheel->current();
  do {
    at = at->nextInFocusChain();
    if (at->isVisible() && (at->focusPolicy() & Qt::TabFocus) != 0 && at->focusProxy() == nullptr)
      stops << at->objectName();
  } while (at != wheel->current() && stops.size() < 20);
  CHECK(stops.filter(QStringLiteral("card-")).size() == 1);
  CHECK(stops.value(0) == QStringLiteral("backButton"));
  CHECK(stops.value(1) == QStringLiteral("doneButton"));
}
