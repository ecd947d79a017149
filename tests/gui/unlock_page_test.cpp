// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/unlock_page.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "at_text_size.h"
#include "domain/put_aside.h"
#include "fakes/fake_vault_door.h"
#include "gui/dialogs/copy_passphrase_dialog.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/look/look.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

const QString kRight = QStringLiteral("counter lantern rain shoes");
const QString kWrong = QStringLiteral("counter lantern rain socks");

struct LockScreen {
  fakes::FakeVaultDoor door;
  fakes::FakePartners partners;
  std::unique_ptr<gui::UnlockPage> page;

  LockScreen() {
    door.lockWith(PartnerId::A, kRight.toStdString());
    page = std::make_unique<gui::UnlockPage>(door, partners);
    page->show();
    page->takeKeyboard();  // as the window does it
  }
};

}  // namespace

TEST_CASE("the lock screen asks who it is, and both partners look the same") {
  LockScreen screen;
  CHECK_FALSE(child<QWidget>(*screen.page, "doorCard").isVisible());
  CHECK(child<QWidget>(*screen.page, "partnerAButton").accessibleName() == QStringLiteral("Alex"));
  CHECK(child<QWidget>(*screen.page, "partnerBButton").accessibleName() == QStringLiteral("Sam"));
  CHECK(child<QWidget>(*screen.page, "partnerAButton").size() == child<QWidget>(*screen.page, "partnerBButton").size());
}

TEST_CASE("no name on the lock screen is broken and no dot squeezed, however large the text and small the window") {
  const AtTextSize textSize(200);
  LockScreen screen;
  screen.page->resize(760, 440);
  QTest::qWait(1);
  for (const char* which : {"partnerA", "partnerB"}) {
    CAPTURE(which);
    const QString part = QString::fromLatin1(which);
    const auto& dot = child<QWidget>(*screen.page, (part + QStringLiteral("Dot")).toLatin1().constData());
    const auto& name = child<QLabel>(*screen.page, (part + QStringLiteral("Name")).toLatin1().constData());
    CHECK(dot.width() == dot.height());
    CHECK(name.width() >= name.minimumSizeHint().width());
    CHECK(name.mapTo(screen.page.get(), QPoint(name.width(), 0)).x() <= screen.page->width());
  }
}

TEST_CASE("on the lock screen it is seen whose name Enter would pick, before any key was pressed") {
  LockScreen screen;
  screen.page->activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(screen.page.get()));
  const auto isRinged = [&screen](const char* name) {
    auto& button = child<QWidget>(*screen.page, name);
    const QImage seen = button.grab().toImage();
    return seen.pixelColor(seen.width() / 2, 1) == gui::look::theme().focus;
  };
  REQUIRE(screen.page->focusWidget() == &child<QWidget>(*screen.page, "partnerAButton"));
  CHECK(isRinged("partnerAButton"));
  CHECK_FALSE(isRinged("partnerBButton"));
}

TEST_CASE("where what a passphrase opens cannot be read, nothing says that it is as it was, and there is a way on") {
  LockScreen screen;
  QSignalSpy damage(screen.page.get(), &gui::UnlockPage::damageFound);
  press(*screen.page, "partnerAButton");
  type(*screen.page, "passphraseField", kRight);
  SECTION("of the journal") {
    screen.door.refuseNext({ErrorKind::Damaged, "Alex", {}, "count", 0});
    press(*screen.page, "openButton");
    REQUIRE(damage.count() == 1);
    CHECK(child<QLabel>(*screen.page, "openLead").text() == QStringLiteral("Not all of your words can be read here."));
  }
  SECTION("of something that only waits") {
    screen.door.refuseNext({ErrorKind::Damaged, {}, {}, "waiting", 0});
    press(*screen.page, "openButton");
    CHECK(damage.count() == 0);
    CHECK(child<QLabel>(*screen.page, "openLead").text() == QStringLiteral("Your words are here, as you left them."));
  }
  CHECK(child<QWidget>(*screen.page, "refusalLabel").isVisible());
}

TEST_CASE("whoever typed more than a passphrase can be is told so, and not to type one") {
  const QString tooLong = QString(static_cast<int>(Passphrase::kLongest) + 1, u'x');
  const QString said = QStringLiteral("This is longer than a passphrase can be. Leave some of it out.");
  LockScreen screen;
  gui::UnlockDialog unlock(screen.door, screen.partners.partners().front(), gui::UnlockDialog::Why::GoOn, nullptr);
  gui::CopyPassphraseDialog copy(
      screen.partners.partners().front(), std::nullopt, gui::CopyPassphraseDialog::Why::Join,
      [](Passphrase) { return Result<void>(); }, nullptr);
  press(*screen.page, "partnerAButton");
  for (QWidget* place :
       {static_cast<QWidget*>(screen.page.get()), static_cast<QWidget*>(&unlock), static_cast<QWidget*>(&copy)}) {
    press(*place, "openButton");
    CHECK(child<QLabel>(*place, "refusalLabel").text().startsWith(QStringLiteral("Type ")));
    secretLine(*place, "passphraseField").setText(tooLong);
    press(*place, "openButton");
    CHECK(child<QLabel>(*place, "refusalLabel").text() == said);
  }
}

TEST_CASE("the two names stay where they are when one of them is picked") {
  LockScreen screen;
  screen.page->resize(1280, 800);
  const auto placeOfB = [&screen] {
    QApplication::processEvents();
    auto& card = child<QWidget>(*screen.page, "partnerBButton");
    return card.mapTo(screen.page.get(), QPoint(0, 0));
  };
  const QPoint before = placeOfB();
  press(*screen.page, "partnerAButton");
  CHECK(child<QWidget>(*screen.page, "doorCard").isVisible());
  CHECK(placeOfB() == before);
}

TEST_CASE("the right passphrase opens, and nothing of it stays") {
  LockScreen screen;
  QSignalSpy unlocked(screen.page.get(), &gui::UnlockPage::unlocked);
  press(*screen.page, "partnerAButton");
  type(*screen.page, "passphraseField", kRight);
  press(*screen.page, "openButton");
  REQUIRE(unlocked.count() == 1);
  CHECK(valueIn<PartnerId>(unlocked.first().first()) == PartnerId::A);
  CHECK(screen.door.door(VaultId::A) == DoorState::Unlocked);
  CHECK(secretLine(*screen.page, "passphraseField").text().isEmpty());
  CHECK_FALSE(anywhere(*screen.page, QStringLiteral("lantern")));
}

TEST_CASE("somebody whose part is open just now is asked all the same: another may have the laptop") {
  LockScreen screen;
  REQUIRE(screen.door.unlock(PartnerId::A, *Passphrase::from(kRight.toStdString())).ok());
  screen.page->refresh();
  QSignalSpy unlocked(screen.page.get(), &gui::UnlockPage::unlocked);
  press(*screen.page, "partnerAButton");
  CHECK(child<QWidget>(*screen.page, "passphraseField").isVisible());
  press(*screen.page, "openButton");
  CHECK(unlocked.count() == 0);
  type(*screen.page, "passphraseField", kRight);
  press(*screen.page, "openButton");
  CHECK(unlocked.count() == 1);
}

TEST_CASE("Enter in the line opens too") {
  LockScreen screen;
  QSignalSpy unlocked(screen.page.get(), &gui::UnlockPage::unlocked);
  press(*screen.page, "partnerAButton");
  type(*screen.page, "passphraseField", kRight);
  QTest::keyClick(&secretLine(*screen.page, "passphraseField"), Qt::Key_Return);
  CHECK(unlocked.count() == 1);
}

TEST_CASE("a wrong passphrase is answered gently, is gone, and can be tried again") {
  LockScreen screen;
  QSignalSpy unlocked(screen.page.get(), &gui::UnlockPage::unlocked);
  press(*screen.page, "partnerAButton");
  press(child<QWidget>(*screen.page, "passphraseField"), "showButton");
  type(*screen.page, "passphraseField", kWrong);
  press(*screen.page, "openButton");
  CHECK(unlocked.count() == 0);
  auto& refusal = child<QLabel>(*screen.page, "refusalLabel");
  CHECK(refusal.isVisible());
  CHECK(refusal.text().startsWith(QStringLiteral("That did not open it. Nothing is lost.")));
  CHECK_FALSE(anywhere(*screen.page, QStringLiteral("lantern")));
  CHECK(secretLine(*screen.page, "passphraseField").echoMode() == QLineEdit::Password);
  CHECK(screen.page->isEnabled());

  type(*screen.page, "passphraseField", kRight);
  CHECK_FALSE(refusal.isVisible());
  press(*screen.page, "openButton");
  CHECK(unlocked.count() == 1);
}

TEST_CASE("nothing typed asks no door") {
  LockScreen screen;
  press(*screen.page, "partnerAButton");
  press(*screen.page, "openButton");
  CHECK(screen.door.unlocks == 0);
  CHECK(child<QLabel>(*screen.page, "refusalLabel").isVisible());
}

TEST_CASE("going to the other partner, or away, takes what was typed with it") {
  LockScreen screen;
  screen.door.lockWith(PartnerId::B, "something else");
  press(*screen.page, "partnerAButton");
  type(*screen.page, "passphraseField", kRight);
  SECTION("the other partner") {
    press(*screen.page, "partnerBButton");
  }
  SECTION("another page") {
    screen.page->hide();
  }
  SECTION("asking for the code") {
    press(*screen.page, "forgottenButton");
  }
  CHECK_FALSE(anywhere(*screen.page, QStringLiteral("lantern")));
}

TEST_CASE("who has no passphrase goes straight in, and is told so") {
  LockScreen screen;
  QSignalSpy unlocked(screen.page.get(), &gui::UnlockPage::unlocked);
  press(*screen.page, "partnerBButton");
  CHECK_FALSE(child<QWidget>(*screen.page, "passphraseField").isVisible());
  CHECK(child<QLabel>(*screen.page, "openLead").text().contains(QStringLiteral("You have no passphrase yet")));
  press(*screen.page, "openButton");
  REQUIRE(unlocked.count() == 1);
  CHECK(valueIn<PartnerId>(unlocked.first().first()) == PartnerId::B);
  CHECK(screen.door.unlocks == 0);
}

TEST_CASE("what is ours is offered only while it is open") {
  LockScreen screen;
  CHECK(child<QWidget>(*screen.page, "oursButton").isVisible());
  screen.door.setOurs(DoorState::Locked);
  screen.page->refresh();
  CHECK_FALSE(child<QWidget>(*screen.page, "oursButton").isVisible());
}

TEST_CASE("asked for one of the two, it says why and has a way back, until it is the lock screen again") {
  LockScreen screen;
  QSignalSpy back(screen.page.get(), &gui::UnlockPage::backAsked);
  QSignalSpy ours(screen.page.get(), &gui::UnlockPage::oursAsked);
  const QString before = child<QLabel>(*screen.page, "titleLabel").text();
  screen.page->refresh();
  screen.page->ask(QStringLiteral("This one is for one person"), QStringLiteral("Who is it for?"));
  CHECK(child<QLabel>(*screen.page, "titleLabel").text() == QStringLiteral("This one is for one person"));
  CHECK(child<QLabel>(*screen.page, "leadLabel").text() == QStringLiteral("Who is it for?"));
  CHECK(child<QPushButton>(*screen.page, "oursButton").text() == QStringLiteral("Go back"));
  CHECK_FALSE(child<QWidget>(*screen.page, "elsewhereButton").isVisible());
  press(*screen.page, "oursButton");
  CHECK(back.count() == 1);
  CHECK(ours.count() == 0);
  screen.page->refresh();
  CHECK(child<QLabel>(*screen.page, "titleLabel").text() == before);
  CHECK(child<QWidget>(*screen.page, "elsewhereButton").isVisible());
  press(*screen.page, "oursButton");
  CHECK(ours.count() == 1);
}

TEST_CASE("one person alone is asked at once") {
  LockScreen screen;
  screen.partners.all.pop_back();
  screen.page->refresh();
  CHECK_FALSE(child<QWidget>(*screen.page, "partnerBButton").isVisible());
  CHECK(child<QWidget>(*screen.page, "passphraseField").isVisible());
}

TEST_CASE("the lock screen's intents and the way of the Tab key") {
  LockScreen screen;
  QSignalSpy ours(screen.page.get(), &gui::UnlockPage::oursAsked);
  QSignalSpy elsewhere(screen.page.get(), &gui::UnlockPage::elsewhereAsked);
  QSignalSpy forgotten(screen.page.get(), &gui::UnlockPage::forgottenAsked);
  press(*screen.page, "partnerAButton");
  const QStringList stops = tabStops(*screen.page);
  const QStringList reading{QStringLiteral("partnerAButton"),  QStringLiteral("partnerBButton"),
                            QStringLiteral("secretEdit"),      QStringLiteral("showButton"),
                            QStringLiteral("forgottenButton"), QStringLiteral("openButton"),
                            QStringLiteral("oursButton"),      QStringLiteral("elsewhereButton")};
  QStringList ofInterest;
  for (const QString& stop : stops) {
    if (reading.contains(stop)) ofInterest << stop;
  }
  CHECK(ofInterest == reading);
  CHECK(nameless(*screen.page).isEmpty());
  press(*screen.page, "oursButton");
  press(*screen.page, "elsewhereButton");
  press(*screen.page, "forgottenButton");
  CHECK(ours.count() == 1);
  CHECK(elsewhere.count() == 1);
  CHECK(forgotten.count() == 1);
}

TEST_CASE("a keyboard is told that a passphrase is sensitive, shown or not") {
  LockScreen screen;
  QLineEdit& line = secretLine(*screen.page, "passphraseField");
  const Qt::InputMethodHints wanted = Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText;
  CHECK((line.inputMethodHints() & wanted) == wanted);
  press(*screen.page, "partnerAButton");
  press(child<QWidget>(*screen.page, "passphraseField"), "showButton");
  CHECK(line.echoMode() == QLineEdit::Normal);
  CHECK((line.inputMethodHints() & wanted) == wanted);
}

TEST_CASE("the door of one partner asks in a window of its own") {
  fakes::FakeVaultDoor door;
  door.lockWith(PartnerId::B, kRight.toStdString());
  gui::UnlockDialog dialog(door, fakes::partner(PartnerId::B, "Sam"), gui::UnlockDialog::Why::GoOn, nullptr);
  QSignalSpy finished(&dialog, &QDialog::finished);
  dialog.show();
  type(dialog, "passphraseField", kWrong);
  press(dialog, "openButton");
  CHECK(finished.count() == 0);
  CHECK(child<QLabel>(dialog, "refusalLabel").isVisible());
  type(dialog, "passphraseField", kRight);
  press(dialog, "openButton");
  REQUIRE(finished.count() == 1);
  CHECK(finished.first().first().toInt() == gui::UnlockDialog::Opened);
  CHECK_FALSE(anywhere(dialog, QStringLiteral("lantern")));
}

TEST_CASE("what is missing beside a part is told at its door, and can be gone on without") {
  LockScreen screen;
  press(*screen.page, "partnerAButton");
  screen.door.refuseNext({ErrorKind::RolledBack, {}, {}, kAsideLeftOut});
  type(*screen.page, "passphraseField", kRight);
  press(*screen.page, "openButton");
  const QString told = child<QLabel>(*screen.page, "refusalLabel").text();
  CHECK(told.startsWith(QStringLiteral("Something is missing here: the words that were put aside")));
  CHECK_FALSE(told.contains(QStringLiteral("older than")));
  CHECK(child<QWidget>(*screen.page, "olderRow").isVisible());
  press(*screen.page, "olderButton");
  REQUIRE(screen.door.accepted.size() == 1);
  CHECK(screen.door.accepted.front().detail == kAsideLeftOut);
}

TEST_CASE("a part that is older than it was can be gone on with, by its owner's own hand") {
  LockScreen screen;
  QSignalSpy unlocked(screen.page.get(), &gui::UnlockPage::unlocked);
  press(*screen.page, "partnerAButton");
  CHECK_FALSE(child<QWidget>(*screen.page, "olderRow").isVisible());
  screen.door.refuseNext({ErrorKind::RolledBack, {}, {}, {}, 12});
  type(*screen.page, "passphraseField", kRight);
  press(*screen.page, "openButton");
  CHECK(child<QLabel>(*screen.page, "refusalLabel").text().contains(QStringLiteral("12 notes fewer")));
  press(*screen.page, "olderButton");
  CHECK(screen.door.accepted.size() == 1);
  CHECK_FALSE(child<QWidget>(*screen.page, "olderRow").isVisible());
  type(*screen.page, "passphraseField", kRight);
  press(*screen.page, "openButton");
  CHECK(unlocked.count() == 1);
}

TEST_CASE("the lock screen says that words are put away of those who have a passphrase, and of nobody else") {
  fakes::FakeVaultDoor door;
  fakes::FakePartners partners;
  gui::UnlockPage page(door, partners);
  page.show();
  const auto words = [&page](const char* label) { return child<QLabel>(page, label).text(); };
  CHECK_FALSE(words("leadLabel").contains(QStringLiteral("put away")));
  door.lockWith(PartnerId::A, kRight.toStdString());
  page.refresh();
  CHECK(words("leadLabel").startsWith(QStringLiteral("What Alex wrote is put away. Sam has no passphrase yet")));
  press(page, "partnerBButton");
  CHECK(words("openLead") == QStringLiteral("You have no passphrase yet. Anyone with this laptop can read your words, "
                                            "and what is for both of you."));
  door.lockWith(PartnerId::B, kRight.toStdString());
  page.refresh();
  CHECK(words("leadLabel") == QStringLiteral("What you wrote is put away. Each of you opens your own words."));
}

TEST_CASE("whoever types a passphrase of before is told what became of their words, and how to have them back") {
  LockScreen screen;
  press(*screen.page, "partnerAButton");
  screen.door.refuseNext({ErrorKind::WrongPassphrase, "Alex", {}, kOfBefore});
  type(*screen.page, "passphraseField", kWrong);
  press(*screen.page, "openButton");
  const auto& refusal = child<QLabel>(*screen.page, "refusalLabel");
  REQUIRE(refusal.isVisible());
  CHECK(refusal.text().contains(QStringLiteral("put aside")));
  // The way on is named as it is on the page.
  CHECK(refusal.text().contains(child<QPushButton>(*screen.page, "forgottenButton").text()));
}
