// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/look_pairing.h"

#include <algorithm>
#include <cstdlib>

#include "domain/weekly_look.h"
#include "practice/sitting.h"
#include "practice/walk.h"

namespace footbridge::practice {
namespace {

bool isIn(const SittingSummary& joint, const SittingId& look) {
  return joint.begun.lookOfA == look || joint.begun.lookOfB == look;
}

/// A clock that was set back makes a look of tomorrow; it counts like one of yesterday.
int daysApart(const SittingSummary& look, Day today) {
  return std::abs(daysBetween(look.begun.day, today));
}

/// A partner's own looks whose lane is known, in the order given.
std::vector<const SittingSummary*> ownLooks(PartnerId partner, std::span<const SittingSummary> sittings) {
  std::vector<const SittingSummary*> looks;
  for (const SittingSummary& sitting : sittings) {
    const bool isOwn = sitting.begun.mode == SittingMode::OwnLook && sitting.begun.first == partner;
    if (isOwn && sitting.lanes.of(vaultOf(partner))) looks.push_back(&sitting);
  }
  return looks;
}

bool isThisWeeksLook(const SittingSummary& sitting, Day today) {
  return sitting.begun.exercise.text() == kWeeklyLook && daysApart(sitting, today) < kDaysToNextLook;
}

bool inJointLook(const SittingId& look, std::span<const SittingSummary> sittings) {
  return std::any_of(sittings.begin(), sittings.end(), [&look](const SittingSummary& s) { return isIn(s, look); });
}

/// Seen by both, as far as its writer opened it.
bool wasOpened(const SittingId& look, std::span<const SittingSummary> sittings) {
  return std::ranges::any_of(sittings, [&look](const SittingSummary& joint) {
    const auto& events = joint.lanes.joint;
    return isIn(joint, look) && events && std::ranges::any_of(*events, [](const SittingEvent& event) {
             return std::holds_alternative<Revealed>(event);
           });
  });
}

/// Its writer has chosen what of it is opened, or seen that there is nothing, and put that away: words that were
/// changed since would open unseen.
bool wasLookedOver(PartnerId writer, const SittingId& look, std::span<const SittingSummary> sittings) {
  return std::ranges::any_of(sittings, [&](const SittingSummary& joint) {
    const auto& events = joint.lanes.of(vaultOf(writer));
    return isIn(joint, look) && events && std::ranges::any_of(*events, [](const SittingEvent& event) {
             return std::holds_alternative<LookedOver>(event) || std::holds_alternative<TurnEnded>(event);
           });
  });
}

/// Done stays done: whoever looks at it again and goes has taken nothing back.
enum class LookState { Done, Unfinished, Unreadable };
LookState stateOf(const SittingSummary& look, const FindExercise& find) {
  const Exercise* exercise = find(look.begun.exercise);
  if (exercise == nullptr) return LookState::Unreadable;
  const auto sitting = replay(*exercise, look.lanes);
  if (!sitting) return LookState::Unreadable;
  const bool isDone = standingOf(*exercise, sitting->begun, sitting->lanes).wasPartDone;
  return isDone ? LookState::Done : LookState::Unfinished;
}

/// What may be opened of one partner's: an older look does not stand in for a newer one that is not done.
std::optional<SittingId> newestIfDone(PartnerId partner, std::span<const SittingSummary> sittings,
                                      const FindExercise& find, Day today) {
  for (const SittingSummary* look : ownLooks(partner, sittings)) {
    if (daysApart(*look, today) > kLookDays || wasOpened(look->id, sittings)) continue;
    if (stateOf(*look, find) != LookState::Done) return std::nullopt;
    return look->id;
  }
  return std::nullopt;
}

}  // namespace

OwnLooks looksOf(PartnerId partner, std::span<const SittingSummary> sittings, const FindExercise& find, Day today) {
  OwnLooks result{.unfinished = std::nullopt, .mayChange = {}, .mayBegin = true};
  for (const SittingSummary* look : ownLooks(partner, sittings)) {
    const int days = daysApart(*look, today);
    const bool isClosed = wasOpened(look->id, sittings) || wasLookedOver(partner, look->id, sittings);
    const LookState state = stateOf(*look, find);
    const bool mayChange = days <= kLookDays && !isClosed;
    if (days < kDaysToNextLook && (inJointLook(look->id, sittings) || state != LookState::Unreadable))
      result.mayBegin = false;
    if (mayChange && state == LookState::Done) result.mayChange.push_back(look->id);
    if (mayChange && state == LookState::Unfinished && !result.unfinished) result.unfinished = look->id;
  }
  const bool satTogether = std::any_of(sittings.begin(), sittings.end(), [today](const SittingSummary& sitting) {
    return sitting.begun.mode == SittingMode::Together && isThisWeeksLook(sitting, today);
  });
  if (satTogether) result.mayBegin = false;
  return result;
}

std::optional<SittingId> lookOfBoth(std::span<const SittingSummary> sittings, Day today) {
  const auto found = std::ranges::find_if(sittings, [today](const SittingSummary& sitting) {
    const SittingMode mode = sitting.begun.mode;
    return (mode == SittingMode::Together || mode == SittingMode::JointLook) && isThisWeeksLook(sitting, today);
  });
  return found == sittings.end() ? std::nullopt : std::optional(found->id);
}

std::optional<LookPair> pairLooks(std::span<const SittingSummary> sittings, const FindExercise& find, Day today) {
  const auto a = newestIfDone(PartnerId::A, sittings, find, today);
  const auto b = newestIfDone(PartnerId::B, sittings, find, today);
  if (!a || !b) return std::nullopt;
  return LookPair{*a, *b};
}

}  // namespace footbridge::practice
