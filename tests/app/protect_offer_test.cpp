// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "app/tour/album.h"
#include "app/tour/evening_walk.h"
#include "app/tour/robot.h"
#include "catch.h"
#include "own_home.h"

using namespace footbridge;

TEST_CASE("Going back leads behind the curtain of the turn, and the turn does not go on unlocked") {
  const app_test::OwnHome home;
  app::Program::Options options;
  options.cost = storage::KdfCost::least();
  options.restart = [](const std::vector<std::string>&) {};
  app::Program program(app::WindowRequest{}, std::move(options));
  program.start();
  app::Robot robot(program.window());
  robot.type(QStringLiteral("firstEdit"), QStringLiteral("Mia"));
  robot.type(QStringLiteral("secondEdit"), QStringLiteral("Noor"));
  robot.press(QStringLiteral("beginButton"));
  Q_EMIT program.window().navigated(gui::PageName::Practices);
  robot.press(QStringLiteral("exercise_more-than-thank-you"));
  robot.press(QStringLiteral("firstReadyButton"));
  robot.press(QStringLiteral("secondReadyButton"));
  const auto isAsked = [&robot] { return robot.sees(QStringLiteral("openStillButton")); };
  for (int i = 0; i < 8 && !isAsked(); ++i) {
    robot.settle();
    if (isAsked()) break;
    robot.press(robot.sees(QStringLiteral("readyButton")) ? QStringLiteral("readyButton")
                                                          : QStringLiteral("doneButton"));
  }
  REQUIRE(isAsked());
  robot.press(QStringLiteral("cancelButton"));
  robot.settle();
  CHECK(robot.sees(QStringLiteral("readyButton")));
  CHECK_FALSE(robot.sees(QStringLiteral("passButton")));
  robot.press(QStringLiteral("readyButton"));
  robot.settle();
  CHECK(isAsked());  // and again, until they say what they want
  robot.press(QStringLiteral("openStillButton"));
  robot.settle();
  CHECK(robot.sees(QStringLiteral("passButton")));
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  CHECK(robot.faults().isEmpty());
}
