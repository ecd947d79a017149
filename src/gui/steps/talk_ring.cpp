// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/talk_ring.h"

#include <QPainter>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/look/type.h"

namespace footbridge::gui {

TalkRing::TalkRing(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TalkRing::setTint(const QString& tint) {
  m_tint = tint;
}

void TalkRing::setTime(int elapsed, int whole) {
  m_elapsed = elapsed;
  m_whole = std::max(1, whole);
  update();
}

QString TalkRing::words() const {
  const int left = m_whole - m_elapsed;
  const int shown = left < 0 ? -left : left;
  return QStringLiteral("%1%2:%3")
      .arg(left < 0 ? QStringLiteral("+") : QString())
      .arg(shown / 60)
      .arg(shown % 60, 2, 10, QLatin1Char('0'));
}

QSize TalkRing::sizeHint() const {
  return {look::px(172), look::px(172)};
}

void TalkRing::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double pen = look::px(12);
  const double inset = look::px(13);
  const QRectF ring = rect().toRectF().adjusted(inset, inset, -inset, -inset);
  painter.setPen(QPen(look::theme().line, pen));
  painter.drawEllipse(ring);
  const double share = std::clamp(static_cast<double>(m_elapsed) / m_whole, 0.0, 1.0);
  if (share > 0.0) {
    painter.setPen(QPen(look::tokenColour(look::theme(), m_tint), pen, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, 90 * 16, -static_cast<int>(share * 360.0 * 16.0));
  }
  painter.setPen(look::theme().ink);
  painter.setFont(look::sans(38, QFont::Bold, look::scale()));
  painter.drawText(rect(), Qt::AlignCenter, words());
}

}  // namespace footbridge::gui
