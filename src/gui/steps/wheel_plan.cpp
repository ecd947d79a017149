// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/wheel_plan.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace footbridge::gui {
namespace {

constexpr double kWhole = 360.0;

double apart(double one, double other) {
  const double way = std::fmod(std::abs(one - other), kWhole);
  return std::min(way, kWhole - way);
}

}  // namespace

WheelPlan::WheelPlan(const std::vector<std::array<int, 2>>& counts) {
  place(counts);
}

/// A card on the inner ring asks for as much of the round as two on the outer.
void WheelPlan::place(const std::vector<std::array<int, 2>>& counts) {
  const auto weightOf = [](const std::array<int, 2>& family) { return std::max(family[0] * 2.0, family[1] * 1.0); };
  double all = 0;
  for (const auto& family : counts) all += weightOf(family);
  double from = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double span = kWhole * weightOf(counts[i]) / all;
    for (int ring = 0; ring < 2; ++ring) {
      const int cards = counts[i][static_cast<std::size_t>(ring)];
      for (int k = 0; k < cards; ++k) {
        m_places.push_back({static_cast<int>(i), ring, from + span * k / cards, span / cards});
      }
    }
    from += span;
  }
}

void WheelPlan::measure(const std::vector<QSizeF>& words, double pad) {
  assert(words.size() == m_places.size());
  std::array<double, 2> depth{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    double& ring = depth[static_cast<std::size_t>(m_places[i].ring)];
    ring = std::max(ring, words[i].width() + 2 * pad);
  }
  // A word needs its own height at its inner end, where its place is narrowest.
  const auto hubFor = [&](std::size_t i) {
    const WheelPlace& at = m_places[i];
    const double start = words[i].height() * kWhole / (at.span * 2 * std::numbers::pi);
    return start + words[i].width() + pad - depth[0] - (at.ring == 1 ? depth[1] : 0);
  };
  double hub = pad;
  for (std::size_t i = 0; i < words.size(); ++i) hub = std::max(hub, hubFor(i));
  m_edges = {hub, hub + depth[0], hub + depth[0] + depth[1]};
  m_least = m_edges[2];
  m_scale = 1;
}

void WheelPlan::setRadius(double radius) {
  m_scale = std::max(1.0, radius / m_least);
}

QPainterPath WheelPlan::outline(const WheelPlace& place) const {
  const auto circle = [](double radius) { return QRectF(-radius, -radius, 2 * radius, 2 * radius); };
  const double start = 90 - place.from;  // Qt counts from three o'clock, the other way round
  QPainterPath path;
  path.arcMoveTo(circle(outerEdge(place.ring)), start);
  path.arcTo(circle(outerEdge(place.ring)), start, -place.span);
  path.arcTo(circle(innerEdge(place.ring)), start - place.span, place.span);
  path.closeSubpath();
  return path;
}

int WheelPlan::round(int at, int by) const {
  std::vector<int> ring;
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    if (m_places[i].ring == m_places[static_cast<std::size_t>(at)].ring) ring.push_back(static_cast<int>(i));
  }
  const auto here = std::find(ring.begin(), ring.end(), at) - ring.begin();
  const auto count = static_cast<std::ptrdiff_t>(ring.size());
  return ring[static_cast<std::size_t>((here + by + count) % count)];
}

int WheelPlan::across(int at, int by) const {
  const WheelPlace& here = m_places[static_cast<std::size_t>(at)];
  int nearest = at;
  double way = kWhole;
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    const double far = apart(m_places[i].middle(), here.middle());
    if (m_places[i].ring != here.ring + by || far >= way) continue;
    way = far;
    nearest = static_cast<int>(i);
  }
  return nearest;
}

}  // namespace footbridge::gui
