// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/story_card_delegate.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>
#include <optional>

#include "gui/look/look.h"
#include "gui/look/type.h"
#include "gui/models/story_model.h"

namespace footbridge::gui {
namespace {

constexpr int kGap = 10;    ///< between two cards
constexpr int kBeside = 10;  ///< between a card and the scroll bar, at every size of text
constexpr int kInset = 28;  ///< of the words from the card's left, the edge included
constexpr int kAbove = 14;
constexpr int kRight = 22;
constexpr int kChevron = 24;
constexpr int kDateColumn = 92;
constexpr int kLeastWords = 230;  ///< in less, beside the date, a title is cut that tells one card from another
constexpr int kNarrowLines = 3;

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

/// The words in so many lines at most, of which the last is cut where there are more. Its lines break as they are
/// drawn, whatever paragraphs the words were written in.
QString inLines(const QFont& font, const QString& text, int width, int most) {
  const QString words = text.simplified();
  QTextLayout layout(words, font);
  QTextOption breaks;
  breaks.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(breaks);
  layout.beginLayout();
  QStringList lines;
  int begin = 0;
  while (lines.size() + 1 < most) {
    QTextLine line = layout.createLine();
    if (!line.isValid()) break;
    line.setLineWidth(width);
    lines << words.mid(line.textStart(), line.textLength()).trimmed();
    begin = line.textStart() + line.textLength();
  }
  layout.endLayout();
  if (begin < words.size()) lines << QFontMetrics(font).elidedText(words.mid(begin), Qt::ElideRight, width);
  return lines.join(QChar::LineFeed);
}

/// One part of a card: its words as they are shown, and how high they stand.
struct Part {
  QFont font;
  QColor colour;
  QString shown;
  int lineHeight = 0;

  Part(QStringView kind, const QFont& aFont, const QColor& aColour, const QString& text, int width, int most)
      : font(aFont), colour(aColour), shown(inLines(aFont, text, width, most)), lineHeight(heightOf(kind, aFont)) {}

  [[nodiscard]] int height() const { return lineHeight * static_cast<int>(shown.count(QChar::LineFeed) + 1); }
  /// Draws it from the top of `place` and gives the line below.
  int draw(QPainter& painter, QRect place) const {
    painter.setFont(font);
    painter.setPen(colour);
    place.setHeight(lineHeight);
    for (const QString& line : shown.split(QChar::LineFeed)) {
      painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
      place.translate(0, lineHeight);
    }
    return place.top();
  }
};

/// The words of a card that is so wide, without its gap: the date beside them, or above where they would be cut short.
class Words {
 public:
  Words(const QModelIndex& index, int cardWidth) {
    const Theme& theme = look::theme();
    const Fonts fonts;
    const QString date = index.data(StoryModel::DateRole).toString();
    const int room = cardWidth - look::px(kInset) - look::px(kRight);
    m_dateRoom = dateWidth(fonts, date);
    m_isNarrow = StoryCardDelegate::isNarrow(cardWidth + kBeside);
    const int width = m_isNarrow ? room : room - m_dateRoom - look::px(kChevron);
    const int most = m_isNarrow ? kNarrowLines : 1;
    m_date.emplace(u"small", fonts.date, theme.soft, date, m_isNarrow ? room : m_dateRoom, 1);
    m_title.emplace(u"heading", fonts.title, theme.ink, index.data(StoryModel::TitleRole).toString(), width, most);
    m_line.emplace(u"soft", fonts.line, theme.soft, index.data(StoryModel::LineRole).toString(), width, most);
  }

  [[nodiscard]] int height() const {
    const int above = m_isNarrow ? m_date->height() : 0;
    return above + m_title->height() + look::px(3) + m_line->height() + 2 * look::px(kAbove);
  }

  void draw(QPainter& painter, const QRect& box) const {
    const QRect room = box.adjusted(look::px(kInset), look::px(kAbove), -look::px(kRight), -look::px(kAbove));
    QRect words = room;
    QRect leads = room;  // that it leads on: beside the words, or where these need all the width, beside the date
    if (m_isNarrow) {
      leads.setHeight(m_date->height());
      words.setTop(m_date->draw(painter, words));
    } else {
      const int middle = room.top() + (room.height() - m_date->height()) / 2;
      m_date->draw(painter, QRect(room.left(), middle, m_dateRoom, room.height()));
      words.adjust(m_dateRoom, 0, -look::px(kChevron), 0);
    }
    words.setTop(m_title->draw(painter, words) + look::px(3));
    m_line->draw(painter, words);
    painter.drawText(leads, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("›"));
  }

 private:
  int m_dateRoom = 0;
  bool m_isNarrow = false;
  std::optional<Part> m_date;
  std::optional<Part> m_title;
  std::optional<Part> m_line;
};

}  // namespace

bool StoryCardDelegate::isNarrow(int listWidth) {
  const int around = look::px(kInset) + look::px(kDateColumn) + look::px(kChevron) + look::px(kRight);
  return listWidth - kBeside - around < look::px(kLeastWords);
}

void StoryCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect box = option.rect.adjusted(0, 0, -kBeside, -look::px(kGap));
  drawBox(*painter, box, index.data(StoryModel::TintRole).toString(), option.state & QStyle::State_MouseOver);
  Words(index, box.width()).draw(*painter, box);
  if (option.state & QStyle::State_HasFocus) drawRing(*painter, box);
  painter->restore();
}

QSize StoryCardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  // The list asks before it has laid the card out; it will be as wide as what is seen of the list.
  const auto* list = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = list != nullptr ? list->viewport()->width() : option.rect.width();
  return {std::min(look::px(320), width), Words(index, width - kBeside).height() + look::px(kGap)};
}

}  // namespace footbridge::gui
