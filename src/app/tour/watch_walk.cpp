// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/watch_walk.h"

#include <QLabel>

#include "app/tour/shoot.h"
#include "gui/flows/watch_words.h"
#include "practice/watch.h"

namespace footbridge::app {
namespace {

/// Draws until the card is the one that was talked about, so that the picture has the words that belong together.
void drawCardOf(Robot& robot, Catalog& catalog, const ViewingTalk& talk) {
  robot.press(QStringLiteral("afterChip"));
  const auto card = talk.card ? gui::findCard(catalog, *talk.card) : std::nullopt;
  const auto isIt = [&] {
    const auto* label = robot.find<QLabel>(QStringLiteral("cardLabel"));
    return label != nullptr && label->text() == card->text;
  };
  for (int draws = 0; card && !isIt(); ++draws) {
    if (draws == 100) return robot.fault(QStringLiteral("a card was not drawn: ") + card->text);
    robot.press(QStringLiteral("drawButton"));
  }
}

}  // namespace

void watchTogether(Robot& robot, Album& album, Journal& journal, Catalog& catalog, const Viewing& wanted,
                   std::optional<Practice> lookedIn) {
  const auto shoot = [&](const char* what) { app::shoot(robot, album, QString::fromLatin1(what)); };
  shoot("watch-empty");
  robot.press(QStringLiteral("addButton"));
  robot.type(QStringLiteral("titleEdit"), QString::fromStdString(wanted.title));
  robot.press(QStringLiteral("countsBox"));
  shoot("watch-adding");
  robot.press(QStringLiteral("keepButton"));
  robot.press(QStringLiteral("planMoreButton"));
  shoot("watch");
  const auto entries = journal.entries(Reader::OursAlone);
  const practice::WatchQueue queue = practice::queueOf(entries);
  if (queue.next.empty()) return robot.fault(QStringLiteral("nothing is on the list"));
  robot.press(QStringLiteral("viewing_%1").arg(queue.next.front().id.number()));
  drawCardOf(robot, catalog, wanted.talks.front());
  robot.type(QStringLiteral("sayEdit"), QString::fromStdString(wanted.talks.front().text));
  shoot("viewing");
  robot.press(QStringLiteral("keepButton"));
  robot.press(QStringLiteral("seenButton"));
  shoot("viewing-talked");
  if (lookedIn) robot.press(QStringLiteral("practice_") + QString::fromStdString(std::string(toText(*lookedIn))));
  shoot("viewing-exercises");
}

}  // namespace footbridge::app
