// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/line_walk.h"

#include <QListView>

#include "app/tour/shoot.h"

namespace footbridge::app {
namespace {

using gui::PageName;

void throwAwayAndBringBack(Robot& robot, Album& album) {
  robot.press(QStringLiteral("removeButton"));
  shoot(robot, album, QStringLiteral("line-thrown-away"));
  robot.press(QStringLiteral("backButton"));
  shoot(robot, album, QStringLiteral("story-after"));
  robot.press(QStringLiteral("deletedButton"));
  shoot(robot, album, QStringLiteral("deleted"));
  robot.press(QStringLiteral("read1"));
  robot.press(QStringLiteral("forGood1"));
  shoot(robot, album, QStringLiteral("deleted-asked-twice"));
  robot.press(QStringLiteral("leave1"));
  robot.press(QStringLiteral("bringBack1"));
  shoot(robot, album, QStringLiteral("deleted-none"));
}

}  // namespace

void keepLine(Robot& robot, Album& album, gui::MainWindow& window, const QString& words) {
  Q_EMIT window.navigated(PageName::Note);
  robot.settle();
  robot.type(QStringLiteral("noteEdit"), words);
  shoot(robot, album, QStringLiteral("line-just-for-me"));
  robot.press(QStringLiteral("keepButton"));
  shoot(robot, album, QStringLiteral("line-kept"));
  Q_EMIT window.navigated(PageName::Story);
  robot.settle();
  robot.press(QStringLiteral("mineChip"));
  auto* list = robot.find<QListView>(QStringLiteral("storyList"));
  if (list == nullptr || list->model()->rowCount() == 0) return robot.fault(QStringLiteral("no line in the story"));
  Q_EMIT list->clicked(list->model()->index(0, 0));
  shoot(robot, album, QStringLiteral("line-read"));
  robot.press(QStringLiteral("openLinesButton"));
  robot.press(QStringLiteral("line1"));
  shoot(robot, album, QStringLiteral("line-opening"));
  robot.press(QStringLiteral("keepButton"));
  throwAwayAndBringBack(robot, album);
}

}  // namespace footbridge::app
