// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/lane_union.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace footbridge::storage {
namespace {

constexpr std::array kSides{Side::Mine, Side::Theirs};

std::size_t at(Side side) {
  return static_cast<std::size_t>(side);
}

Side otherOf(Side side) {
  return side == Side::Mine ? Side::Theirs : Side::Mine;
}

}  // namespace

bool LaneUnion::Event::onlyIn(Side side) const {
  return in[at(side)] == Presence::Live && in[at(otherOf(side))] != Presence::Live;
}

void LaneUnion::add(VaultId vault, const TwoCopies& copies, RowTable& all) {
  std::unordered_map<EntryId, std::array<Presence, 2>> presence;
  for (const Side side : kSides) {
    for (const RecordIndex::Row& row : side == Side::Mine ? copies.mine : copies.theirs)
      presence[row.record.entry.id][at(side)] = row.record.aside ? Presence::Aside : Presence::Live;
  }
  for (auto& [id, record] : all) {
    const auto* const event = std::get_if<LaneEvent>(&record.entry.body);
    if (!event || record.gone) continue;
    m_events.push_back({vault, event->fromOurs, event->sitting, event->sequence, &record, presence[record.entry.id]});
    m_roots.try_emplace(event->sitting, event->sitting);
  }
}

SittingId LaneUnion::rootOf(SittingId sitting) {
  auto found = m_roots.try_emplace(sitting, sitting).first;
  while (found->second != found->first) found = m_roots.find(found->second);
  return found->first;
}

/// The smaller id is the root, so that it does not matter in which order they are met.
void LaneUnion::link(SittingId one, SittingId other) {
  const auto [root, child] = std::minmax({rootOf(one), rootOf(other)});
  m_roots.at(child) = root;
}

std::map<SittingId, LaneUnion::Unit> LaneUnion::units() {
  for (const Event& event : m_events) {
    const auto* const begun = std::get_if<Begun>(&std::get<LaneEvent>(event.record->entry.body).event);
    if (!begun) continue;
    for (const auto& look : {begun->lookOfA, begun->lookOfB}) {
      if (look) link(event.sitting, *look);
    }
  }
  std::map<SittingId, Unit> units;
  for (Event& event : m_events) units[rootOf(event.sitting)].events.push_back(&event);
  for (const auto& [sitting, root] : m_roots) {
    const auto unit = units.find(rootOf(sitting));
    if (unit != units.end()) unit->second.sittings.push_back(sitting);
  }
  return units;
}

/// One side, or both where nothing speaks against either; none where a third copy has spoken against both.
std::vector<Side> LaneUnion::standingOf(const Unit& unit) const {
  for (const SittingId sitting : unit.sittings) {
    const auto known = m_known.find(sitting);
    if (known != m_known.end()) return {known->second};
  }
  std::array<Weight, 2> weights{};
  std::array<bool, 2> lost{};
  for (const Event* event : unit.events) {
    for (const Side side : kSides) {
      if (!event->onlyIn(side)) continue;
      lost[at(side)] = lost[at(side)] || event->record->aside;
      if (event->record->unproven) continue;  // it takes nobody's place
      Weight& weight = weights[at(side)];
      weight[0] += event->vault == VaultId::Ours ? 1 : 0;
      ++weight[1];
      weight[2] = std::max(weight[2], event->record->entry.id.number());
    }
  }
  std::vector<Side> standing;
  for (const Side side : kSides) {
    if (!lost[at(side)]) standing.push_back(side);
  }
  if (standing.size() < 2 || weights[0][1] == 0 || weights[1][1] == 0) return standing;
  return {weights[0] > weights[1] ? Side::Mine : Side::Theirs};
}

SittingSides LaneUnion::decide() {
  SittingSides sides;
  for (auto& [root, unit] : units()) {
    const std::vector<Side> standing = standingOf(unit);
    std::array<bool, 2> has{};
    bool isShared = false;
    for (Event* event : unit.events) {
      isShared = isShared || event->vault == VaultId::Ours;
      for (const Side side : kSides) {
        if (!event->onlyIn(side)) continue;
        has[at(side)] = true;
        if (std::ranges::find(standing, side) == standing.end()) event->record->aside = true;
      }
    }
    if (!isShared || (!has[0] && !has[1])) continue;
    const Side stands = standing.size() == 1 ? standing.front() : has[0] ? Side::Mine : Side::Theirs;
    for (const SittingId sitting : unit.sittings) sides.emplace(sitting, stands);
  }
  closeGaps();
  return sides;
}

/// Whatever several copies did to each other: a lane counts from 0 without gaps, and what does not fit is set aside.
void LaneUnion::closeGaps() {
  std::ranges::sort(m_events, {}, [](const Event& event) {
    return std::tuple(event.lane(), event.sequence, event.record->unproven, event.record->entry.id);
  });
  std::uint32_t next = 0;
  const Event* before = nullptr;
  for (const Event& event : m_events) {
    if (before == nullptr || before->lane() != event.lane()) next = 0;
    before = &event;
    if (event.record->aside) continue;
    if (event.sequence == next)
      ++next;
    else
      event.record->aside = true;
  }
}

}  // namespace footbridge::storage
