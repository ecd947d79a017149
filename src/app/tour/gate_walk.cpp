// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/gate_walk.h"

#include <QAbstractButton>

#include "app/tour/shoot.h"

namespace footbridge::app {

void passGate(Robot& robot, Album& album, const QString& name, std::array<int, 2> picks) {
  const auto shoot = [&](const char* what) { app::shoot(robot, album, name + QLatin1Char('-') + QLatin1String(what)); };
  shoot("gate");
  robot.press(QStringLiteral("bothButton"));
  for (const int pick : picks) {
    shoot("gate-hand-over");
    robot.press(QStringLiteral("readyButton"));
    shoot("gate-question");
    const auto* choices = robot.find(QStringLiteral("gateChoices"));
    auto* picked = choices != nullptr ? choices->findChildren<QAbstractButton*>().value(pick) : nullptr;
    if (picked == nullptr) return robot.fault(name + QStringLiteral(": a gate without that choice"));
    picked->click();
    shoot("gate-answer");
    robot.press(QStringLiteral("doneButton"));
  }
  shoot("gate-both");
  robot.press(QStringLiteral("readyButton"));
}

}  // namespace footbridge::app
