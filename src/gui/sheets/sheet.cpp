// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/sheet.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <algorithm>
#include <array>

#include "gui/look/look.h"
#include "gui/look/type.h"

namespace footbridge::gui {
namespace {

constexpr int kDotsPerInch = 96;
constexpr double kInset = 22;
constexpr double kMarginMillimetres = 25;
constexpr int kCodePixels = 26;
constexpr double kCellHeight = 46;
constexpr double kPageHeight = 2000;

QPageSize usualSize() {
  static constexpr std::array kLetter{QLocale::UnitedStates, QLocale::Canada,   QLocale::Mexico,
                                      QLocale::Philippines,  QLocale::Colombia, QLocale::Chile};
  const bool letter = std::find(kLetter.begin(), kLetter.end(), QLocale().territory()) != kLetter.end();
  return QPageSize(letter ? QPageSize::Letter : QPageSize::A4);
}

QFont printed(QFont font) {
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

}  // namespace

// Paper is light, whatever the window is.
Sheet::Sheet(QPainter& painter, double width)
    : m_painter(painter), m_theme(look::themeFor(Appearance{})), m_width(width) {}

Sheet::Sheet(const Sheet& outer, double inset, bool draws)
    : m_painter(outer.m_painter),
      m_theme(outer.m_theme),
      m_left(outer.m_left + inset),
      m_width(outer.m_width - 2 * inset),
      m_y(outer.m_y + inset),
      m_draws(draws) {}

void Sheet::text(const QFont& font, const QColor& colour, const QRectF& where, int flags, const QString& words) {
  if (!m_draws) return;
  m_painter.setFont(font);
  m_painter.setPen(colour);
  m_painter.drawText(where, flags, words);
}

void Sheet::say(const char* look, const QString& words, const char* token) {
  constexpr int kFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
  const QFont font = printed(look::fontOf(look::textLook(QString::fromLatin1(look)), 1.0));
  const QRectF room(0, 0, m_width, kPageHeight);
  const double height = QFontMetricsF(font, m_painter.device()).boundingRect(room, kFlags, words).height();
  text(font, look::tokenColour(m_theme, QString::fromLatin1(token)), {m_left, m_y, m_width, height + 2}, kFlags, words);
  m_y += height;
}

void Sheet::box(const char* wash, const std::function<void(Sheet&)>& fill) {
  Sheet measured(*this, kInset, false);
  fill(measured);
  const double height = measured.m_y + kInset - m_y;
  if (m_draws) {
    m_painter.setPen(QPen(m_theme.line, 1));
    m_painter.setBrush(look::tokenWash(m_theme, QString::fromLatin1(wash)));
    m_painter.drawRoundedRect(QRectF(m_left, m_y, m_width, height), 12, 12);
  }
  Sheet inner(*this, kInset, m_draws);
  fill(inner);
  m_y += height;
}

void Sheet::grid(const QStringList& words, int columns) {
  QFont font = printed(look::sans(kCodePixels, QFont::DemiBold, 1.0));
  font.setLetterSpacing(QFont::AbsoluteSpacing, 3);
  const double cell = m_width / columns;
  for (int i = 0; i < words.size(); ++i) {
    const QRectF where(m_left + cell * (i % columns), m_y + kCellHeight * (i / columns), cell, kCellHeight);
    text(font, m_theme.ink, where, Qt::AlignCenter, words[i]);
  }
  const auto rows = (static_cast<int>(words.size()) + columns - 1) / columns;
  m_y += kCellHeight * rows;
}

void Sheet::brand() {
  constexpr double kHeight = 30;
  if (m_draws) {
    m_painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath arch(QPointF(m_left + 4, m_y + 22));
    arch.quadTo(QPointF(m_left + 18, m_y - 4), QPointF(m_left + 32, m_y + 22));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_theme.ours.ink, 3, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawPath(arch);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.a.ink);
    m_painter.drawEllipse(QPointF(m_left + 4, m_y + 22), 4, 4);
    m_painter.setBrush(m_theme.b.ink);
    m_painter.drawEllipse(QPointF(m_left + 32, m_y + 22), 4, 4);
  }
  const QFont font = printed(look::fontOf(look::textLook(u"brand"), 1.0));
  text(font, m_theme.ink, {m_left + 46, m_y, m_width - 46, kHeight}, Qt::AlignLeft | Qt::AlignVCenter,
       QStringLiteral("Footbridge"));
  m_y += kHeight;
}

QByteArray printedSheet(const QString& title, const std::function<void(Sheet&)>& fill) {
  QBuffer bytes;
  bytes.open(QIODevice::WriteOnly);
  QPdfWriter writer(&bytes);
  writer.setTitle(title);
  writer.setCreator(QStringLiteral("Footbridge"));
  writer.setResolution(kDotsPerInch);
  writer.setPageSize(usualSize());
  writer.setPageMargins(QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
                        QPageLayout::Millimeter);
  QPainter painter(&writer);
  Sheet sheet(painter, writer.pageLayout().paintRectPixels(kDotsPerInch).width());
  fill(sheet);
  painter.end();
  return bytes.data();
}

}  // namespace footbridge::gui
