// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/row_union.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "storage/counting.h"
#include "storage/damaged.h"
#include "storage/lane_union.h"
#include "storage/revision_links.h"

namespace footbridge::storage {
namespace {

using RowSet = std::unordered_set<std::int64_t>;

RowSet idsOf(const Rows& rows) {
  RowSet ids;
  for (const RecordIndex::Row& row : rows) ids.insert(row.id);
  return ids;
}

/// One vault on its way to be what both say.
class VaultJoin {
 public:
  explicit VaultJoin(const TwoCopies& copies)
      : m_here(idsOf(copies.mine)), m_mine(m_here), m_theirs(idsOf(copies.theirs)) {
    for (const RecordIndex::Row& row : copies.mine) all.emplace(row.id, row.record);
    for (const RecordIndex::Row& row : copies.theirs) {
      const auto [at, isNew] = all.emplace(row.id, row.record);
      if (isNew || isSettledByProof(row.id, at->second, row.record)) continue;
      at->second.entry.revision = std::max(at->second.entry.revision, row.record.entry.revision);
      at->second.aside = at->second.aside || row.record.aside;
      at->second.order = std::min(at->second.order, row.record.order);
      takeOut(at->second, row.record);
    }
  }

  /// False where one number means two things.
  [[nodiscard]] bool join(const Rows& theirs) {
    const bool meansTheSame = std::ranges::all_of(theirs, [this](const RecordIndex::Row& row) {
      const Record& stands = all.at(row.id);
      if (row.record.unproven && !stands.unproven) return true;
      return stands.entry.id == row.record.entry.id && isEvent(stands) == isEvent(row.record);
    });
    if (!meansTheSame) return false;
    for (const auto& [entry, rows] : byEntry()) dropContradicted(rows);
    for (const auto& [entry, rows] : byEntry()) {
      const auto events = std::ranges::count_if(rows, [this](std::int64_t row) { return isEvent(all.at(row)); });
      if (events != 0 && events != std::ssize(rows)) return false;
      standTogether(rows);
      dropReplaced(entry, rows);
    }
    if (!m_unprovenInMine.empty() || !m_unprovenInTheirs.empty()) {
      for (const auto& [entry, rows] : byEntry()) countOn(rows);
    }
    for (const auto& [entry, rows] : byEntry()) settle(rows);
    return true;
  }

  [[nodiscard]] VaultUnion difference(const Rows& mine) const {
    VaultUnion result;
    for (const RecordIndex::Row& row : mine) {
      const auto at = all.find(row.id);
      if (at == all.end())
        result.dropped.push_back(row.id);
      else if (!(at->second == row.record))
        result.rewritten.push_back({row.id, at->second});
    }
    for (const auto& [id, record] : all) {
      if (!m_here.contains(id)) result.added.push_back({id, record});
    }
    return result;
  }

  RowTable all;

 private:
  using Group = std::vector<std::int64_t>;

  /// Of one row, what its owner is known to have written, where one copy has it from them and the other does not. That
  /// other knows nothing of how it came about.
  [[nodiscard]] bool isSettledByProof(std::int64_t row, Record& mine, const Record& theirs) {
    if (mine.unproven == theirs.unproven) return false;
    (mine.unproven ? m_unprovenInMine : m_unprovenInTheirs).insert(row);
    if (mine.unproven) mine = theirs;
    return true;
  }

  /// What its owner made of a row that was the first of its entry there, and is a later revision now, comes after it.
  void countOn(const Group& rows) {
    bool isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (const std::int64_t row : rows) {
        Record& record = all.at(row);
        for (const std::int64_t before : record.on) {
          const auto at = all.find(before);
          if (at == all.end() || at->second.entry.id != record.entry.id) continue;
          if (mayFollow(record.entry.revision, at->second.entry.revision)) continue;
          record.entry.revision = revisionAfter(at->second.entry.revision);
          isChanged = true;
        }
      }
    }
  }

  [[nodiscard]] bool isUnproven(std::int64_t row) const { return all.at(row).unproven; }

  /// What others may have made up to be of an entry, and is of another kind or no row of an event that is here, must
  /// not make the rest unreadable.
  void dropContradicted(const Group& rows) {
    const auto proven = std::ranges::find_if_not(rows, [this](std::int64_t row) { return isUnproven(row); });
    const bool isAnyProven = proven != rows.end();
    const bool isOfEvent = isEvent(all.at(isAnyProven ? *proven : rows.front()));
    for (const std::int64_t row : rows) {
      const bool isOther = isEvent(all.at(row)) != isOfEvent || (isOfEvent && isAnyProven);
      if (isUnproven(row) && isOther) all.erase(row);
    }
  }

  /// One that came into a copy by an import stands elsewhere there.
  void standTogether(const Group& rows) {
    // What is unproven moves nothing.
    const auto orderOf = [this](std::int64_t row) { return std::pair(isUnproven(row), all.at(row).order); };
    const Order first = orderOf(*std::ranges::min_element(rows, {}, orderOf)).second;
    for (const std::int64_t row : rows) all.at(row).order = first;
  }

  /// What is missing in a copy that has revisions made from it was dropped there. A link to a row of another entry, as
  /// only somebody who meant to would write it, drops nothing.
  void dropReplaced(EntryId entry, const Group& rows) {
    Group replaced;
    const std::pair<const RowSet*, const RowSet*> copies[] = {{&m_mine, &m_unprovenInMine},
                                                              {&m_theirs, &m_unprovenInTheirs}};
    for (const auto& [copy, unproven] : copies) {
      Group held;
      std::ranges::copy_if(rows, std::back_inserter(held), [&](std::int64_t row) { return copy->contains(row); });
      const auto isMissing = [&](std::int64_t row) { return !copy->contains(row); };
      std::ranges::copy_if(ancestorsOf(held, madeFrom(*unproven)), std::back_inserter(replaced), isMissing);
    }
    for (const std::int64_t row : replaced) {
      const auto at = all.find(row);
      if (at != all.end() && at->second.entry.id == entry) all.erase(at);
    }
  }

  /// As a copy knows it that has some rows without knowing what they were made from.
  [[nodiscard]] MadeFrom madeFrom(const RowSet& unproven) const {
    return [this, &unproven](std::int64_t row) {
      const auto at = all.find(row);
      return at == all.end() || unproven.contains(row) ? nullptr : &at->second.on;
    };
  }

  [[nodiscard]] std::map<EntryId, Group> byEntry() const {
    std::map<EntryId, Group> groups;
    for (const auto& [id, record] : all) groups[record.entry.id].push_back(id);
    return groups;
  }

  [[nodiscard]] Group tipsOf(const Group& rows) const {
    std::set<std::int64_t> replaced;
    for (const std::int64_t row : rows) replaced.insert(all.at(row).on.begin(), all.at(row).on.end());
    Group tips;
    std::ranges::copy_if(rows, std::back_inserter(tips), [&](std::int64_t row) { return !replaced.contains(row); });
    return tips;
  }

  void settle(const Group& rows) {
    if (rows.size() < 2) return;
    const Group tips = tipsOf(rows);
    if (tips.empty()) return;  // each made from another: what is written is read back, and refused
    if (std::holds_alternative<LaneEvent>(all.at(tips.front()).entry.body)) return settleEvent(rows, tips);
    for (const std::int64_t tip : tips) {
      if (all.contains(tip) && all.at(tip).forGood) settleErased(rows, tip);
    }
  }

  /// Of an event there is one row: the newest, and where words were taken out in both copies, without what either took
  /// out.
  void settleEvent(const Group& rows, const Group& tips) {
    for (const std::int64_t row : rows) {
      if (std::ranges::find(tips, row) == tips.end()) all.erase(row);
    }
    const std::int64_t stays = *std::ranges::max_element(tips);
    Record& record = all.at(stays);
    for (const std::int64_t row : tips) {
      if (row == stays) continue;
      takeOut(record, all.at(row));
      record.on.insert(record.on.end(), all.at(row).on.begin(), all.at(row).on.end());
      record.entry.revision = std::max(record.entry.revision, all.at(row).entry.revision);
      all.erase(row);
    }
    std::ranges::sort(record.on);
    record.on.erase(std::unique(record.on.begin(), record.on.end()), record.on.end());
  }

  /// Of what was deleted for good there stays what the copy that did so has. A deletion that can be undone takes
  /// nothing away: what comes back with it are the words of both.
  void settleErased(const Group& rows, std::int64_t stone) {
    for (const RowSet* copy : {&m_mine, &m_theirs}) {
      if (!copy->contains(stone)) continue;
      for (const std::int64_t row : rows) {
        const auto at = all.find(row);
        if (at != all.end() && !at->second.gone && !copy->contains(row)) all.erase(at);
      }
    }
  }

  RowSet m_here;            ///< as mine are
  RowSet m_mine, m_theirs;  ///< what each copy has
  RowSet m_unprovenInMine, m_unprovenInTheirs;  ///< of which the other copy knows who wrote them
};

std::size_t conflictsAmong(const RowTable& all, const VaultUnion& difference) {
  std::set<EntryId> touched;
  for (const RecordIndex::Row& row : difference.added) touched.insert(row.record.entry.id);
  std::map<EntryId, Rows> groups;
  for (const auto& [id, record] : all) {
    if (touched.contains(record.entry.id)) groups[record.entry.id].push_back({id, record});
  }
  std::size_t conflicts = 0;
  for (auto& [entry, rows] : groups) {
    const auto index = RecordIndex::from(std::move(rows));
    const Kept* const kept = index ? index->find(entry) : nullptr;
    if (kept && !kept->newest.gone && !kept->beside.empty()) ++conflicts;
  }
  return conflicts;
}

}  // namespace

void takeOut(Record& record, const Record& other) {
  auto* const lane = std::get_if<LaneEvent>(&record.entry.body);
  const auto* const otherLane = std::get_if<LaneEvent>(&other.entry.body);
  auto* const revealed = lane ? std::get_if<Revealed>(&lane->event) : nullptr;
  const auto* const less = otherLane ? std::get_if<Revealed>(&otherLane->event) : nullptr;
  if (!revealed || !less || revealed->lines.size() != less->lines.size()) return;
  for (std::size_t i = 0; i < less->lines.size(); ++i) {
    if (std::holds_alternative<std::monostate>(less->lines[i].answer)) revealed->lines[i].answer = std::monostate{};
  }
}

Result<RowUnion> unionOf(const PerVault<TwoCopies>& copies, const SittingSides& known) {
  PerVault<VaultJoin> joins;
  LaneUnion lanes(known);
  for (const VaultId vault : kVaults) {
    if (!copies[vault]) continue;
    joins[vault].emplace(*copies[vault]);
    if (!joins[vault]->join(copies[vault]->theirs)) return damaged("revision");
    lanes.add(vault, *copies[vault], joins[vault]->all);
  }
  RowUnion result;
  result.sides = lanes.decide();
  for (const VaultId vault : kVaults) {
    if (!joins[vault]) continue;
    result.vaults[vault] = joins[vault]->difference(copies[vault]->mine);
    const VaultUnion& one = *result.vaults[vault];
    result.conflicts += conflictsAmong(joins[vault]->all, one);
    for (const Rows* rows : {&one.added, &one.rewritten})
      result.aside += static_cast<std::size_t>(
          std::ranges::count_if(*rows, [](const RecordIndex::Row& row) { return row.record.aside; }));
  }
  return result;
}

}  // namespace footbridge::storage
