// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/today.h"

#include <algorithm>
#include <cstdlib>

#include "practice/look_pairing.h"
#include "practice/sitting.h"

namespace footbridge::practice {
namespace {

bool isOpenAgreement(const Entry& entry) {
  const auto* agreement = std::get_if<Agreement>(&entry.body);
  return agreement && agreement->state == AgreementState::Open;
}

/// Of two for one day the newer comes first, as it was given.
void addAgreements(Today& result, Reader reader, std::span<const Entry> entries) {
  for (const Entry& entry : entries) {
    if (isOpenAgreement(entry) && mayRead(reader, entry.vault)) result.agreements.push_back(entry);
  }
  std::ranges::stable_sort(result.agreements, [](const Entry& x, const Entry& y) {
    const auto& one = std::get<Agreement>(x.body).review;
    const auto& other = std::get<Agreement>(y.body).review;
    return one && (!other || *one < *other);
  });
}

/// The lanes with those that the reader may not read made unknown.
Lanes lanesFor(Reader reader, Lanes lanes) {
  for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
    if (!mayRead(reader, vaultOf(partner))) lanes.of(vaultOf(partner)).reset();
  }
  return lanes;
}

bool canBeTakenUp(const SittingSummary& summary, Reader reader, const Exercise& exercise) {
  const auto sitting = replay(exercise, lanesFor(reader, summary.lanes));
  if (!sitting) return false;
  const Screen screen = screenOf(exercise, *sitting);
  return !std::holds_alternative<FinishedScreen>(screen.body) && !std::holds_alternative<PartDoneScreen>(screen.body);
}

/// A look that is to go on with is offered in its own place, and stands before nothing else.
std::optional<SittingId> unfinishedFor(Reader reader, std::span<const SittingSummary> sittings,
                                       const FindExercise& find, Day today, std::optional<SittingId> lookOfBoth) {
  for (const SittingSummary& sitting : sittings) {
    if (sitting.begun.mode == SittingMode::OwnLook || sitting.id == lookOfBoth) continue;
    if (std::abs(daysBetween(sitting.begun.day, today)) > kTakeUpDays) continue;
    const Exercise* exercise = find(sitting.begun.exercise);
    if (exercise && mayGoOn(sitting, reader, *exercise)) return sitting.id;
  }
  return std::nullopt;
}

std::optional<Appreciation> appreciationFor(Reader reader, std::span<const SittingSummary> sittings) {
  const auto self = partnerOf(reader);
  for (const SittingSummary& sitting : sittings) {
    auto said = appreciationsIn(sitting);
    // Words written for it stand by themselves; a few said at the close need the evening around them.
    const auto found = std::find_if(said.begin(), said.end(), [&self](const auto& one) { return one.from != self; });
    if (found != said.end()) return std::move(*found);
  }
  return std::nullopt;
}

bool isOlder(SittingId one, SittingId other, std::span<const SittingSummary> newestFirst) {
  return std::ranges::find(newestFirst, one, &SittingSummary::id) >
         std::ranges::find(newestFirst, other, &SittingSummary::id);
}

bool isPartOf(SittingId joint, SittingId look, std::span<const SittingSummary> sittings) {
  const auto& begun = std::ranges::find(sittings, joint, &SittingSummary::id)->begun;
  return begun.lookOfA == look || begun.lookOfB == look;
}

void addLook(Today& result, Reader reader, std::span<const SittingSummary> sittings, const FindExercise& find,
             Day today) {
  const auto ofBoth = lookOfBoth(sittings, today);
  bool isLeft = false;
  if (ofBoth) {
    const auto summary = std::ranges::find(sittings, *ofBoth, &SittingSummary::id);
    const Exercise* exercise = find(summary->begun.exercise);
    isLeft = exercise && mayGoOn(*summary, reader, *exercise);
  }
  const auto self = partnerOf(reader);
  const OwnLooks own = self ? looksOf(*self, sittings, find, today) : OwnLooks{};
  // A look that both began to open is gone on with from there, though a mark in it may still be changed.
  const bool isInOpening =
      isLeft && !own.unfinished && !own.mayChange.empty() && isPartOf(*ofBoth, own.mayChange.front(), sittings);
  auto mine = own.unfinished;
  // Once this week's may be begun, last week's is no more this week's look, though it may still be changed.
  if (!mine && !own.mayBegin && !own.mayChange.empty() && !isInOpening) mine = own.mayChange.front();
  // What came before a look that both have seen to its end waits for nothing any more.
  if (mine && ofBoth && !isLeft && isOlder(*mine, *ofBoth, sittings)) mine.reset();
  if (mine) {
    result.look = own.unfinished ? LookNow::GoOn : LookNow::MyPart;
    result.ownLook = mine;
  } else if (isLeft) {
    result.look = LookNow::GoOn;
    result.lookOfBoth = ofBoth;
  } else if (ofBoth && !own.mayBegin) {
    result.look = LookNow::Opened;
  }
}

}  // namespace

bool mayGoOn(const SittingSummary& summary, Reader reader, const Exercise& exercise) {
  return !summary.closed && mayRead(reader, summary.begunIn) && canBeTakenUp(summary, reader, exercise);
}

Today todayFor(Reader reader, std::span<const Entry> entries, std::span<const SittingSummary> sittings,
               const FindExercise& find, Day today) {
  Today result;
  addAgreements(result, reader, entries);
  result.appreciation = appreciationFor(reader, sittings);
  addLook(result, reader, sittings, find, today);
  result.unfinished = unfinishedFor(reader, sittings, find, today, result.lookOfBoth);
  return result;
}

}  // namespace footbridge::practice
