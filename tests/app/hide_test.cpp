// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <thread>

#include "app/window_place.h"
#include "catch.h"
#include "evening.h"
#include "file_chooser.h"
#include "gates/instead/once_derived.h"
#include "storage/backup_shelf.h"
#include "storage/journal_backups.h"

using namespace footbridge;
using namespace footbridge::app_test;

namespace {

void fillSecrets(app::Robot& robot, const char* secret) {
  robot.settle();
  for (auto* edit : robot.top()->findChildren<QLineEdit*>(QStringLiteral("secretEdit")))
    if (edit->isVisible()) robot.typeInto(*edit, QString::fromLatin1(secret));
}

/// A new passphrase in the dialog that asks for one, with the recovery code on screen after it.
void choosePassphrase(app::Robot& robot, const char* secret) {
  fillSecrets(robot, secret);
  robot.press(QStringLiteral("protectButton"));
  robot.press(QStringLiteral("showCodeButton"));
  REQUIRE(robot.sees(QStringLiteral("codeGroup1")));
}

void pressHideOverDialog() {
  QWidget* dialog = QApplication::activeModalWidget();
  REQUIRE(dialog != nullptr);
  QTest::keyClick(dialog, Qt::Key_F8);
}

/// Clicks, and has Hide pressed over whatever has the keyboard as soon as the first key is being made. Answers what
/// `seen` is as the cover comes; none where none came.
template <typename Seen>
auto hideWhileMakingKeys(Evening& evening, QPushButton& button, const Seen& seen) {
  gui::MainWindow& window = evening.program().window();
  std::optional<decltype(seen())> atCover;
  const auto listening = QObject::connect(&window, &gui::MainWindow::shown, &window, [&](gui::PageName page) {
    if (page == gui::PageName::Cover && !atCover) atCover = seen();
  });
  QWidget* over = evening.robot().top();
  const std::size_t before = gates::derivations();
  std::thread frightened([over, before] {
    while (gates::derivations() == before) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    QCoreApplication::postEvent(over, new QKeyEvent(QEvent::KeyPress, Qt::Key_F8, Qt::NoModifier));
  });
  button.click();
  frightened.join();
  QObject::disconnect(listening);
  return atCover;
}

/// The cover is all that there is to see, and every restart begins behind it.
void checkCovered(Evening& evening) {
  REQUIRE(evening.robot().wait([&evening] { return !evening.restarts().empty(); }));
  evening.robot().settle();
  for (const auto& arguments : evening.restarts()) {
    CHECK(std::ranges::find(arguments, "--covered") != arguments.end());
    const auto place = app::WindowPlace::from(*std::next(std::ranges::find(arguments, "--place")));
    REQUIRE(place.has_value());
    CHECK(place->active);  // whoever hid may want to come back, or to hide anew
  }
  CHECK(evening.program().window().currentPage() == gui::PageName::Cover);
  CHECK(QApplication::activeModalWidget() == nullptr);
}

}  // namespace

TEST_CASE("Hide over the dialogs that let somebody back in ends behind the cover") {
  Evening evening;
  askAlexToLetSamIn(evening);
  SECTION("while the new passphrase is asked for") {}
  SECTION("while the code is on screen") {
    choosePassphrase(evening.robot(), "copper rain over the orchard");
  }
  pressHideOverDialog();
  checkCovered(evening);
}

TEST_CASE("Hide over the code that comes before a join lets nobody join, and ends behind the cover") {
  Evening evening({}, Evening::Of::OneOpen);
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::Settings);
  robot.press(QStringLiteral("journalButton"));
  robot.type(QStringLiteral("joinNameEdit"), QStringLiteral("Lee"));
  robot.press(QStringLiteral("joinButton"));
  choosePassphrase(robot, kAlex);
  pressHideOverDialog();
  checkCovered(evening);
  CHECK(evening.program().journal()->partners().size() == 1);
}

TEST_CASE("Hide while a passphrase is being tried keeps the cover, whatever it opens") {
  Evening evening;
  SECTION("in a dialog") {
    comeInAs(evening, "partnerAButton", kAlex);
    Q_EMIT evening.program().window().navigated(gui::PageName::WeeklyLook);
    evening.robot().press(QStringLiteral("openButton"));
    fillSecrets(evening.robot(), kSam);
    QTimer::singleShot(0, &evening.program(), [] { pressHideOverDialog(); });
  }
  SECTION("on the lock page") {
    evening.start({evening.path()});
    evening.robot().press(QStringLiteral("partnerAButton"));
    fillSecrets(evening.robot(), kAlex);
    gui::MainWindow& window = evening.program().window();
    QTimer::singleShot(0, &window, [&window] { Q_EMIT window.hideAsked(); });
  }
  // Clicked as a finger does, with nothing settled before: what was pressed comes up while it is busy.
  auto* button = evening.robot().find<QPushButton>(QStringLiteral("openButton"));
  REQUIRE(button != nullptr);
  button->click();
  checkCovered(evening);
}

TEST_CASE("Hide covers while a key is being made from a passphrase, and locks as soon as that is over") {
  Evening evening({}, Evening::Of::Two, Evening::Keys::Real);
  // One that takes as long as it does in real life.
  const std::string path = (evening.folder() / "real.footbridge").string();
  {
    storage::FileShelf shelf({.cost = storage::KdfCost{}, .stateFolder = {}, .now = {}});
    auto journal = shelf.create(path, *PartnerName::from("Alex"), std::nullopt);
    REQUIRE(journal.ok());
    REQUIRE((*journal)->protect(PartnerId::A, *Passphrase::from(kAlex)).ok());
  }
  evening.start({path});
  fillSecrets(evening.robot(), kAlex);
  gui::MainWindow& window = evening.program().window();
  std::optional<DoorState> covered;
  QObject::connect(&window, &gui::MainWindow::shown, &window, [&](gui::PageName page) {
    if (page == gui::PageName::Cover) covered = evening.program().journal()->door(VaultId::A);
  });
  auto* button = evening.robot().find<QPushButton>(QStringLiteral("openButton"));
  REQUIRE(button != nullptr);
  std::thread frightened([&window] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    QMetaObject::invokeMethod(&window, "hideAsked", Qt::QueuedConnection);
  });
  button->click();
  frightened.join();
  CHECK(evening.program().journal()->door(VaultId::A) == DoorState::Unlocked);
  checkCovered(evening);
  CHECK(covered == DoorState::Locked);
}

TEST_CASE("Hide covers while it is found out what a key may cost, before the first is made") {
  Evening evening({}, Evening::Of::OneOpen, Evening::Keys::Real);
  evening.start({evening.path()}, std::nullopt);
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::Settings);
  robot.press(QStringLiteral("firstProtectButton"));
  fillSecrets(robot, kAlex);
  auto* button = robot.find<QPushButton>(QStringLiteral("protectButton"));
  REQUIRE(button != nullptr);
  const std::size_t before = gates::derivations();
  CHECK(hideWhileMakingKeys(evening, *button, [before] { return gates::derivations() - before; }) == 1);
  checkCovered(evening);
  // As if nobody had hidden it: the passphrase holds.
  CHECK(evening.program().journal()->door(VaultId::A) == DoorState::Unlocked);
}

TEST_CASE("Hide covers while the key of another copy is made, and what is joined is whole") {
  Evening evening({}, Evening::Of::Two, Evening::Keys::Real);
  const std::string path = (evening.folder() / "copy.footbridge").string();
  fs::copy_file(evening.path(), path);
  const char* const sinceThen = "copper rain over the orchard";
  {
    storage::FileShelf shelf({.cost = storage::KdfCost{}, .stateFolder = {}, .now = {}});
    auto copy = shelf.open(path);
    REQUIRE(copy.ok());
    REQUIRE((*copy)->unlock(PartnerId::A, *Passphrase::from(kAlex)).ok());
    REQUIRE((*copy)->add(VaultId::A, PartnerId::A, Note{"from the other laptop"}).ok());
    REQUIRE((*copy)->protect(PartnerId::A, *Passphrase::from(sinceThen)).ok());
  }
  comeInAs(evening, "partnerAButton", kAlex);
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::Settings);
  robot.press(QStringLiteral("journalButton"));
  {
    const FileChooser chooser(path);
    robot.press(QStringLiteral("mergeButton"));
    REQUIRE(robot.wait([&robot] { return robot.sees(QStringLiteral("secretEdit")); }));
  }
  fillSecrets(robot, sinceThen);
  auto* button = robot.find<QPushButton>(QStringLiteral("openButton"));
  REQUIRE(button != nullptr);
  const Journal& journal = *evening.program().journal();
  const auto notes = [&journal] { return journal.entries(Reader::A).size(); };
  CHECK(hideWhileMakingKeys(evening, *button, notes) == 0);
  CHECK(notes() == 1);
  checkCovered(evening);
}

namespace {

/// Longer than the key of Hide, pressed again in fright, keeps the cover.
void uncover(Evening& evening) {
  QTest::qWait(800);
  Q_EMIT evening.program().window().hideAsked();
}

}  // namespace

TEST_CASE("Hide over the made-up couple comes back to it, also where no journal was ever used here") {
  Evening evening;
  evening.start({});
  REQUIRE(evening.program().window().currentPage() == gui::PageName::FirstMinute);
  evening.robot().press(QStringLiteral("rehearsalButton"));
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Today);
  Q_EMIT evening.program().window().hideAsked();
  checkCovered(evening);
  evening.restart();
  uncover(evening);
  CHECK(evening.program().window().currentPage() == gui::PageName::Today);
  REQUIRE(evening.program().journal() != nullptr);
  CHECK(evening.program().journal()->path().empty());
}

TEST_CASE("Hide over a journal that was opened after a look at the made-up couple comes back to the journal") {
  Evening evening;
  evening.start({"--rehearsal"});
  Q_EMIT evening.program().window().lockAsked();
  const FileChooser chooser(evening.path());
  evening.robot().press(QStringLiteral("elsewhereButton"));
  REQUIRE(evening.robot().wait([&evening] { return evening.robot().sees(QStringLiteral("rehearsalButton")); }));
  evening.robot().press(QStringLiteral("openButton"));
  REQUIRE(evening.robot().wait([&chooser] { return chooser.hasChosen(); }));
  evening.robot().settle();
  REQUIRE(evening.program().journal()->path() == evening.path());
  Q_EMIT evening.program().window().hideAsked();
  checkCovered(evening);
  CHECK(evening.next().front() == evening.path());
}

TEST_CASE("What was used before Hide is backed up behind the cover, whether or not anybody comes back") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  Q_EMIT evening.program().window().hideAsked();
  checkCovered(evening);
  evening.restart();
  // In this test the process before could make one as it went; the real one is gone at once.
  fs::remove_all(storage::defaultBackupsFolder());
  SECTION("while it stands") {
    const storage::FileBackupShelf shelf(storage::defaultBackupsFolder());
    CHECK(evening.robot().wait([&shelf] { return !shelf.backedUp().empty(); }));
    CHECK(evening.program().journal() == nullptr);
    Q_EMIT evening.program().window().hideAsked();
    CHECK(evening.program().window().currentPage() == gui::PageName::Unlock);
  }
  SECTION("as the window closes") {
    evening.end();
    CHECK_FALSE(storage::FileBackupShelf(storage::defaultBackupsFolder()).backedUp().empty());
  }
}
