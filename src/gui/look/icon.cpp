// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/icon.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <cassert>

/// Named here, or the linker leaves the drawings of a static library out. Outside of any namespace, as Qt asks.
static void takeInDrawings() {
  Q_INIT_RESOURCE(app);
}

namespace footbridge::gui::look {
namespace {

QByteArray drawingOf(const QString& name) {
  takeInDrawings();
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  [[maybe_unused]] const bool isThere = file.open(QIODevice::ReadOnly);
  assert(isThere);
  return file.readAll();
}

QPixmap drawn(const QByteArray& svg, int pixels, double deviceRatio) {
  QPixmap pixmap(qRound(pixels * deviceRatio), qRound(pixels * deviceRatio));
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  QSvgRenderer(svg).render(&painter);
  painter.end();
  pixmap.setDevicePixelRatio(deviceRatio);
  return pixmap;
}

}  // namespace

QPixmap icon(const QString& name, const QColor& colour, int pixels, double deviceRatio) {
  // The same picture each time, so that what Qt makes of it and keeps (it dims a button's) is made and kept once.
  const QString key = QStringLiteral("icon/%1/%2/%3/%4").arg(name, colour.name()).arg(pixels).arg(deviceRatio);
  QPixmap picture;
  if (QPixmapCache::find(key, &picture)) return picture;
  picture = drawn(drawingOf(name).replace("currentColor", colour.name().toLatin1()), pixels, deviceRatio);
  QPixmapCache::insert(key, picture);
  return picture;
}

QPixmap programIcon(int pixels) {
  return drawn(drawingOf(QStringLiteral("footbridge")), pixels, 1);
}

}  // namespace footbridge::gui::look
