// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/unproven.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "storage/damaged.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

/// Rows that are of something else here: no number may mean two things.
Result<std::unordered_set<std::int64_t>> numbersIn(Database& database) {
  auto read = database.prepare("SELECT id FROM rec");
  if (!read) return read.error();
  std::unordered_set<std::int64_t> numbers;
  for (;;) {
    auto row = read->step();
    if (!row) return row.error();
    if (!row.value()) return numbers;
    numbers.insert(read->number(0));
  }
}

class Adder {
 public:
  Adder(const JournalState& state, VaultId vault, const TwoCopies& copies, const SittingSides& sides)
      : m_state(state), m_vault(vault), m_copies(copies), m_sides(sides) {}

  [[nodiscard]] Result<Additions> run() {
    const auto theirs = RecordIndex::from(m_copies.theirs);
    if (!theirs) return damaged(kWaiting);
    auto numbers = numbersIn(*m_state.database);
    if (!numbers) return numbers.error();
    m_known = std::move(numbers).value();
    noteMine();
    for (const RecordIndex::Row& row : m_copies.theirs) m_replaced.insert(row.record.on.begin(), row.record.on.end());
    for (const RecordIndex::Row& row : m_copies.theirs) {
      if (mayCome(row, *theirs)) m_added.push_back({row.id, asUnproven(row.record)});
    }
    closeGaps();
    return counted();
  }

 private:
  [[nodiscard]] const OpenVault& here() const { return *m_state.vaults[m_vault]; }

  /// What something here was made from was dropped here, and stays dropped.
  void noteMine() {
    for (const RecordIndex::Row& row : m_copies.mine) {
      m_known.insert(row.record.on.begin(), row.record.on.end());
      const auto* const event = std::get_if<LaneEvent>(&row.record.entry.body);
      if (event) m_sittings.insert(event->sitting);
    }
  }

  [[nodiscard]] bool isElsewhere(EntryId id) const {
    return std::ranges::any_of(kVaults, [&](VaultId other) {
      return other != m_vault && m_state.vaults[other] && m_state.vaults[other]->records.find(id);
    });
  }

  [[nodiscard]] bool mayCome(const RecordIndex::Row& row, const RecordIndex& theirs) const {
    const EntryId id = row.record.entry.id;
    if (m_known.contains(row.id) || m_replaced.contains(row.id) || theirs.find(id)->newest.gone || row.record.gone)
      return false;
    const Kept* const mine = here().records.find(id);
    if (!mine) return !isElsewhere(id);
    const bool isOfOneKind = mine->newest.entry.body.index() == row.record.entry.body.index();
    return !mine->newest.gone && isOfOneKind && !isEvent(row.record);
  }

  /// A link to a row that is here, or in a third copy, would say that it takes the place of that.
  [[nodiscard]] Record asUnproven(Record record) const {
    const Kept* const mine = here().records.find(record.entry.id);
    record.unproven = true;
    record.on.clear();
    record.entry.revision = 1;
    // Nor does it count ahead of what is here.
    const auto& ours = m_state.vaults[VaultId::Ours];
    record.order.ours = std::min(record.order.ours, ours ? ours->head.counter : 0);
    record.order.own = std::min(record.order.own, here().head.counter);
    if (mine) record.order = mine->newest.order;
    const auto* const event = std::get_if<LaneEvent>(&record.entry.body);
    if (event) record.aside = record.aside || m_sittings.contains(event->sitting) || isDecided(event->sitting);
    return record;
  }

  [[nodiscard]] bool isDecided(SittingId sitting) const {
    const auto known = m_sides.find(sitting);
    return known != m_sides.end() && known->second == Side::Mine;
  }

  /// Some rows of a lane may not have come.
  void closeGaps() {
    std::map<std::tuple<bool, SittingId>, std::map<std::uint32_t, Record*>> lanes;
    for (auto& [id, record] : m_added) {
      const auto* const event = std::get_if<LaneEvent>(&record.entry.body);
      if (event && !record.aside) lanes[{event->fromOurs, event->sitting}].emplace(event->sequence, &record);
    }
    for (const auto& [lane, events] : lanes) {
      std::uint32_t next = 0;
      for (const auto& [sequence, record] : events) {
        if (sequence == next)
          ++next;
        else
          record->aside = true;
      }
    }
  }

  [[nodiscard]] Additions counted() {
    Additions result;
    std::set<EntryId> entries, beside;
    std::set<SittingId> sittings;
    for (const auto& [id, record] : m_added) {
      const auto* const event = std::get_if<LaneEvent>(&record.entry.body);
      if (event)
        sittings.insert(event->sitting);
      else
        entries.insert(record.entry.id);
      if (here().records.find(record.entry.id)) beside.insert(record.entry.id);
      result.rows.aside += record.aside ? 1 : 0;
    }
    result.things = entries.size() + sittings.size();
    result.rows.conflicts = beside.size();
    if (!m_added.empty()) result.rows.vaults[m_vault].emplace().added = std::move(m_added);
    return result;
  }

  const JournalState& m_state;
  VaultId m_vault;
  const TwoCopies& m_copies;
  const SittingSides& m_sides;
  std::unordered_set<std::int64_t> m_known;     ///< rows that are here, or were
  std::unordered_set<std::int64_t> m_replaced;  ///< there, by a later revision
  std::set<SittingId> m_sittings;               ///< of which this vault has events
  Rows m_added;
};

}  // namespace

Result<Additions> unprovenIn(const JournalState& state, VaultId vault, const TwoCopies& copies,
                             const SittingSides& sides) {
  return Adder(state, vault, copies, sides).run();
}

}  // namespace footbridge::storage
