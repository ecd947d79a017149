// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/story_card_delegate.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/look/type.h"
#include "gui/models/story_model.h"

namespace footbridge::gui {
namespace {

constexpr int kGap = 10;    ///< between two cards
constexpr int kBeside = 10;  ///< between a card and the scroll bar, at every size of text
constexpr int kInset = 28;  ///< of the words from the card's left, the edge included
constexpr int kAbove = 14;
constexpr int kDateColumn = 92;

struct Fonts {
  QFont title = look::fontOf(look::textLook(u"heading"), look::scale());
  QFont line = look::fontOf(look::textLook(u"soft"), look::scale());
  QFont date = look::fontOf(look::textLook(u"small"), look::scale());
};

int heightOf(QStringView kind, const QFont& font) {
  return qRound(font.pixelSize() * look::textLook(kind).lineHeight);
}

/// At large text a longer date ("22 Nov 2025") must not run into the words.
int dateWidth(const Fonts& fonts, const QString& date) {
  return std::max(look::px(kDateColumn), QFontMetrics(fonts.date).horizontalAdvance(date) + look::px(16));
}

void drawBox(QPainter& painter, const QRectF& box, const QString& tint, bool over) {
  const Theme& theme = look::theme();
  const double radius = look::px(14);
  const double edge = look::px(6);
  const QRectF inner = box.adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(QPen(theme.line, 1));
  painter.setBrush(over ? look::mixed(theme.card, theme.sunk, 0.45) : theme.card);
  painter.drawRoundedRect(inner, radius, radius);
  QPainterPath outer;
  outer.addRoundedRect(box, radius, radius);
  QPainterPath hollow;
  hollow.addRoundedRect(box.adjusted(edge, 1, radius * 4, -1), radius - edge, radius - 1);
  QPainterPath band;
  band.addRect(QRectF(box.left(), box.top(), radius, box.height()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(look::tokenColour(theme, tint));
  painter.drawPath(outer.intersected(band).subtracted(hollow));
}

void drawRing(QPainter& painter, const QRectF& box) {
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(look::theme().focus, 2));
  painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look::px(14), look::px(14));
}

void drawText(QPainter& painter, const QRect& place, const QFont& font, const QColor& colour, const QString& text) {
  painter.setFont(font);
  painter.setPen(colour);
  const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width());
  painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void drawWords(QPainter& painter, const QRect& box, const QModelIndex& index) {
  const Theme& theme = look::theme();
  const Fonts fonts;
  const QString date = index.data(StoryModel::DateRole).toString();
  const int dateRoom = dateWidth(fonts, date);
  const QRect room = box.adjusted(look::px(kInset), look::px(kAbove), -look::px(22), -look::px(kAbove));
  drawText(painter, QRect(room.left(), room.top(), dateRoom, room.height()), fonts.date, theme.soft, date);
  const int chevron = look::px(24);
  QRect words = room.adjusted(dateRoom, 0, -chevron, 0);
  words.setHeight(heightOf(u"heading", fonts.title) + look::px(3));
  drawText(painter, words, fonts.title, theme.ink, index.data(StoryModel::TitleRole).toString());
  words.moveTop(words.bottom() + 1);
  words.setHeight(heightOf(u"soft", fonts.line));
  drawText(painter, words, fonts.line, theme.soft, index.data(StoryModel::LineRole).toString());
  painter.setFont(fonts.line);
  painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("›"));
}

}  // namespace

void StoryCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect box = option.rect.adjusted(0, 0, -kBeside, -look::px(kGap));
  drawBox(*painter, box, index.data(StoryModel::TintRole).toString(), option.state & QStyle::State_MouseOver);
  drawWords(*painter, box, index);
  if (option.state & QStyle::State_HasFocus) drawRing(*painter, box);
  painter->restore();
}

QSize StoryCardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  const Fonts fonts;
  const int words = heightOf(u"heading", fonts.title) + heightOf(u"soft", fonts.line) + look::px(3);
  return {look::px(320), words + 2 * look::px(kAbove) + look::px(kGap)};
}

}  // namespace footbridge::gui
