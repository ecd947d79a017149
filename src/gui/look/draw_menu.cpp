// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include "gui/look/draw.h"
#include "gui/look/measure.h"

namespace footbridge::gui::look {
namespace {

constexpr double kCorner = 10;
constexpr double kItemCorner = 8;
constexpr int kSide = 14;  ///< between the edge of an entry and its words
constexpr int kIconGap = 12;
constexpr int kKeyGap = 32;  ///< between the words and their key

/// The words of an entry, and the key that does the same.
std::pair<QString, QString> partsOf(const QString& text) {
  const qsizetype tab = text.indexOf(u'\t');
  return tab < 0 ? std::pair(text, QString()) : std::pair(text.left(tab), text.mid(tab + 1));
}

}  // namespace

QSize menuItemSize(const FootbridgeStyle& style, const QStyleOptionMenuItem& item, const QSize& words) {
  if (item.menuItemType == QStyleOptionMenuItem::Separator) return {style.px(10), style.px(11)};
  int wide = words.width() + 2 * style.px(kSide);
  if (item.maxIconWidth > 0) wide += style.px(20) + style.px(kIconGap);
  if (item.text.contains(u'\t') || item.reservedShortcutWidth > 0) wide += style.px(kKeyGap);
  return {wide, std::max(words.height() + style.px(14), style.px(40))};
}

QRegion menuShape(const FootbridgeStyle& style, const QRect& rect) {
  QPainterPath shape;
  shape.addRoundedRect(rect, style.px(kCorner), style.px(kCorner));
  return QRegion(shape.toFillPolygon().toPolygon());
}

void drawMenuGround(const Brush& brush, const QRect& rect) {
  brush.painter.save();
  brush.painter.setRenderHint(QPainter::Antialiasing);
  brush.painter.fillRect(rect, brush.theme().line);
  roundBox(brush, rect, brush.px(kCorner), brush.theme().card, brush.theme().line);
  brush.painter.restore();
}

void drawMenuItem(const Brush& brush, const QStyleOptionMenuItem& item) {
  QPainter& painter = brush.painter;
  const FootbridgeStyle& style = brush.style;
  if (item.menuItemType == QStyleOptionMenuItem::Separator) {
    const int middle = item.rect.center().y();
    painter.fillRect(QRect(item.rect.x() + style.px(kSide), middle, item.rect.width() - 2 * style.px(kSide), 1),
                     brush.theme().line);
    return;
  }
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isOn = item.state & QStyle::State_Enabled;
  if (isOn && (item.state & QStyle::State_Selected))
    roundBox(brush, item.rect, brush.px(kItemCorner), brush.theme().sunk, brush.theme().sunk);
  QRect room = item.rect.adjusted(style.px(kSide), 0, -style.px(kSide), 0);
  if (item.maxIconWidth > 0) {
    const int size = style.px(20);
    item.icon.paint(&painter, QRect(room.x(), room.center().y() - size / 2, size, size), Qt::AlignCenter,
                    isOn ? QIcon::Normal : QIcon::Disabled);
    room.setLeft(room.x() + size + style.px(kIconGap));
  }
  const auto [words, key] = partsOf(item.text);
  painter.setFont(item.font);
  painter.setPen(isOn ? brush.theme().ink : brush.theme().faint);
  painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, words);
  painter.setPen(isOn ? brush.theme().soft : brush.theme().faint);
  painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, key);
  painter.restore();
}

}  // namespace footbridge::gui::look
