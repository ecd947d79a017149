// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QSizeF>
#include <array>
#include <vector>

namespace footbridge::gui {

/// One place on a wheel, in degrees clockwise from the top.
struct WheelPlace {
  int family = 0;
  int ring = 0;  ///< 0 inside, 1 outside
  double from = 0;
  double span = 0;

  [[nodiscard]] double middle() const { return from + span / 2; }
};

/// Where everything on a wheel of two rings stands: families as sectors, as wide as their cards need. Words run along
/// the spokes and end at the outer edge of their ring.
class WheelPlan {
 public:
  /// `counts` are the cards of each family on the inner and the outer ring.
  explicit WheelPlan(const std::vector<std::array<int, 2>>& counts);

  /// Family by family, the inner ring of each first.
  [[nodiscard]] const std::vector<WheelPlace>& places() const { return m_places; }
  /// Finds the smallest wheel in which words of these sizes, one a place, all fit with `pad` around them.
  void measure(const std::vector<QSizeF>& words, double pad);
  [[nodiscard]] double leastRadius() const { return m_least; }
  /// The radius it is drawn at; never less than the least.
  void setRadius(double radius);

  [[nodiscard]] double innerEdge(int ring) const { return m_edges[static_cast<std::size_t>(ring)] * m_scale; }
  [[nodiscard]] double outerEdge(int ring) const { return m_edges[static_cast<std::size_t>(ring) + 1] * m_scale; }
  /// Its outline around a centre of 0, 0.
  [[nodiscard]] QPainterPath outline(const WheelPlace& place) const;
  /// The place reached from `at` by going round (+1 clockwise, -1) or across (+1 out, -1 in); `at` where there is none.
  [[nodiscard]] int round(int at, int by) const;
  [[nodiscard]] int across(int at, int by) const;

 private:
  void place(const std::vector<std::array<int, 2>>& counts);

  std::vector<WheelPlace> m_places;
  std::array<double, 3> m_edges{};  ///< of hub, inner and outer ring, at the least radius
  double m_least = 0;
  double m_scale = 1;
};

}  // namespace footbridge::gui
