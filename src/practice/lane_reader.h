// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "domain/sitting_event.h"

namespace footbridge::practice {

inline constexpr std::array kLanes{VaultId::A, VaultId::B, VaultId::Ours};

/// Reads the three lanes of a sitting, each from its beginning on. Leavings are nothing, and are passed over. The lanes
/// outlive it.
class LaneReader {
 public:
  explicit LaneReader(const Lanes& lanes) : m_lanes(lanes) {}

  /// False for a lane that is locked.
  [[nodiscard]] bool knows(VaultId lane) const { return m_lanes.of(lane).has_value(); }
  /// The next event, not moving on; null at the end, and where the lane is not known.
  [[nodiscard]] const SittingEvent* peek(VaultId lane) const;
  /// Past the next event, which is there.
  void moveOn(VaultId lane);
  /// Something is left in a lane that is known.
  [[nodiscard]] bool hasMore() const;

 private:
  [[nodiscard]] static std::size_t placeOf(VaultId lane) { return static_cast<std::size_t>(lane) - 1; }

  const Lanes& m_lanes;
  std::array<std::size_t, kLanes.size()> m_read{};  ///< so many events, leavings among them
};

}  // namespace footbridge::practice
