// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/loop_path.h"

#include <cmath>
#include <numbers>

namespace footbridge::gui {

QPainterPath loopHalf(const QPointF& centre, double wide, double tall, int half) {
  const double from = half == 0 ? std::numbers::pi / 2.0 : -std::numbers::pi / 2.0;
  QPainterPath path;
  constexpr int kPieces = 72;
  for (int i = 0; i <= kPieces; ++i) {
    const double at = from + std::numbers::pi * i / kPieces;
    const QPointF point = centre + QPointF(wide * std::cos(at), tall * std::sin(2.0 * at));
    i == 0 ? path.moveTo(point) : path.lineTo(point);
  }
  return path;
}

}  // namespace footbridge::gui
