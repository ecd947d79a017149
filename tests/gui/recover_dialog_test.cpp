// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/recover_dialog.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include "fakes/fake_vault_door.h"
#include "gui/dialogs/recovery_code_dialog.h"
#include "gui/dialogs/secret_clipboard.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

const QString kStrongAgain = QStringLiteral("lanterns over wet rhubarb");

struct Recovering {
  fakes::FakeVaultDoor door;
  gui::RecoverDialog dialog{door, fakes::partner(PartnerId::A, "Alex"), fakes::partner(PartnerId::B, "Sam"), nullptr};
  QSignalSpy finished{&dialog, &QDialog::finished};

  Recovering() {
    door.lockWith(PartnerId::A, "forgotten");
    dialog.show();
    type(dialog, "firstField", kStrongAgain);
    type(dialog, "secondField", kStrongAgain);
  }
};

struct CodeShown {
  gui::SecretClipboard clipboard;
  gui::RecoveryCodeDialog dialog{{*Passphrase::from(fakes::FakeVaultDoor::kCode)},
                                 fakes::partner(PartnerId::A, "Alex"),
                                 fakes::partner(PartnerId::B, "Sam"),
                                 clipboard,
                                 nullptr};
  QSignalSpy finished{&dialog, &QDialog::finished};

  CodeShown() { dialog.show(); }
  QString page() { return child<QStackedWidget>(dialog, "pages").currentWidget()->objectName(); }
};

}  // namespace

TEST_CASE("the code and a new passphrase open the door again") {
  Recovering at;
  type(at.dialog, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kCode));
  press(at.dialog, "recoverButton");
  REQUIRE(at.finished.count() == 1);
  CHECK(at.finished.first().first().toInt() == QDialog::Accepted);
  CHECK(at.door.door(VaultId::A) == DoorState::Unlocked);
  CHECK(at.door.wordsOf(PartnerId::A) == kStrongAgain.toStdString());
  const auto next = at.dialog.takeCode();
  REQUIRE(next.has_value());
  CHECK(next->text.text() == fakes::FakeVaultDoor::kNextCode);
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("rhubarb")));
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("9XWB")));
}

TEST_CASE("what is older, or lacks something, can be gone on with from here too") {
  Recovering at;
  type(at.dialog, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kCode));
  CHECK_FALSE(child<QWidget>(at.dialog, "olderRow").isVisible());
  at.door.refuseNext({ErrorKind::RolledBack, {}, "ours", kWaitingLeftOut});
  press(at.dialog, "recoverButton");
  CHECK(child<QLabel>(at.dialog, "refusalLabel").text().startsWith(QStringLiteral("Something is missing here")));
  REQUIRE(child<QWidget>(at.dialog, "olderRow").isVisible());
  press(at.dialog, "olderButton");
  REQUIRE(at.door.accepted.size() == 1);
  CHECK(at.door.accepted.front().place == "ours");
  CHECK_FALSE(child<QWidget>(at.dialog, "olderRow").isVisible());
  press(at.dialog, "recoverButton");
  CHECK(at.finished.count() == 1);
}

TEST_CASE("a slip in the code costs one letter, not all of it") {
  Recovering at;
  type(at.dialog, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kCode).replace(u'9', u'8'));
  press(at.dialog, "recoverButton");
  CHECK(at.finished.count() == 0);
  CHECK(child<QLabel>(at.dialog, "refusalLabel").text().contains(QStringLiteral("Nothing is lost")));
  CHECK_FALSE(secretLine(at.dialog, "codeField").text().isEmpty());
  secretLine(at.dialog, "codeField").setText(QString::fromLatin1(fakes::FakeVaultDoor::kCode));
  press(at.dialog, "recoverButton");
  CHECK(at.finished.count() == 1);
}

TEST_CASE("the old code of words put aside asks for the passphrase of today, and brings them back") {
  Recovering at;
  at.door.aside.insert(PartnerId::A);
  type(at.dialog, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kAsideCode));
  press(at.dialog, "recoverButton");
  CHECK(at.finished.count() == 0);
  CHECK(child<QLabel>(at.dialog, "refusalLabel").text().contains(QStringLiteral("Nothing was changed.")));
  CHECK_FALSE(child<QWidget>(at.dialog, "passphraseForm").isVisible());
  type(at.dialog, "todayField", QStringLiteral("a slip"));
  press(at.dialog, "recoverButton");
  CHECK(at.finished.count() == 0);
  CHECK(at.door.wordsOf(PartnerId::A) == "forgotten");
  secretLine(at.dialog, "todayField").setText(QStringLiteral("forgotten"));
  press(at.dialog, "recoverButton");
  REQUIRE(at.finished.count() == 1);
  CHECK(at.door.wordsOf(PartnerId::A) == "forgotten");
  CHECK(at.door.aside.empty());
  CHECK(at.dialog.takeCode().has_value());
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("rhubarb")));
}

TEST_CASE("words put aside come back for one who is in already, never under a slip of a passphrase") {
  fakes::FakeVaultDoor door;
  door.lockWith(PartnerId::A, "of today");
  REQUIRE(door.unlock(PartnerId::A, *Passphrase::from("of today")));
  door.aside.insert(PartnerId::A);
  gui::RecoverDialog dialog(door, fakes::partner(PartnerId::A, "Alex"), fakes::partner(PartnerId::B, "Sam"), nullptr,
                            gui::RecoverDialog::What::Aside);
  dialog.show();
  CHECK(child<QLabel>(dialog, "leadLabel").text().contains(QStringLiteral("Sam")));
  CHECK_FALSE(child<QWidget>(dialog, "noCodeFrame").isVisible());
  CHECK(nameless(dialog).isEmpty());
  press(dialog, "recoverButton");
  CHECK(child<QLabel>(dialog, "refusalLabel").text().startsWith(QStringLiteral("First the code")));
  type(dialog, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kAsideCode));
  type(dialog, "todayField", QStringLiteral("of todday"));
  press(dialog, "recoverButton");
  CHECK(door.wordsOf(PartnerId::A) == "of today");
  CHECK(door.aside.size() == 1);
  secretLine(dialog, "todayField").setText(QStringLiteral("of today"));
  press(dialog, "recoverButton");
  CHECK(door.aside.empty());
}

TEST_CASE("in a window of 1280 by 800 the code, the new passphrase and the way without a code are all in sight") {
  QWidget window;
  window.resize(1280, 800);
  fakes::FakeVaultDoor door;
  door.lockWith(PartnerId::A, "forgotten");
  gui::RecoverDialog dialog(door, fakes::partner(PartnerId::A, "Alex"), fakes::partner(PartnerId::B, "Sam"), &window);
  dialog.show();
  QApplication::processEvents();
  CHECK(child<QScrollArea>(dialog, "scrollArea").verticalScrollBar()->maximum() == 0);
  CHECK(child<QWidget>(dialog, "partnerButton").isVisible());
}

TEST_CASE("giving up on the code leaves nothing typed behind") {
  Recovering at;
  type(at.dialog, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kCode));
  press(at.dialog, "cancelButton");
  CHECK(at.door.recovers == 0);
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("rhubarb")));
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("9XWB")));
}

TEST_CASE("a code lies behind a curtain, then is shown whole in its groups") {
  CodeShown at;
  CHECK(at.page() == QStringLiteral("curtainPage"));
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("9XWB")));
  CHECK(child<QLabel>(at.dialog, "curtainLead").text().contains(QStringLiteral("Sam, please look out of the window")));
  press(at.dialog, "showCodeButton");
  QStringList groups;
  for (int i = 1; i <= 7; ++i) {
    groups << child<QLabel>(at.dialog, qPrintable(QStringLiteral("codeGroup%1").arg(i))).text();
  }
  CHECK(groups.join(u'-') == QString::fromLatin1(fakes::FakeVaultDoor::kCode));
  CHECK(child<QLabel>(at.dialog, "codeGroup1").accessibleName() == QStringLiteral("Group 1: K 7 Q P"));
  CHECK(nameless(at.dialog).isEmpty());
}

TEST_CASE("which letters a code goes without is said wherever it is shown or typed") {
  const QString hint = QStringLiteral("no I, L, O or U");
  CodeShown shown;
  press(shown.dialog, "showCodeButton");
  CHECK(child<QLabel>(shown.dialog, "lettersLabel").isVisible());
  CHECK(child<QLabel>(shown.dialog, "lettersLabel").text().contains(hint));
  press(shown.dialog, "writtenButton");
  CHECK(child<QLabel>(shown.dialog, "checkLettersLabel").isVisible());
  CHECK(child<QLabel>(shown.dialog, "checkLettersLabel").text().contains(hint));
  Recovering typed;
  CHECK(child<QLabel>(typed.dialog, "codeHint").text().contains(hint));
  typed.door.aside.insert(PartnerId::A);
  type(typed.dialog, "codeField", QString::fromLatin1(fakes::FakeVaultDoor::kAsideCode));
  press(typed.dialog, "recoverButton");
  CHECK(child<QLabel>(typed.dialog, "codeHint").text().contains(hint));
}

TEST_CASE("two groups read back close it, small letters and look-alikes too") {
  CodeShown at;
  press(at.dialog, "showCodeButton");
  press(at.dialog, "writtenButton");
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("9XWB")));
  child<QLineEdit>(at.dialog, "firstGroupEdit").setText(QStringLiteral("2m4t"));
  child<QLineEdit>(at.dialog, "secondGroupEdit").setText(QStringLiteral("wrong"));
  press(at.dialog, "doneButton");
  CHECK(at.finished.count() == 0);
  CHECK(child<QLabel>(at.dialog, "checkLabel").text().contains(QStringLiteral("Group 6")));
  child<QLineEdit>(at.dialog, "secondGroupEdit").setText(QStringLiteral(" 8c5a "));
  press(at.dialog, "doneButton");
  CHECK(at.finished.count() == 1);
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("8c5a")));
}

TEST_CASE("the check can be left out, after a plain word") {
  CodeShown at;
  press(at.dialog, "showCodeButton");
  press(at.dialog, "writtenButton");
  press(at.dialog, "skipButton");
  CHECK(child<QLabel>(at.dialog, "skipLabel").isVisible());
  CHECK(at.finished.count() == 0);
  press(at.dialog, "skipAnywayButton");
  CHECK(at.finished.count() == 1);
}

TEST_CASE("Escape in the check leaves the keyboard where Enter neither shows the code nor gives it up") {
  CodeShown at;
  press(at.dialog, "showCodeButton");
  press(at.dialog, "writtenButton");
  const char* from = GENERATE("firstGroupEdit", "secondGroupEdit", "againButton", "skipButton", "doneButton");
  CAPTURE(from);
  child<QWidget>(at.dialog, from).setFocus();
  QTest::keyClick(at.dialog.focusWidget(), Qt::Key_Escape);
  CHECK(child<QLabel>(at.dialog, "skipLabel").isVisible());
  auto& lands = child<QLineEdit>(at.dialog, "firstGroupEdit");
  CHECK(at.dialog.focusWidget() == &lands);
  CHECK(lands.accessibleDescription() == child<QLabel>(at.dialog, "skipLabel").text());
  QTest::keyClick(at.dialog.focusWidget(), Qt::Key_Return);
  CHECK(at.page() == QStringLiteral("checkPage"));
  CHECK(at.finished.count() == 0);
}

TEST_CASE("Escape does not lose a code that was never seen") {
  CodeShown at;
  at.dialog.reject();
  CHECK(at.finished.count() == 0);
  CHECK(at.page() == QStringLiteral("curtainPage"));
  CHECK(child<QLabel>(at.dialog, "curtainLead").text().contains(QStringLiteral("has not been shown yet")));
  SECTION("whoever presses it again goes without") {
    at.dialog.reject();
    CHECK(at.finished.count() == 1);
    return;
  }
  press(at.dialog, "showCodeButton");
  CHECK(at.page() == QStringLiteral("codePage"));
  // Enter must not put the code on the clipboard; nor does one Escape, or two, give it up.
  CHECK(at.dialog.focusWidget() == &child<QPushButton>(at.dialog, "writtenButton"));
  at.dialog.reject();
  CHECK(at.page() == QStringLiteral("checkPage"));
  CHECK(at.dialog.focusWidget() == &child<QLineEdit>(at.dialog, "firstGroupEdit"));
  at.dialog.reject();
  CHECK(at.finished.count() == 0);
  CHECK(child<QLabel>(at.dialog, "skipLabel").isVisible());
  at.dialog.reject();
  CHECK(at.finished.count() == 1);
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("9XWB")));
}
