// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QVariant>

#include "app/tour/evening_walk.h"
#include "app/tour/shoot.h"
#include "app/tour/tour.h"

namespace footbridge::app {
namespace {

/// Whose dialog it is stands in the colour of its main button.
QString passphraseBy(const QAbstractButton& button) {
  const bool isB = button.property("role").toString() == QStringLiteral("b");
  return QString::fromUtf8(isB ? kTourPassphraseOfB : kTourPassphraseOfA);
}

bool fillSecrets(Robot& robot, const QString& button) {
  auto* main = robot.find<QAbstractButton>(button);
  if (main == nullptr) return false;
  const QString passphrase = passphraseBy(*main);
  for (auto* edit : robot.top()->findChildren<QLineEdit*>(QStringLiteral("secretEdit"))) {
    if (edit->isVisible()) robot.typeInto(*edit, passphrase);
  }
  return true;
}

void passProtect(Robot& robot, Album& album) {
  shoot(robot, album, QStringLiteral("passphrase"));
  if (fillSecrets(robot, QStringLiteral("protectButton"))) {
    shoot(robot, album, QStringLiteral("passphrase-typed"));
    robot.press(QStringLiteral("protectButton"));
  }
}

void passCode(Robot& robot, Album& album) {
  shoot(robot, album, QStringLiteral("recovery-code-curtain"));
  robot.press(QStringLiteral("showCodeButton"));
  shoot(robot, album, QStringLiteral("recovery-code"));
  QStringList groups;
  for (int i = 1; const auto* label = robot.find<QLabel>(QStringLiteral("codeGroup%1").arg(i)); ++i) {
    groups << label->text();
  }
  robot.press(QStringLiteral("writtenButton"));
  shoot(robot, album, QStringLiteral("recovery-code-check"));
  if (groups.size() < 3) return robot.fault(QStringLiteral("the recovery code has no groups to write down"));
  robot.type(QStringLiteral("firstGroupEdit"), groups.at(1));
  robot.type(QStringLiteral("secondGroupEdit"), groups.at(groups.size() - 2));
  robot.press(QStringLiteral("doneButton"));
}

void passUnlock(Robot& robot, Album& album) {
  shoot(robot, album, QStringLiteral("unlock-for-turn"));
  if (fillSecrets(robot, QStringLiteral("openButton"))) robot.press(QStringLiteral("openButton"));
}

}  // namespace

bool passDoor(Robot& robot, Album& album) {
  robot.settle();
  const auto* dialog = qobject_cast<QDialog*>(robot.top());
  if (dialog == nullptr) return false;
  const QString name = dialog->objectName();
  const auto before = dialog;
  if (name == QStringLiteral("protectDialog"))
    passProtect(robot, album);
  else if (name == QStringLiteral("recoveryCodeDialog"))
    passCode(robot, album);
  else if (name == QStringLiteral("unlockDialog"))
    passUnlock(robot, album);
  robot.settle();
  if (robot.top() != before) return true;
  robot.fault(QStringLiteral("stuck at the dialog ") + name);
  return false;
}

}  // namespace footbridge::app
