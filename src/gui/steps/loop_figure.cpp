// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/loop_figure.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/step_view.h"
#include "gui/widgets/loop_path.h"

namespace footbridge::gui {

namespace {

constexpr int kLeastWidth = 420;
constexpr int kHeight = 230;
constexpr int kHighest = 460;  ///< with longer moves than that it would be no figure any more

int reachIn(int width) {
  return std::min(width / 2 - 12, look::px(340));
}

/// Of the words in a half.
int roomIn(int width) {
  return reachIn(width) * 58 / 100;
}

}  // namespace

LoopFigure::LoopFigure(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  for (Half& half : m_halves) {
    half.label = newLabel("small", {}, this);
    half.label->setAlignment(Qt::AlignCenter);
  }
}

void LoopFigure::setHalf(int half, const QString& name, const QString& move, const QString& tint) {
  Half& it = m_halves[static_cast<std::size_t>(half)];
  it.name = name;
  it.move = move;
  it.tint = tint;
  it.label->setText(move.isEmpty() ? name : name + QStringLiteral("\n") + move);
  setTint(it.label, tint);
  describe();
  updateGeometry();
  update();
}

void LoopFigure::describe() {
  QStringList moves;
  for (const Half& half : m_halves)
    moves << tr("%1: %2").arg(half.name, half.move.isEmpty() ? tr("not said") : half.move);
  setAccessibleName(tr("A loop of two moves. Each leads to the other, and neither is the first."));
  setAccessibleDescription(moves.join(QStringLiteral(". ")));
}

// A layout gives what is of fixed height no more than it hints at, whatever its height for the width is.
QSize LoopFigure::sizeHint() const {
  return {look::px(720), heightForWidth(std::max(width(), look::px(kLeastWidth)))};
}
QSize LoopFigure::minimumSizeHint() const {
  return {look::px(kLeastWidth), look::px(200)};
}

/// The words have the middle half of it.
int LoopFigure::heightForWidth(int width) const {
  int words = 0;
  for (const Half& half : m_halves) words = std::max(words, half.label->heightForWidth(roomIn(width)));
  return std::clamp(2 * words, look::px(kHeight), look::px(kHighest));
}

QPainterPath LoopFigure::halfPath(int half) const {
  const double wide = std::min(width() / 2.0 - 12.0, look::px(340) * 1.0);
  return loopHalf(QPointF(width() / 2.0, height() / 2.0), wide, height() / 2.0 - 12.0, half);
}

void LoopFigure::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) updateGeometry();
  const int reach = reachIn(width());
  const int inner = roomIn(width());
  const int top = height() / 4;
  for (int half = 0; half < 2; ++half) {
    const int middle = width() / 2 + (half == 0 ? -1 : 1) * reach * 60 / 100;
    m_halves[static_cast<std::size_t>(half)].label->setGeometry(middle - inner / 2, top, inner, height() - 2 * top);
  }
}

void LoopFigure::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  for (int half = 0; half < 2; ++half) {
    const QPainterPath path = halfPath(half);
    const QColor ink = look::tokenColour(look::theme(), m_halves[static_cast<std::size_t>(half)].tint);
    painter.strokePath(path, QPen(ink, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    // An arrowhead half-way round shows which way the loop runs.
    const double at = loopArrowAt(half);
    painter.save();
    painter.translate(path.pointAtPercent(at));
    painter.rotate(-path.angleAtPercent(at));
    painter.setBrush(ink);
    painter.setPen(Qt::NoPen);
    const double size = look::px(11);
    painter.drawPolygon(QPolygonF({{size, 0.0}, {-size * .8, -size * .8}, {-size * .8, size * .8}}));
    painter.restore();
  }
}

}  // namespace footbridge::gui
