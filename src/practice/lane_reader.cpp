// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/lane_reader.h"

#include <algorithm>

namespace footbridge::practice {

const SittingEvent* LaneReader::peek(VaultId lane) const {
  const auto next = ahead(lane, 1);
  return next.empty() ? nullptr : next.front();
}

std::vector<const SittingEvent*> LaneReader::ahead(VaultId lane, std::size_t most) const {
  std::vector<const SittingEvent*> next;
  const auto& events = m_lanes.of(lane);
  if (!events) return next;
  for (std::size_t at = m_read.at(placeOf(lane)); at < events->size() && next.size() < most; ++at)
    if (!std::holds_alternative<Left>((*events)[at])) next.push_back(&(*events)[at]);
  return next;
}

void LaneReader::moveOn(VaultId lane) {
  const auto& events = *m_lanes.of(lane);
  std::size_t& read = m_read.at(placeOf(lane));
  while (std::holds_alternative<Left>(events.at(read))) ++read;
  ++read;
}

bool LaneReader::hasMore() const {
  return std::ranges::any_of(kLanes, [this](VaultId lane) { return peek(lane) != nullptr; });
}

}  // namespace footbridge::practice
