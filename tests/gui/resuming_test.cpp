// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>
#include <QtTest>

#include "catch.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "gui/flows/sitting_flow.h"
#include "gui/pages/player_page.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::gui;

namespace {

const QString kSamsLine = QStringLiteral("mirabeau and the contract");

/// An exercise for two that stopped while Sam, who has no passphrase, was at its first page, with words on it.
struct Stopped {
  Stopped() {
    catalog.all = {sample::supportExercise(), sample::aloneExercise()};
    catalog.look = sample::weeklyLook();
    journal.doors = {DoorState::Unlocked, DoorState::Open};
    page.resize(1280, 800);
    page.show();
    QObject::connect(&flow, &SittingFlow::unlockNeeded, &page, [this](PartnerId) { ++asked; });
    QObject::connect(&flow, &SittingFlow::protectOffered, &page, [this](PartnerId who) { offered.push_back(who); });
    flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
    press("doneButton");
    turnOfAlex();
    press("readyButton");
    find<QTextEdit>("pageEdit")->setPlainText(kSamsLine);
    id = *flow.sitting();
    REQUIRE(flow.putAway());
    offered.clear();
    flow.askWhoIsHere([this] { return here; });
  }

  template <typename T = QWidget>
  T* find(const char* name) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return page.findChild<T*>(QString::fromLatin1(name));
  }
  void press(const char* name) {
    CAPTURE(name);
    auto* button = find<QPushButton>(name);
    REQUIRE(button != nullptr);
    button->click();
  }
  void turnOfAlex() {
    press("readyButton");
    find<QTextEdit>("pageEdit")->setPlainText(QStringLiteral("school"));
    for (const char* name : {"doneButton", "card-near", "doneButton", "card-space", "doneButton", "doneButton"}) {
      press(name);
    }
  }
  QString title() { return find<QLabel>("titleLabel")->text(); }
  bool showsSam() { return find("pageEdit") != nullptr || probe::anywhere(page, kSamsLine); }

  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  fakes::ListCatalog catalog;
  fakes::StillClock clock;
  PlayerPage page;
  SittingFlow flow{journal, catalog, clock, page};
  std::optional<PartnerId> here;
  SittingId id = *SittingId::from(1);
  int asked = 0;
  std::vector<PartnerId> offered;
};

}  // namespace

TEST_CASE("One who signed in alone sees nothing of the other's turn, and is asked for nothing of theirs") {
  Stopped evening;
  evening.here = PartnerId::A;
  QSignalSpy both(&evening.flow, &SittingFlow::bothCame);
  QSignalSpy back(&evening.flow, &SittingFlow::waitingLeft);
  evening.flow.takeUp(evening.id);
  REQUIRE(evening.find("absentView") != nullptr);
  CHECK(evening.title() == QStringLiteral("This goes on when Sam is here"));
  CHECK_FALSE(evening.showsSam());
  CHECK(evening.offered.empty());
  const int writes = evening.journal.writes;
  evening.press("backButton");
  CHECK(back.count() == 1);
  CHECK_FALSE(evening.flow.isRunning());
  evening.flow.takeUp(evening.id);
  evening.press("doneButton");
  CHECK(both.count() == 1);
  CHECK(evening.asked == 0);
  CHECK_FALSE(evening.showsSam());
  CHECK(evening.offered.empty());
  CHECK(evening.journal.writes == writes);
}

TEST_CASE("A sitting that an exercise fits no more is no damage, and says what to do") {
  Stopped evening;
  QSignalSpy refused(&evening.flow, &SittingFlow::notStarted);
  Exercise& now = evening.catalog.all.front();
  now.steps.erase(now.steps.begin() + 1);
  SECTION("since it reads otherwise") {
    now.fingerprint = "another";
    evening.flow.takeUp(evening.id);
    REQUIRE(refused.count() == 1);
    CHECK(refused.first().first().toString().startsWith(QStringLiteral("This exercise reads otherwise")));
  }
  SECTION("where it reads the same, something is wrong") {
    evening.flow.takeUp(evening.id);
    REQUIRE(refused.count() == 1);
    CHECK_FALSE(refused.first().first().toString().startsWith(QStringLiteral("This exercise reads otherwise")));
  }
  CHECK_FALSE(evening.flow.isRunning());
}

TEST_CASE("Half a turn of somebody who has gone is kept nowhere") {
  Stopped evening;
  evening.flow.takeUp(evening.id);
  evening.press("readyButton");
  evening.journal.drafts.clear();
  evening.find<QTextEdit>("pageEdit")->setPlainText(QStringLiteral("mirabeau once more"));
  evening.flow.forget();
  CHECK_FALSE(evening.flow.isRunning());
  REQUIRE(evening.flow.putAway());
  CHECK(evening.journal.drafts.empty());
  CHECK_FALSE(probe::anywhere(evening.page, QStringLiteral("mirabeau once more")));
}

TEST_CASE("Where both are here, a turn that was left begins again at the curtain") {
  Stopped evening;
  evening.flow.takeUp(evening.id);
  CHECK(evening.title() == QStringLiteral("Pass the laptop to Sam"));
  CHECK_FALSE(evening.showsSam());
  CHECK(evening.offered.empty());
  evening.press("leaveLink");
  evening.press("stayButton");
  CHECK_FALSE(evening.showsSam());
  evening.press("readyButton");
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kSamsLine);
  CHECK(evening.offered == std::vector{PartnerId::B});
}

TEST_CASE("After a pause in somebody's turn the curtain comes first") {
  Stopped evening;
  evening.flow.takeUp(evening.id);
  evening.press("readyButton");
  evening.press("pauseButton");
  evening.flow.goOn();
  CHECK(evening.title() == QStringLiteral("Pass the laptop to Sam"));
  CHECK_FALSE(evening.showsSam());
}

TEST_CASE("Whose turn it is goes straight on, and the other's part waits for the other") {
  Stopped evening;
  evening.here = PartnerId::B;
  evening.journal.doors[0] = DoorState::Locked;
  evening.flow.takeUp(evening.id);
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kSamsLine);
  for (const char* name : {"doneButton", "card-think", "doneButton", "card-near", "doneButton", "doneButton"}) {
    evening.press(name);
  }
  CHECK(evening.title() == QStringLiteral("This goes on when Alex is here"));
  CHECK_FALSE(probe::anywhere(evening.page, QStringLiteral("school")));
}

TEST_CASE("With a passphrase the other can show that they are here") {
  Stopped evening;
  evening.here = PartnerId::A;
  evening.journal.doors[1] = DoorState::Locked;
  evening.flow.takeUp(evening.id);
  evening.press("doneButton");
  CHECK(evening.asked == 1);
  CHECK_FALSE(evening.showsSam());
  evening.journal.doors[1] = DoorState::Unlocked;
  evening.flow.unlocked(PartnerId::B);
  CHECK(evening.title() == QStringLiteral("Pass the laptop to Sam"));
  CHECK_FALSE(evening.showsSam());
  evening.press("readyButton");
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kSamsLine);
}

TEST_CASE("A pause of one alone is asked of that one, and tells the other nothing") {
  Stopped evening;
  evening.flow.beginWholeLook();
  evening.press("passButton");  // what is for both
  const SittingId look = *evening.flow.sitting();
  REQUIRE(evening.flow.putAway());

  evening.here = PartnerId::A;
  evening.flow.takeUp(look);
  evening.press("readyButton");
  REQUIRE(evening.find("rateView") != nullptr);
  evening.press("pauseButton");
  CHECK(evening.find("readyBButton")->isHidden());
  evening.press("twentyButton");
  CHECK(probe::anywhere(evening.page, QStringLiteral("Back here at")));
  CHECK_FALSE(evening.journal.findDraft(VaultId::Ours, "pause"));
  REQUIRE(evening.flow.putAway());

  evening.here = PartnerId::B;
  evening.journal.doors = {DoorState::Locked, DoorState::Open};
  evening.flow.takeUp(look);
  CHECK(evening.find("absentView") != nullptr);
  CHECK_FALSE(probe::anywhere(evening.page, QStringLiteral("Back here at")));
  REQUIRE(evening.flow.putAway());

  evening.here = PartnerId::A;
  evening.journal.doors[0] = DoorState::Unlocked;
  evening.flow.takeUp(look);
  REQUIRE(evening.find("pauseView") != nullptr);
  CHECK(evening.find("readyBButton")->isHidden());
  evening.press("readyAButton");
  CHECK(evening.find("rateView") != nullptr);
  CHECK_FALSE(evening.journal.findDraft(VaultId::A, "pause"));
}
