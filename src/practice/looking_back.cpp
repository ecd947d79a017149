// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/looking_back.h"

#include <map>

#include "practice/lane_reader.h"
#include "practice/look_pairing.h"

namespace footbridge::practice {
namespace {

using Marks = std::map<EntryId, AgreementState>;

/// What was last said of each: in the sitting that looks back now, and in all others.
struct LookedBack {
  Marks now;
  Marks elsewhere;
  std::optional<Day> last;  ///< the day of the newest of the others
};

/// The last answer of a sitting stands; none where it has not looked back.
std::optional<Marks> marksIn(const SittingSummary& sitting) {
  std::optional<Marks> marks;
  for (const VaultId lane : kLanes) {
    const auto& events = sitting.lanes.of(lane);
    if (!events) continue;
    for (const SittingEvent& event : *events) {
      const auto* answered = std::get_if<Answered>(&event);
      const auto* reviewed = answered != nullptr ? std::get_if<ReviewedAnswer>(&answered->answer) : nullptr;
      if (reviewed == nullptr) continue;
      if (!marks) marks.emplace();
      for (const auto& [id, state] : reviewed->outcomes) marks->insert_or_assign(id, state);
    }
  }
  return marks;
}

LookedBack lookedBack(const SittingId& now, std::span<const SittingSummary> sittings) {
  LookedBack found;
  for (const SittingSummary& sitting : sittings) {
    const auto marks = marksIn(sitting);
    if (!marks) continue;
    const bool isNow = sitting.id == now;
    if (!isNow && !found.last) found.last = sitting.begun.day;
    // The newest come first, and what they say stays.
    (isNow ? found.now : found.elsewhere).insert(marks->begin(), marks->end());
  }
  return found;
}

/// What both have heard of an agreement already is its present mark.
bool isHeardOf(const Marks& marks, const EntryId& id, AgreementState state) {
  const auto said = marks.find(id);
  return said != marks.end() && said->second == state;
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
    const bool isNews =
        !isHeardOf(looked.elsewhere, entry.id, agreement->state) && daysBetween(since, localDay(entry.changed)) >= 0;
    if (isOpen || isNews || looked.now.contains(entry.id)) found.push_back(entry);
  }
  return found;
}

}  // namespace footbridge::practice
