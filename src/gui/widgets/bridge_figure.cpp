// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/bridge_figure.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "gui/look/look.h"

namespace footbridge::gui {
namespace {

constexpr double kWide = 320, kHigh = 150;  // of the drawing at 100 %
constexpr int kWalkMilliseconds = 2600;

QPainterPath arc() {
  QPainterPath path(QPointF(20, 132));
  path.quadTo(QPointF(160, -70), QPointF(300, 132));
  return path;
}

/// The first `part` of the arc, cut by length.
QPainterPath firstPart(const QPainterPath& path, double part) {
  constexpr int kPieces = 80;
  QPainterPath cut(path.pointAtPercent(0));
  for (int i = 1; i <= kPieces; ++i) cut.lineTo(path.pointAtPercent(std::min(1.0, part * i / kPieces)));
  return cut;
}

}  // namespace

BridgeFigure::BridgeFigure(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_walk.setDuration(kWalkMilliseconds);
  m_walk.setEasingCurve(QEasingCurve::InOutSine);
  connect(&m_walk, &QVariantAnimation::valueChanged, this, [this](const QVariant& at) { setProgress(at.toDouble()); });
}

void BridgeFigure::setProgress(double progress) {
  m_progress = std::clamp(progress, 0.0, 1.0);
  update();
}

void BridgeFigure::setFromTint(const QString& token) {
  m_fromTint = token;
  update();
}

void BridgeFigure::setToTint(const QString& token) {
  m_toTint = token;
  update();
}

void BridgeFigure::crossTo(double progress) {
  m_walk.stop();
  if (!look::appearance().motion) return setProgress(progress);
  m_walk.setStartValue(m_progress);
  m_walk.setEndValue(std::clamp(progress, 0.0, 1.0));
  m_walk.start();
}

void BridgeFigure::stop() {
  m_walk.stop();
}

QSize BridgeFigure::sizeHint() const {
  return QSizeF(kWide, kHigh).toSize();
}
QSize BridgeFigure::minimumSizeHint() const {
  return sizeHint();
}

void BridgeFigure::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme& theme = look::theme();
  const QPainterPath whole = arc();
  QPen pen(theme.line, 10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
  painter.strokePath(whole, pen);
  if (m_progress > 0) {
    pen.setColor(theme.ours.ink);
    painter.strokePath(firstPart(whole, m_progress), pen);
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(look::tokenColour(theme, m_fromTint));
  painter.drawEllipse(QPointF(20, 132), 15, 15);
  painter.setBrush(look::tokenColour(theme, m_toTint));
  painter.drawEllipse(QPointF(300, 132), 15, 15);
}

void BridgeFigure::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_walk.stop();
}

}  // namespace footbridge::gui
