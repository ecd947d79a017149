// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/watch_walk.h"

#include "practice/watch.h"

namespace footbridge::app {

void watchTogether(Robot& robot, Album& album, Journal& journal, const Viewing& wanted,
                   std::optional<Practice> lookedIn) {
  const auto shoot = [&](const char* what) {
    robot.settle();
    if (!album.take(*robot.top(), QString::fromLatin1(what))) robot.fault(QStringLiteral("a picture was refused"));
  };
  shoot("watch-empty");
  robot.press(QStringLiteral("addButton"));
  robot.type(QStringLiteral("titleEdit"), QString::fromStdString(wanted.title));
  robot.press(QStringLiteral("planChip"));
  shoot("watch-adding");
  robot.press(QStringLiteral("keepButton"));
  robot.press(QStringLiteral("planMoreButton"));
  shoot("watch");
  const auto entries = journal.entries(Reader::OursAlone);
  const practice::WatchQueue queue = practice::queueOf(entries);
  if (queue.next.empty()) return robot.fault(QStringLiteral("nothing is on the list"));
  robot.press(QStringLiteral("viewing_%1").arg(queue.next.front().id.number()));
  robot.press(QStringLiteral("afterChip"));
  robot.type(QStringLiteral("sayEdit"), QString::fromStdString(wanted.talks.front().text));
  shoot("viewing");
  robot.press(QStringLiteral("keepButton"));
  robot.press(QStringLiteral("seenButton"));
  shoot("viewing-talked");
  if (lookedIn) robot.press(QStringLiteral("practice_") + QString::fromStdString(std::string(toText(*lookedIn))));
  shoot("viewing-exercises");
}

}  // namespace footbridge::app
