// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "evening.h"

using namespace footbridge;
using namespace footbridge::app_test;

namespace {

/// Sam has forgotten, and Alex opens their own part to let Sam back in.
void askAlexToLetSamIn(Evening& evening) {
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  robot.press(QStringLiteral("partnerBButton"));
  robot.press(QStringLiteral("forgottenButton"));
  robot.press(QStringLiteral("partnerButton"));
  giveSecret(robot, kAlex);
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  REQUIRE(robot.faults().isEmpty());
  REQUIRE(evening.program().journal()->door(VaultId::A) == DoorState::Unlocked);
}

}  // namespace

TEST_CASE("Letting the other back in, broken off, leaves nothing open behind a page that looks locked") {
  Evening evening;
  askAlexToLetSamIn(evening);
  CHECK(evening.next().empty());
  evening.robot().press(QStringLiteral("cancelButton"));
  REQUIRE_FALSE(evening.next().empty());
  evening.restart();
  CHECK(evening.program().journal()->door(VaultId::A) == DoorState::Locked);
}

TEST_CASE("Once both have sat down, nothing shows what one of them wrote alone") {
  Evening evening;
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  robot.press(QStringLiteral("partnerAButton"));
  giveSecret(robot, kAlex);
  Journal& journal = *evening.program().journal();
  REQUIRE(journal.add(VaultId::A, PartnerId::A, Note{"only Alex knows"}).ok());
  Q_EMIT evening.program().window().navigated(gui::PageName::Practices);
  robot.press(QStringLiteral("exercise_what-would-help"));
  robot.press(QStringLiteral("firstReadyButton"));
  robot.press(QStringLiteral("secondReadyButton"));
  robot.press(QStringLiteral("beginButton"));
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Player);
  Q_EMIT evening.program().window().navigated(gui::PageName::Story);
  CHECK_FALSE(robot.sees(QStringLiteral("mineChip")));
}
