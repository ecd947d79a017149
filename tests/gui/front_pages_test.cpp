// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every front page: words are not cut off, the keyboard goes in reading order, everything has a name.
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <functional>

#include "catch.h"
#include "gui/example_content.h"
#include "gui/look/look.h"
#include "gui/main_window.h"
#include "gui/pages/evidence_page.h"
#include "gui/pages/first_minute_page.h"
#include "gui/pages/practices_page.h"
#include "gui/pages/safety_page.h"
#include "plain_afterwards.h"
#include "reader_hand.h"
#include "tab_ring.h"

namespace footbridge::gui {
namespace {

struct Front {
  const char* name;
  PageName page;
  std::function<QWidget*()> make;
};

template <typename Page, typename Fill>
std::function<QWidget*()> maker(Fill fill) {
  return [fill] {
    auto* page = new Page;
    fill(*page);
    return page;
  };
}

std::vector<Front> fronts() {
  const QStringList names{QStringLiteral("Alex"), QStringLiteral("Sam")};
  return {
      {"first minute", PageName::FirstMinute, maker<FirstMinutePage>([](auto&) {})},
      {"today", PageName::Today, maker<TodayPage>([](auto& page) { page.showToday(example::today()); })},
      {"first day", PageName::Today, maker<TodayPage>([](auto& page) { page.showToday(example::firstDay()); })},
      {"practices", PageName::Practices,
       maker<PracticesPage>([](auto& page) { page.showExercises(example::exercises(), Audience::Two); })},
      {"on the way", PageName::Today, maker<TodayPage>([](auto& page) {
         TodayContent content = example::today();
         content.ahead = {QStringLiteral("From me to we"), QStringLiteral("Week 3: Saying what would help"),
                          QStringLiteral("20 minutes")};
         page.showToday(content);
       })},
      {"practices with a way", PageName::Practices, maker<PracticesPage>([](auto& page) {
         page.showExercises(example::exercises(), Audience::Two);
         page.showJourney(QStringLiteral("From me to we"), example::journey(0).summary);
       })},
      {"journey", PageName::Journey, maker<JourneyPage>([](auto& page) { page.showJourney(example::journey(0)); })},
      {"journey after a gap", PageName::Journey, maker<JourneyPage>([](auto& page) {
         JourneyContent content = example::journey(2);
         content.way = Audience::Two;
         content.afterGap = QStringLiteral("Good to have you back. Nothing is lost and nothing is late.");
         page.showJourney(content);
       })},
      {"journey walked", PageName::Journey,
       maker<JourneyPage>([](auto& page) { page.showJourney(example::journey(3)); })},
      {"exercise", PageName::Exercise, maker<ExercisePage>([names](auto& page) {
         page.showExercise({example::exercise(), names});
       })},
      {"gate", PageName::Exercise, maker<ExercisePage>([names](auto& page) {
         page.showExercise({example::gatedExercise(), names});
       })},
      {"evidence", PageName::Evidence,
       maker<EvidencePage>([](auto& page) { page.showAll(example::evidence(), QStringLiteral("Practices")); })},
      {"evidence of an exercise", PageName::Evidence,
       maker<EvidencePage>([](auto& page) { page.showFor(*example::exercise(), example::evidence()); })},
      {"settings", PageName::Settings, maker<SettingsPage>([](auto& page) { page.showSettings(example::settings()); })},
      {"settings of one", PageName::Settings, maker<SettingsPage>([](auto& page) {
         SettingsContent content = example::settings();
         content.people.pop_back();
         content.mayJoin = true;
         page.showSettings(content);
       })},
      {"exercise that waits", PageName::Exercise, maker<ExercisePage>([names](auto& page) {
         page.showExercise({example::exercise(), names.first(1)});
         page.showNotice(QStringLiteral("There is no room left on this disk. Nothing is lost."));
       })},
      {"safety", PageName::Safety,
       maker<SafetyPage>([](auto& page) { page.showHelpLines(example::helpLines(), example::helpNotice()); })},
  };
}

/// One page in a real window of a size, its layout settled.
struct ShownFront {
  ShownFront(const Front& front, QSize size) {
    window.addPage(front.page, front.make);
    window.resize(size);
    window.showPage(front.page);
    window.show();
    for (int i = 0; i < 4; ++i) QApplication::processEvents();
  }
  MainWindow window;
};

void lookAt(int percent) {
  Appearance wanted;
  wanted.textPercent = percent;
  look::apply(*qApp, wanted);
}

std::string named(const QWidget* widget) {
  return widget->objectName().toStdString() + ", a " + widget->metaObject()->className();
}

/// What scrolls with the stop, so that its place there is the same wherever the page is scrolled to.
const QWidget* contentsOf(const QWidget& page, const QWidget& stop) {
  for (const auto* area : page.findChildren<QScrollArea*>())
    if (area->widget() != nullptr && area->widget()->isAncestorOf(&stop)) return area->widget();
  return &page;
}

void checkFits(const QWidget& widget) {
  INFO(named(&widget));
  const int needed =
      widget.hasHeightForWidth() ? widget.heightForWidth(widget.width()) : widget.minimumSizeHint().height();
  CHECK(widget.height() >= needed);
  CHECK(widget.width() >= widget.minimumSizeHint().width());
}

}  // namespace

TEST_CASE("no words are cut off, at any text size, on a small screen", "[front]") {
  const PlainAfterwards plain;
  for (const int percent : {100, 150, 200}) {
    lookAt(percent);
    for (const Front& front : fronts()) {
      INFO(front.name << " at " << percent << " %");
      const ShownFront shown(front, {1024, 640});
      for (const QLabel* label : shown.window.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty()) checkFits(*label);
      for (const QPushButton* button : shown.window.findChildren<QPushButton*>())
        if (button->isVisible()) checkFits(*button);
    }
  }
}

namespace {

/// Those that can be seen; there is one on every page.
std::vector<const QScrollArea*> areasOf(const ShownFront& shown) {
  std::vector<const QScrollArea*> areas;
  for (const QScrollArea* area : shown.window.findChildren<QScrollArea*>())
    if (area->isVisible()) areas.push_back(area);
  REQUIRE_FALSE(areas.empty());
  return areas;
}

}  // namespace

TEST_CASE("no page is wider than its place", "[front]") {
  const PlainAfterwards plain;
  for (const int percent : {100, 200}) {
    lookAt(percent);
    for (const Front& front : fronts()) {
      for (const QSize size : {QSize(1024, 640), QSize(1366, 768)}) {
        INFO(front.name << " at " << percent << " %, " << size.width());
        const ShownFront shown(front, size);
        for (const QScrollArea* area : areasOf(shown)) CHECK(area->horizontalScrollBar()->maximum() == 0);
      }
    }
  }
}

TEST_CASE("a page as large as the drawings scrolls only where it has more to show", "[front]") {
  const auto all = fronts();
  for (const Front& front : {all[0], all[1], all[2], all[10]}) {
    INFO(front.name);
    const ShownFront shown(front, {1280, 800});
    for (const QScrollArea* area : areasOf(shown)) CHECK(area->verticalScrollBar()->maximum() == 0);
  }
}

TEST_CASE("whatever takes the keyboard has a name", "[front]") {
  for (const Front& front : fronts()) {
    ShownFront shown(front, {1366, 768});
    for (const QWidget* stop : probe::tabRound(shown.window)) {
      INFO(front.name << ": " << named(stop));
      const auto* button = qobject_cast<const QAbstractButton*>(stop);
      CHECK((!stop->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty())));
    }
  }
}

TEST_CASE("the Tab key goes down the page", "[front]") {
  for (const Front& front : fronts()) {
    ShownFront shown(front, {1366, 768});
    QWidget* page = shown.window.page(front.page);
    int before = -1000;
    for (QWidget* stop : probe::tabRound(shown.window)) {
      if (!page->isAncestorOf(stop) || qobject_cast<QScrollArea*>(stop) != nullptr) continue;
      const bool isBeside = stop->objectName().startsWith(u"second") || stop->objectName() == u"joinButton";
      if (isBeside) before = std::min(before, 100);  // the card beside the first
      const int top = stop->mapTo(contentsOf(*page, *stop), QPoint(0, stop->height())).y();
      INFO(front.name << ": " << named(stop));
      CHECK(top >= before - 12);
      before = top;
    }
  }
}

TEST_CASE("the Tab key goes right round every front page, and back", "[front]") {
  const PlainAfterwards plain;
  for (const int percent : {100, 200}) {
    lookAt(percent);
    for (const Front& front : fronts()) {
      ShownFront shown(front, percent == 100 ? QSize(1366, 768) : QSize(1024, 640));
      INFO(front.name);
      probe::checkTabRing(shown.window);
    }
  }
}

TEST_CASE("what shows as chosen on a front page is chosen, by a screen reader's hand too", "[front]") {
  int pressed = 0;
  for (const Front& front : fronts()) {
    ShownFront shown(front, {1280, 800});
    INFO(front.name);
    pressed += probe::checkReaderPresses(shown.window);
  }
  CHECK(pressed > 10);
}

TEST_CASE("pages say nothing loud", "[front]") {
  for (const Front& front : fronts()) {
    ShownFront shown(front, {1366, 768});
    for (const QLabel* label : shown.window.findChildren<QLabel*>()) {
      INFO(front.name << ": " << label->text().toStdString());
      CHECK_FALSE(label->text().contains(u'!'));
    }
  }
}

}  // namespace footbridge::gui
