// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/looking_back.h"

#include "catch.h"
#include "practice/samples.h"

namespace footbridge::practice {
namespace {

using namespace samples;

const Day kThisLook = *parseDay("2026-11-23");
const Day kLastLook = *parseDay("2026-11-01");
const SittingId kNow = *SittingId::from(100);

using Outcomes = decltype(ReviewedAnswer::outcomes);

Entry made(int id, AgreementState state, Day changed) {
  return Entry{.id = *EntryId::from(id),
               .vault = VaultId::Ours,
               .author = {},
               .made = {},
               .changed = beginningOf(changed) + std::chrono::hours(12),
               .body = Agreement{.what = "a walk", .when = {}, .review = {}, .state = state, .from = {}}};
}

/// A sitting with what was said of small steps in it.
SittingSummary look(int id, Day day, Outcomes outcomes) {
  SittingSummary summary{
      .id = *SittingId::from(id), .begun = begun(weeklyLook({}), SittingMode::Together), .lanes = {}};
  summary.begun.day = day;
  summary.lanes.joint = {summary.begun, Answered{stepId("back"), ReviewedAnswer{std::move(outcomes)}}};
  return summary;
}
SittingSummary lookNow(Outcomes outcomes = {}) {
  return look(100, kThisLook, std::move(outcomes));
}

std::vector<int> namedIn(const std::vector<Entry>& entries, const std::vector<SittingSummary>& sittings) {
  std::vector<int> named;
  for (const Entry& entry : agreementsToLookBackOn(kNow, entries, sittings, kThisLook))
    named.push_back(static_cast<int>(entry.id.number()));
  return named;
}

}  // namespace

TEST_CASE("Every open agreement is looked back on, however old, and nothing that is none") {
  const Entry note{.id = *EntryId::from(3), .author = {}, .body = Note{"words"}};
  const std::vector<Entry> entries{made(2, AgreementState::Open, kThisLook), note,
                                   made(1, AgreementState::Open, *parseDay("2026-01-01"))};
  CHECK(namedIn(entries, {lookNow()}) == std::vector{2, 1});
}

TEST_CASE("One that was marked since the last look is named at the next, once") {
  const int daysAgo = GENERATE(0, 21, 22);  // the last: on the day of the last look
  const Day marked = std::chrono::sys_days(kThisLook) - std::chrono::days(daysAgo);
  const std::vector<Entry> entries{made(1, AgreementState::Kept, marked)};
  CHECK(namedIn(entries, {lookNow(), look(7, kLastLook, {})}) == std::vector{1});
  const Outcomes named{{*EntryId::from(1), AgreementState::Kept}};
  CHECK(namedIn(entries, {lookNow(), look(7, kLastLook, named)}).empty());
}

TEST_CASE("One that was marked otherwise after the last look is named again") {
  const std::vector<Entry> entries{made(1, AgreementState::Kept, *parseDay("2026-11-10"))};
  const Outcomes other{{*EntryId::from(1), AgreementState::Changed}};
  const Outcomes same{{*EntryId::from(1), AgreementState::Kept}};
  CHECK(namedIn(entries, {lookNow(), look(7, kLastLook, other)}) == std::vector{1});
  CHECK(namedIn(entries, {lookNow(), look(7, kLastLook, other), look(6, kLastLook, same)}) == std::vector{1});
  CHECK(namedIn(entries, {lookNow(), look(7, kLastLook, same), look(6, kLastLook, other)}).empty());
}

TEST_CASE("What was marked before the last look, or long before the first, is old news") {
  const std::vector<Entry> entries{made(1, AgreementState::Kept, *parseDay("2026-10-31"))};
  CHECK(namedIn(entries, {lookNow(), look(7, kLastLook, {}), look(6, *parseDay("2026-10-01"), {})}).empty());
  CHECK(namedIn(entries, {lookNow()}).empty());
  CHECK(namedIn({made(1, AgreementState::Dropped, *parseDay("2026-11-13"))}, {lookNow()}) == std::vector{1});
}

TEST_CASE("What this look has marked itself stays in it, on whatever day it goes on") {
  const std::vector<Entry> entries{made(2, AgreementState::Open, kThisLook),
                                   made(1, AgreementState::Changed, *parseDay("2026-01-01"))};
  const Outcomes said{{*EntryId::from(1), AgreementState::Changed}};
  CHECK(namedIn(entries, {lookNow(said), look(7, kLastLook, said)}) == std::vector{2, 1});
}

}  // namespace footbridge::practice
