// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/looking_back.h"

#include <set>

#include "practice/lane_reader.h"
#include "practice/look_pairing.h"

namespace footbridge::practice {
namespace {

/// What came of looking back: in the sitting that does so now, and in those before it.
struct LookedBack {
  std::set<EntryId> now;
  std::set<EntryId> before;
  std::optional<Day> last;  ///< the day of the last one before
};

LookedBack lookedBack(const SittingId& now, std::span<const SittingSummary> sittings) {
  LookedBack found;
  const auto note = [&](const SittingSummary& sitting, const SittingEvent& event) {
    const auto* answered = std::get_if<Answered>(&event);
    const auto* reviewed = answered ? std::get_if<ReviewedAnswer>(&answered->answer) : nullptr;
    if (!reviewed) return;
    const bool isNow = sitting.id == now;
    if (!isNow && !found.last) found.last = sitting.begun.day;
    for (const auto& [id, state] : reviewed->outcomes) (isNow ? found.now : found.before).insert(id);
  };
  for (const SittingSummary& sitting : sittings) {
    for (const VaultId lane : kLanes) {
      if (const auto& events = sitting.lanes.of(lane)) {
        for (const SittingEvent& event : *events) note(sitting, event);
      }
    }
  }
  return found;
}

}  // namespace

std::vector<Entry> agreementsToLookBackOn(const SittingId& now, std::span<const Entry> entries,
                                          std::span<const SittingSummary> sittings, Day today) {
  const LookedBack looked = lookedBack(now, sittings);
  const Day since = looked.last.value_or(std::chrono::sys_days(today) - std::chrono::days(kLookDays));
  std::vector<Entry> found;
  for (const Entry& entry : entries) {
    const auto* agreement = std::get_if<Agreement>(&entry.body);
    if (!agreement) continue;
    const bool isOpen = agreement->state == AgreementState::Open;
    const bool isNews = !looked.before.contains(entry.id) && daysBetween(since, localDay(entry.changed)) >= 0;
    if (isOpen || isNews || looked.now.contains(entry.id)) found.push_back(entry);
  }
  return found;
}

}  // namespace footbridge::practice
