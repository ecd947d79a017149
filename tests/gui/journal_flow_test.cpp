// SPDX-License-Identifier: GPL-3.0-or-later
// Which page follows which, in a whole journal that lies in memory.
#include "gui/flows/journal_flow.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "catch.h"
#include "fakes/forgotten_preferences.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "fakes/scripted_questions.h"
#include "gui/flows/idle_lock.h"
#include "gui/look/look.h"
#include "gui/main_window.h"
#include "gui/steps/talk_view.h"
#include "plain_afterwards.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;
using gui::PageName;

namespace {

struct WholeJournal {
  explicit WholeJournal(std::optional<Partner> b = sample::sam()) : journal(sample::alex(), std::move(b)) {
    catalog.all = {sample::supportExercise(), sample::aloneExercise()};
    catalog.look = sample::weeklyLook();
    for (const Exercise& one : catalog.all)
      catalog.summaries.push_back({one.id, one.title, one.summary, Practice::Support, 10, Depth::Light, one.audience});
    window.resize(1280, 800);
    window.show();
    flow.begin();
  }
  QWidget& page() { return *window.page(window.currentPage()); }
  QString words(const char* label) { return child<QLabel>(page(), label).text(); }
  bool shows(const char* name) { return child<QWidget>(page(), name).isVisible(); }
  void openExercise(const Exercise& exercise) {
    flow.showPage(PageName::Practices);
    press(page(), ("exercise_" + exercise.id.text()).c_str());
    REQUIRE(window.currentPage() == PageName::Exercise);
  }

  fakes::MemoryJournal journal;
  fakes::ListCatalog catalog;
  fakes::StillClock clock;
  fakes::ScriptedQuestions questions;
  fakes::ForgottenPreferences preferences;
  gui::MainWindow window;
  gui::JournalFlow flow{{journal, catalog, clock, preferences, questions, window}};
};

}  // namespace

TEST_CASE("Where a full disk lets nothing begin, the page before comes back and says so") {
  WholeJournal at;
  at.openExercise(sample::supportExercise());
  at.journal.refuses = ErrorKind::DiskFull;
  SECTION("an exercise for two") {
    press(at.page(), "firstReadyButton");
    press(at.page(), "secondReadyButton");
    REQUIRE(at.window.currentPage() == PageName::Exercise);
    CHECK(at.shows("noticeLabel"));
    CHECK_FALSE(at.words("noticeLabel").isEmpty());
    CHECK_FALSE(child<QPushButton>(at.page(), "firstReadyButton").isChecked());
    at.journal.refuses.reset();
    press(at.page(), "firstReadyButton");
    press(at.page(), "secondReadyButton");
    CHECK(at.window.currentPage() == PageName::Player);
    at.openExercise(sample::aloneExercise());
    CHECK_FALSE(at.shows("noticeLabel"));
  }
  SECTION("a weekly look") {
    at.flow.showPage(PageName::WeeklyLook);
    press(at.page(), "wholeButton");
    REQUIRE(at.window.currentPage() == PageName::WeeklyLook);
    CHECK(at.shows("noticeFrame"));
  }
}

TEST_CASE("Where the journal lies is forgotten once that was said, and offered no more") {
  WholeJournal at;
  at.flow.showPage(PageName::Settings);
  REQUIRE(at.shows("forgetButton"));
  press(at.page(), "forgetButton");
  CHECK(at.questions.asked.size() == 1);
  CHECK(at.preferences.forgotten == 0);
  at.questions.says = true;
  press(at.page(), "forgetButton");
  CHECK(at.preferences.forgotten == 1);
  CHECK_FALSE(at.shows("forgetButton"));
}

TEST_CASE("Whoever forgot a passphrase on the way into an exercise, and goes back, finds the exercise") {
  WholeJournal at;
  at.journal.doors[0] = DoorState::Locked;
  at.flow.showPage(PageName::Unlock);
  press(at.page(), "oursButton");
  const auto forget = [&at] {
    REQUIRE(at.window.currentPage() == PageName::Unlock);
    press(at.page(), "partnerAButton");
    press(at.page(), "forgottenButton");
    QDialog* asked = nullptr;
    for (QWidget* each : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<QDialog*>(each); dialog != nullptr && dialog->isVisible()) asked = dialog;
    REQUIRE(asked != nullptr);
    asked->reject();
    press(at.page(), "oursButton");
  };
  SECTION("the exercise") {
    const Exercise exercise = sample::aloneExercise();
    at.openExercise(exercise);
    press(at.page(), "beginButton");
    forget();
    REQUIRE(at.window.currentPage() == PageName::Exercise);
    CHECK(at.words("titleLabel").toStdString() == exercise.title);
    press(at.page(), "beginButton");
    CHECK(at.window.currentPage() == PageName::Unlock);
  }
  SECTION("or the page of the journal") {
    at.flow.showPage(PageName::Journal);
    press(at.page(), "whoButton");
    forget();
    REQUIRE(at.window.currentPage() == PageName::Journal);
    CHECK_FALSE(at.shows("joinCard"));  // which a page that nobody filled shows
  }
}

TEST_CASE("A desktop that turned dark while the settings stood open stays dark when something else is chosen there") {
  const gui::PlainAfterwards plain;
  WholeJournal at;
  at.flow.showPage(PageName::Settings);
  gui::Appearance dark = gui::look::appearance();
  dark.systemIsDark = true;
  gui::look::apply(*qApp, dark);
  press(at.page(), "textRow_150");
  REQUIRE(at.preferences.saved);
  CHECK(at.preferences.saved->appearance.systemIsDark);
  CHECK(gui::look::theme().dark);
}

TEST_CASE("What cannot be gone on with from Today is said over Today") {
  WholeJournal at;
  at.openExercise(sample::supportExercise());
  press(at.page(), "firstReadyButton");
  press(at.page(), "secondReadyButton");
  REQUIRE(at.window.currentPage() == PageName::Player);
  press(at.page(), "leaveButton");
  press(child<QWidget>(at.page(), "leaveView"), "leaveButton");
  REQUIRE(at.window.currentPage() == PageName::Today);
  at.catalog.all.clear();
  press(at.page(), "leftOffCard");
  CHECK(at.window.currentPage() == PageName::Today);
  CHECK(at.questions.asked.size() == 1);
}

TEST_CASE("Alone with a journal one is offered what is for one, and from what is for two somebody can join") {
  WholeJournal at(std::nullopt);
  at.flow.showPage(PageName::Practices);
  CHECK(at.page().findChild<QWidget*>(QStringLiteral("exercise_what-would-help")) == nullptr);
  press(at.page(), ("exercise_" + sample::aloneExercise().id.text()).c_str());
  CHECK(at.shows("beginButton"));
  CHECK_FALSE(at.shows("joinButton"));
}

TEST_CASE("Wherever one is told that somebody may join, it is one press to the name") {
  WholeJournal at(std::nullopt);
  SECTION("settings") {
    at.flow.showPage(PageName::Settings);
  }
  SECTION("things to watch") {
    at.flow.showPage(PageName::Watch);
  }
  REQUIRE(at.shows("joinButton"));
  press(at.page(), "joinButton");
  REQUIRE(at.window.currentPage() == PageName::Journal);
  CHECK(at.window.focusWidget() == &child<QLineEdit>(at.page(), "joinNameEdit"));
}

TEST_CASE("Once there are two nobody is asked to join") {
  WholeJournal at;
  for (const PageName name : {PageName::Settings, PageName::Watch}) {
    at.flow.showPage(name);
    CHECK_FALSE(at.shows("joinButton"));
  }
}

TEST_CASE("Enter at the curtain presses what has the keyboard: who wants to hide does not open the turn") {
  WholeJournal at;
  at.window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&at.window));
  at.openExercise(sample::supportExercise());
  press(at.page(), "firstReadyButton");
  press(at.page(), "secondReadyButton");
  press(at.page(), "doneButton");
  REQUIRE(at.shows("handOverView"));
  REQUIRE(at.window.focusWidget() == &child<QPushButton>(at.page(), "readyButton"));
  const auto key = GENERATE(Qt::Key_Return, Qt::Key_Enter);
  SECTION("Hide") {
    QSignalSpy hide(&at.window, &gui::MainWindow::hideAsked);
    auto* strip = at.window.findChild<QWidget*>(QStringLiteral("FootStrip"));
    auto* button = strip->findChild<QPushButton*>(QStringLiteral("hideButton"));
    button->setFocus();
    QTest::keyClick(button, key);
    CHECK(hide.count() == 1);
    CHECK(at.shows("handOverView"));
  }
  SECTION("Leave for now") {
    auto& button = child<QPushButton>(at.page(), "leaveLink");
    button.setFocus();
    QTest::keyClick(&button, key);
    CHECK(at.shows("leaveView"));
  }
  SECTION("Pause") {
    auto& button = child<QPushButton>(at.page(), "pauseLink");
    button.setFocus();
    QTest::keyClick(&button, key);
    CHECK(at.shows("pauseView"));
  }
  SECTION("whose turn it is") {
    QTest::keyClick(at.window.focusWidget(), key);
    CHECK(at.shows("writeView"));
  }
}

TEST_CASE("Where nobody has a passphrase, whoever sat alone is here afterwards and finds what they left") {
  WholeJournal at;
  CHECK(at.shows("whoButton"));
  at.openExercise(sample::aloneExercise());
  press(at.page(), "beginButton");
  press(at.page(), "partnerBButton");
  press(at.page(), "openButton");
  REQUIRE(at.window.currentPage() == PageName::Player);
  press(at.page(), "leaveButton");
  press(child<QWidget>(at.page(), "leaveView"), "leaveButton");
  REQUIRE(at.window.currentPage() == PageName::Today);
  CHECK(at.flow.here().reader == Reader::B);
  CHECK(at.shows("leftOffCard"));
  CHECK(at.shows("whoButton"));
  at.openExercise(sample::aloneExercise());
  CHECK(at.shows("goOnButton"));
  press(at.page(), "goOnButton");
  CHECK(at.window.currentPage() == PageName::Exercise);
  press(at.page(), "beginButton");
  CHECK(at.window.currentPage() == PageName::Player);
}

TEST_CASE("Whoever did their own look is here afterwards, and after a sitting of both nobody in particular") {
  WholeJournal at;
  at.flow.showPage(PageName::WeeklyLook);
  press(at.page(), "turnAButton");
  REQUIRE(at.window.currentPage() == PageName::Player);
  press(at.page(), "leaveButton");
  press(child<QWidget>(at.page(), "leaveView"), "leaveButton");
  CHECK(at.flow.here().reader == Reader::A);
  at.openExercise(sample::supportExercise());
  press(at.page(), "firstReadyButton");
  press(at.page(), "secondReadyButton");
  press(at.page(), "leaveButton");
  press(child<QWidget>(at.page(), "leaveView"), "leaveButton");
  CHECK(at.window.currentPage() == PageName::Today);
  CHECK(at.flow.here().reader == Reader::OursAlone);
}

TEST_CASE("One of two says who they are from Today, and it is asked for where only that one has something") {
  WholeJournal at;
  SECTION("from Today, to their own") {
    press(at.page(), "whoButton");
    REQUIRE(at.window.currentPage() == PageName::Unlock);
    press(at.page(), "partnerAButton");
    press(at.page(), "openButton");
    CHECK(at.window.currentPage() == PageName::Today);
  }
  SECTION("from the page of the journal, and back to it") {
    at.flow.showPage(PageName::Journal);
    CHECK_FALSE(at.shows("leaveCard"));
    press(at.page(), "whoButton");
    REQUIRE(at.window.currentPage() == PageName::Unlock);
    press(at.page(), "partnerAButton");
    press(at.page(), "openButton");
    REQUIRE(at.window.currentPage() == PageName::Journal);
    CHECK(at.shows("leaveCard"));
    CHECK_FALSE(at.shows("whoButton"));
  }
  CHECK(at.flow.here().reader == Reader::A);
}

TEST_CASE("Nobody finds Our story searched for what the other looked for") {
  WholeJournal at;
  REQUIRE(at.journal.add(VaultId::Ours, PartnerId::A, Note{"a line"}).ok());
  at.flow.showPage(PageName::Story);
  auto& search = child<QLineEdit>(at.page(), "searchEdit");
  search.setText(QStringLiteral("leaving"));
  at.flow.showPage(PageName::Today);
  at.flow.showPage(PageName::Story);
  CHECK(search.text() == QStringLiteral("leaving"));  // whoever is here finds it as they left it
  at.flow.showPage(PageName::Unlock);
  press(at.page(), "partnerBButton");
  press(at.page(), "openButton");
  at.flow.showPage(PageName::Story);
  CHECK(search.text().isEmpty());
}

TEST_CASE("A lock keeps nobody out where nobody of two has a passphrase") {
  WholeJournal two;
  CHECK(two.flow.lockOnlyAsks());
  two.journal.doors[1] = DoorState::Unlocked;
  CHECK_FALSE(two.flow.lockOnlyAsks());
  WholeJournal one(std::nullopt);
  CHECK_FALSE(one.flow.lockOnlyAsks());
}

TEST_CASE("An empty story begins with what it says, a weekly look") {
  WholeJournal at;
  at.flow.showPage(PageName::Story);
  press(at.page(), "emptyButton");
  CHECK(at.window.currentPage() == PageName::WeeklyLook);
}

TEST_CASE("From one step on Today the way leads to all that was agreed") {
  WholeJournal at;
  for (const char* what : {"tea", "a walk"}) {
    const Agreement made{.what = what, .when = {}, .review = {}, .from = {}};
    REQUIRE(at.journal.add(VaultId::Ours, std::nullopt, made).ok());
  }
  REQUIRE(at.journal.add(VaultId::Ours, PartnerId::A, Note{"a line"}).ok());
  at.flow.showPage(PageName::Today);
  press(at.page(), "moreAgreedButton");
  REQUIRE(at.window.currentPage() == PageName::Story);
  CHECK(child<QPushButton>(at.page(), "agreementsChip").isChecked());
  CHECK(child<QListView>(at.page(), "storyList").model()->rowCount() == 2);
}

TEST_CASE("Each way back leads to where one came from, and says so") {
  WholeJournal at;
  const auto back = [&at](const char* words, PageName to) {
    const char* name = at.window.currentPage() == PageName::Exercise ? "practicesButton" : "backButton";
    CHECK(child<QPushButton>(at.page(), name).text() == QString::fromUtf8(words));
    press(at.page(), name);
    REQUIRE(at.window.currentPage() == to);
  };
  const auto viewing =
      at.journal.add(VaultId::Ours, std::nullopt, Viewing{"A film", {}, at.clock.day, at.clock.day, {}});
  REQUIRE(viewing);
  Begun begun{sample::supportExercise().id, "", "", SittingMode::Together, PartnerId::A, at.clock.day, {}, {}};
  begun.about = viewing->id;
  const auto about = at.journal.begin(VaultId::Ours, begun);
  REQUIRE(about);
  SECTION("a line, asked for on Today") {
    at.flow.showPage(PageName::Today);
    at.flow.showPage(PageName::Note);
    press(at.page(), "partnerAButton");
    press(at.page(), "openButton");
    REQUIRE(at.window.currentPage() == PageName::Note);
    back("‹ Today", PageName::Today);
  }
  SECTION("what was watched, found in the story") {
    at.flow.showPage(PageName::Story);
    auto& list = child<QListView>(at.page(), "storyList");
    for (int row = 0; row < list.model()->rowCount() && at.window.currentPage() == PageName::Story; ++row) {
      if (!list.model()->index(row, 0).data().toString().contains(QStringLiteral("A film"))) continue;
      list.setCurrentIndex(list.model()->index(row, 0));
      QTest::keyClick(&list, Qt::Key_Return);
    }
    REQUIRE(at.window.currentPage() == PageName::Viewing);
    back("‹ Our story", PageName::Story);
  }
  SECTION("an exercise and a sitting, looked at from what was watched") {
    at.flow.showPage(PageName::Watch);
    press(at.page(), ("viewing_" + std::to_string(viewing->id.number())).c_str());
    REQUIRE(at.window.currentPage() == PageName::Viewing);
    press(at.page(), "practice_support");
    press(at.page(), ("exercise_" + sample::supportExercise().id.text()).c_str());
    REQUIRE(at.window.currentPage() == PageName::Exercise);
    back("‹ Back", PageName::Viewing);
    press(at.page(), ("sitting_" + std::to_string(about->number())).c_str());
    REQUIRE(at.window.currentPage() == PageName::Entry);
    back("‹ Back", PageName::Viewing);
    back("‹ Watch together", PageName::Watch);
  }
}

TEST_CASE("While one of the two speaks the laptop does not lock, and does again once they have been heard") {
  WholeJournal at;
  const auto* idle = at.flow.findChild<gui::IdleLock*>();
  REQUIRE(idle != nullptr);
  const auto usual = std::chrono::minutes(at.preferences.load().idleLockMinutes);
  REQUIRE(idle->left());
  CHECK(idle->left() <= usual);
  at.openExercise(sample::supportExercise());
  press(at.page(), "firstReadyButton");
  press(at.page(), "secondReadyButton");
  for (int i = 0; i < 40 && idle->left() <= usual; ++i) {
    for (const char* name : {"readyButton", "passButton", "doneButton"}) {
      auto* button = at.page().findChild<QPushButton*>(QString::fromLatin1(name));
      if (button == nullptr || !button->isVisible()) continue;
      if (at.page().findChild<gui::TalkView*>() != nullptr && std::string(name) == "passButton") continue;
      button->click();
      break;
    }
  }
  REQUIRE(at.page().findChild<gui::TalkView*>() != nullptr);
  CHECK(idle->left() > usual + std::chrono::minutes(30));
  press(at.page(), "doneButton");  // the time begins
  CHECK(idle->left() > usual + std::chrono::minutes(30));
  press(at.page(), "doneButton");  // has said it
  REQUIRE(idle->left());
  CHECK(idle->left() <= usual);
}
