// SPDX-License-Identifier: GPL-3.0-or-later
// Who is asked what before a sitting goes on that was left.
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "catch.h"
#include "fakes/forgotten_preferences.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "fakes/scripted_questions.h"
#include "gui/calendar.h"
#include "gui/flows/journal_flow.h"
#include "gui/main_window.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/side_bar.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;
using gui::PageName;

namespace {

const char* const kNotNow = "one of you is worn out";

Exercise exercise(bool withGate) {
  Exercise made = sample::supportExercise();
  made.notNow = {kNotNow};
  if (withGate) made.gate = Gate{"What would {me} look at?", {{"A small thing", GateOutcome::GoOn, "Good."}}, {}};
  return made;
}

/// Two at one laptop who left something off, and a window that has begun anew since.
struct LeftOff {
  explicit LeftOff(bool withGate = false, DoorState doorOfB = DoorState::Open) {
    catalog.all = {exercise(withGate), sample::aloneExercise()};
    catalog.all.back().notNow = {kNotNow};
    catalog.look = sample::weeklyLook();
    journal.doors[1] = doorOfB;
    window.resize(1280, 800);
    window.show();
  }
  void leave(SittingMode mode, const ExerciseId& id, VaultId lane = VaultId::Ours) {
    Begun begun{
        .exercise = id, .fingerprint = {}, .source = {}, .mode = mode, .day = clock.day, .lookOfA = {}, .lookOfB = {}};
    const auto begunNow = journal.begin(lane, std::move(begun));
    REQUIRE(begunNow.ok());
    sitting = *begunNow;
  }
  void leaveExercise() { leave(SittingMode::Together, catalog.all.front().id); }
  void nextDay() { clock.day = std::chrono::sys_days(clock.day) + std::chrono::days(1); }
  void comeInAs(Reader reader) {
    flow.showPage(PageName::Unlock);
    if (const auto alone = partnerOf(reader)) {
      press(page(), *alone == PartnerId::A ? "partnerAButton" : "partnerBButton");
      press(page(), "openButton");
    } else {
      press(page(), "oursButton");
    }
    REQUIRE(window.currentPage() == PageName::Today);
  }
  QWidget& page() {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return *window.page(window.currentPage());
  }
  bool at(const char* view) { return page().findChild<QWidget*>(QString::fromLatin1(view)) != nullptr; }
  bool shows(const char* name) { return child<QWidget>(page(), name).isVisible(); }
  bool isPast() { return window.currentPage() == PageName::Player; }
  QString title() { return child<QLabel>(page(), "titleLabel").text(); }
  /// One after the other at the gate, or whoever is here alone.
  void answerGate(int turns) {
    REQUIRE(window.currentPage() == PageName::Gate);
    press(page(), turns == 2 ? "bothButton" : "aloneButton");
    for (int i = 0; i < turns; ++i) {
      if (turns == 2) press(page(), "readyButton");
      child<QWidget>(page(), "gateChoices").findChildren<gui::CardButton*>().front()->click();
      press(page(), "doneButton");
    }
    if (window.currentPage() == PageName::Gate) press(page(), "readyButton");
  }

  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  fakes::ListCatalog catalog;
  fakes::StillClock clock;
  fakes::ScriptedQuestions questions;
  fakes::ForgottenPreferences preferences;
  gui::MainWindow window;
  gui::JournalFlow flow{{journal, catalog, clock, preferences, questions, window}};
  std::optional<SittingId> sitting;
};

}  // namespace

TEST_CASE("What two left off goes on only once both have read when to leave it, and said that they are ready") {
  LeftOff two;
  two.leaveExercise();
  two.comeInAs(Reader::OursAlone);
  press(two.page(), "leftOffCard");
  REQUIRE(two.window.currentPage() == PageName::Exercise);
  CHECK(anywhere(two.page(), QString::fromLatin1(kNotNow)));
  CHECK_FALSE(two.shows("goOnRow"));
  for (const char* name : {"secondReadyButton", "firstReadyButton"}) {
    CHECK_FALSE(two.isPast());
    press(two.page(), name);
  }
  CHECK(two.isPast());
  CHECK(two.at("settleView"));
  CHECK(two.journal.sittings(Reader::OursAlone).size() == 1);
}

TEST_CASE("Once both have said that it goes on, a pause that was kept of it asks them nothing more") {
  LeftOff two;
  two.leaveExercise();
  const std::string until = std::to_string(std::chrono::sys_days(two.clock.day).time_since_epoch().count() * 24 * 60);
  REQUIRE(two.journal.putDraft(VaultId::Ours, "pause", std::to_string(two.sitting->number()) + ' ' + until).ok());
  two.nextDay();
  two.comeInAs(Reader::OursAlone);
  press(two.page(), "leftOffCard");
  REQUIRE(two.window.currentPage() == PageName::Exercise);
  press(two.page(), "firstReadyButton");
  press(two.page(), "secondReadyButton");
  REQUIRE(two.isPast());
  CHECK(two.at("settleView"));
  CHECK_FALSE(two.journal.findDraft(VaultId::Ours, "pause"));
}

TEST_CASE("From the page of an exercise, too, both say that they are ready before what was left goes on") {
  LeftOff two;
  two.catalog.summaries.push_back(
      {two.catalog.all.front().id, "t", "s", Practice::Support, 10, Depth::Light, Audience::Two});
  two.leaveExercise();
  two.comeInAs(Reader::OursAlone);
  two.flow.showPage(PageName::Practices);
  press(two.page(), "exercise_what-would-help");
  press(two.page(), "goOnButton");
  REQUIRE(two.window.currentPage() == PageName::Exercise);
  press(two.page(), "firstReadyButton");
  CHECK_FALSE(two.isPast());
  press(two.page(), "secondReadyButton");
  CHECK(two.isPast());
  CHECK(two.journal.sittings(Reader::OursAlone).size() == 1);
}

TEST_CASE("On another day the question comes before it again, and on the same day it was answered") {
  LeftOff two(true);
  two.leaveExercise();
  SECTION("the same day") {}
  SECTION("another day") {
    two.nextDay();
  }
  const bool isAnother = two.clock.day != fakes::StillClock().day;
  two.comeInAs(Reader::OursAlone);
  press(two.page(), "leftOffCard");
  if (isAnother) two.answerGate(2);
  REQUIRE(two.window.currentPage() == PageName::Exercise);
  CHECK(two.shows("overview"));
  press(two.page(), "firstReadyButton");
  press(two.page(), "secondReadyButton");
  CHECK(two.isPast());
}

TEST_CASE("After a pause of both, on another day than it began, it goes on without its page being read again") {
  LeftOff two(true);
  two.leaveExercise();
  two.nextDay();
  const QDateTime evening(gui::toDate(two.clock.day), QTime(20, 40));
  gui::PausedSitting paused{*two.sitting, std::nullopt, evening.toMSecsSinceEpoch(), true};
  bool isAsked = true;
  SECTION("back the same evening") {
    isAsked = false;
  }
  SECTION("back a day later") {
    two.nextDay();
  }
  SECTION("where one of them only waited for the other") {
    paused.wasTogether = false;
  }
  bool isNamedAnew = false;
  SECTION("back nine days on, when they first name a time once more") {
    two.clock.day = std::chrono::sys_days(two.clock.day) + std::chrono::days(9);
    isNamedAnew = true;
  }
  const auto carried = gui::PausedSitting::from(paused.text());
  REQUIRE(carried);
  CHECK(carried->text() == paused.text());
  two.flow.beginPaused(*carried);
  if (isNamedAnew) press(two.page(), "twentyButton");
  press(two.page(), "readyAButton");
  press(two.page(), "readyBButton");
  CHECK((two.window.currentPage() == PageName::Gate) == isAsked);
  CHECK(two.isPast() != isAsked);
}

TEST_CASE("Whoever is here alone says so for themselves alone, and comes no further than the other's part") {
  LeftOff two(true);
  two.leaveExercise();
  two.nextDay();
  two.comeInAs(Reader::A);
  press(two.page(), "leftOffCard");
  two.answerGate(1);
  REQUIRE(two.window.currentPage() == PageName::Exercise);
  CHECK_FALSE(two.shows("secondReadyButton"));
  press(two.page(), "firstReadyButton");
  CHECK(two.at("absentView"));
  SECTION("the other has no passphrase") {
    press(two.page(), "doneButton");
    press(two.page(), "readyAButton");
    press(two.page(), "readyBButton");
  }
  SECTION("the other has shown theirs") {
    two.journal.doors[1] = DoorState::Locked;
    press(two.page(), "doneButton");
    two.journal.doors[1] = DoorState::Unlocked;
    for (QWidget* each : QApplication::topLevelWidgets()) {
      if (auto* dialog = qobject_cast<QDialog*>(each); dialog && dialog->isVisible()) {
        type(*dialog, "passphraseField", QStringLiteral("counter lantern rain shoes"));
        press(*dialog, "openButton");
      }
    }
  }
  two.answerGate(2);
  REQUIRE(two.window.currentPage() == PageName::Exercise);
  CHECK(two.shows("secondReadyButton"));
  press(two.page(), "firstReadyButton");
  press(two.page(), "secondReadyButton");
  CHECK(two.at("settleView"));
}

TEST_CASE("With both keys here there is no way from it into the rest of the window") {
  LeftOff two;
  two.leaveExercise();
  two.nextDay();
  QSignalSpy locked(&two.flow, &gui::JournalFlow::lockAsked);
  two.journal.doors = {DoorState::Locked, DoorState::Locked};
  two.flow.beginPaused({*two.sitting});
  two.journal.doors = {DoorState::Unlocked, DoorState::Unlocked};  // as both have opened theirs
  press(two.page(), "readyAButton");
  press(two.page(), "readyBButton");
  REQUIRE(two.window.currentPage() == PageName::Exercise);
  const auto* bar = two.window.findChild<gui::SideBar*>();
  CHECK((bar == nullptr || !bar->isVisible()));
  press(two.page(), "practicesButton");
  CHECK(locked.count() == 1);
}

TEST_CASE("What is for one goes on once that one says so") {
  LeftOff two;
  two.leave(SittingMode::Alone, two.catalog.all.back().id, VaultId::A);
  two.comeInAs(Reader::A);
  press(two.page(), "leftOffCard");
  REQUIRE(two.window.currentPage() == PageName::Exercise);
  CHECK(anywhere(two.page(), QString::fromLatin1(kNotNow)));
  CHECK(child<QPushButton>(two.page(), "beginButton").text() == QStringLiteral("Go on"));
  press(two.page(), "beginButton");
  CHECK(two.isPast());
  CHECK(two.flow.here().reader == Reader::A);
}

TEST_CASE("A weekly look that both left goes on once both say that they are ready") {
  LeftOff two;
  two.leave(SittingMode::Together, two.catalog.look->id);
  two.comeInAs(Reader::OursAlone);
  press(two.page(), "lookButton");
  REQUIRE(two.isPast());
  CHECK(two.title() == QStringLiteral("Ready to go on?"));
  press(two.page(), "readyBButton");
  CHECK(two.at("pauseView"));
  press(two.page(), "readyAButton");
  CHECK(two.at("agreeReviewView"));
}

TEST_CASE("Whoever comes later to a weekly look of both says so, and the one who waited says so too") {
  LeftOff two;
  two.leave(SittingMode::Together, two.catalog.look->id);
  two.comeInAs(Reader::A);
  press(two.page(), "lookButton");
  REQUIRE(two.isPast());
  CHECK(two.at("absentView"));
  press(two.page(), "doneButton");
  CHECK(two.title() == QStringLiteral("Ready to go on?"));
  press(two.page(), "readyAButton");
  CHECK(two.at("pauseView"));
  press(two.page(), "readyBButton");
  CHECK(two.at("agreeReviewView"));
  CHECK(two.journal.sittings(Reader::OursAlone).size() == 1);
}

TEST_CASE("Asked for from its own page, a weekly look that was left goes on and no second one begins") {
  LeftOff two;
  two.leave(SittingMode::Together, two.catalog.look->id);
  two.comeInAs(Reader::OursAlone);
  two.flow.showPage(PageName::WeeklyLook);
  press(two.page(), "wholeButton");
  REQUIRE(two.isPast());
  CHECK(two.title() == QStringLiteral("Ready to go on?"));
  press(two.page(), "readyAButton");
  press(two.page(), "readyBButton");
  CHECK(two.at("agreeReviewView"));
  CHECK(two.journal.sittings(Reader::OursAlone).size() == 1);
}
