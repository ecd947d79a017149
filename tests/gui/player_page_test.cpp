// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/player_page.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextEdit>
#include <QtTest>
#include <set>

#include "at_text_size.h"
#include "catch.h"
#include "content/folder_catalog.h"
#include "fakes/sample_exercise.h"
#include "gui/look/look.h"
#include "gui/main_window.h"
#include "gui/pages/weekly_look_page.h"
#include "gui/steps/pause_view.h"
#include "player_screens.h"
#include "tab_ring.h"

using namespace footbridge;
using namespace footbridge::gui;

namespace {

void showNamed(PlayerPage& page, const std::string& name) {
  const auto one = sample::playerScreen(name);
  page.showScreen(one.exercise, one.screen, one.setting);
}

/// A page in a window that is smaller than it would be by itself.
struct SmallWindow {
  QWidget window;
  PlayerPage page{&window};

  explicit SmallWindow(QSize size = {}) {
    resize(size);
    window.show();
  }
  void resize(QSize size) {
    window.resize(size);
    page.resize(size);
  }
};

/// The stops of the Tab key from the start of the page, by object name.
QStringList tabStopsOf(QWidget& page) {
  page.resize(1280, 800);
  page.show();
  QStringList stops;
  for (const QWidget* stop : probe::tabRound(page)) stops << stop->objectName();
  return stops;
}

}  // namespace

TEST_CASE("A page that was emptied tells nobody whose turn it was, of what, or how far they came") {
  for (const auto& one : sample::playerScreens()) {
    CAPTURE(one.name);
    PlayerPage page;
    page.showScreen(one.exercise, one.screen, one.setting);
    page.showTrouble(QStringLiteral("Alex, the disk is full."));
    page.clear();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(page.accessibleName().isEmpty());
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
      const auto* label = qobject_cast<const QLabel*>(widget);
      const QString told = widget->accessibleName() + QLatin1Char(' ') + (label ? label->text() : QString());
      CAPTURE(widget->objectName().toStdString(), told.toStdString());
      CHECK_FALSE(told.contains(QString::fromStdString(one.exercise.title)));
      for (const char* trace : {"Alex", "Sam", "turn", "Step"}) CHECK_FALSE(told.contains(QLatin1String(trace)));
    }
  }
}

TEST_CASE("Every screen has a view that names all that can be focused and says what it is") {
  for (const auto& one : sample::playerScreens()) {
    PlayerPage page;
    page.resize(1280, 800);
    page.showScreen(one.exercise, one.screen, one.setting);
    page.show();
    CAPTURE(one.name);
    CHECK_FALSE(page.accessibleName().isEmpty());
    for (auto* widget : page.findChildren<QWidget*>()) {
      if (!widget->isVisibleTo(&page) || !(widget->focusPolicy() & Qt::TabFocus)) continue;
      const auto* button = qobject_cast<QPushButton*>(widget);
      const bool hasName =
          !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || widget->focusProxy();
      CAPTURE(widget->objectName().toStdString(), widget->metaObject()->className());
      CHECK(hasName);
      if (widget->inherits("QLineEdit") || widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit"))
        CHECK(widget->inputMethodHints().testFlag(Qt::ImhSensitiveData));
    }
  }
}

TEST_CASE("The Tab key walks a writing screen in reading order") {
  PlayerPage page;
  showNamed(page, "write");
  CHECK(tabStopsOf(page) ==
        QStringList({QStringLiteral("passButton"), QStringLiteral("pauseButton"), QStringLiteral("leaveButton"),
                     QStringLiteral("pageEdit"), QStringLiteral("starterButton"), QStringLiteral("backButton"),
                     QStringLiteral("doneButton")}));
}

TEST_CASE("Marks that are set by keys alone are in sight, however small the window") {
  PlayerPage page;
  page.resize(700, 400);
  page.show();
  showNamed(page, "rate");
  for (int i = 0; i < 4; ++i) QTest::keyClick(page.focusWidget(), Qt::Key_Down);
  QTest::qWait(50);
  const auto* scroll = page.findChild<QScrollArea*>(QStringLiteral("viewScroll"));
  const QWidget* mark = page.focusWidget();
  REQUIRE(scroll->widget()->isAncestorOf(mark));
  const QRect seen(mark->mapTo(scroll->viewport(), QPoint()), mark->size());
  CHECK(scroll->viewport()->rect().contains(seen));
}

TEST_CASE("The header says whose turn it is, and the curtain has none") {
  PlayerPage page;
  showNamed(page, "write");
  CHECK(page.findChild<QLabel*>(QStringLiteral("turnLabel"))->text() == QStringLiteral("Alex’s turn"));
  CHECK_FALSE(page.findChild<QWidget*>(QStringLiteral("header"))->isHidden());
  showNamed(page, "hand-over");
  CHECK(page.findChild<QWidget*>(QStringLiteral("header"))->isHidden());
  CHECK(page.findChild<QPushButton*>(QStringLiteral("passButton"))->isHidden());
  CHECK_FALSE(page.findChild<QPushButton*>(QStringLiteral("leaveLink"))->isHidden());
}

TEST_CASE("A talk ends at one press only where nobody has anything yet to say in it") {
  struct Case {
    int turn;
    practice::TalkScreen::Phase phase;
    const char* asks;
  };
  using Phase = practice::TalkScreen::Phase;
  for (const auto& [turn, phase, asks] :
       {Case{0, Phase::Speaking, "End it; Sam has a turn left"},
        Case{0, Phase::Reflecting, "End it; Sam has a turn left"},
        Case{1, Phase::Speaking, "End it; Alex’s turn is not over"}, Case{1, Phase::Reflecting, ""}}) {
    auto one = sample::playerScreen("talk");
    auto& talk = std::get<practice::TalkScreen>(one.screen.body);
    talk.turn = turn;
    talk.phase = phase;
    talk.speaker = PartnerId::A;
    PlayerPage page;
    page.showScreen(one.exercise, one.screen, one.setting);
    QSignalSpy acted(&page, &PlayerPage::acted);
    auto* end = page.findChild<QPushButton*>(QStringLiteral("passButton"));
    CHECK(end->text() == QStringLiteral("End talk"));
    end->click();
    if (*asks != '\0') {
      CHECK(acted.count() == 0);
      CHECK(end->text() == QString::fromUtf8(asks));
      end->click();
    }
    CHECK(acted.count() == 1);
  }
}

TEST_CASE("Pass, pause and leave are said by signal alone") {
  PlayerPage page;
  showNamed(page, "write");
  int passes = 0;
  QObject::connect(&page, &PlayerPage::acted, &page, [&](const practice::Action& action) {
    passes += std::holds_alternative<practice::Pass>(action) ? 1 : 0;
  });
  QSignalSpy pause(&page, &PlayerPage::pauseAsked), leave(&page, &PlayerPage::leaveAsked);
  page.findChild<QPushButton*>(QStringLiteral("passButton"))->click();
  CHECK(passes == 0);  // words stand there
  page.findChild<QPushButton*>(QStringLiteral("passButton"))->click();
  page.findChild<QPushButton*>(QStringLiteral("pauseButton"))->click();
  page.findChild<QPushButton*>(QStringLiteral("leaveButton"))->click();
  CHECK(passes == 1);
  CHECK(pause.count() == 1);
  CHECK(leave.count() == 1);
}

TEST_CASE("Beside a scale, too, one button alone leads out") {
  PlayerPage page;
  showNamed(page, "rate");
  QSignalSpy leave(&page, &PlayerPage::leaveAsked);
  QStringList out;
  for (QPushButton* button : page.findChildren<QPushButton*>()) {
    if (!button->isVisibleTo(&page)) continue;
    leave.clear();
    button->click();
    if (leave.count() > 0) out << button->objectName();
  }
  CHECK(out == QStringList{QStringLiteral("leaveButton")});
}

TEST_CASE("A pause goes on only when both say ready") {
  PlayerPage page;
  QSignalSpy over(&page, &PlayerPage::pauseOver), planned(&page, &PlayerPage::pausePlanned);
  page.showPause({.couple = sample::couple()});
  page.findChild<QPushButton*>(QStringLiteral("thirtyButton"))->click();
  REQUIRE(planned.count() == 1);
  CHECK(planned.first().first().toInt() == 30);
  page.showPauseUntil(QStringLiteral("20:40"));
  page.findChild<QPushButton*>(QStringLiteral("readyBButton"))->click();
  CHECK(over.count() == 0);
  page.findChild<QPushButton*>(QStringLiteral("readyAButton"))->click();
  CHECK(over.count() == 1);
}

TEST_CASE("The words of a view are gone the moment another is shown") {
  PlayerPage page;
  showNamed(page, "write");
  showNamed(page, "hand-over");
  for (const QWidget* widget : QApplication::allWidgets()) {
    if (const auto* label = qobject_cast<const QLabel*>(widget))
      CHECK_FALSE(label->text().contains(QStringLiteral("call from the school")));
    if (const auto* rich = qobject_cast<const QTextEdit*>(widget))
      CHECK_FALSE(rich->toPlainText().contains(QStringLiteral("call from the school")));
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
      CHECK_FALSE(edit->toPlainText().contains(QStringLiteral("call from the school")));
  }
}

TEST_CASE("The weekly look asks who starts, and looks the same whoever has done what") {
  WeeklyLookPage page;
  page.showCouple(sample::couple());
  int who = 0;
  bool isShort = false;
  QObject::connect(&page, &WeeklyLookPage::ownLookAsked, &page, [&](PartnerId id, bool shortForm) {
    who = static_cast<int>(id);
    isShort = shortForm;
  });
  QSignalSpy open(&page, &WeeklyLookPage::openTogetherAsked), whole(&page, &WeeklyLookPage::wholeLookAsked);
  page.findChild<QPushButton*>(QStringLiteral("turnBButton"))->click();
  CHECK(who == 2);
  CHECK_FALSE(isShort);
  page.findChild<QCheckBox*>(QStringLiteral("shortBox"))->click();
  page.findChild<QPushButton*>(QStringLiteral("turnAButton"))->click();
  CHECK(who == 1);
  CHECK(isShort);
  page.showCouple(sample::couple());
  CHECK_FALSE(page.findChild<QCheckBox*>(QStringLiteral("shortBox"))->isChecked());
  page.findChild<QPushButton*>(QStringLiteral("openButton"))->click();
  page.findChild<QPushButton*>(QStringLiteral("wholeButton"))->click();
  CHECK(open.count() == 1);
  CHECK(whole.count() == 1);
  page.showCouple({sample::couple().a, std::nullopt});
  CHECK(page.findChild<QPushButton*>(QStringLiteral("turnBButton"))->isHidden());
  CHECK(page.findChild<QWidget*>(QStringLiteral("openCard"))->isHidden());
}

TEST_CASE("The weekly look says beforehand when to leave it, how it is done, what is kept, and what it builds on") {
  WeeklyLookPage page;
  page.showCouple(sample::couple());
  const auto seen = [&page](const char* name) {
    return page.findChild<QWidget*>(QString::fromLatin1(name))->isVisibleTo(&page);
  };
  CHECK_FALSE(seen("notNowCard"));
  Exercise look = sample::supportExercise();
  look.notNow = {"one of you is worn out"};
  look.groundRules = {"Each answers alone."};
  look.keeps = "Your lines are yours.";
  look.evidence = {{"C7", "A short check-up."}};
  page.showNotes(&look);
  QStringList words;
  for (const QLabel* label : page.findChildren<QLabel*>()) words << label->text();
  for (const char* expected : {"one of you is worn out", "Each answers alone.", "Your lines are yours."})
    CHECK(words.contains(QString::fromLatin1(expected)));
  CHECK(seen("notNowCard"));
  CHECK(seen("rulesCard"));
  CHECK(seen("keepsCard"));
  QSignalSpy asked(&page, &WeeklyLookPage::evidenceAsked);
  page.findChild<QPushButton*>(QStringLiteral("evidenceButton"))->click();
  CHECK(asked.count() == 1);
}

TEST_CASE("The answer of the weekly look stands above its cards, whole and in sight, and has the keyboard") {
  WeeklyLookPage page;
  const auto look = content::FolderCatalog(FOOTBRIDGE_CONTENT "/en").weeklyLook();
  REQUIRE(look.ok());
  page.showCouple(sample::couple());
  page.showNotes(look->get());
  page.show();
  const auto* area = page.findChild<QScrollArea*>(QStringLiteral("scroll"));
  auto* notice = page.findChild<QWidget*>(QStringLiteral("noticeFrame"));
  const auto* cards = page.findChild<QWidget*>(QStringLiteral("cards"));
  for (const QSize size : {QSize(1280, 720), QSize(1024, 640), QSize(760, 480)}) {
    page.resize(size);
    page.showNotice({});
    auto* button = page.findChild<QPushButton*>(QStringLiteral("openButton"));
    button->setFocus();
    QTest::qWait(20);
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    page.showNotice(
        QStringLiteral("Not everything is here yet. Each of you can do your own part, or you do the whole "
                       "look together now."));
    QTest::qWait(50);
    CHECK(page.focusWidget() == notice);
    CHECK(notice->accessibleName().startsWith(QStringLiteral("Not everything is here yet.")));
    CHECK(notice->mapTo(&page, QPoint(0, notice->height())).y() < cards->mapTo(&page, QPoint(0, 0)).y());
    const QRect seen(notice->mapTo(area->viewport(), QPoint(0, 0)), notice->size());
    CHECK(area->viewport()->rect().contains(seen));
  }
}

TEST_CASE("Where there is nothing to look back on, nothing is said of small steps that are not there") {
  PlayerPage page;
  auto shown = sample::playerScreen("review");
  const auto words = [&page](const char* label) {
    const auto* found = page.findChild<QLabel*>(QString::fromLatin1(label));
    return found->isVisibleTo(&page) ? found->text() : QString();
  };
  page.showScreen(shown.exercise, shown.screen, shown.setting);
  CHECK_FALSE(words("textLabel").isEmpty());
  CHECK(words("noneLabel").isEmpty());
  CHECK(words("blankLabel") == QStringLiteral("Leave one blank, and it comes again next time."));
  shown.setting.earlier.clear();
  page.showScreen(shown.exercise, shown.screen, shown.setting);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK(words("textLabel").isEmpty());
  CHECK(words("blankLabel").isEmpty());
  CHECK(words("noneLabel") == QStringLiteral("Nothing to look back on yet."));
}

TEST_CASE("To one person alone the weekly look speaks of no two, and of nothing that is opened") {
  const auto look = content::FolderCatalog(FOOTBRIDGE_CONTENT "/en").weeklyLook();
  REQUIRE(look.ok());
  WeeklyLookPage page;
  page.resize(1280, 2000);
  page.show();
  page.showCouple({sample::couple().a, std::nullopt});
  page.showNotes(look->get());
  for (const QWidget* widget : page.findChildren<QWidget*>()) {
    if (!widget->isVisible()) continue;
    const auto* label = qobject_cast<const QLabel*>(widget);
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const QString words = label != nullptr ? label->text() : button != nullptr ? button->text() : QString();
    INFO(words.toStdString());
    for (const char* ofTwo : {"the two of you", "Each of you", "each of you", "both", "Our story", "together"})
      CHECK_FALSE(words.contains(QString::fromLatin1(ofTwo)));
  }
  page.showCouple(sample::couple());
  page.showNotes(look->get());
  CHECK(page.findChild<QLabel*>(QStringLiteral("storyLabel"))->isVisible());
}

TEST_CASE("No column of the player moves when a scroll bar comes or goes") {
  PlayerPage page;
  page.show();
  showNamed(page, "reveal");
  const auto* area = page.findChild<QScrollArea*>(QStringLiteral("viewScroll"));
  std::set<int> widths;
  for (const int height : {480, 1400}) {
    page.resize(1024, height);
    CHECK(QTest::qWaitFor([&] { return (area->verticalScrollBar()->maximum() > 0) == (height < 1000); }, 2000));
    widths.insert(area->viewport()->width());
    // The words end where the header does, and the bar runs in the margin.
    const auto* leave = page.findChild<QWidget*>(QStringLiteral("leaveButton"));
    CHECK(leave->mapTo(&page, QPoint(leave->width(), 0)).x() == page.width() - 44);
    CHECK(area->viewport()->mapTo(&page, QPoint(area->viewport()->width(), 0)).x() == page.width() - 44);
  }
  CHECK(widths.size() == 1);
}

TEST_CASE("The weekly look of one person alone speaks of one") {
  WeeklyLookPage page;
  Couple one = sample::couple();
  one.b.reset();
  page.showCouple(one);
  page.show();
  for (const QLabel* label : page.findChildren<QLabel*>()) {
    INFO(label->objectName().toStdString());
    const bool isOfTwo = label->text().contains(QStringLiteral("both")) ||
                         label->text().contains(QStringLiteral("each"), Qt::CaseInsensitive);
    CHECK_FALSE((label->isVisible() && isOfTwo));
  }
  page.showCouple(sample::couple());
  CHECK(page.findChild<QLabel*>(QStringLiteral("threeText"))->isVisible());
}

TEST_CASE("Heading and button stand still between speaking and saying it back") {
  PlayerPage page;
  page.resize(1280, 800);
  page.show();
  std::set<int> headings, buttons;
  for (const char* name : {"talk", "reflect"}) {
    showNamed(page, name);
    const auto find = [&](const char* what) { return page.findChild<QWidget*>(QString::fromLatin1(what)); };
    const auto* view = page.findChild<QScrollArea*>(QStringLiteral("viewScroll"))->widget();
    QTest::qWait(20);
    headings.insert(find("titleLabel")->mapTo(&page, QPoint(0, 0)).y());
    buttons.insert(view->findChild<QWidget*>(QStringLiteral("doneButton"))->mapTo(&page, QPoint(0, 0)).y());
  }
  CHECK(headings.size() == 1);
  CHECK(buttons.size() == 1);
}

TEST_CASE("Cards keep clear of the scroll bar beside them") {
  PlayerPage page;
  page.resize(1024, 480);
  page.show();
  showNamed(page, "reveal");
  const auto* area = page.findChild<QScrollArea*>(QStringLiteral("viewScroll"));
  const QWidget* bar = area->verticalScrollBar();
  const auto* card = page.findChild<QWidget*>(QStringLiteral("columnB"));
  const auto gap = [&] { return bar->mapTo(area, QPoint(0, 0)).x() - card->mapTo(area, QPoint(card->width(), 0)).x(); };
  CHECK(QTest::qWaitFor([&] { return bar->isVisible() && gap() >= 8; }, 2000));
}

TEST_CASE("The header says of any words, marks or cards that they are kept, and nothing moves for it") {
  PlayerPage page;
  page.resize(1280, 800);
  page.show();
  const auto* saved = page.findChild<QLabel*>(QStringLiteral("savedLabel"));
  const auto* dot = page.findChild<QWidget*>(QStringLiteral("turnDot"));
  for (const char* name : {"write", "ask", "move", "rate", "choose", "wheel", "guess", "agree", "close", "figure"}) {
    CAPTURE(name);
    showNamed(page, name);
    QTest::qWait(1);
    CHECK(saved->text().isEmpty());
    const QPoint before = dot->mapTo(&page, QPoint());
    page.showSaved(SavedState::Saved);
    QTest::qWait(1);
    CHECK(saved->text() == QStringLiteral("saved"));
    CHECK(saved->isVisible());
    CHECK(dot->mapTo(&page, QPoint()) == before);
  }
  showNamed(page, "write");
  page.showSaved(SavedState::Saved);
  QTest::keyClicks(page.findChild<QTextEdit*>(QStringLiteral("pageEdit")), QStringLiteral("more"));
  CHECK(saved->text().isEmpty());
}

TEST_CASE("Pause names its key, and is heard without it") {
  PlayerPage* page = nullptr;
  MainWindow window;
  window.addPage(PageName::Player, [&page] { return page = new PlayerPage; });
  window.resize(1280, 800);
  window.showPage(PageName::Player, Chrome::Bare);
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  const QSignalSpy pause(page, &PlayerPage::pauseAsked);
  int times = 0;
  for (const char* screen : {"hand-over", "write"}) {
    showNamed(*page, screen);
    QTest::qWait(20);
    QTest::keyClick(&window, Qt::Key_F6);
    ++times;
    CHECK(QTest::qWaitFor([&] { return pause.count() == times; }, 2000));  // a shortcut presses after a moment
  }
  for (const char* name : {"pauseButton", "pauseLink"}) {
    const auto* button = page->findChild<QPushButton*>(QString::fromLatin1(name));
    CHECK(button->text() == QStringLiteral("Pause · F6"));
    CHECK(button->accessibleName() == QStringLiteral("Pause"));
    CHECK(button->shortcut() == QKeySequence(Qt::Key_F6));
  }
}

TEST_CASE("A step opens with its question in sight, and the first key brings its field there") {
  const int percent = GENERATE(125, 200);
  const QSize size = GENERATE(QSize(1024, 580), QSize(1366, 700));
  const probe::AtTextSize textSize(percent);
  SmallWindow at(size);
  PlayerPage& page = at.page;
  const auto* scroll = page.findChild<QScrollArea*>(QStringLiteral("viewScroll"));
  const auto seen = [scroll](const QWidget* widget) {
    return QRect(widget->mapTo(scroll->viewport(), QPoint()), widget->size());
  };
  for (const auto& one : sample::playerScreens()) {
    page.showScreen(one.exercise, one.screen, one.setting);
    QTest::qWait(20);
    CAPTURE(one.name, percent, size.width());
    CHECK(seen(scroll->widget()->findChild<QWidget*>(QStringLiteral("titleLabel"))).top() >= 0);
    QWidget* field = page.focusWidget();
    if (field == nullptr || !field->inherits("QTextEdit")) continue;
    QTest::keyClick(field, Qt::Key_A);
    // As much of it as there is room for.
    const QRect edit = seen(field);
    CHECK((edit.bottom() < scroll->viewport()->height() || edit.top() < look::px(24)));
  }
}

TEST_CASE("Where large text leaves the header too little room, the dot alone says whose turn it is") {
  const int percent = GENERATE(100, 200);
  const probe::AtTextSize textSize(percent);
  SmallWindow at;
  PlayerPage& page = at.page;
  const auto* label = page.findChild<QLabel*>(QStringLiteral("turnLabel"));
  const auto* dot = page.findChild<QWidget*>(QStringLiteral("turnDot"));
  for (const int width : {1366, 1024, 900, 800}) {
    at.resize({width, 640});
    for (const char* name : {"talk", "write", "rate"}) {
      showNamed(page, name);
      QTest::qWait(20);
      CAPTURE(name, percent, width);
      CHECK(dot->isVisible());
      CHECK_FALSE(dot->accessibleName().isEmpty());
      if (percent == 100) CHECK(label->isVisible());
      if (percent == 200 && width == 800) CHECK(label->isHidden());
      if (label->isVisible()) CHECK(label->width() >= label->sizeHint().width());
    }
  }
}

TEST_CASE("Words that are trimmed low on a page are above the buttons at once") {
  SmallWindow at({1024, 440});
  showNamed(at.page, "look-over");
  QTest::qWait(20);
  auto* line = at.page.findChild<QWidget*>(QStringLiteral("line-carried"));
  REQUIRE(line != nullptr);
  line->findChild<QPushButton*>(QStringLiteral("trimButton"))->click();
  QTest::qWait(20);
  const auto* edit = line->findChild<QWidget*>(QStringLiteral("trimEdit0"));
  const auto* done = at.page.findChild<QWidget*>(QStringLiteral("doneButton"));
  const auto* scroll = at.page.findChild<QScrollArea*>(QStringLiteral("viewScroll"));
  REQUIRE(scroll->verticalScrollBar()->maximum() > 0);
  const QRect seen(edit->mapTo(scroll->viewport(), QPoint()), edit->size());
  CHECK(scroll->viewport()->rect().contains(seen));
  CHECK(seen.bottom() < done->mapTo(scroll->viewport(), QPoint()).y());
}

TEST_CASE("After a part that is done, Tab goes from the top of the page to its end") {
  auto one = sample::playerScreen("part-done");
  one.setting.aftercare = {.deck = std::make_shared<const Deck>(
                               Deck{*DeckId::from("aftercare"), "Aftercare", {{*CardId::from("tea"), "Tea", ""}}}),
                           .alone = true};
  PlayerPage page;
  page.showScreen(one.exercise, one.screen, one.setting);
  const QStringList stops = tabStopsOf(page);
  CAPTURE(stops.join(u' ').toStdString());
  CHECK(stops.indexOf(QStringLiteral("backButton")) >= 0);
  CHECK(stops.indexOf(QStringLiteral("doneButton")) == stops.indexOf(QStringLiteral("backButton")) + 1);
  CHECK(stops.indexOf(QStringLiteral("foldButton")) > stops.indexOf(QStringLiteral("doneButton")));
}

TEST_CASE("At the largest text a line of marks is seen whole, question and all, the last one too") {
  const probe::AtTextSize textSize(200);
  MainWindow window;
  const auto one = sample::playerScreen("rate");
  window.addPage(PageName::Player, [&one] {
    auto* made = new PlayerPage;
    made->showScreen(one.exercise, one.screen, one.setting);
    return made;
  });
  window.resize(1024, 640);
  window.showPage(PageName::Player, Chrome::Bare);
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  QTest::qWait(20);
  const auto endOf = [&window](const char* name) {
    const auto* button = window.findChild<QPushButton*>(QString::fromLatin1(name));
    return button->mapTo(&window, QPoint(button->width(), 0)).x();
  };
  CHECK(endOf("doneButton") == endOf("menuButton"));
  CHECK(endOf("leaveButton") == endOf("menuButton"));
  const auto* heading = window.findChild<QLabel*>(QStringLiteral("headingLabel"));
  CHECK(heading->height() <= 2 * look::px(24) + 1);
  const auto* scroll = window.findChild<QScrollArea*>(QStringLiteral("viewScroll"));
  for (int i = 0; i < 12; ++i) {
    QTest::keyClick(window.focusWidget(), Qt::Key_Down);
    QTest::qWait(5);
    const QWidget* row = window.focusWidget()->parentWidget();
    const QWidget* card = row->parentWidget();
    const auto placeIn = [scroll](const QWidget* part) {
      return QRect(part->mapTo(scroll->viewport(), QPoint()), part->size());
    };
    CAPTURE(i, row->objectName().toStdString());
    CHECK(placeIn(card->findChild<QLabel*>()).top() >= 0);  // the question
    const auto* done = window.findChild<QWidget*>(QStringLiteral("doneButton"));
    CHECK(placeIn(window.focusWidget()).bottom() < placeIn(done).top());
  }
}
