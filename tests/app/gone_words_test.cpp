// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QTimer>

#include "evening.h"

using namespace footbridge;
using namespace footbridge::app_test;

namespace {

/// To the end, where it is said that it is done, and read.
void takeOut(app::Robot& robot) {
  for (const char* button : {"journalButton", "leaveButton", "firstButton"}) robot.press(QString::fromLatin1(button));
  bool isSaid = false;
  QTimer read;
  QObject::connect(&read, &QTimer::timeout, [&isSaid] {
    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    if (box == nullptr) return;
    isSaid = box->informativeText().startsWith(QStringLiteral("Your words are gone from it"));
    box->buttons().front()->click();
  });
  read.start(10);
  robot.press(QStringLiteral("secondButton"));
  CHECK(isSaid);
}

}  // namespace

TEST_CASE(
    "Whoever takes their part out takes their words out of memory too, whether or not the other has a passphrase") {
  for (const auto whose : {Evening::Of::Two, Evening::Of::TwoAlexOpen}) {
    Evening evening({}, whose);
    comeInAs(evening, "partnerBButton", kSam);
    app::Robot& robot = evening.robot();
    Q_EMIT evening.program().window().navigated(gui::PageName::Settings);
    takeOut(robot);
    CHECK(evening.program().journal()->partners().size() == 1);
    CHECK_FALSE(evening.next().empty());
    CHECK(robot.faults().isEmpty());
  }
}

TEST_CASE("The half-written words of somebody who took their part out come up for nobody who joins") {
  Evening evening;
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  gui::MainWindow& window = evening.program().window();
  robot.press(QStringLiteral("partnerBButton"));
  giveSecret(robot, kSam);
  Q_EMIT window.navigated(gui::PageName::Note);
  robot.type(QStringLiteral("noteEdit"), QStringLiteral("half a line of Sam's"));
  Q_EMIT window.navigated(gui::PageName::Settings);
  REQUIRE(evening.program().journal()->findDraft(VaultId::B, "note/mine"));
  takeOut(robot);
  Journal& journal = *evening.program().journal();
  REQUIRE(journal.partners().size() == 1);
  REQUIRE(journal.unlock(PartnerId::A, *Passphrase::from(kAlex)).ok());
  REQUIRE(journal.join(*PartnerName::from("Kim")).ok());
  Q_EMIT window.lockAsked();
  for (const char* place : {"note/mine", "note/ours"}) CHECK_FALSE(journal.findDraft(VaultId::B, place));
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  CHECK(robot.faults().isEmpty());
}
