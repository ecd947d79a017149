// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/album.h"

#include <QDir>
#include <QPainter>
#include <QTemporaryDir>
#include <QWidget>

#include "catch.h"

using namespace footbridge;

namespace {

/// One stroke on white, somewhere between two pixels, and a dot where there is one.
struct Drawn : QWidget {
  double at = 100;
  bool dotted = false;

  Drawn() { resize(400, 300); }
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Qt::white);
    painter.fillRect(QRectF(at, 50, 8, 100), Qt::black);
    if (dotted) painter.fillRect(QRect(201, 200, 3, 3), Qt::black);
  }
};

}  // namespace

TEST_CASE("What no eye tells from a picture that is there is not kept again, and the smallest dot is") {
  const QTemporaryDir folder;
  app::Album album(folder.path());
  Drawn drawn;
  CHECK(album.take(drawn, QStringLiteral("stroke")));
  drawn.at += 1.0 / 64;
  CHECK(album.take(drawn, QStringLiteral("stroke")));
  CHECK(album.count() == 1);
  drawn.dotted = true;
  CHECK(album.take(drawn, QStringLiteral("dot")));
  CHECK(album.count() == 2);
  CHECK(QDir(folder.path()).entryList(QDir::Files, QDir::Name) ==
        QStringList{QStringLiteral("001-stroke.png"), QStringLiteral("002-dot.png")});
}

TEST_CASE("An album that writes no files counts the same pictures") {
  const QTemporaryDir folder;
  app::Album album(folder.path(), {.writes = false});
  Drawn drawn;
  CHECK(album.take(drawn, QStringLiteral("stroke")));
  CHECK(album.take(drawn, QStringLiteral("stroke")));
  drawn.dotted = true;
  CHECK(album.take(drawn, QStringLiteral("dot")));
  CHECK(album.count() == 2);
  CHECK(QDir(folder.path()).isEmpty());
}
