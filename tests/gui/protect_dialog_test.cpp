// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/protect_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "at_text_size.h"
#include "fakes/fake_vault_door.h"
#include "gui/dialogs/passphrase_field.h"
#include "gui/dialogs/recovery_code_dialog.h"
#include "gui/dialogs/secret_clipboard.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;
using Why = gui::ProtectDialog::Why;

namespace {

const QString kStrong = QStringLiteral("lanterns over wet rhubarb");

struct Protecting {
  fakes::FakeVaultDoor door;
  gui::ProtectDialog dialog;
  QSignalSpy finished;

  explicit Protecting(Why why = Why::FirstPrivateLine)
      : dialog(door, fakes::partner(PartnerId::A, "Alex"), fakes::partner(PartnerId::B, "Sam"), why, nullptr),
        finished(&dialog, &QDialog::finished) {
    dialog.show();
  }
  void typeBoth(const QString& first, const QString& second) {
    type(dialog, "firstField", first);
    type(dialog, "secondField", second);
  }
  QString strength() { return child<QLabel>(dialog, "strengthLabel").text(); }
  QString refusal() { return child<QLabel>(dialog, "refusalLabel").text(); }
};

}  // namespace

TEST_CASE("a strong passphrase, twice the same, locks and leaves nothing on the screen") {
  Protecting at;
  at.typeBoth(kStrong, kStrong);
  press(at.dialog, "protectButton");
  REQUIRE(at.finished.count() == 1);
  CHECK(at.finished.first().first().toInt() == gui::ProtectDialog::Protected);
  CHECK(at.door.wordsOf(PartnerId::A) == kStrong.toStdString());
  CHECK(at.dialog.takeCode().has_value());
  CHECK_FALSE(at.dialog.takeCode().has_value());
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("rhubarb")));
}

TEST_CASE("what is missing is said, and no door is asked") {
  Protecting at;
  SECTION("nothing typed") {
    press(at.dialog, "protectButton");
    CHECK(at.refusal() == QStringLiteral("First, a passphrase of your own."));
  }
  SECTION("too easy to guess") {
    at.typeBoth(QStringLiteral("sam"), QStringLiteral("sam"));
    press(at.dialog, "protectButton");
    CHECK(at.refusal().contains(QStringLiteral("Add another word")));
  }
  SECTION("typed once only") {
    type(at.dialog, "firstField", kStrong);
    press(at.dialog, "protectButton");
    CHECK(at.refusal().contains(QStringLiteral("Once more the same")));
  }
  SECTION("a slip in the second") {
    at.typeBoth(kStrong, kStrong + u'x');
    CHECK(child<QLabel>(at.dialog, "matchLabel").text() == QStringLiteral("Not the same yet."));
    press(at.dialog, "protectButton");
    CHECK(at.refusal().contains(QStringLiteral("not the same")));
  }
  SECTION("longer than the command line would take") {
    for (const char* name : {"firstField", "secondField"}) {
      QGuiApplication::clipboard()->setText(QStringLiteral("rain on tin ").repeated(100));
      child<gui::PassphraseField>(at.dialog, name).findChild<QLineEdit*>()->paste();
    }
    CHECK(at.strength().contains(QStringLiteral("longer than a passphrase can be")));
    press(at.dialog, "protectButton");
    CHECK(at.refusal().contains(QStringLiteral("Leave some of it out")));
  }
  CHECK(at.door.protects == 0);
  CHECK(at.finished.count() == 0);
}

TEST_CASE("a passphrase of a few hundred letters, as the command line takes it, goes in whole") {
  Protecting at;
  const QString longOne = QStringLiteral("rain on tin ").repeated(40);
  at.typeBoth(longOne, longOne);
  const auto kept = child<gui::PassphraseField>(at.dialog, "firstField").peek();
  REQUIRE(kept);
  CHECK(QString::fromStdString(std::string(kept->text())) == longOne);
}

TEST_CASE("the words on strength follow the typing, and names count for nothing") {
  Protecting at;
  const QString before = at.strength();
  type(at.dialog, "firstField", QStringLiteral("AlexSam"));
  const QString names = at.strength();
  CHECK(names != before);
  CHECK(names.startsWith(QStringLiteral("Quick to guess")));
  type(at.dialog, "firstField", QStringLiteral(" lanterns over wet rhubarb"));
  CHECK(at.strength().contains(QStringLiteral("hard to guess"), Qt::CaseInsensitive));
}

TEST_CASE("only where it may stay open is going on without a lock offered") {
  const auto offered = [](Why why) {
    Protecting at(why);
    return child<QWidget>(at.dialog, "openStillButton").isVisible();
  };
  CHECK_FALSE(offered(Why::FirstPrivateLine));
  CHECK_FALSE(offered(Why::Change));
  CHECK(offered(Why::SealedTurn));
  CHECK(offered(Why::WeeklyLook));
}

TEST_CASE("beside going on without a lock the other way out says where it leads") {
  const auto leave = [](Why why) {
    Protecting at(why);
    return child<QPushButton>(at.dialog, "cancelButton").text();
  };
  CHECK(leave(Why::SealedTurn) == QStringLiteral("Go back"));
  CHECK(leave(Why::WeeklyLook) == QStringLiteral("Go back"));
  CHECK(leave(Why::FirstPrivateLine) == QStringLiteral("Not now"));
}

TEST_CASE("in a window of 1280 by 800 nothing of it has to be scrolled to") {
  QWidget window;
  window.resize(1280, 800);
  fakes::FakeVaultDoor door;
  for (const Why why : {Why::FirstPrivateLine, Why::SealedTurn, Why::WeeklyLook, Why::Change, Why::LetIn}) {
    gui::ProtectDialog dialog(door, fakes::partner(PartnerId::A, "Alex"), fakes::partner(PartnerId::B, "Sam"), why,
                              &window);
    dialog.show();
    QApplication::processEvents();
    CAPTURE(static_cast<int>(why));
    CHECK(child<QScrollArea>(dialog, "scrollArea").verticalScrollBar()->maximum() == 0);
  }
}

TEST_CASE("a refusal of the disk keeps the dialog and says that nothing was changed") {
  Protecting at;
  at.door.refuseNext({ErrorKind::DiskFull});
  at.typeBoth(kStrong, kStrong);
  press(at.dialog, "protectButton");
  CHECK(at.finished.count() == 0);
  CHECK(at.refusal().contains(QStringLiteral("disk is full")));
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("rhubarb")));
}

TEST_CASE("closing the dialog forgets what was typed") {
  Protecting at;
  at.typeBoth(kStrong, kStrong);
  at.dialog.reject();
  CHECK_FALSE(anywhere(at.dialog, QStringLiteral("rhubarb")));
}

TEST_CASE("setting a passphrase: reading order, names, and focus on the first line") {
  Protecting at(Why::SealedTurn);
  QStringList stops = tabStops(at.dialog);
  stops.removeAll(QStringLiteral("scrollArea"));
  CHECK(stops == QStringList{QStringLiteral("secretEdit"), QStringLiteral("showButton"), QStringLiteral("secretEdit"),
                             QStringLiteral("showButton"), QStringLiteral("cancelButton"),
                             QStringLiteral("openStillButton"), QStringLiteral("protectButton"),
                             QStringLiteral("safetyButton"), QStringLiteral("hideButton")});
  CHECK(nameless(at.dialog).isEmpty());
  CHECK(at.dialog.focusWidget() == &secretLine(at.dialog, "firstField"));
}

TEST_CASE("a shown passphrase does not reach the clipboard") {
  Protecting at;
  QGuiApplication::clipboard()->setText(QStringLiteral("before"));
  press(child<QWidget>(at.dialog, "firstField"), "showButton");
  type(at.dialog, "firstField", kStrong);
  QLineEdit& line = secretLine(at.dialog, "firstField");
  line.selectAll();
  QTest::keyClick(&line, Qt::Key_C, Qt::ControlModifier);
  QTest::keyClick(&line, Qt::Key_X, Qt::ControlModifier);
  CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("before"));
  CHECK(line.text() == kStrong);
}

TEST_CASE("the clipboard lends a secret, says that it is one, and takes back only its own") {
  gui::SecretClipboard clipboard(nullptr, std::chrono::milliseconds(30));
  QSignalSpy back(&clipboard, &gui::SecretClipboard::takenBack);
  clipboard.lend(QStringLiteral("K7QP-2M4T"));
  const QMimeData* lent = QGuiApplication::clipboard()->mimeData();
  CHECK(lent->text() == QStringLiteral("K7QP-2M4T"));
  CHECK(lent->data(QStringLiteral("x-kde-passwordManagerHint")) == QByteArrayLiteral("secret"));
  SECTION("after a while") {
    REQUIRE(back.wait(2000));
    CHECK(QGuiApplication::clipboard()->text().isEmpty());
  }
  SECTION("what was copied since is left alone") {
    QGuiApplication::clipboard()->setText(QStringLiteral("a recipe"));
    REQUIRE(back.wait(2000));
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("a recipe"));
  }
}

TEST_CASE("however large the text and small the window, the line that is typed in is in sight, and no button beyond") {
  const QSize size = GENERATE(QSize(1024, 640), QSize(760, 480));
  const AtTextSize textSize(200);
  QWidget window;
  window.resize(size);
  fakes::FakeVaultDoor door;
  gui::ProtectDialog dialog(door, fakes::partner(PartnerId::A, "Alex"), fakes::partner(PartnerId::B, "Sam"),
                            Why::SealedTurn, &window);
  dialog.show();
  dialog.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&dialog));
  QTest::qWait(20);
  CAPTURE(size.width());
  CHECK(dialog.width() <= size.width());
  CHECK(dialog.height() <= size.height());
  const auto& scroll = child<QScrollArea>(dialog, "scrollArea");
  const auto isSeen = [&scroll](const QWidget& line) {
    return scroll.viewport()->rect().contains({line.mapTo(scroll.viewport(), QPoint()), line.size()});
  };
  const QLineEdit& first = secretLine(dialog, "firstField");
  REQUIRE(dialog.focusWidget() == &first);
  CHECK(isSeen(first));
  scroll.verticalScrollBar()->setValue(scroll.verticalScrollBar()->maximum());
  REQUIRE_FALSE(isSeen(first));
  QTest::keyClick(dialog.focusWidget(), Qt::Key_A);
  QTest::qWait(20);
  CHECK(isSeen(first));
  QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
  QTest::qWait(20);
  CHECK(isSeen(secretLine(dialog, "secondField")));
  for (const char* name : {"cancelButton", "openStillButton", "protectButton"}) {
    const auto& button = child<QPushButton>(dialog, name);
    CAPTURE(name);
    CHECK(dialog.rect().contains({button.mapTo(&dialog, QPoint()), button.size()}));
    CHECK(button.width() >= button.sizeHint().width());
  }
}

TEST_CASE("the way back stands at one end of its line, and the way on at the other") {
  Protecting at(Why::SealedTurn);
  QTest::qWait(1);
  const auto placeOf = [&at](const char* name) {
    const auto& button = child<QPushButton>(at.dialog, name);
    return QRect(button.mapTo(&at.dialog, QPoint()), button.size());
  };
  CHECK(placeOf("cancelButton").left() == 32);
  CHECK(placeOf("protectButton").right() == at.dialog.width() - 1 - 32);
  CHECK(placeOf("openStillButton").right() < placeOf("protectButton").left());
  CHECK(placeOf("cancelButton").top() == placeOf("protectButton").top());
}
