// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sitting_book.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "storage/counting.h"
#include "storage/entry_book.h"

namespace footbridge::storage {
namespace {

bool isAlone(const Begun& begun) {
  return begun.mode == SittingMode::Alone || begun.mode == SittingMode::OwnLook;
}

/// Where the first event of such a sitting belongs.
VaultId firstLane(const Begun& begun) {
  return isAlone(begun) ? vaultOf(begun.first) : VaultId::Ours;
}

const Kept* findBegun(const JournalState& state, SittingId sitting) {
  for (const VaultId vault : kVaults) {
    if (!state.vaults[vault]) continue;
    const RecordIndex& records = state.vaults[vault]->records;
    for (const bool fromOurs : {false, true}) {
      const auto* const lane = records.lane(sitting, fromOurs);
      if (lane && std::holds_alternative<Begun>(records.eventAt(lane->front()).event))
        return &records.all()[lane->front()];
    }
  }
  return nullptr;
}

const Begun& begunOf(const Kept& kept) {
  return std::get<Begun>(std::get<LaneEvent>(kept.newest.entry.body).event);
}

/// The whole joint lane lies in the vault of who was here when *ours* began anew.
bool isMoved(const Kept& begun) {
  return std::get<LaneEvent>(begun.newest.entry.body).fromOurs;
}

VaultId laneOf(const Kept& begun) {
  return isMoved(begun) ? VaultId::Ours : begun.newest.entry.vault;
}

/// The partner's vault was begun after the sitting was: what they did in it lies in another, put aside or erased.
bool isYounger(const OpenVault& vault, const Kept& begun) {
  return laneOf(begun) == VaultId::Ours && begun.newest.order.ours <= vault.head.born;
}

bool isClosed(const JournalState& state, const Kept& begun) {
  if (laneOf(begun) != VaultId::Ours) return false;
  if (isMoved(begun) || !state.hasTwo()) return true;
  return std::ranges::any_of(state.keyring.partners(), [&](const Partner& partner) {
    const auto& open = state.vaults[vaultOf(partner.id)];
    return open && isYounger(*open, begun);
  });
}

std::uint32_t lengthOf(const JournalState& state, VaultId vault, SittingId sitting) {
  const auto* const lane = state.vaults[vault]->records.lane(sitting);
  return lane ? static_cast<std::uint32_t>(lane->size()) : 0;
}

void appendLane(std::vector<SittingEvent>& events, const OpenVault& vault, SittingId sitting, bool fromOurs = false) {
  const auto* const lane = vault.records.lane(sitting, fromOurs);
  if (!lane) return;
  for (const std::size_t place : *lane) events.push_back(vault.records.eventAt(place).event);
}

/// The look that a joint sitting opens of this partner.
std::optional<SittingId> lookIn(const Begun& begun, VaultId vault) {
  if (begun.mode != SittingMode::JointLook) return std::nullopt;
  return vault == VaultId::A ? begun.lookOfA : vault == VaultId::B ? begun.lookOfB : std::nullopt;
}

/// Nothing where it cannot be known: a vault that is locked, gone, or begun after the sitting. Unknown is not empty.
std::optional<std::vector<SittingEvent>> laneIn(const JournalState& state, VaultId lane, SittingId sitting,
                                                const Kept& begun) {
  const bool isJointMoved = isMoved(begun) && lane == VaultId::Ours;
  const VaultId vault = isJointMoved ? begun.newest.entry.vault : lane;
  const auto owner = ownerOf(vault);
  if (owner && !state.keyring.find(*owner) && laneOf(begun) != VaultId::Ours) return std::vector<SittingEvent>();
  if (!state.vaults[vault] || (isMoved(begun) && vault != begun.newest.entry.vault)) return std::nullopt;
  const OpenVault& open = *state.vaults[vault];
  std::vector<SittingEvent> events;
  if (const auto look = lookIn(begunOf(begun), lane)) appendLane(events, open, *look);
  appendLane(events, open, sitting, isJointMoved);
  if (events.empty() && vault != VaultId::Ours && isYounger(open, begun)) return std::nullopt;
  return events;
}

template <typename May>
Lanes lanesWhere(const JournalState& state, SittingId sitting, const Kept& begun, May may) {
  Lanes lanes;
  for (const VaultId lane : kVaults) {
    if (may(lane)) lanes.of(lane) = laneIn(state, lane, sitting, begun);
  }
  return lanes;
}

NewRecord eventRecord(const JournalState& state, SittingId sitting, VaultId lane, std::uint32_t sequence,
                      SittingEvent event) {
  return freshRecord(state, lane, ownerOf(lane), LaneEvent{sitting, sequence, std::move(event)});
}

Result<void> mayBegin(const JournalState& state, VaultId lane, const Begun& begun) {
  if (lane != firstLane(begun)) return Error{ErrorKind::NotAllowed, "lane"};
  if (lane == VaultId::Ours && !state.hasTwo()) return Error{ErrorKind::NotAllowed, nameOf(lane)};
  const bool isJoint = begun.mode == SittingMode::JointLook;
  if (isJoint != (begun.lookOfA && begun.lookOfB)) return Error{ErrorKind::Invalid, "look"};
  return state.mayWrite(lane);
}

Result<void> mayAppend(const JournalState& state, SittingId sitting, VaultId lane,
                       const std::vector<SittingEvent>& events) {
  if (auto may = state.mayWrite(lane); !may) return may;
  const Kept* const begun = findBegun(state, sitting);
  if (!begun) return Error{ErrorKind::NotFound, "sitting"};
  if (isAlone(begunOf(*begun)) && lane != begun->newest.entry.vault) return Error{ErrorKind::NotAllowed, "lane"};
  if (isClosed(state, *begun)) return Error{ErrorKind::NotAllowed, "closed"};
  const bool beginsAgain = std::ranges::any_of(events, [](const auto& e) { return std::holds_alternative<Begun>(e); });
  if (beginsAgain) return Error{ErrorKind::NotAllowed, "begun"};
  return {};
}

/// Blanks the line wherever the event holds words of it.
bool blankLines(SittingEvent& event, PartnerId writer, const std::vector<LineId>& lines) {
  auto* const revealed = std::get_if<Revealed>(&event);
  if (!revealed) return false;
  bool found = false;
  for (OpenedLine& opened : revealed->lines) {
    const bool isAmong = opened.writer == writer && std::ranges::count(lines, opened.line) > 0;
    if (!isAmong || std::holds_alternative<std::monostate>(opened.answer)) continue;
    opened.answer = std::monostate{};
    found = true;
  }
  return found;
}

/// The joint moments of the sitting that hold any of the lines, without them; also those that a merge set beside its
/// lane.
std::vector<NewRecord> withoutLines(const JournalState& state, SittingId sitting, PartnerId writer,
                                    const std::vector<LineId>& lines) {
  std::vector<NewRecord> blanked;
  for (const Kept& kept : state.vaults[VaultId::Ours]->records.all()) {
    const auto* const event = std::get_if<LaneEvent>(&kept.newest.entry.body);
    if (!event || kept.newest.gone || event->sitting != sitting) continue;
    NewRecord next{VaultId::Ours, kept.newest, true};
    if (!blankLines(std::get<LaneEvent>(next.record.entry.body).event, writer, lines)) continue;
    next.record.entry.revision = revisionAfter(kept.lastRevision());
    blanked.push_back(std::move(next));
  }
  return blanked;
}

}  // namespace

Result<SittingId> beginSitting(JournalState& state, VaultId lane, Begun begun) {
  if (auto may = mayBegin(state, lane, begun); !may) return may.error();
  const SittingId sitting = *SittingId::from(randomId());
  std::vector<NewRecord> records;
  records.push_back(eventRecord(state, sitting, lane, 0, std::move(begun)));
  if (auto done = writeRecords(state, std::move(records)); !done) return done.error();
  return sitting;
}

Result<void> appendEvents(JournalState& state, SittingId sitting, VaultId lane, std::vector<SittingEvent> events,
                          EntryChanges also) {
  if (auto may = mayAppend(state, sitting, lane, events); !may) return may;
  std::uint32_t sequence = lengthOf(state, lane, sitting);
  auto changes = recordsOf(state, findBegun(state, sitting)->newest.entry.vault, std::move(also));
  if (!changes) return changes.error();
  std::vector<NewRecord> records;
  records.reserve(events.size() + changes->size());
  for (SittingEvent& event : events) records.push_back(eventRecord(state, sitting, lane, sequence++, std::move(event)));
  std::ranges::move(*changes, std::back_inserter(records));
  if (auto done = writeRecords(state, std::move(records)); !done) return done.error();
  return {};
}

Result<void> takeBackLines(JournalState& state, SittingId sitting, PartnerId writer, const std::vector<LineId>& lines) {
  if (auto may = state.mayWrite(vaultOf(writer)); !may) return may;
  if (auto may = state.mayWrite(VaultId::Ours); !may) return may;
  std::vector<NewRecord> blanked = withoutLines(state, sitting, writer, lines);
  if (blanked.empty()) return Error{ErrorKind::NotFound, "line"};
  if (auto done = writeRecords(state, std::move(blanked)); !done) return done.error();
  purgeQuietly(state);
  return {};
}

Result<Lanes> loadLanes(const JournalState& state, SittingId sitting) {
  const Kept* const begun = findBegun(state, sitting);
  if (!begun) return Error{ErrorKind::NotFound, "sitting"};
  return lanesWhere(state, sitting, *begun, [](VaultId) { return true; });
}

std::vector<SittingSummary> sittingsFor(Reader reader, const JournalState& state) {
  std::vector<const Kept*> begun;
  for (const VaultId vault : kVaults) {
    if (!mayRead(reader, vault) || !state.vaults[vault]) continue;
    const RecordIndex& records = state.vaults[vault]->records;
    for (const std::size_t place : records.begun()) begun.push_back(&records.all()[place]);
  }
  std::ranges::stable_sort(begun, std::ranges::greater{}, [](const Kept* kept) { return kept->newest.order; });
  std::vector<SittingSummary> sittings;
  for (const Kept* kept : begun) {
    const Entry& entry = kept->newest.entry;
    const SittingId id = std::get<LaneEvent>(entry.body).sitting;
    Lanes lanes = lanesWhere(state, id, *kept, [reader](VaultId vault) { return mayRead(reader, vault); });
    sittings.push_back({id, begunOf(*kept), laneOf(*kept), entry.made, std::move(lanes), isClosed(state, *kept),
                        state.isOfBefore(kept->newest)});
  }
  return sittings;
}

}  // namespace footbridge::storage
