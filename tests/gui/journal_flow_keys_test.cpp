// SPDX-License-Identifier: GPL-3.0-or-later
// Whose part stays open once a sitting, an opening or a dialog is over, in every pair of two with and without
// passphrase.
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>

#include "catch.h"
#include "fakes/fake_vault_door.h"
#include "fakes/forgotten_preferences.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "fakes/scripted_questions.h"
#include "gui/flows/journal_flow.h"
#include "gui/main_window.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;
using gui::PageName;

namespace {

/// Takes a passphrase from whoever has none.
class ProtectingJournal : public fakes::MemoryJournal {
 public:
  using MemoryJournal::MemoryJournal;
  Result<RecoveryCode> protect(PartnerId partner, const Passphrase&) override {
    doors[partner == PartnerId::A ? 0 : 1] = DoorState::Unlocked;
    return RecoveryCode{*Passphrase::from(std::string(fakes::FakeVaultDoor::kCode))};
  }
};

const QString kPassphrase = QStringLiteral("counter lantern rain shoes");

/// Two at one laptop, each with a passphrase or without, and a window that has just begun.
struct PairHere {
  PairHere(bool protectedA, bool protectedB) {
    catalog.all = {sample::supportExercise(), sample::aloneExercise()};
    catalog.look = sample::weeklyLook();
    for (const Exercise& one : catalog.all)
      catalog.summaries.push_back({one.id, one.title, one.summary, Practice::Support, 10, Depth::Light, one.audience});
    if (protectedA) journal.doors[0] = DoorState::Locked;
    if (protectedB) journal.doors[1] = DoorState::Locked;
    window.resize(1280, 800);
    window.show();
    flow.begin();
  }

  [[nodiscard]] DoorState door(PartnerId who) const { return journal.door(vaultOf(who)); }
  [[nodiscard]] bool locks() const { return locked.count() > 0; }
  QWidget& page() { return *window.page(window.currentPage()); }
  QDialog* dialog() {
    for (QWidget* each : QApplication::topLevelWidgets()) {
      auto* found = qobject_cast<QDialog*>(each);
      if (found != nullptr && found->isVisible()) return found;
    }
    return nullptr;
  }
  /// The dialog's question is answered by its owner: a passphrase typed, or none wanted.
  void answer() {
    QDialog* asked = dialog();
    REQUIRE(asked != nullptr);
    if (asked->objectName() == QStringLiteral("protectDialog")) return press(*asked, "openStillButton");
    type(*asked, "passphraseField", kPassphrase);
    press(*asked, "openButton");
  }
  void answerAll() {
    for (int i = 0; i < 4 && dialog() != nullptr; ++i) answer();
    REQUIRE(dialog() == nullptr);
  }
  void callOff() {
    if (QDialog* asked = dialog()) asked->reject();
  }

  void comeInAs(Reader reader) {
    flow.showPage(PageName::Unlock);
    if (const auto alone = partnerOf(reader)) {
      press(page(), *alone == PartnerId::A ? "partnerAButton" : "partnerBButton");
      if (door(*alone) != DoorState::Open) type(page(), "passphraseField", kPassphrase);
      press(page(), "openButton");
    } else {
      press(page(), "oursButton");
    }
    REQUIRE(window.currentPage() == PageName::Today);
    REQUIRE(flow.here().reader == reader);
  }
  void ask(const char* buttonOfLook) {
    flow.showPage(PageName::WeeklyLook);
    press(page(), buttonOfLook);
  }
  /// Whatever is asked on the way is passed over; until the last screen, whose button ends it.
  void walkToEnd() { walkTo(nullptr); }
  void walkTo(const char* view) {
    answerAll();
    for (int i = 0; i < 60 && window.currentPage() == PageName::Player && !locks(); ++i) {
      answerAll();
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
      if (view != nullptr && page().findChild<QWidget*>(QString::fromLatin1(view)) != nullptr) return;
      for (const char* name : {"readyButton", "passButton", "doneButton"}) {
        auto* button = page().findChild<QPushButton*>(QString::fromLatin1(name));
        if (button == nullptr || !button->isVisible() || !button->isEnabled()) continue;
        button->click();
        break;
      }
    }
    REQUIRE((view == nullptr && (locks() || window.currentPage() != PageName::Player)));
  }
  void leaveSitting() {
    REQUIRE(window.currentPage() == PageName::Player);
    press(page(), "leaveButton");
    press(child<QWidget>(page(), "leaveView"), "leaveButton");
  }
  void beginTogether() {
    flow.showPage(PageName::Practices);
    press(page(), "exercise_what-would-help");
    press(page(), "firstReadyButton");
    press(page(), "secondReadyButton");
    REQUIRE(window.currentPage() == PageName::Player);
  }

  ProtectingJournal journal{sample::alex(), sample::sam()};
  fakes::ListCatalog catalog;
  fakes::StillClock clock;
  fakes::ScriptedQuestions questions;
  fakes::ForgottenPreferences preferences;
  gui::MainWindow window;
  gui::JournalFlow flow{{journal, catalog, clock, preferences, questions, window}};
  QSignalSpy locked{&flow, &gui::JournalFlow::lockAsked};
};

struct Way {
  const char* name;
  void (*go)(PairHere&);
};

/// Every way out of a sitting, of an opening or of a dialog, at whose end somebody is back at the window.
const std::vector<Way> kWays{
    {"opening what is not there yet",
     [](PairHere& at) {
       at.ask("openButton");
       at.answerAll();
     }},
    {"opening, called off",
     [](PairHere& at) {
       at.ask("openButton");
       at.callOff();
     }},
    {"opening, called off after one passphrase",
     [](PairHere& at) {
       at.ask("openButton");
       if (at.dialog() != nullptr) at.answer();
       at.callOff();
     }},
    {"the first one's look, called off",
     [](PairHere& at) {
       at.ask("turnAButton");
       at.callOff();
     }},
    {"the second one's look, called off",
     [](PairHere& at) {
       at.ask("turnBButton");
       at.callOff();
     }},
    {"the first one's look, which a full disk does not begin",
     [](PairHere& at) {
       at.journal.refuses = ErrorKind::DiskFull;
       at.ask("turnAButton");
       at.answerAll();
     }},
    {"the second one's look, which a full disk does not begin",
     [](PairHere& at) {
       at.journal.refuses = ErrorKind::DiskFull;
       at.ask("turnBButton");
       at.answerAll();
     }},
    {"the first one's look, left",
     [](PairHere& at) {
       at.ask("turnAButton");
       at.answerAll();
       at.leaveSitting();
     }},
    {"the second one's look, left",
     [](PairHere& at) {
       at.ask("turnBButton");
       at.answerAll();
       at.leaveSitting();
     }},
    {"the first one's look, to its end",
     [](PairHere& at) {
       at.ask("turnAButton");
       at.walkToEnd();
     }},
    {"the second one's look, to its end",
     [](PairHere& at) {
       at.ask("turnBButton");
       at.walkToEnd();
     }},
    {"both looks, and the opening of them",
     [](PairHere& at) {
       at.ask("turnAButton");
       at.walkToEnd();
       if (at.locks()) return;
       at.ask("turnBButton");
       at.walkToEnd();
       if (at.locks()) return;
       at.ask("openButton");
       at.walkToEnd();
     }},
    {"the whole look, left",
     [](PairHere& at) {
       at.ask("wholeButton");
       at.leaveSitting();
     }},
    {"an exercise for two, to its end",
     [](PairHere& at) {
       at.beginTogether();
       at.walkToEnd();
     }},
    {"a passphrase of the first one, set or typed and called off",
     [](PairHere& at) {
       at.flow.showPage(PageName::Settings);
       press(at.page(), "firstProtectButton");
       if (at.dialog() != nullptr && at.dialog()->objectName() == QStringLiteral("unlockDialog")) at.answer();
       at.callOff();
     }},
};

/// Who could be let in by the lock screen of such a pair.
std::vector<Reader> readersOf(bool protectedA, bool protectedB) {
  if (protectedA && protectedB) return {Reader::A, Reader::B};
  return {Reader::A, Reader::B, Reader::OursAlone};
}

const char* whoOf(Reader reader) {
  return reader == Reader::A ? "the first" : reader == Reader::B ? "the second" : "nobody in particular";
}

/// It locks, or nobody's part is open but that of whoever is here.
void checkKeys(const PairHere& at) {
  for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
    const bool isTheirs = at.flow.here().reader == readerOf(who);
    CHECK((at.locks() || isTheirs || at.door(who) != DoorState::Unlocked));
  }
}

}  // namespace

TEST_CASE("However a sitting, an opening or a dialog ends, nobody's part is open but that of whoever is here") {
  for (const bool protectedA : {false, true}) {
    for (const bool protectedB : {false, true}) {
      for (const Reader reader : readersOf(protectedA, protectedB)) {
        for (const Way& way : kWays) {
          INFO(way.name << "; here before: " << whoOf(reader) << "; passphrases: " << protectedA << protectedB);
          PairHere at(protectedA, protectedB);
          at.comeInAs(reader);
          way.go(at);
          REQUIRE(at.dialog() == nullptr);
          // Where nothing was asked there was nothing to call off, and they sit.
          if (at.window.currentPage() != PageName::Player) checkKeys(at);
        }
      }
    }
  }
}

TEST_CASE("Who typed a passphrase to open what is not there yet leaves no key for the other, who has none") {
  for (const Reader reader : {Reader::B, Reader::OursAlone}) {
    PairHere at(true, false);
    at.comeInAs(reader);
    at.ask("openButton");
    REQUIRE(at.door(PartnerId::A) == DoorState::Locked);
    at.answer();
    CHECK(at.locks());
    CHECK(at.questions.asked.size() == 1);  // and why is said before
  }
}

TEST_CASE("Whoever was here with their own passphrase stays, where an opening comes to nothing") {
  PairHere at(true, false);
  at.comeInAs(Reader::A);
  at.ask("openButton");
  CHECK_FALSE(at.locks());
  CHECK(at.window.currentPage() == PageName::WeeklyLook);
  CHECK(at.flow.here().reader == Reader::A);
}

TEST_CASE("A passphrase that one sets while the other is here locks; where nobody was, they are the one here") {
  for (const Reader reader : {Reader::A, Reader::B, Reader::OursAlone}) {
    PairHere at(false, false);
    at.comeInAs(reader);
    at.flow.showPage(PageName::Settings);
    press(at.page(), "secondProtectButton");
    REQUIRE(at.dialog() != nullptr);
    type(*at.dialog(), "firstField", kPassphrase);
    type(*at.dialog(), "secondField", kPassphrase);
    press(*at.dialog(), "protectButton");
    for (const char* button : {"showCodeButton", "writtenButton", "skipButton", "skipAnywayButton"}) {
      REQUIRE(at.dialog() != nullptr);
      press(*at.dialog(), button);
    }
    REQUIRE(at.door(PartnerId::B) == DoorState::Unlocked);
    checkKeys(at);
    CHECK(at.locks() == (reader == Reader::A));
    if (!at.locks()) CHECK(at.flow.here().reader == Reader::B);
  }
}

TEST_CASE("Who goes back to Today while the other is awaited finds no key there that is not their own") {
  PairHere at(true, false);
  at.comeInAs(Reader::B);
  at.beginTogether();
  at.leaveSitting();
  at.comeInAs(Reader::B);
  press(at.page(), "leftOffCard");
  press(at.page(), "secondReadyButton");
  REQUIRE(at.window.currentPage() == PageName::Player);
  at.journal.doors[0] = DoorState::Unlocked;  // as where the passphrase was right and reading their part failed
  press(at.page(), "backButton");
  checkKeys(at);
  CHECK(at.locks());
}

TEST_CASE("Who leaves a pause after one passphrase of two leaves no key at the lock screen") {
  PairHere at(true, true);
  gui::PausedSitting paused{*SittingId::from(7)};
  at.flow.beginPaused(paused);
  press(at.page(), "readyAButton");
  press(at.page(), "readyBButton");
  at.answer();
  REQUIRE(at.door(PartnerId::A) == DoorState::Unlocked);
  at.callOff();
  press(at.page(), "leaveLink");
  CHECK(at.locks());
}

TEST_CASE("Whoever calls off a look of their own is not taken for the other, who was here before") {
  PairHere at(true, false);
  at.comeInAs(Reader::A);
  at.ask("turnBButton");
  at.callOff();
  CHECK(at.flow.here().reader != Reader::A);
  CHECK(at.locks());
}

TEST_CASE("While a passphrase is asked for on the way into a sitting, the page they came from stays behind it") {
  PairHere at(true, true);
  at.comeInAs(Reader::A);
  at.flow.showPage(PageName::WeeklyLook);
  auto& shortForm = child<QAbstractButton>(at.page(), "shortBox");
  shortForm.setChecked(true);
  for (const char* button : {"openButton", "turnBButton"}) {
    press(at.page(), button);
    REQUIRE(at.dialog() != nullptr);
    CHECK(at.window.currentPage() == PageName::WeeklyLook);
    at.callOff();
    CHECK(at.window.currentPage() == PageName::WeeklyLook);
    CHECK(shortForm.isChecked());  // as they left it
  }
  press(at.page(), "turnBButton");
  at.answer();
  CHECK(at.window.currentPage() == PageName::Player);
}

TEST_CASE("Going back from the offer of a passphrase goes on with nothing, in what is done alone") {
  for (const bool otherHas : {false, true}) {
    for (const bool isLook : {false, true}) {
      INFO(otherHas << isLook);
      PairHere at(otherHas, false);
      at.comeInAs(Reader::B);
      const auto begin = [&at, isLook] {
        if (isLook) return at.ask("turnBButton");
        at.flow.showPage(PageName::Practices);
        press(at.page(), ("exercise_" + sample::aloneExercise().id.text()).c_str());
        press(at.page(), "beginButton");
        press(at.page(), "passButton");  // the breath before the first words
      };
      begin();
      REQUIRE(at.dialog() != nullptr);
      CHECK(at.dialog()->objectName() == QStringLiteral("protectDialog"));
      press(*at.dialog(), "cancelButton");
      CHECK(at.window.currentPage() == (isLook ? PageName::WeeklyLook : PageName::Exercise));
      CHECK(at.flow.here().reader == Reader::B);
      CHECK_FALSE(at.locks());
      if (!isLook) continue;
      begin();
      REQUIRE(at.dialog() != nullptr);  // and again, until they say what they want
      press(*at.dialog(), "openStillButton");
      CHECK(at.window.currentPage() == PageName::Player);
    }
  }
}

TEST_CASE("Words that were begun before are kept by whoever goes back from the offer of a passphrase") {
  PairHere at(false, false);
  at.comeInAs(Reader::B);
  at.ask("turnBButton");
  at.answer();
  press(at.page(), "passButton");
  child<QTextEdit>(at.page(), "pageEdit").setPlainText(QStringLiteral("the soup on Tuesday"));
  at.leaveSitting();
  const auto kept = at.journal.drafts;
  REQUIRE(kept.size() == 1);
  at.comeInAs(Reader::B);
  at.clock.day = std::chrono::sys_days(at.clock.day) + std::chrono::days(1);
  at.ask("turnBButton");
  REQUIRE(at.dialog() != nullptr);
  press(*at.dialog(), "cancelButton");
  CHECK(at.journal.drafts == kept);
}

TEST_CASE(
    "Who sat alone while the other's part is locked is not taken for both, and no lock is said that locks nothing") {
  PairHere at(true, false);
  at.comeInAs(Reader::B);
  at.ask("turnBButton");
  at.walkTo("partDoneView");
  CHECK(child<QPushButton>(at.page(), "doneButton").text() == QStringLiteral("Done"));
  press(at.page(), "doneButton");
  CHECK_FALSE(at.locks());
  REQUIRE(at.window.currentPage() == PageName::Today);
  CHECK(at.flow.here().reader == Reader::B);
  CHECK(child<QLabel>(at.page(), "greetingLabel").text() == QStringLiteral("Good evening, Sam"));
}

TEST_CASE("Where nobody has a passphrase both are greeted, and a look leads back to Today") {
  PairHere at(false, false);
  CHECK(child<QLabel>(at.page(), "greetingLabel").text() == QStringLiteral("Good evening, Alex and Sam"));
  at.ask("turnBButton");
  at.walkTo("partDoneView");
  CHECK(child<QPushButton>(at.page(), "doneButton").text() == QStringLiteral("Back to Today"));
  press(at.page(), "doneButton");
  CHECK(at.window.currentPage() == PageName::Today);
}

TEST_CASE("A look at whose end somebody's part is open says that it locks, and locks") {
  PairHere at(true, false);
  at.comeInAs(Reader::B);
  at.ask("turnAButton");
  at.walkTo("partDoneView");
  CHECK(child<QPushButton>(at.page(), "doneButton").text() == QStringLiteral("Lock, and done"));
  press(at.page(), "doneButton");
  CHECK(at.locks());
}

TEST_CASE("What is said to be kept says whose words are not locked yet") {
  for (const bool protectedA : {false, true}) {
    for (const bool protectedB : {false, true}) {
      INFO(protectedA << protectedB);
      PairHere at(protectedA, protectedB);
      at.comeInAs(Reader::B);
      at.flow.showPage(PageName::WeeklyLook);
      const auto caveat = [&at] {
        const auto& label = child<QLabel>(at.page(), "unlockedLabel");
        return label.isHidden() ? QString() : label.text();
      };
      CHECK(caveat().startsWith(protectedA   ? QStringLiteral("Sam has no passphrase yet.")
                                : protectedB ? QStringLiteral("Alex has no passphrase yet.")
                                             : QStringLiteral("Neither of you has a passphrase yet.")) !=
            (protectedA && protectedB));
      at.flow.showPage(PageName::Practices);
      press(at.page(), ("exercise_" + sample::aloneExercise().id.text()).c_str());
      CHECK(caveat().startsWith(QStringLiteral("You have no passphrase yet.")) != protectedB);
    }
  }
}

TEST_CASE("Another look in a week that both have looked at is begun only by who says so") {
  PairHere at(false, false);
  at.comeInAs(Reader::OursAlone);
  const char* begun = nullptr;
  SECTION("which they opened together") {
    for (const char* button : {"turnAButton", "turnBButton", "openButton"}) {
      at.ask(button);
      at.walkToEnd();
    }
  }
  SECTION("which they did together") {
    at.ask("wholeButton");
    at.walkToEnd();
  }
  SECTION("which they began together and left") {
    at.ask("wholeButton");
    at.leaveSitting();
    begun = "You two have begun this week’s look together";
  }
  REQUIRE(at.questions.asked.isEmpty());
  at.ask("turnBButton");
  CHECK(at.questions.asked == QStringList{QString::fromUtf8(begun ? begun : "You two have looked at this week")});
  CHECK(at.window.currentPage() == PageName::WeeklyLook);
  at.questions.says = true;
  at.ask("turnBButton");
  CHECK(at.questions.asked.size() == 2);
  CHECK(at.window.currentPage() == PageName::Player);
  CHECK(at.page().findChild<QWidget*>(QStringLiteral("rateView")) != nullptr);
}

TEST_CASE("Whoever waits for the one without a passphrase locks, and then goes on with both and no way round") {
  for (const bool protectedA : {true, false}) {
    PairHere at(protectedA, false);
    std::optional<gui::PausedSitting> comesBack;
    QObject::connect(&at.flow, &gui::JournalFlow::pauseLockAsked, &at.window,
                     [&comesBack](const gui::PausedSitting& paused) { comesBack = paused; });
    at.comeInAs(Reader::A);
    at.beginTogether();
    at.leaveSitting();
    if (protectedA) at.journal.doors[0] = DoorState::Locked;  // as the new process finds it
    at.comeInAs(Reader::A);
    press(at.page(), "leftOffCard");
    CHECK_FALSE(child<QWidget>(at.page(), "secondReadyButton").isVisible());
    press(at.page(), "firstReadyButton");
    REQUIRE(at.page().findChild<QWidget*>(QStringLiteral("absentView")) != nullptr);
    press(at.page(), "doneButton");
    CHECK(comesBack.has_value() == protectedA);
    if (comesBack) {
      CHECK_FALSE(comesBack->alone);
      at.journal.doors[0] = DoorState::Locked;
      at.flow.showPage(PageName::Unlock);  // nobody in particular is here
      at.flow.beginPaused(*comesBack);
    }
    CHECK(child<QLabel>(at.page(), "titleLabel").text() == QStringLiteral("Ready to go on?"));
    CHECK_FALSE(child<QWidget>(at.page(), "twentyButton").isVisible());
    press(at.page(), "readyAButton");
    press(at.page(), "readyBButton");
    if (protectedA) at.answer();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(at.page().findChild<QWidget*>(QStringLiteral("settleView")) != nullptr);
  }
}

TEST_CASE("A pause that one alone called locks, and goes on with that one") {
  PairHere at(true, true);
  std::optional<gui::PausedSitting> comesBack;
  QObject::connect(&at.flow, &gui::JournalFlow::pauseLockAsked, &at.window,
                   [&comesBack](const gui::PausedSitting& paused) { comesBack = paused; });
  at.comeInAs(Reader::A);
  at.beginTogether();
  at.walkTo("writeView");
  at.leaveSitting();
  at.journal.doors = {DoorState::Locked, DoorState::Locked};  // as the new process finds it
  at.comeInAs(Reader::A);
  press(at.page(), "leftOffCard");
  press(at.page(), "firstReadyButton");
  REQUIRE(at.page().findChild<QWidget*>(QStringLiteral("writeView")) != nullptr);
  press(at.page(), "pauseButton");
  press(at.page(), "twentyButton");
  REQUIRE(comesBack.has_value());
  CHECK(comesBack->alone == PartnerId::A);
  CHECK_FALSE(comesBack->wasTogether);

  at.journal.doors = {DoorState::Locked, DoorState::Locked};
  at.flow.showPage(PageName::Unlock);
  at.flow.beginPaused(*comesBack);
  CHECK_FALSE(child<QWidget>(at.page(), "readyBButton").isVisible());
  const bool isAnotherDay = GENERATE(false, true);
  if (isAnotherDay) at.clock.day = std::chrono::sys_days(at.clock.day) + std::chrono::days(2);
  press(at.page(), "readyAButton");
  at.answer();
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK(at.flow.here().reader == Reader::A);
  CHECK(at.door(PartnerId::B) == DoorState::Locked);
  if (isAnotherDay) {  // then its page comes first, as it did when it began
    REQUIRE(at.window.currentPage() == PageName::Exercise);
    press(at.page(), "firstReadyButton");
  }
  CHECK(at.page().findChild<QWidget*>(QStringLiteral("writeView")) != nullptr);
}

TEST_CASE("A sitting that waits for both is waited for no more once it is asked who is here") {
  PairHere at(false, false);
  at.comeInAs(Reader::A);
  at.beginTogether();
  at.leaveSitting();
  at.comeInAs(Reader::A);
  press(at.page(), "leftOffCard");
  press(at.page(), "firstReadyButton");
  press(at.page(), "doneButton");
  REQUIRE(child<QLabel>(at.page(), "titleLabel").text() == QStringLiteral("Ready to go on?"));
  REQUIRE(at.flow.paused().has_value());
  at.flow.showPage(PageName::Unlock);
  CHECK_FALSE(at.flow.paused().has_value());  // else it would answer for the next sitting
}

TEST_CASE("A pause of yesterday that was locked names no time of today") {
  PairHere at(true, true);
  const auto now = std::chrono::milliseconds(at.clock.now().time_since_epoch()).count();
  at.flow.beginPaused({*SittingId::from(7), std::nullopt, now - 12LL * 60 * 60 * 1000});
  CHECK_FALSE(child<QLabel>(at.page(), "titleLabel").text().contains(QStringLiteral("Back here at")));
  CHECK_FALSE(child<QWidget>(at.page(), "twentyButton").isVisible());
  CHECK(child<QWidget>(at.page(), "readyAButton").isVisible());
}
