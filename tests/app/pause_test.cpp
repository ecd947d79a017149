// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>
#include <QTimer>
#include <algorithm>
#include <filesystem>

#include "catch.h"
#include "evening.h"
#include "full_disk.h"

using namespace footbridge;
using namespace footbridge::app_test;
namespace fs = std::filesystem;

TEST_CASE("A pause locks, and goes on where it stood once both have unlocked") {
  Evening evening;
  writeHalfALine(evening);
  evening.robot().press(QStringLiteral("pauseButton"));
  CHECK(evening.next().empty());  // the time to come back comes first
  evening.robot().press(QStringLiteral("twentyButton"));
  REQUIRE_FALSE(evening.next().empty());
  CHECK(std::ranges::find(evening.next(), "--paused") != evening.next().end());
  CHECK(std::ranges::find(evening.next(), "--drafts") == evening.next().end());  // the disk took it

  evening.restart();
  app::Robot& robot = evening.robot();
  REQUIRE(robot.sees(QStringLiteral("pauseView")));
  CHECK(evening.program().journal()->door(VaultId::A) == DoorState::Locked);
  CHECK(evening.program().journal()->door(VaultId::Ours) == DoorState::Locked);
  CHECK_FALSE(robot.sees(QStringLiteral("ownPlanFrame")));  // nothing is known of what is locked, plan or none
  CHECK_FALSE(robot.sees(QStringLiteral("planHintLabel")));
  CHECK(robot.sees(QStringLiteral("pleasureCard")));
  CHECK(robot.find<QLabel>(QStringLiteral("titleLabel"))->text().startsWith(QStringLiteral("Back here at")));
  robot.press(QStringLiteral("readyAButton"));
  robot.press(QStringLiteral("readyBButton"));
  robot.press(QStringLiteral("laterButton"));  // not ready after all: each of them is asked anew
  REQUIRE(robot.wait([&robot] { return !robot.sees(QStringLiteral("secretEdit")); }));
  CHECK_FALSE(robot.find<QPushButton>(QStringLiteral("readyAButton"))->isChecked());
  CHECK_FALSE(robot.find<QPushButton>(QStringLiteral("readyBButton"))->isChecked());
  robot.press(QStringLiteral("readyAButton"));
  robot.press(QStringLiteral("readyBButton"));
  giveSecret(robot, kAlex);
  CHECK_FALSE(robot.sees(QStringLiteral("pageEdit")));  // it waits for both
  giveSecret(robot, kSam);
  REQUIRE(robot.wait([&robot] { return robot.sees(QStringLiteral("readyButton")); }));
  CHECK_FALSE(robot.sees(QStringLiteral("pageEdit")));  // nobody else sees it before Alex has the laptop
  robot.press(QStringLiteral("readyButton"));
  REQUIRE(robot.wait([&robot] { return robot.sees(QStringLiteral("pageEdit")); }));
  CHECK(robot.find<QTextEdit>(QStringLiteral("pageEdit"))->toPlainText() == QStringLiteral("I have not slept, and"));
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  CHECK(robot.faults().isEmpty());
}

TEST_CASE("A slip on the pause is taken back by both, and nothing locks") {
  Evening evening;
  writeHalfALine(evening);
  app::Robot& robot = evening.robot();
  robot.press(QStringLiteral("pauseButton"));
  robot.press(QStringLiteral("readyAButton"));
  REQUIRE(robot.sees(QStringLiteral("pauseView")));
  robot.press(QStringLiteral("readyBButton"));
  REQUIRE(robot.sees(QStringLiteral("readyButton")));
  CHECK(evening.next().empty());
  robot.press(QStringLiteral("readyButton"));
  REQUIRE(robot.sees(QStringLiteral("pageEdit")));
  CHECK(robot.find<QTextEdit>(QStringLiteral("pageEdit"))->toPlainText() == QStringLiteral("I have not slept, and"));
  CHECK(robot.faults().isEmpty());
}

TEST_CASE("From the page of safety a turn comes back behind its curtain, with the half-written words") {
  Evening evening;
  writeHalfALine(evening);
  app::Robot& robot = evening.robot();
  gui::MainWindow& window = evening.program().window();
  Q_EMIT window.safetyAsked();
  // Nothing of the page that is out of sight can be pressed from here.
  for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Space})
    if (QWidget* keyboard = window.focusWidget()) QTest::keyClick(keyboard, key);
  REQUIRE(window.currentPage() == gui::PageName::Safety);
  robot.press(QStringLiteral("backButton"));
  CHECK(window.currentPage() == gui::PageName::Player);
  CHECK_FALSE(robot.sees(QStringLiteral("pageEdit")));
  robot.press(QStringLiteral("readyButton"));
  REQUIRE(robot.sees(QStringLiteral("pageEdit")));
  CHECK(robot.find<QTextEdit>(QStringLiteral("pageEdit"))->toPlainText() == QStringLiteral("I have not slept, and"));
  CHECK(robot.faults().isEmpty());
}

TEST_CASE("A time to come back that is named while it is locked outlasts Hide") {
  Evening evening;
  writeHalfALine(evening);
  evening.robot().press(QStringLiteral("pauseButton"));
  evening.robot().press(QStringLiteral("hourButton"));
  auto arguments = evening.next();
  const auto paused = std::ranges::find(arguments, "--paused") + 1;
  paused->erase(paused->find('@'));  // as where they walked off without naming one
  evening.start(arguments);
  evening.robot().press(QStringLiteral("twentyButton"));
  const QString title = evening.robot().find<QLabel>(QStringLiteral("titleLabel"))->text();
  CHECK(title.startsWith(QStringLiteral("Back here at")));
  Q_EMIT evening.program().window().hideAsked();
  REQUIRE(evening.robot().wait([&evening] { return !evening.restarts().empty(); }));
  evening.restart();
  QTest::qWait(800);
  Q_EMIT evening.program().window().hideAsked();
  REQUIRE(evening.robot().sees(QStringLiteral("pauseView")));
  CHECK(evening.robot().find<QLabel>(QStringLiteral("titleLabel"))->text() == title);
}

TEST_CASE("Hidden, and hidden again, a pause comes back in its own journal") {
  Evening evening;
  writeHalfALine(evening);
  evening.robot().press(QStringLiteral("pauseButton"));
  evening.robot().press(QStringLiteral("hourButton"));
  evening.restart();
  REQUIRE(evening.robot().sees(QStringLiteral("pauseView")));
  Q_EMIT evening.program().window().hideAsked();
  REQUIRE(evening.robot().wait([&evening] { return !evening.next().empty(); }));
  CHECK(evening.next().front() == evening.path());
  evening.restart();
  CHECK(evening.program().window().currentPage() == gui::PageName::Cover);
  Q_EMIT evening.program().window().hideAsked();  // twice, in fright
  CHECK(evening.program().window().currentPage() == gui::PageName::Cover);
  QTest::qWait(800);
  Q_EMIT evening.program().window().hideAsked();
  CHECK(evening.robot().sees(QStringLiteral("pauseView")));
  CHECK(evening.program().window().windowTitle() == QStringLiteral("Footbridge"));
}

TEST_CASE("Who leaves a pause stands before the lock screen, and the sitting stays where it was") {
  Evening evening;
  writeHalfALine(evening);
  evening.robot().press(QStringLiteral("pauseButton"));
  evening.robot().press(QStringLiteral("hourButton"));
  evening.restart();
  evening.robot().press(QStringLiteral("leaveLink"));
  CHECK(evening.robot().sees(QStringLiteral("partnerAButton")));
  CHECK(evening.robot().faults().isEmpty());
}

TEST_CASE("A window that holds words which a full disk refused does not close over them unasked") {
  SmallDisk disk;
  Evening evening([&disk](const fs::path& folder) { disk.mountAt(folder); });
  if (!disk.mounted()) {
    WARN("no disk of our own may be mounted here: not tried");
    return;
  }
  lockOnFullDisk(evening, disk);
  evening.restart();
  QString asked;
  QTimer reader;
  QObject::connect(&reader, &QTimer::timeout, &reader, [&asked] {
    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    if (box == nullptr) return;
    asked = box->text() + box->informativeText();
    box->reject();
  });
  reader.start(20);
  CHECK_FALSE(evening.program().window().close());
  CHECK(asked.contains(QStringLiteral("not saved yet")));
  SECTION("whoever stays finds the page as it was") {
    evening.robot().press(QStringLiteral("partnerBButton"));
    giveSecret(evening.robot(), kSam);
    Q_EMIT evening.program().window().navigated(gui::PageName::Note);
    evening.robot().type(QStringLiteral("noteEdit"), QStringLiteral("milk"));
    CHECK_FALSE(evening.program().window().close());
    CHECK(evening.robot().find<QPlainTextEdit>(QStringLiteral("noteEdit"))->toPlainText() == QStringLiteral("milk"));
  }
  SECTION("the cover says nothing, and keeps them") {
    asked.clear();
    evening.program().window().showPage(gui::PageName::Cover, gui::Chrome::Nothing);
    CHECK_FALSE(evening.program().window().close());
    CHECK(asked.isEmpty());
  }
  SECTION("room on the disk before the next lock keeps them") {
    evening.robot().press(QStringLiteral("partnerAButton"));
    giveSecret(evening.robot(), kAlex);
    disk.clear();
    Q_EMIT evening.program().window().lockAsked();
    CHECK(std::ranges::find(evening.next(), "--drafts") == evening.next().end());
    evening.restart();
    asked.clear();
    CHECK(evening.program().window().close());
    CHECK(asked.isEmpty());
  }
}

TEST_CASE("On a full disk the half-written line crosses the lock in memory, and is kept once there is room") {
  SmallDisk disk;
  Evening evening([&disk](const fs::path& folder) { disk.mountAt(folder); });
  if (!disk.mounted()) {
    WARN("no disk of our own may be mounted here: not tried");
    return;
  }
  const QString more = lockOnFullDisk(evening, disk);
  const auto carried = std::ranges::find(evening.next(), "--drafts");
  REQUIRE(carried != evening.next().end());

  disk.clear();
  // Sam comes first, and locks again: it is not theirs, so it goes on.
  evening.restart();
  evening.robot().press(QStringLiteral("partnerBButton"));
  giveSecret(evening.robot(), kSam);
  Q_EMIT evening.program().window().lockAsked();
  REQUIRE(std::ranges::find(evening.next(), "--drafts") != evening.next().end());

  evening.restart();
  Journal& journal = *evening.program().journal();
  const std::string whole = "I have not slept, and" + more.toStdString();
  CHECK(halfLineOfAlex(journal).empty());
  REQUIRE(journal.unlock(PartnerId::A, *Passphrase::from(kAlex)).ok());
  CHECK(halfLineOfAlex(journal) == whole);
}

TEST_CASE("What cannot be carried over a lock keeps the window open, also where no page shows it any more") {
  SmallDisk disk;
  Evening evening([&disk](const fs::path& folder) { disk.mountAt(folder); });
  if (!disk.mounted()) {
    WARN("no disk of our own may be mounted here: not tried");
    return;
  }
  lockOnFullDisk(evening, disk);
  evening.restart();
  evening.robot().press(QStringLiteral("partnerAButton"));
  giveSecret(evening.robot(), kAlex);
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Today);
  rlimit usual{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &usual) == 0);
  rlimit none = usual;
  none.rlim_cur = 0;
  REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
  Q_EMIT evening.program().window().lockAsked();
  REQUIRE(setrlimit(RLIMIT_NOFILE, &usual) == 0);
  CHECK(evening.restarts().empty());
  Q_EMIT evening.program().window().lockAsked();
  CHECK(std::ranges::find(evening.next(), "--drafts") != evening.next().end());
}
