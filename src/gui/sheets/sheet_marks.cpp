// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/sheet_marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/widgets/loop_path.h"

namespace footbridge::gui {
namespace {

constexpr double kTick = 12;
constexpr double kTickGap = 9;
constexpr double kRing = 12;
constexpr double kCell = 38;
constexpr int kMarks = 7;
constexpr double kDisc = 24;
constexpr double kLoopHeight = 250;

QPen pen(const Sheet& sheet, double width = 1.1) {
  return {sheet.theme().soft, width};
}

/// Disc and letter in a square at the left of `where`.
void paintMark(QPainter& painter, const Sheet& sheet, const QRectF& where, const QString& letter, const char* token) {
  const QRectF square(where.topLeft(), QSizeF(where.height(), where.height()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(look::tokenColour(sheet.theme(), QString::fromLatin1(token)));
  painter.drawEllipse(square);
  QFont font = sheet.fontOf("who");
  font.setPixelSize(std::max(8, qRound(where.height() * 0.52)));
  painter.setFont(font);
  painter.setPen(sheet.theme().card);
  painter.drawText(square, Qt::AlignCenter, letter);
}

QString secondsWords(int seconds) {
  if (seconds < 60) return SheetText::tr("%1 seconds").arg(seconds);
  if (seconds % 60 == 0)
    return seconds == 60 ? SheetText::tr("1 minute") : SheetText::tr("%1 minutes").arg(seconds / 60);
  if (seconds % 60 == 30) return SheetText::tr("%1½ minutes").arg(seconds / 60);
  return SheetText::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

/// Below the marks that they explain: all four, or the two ends with room for longer words.
void addScaleWords(Sheet& sheet, const QStringList& words) {
  const bool endsOnly = words.value(1).isEmpty();
  const double width = endsOnly ? 3.4 * kCell : 2 * kCell - 6;
  const QFont font = sheet.fontOf("tag");
  double height = 0;
  std::vector<std::pair<QRectF, int>> places;
  for (int i = 0; i < 4; ++i) {
    const double left = !endsOnly ? 2 * i * kCell + (kCell - width) / 2 : i == 0 ? 7 : kMarks * kCell - 7 - width;
    const int flags = Qt::TextWordWrap | (!endsOnly ? Qt::AlignHCenter : i == 0 ? Qt::AlignLeft : Qt::AlignRight);
    const QRectF room(left, 0, width, 100);
    height = std::max(height, QFontMetricsF(font).boundingRect(room, flags, words.value(i)).height());
    places.emplace_back(room, flags);
  }
  sheet.draw(height + 2, [&](QPainter& painter, const QRectF& where) {
    painter.setFont(font);
    painter.setPen(sheet.theme().soft);
    for (int i = 0; i < 4; ++i) {
      const auto& [room, flags] = places[static_cast<std::size_t>(i)];
      painter.drawText(room.translated(where.topLeft()), flags, words.value(i));
    }
  });
}

}  // namespace

void addMark(Sheet& sheet, const QString& letter, const char* token, double diameter) {
  sheet.draw(diameter,
             [&](QPainter& painter, const QRectF& where) { paintMark(painter, sheet, where, letter, token); });
}

void addTick(Sheet& sheet, const QString& words, const QString& note) {
  const double top = sheet.bottom();
  sheet.draw(0, [&sheet](QPainter& painter, const QRectF& where) {
    painter.setPen(pen(sheet));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(where.left() + 1, where.top() + 2.5, kTick, kTick), 2.5, 2.5);
  });
  sheet.indented(kTick + kTickGap, [&](Sheet& text) {
    text.say("body", words);
    if (!note.isEmpty()) text.say("small", note, "soft");
  });
  sheet.gap(std::max(0.0, kTick + 4 - (sheet.bottom() - top)));
}

void addTicks(Sheet& sheet, const std::vector<TickLine>& lines, int columns) {
  for (std::size_t i = 0; i < lines.size(); i += static_cast<std::size_t>(columns)) {
    std::vector<Sheet::Column> row;
    for (std::size_t at = i; at < i + static_cast<std::size_t>(columns); ++at) {
      row.push_back({1, [&lines, at](Sheet& cell) {
                       if (at < lines.size()) addTick(cell, lines[at].words, lines[at].note);
                     }});
    }
    if (i > 0) sheet.gap(6);
    sheet.columns(row, 16);
  }
}

void addScale(Sheet& sheet, const QStringList& words, bool mayNotComeUp) {
  sheet.draw(kDisc + 2, [&](QPainter& painter, const QRectF& where) {
    painter.setFont(sheet.fontOf("small"));
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < kMarks; ++i) {
      const QRectF disc(where.left() + i * kCell + (kCell - kDisc) / 2, where.top() + 1, kDisc, kDisc);
      painter.setPen(pen(sheet));
      painter.drawEllipse(disc);
      painter.setPen(sheet.theme().ink);
      painter.drawText(disc, Qt::AlignCenter, QString::number(i));
    }
    if (!mayNotComeUp) return;
    const double left = where.left() + kMarks * kCell + 12;
    painter.setPen(pen(sheet));
    painter.drawRoundedRect(QRectF(left, where.top() + 7, kTick, kTick), 2.5, 2.5);
    painter.setPen(sheet.theme().soft);
    // On two lines, so that it stays within the page.
    painter.drawText(QRectF(left + kTick + 6, where.top() - 3, 60, kDisc + 8),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, SheetText::tr("did not come up"));
  });
  addScaleWords(sheet, words);
}

void addBreaths(Sheet& sheet, int breaths) {
  sheet.draw(kRing + 6, [&](QPainter& painter, const QRectF& where) {
    painter.setPen(pen(sheet, 1.4));
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < breaths; ++i) {
      painter.drawEllipse(QRectF(where.left() + 1 + i * (kRing + 9), where.top() + 3, kRing, kRing));
    }
  });
}

void addTurns(Sheet& sheet, const std::vector<PartnerId>& turns, int seconds) {
  constexpr double kStep = 42;
  sheet.say("small", SheetText::tr("%1 a turn, in this order. Tick each one off.").arg(secondsWords(seconds)), "soft");
  sheet.gap(4);
  const int inRow = std::max(1, static_cast<int>((sheet.width() + kStep - kDisc) / kStep));
  const int rows = (static_cast<int>(turns.size()) + inRow - 1) / inRow;
  sheet.draw(rows * (kDisc + 6), [&](QPainter& painter, const QRectF& where) {
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const int row = static_cast<int>(i) / inRow;
      const QRectF disc(where.left() + (static_cast<int>(i) % inRow) * kStep, where.top() + row * (kDisc + 6), kDisc,
                        kDisc);
      paintMark(painter, sheet, disc, letterOf(turns[i]), turns[i] == PartnerId::A ? "a" : "b");
      if (i + 1 == turns.size()) continue;
      painter.setPen(pen(sheet));
      painter.drawLine(disc.center() + QPointF(kDisc / 2 + 3, 0), disc.center() + QPointF(kStep - kDisc / 2 - 3, 0));
    }
  });
}

void addLoop(Sheet& sheet, const SheetNames& names) {
  sheet.draw(kLoopHeight, [&](QPainter& painter, const QRectF& where) {
    const double wide = where.width() / 2 - 14;
    for (int half = 0; half < 2; ++half) {
      const PartnerId who = half == 0 ? PartnerId::A : PartnerId::B;
      const QColor ink = half == 0 ? sheet.theme().a.ink : sheet.theme().b.ink;
      const QPainterPath path = loopHalf(where.center(), wide, kLoopHeight / 2 - 14, half);
      painter.strokePath(path, QPen(ink, 4, half == 0 ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap, Qt::RoundJoin));
      painter.save();
      painter.translate(path.pointAtPercent(loopArrowAt(half)));
      painter.rotate(-path.angleAtPercent(loopArrowAt(half)));
      painter.setPen(Qt::NoPen);
      painter.setBrush(ink);
      painter.drawPolygon(QPolygonF({{11.0, 0.0}, {-9.0, -9.0}, {-9.0, 9.0}}));
      painter.restore();
      const QRectF inner(where.center().x() + (half == 0 ? -0.83 : 0.33) * wide, where.top() + 58, wide * 0.5, 130);
      painter.setFont(sheet.fontOf("note"));
      painter.setPen(ink);
      painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), 20), Qt::AlignHCenter,
                       SheetText::tr("%1’s move").arg(names.called(who)));
      painter.setPen(QPen(sheet.theme().faint, 0.6, Qt::DotLine));
      for (int line = 1; line <= 3; ++line) {
        const double y = inner.top() + 22 + line * 32;
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
      }
    }
  });
}

void addNameLine(Sheet& sheet, const QString& caption, const QString& name) {
  const QFont font = sheet.fontOf("body");
  const double height = QFontMetricsF(font).height() + 8;
  sheet.draw(height, [&](QPainter& painter, const QRectF& where) {
    painter.setFont(font);
    painter.setPen(sheet.theme().soft);
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, caption);
    const double left = where.left() + QFontMetricsF(font).horizontalAdvance(caption) + 8;
    painter.setPen(sheet.theme().ink);
    if (!name.isEmpty()) {
      painter.drawText(where.adjusted(left - where.left(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
      return;
    }
    painter.setPen(QPen(sheet.theme().faint, 0.8));
    painter.drawLine(QPointF(left, where.bottom() - 5), QPointF(where.right(), where.bottom() - 5));
  });
}

}  // namespace footbridge::gui
