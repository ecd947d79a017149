// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/step_progress.h"

#include <QPainter>
#include <algorithm>

#include "gui/look/look.h"

namespace footbridge::gui {
namespace {
constexpr double kBar = 34, kHigh = 6, kGap = 6, kHalo = 4;
constexpr double kNarrowBar = 8, kNarrowGap = 3;
}  // namespace

StepProgress::StepProgress(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setStep(0, 0);
}

void StepProgress::setStep(int now, int steps) {
  m_hasNow = true;
  setBars(now, steps);
  setAccessibleName(m_now >= m_steps ? tr("All steps done") : tr("Step %1 of %2").arg(m_now + 1).arg(m_steps));
}

void StepProgress::setDone(int done, int steps) {
  m_hasNow = false;
  setBars(done, steps);
  setAccessibleName(tr("%1 of %2 done").arg(m_now).arg(m_steps));
}

void StepProgress::setBars(int full, int steps) {
  m_steps = std::max(0, steps);
  m_now = std::clamp(full, 0, m_steps);
  updateGeometry();
  update();
}

QSize StepProgress::sizeHint() const {
  const double wide = m_steps * kBar + std::max(0, m_steps - 1) * kGap;
  return {look::px(wide), look::px(kHigh + 2 * kHalo)};
}

QSize StepProgress::minimumSizeHint() const {
  const double wide = m_steps * kNarrowBar + std::max(0, m_steps - 1) * kNarrowGap;
  return {look::px(wide), look::px(kHigh + 2 * kHalo)};
}

void StepProgress::paintEvent(QPaintEvent*) {
  if (m_steps == 0) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const Theme& theme = look::theme();
  const double scale = look::scale();
  const bool narrow = width() < m_steps * (2 * kNarrowBar + kGap) * scale;
  const double gap = (narrow ? kNarrowGap : kGap) * scale;
  const double bar = std::min(kBar * scale, (width() - gap * (m_steps - 1)) / m_steps);
  const double high = kHigh * scale;
  for (int i = 0; i < m_steps; ++i) {
    const QRectF box(i * (bar + gap), (height() - high) / 2, bar, high);
    const bool isNow = m_hasNow && i == m_now;
    if (isNow) {
      painter.setPen(QPen(theme.ours.wash, 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(box.adjusted(1 - kHalo, 1 - kHalo, kHalo - 1, kHalo - 1), high, high);
      painter.setPen(Qt::NoPen);
    }
    painter.setBrush(i < m_now || isNow ? theme.ours.ink : theme.line);
    painter.drawRoundedRect(box, high / 2, high / 2);
  }
}

}  // namespace footbridge::gui
