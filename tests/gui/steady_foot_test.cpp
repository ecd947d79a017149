// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/steady_foot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

#include "at_text_size.h"
#include "catch.h"
#include "gui/look/look.h"
#include "gui/pages/player_page.h"
#include "gui/widgets/page_scroll.h"
#include "player_screens.h"

using namespace footbridge;

namespace {

/// A page with a number of fields and one button, as the forms make them.
struct LongPage {
  gui::PageScroll scroll;
  QWidget* page = new QWidget;
  std::vector<QLineEdit*> fields;
  QPushButton* done = new QPushButton(QStringLiteral("Done"));

  explicit LongPage(int count) {
    auto* column = new QVBoxLayout(page);
    for (int i = 0; i < count; ++i) {
      fields.push_back(new QLineEdit);
      column->addWidget(fields.back());
    }
    auto* row = new QHBoxLayout;
    row->setContentsMargins({});
    row->addStretch();
    row->addWidget(done);
    column->addLayout(row);
    column->addStretch();
    scroll.setWidget(page);
    scroll.keepInReach(row);
    scroll.resize(500, 400);
    scroll.show();
    QTest::qWait(1);
  }
  QRect seen(const QWidget* widget) const { return {widget->mapTo(scroll.viewport(), QPoint(0, 0)), widget->size()}; }
  bool inSight(const QWidget* widget) const { return scroll.viewport()->rect().contains(seen(widget)); }
};

}  // namespace

TEST_CASE("the last row stands beneath the page where there is room for it") {
  const LongPage at(3);
  CHECK(at.scroll.verticalScrollBar()->maximum() == 0);
  CHECK(at.seen(at.done).top() - at.seen(at.fields.back()).bottom() < 40);
}

TEST_CASE("the last row stays in sight on a long page, and takes its own place at the end of it") {
  const LongPage at(20);
  QScrollBar* bar = at.scroll.verticalScrollBar();
  REQUIRE(bar->maximum() > 200);
  CHECK(at.inSight(at.done));
  bar->setValue(bar->maximum() / 2);
  CHECK(at.inSight(at.done));
  bar->setValue(bar->maximum());
  CHECK(at.inSight(at.done));
  CHECK(at.inSight(at.fields.back()));
  CHECK_FALSE(at.seen(at.done).intersects(at.seen(at.fields.back())));
}

TEST_CASE("the last row in reach stands clear of the edge of the window") {
  const LongPage at(20);
  CHECK(at.scroll.height() - 1 - at.seen(at.done).bottom() >= gui::look::px(24));
}

TEST_CASE("a field that Tab leads to is not beneath the last row") {
  LongPage at(20);
  at.fields.front()->setFocus();
  for (std::size_t i = 1; i < at.fields.size(); ++i) {
    QTest::keyClick(at.scroll.focusWidget(), Qt::Key_Tab);
    CAPTURE(i);
    REQUIRE(at.page->focusWidget() == at.fields[i]);
    CHECK(at.inSight(at.fields[i]));
    CHECK_FALSE(at.seen(at.fields[i]).intersects(at.seen(at.done)));
  }
}

TEST_CASE("where the row would take most of the window, the words have it") {
  LongPage at(20);
  at.scroll.resize(500, 90);
  QTest::qWait(1);
  CHECK_FALSE(at.inSight(at.done));
}

TEST_CASE("a widget can be the last row, and one that shows nothing leaves no trace") {
  LongPage at(20);
  auto* card = new QPushButton(QStringLiteral("Open this one"));
  static_cast<QVBoxLayout*>(at.page->layout())->insertWidget(18, card);
  at.scroll.keepInReach(card);
  QTest::qWait(1);
  CHECK(at.inSight(card));
  card->hide();
  const auto feet = at.page->findChildren<gui::SteadyFoot*>();
  REQUIRE(feet.size() == 2);
  CHECK(QTest::qWaitFor([&feet] { return feet.back()->covers() == 0; }));  // laid out when the machine gets to it
  CHECK(at.page->layout()->itemAt(18)->isEmpty());
}

TEST_CASE("at large text the words of the last row stay in the page, and its buttons in sight") {
  const int percent = GENERATE(100, 200);
  const probe::AtTextSize textSize(percent);
  gui::PageScroll scroll;
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  for (int i = 0; i < 20; ++i) column->addWidget(new QLineEdit);
  auto* row = new QHBoxLayout;
  auto* words = new QLabel(QStringLiteral("Only yours"));
  auto* done = new QPushButton(QStringLiteral("Done"));
  auto* inner = new QVBoxLayout;
  auto* more = new QLabel(QStringLiteral("Keys work too"));
  inner->addWidget(more);
  row->addWidget(words);
  row->addLayout(inner);
  row->addWidget(done);
  column->addLayout(row);
  scroll.setWidget(page);
  scroll.keepInReach(row);
  scroll.resize(500, 600);
  scroll.show();
  QTest::qWait(1);
  const auto inSight = [&scroll](const QWidget* widget) {
    return scroll.viewport()->rect().contains({widget->mapTo(scroll.viewport(), QPoint(0, 0)), widget->size()});
  };
  CHECK(inSight(done));
  CHECK(words->isVisible());
  CHECK(inSight(words) == (percent == 100));
  CHECK(more->isVisible());
  CHECK(inSight(more) == (percent == 100));
}

TEST_CASE("the last row in reach is as low as on a page that does not scroll") {
  QWidget window;  // with room under the page, as there is above the links of the window
  auto* column = new QVBoxLayout(&window);
  column->setContentsMargins(0, 0, 0, gui::look::px(40));
  LongPage at(20);
  column->addWidget(&at.scroll);
  window.resize(500, 480);
  window.show();
  QTest::qWait(1);
  CHECK(at.scroll.viewport()->height() - 1 - at.seen(at.done).bottom() == 0);
}

TEST_CASE("what the marks mean is read whole on a week's lines, at the foot of the page") {
  gui::PlayerPage page;
  page.resize(1280, 635);  // as high as six lines of a week need
  page.show();
  const auto one = sample::playerScreen("rate");
  page.showScreen(one.exercise, one.screen, one.setting);
  QTest::qWait(1);
  const auto* keys = page.findChild<QLabel*>(QStringLiteral("keysLabel"));
  REQUIRE(keys != nullptr);
  for (const auto* scroll : page.findChildren<QScrollArea*>()) CHECK(scroll->verticalScrollBar()->maximum() == 0);
  CHECK(keys->visibleRegion().boundingRect().height() == keys->height());
  CHECK(keys->height() < gui::look::px(30));  // in one line
  const auto* tag = page.findChild<QLabel*>(QStringLiteral("tagLabel"));
  CHECK(tag->mapTo(&page, QPoint(0, 0)).y() >= keys->mapTo(&page, QPoint(0, keys->height())).y());
}

TEST_CASE("the main button of every step is in reach without scrolling") {
  const int percent = GENERATE(100, 200);
  const QSize size = GENERATE(QSize(1280, 800), QSize(1024, 640));
  const probe::AtTextSize textSize(percent);
  gui::PlayerPage page;
  page.resize(size);
  page.show();
  for (const auto& one : sample::playerScreens()) {
    page.showScreen(one.exercise, one.screen, one.setting);
    QTest::qWait(1);
    CAPTURE(one.name, percent, size.width());
    for (const char* name : {"doneButton", "readyButton"}) {
      const auto* button = page.findChild<QPushButton*>(QString::fromLatin1(name));
      if (button == nullptr || button->isHidden()) continue;
      const QRect where(button->mapTo(&page, QPoint(0, 0)), button->size());
      CHECK(page.rect().contains(where));
      CHECK(button->visibleRegion().boundingRect().height() == button->height());
    }
  }
}

TEST_CASE("the buttons of every step end its page at the same height, however little stands above them") {
  gui::PlayerPage page;
  const int height = GENERATE(800, 1200);
  page.resize(1280, height);
  page.show();
  std::map<int, std::string> ends;
  for (const auto& one : sample::playerScreens()) {
    if (!std::holds_alternative<practice::StepScreen>(one.screen.body) &&
        !std::holds_alternative<practice::LookOverScreen>(one.screen.body)) {
      continue;
    }
    page.showScreen(one.exercise, one.screen, one.setting);
    QTest::qWait(1);
    const auto* button = page.findChild<QPushButton*>(QStringLiteral("doneButton"));
    ends[button->mapTo(&page, QPoint(0, button->height())).y()] += one.name + " ";
  }
  CAPTURE(height);
  for (const auto& [end, names] : ends) UNSCOPED_INFO(end << ": " << names);
  CHECK(ends.size() == 1);
}
