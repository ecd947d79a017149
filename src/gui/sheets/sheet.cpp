// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/sheet.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/look/type.h"

namespace footbridge::gui {
namespace {

constexpr int kCodePixels = 26;
constexpr double kCellHeight = 46;
/// Of the line height on the screen: print is read from nearer.
constexpr double kLeading = 0.9;
constexpr double kLeastLeading = 1.2;
/// Any spacing at all keeps letters from being joined into one sign that no reader of the file could take apart.
constexpr double kNoLigatures = 0.03;

QFont printed(QFont font) {
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setLetterSpacing(QFont::AbsoluteSpacing, kNoLigatures);
  return font;
}

/// The side words of a page are smaller than on the screen, where they are read from farther away.
int paperPixels(const look::TextLook& look) {
  if (look.name == u"small" || look.name == u"note") return 14;
  return look.name == u"tag" ? 13 : look.pixels;
}

/// Breaks into lines `step` apart, and answers how high they are together.
double layOut(QTextLayout& layout, double width, double step, Qt::Alignment align) {
  QTextOption option(align);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  double height = 0;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    line.setPosition({0, height + (step - line.height()) / 2});
    height += step;
  }
  layout.endLayout();
  return height;
}

}  // namespace

// Paper is light, whatever the window is.
Sheet::Sheet(QPainter& painter, const Place& place)
    : m_painter(painter), m_theme(look::themeFor(Appearance{})), m_place(place) {}

Sheet Sheet::within(double left, double width, bool draws) const {
  Place place = m_place;
  place.left += left;
  place.width = width;
  place.draws = draws;
  return {m_painter, place};
}

QFont Sheet::fontOf(const char* look) const {
  look::TextLook wanted = look::textLook(QString::fromLatin1(look));
  wanted.pixels = paperPixels(wanted);
  QFont font = printed(look::fontOf(wanted, m_place.scale));
  // The serif has other forms of some letters for before a tall one, which no reader of the file knows for letters.
  if (wanted.serif) font.setStyleStrategy(QFont::PreferNoShaping);
  return font;
}

void Sheet::text(const QFont& font, const QColor& colour, const QRectF& where, int flags, const QString& words) {
  if (!m_place.draws) return;
  m_painter.setFont(font);
  m_painter.setPen(colour);
  m_painter.drawText(where, flags, words);
}

void Sheet::say(const char* look, const QString& words, const char* token, Qt::Alignment align) {
  const QFont font = fontOf(look);
  const double leading = std::max(kLeastLeading, look::textLook(QString::fromLatin1(look)).lineHeight * kLeading);
  QTextLayout layout(QString(words).replace(u'\n', QChar(QChar::LineSeparator)), font, m_painter.device());
  const double height = layOut(layout, m_place.width, font.pixelSize() * leading, align);
  if (m_place.draws) {
    m_painter.setPen(look::tokenColour(m_theme, QString::fromLatin1(token)));
    layout.draw(&m_painter, {m_place.left, m_place.top});
  }
  m_place.top += height;
}

void Sheet::box(const char* wash, const Fill& fill, double inset) {
  // Measuring must not use up the lines that the drawing is to have.
  Stretch trial = m_place.stretch != nullptr ? *m_place.stretch : Stretch{};
  Sheet measured = within(inset, m_place.width - 2 * inset, false);
  if (m_place.draws && m_place.stretch != nullptr) measured.m_place.stretch = &trial;
  measured.gap(inset);
  fill(measured);
  const double bottom = measured.m_place.top + inset;
  if (m_place.draws) {
    m_painter.setPen(QPen(m_theme.line, 1));
    m_painter.setBrush(look::tokenWash(m_theme, QString::fromLatin1(wash)));
    m_painter.drawRoundedRect(QRectF(m_place.left, m_place.top, m_place.width, bottom - m_place.top), 12, 12);
    Sheet inner = within(inset, m_place.width - 2 * inset, true);
    inner.gap(inset);
    fill(inner);
  }
  m_place.top = bottom;
}

void Sheet::columns(const std::vector<Column>& columns, double between) {
  double shares = 0;
  for (const Column& column : columns) shares += column.share;
  const double room = m_place.width - between * static_cast<double>(columns.size() - 1);
  double left = 0;
  double bottom = m_place.top;
  for (const Column& column : columns) {
    const double width = room * column.share / shares;
    Sheet inner = within(left, width, m_place.draws);
    column.fill(inner);
    bottom = std::max(bottom, inner.m_place.top);
    left += width + between;
  }
  m_place.top = bottom;
}

void Sheet::indented(double left, const Fill& fill) {
  Sheet inner = within(left, m_place.width - left, m_place.draws);
  fill(inner);
  m_place.top = inner.m_place.top;
}

void Sheet::rules(int least, int most) {
  int lines = least;
  if (m_place.stretch != nullptr && !m_place.draws && m_place.stretch->granted == 0) {
    m_place.stretch->wanted += most - least;
  } else if (m_place.stretch != nullptr) {
    const int more = std::min(most - least, m_place.stretch->granted);
    m_place.stretch->granted -= more;
    lines += more;
  }
  draw(lines * kRuleHeight, [this, lines](QPainter& painter, const QRectF& where) {
    painter.setPen(QPen(look::mixed(m_theme.line, m_theme.soft, 0.35), 0.8));
    for (int i = 1; i <= lines; ++i) {
      const double y = where.top() + i * kRuleHeight - 3;
      painter.drawLine(QPointF(where.left(), y), QPointF(where.right(), y));
    }
  });
}

void Sheet::draw(double height, const std::function<void(QPainter&, const QRectF&)>& paint) {
  if (m_place.draws) {
    m_painter.save();
    paint(m_painter, {m_place.left, m_place.top, m_place.width, height});
    m_painter.restore();
  }
  m_place.top += height;
}

void Sheet::grid(const QStringList& words, int columns) {
  QFont font = printed(look::sans(kCodePixels, QFont::DemiBold, 1.0));
  font.setLetterSpacing(QFont::AbsoluteSpacing, 3);
  const double cell = m_place.width / columns;
  for (int i = 0; i < words.size(); ++i) {
    const int row = i / columns;
    const QRectF where(m_place.left + cell * (i % columns), m_place.top + kCellHeight * row, cell, kCellHeight);
    text(font, m_theme.ink, where, Qt::AlignCenter, words[i]);
  }
  const auto rows = (static_cast<int>(words.size()) + columns - 1) / columns;
  m_place.top += kCellHeight * rows;
}

void Sheet::brand() {
  constexpr double kHeight = 30;
  const QFont font = printed(look::fontOf(look::textLook(u"brand"), 1.0));
  draw(kHeight, [this, &font](QPainter& painter, const QRectF& where) {
    const QPointF at = where.topLeft();
    QPainterPath arch(at + QPointF(4, 22));
    arch.quadTo(at + QPointF(18, -4), at + QPointF(32, 22));
    painter.strokePath(arch, QPen(m_theme.ours.ink, 3, Qt::SolidLine, Qt::RoundCap));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.a.ink);
    painter.drawEllipse(at + QPointF(4, 22), 4, 4);
    painter.setBrush(m_theme.b.ink);
    painter.drawEllipse(at + QPointF(32, 22), 4, 4);
    text(font, m_theme.ink, where.adjusted(46, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
         QStringLiteral("Footbridge"));
  });
}

}  // namespace footbridge::gui
