// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/privacy_flow.h"

#include <QApplication>
#include <QDialog>
#include <QFileInfo>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "fakes/fake_vault_door.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "fakes/scripted_questions.h"
#include "gui/main_window.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;
using gui::PrivacyFlow;

namespace {

const QString kOld = QStringLiteral("counter lantern rain shoes");
const QString kNew = QStringLiteral("lanterns over wet rhubarb");

struct Flowing {
  Flowing() { door.drafts = &journal; }

  fakes::FakeVaultDoor door;
  fakes::FakePartners partners;
  QWidget window;
  fakes::ScriptedQuestions questions;
  fakes::StillClock clock;
  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  PrivacyFlow flow{{door, partners, journal, questions, clock, nullptr}};
  QSignalSpy unlocked{&flow, &PrivacyFlow::unlocked};
  QSignalSpy locked{&flow, &PrivacyFlow::protectedNow};
  QSignalSpy wentOn{&flow, &PrivacyFlow::wentOnOpen};
  QSignalSpy cancelled{&flow, &PrivacyFlow::cancelled};

  /// The one dialog on show.
  QDialog& dialog(const char* name) {
    QDialog* found = nullptr;
    for (QWidget* each : QApplication::topLevelWidgets()) {
      if (each->isVisible() && each->objectName() == QString::fromLatin1(name)) found = qobject_cast<QDialog*>(each);
    }
    INFO("no " << name);
    REQUIRE(found != nullptr);
    return *found;
  }
  void typeOld() {
    QDialog& ask = dialog("unlockDialog");
    type(ask, "passphraseField", kOld);
    press(ask, "openButton");
  }
  void chooseNew() {
    QDialog& choose = dialog("protectDialog");
    type(choose, "firstField", kNew);
    type(choose, "secondField", kNew);
    press(choose, "protectButton");
  }
  void skipCode() {
    QDialog& code = dialog("recoveryCodeDialog");
    press(code, "showCodeButton");
    press(code, "writtenButton");
    press(code, "skipButton");
    press(code, "skipAnywayButton");
  }
  int ends() { return static_cast<int>(unlocked.count() + locked.count() + wentOn.count() + cancelled.count()); }
};

}  // namespace

TEST_CASE("the window that a flow asks over does not own it") {
  Flowing at;
  const PrivacyFlow flow({at.door, at.partners, at.journal, at.questions, at.clock, &at.window});
  CHECK(flow.parent() == nullptr);
}

TEST_CASE("a door that is not locked opens without a word") {
  Flowing at;
  at.flow.unlock(PartnerId::A);
  CHECK(at.unlocked.count() == 1);
  CHECK_FALSE(at.flow.isBusy());
}

TEST_CASE("unlocking ends open, or called off") {
  Flowing at;
  at.door.lockWith(PartnerId::A, kOld.toStdString());
  at.flow.unlock(PartnerId::A);
  CHECK(at.flow.isBusy());
  SECTION("open") {
    at.typeOld();
    CHECK(at.unlocked.count() == 1);
  }
  SECTION("called off") {
    at.dialog("unlockDialog").reject();
    CHECK(at.cancelled.count() == 1);
  }
  SECTION("a second call meanwhile changes nothing") {
    at.flow.unlock(PartnerId::A);
    at.flow.recover(PartnerId::A);
    at.typeOld();
    CHECK(at.unlocked.count() == 1);
  }
  CHECK(at.ends() == 1);
  CHECK_FALSE(at.flow.isBusy());
}

TEST_CASE("Enter on a wrong passphrase is answered once, and all of the answer can be read") {
  Flowing at;
  at.door.lockWith(PartnerId::A, kOld.toStdString());
  at.flow.unlock(PartnerId::A);
  QDialog& dialog = at.dialog("unlockDialog");
  auto& edit = child<QLineEdit>(dialog, "secretEdit");
  edit.setText(QStringLiteral("not this one at all"));
  QTest::keyClick(&edit, Qt::Key_Return);
  const auto& refusal = child<QLabel>(dialog, "refusalLabel");
  CHECK(refusal.text().contains(QStringLiteral("That did not open it")));
  CHECK(refusal.height() >= refusal.heightForWidth(refusal.width()));
  dialog.reject();
}

TEST_CASE("a code that something came before is owed to its owner, until they are through with a new one") {
  Flowing at;
  at.flow.offerProtection(PartnerId::A, PrivacyFlow::Reason::OwnWish);
  at.chooseNew();
  CHECK(at.flow.owesCode(PartnerId::A));
  at.dialog("recoveryCodeDialog").done(QDialog::Rejected);  // as Hide does, without a question
  CHECK(at.flow.owesCode(PartnerId::A));
  CHECK_FALSE(at.flow.owesCode(PartnerId::B));
  at.flow.change(PartnerId::A);
  QDialog& ask = at.dialog("unlockDialog");
  type(ask, "passphraseField", kNew);
  press(ask, "openButton");
  at.chooseNew();
  at.skipCode();  // by their own choice, and told what it means
  CHECK_FALSE(at.flow.owesCode(PartnerId::A));
}

TEST_CASE("a code whose dialog was hidden while its key was made is owed to its owner as well") {
  Flowing at;
  const auto hideMeanwhile = [](QDialog& dialog) {
    QTimer::singleShot(0, &dialog, [&dialog] {  // comes up while it is busy
      dialog.blockSignals(true);
      dialog.done(QDialog::Rejected);
    });
  };
  SECTION("a new passphrase") {
    at.flow.offerProtection(PartnerId::A, PrivacyFlow::Reason::OwnWish);
    hideMeanwhile(at.dialog("protectDialog"));
    at.chooseNew();
  }
  SECTION("back in by the code") {
    at.door.lockWith(PartnerId::A, kOld.toStdString());
    at.flow.recover(PartnerId::A);
    QDialog& back = at.dialog("recoverDialog");
    type(back, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kCode));
    type(back, "firstField", kNew);
    type(back, "secondField", kNew);
    hideMeanwhile(back);
    press(back, "recoverButton");
  }
  CHECK(at.door.door(VaultId::A) == DoorState::Unlocked);
  CHECK(at.ends() == 0);
  CHECK(at.flow.owesCode(PartnerId::A));
}

TEST_CASE("the first private line: passphrase, code, protected") {
  Flowing at;
  at.flow.offerProtection(PartnerId::A, PrivacyFlow::Reason::FirstPrivateLine);
  at.chooseNew();
  CHECK(at.ends() == 0);
  at.skipCode();
  CHECK(at.locked.count() == 1);
  CHECK(at.ends() == 1);
  CHECK(at.door.door(VaultId::A) == DoorState::Unlocked);
}

TEST_CASE("a sealed turn may go on not locked yet") {
  Flowing at;
  at.flow.offerProtection(PartnerId::B, PrivacyFlow::Reason::SealedTurn);
  press(at.dialog("protectDialog"), "openStillButton");
  REQUIRE(at.wentOn.count() == 1);
  CHECK(valueIn<PartnerId>(at.wentOn.first().first()) == PartnerId::B);
  CHECK(at.ends() == 1);
}

TEST_CASE("who has a passphrase is not offered one") {
  Flowing at;
  at.door.lockWith(PartnerId::A, kOld.toStdString());
  at.flow.offerProtection(PartnerId::A, PrivacyFlow::Reason::WeeklyLook);
  at.typeOld();
  CHECK(at.locked.count() == 1);
  at.flow.offerProtection(PartnerId::A, PrivacyFlow::Reason::WeeklyLook);
  CHECK(at.locked.count() == 2);
  CHECK(at.door.protects == 0);
}

TEST_CASE("a passphrase is changed only by who knows it, even while it is open") {
  Flowing at;
  at.door.lockWith(PartnerId::A, kOld.toStdString());
  at.flow.unlock(PartnerId::A);
  at.typeOld();
  at.flow.change(PartnerId::A);
  QDialog& ask = at.dialog("unlockDialog");
  type(ask, "passphraseField", kNew);
  press(ask, "openButton");
  CHECK(at.door.protects == 0);
  at.typeOld();
  at.chooseNew();
  at.skipCode();
  CHECK(at.locked.count() == 1);
  CHECK(at.door.wordsOf(PartnerId::A) == kNew.toStdString());
}

TEST_CASE("a forgotten passphrase leads over the code to the same end") {
  Flowing at;
  at.door.lockWith(PartnerId::A, kOld.toStdString());
  at.flow.unlock(PartnerId::A);
  press(at.dialog("unlockDialog"), "forgottenButton");
  QDialog& back = at.dialog("recoverDialog");
  type(back, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kCode));
  type(back, "firstField", kNew);
  type(back, "secondField", kNew);
  press(back, "recoverButton");
  at.skipCode();
  CHECK(at.unlocked.count() == 1);
  CHECK(at.ends() == 1);
  CHECK(at.door.wordsOf(PartnerId::A) == kNew.toStdString());
}

TEST_CASE("the recovery code can be kept as a page to print, where its owner says") {
  Flowing at;
  const QTemporaryDir folder;
  at.flow.offerProtection(PartnerId::A, PrivacyFlow::Reason::FirstPrivateLine);
  at.chooseNew();
  QDialog& code = at.dialog("recoveryCodeDialog");
  press(code, "showCodeButton");
  const auto said = [&code] { return child<QLabel>(code, "copyLabel").text(); };
  press(code, "sheetButton");
  CHECK(said().isEmpty());  // called off
  at.questions.file = folder.filePath(QStringLiteral("page.pdf"));
  press(code, "sheetButton");
  CHECK(said().startsWith(QStringLiteral("Saved as “page.pdf”")));
  CHECK(QFileInfo(*at.questions.file).size() > 1000);
  press(code, "sheetButton");
  CHECK(said().contains(QStringLiteral("is there already")));
  press(code, "writtenButton");
  press(code, "skipButton");
  press(code, "skipAnywayButton");
  CHECK(at.ends() == 1);
}

TEST_CASE("who lost passphrase and code is let back in by their partner's hand") {
  Flowing at;
  at.door.lockWith(PartnerId::A, kOld.toStdString());
  at.door.lockWith(PartnerId::B, kOld.toStdString());
  at.flow.recover(PartnerId::A);
  press(at.dialog("recoverDialog"), "partnerButton");
  CHECK(child<QLabel>(at.dialog("unlockDialog"), "titleLabel").text().startsWith(QStringLiteral("Sam")));
  SECTION("called off by the other") {
    at.dialog("unlockDialog").reject();
    CHECK(at.cancelled.count() == 1);
    CHECK(at.door.readmissions == 0);
  }
  SECTION("with a new passphrase and a new code") {
    at.typeOld();
    at.chooseNew();
    CHECK(at.door.readmissions == 1);
    at.skipCode();
    REQUIRE(at.unlocked.count() == 1);
    CHECK(valueIn<PartnerId>(at.unlocked.first().first()) == PartnerId::A);
  }
  CHECK(at.ends() == 1);
}

TEST_CASE("safety is come to from a passphrase dialog as if one had gone back") {
  gui::MainWindow window;
  QSignalSpy safety(&window, &gui::MainWindow::safetyAsked);
  Flowing at;
  at.flow.offerProtection(PartnerId::A, PrivacyFlow::Reason::FirstPrivateLine);
  press(at.dialog("protectDialog"), "safetyButton");
  REQUIRE(QTest::qWaitFor([&] { return safety.count() == 1; }));
  CHECK(at.cancelled.count() == 1);
  CHECK_FALSE(at.flow.isBusy());
}

TEST_CASE("whoever leaves a recovery code for safety is asked nothing, and owes it a look still") {
  gui::MainWindow window;
  QSignalSpy safety(&window, &gui::MainWindow::safetyAsked);
  Flowing at;
  at.flow.offerProtection(PartnerId::A, PrivacyFlow::Reason::FirstPrivateLine);
  at.chooseNew();
  QDialog& code = at.dialog("recoveryCodeDialog");
  press(code, "showCodeButton");
  QTest::keyClick(&code, Qt::Key_F1);
  REQUIRE(QTest::qWaitFor([&] { return safety.count() == 1; }));
  CHECK(at.locked.count() == 1);
  CHECK(at.flow.owesCode(PartnerId::A));
}
