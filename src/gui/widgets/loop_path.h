// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

namespace footbridge::gui {

/// One half of a figure of eight that lies on its side, 0 the left and 1 the right, walked so that both halves together
/// make one way round. It reaches `wide` to each side of the centre, and `tall` up and down.
[[nodiscard]] QPainterPath loopHalf(const QPointF& centre, double wide, double tall, int half);

/// How far along a half its arrowhead stands, from 0 to 1.
[[nodiscard]] constexpr double loopArrowAt(int half) {
  return half == 0 ? 0.30 : 0.70;
}

}  // namespace footbridge::gui
