// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_index.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "storage/search_text.h"

namespace footbridge::storage {
namespace {

Error damaged(const char* detail) {
  return Error{ErrorKind::Damaged, {}, {}, detail};
}

/// By the order they were made in, and each entry's revisions one after another.
std::vector<std::size_t> inOrder(const std::vector<RecordIndex::Row>& rows) {
  std::vector<std::size_t> places(rows.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  const auto key = [&rows](std::size_t place) {
    const Record& record = rows[place].record;
    return std::tuple(record.order, record.entry.id, record.entry.revision);
  };
  std::ranges::sort(places, {}, key);
  return places;
}

}  // namespace

const std::string& Kept::searchText() const {
  if (!m_searchText) m_searchText = searchTextOf(newest.entry.body);
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
  for (const std::size_t place : inOrder(rows)) {
    Row& row = rows[place];
    const EntryId id = row.record.entry.id;
    const auto [at, isNew] = m_places.try_emplace(id, m_kept.size());
    if (isNew)
      m_kept.emplace_back(std::move(row.record), std::vector{row.id});
    else {
      Kept& kept = m_kept[at->second];
      const bool follows =
          row.record.order == kept.newest.order && row.record.entry.revision == kept.newest.entry.revision + 1;
      if (!follows) return damaged("revision");
      kept.newest = std::move(row.record);
      kept.rows.push_back(row.id);
    }
  }
  return {};
}

Result<void> RecordIndex::indexLanes() {
  for (std::size_t place = 0; place < m_kept.size(); ++place) {
    const auto* const event = std::get_if<LaneEvent>(&m_kept[place].newest.entry.body);
    if (!event) continue;
    if (event->sequence != m_lanes[event->sitting].size()) return damaged("lane");
    noteEvent(place, *event);
  }
  return {};
}

void RecordIndex::noteEvent(std::size_t place, const LaneEvent& event) {
  m_lanes[event.sitting].push_back(place);
  if (std::holds_alternative<Begun>(event.event)) m_begun.push_back(place);
}

void RecordIndex::apply(Row row, std::size_t dropped) {
  const auto [at, isNew] = m_places.try_emplace(row.record.entry.id, m_kept.size());
  if (isNew) {
    m_kept.emplace_back(std::move(row.record), std::vector{row.id});
    const auto* const event = std::get_if<LaneEvent>(&m_kept.back().newest.entry.body);
    if (event) noteEvent(at->second, *event);
    return;
  }
  Kept next(std::move(row.record), std::move(m_kept[at->second].rows));
  next.rows.push_back(row.id);
  next.rows.erase(next.rows.begin(), next.rows.begin() + static_cast<std::ptrdiff_t>(dropped));
  m_kept[at->second] = std::move(next);
}

const Kept* RecordIndex::find(EntryId id) const {
  const auto at = m_places.find(id);
  return at == m_places.end() ? nullptr : &m_kept[at->second];
}

const std::vector<std::size_t>* RecordIndex::lane(SittingId sitting) const {
  const auto at = m_lanes.find(sitting);
  return at == m_lanes.end() ? nullptr : &at->second;
}

const LaneEvent& RecordIndex::eventAt(std::size_t place) const {
  return std::get<LaneEvent>(m_kept[place].newest.entry.body);
}

}  // namespace footbridge::storage
