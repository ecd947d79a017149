// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/result.h"
#include "storage/record.h"

namespace footbridge::storage {

/// An entry of an open vault as its newest revision stands, and the rows of its history. After a merge of two copies
/// there can be several newest revisions, none of which was made from another.
struct Kept {
  /// So far back a copy that lagged is known for one. It bounds what a record takes, however often it is revised.
  static constexpr std::size_t kGoneNamed = 32;

  Kept(Record record, std::int64_t row) : newest(std::move(record)), rows{row} {}

  /// The one that stands: what is deleted for good first, then what was written apart from every deletion, then a
  /// deletion, then the highest revision; nothing unproven where there is anything else.
  Record newest;
  std::vector<std::int64_t> rows;       ///< of the revisions that are left, oldest first
  std::vector<std::int64_t> inDispute;  ///< of the newest revisions where there are several; else empty
  std::vector<Record> beside;           ///< the other newest revisions, in their order; deletions may be among them

  /// The rows of the newest revisions; mostly one, the last of all.
  [[nodiscard]] std::vector<std::int64_t> tips() const {
    return inDispute.empty() ? std::vector<std::int64_t>{rows.back()} : inDispute;
  }
  [[nodiscard]] std::uint32_t lastRevision() const;
  /// What the next revision is made from, as Record::on, where the oldest `dropped` rows go along with it. Of what has
  /// gone, the last kGoneNamed.
  [[nodiscard]] std::vector<std::int64_t> madeInto(std::size_t dropped) const;

  /// What a search compares; made when first asked for.
  [[nodiscard]] const std::string& searchText() const;

 private:
  mutable std::optional<std::string> m_searchText;
};

/// What an open vault holds, in memory.
class RecordIndex {
 public:
  struct Row {
    std::int64_t id = 0;
    Record record;
  };
  /// Damaged when a revision does not follow what it was made from, or a lane has a gap.
  [[nodiscard]] static Result<RecordIndex> from(std::vector<Row> rows);

  /// A row that has just been written, made from all that was newest; the oldest `dropped` rows of its entry have gone
  /// with it.
  void apply(Row row, std::size_t dropped);
  /// Whether from() takes it with the others, behind `before` more events of its lane. What it would not take must not
  /// be written.
  [[nodiscard]] bool takes(const Record& record, std::uint32_t before) const;

  /// In the order they were made; deleted ones are among them, marked.
  [[nodiscard]] const std::vector<Kept>& all() const { return m_kept; }
  /// Null when the vault has no such entry; a deleted one is found.
  [[nodiscard]] const Kept* find(EntryId id) const;
  /// The entries of one sitting's lane, by sequence; null when there is none. `fromOurs`: of the joint lane that was
  /// moved here.
  [[nodiscard]] const std::vector<std::size_t>* lane(SittingId sitting, bool fromOurs = false) const;
  /// Sittings whose first event lies here, in the order they were made.
  [[nodiscard]] const std::vector<std::size_t>& begun() const { return m_begun; }
  [[nodiscard]] const LaneEvent& eventAt(std::size_t place) const;
  /// How far *ours* had come when the newest of these was made.
  [[nodiscard]] std::uint64_t reach() const { return m_kept.empty() ? 0 : m_kept.back().newest.order.ours; }
  /// How many things a list would show: what was written and is not deleted, a sitting as one.
  [[nodiscard]] std::uint64_t standing() const { return m_standing; }

 private:
  [[nodiscard]] Result<void> group(std::vector<Row> rows);
  [[nodiscard]] Result<void> indexLanes();
  void noteEvent(std::size_t place, const LaneEvent& event);

  std::vector<Kept> m_kept;
  std::unordered_map<EntryId, std::size_t> m_places;
  using Lanes = std::unordered_map<SittingId, std::vector<std::size_t>>;
  [[nodiscard]] Lanes& lanesOf(const LaneEvent& event) { return event.fromOurs ? m_movedLanes : m_lanes; }

  Lanes m_lanes;
  Lanes m_movedLanes;
  std::vector<std::size_t> m_begun;
  std::uint64_t m_standing = 0;
};

}  // namespace footbridge::storage
