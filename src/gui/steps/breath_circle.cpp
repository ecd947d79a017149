// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/breath_circle.h"

#include <QEasingCurve>
#include <QPainter>
#include <QStyle>
#include <algorithm>

#include "gui/look/look.h"

namespace footbridge::gui {

BreathCircle::BreathCircle(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_breath.setStartValue(0.0);
  m_breath.setEndValue(1.0);
  m_breath.setLoopCount(-1);
  setPace(4, 6);
  connect(&m_breath, &QVariantAnimation::valueChanged, this, [this] {
    sayPhase();
    update();
  });
}

void BreathCircle::setPace(int secondsIn, int secondsOut) {
  const int whole = std::max(1, secondsIn + secondsOut);
  m_turn = static_cast<double>(secondsIn) / whole;
  m_breath.setDuration(whole * 1000);
}

void BreathCircle::setTint(const QString& tint) {
  m_tint = tint;
}

void BreathCircle::setMoving(bool moving) {
  m_wanted = moving;
  const bool may = isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
  if (moving && may) {
    m_breath.start();
  } else {
    m_breath.stop();
  }
  sayPhase();
  update();
}

void BreathCircle::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  setMoving(m_wanted);
}

void BreathCircle::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_breath.stop();
}

/// Only when it turns, so that a screen reader says it once a breath in and once a breath out.
void BreathCircle::sayPhase() {
  const QString phase = !isMoving() ? tr("Breathe") : isIn() ? tr("Breathe in") : tr("Breathe out");
  if (accessibleName() != phase) setAccessibleName(phase);
}

bool BreathCircle::isIn() const {
  return m_breath.currentValue().toDouble() < m_turn;
}

QString BreathCircle::word() const {
  if (!isMoving()) return tr("Breathe");
  return isIn() ? tr("In") : tr("Out");
}

void BreathCircle::paintEvent(QPaintEvent*) {
  const double at = m_breath.currentValue().toDouble();
  const double share = at < m_turn ? at / m_turn : (1.0 - at) / (1.0 - m_turn);
  const double full = isMoving() ? QEasingCurve(QEasingCurve::InOutSine).valueForProgress(share) : 0.75;
  const double most = std::min(width(), height()) / 2.0 - 3.0;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(look::tokenColour(look::theme(), QStringLiteral("line")), 2));
  painter.drawEllipse(rect().toRectF().center(), most, most);
  painter.setPen(QPen(look::tokenColour(look::theme(), m_tint), 4));
  painter.setBrush(look::tokenWash(look::theme(), m_tint));
  const double radius = most * (0.5 + 0.48 * full);
  painter.drawEllipse(rect().toRectF().center(), radius, radius);
  painter.drawText(rect(), Qt::AlignCenter, word());
}

}  // namespace footbridge::gui
