// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/card_group.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QVBoxLayout>

#include "catch.h"
#include "gui/steps/choice_card.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/tick_card.h"
#include "player_view_probe.h"

using namespace footbridge;

namespace {

/// Five cards, two beside each other, between two fields.
struct Cards {
  QWidget window;
  QLineEdit* before = new QLineEdit(&window);
  QWidget* box = new QWidget(&window);
  QLineEdit* after = new QLineEdit(&window);
  std::vector<gui::TickCard*> cards;

  Cards() {
    auto* column = new QVBoxLayout(&window);
    for (QWidget* part : {static_cast<QWidget*>(before), box, static_cast<QWidget*>(after)}) column->addWidget(part);
    auto* grid = new QGridLayout(box);
    QWidget* last = before;
    for (int i = 0; i < 5; ++i) {
      auto* card = new gui::TickCard(QStringLiteral("Card %1").arg(i), QStringLiteral("Note %1").arg(i), box);
      grid->addWidget(card, i / 2, i % 2);
      gui::CardGroup::of(*box).add(card);
      QWidget::setTabOrder(last, card);
      last = card;
      cards.push_back(card);
    }
    QWidget::setTabOrder(last, after);
    window.show();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    before->setFocus();
  }
  void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QTest::keyClick(window.focusWidget(), key, with);
  }
  [[nodiscard]] int at() const {
    const auto found = std::ranges::find(cards, window.focusWidget());
    return found == cards.end() ? -1 : static_cast<int>(found - cards.begin());
  }
};

}  // namespace

TEST_CASE("a group of cards is one stop for Tab, there and back, where one was last") {
  Cards it;
  it.key(Qt::Key_Tab);
  CHECK(it.at() == 0);
  it.key(Qt::Key_Tab);
  CHECK(it.window.focusWidget() == it.after);
  it.key(Qt::Key_Tab, Qt::ShiftModifier);
  CHECK(it.at() == 0);
  it.key(Qt::Key_Right);
  it.key(Qt::Key_Down);
  CHECK(it.at() == 3);
  it.key(Qt::Key_Tab);
  CHECK(it.window.focusWidget() == it.after);
  it.key(Qt::Key_Tab, Qt::ShiftModifier);
  CHECK(it.at() == 3);
  it.key(Qt::Key_Tab, Qt::ShiftModifier);
  CHECK(it.window.focusWidget() == it.before);
}

TEST_CASE("arrows go from card to card as they lie, and stop at the edges") {
  Cards it;
  it.key(Qt::Key_Tab);
  const std::vector<std::pair<Qt::Key, int>> way{{Qt::Key_Up, 0},    {Qt::Key_Left, 0}, {Qt::Key_Down, 2},
                                                 {Qt::Key_Down, 4},  {Qt::Key_Down, 4}, {Qt::Key_Right, 4},
                                                 {Qt::Key_Left, 3},  {Qt::Key_Up, 1},   {Qt::Key_Up, 1},
                                                 {Qt::Key_Right, 2}, {Qt::Key_End, 4},  {Qt::Key_Home, 0}};
  for (const auto& [key, card] : way) {
    it.key(key);
    CHECK(it.at() == card);
  }
  it.key(Qt::Key_Down, Qt::AltModifier);
  CHECK(it.at() == 0);
}

TEST_CASE("Space and Enter pick, moving picks nothing, and what a screen reader hears stays") {
  Cards it;
  it.key(Qt::Key_Tab);
  it.key(Qt::Key_Right);
  for (const auto* card : it.cards) CHECK_FALSE(card->isChecked());
  it.key(Qt::Key_Space);
  CHECK(it.cards[1]->isChecked());
  it.key(Qt::Key_Return);
  CHECK_FALSE(it.cards[1]->isChecked());
  for (int i = 0; i < 5; ++i) {
    const auto* card = it.cards[static_cast<std::size_t>(i)];
    CHECK(card->accessibleName() == QStringLiteral("Card %1").arg(i));
    CHECK(card->accessibleDescription() == QStringLiteral("Note %1").arg(i));
    CHECK(card->isCheckable());
  }
}

TEST_CASE("a card clicked with the mouse is where Tab comes back to") {
  Cards it;
  QTest::mouseClick(it.cards[4], Qt::LeftButton);
  CHECK(it.cards[4]->isChecked());
  it.before->setFocus();
  it.key(Qt::Key_Tab);
  CHECK(it.at() == 4);
}

TEST_CASE("there is always one card to come to, whichever hide, are shut off or go away") {
  Cards it;
  it.cards[0]->hide();
  it.key(Qt::Key_Tab);
  CHECK(it.at() == 1);
  it.before->setFocus();
  it.cards[1]->setEnabled(false);
  it.key(Qt::Key_Tab);
  CHECK(it.at() == 2);
  it.key(Qt::Key_Left);
  CHECK(it.at() == 2);
  it.before->setFocus();
  delete std::exchange(it.cards[2], nullptr);
  it.key(Qt::Key_Tab);
  CHECK(it.at() == 3);
}

TEST_CASE("the card that the arrows come to is brought into sight") {
  gui::PageScroll page;
  auto* column = new QWidget;
  auto* rows = new QVBoxLayout(column);
  std::vector<gui::TickCard*> cards;
  for (int i = 0; i < 30; ++i) {
    cards.push_back(new gui::TickCard(QStringLiteral("Card"), {}, column));
    rows->addWidget(cards.back());
    gui::CardGroup::of(*column).add(cards.back());
  }
  page.setWidget(column);
  page.resize(400, 300);
  page.show();
  REQUIRE(QTest::qWaitForWindowActive(&page));
  cards.front()->setFocus();
  for (const auto& [key, card] : {std::pair{Qt::Key_End, cards.back()}, std::pair{Qt::Key_Home, cards.front()}}) {
    QTest::keyClick(page.focusWidget(), key);
    REQUIRE(page.focusWidget() == card);
    const QRect place(card->mapTo(page.viewport(), QPoint()), card->size());
    CHECK(page.viewport()->rect().contains(place));
  }
}

TEST_CASE("the cards of a step are one stop, and the order is put with Alt from the list after them") {
  auto one = sample::playerScreen("rank");
  std::get<practice::StepScreen>(one.screen.body).answer.reset();
  ViewProbe probe(one);
  REQUIRE(QTest::qWaitForWindowActive(probe.view->window()));
  auto focus = [&probe] { return probe.view->window()->focusWidget(); };
  const auto cards = probe.view->findChildren<gui::ChoiceCard*>();
  REQUIRE(cards.size() > 2);
  probe.view->firstField()->setFocus();
  QTest::keyClick(focus(), Qt::Key_Space);
  QTest::keyClick(focus(), Qt::Key_Right);
  QTest::keyClick(focus(), Qt::Key_Space);
  CHECK(cards[0]->isChecked());
  CHECK(cards[1]->isChecked());
  QTest::keyClick(focus(), Qt::Key_Tab);
  REQUIRE(focus() == probe.find<QListWidget>("orderList"));
  QTest::keyClick(focus(), Qt::Key_Up, Qt::AltModifier);
  CHECK(probe.drafts.back() == QStringLiteral("listen near"));
  int stops = 0;
  for (const auto* card : cards) stops += (card->focusPolicy() & Qt::TabFocus) != 0 ? 1 : 0;
  CHECK(stops == 1);
}
