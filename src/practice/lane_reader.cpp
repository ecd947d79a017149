// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/lane_reader.h"

#include <algorithm>
#include <span>

namespace footbridge::practice {

const SittingEvent* LaneReader::peek(VaultId lane) const {
  const auto& events = m_lanes.of(lane);
  if (!events) return nullptr;
  const auto unread = std::span(*events).subspan(m_read.at(placeOf(lane)));
  const auto next =
      std::ranges::find_if_not(unread, [](const SittingEvent& event) { return std::holds_alternative<Left>(event); });
  return next == unread.end() ? nullptr : &*next;
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
