// SPDX-License-Identifier: GPL-3.0-or-later
// However the laptop comes from one to the other, or to both: nothing of the one before comes along.
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QtTest>

#include "catch.h"
#include "fakes/forgotten_preferences.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "fakes/scripted_questions.h"
#include "gui/flows/journal_flow.h"
#include "gui/lent_words.h"
#include "gui/main_window.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;
using gui::PageName;

namespace {

const QString kLine = QStringLiteral("I dread your mother coming");
const QString kStep = QStringLiteral("a walk by myself");
const QString kHalf = QStringLiteral("what I would never say");

/// Alex, who has no passphrase, is here alone.
struct AlexHere {
  explicit AlexHere(DoorState doorOfSam = DoorState::Open) {
    catalog.all = {sample::supportExercise(), sample::aloneExercise()};
    catalog.look = sample::weeklyLook();
    const Exercise& two = catalog.all.front();
    catalog.summaries = {{two.id, two.title, two.summary, Practice::Support, 10, Depth::Light, Audience::Two}};
    journal.doors[1] = doorOfSam;
    window.resize(1280, 800);
    window.show();
    flow.showPage(PageName::Unlock);
    press(page(), "partnerAButton");
    press(page(), "openButton");
    REQUIRE(flow.here().reader == Reader::A);
  }
  void leaveExercise() {
    const Begun begun{.exercise = catalog.all.front().id,
                      .fingerprint = {},
                      .source = {},
                      .mode = SittingMode::Together,
                      .day = clock.day,
                      .lookOfA = {},
                      .lookOfB = {}};
    REQUIRE(journal.begin(VaultId::Ours, begun).ok());
  }
  /// Whoever is here has seen a step of their own on Today, and read a line of their own and copied it.
  void readAndCopy(PartnerId who = PartnerId::A) {
    REQUIRE(journal
                .add(vaultOf(who), who,
                     Agreement{kStep.toStdString(), AgreementWho::Both, {}, {}, AgreementState::Open, {}})
                .ok());
    REQUIRE(journal.add(vaultOf(who), who, Note{kLine.toStdString()}).ok());
    flow.showPage(PageName::Today);
    flow.showPage(PageName::Story);
    auto& list = child<QListView>(page(), "storyList");
    list.setCurrentIndex(list.model()->index(0, 0));
    QTest::keyClick(&list, Qt::Key_Return);
    REQUIRE(window.currentPage() == PageName::Entry);
    REQUIRE(isAnywhere(kLine));
    REQUIRE(isAnywhere(kStep));
    QGuiApplication::clipboard()->setMimeData(new gui::LentWords(kLine));
  }
  QWidget& page() {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return *window.page(window.currentPage());
  }
  bool isAnywhere(const QString& words) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return anywhere(window, words);
  }
  QDialog* dialog() {
    for (QWidget* each : QApplication::topLevelWidgets())
      if (auto* found = qobject_cast<QDialog*>(each); found != nullptr && found->isVisible()) return found;
    return nullptr;
  }
  bool at(const char* view) { return page().findChild<QWidget*>(QString::fromLatin1(view)) != nullptr; }
  void checkNothingLeft() {
    CHECK(QGuiApplication::clipboard()->text().isEmpty());
    CHECK_FALSE(isAnywhere(kLine));
    CHECK_FALSE(isAnywhere(kStep));
    if (auto* list = window.findChild<QListView*>(QStringLiteral("storyList"))) CHECK(list->model()->rowCount() == 0);
  }

  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  fakes::ListCatalog catalog;
  fakes::StillClock clock;
  fakes::ScriptedQuestions questions;
  fakes::ForgottenPreferences preferences;
  gui::MainWindow window;
  gui::JournalFlow flow{{journal, catalog, clock, preferences, questions, window}};
};

}  // namespace

TEST_CASE("Whoever joins one who waits finds nothing of theirs, from the moment a passphrase is asked for") {
  AlexHere evening(DoorState::Locked);
  evening.leaveExercise();
  evening.readAndCopy();
  evening.flow.showPage(PageName::Today);
  press(evening.page(), "leftOffCard");
  press(evening.page(), "firstReadyButton");
  REQUIRE(evening.at("absentView"));
  press(evening.page(), "doneButton");
  QDialog* asked = evening.dialog();
  REQUIRE(asked != nullptr);
  evening.checkNothingLeft();
  QGuiApplication::clipboard()->setMimeData(new gui::LentWords(kLine));  // meanwhile
  evening.journal.doors[1] = DoorState::Unlocked;
  type(*asked, "passphraseField", QStringLiteral("counter lantern rain shoes"));
  press(*asked, "openButton");
  REQUIRE(evening.at("settleView"));
  CHECK(evening.flow.here().reader == Reader::OursAlone);
  evening.checkNothingLeft();
}

TEST_CASE("Where no passphrase shows who came, nothing of the one who waited is there for both") {
  AlexHere evening;
  evening.leaveExercise();
  evening.readAndCopy();
  evening.flow.showPage(PageName::Today);
  press(evening.page(), "leftOffCard");
  press(evening.page(), "firstReadyButton");
  press(evening.page(), "doneButton");
  REQUIRE(evening.at("pauseView"));
  CHECK(evening.flow.here().reader == Reader::OursAlone);
  evening.checkNothingLeft();
}

TEST_CASE("Two who sit down find nothing on any page of what one of them read alone before") {
  AlexHere evening;
  evening.readAndCopy();
  evening.flow.showPage(PageName::Practices);
  press(evening.page(), "exercise_what-would-help");
  press(evening.page(), "firstReadyButton");
  press(evening.page(), "secondReadyButton");
  REQUIRE(evening.window.currentPage() == PageName::Player);
  evening.checkNothingLeft();
}

TEST_CASE("The pages about one's own part are made anew once both are here") {
  AlexHere evening;
  for (const PageName own : {PageName::Journal, PageName::TakeOut}) {
    evening.flow.showPage(own);
    REQUIRE(evening.window.currentPage() == own);
  }
  evening.flow.showPage(PageName::Practices);
  press(evening.page(), "exercise_what-would-help");
  press(evening.page(), "firstReadyButton");
  press(evening.page(), "secondReadyButton");
  REQUIRE(evening.window.currentPage() == PageName::Player);
  CHECK_FALSE(evening.window.isMade(PageName::Journal));
  CHECK_FALSE(evening.window.isMade(PageName::TakeOut));
}

TEST_CASE("What one has half-written about something to watch goes from its page when both sit down, and is kept") {
  AlexHere evening;
  const auto added =
      evening.journal.add(VaultId::Ours, PartnerId::A, Viewing{"Six weeks", {}, evening.clock.day, {}, {}});
  REQUIRE(added.ok());
  evening.flow.showPage(PageName::Watch);
  press(evening.page(), ("viewing_" + std::to_string(added->id.number())).c_str());
  REQUIRE(evening.window.currentPage() == PageName::Viewing);
  child<QPlainTextEdit>(evening.page(), "sayEdit").setPlainText(kHalf);
  press(evening.page(), "practice_support");
  press(evening.page(), "exercise_what-would-help");
  REQUIRE(evening.isAnywhere(kHalf));
  press(evening.page(), "firstReadyButton");
  press(evening.page(), "secondReadyButton");
  REQUIRE(evening.window.currentPage() == PageName::Player);
  CHECK_FALSE(evening.isAnywhere(kHalf));
  const auto kept = evening.journal.draftsAt(VaultId::A, "viewing/" + std::to_string(added->id.number()));
  REQUIRE(kept.size() == 1);
  CHECK(QString::fromStdString(kept.front()).contains(kHalf));
}

TEST_CASE("At the gate both are here as soon as they say so") {
  AlexHere evening;
  evening.catalog.all.front().gate =
      Gate{"What would {me} look at?", {{"A small thing", GateOutcome::GoOn, "Good."}}, {}};
  evening.readAndCopy();
  evening.flow.showPage(PageName::Practices);
  press(evening.page(), "exercise_what-would-help");
  REQUIRE(evening.window.currentPage() == PageName::Gate);
  SECTION("both") {
    press(evening.page(), "bothButton");
    CHECK(evening.flow.here().reader == Reader::OursAlone);
    evening.checkNothingLeft();
  }
  SECTION("one, who is here still") {
    press(evening.page(), "aloneButton");
    CHECK(evening.flow.here().reader == Reader::A);
    CHECK_FALSE(QGuiApplication::clipboard()->text().isEmpty());
  }
}

TEST_CASE("The weekly look asks who one is only while the window does not know") {
  AlexHere evening;
  evening.flow.showPage(PageName::WeeklyLook);
  CHECK(child<QPushButton>(evening.page(), "turnAButton").text() == QStringLiteral("Start my turn"));
  CHECK_FALSE(child<QPushButton>(evening.page(), "turnBButton").isVisible());
}

TEST_CASE("Whoever does their own look where the other was here is the one here, and finds nothing of theirs") {
  AlexHere evening;
  evening.readAndCopy();
  evening.flow.showPage(PageName::WeeklyLook);
  press(evening.page(), "turnBButton");
  REQUIRE(evening.window.currentPage() == PageName::Player);
  CHECK(evening.flow.here().reader == Reader::B);
  evening.checkNothingLeft();
}

TEST_CASE("Whoever goes back from the question who is here finds Today as it was, and not as it was emptied") {
  AlexHere evening(DoorState::Locked);
  evening.flow.showPage(PageName::Unlock);
  press(evening.page(), "oursButton");
  REQUIRE(evening.flow.here().reader == Reader::OursAlone);
  REQUIRE(evening.journal
              .add(VaultId::Ours, PartnerId::A,
                   Agreement{kStep.toStdString(), AgreementWho::Both, {}, {}, AgreementState::Open, {}})
              .ok());
  evening.flow.showPage(PageName::Today);
  REQUIRE(evening.isAnywhere(kStep));
  evening.flow.showPage(PageName::Note);
  REQUIRE(evening.window.currentPage() == PageName::Unlock);
  press(evening.page(), "partnerBButton");
  press(evening.page(), "forgottenButton");
  QDialog* asked = evening.dialog();
  REQUIRE(asked != nullptr);
  CHECK_FALSE(evening.isAnywhere(kStep));
  asked->reject();
  press(evening.page(), "oursButton");
  REQUIRE(evening.window.currentPage() == PageName::Today);
  CHECK(evening.isAnywhere(kStep));
  CHECK(child<QWidget>(evening.page(), "firstDayCard").isHidden());
}

TEST_CASE("Nobody in particular is at the lock screen, whoever was here before") {
  AlexHere evening(DoorState::Locked);
  evening.readAndCopy();
  evening.flow.comeBack();
  REQUIRE(evening.window.currentPage() == PageName::Unlock);
  CHECK(evening.flow.here().reader == Reader::OursAlone);
  evening.checkNothingLeft();
}

TEST_CASE("The other finds on no page, not even one out of sight, when one did an exercise alone") {
  AlexHere evening;
  Begun begun{.exercise = evening.catalog.all.front().id,
              .fingerprint = {},
              .source = {},
              .mode = SittingMode::Alone,
              .day = evening.clock.day,
              .lookOfA = {},
              .lookOfB = {}};
  REQUIRE(evening.journal.begin(VaultId::A, begun).ok());
  evening.flow.showPage(PageName::Practices);
  press(evening.page(), "exercise_what-would-help");
  const QString when = QStringLiteral("You began it");
  REQUIRE(evening.window.currentPage() == PageName::Exercise);
  REQUIRE(evening.isAnywhere(when));
  evening.flow.showPage(PageName::Unlock);
  press(evening.page(), "partnerBButton");
  press(evening.page(), "openButton");
  REQUIRE(evening.flow.here().reader == Reader::B);
  CHECK_FALSE(evening.isAnywhere(when));
  evening.flow.showPage(PageName::Practices);
  press(evening.page(), "exercise_what-would-help");
  CHECK(evening.window.currentPage() == PageName::Exercise);
  CHECK_FALSE(evening.isAnywhere(when));
}

TEST_CASE("Where one takes their part out, whoever stays finds nothing of theirs") {
  AlexHere evening;
  evening.flow.showPage(PageName::Unlock);
  press(evening.page(), "partnerBButton");
  press(evening.page(), "openButton");
  evening.readAndCopy(PartnerId::B);
  evening.flow.showPage(PageName::TakeOut);
  press(evening.page(), "firstButton");
  press(evening.page(), "secondButton");
  REQUIRE(evening.journal.partners().size() == 1);
  CHECK(QTest::qWaitFor([&] { return evening.window.currentPage() == PageName::Today; }));
  evening.checkNothingLeft();
}
