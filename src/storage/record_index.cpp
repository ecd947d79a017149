// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_index.h"

#include <algorithm>
#include <compare>
#include <functional>
#include <iterator>
#include <span>
#include <utility>

#include "storage/counting.h"
#include "storage/damaged.h"
#include "storage/revision_links.h"
#include "storage/search_text.h"

namespace footbridge::storage {
namespace {

/// Of a sitting, in its lane.
struct LanePlace {
  std::int64_t sitting = 0;
  std::uint32_t sequence = 0;
  auto operator<=>(const LanePlace&) const = default;
};

/// Only what is unproven can have one order with another entry, since it counts for no more than what was here.
LanePlace lanePlaceOf(const Record& record) {
  const auto* const event = std::get_if<LaneEvent>(&record.entry.body);
  if (event == nullptr || !record.unproven) return {};
  return {event->sitting.number(), event->sequence};
}

/// By the order they were made in, and each entry's revisions one after another, what is unproven before the others.
/// What is compared lies close together.
std::vector<std::size_t> inOrder(const std::vector<RecordIndex::Row>& rows) {
  struct Key {
    Order order;
    LanePlace lanePlace;
    EntryId entry;
    bool isProven;
    std::uint32_t revision;
    std::int64_t row;
    std::size_t place;
    auto operator<=>(const Key&) const = default;
  };
  std::vector<Key> keys;
  keys.reserve(rows.size());
  for (std::size_t place = 0; place < rows.size(); ++place) {
    const Record& record = rows[place].record;
    keys.push_back({record.order, lanePlaceOf(record), record.entry.id, !record.unproven, record.entry.revision,
                    rows[place].id, place});
  }
  std::ranges::sort(keys);
  std::vector<std::size_t> places;
  places.reserve(keys.size());
  for (const Key& key : keys) places.push_back(key.place);
  return places;
}

bool isFirst(const Record& record) {
  return record.entry.revision == 1;
}

bool isMadeFromEarlier(const Record& record, std::span<const RecordIndex::Row> revisions) {
  return std::ranges::all_of(revisions, [&record](const RecordIndex::Row& other) {
    const bool isBefore = std::ranges::count(record.on, other.id) != 0;
    return !isBefore || mayFollow(record.entry.revision, other.record.entry.revision);
  });
}

/// All of one entry, in one place among the others, and each made from earlier ones, which may be gone by now.
bool followsWell(std::span<const RecordIndex::Row> revisions) {
  const Record& first = revisions.front().record;
  return std::ranges::all_of(revisions, [&](const RecordIndex::Row& row) {
    const Record& record = row.record;
    return record.order == first.order && isFirst(record) == record.on.empty() && isMadeFromEarlier(record, revisions);
  });
}

std::vector<std::int64_t> replacedAmong(std::span<const RecordIndex::Row> revisions) {
  std::vector<std::int64_t> rows;
  for (const RecordIndex::Row& row : revisions) rows.insert(rows.end(), row.record.on.begin(), row.record.on.end());
  std::ranges::sort(rows);
  return rows;
}

/// Whoever deleted had not read a word of it. Both are newest revisions, so no link of the tombstone leads to the row.
/// That says it where the row was revised too often to be from before, where the tombstone knows all that was before
/// it, or where its links go back beyond the row, to what both were made from. Links that are cut short say nothing.
bool isMadeApart(const RecordIndex::Row& row, const RecordIndex::Row& stone, const MadeFrom& madeFrom) {
  const std::uint32_t revisions = stone.record.entry.revision;
  const auto beforeStone = ancestorsOf({stone.id}, madeFrom);
  if (row.record.entry.revision >= revisions || beforeStone.size() + 1 >= revisions) return true;
  const auto before = ancestorsOf({row.id}, madeFrom);
  return std::ranges::any_of(before, [&](std::int64_t each) { return beforeStone.contains(each); });
}

/// Which of the newest revisions stands. A deletion that can be undone does not speak of what was written apart from
/// it, of which whoever deleted had not read a word.
std::size_t standing(const std::vector<RecordIndex::Row>& tips, const MadeFrom& madeFrom) {
  const bool isAnyProven = std::ranges::any_of(tips, [](const RecordIndex::Row& tip) { return !tip.record.unproven; });
  const auto counts = [&](std::size_t at) { return !isAnyProven || !tips[at].record.unproven; };
  std::vector<std::size_t> gone;
  std::size_t last = 0;
  for (std::size_t at = 0; at < tips.size(); ++at) {
    if (!counts(at)) continue;
    if (tips[at].record.forGood) return at;
    if (tips[at].record.gone) gone.push_back(at);
    last = at;
  }
  if (gone.empty()) return last;
  for (std::size_t at = tips.size(); at-- > 0;) {
    if (!counts(at)) continue;
    const auto isApart = [&](std::size_t other) { return isMadeApart(tips[at], tips[other], madeFrom); };
    if (!tips[at].record.gone && std::ranges::all_of(gone, isApart)) return at;
  }
  return gone.front();
}

/// Of the events of a sitting, the first counts for all.
bool stands(const Record& record) {
  const auto* const event = std::get_if<LaneEvent>(&record.entry.body);
  return !record.gone && (!event || std::holds_alternative<Begun>(event->event));
}

/// `revisions` are in order, not empty, and taken apart; those that nothing was made from are the newest.
Kept keptFrom(std::span<RecordIndex::Row> revisions) {
  if (revisions.size() == 1) return {std::move(revisions.front().record), revisions.front().id};
  const std::vector<std::int64_t> before = replacedAmong(revisions);
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> links;
  std::vector<RecordIndex::Row> tips;
  std::vector<std::int64_t> rows;
  for (RecordIndex::Row& row : revisions) {
    rows.push_back(row.id);
    links.emplace(row.id, row.record.on);
    if (!std::ranges::binary_search(before, row.id)) tips.push_back(std::move(row));
  }
  const std::size_t at = standing(tips, [&links](std::int64_t row) {
    const auto found = links.find(row);
    return found == links.end() ? nullptr : &found->second;
  });
  Kept kept(std::move(tips[at].record), tips[at].id);
  kept.rows = std::move(rows);
  if (tips.size() == 1) return kept;
  for (std::size_t tip = 0; tip < tips.size(); ++tip) {
    kept.inDispute.push_back(tips[tip].id);
    if (tip != at) kept.beside.push_back(std::move(tips[tip].record));
  }
  return kept;
}

}  // namespace

std::uint32_t Kept::lastRevision() const {
  std::uint32_t last = newest.entry.revision;
  for (const Record& other : beside) last = std::max(last, other.entry.revision);
  return last;
}

std::vector<std::int64_t> Kept::madeInto(std::size_t dropped) const {
  std::vector<std::int64_t> from = tips();
  const auto isNamed = [&from](std::int64_t row) { return std::ranges::find(from, row) != from.end(); };
  const auto goes = std::span(rows).first(dropped);
  std::ranges::copy_if(goes, std::back_inserter(from), std::not_fn(isNamed));
  const auto addGone = [&](const Record& tip) {
    for (const std::int64_t row : tip.on) {
      if (std::ranges::find(rows, row) == rows.end() && !isNamed(row)) from.push_back(row);
    }
  };
  addGone(newest);
  std::ranges::for_each(beside, addGone);
  // Those that went last stand first.
  from.resize(std::min(from.size(), tips().size() + kGoneNamed));
  return from;
}

const std::string& Kept::searchText() const {
  if (m_searchText) return *m_searchText;
  m_searchText = searchTextOf(newest.entry.body);
  for (const Record& other : beside) *m_searchText += '\n' + searchTextOf(other.entry.body);
  return *m_searchText;
}

Result<RecordIndex> RecordIndex::from(std::vector<Row> rows) {
  RecordIndex index;
  if (auto done = index.group(std::move(rows)); !done) return done.error();
  if (auto done = index.indexLanes(); !done) return done.error();
  return index;
}

Result<void> RecordIndex::group(std::vector<Row> rows) {
  m_kept.reserve(rows.size());
  m_places.reserve(rows.size());
  const std::vector<std::size_t> order = inOrder(rows);
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    const EntryId id = rows[order[from]].record.entry.id;
    while (to < order.size() && rows[order[to]].record.entry.id == id) ++to;
    std::vector<Row> gathered;
    std::span<Row> revisions(&rows[order[from]], 1);  // of most entries there is one, and nothing to gather
    // Past the last number that is counted, one by itself could still be made from itself.
    const bool isUncounted = std::ranges::any_of(std::span(order).subspan(from, to - from), [&rows](std::size_t at) {
      return rows[at].record.entry.revision >= kLastRevision;
    });
    if (to - from > 1 || isUncounted) {
      for (std::size_t at = from; at < to; ++at) gathered.push_back(std::move(rows[order[at]]));
      if (isUncounted && !orderByLinks(gathered)) return damaged("revision");
      revisions = gathered;
    }
    if (!followsWell(revisions) || !m_places.try_emplace(id, m_kept.size()).second) return damaged("revision");
    m_kept.push_back(keptFrom(revisions));
    if (stands(m_kept.back().newest)) ++m_standing;
  }
  return {};
}

/// By their numbers in the lane: copies that were joined can have counted differently, and then the order among all
/// entries is not that of the lane.
Result<void> RecordIndex::indexLanes() {
  for (std::size_t place = 0; place < m_kept.size(); ++place) {
    const auto* const event = std::get_if<LaneEvent>(&m_kept[place].newest.entry.body);
    if (event && !m_kept[place].newest.aside) noteEvent(place, *event);
  }
  for (Lanes* const lanes : {&m_lanes, &m_movedLanes}) {
    for (auto& [sitting, lane] : *lanes) {
      const auto sequence = [this](std::size_t place) { return eventAt(place).sequence; };
      std::ranges::sort(lane, {}, sequence);
      for (std::uint32_t next = 0; next < lane.size(); ++next) {
        if (sequence(lane[next]) != next) return damaged("lane");
      }
    }
  }
  return {};
}

void RecordIndex::noteEvent(std::size_t place, const LaneEvent& event) {
  lanesOf(event)[event.sitting].push_back(place);
  if (std::holds_alternative<Begun>(event.event)) m_begun.push_back(place);
}

void RecordIndex::apply(Row row, std::size_t dropped) {
  const auto [at, isNew] = m_places.try_emplace(row.record.entry.id, m_kept.size());
  if (!isNew && stands(m_kept[at->second].newest)) --m_standing;
  if (stands(row.record)) ++m_standing;
  if (isNew) {
    m_kept.emplace_back(std::move(row.record), row.id);
    const auto* const event = std::get_if<LaneEvent>(&m_kept.back().newest.entry.body);
    if (event) noteEvent(at->second, *event);
    return;
  }
  Kept next(std::move(row.record), row.id);
  next.rows = std::move(m_kept[at->second].rows);
  next.rows.push_back(row.id);
  next.rows.erase(next.rows.begin(), next.rows.begin() + static_cast<std::ptrdiff_t>(dropped));
  m_kept[at->second] = std::move(next);
}

bool RecordIndex::takes(const Record& record, std::uint32_t before) const {
  const Kept* const kept = find(record.entry.id);
  const auto* const event = std::get_if<LaneEvent>(&record.entry.body);
  if (isFirst(record)) {
    if (kept || !record.on.empty()) return false;
    const auto* const behind = event ? lane(event->sitting, event->fromOurs) : nullptr;
    return !event || event->sequence == (behind ? behind->size() : 0) + before;
  }
  if (!kept || record.on.empty() || !mayFollow(record.entry.revision, kept->lastRevision())) return false;
  const auto* const was = std::get_if<LaneEvent>(&kept->newest.entry.body);
  const bool isSamePlace = !event || (was && was->sitting == event->sitting && was->sequence == event->sequence &&
                                      was->fromOurs == event->fromOurs);
  return record.order == kept->newest.order && (event != nullptr) == (was != nullptr) && isSamePlace;
}

const Kept* RecordIndex::find(EntryId id) const {
  const auto at = m_places.find(id);
  return at == m_places.end() ? nullptr : &m_kept[at->second];
}

const std::vector<std::size_t>* RecordIndex::lane(SittingId sitting, bool fromOurs) const {
  const Lanes& lanes = fromOurs ? m_movedLanes : m_lanes;
  const auto at = lanes.find(sitting);
  return at == lanes.end() ? nullptr : &at->second;
}

const LaneEvent& RecordIndex::eventAt(std::size_t place) const {
  return std::get<LaneEvent>(m_kept[place].newest.entry.body);
}

}  // namespace footbridge::storage
