// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "practice/autosave_policy.h"
#include "practice/lock_policy.h"

namespace footbridge::practice {

using namespace std::chrono_literals;

TEST_CASE("A draft is saved three seconds after the first key that is not saved") {
  AutosavePolicy policy;
  CHECK_FALSE(policy.saveAt());
  policy.typed(10s);
  policy.typed(12s);
  CHECK(policy.saveAt() == Tick(13s));
  CHECK(policy.saved() == SaveOutcome::Saved);
  CHECK_FALSE(policy.saveAt());
  CHECK_FALSE(policy.hasUnsaved());
  policy.typed(20s);
  CHECK(policy.saveAt() == Tick(23s));
  policy.cleared();
  CHECK_FALSE(policy.saveAt());
}

TEST_CASE("A full disk is tried again, ever more slowly, and given up in the end with the words still there") {
  AutosavePolicy policy;
  policy.typed(0s);
  Tick now = 3s;
  const std::vector<Tick> waits{1s, 2s, 4s, 8s, 16s, 30s, 30s};
  REQUIRE(waits.size() == AutosavePolicy::kTries - 1);
  for (const Tick wait : waits) {
    REQUIRE(policy.failed(ErrorKind::DiskFull, now) == SaveOutcome::RetrySoon);
    REQUIRE(*policy.saveAt() - now == wait);
    policy.typed(now);
    now = *policy.saveAt();
  }
  CHECK(policy.failed(ErrorKind::DiskFull, now) == SaveOutcome::GaveUp);
  CHECK_FALSE(policy.saveAt());
  CHECK(policy.hasUnsaved());
  policy.typed(now);
  CHECK(policy.saveAt() == now + AutosavePolicy::kAfterFirstKey);
}

TEST_CASE("A failed disk and a locked vault are not tried again") {
  for (const ErrorKind why : {ErrorKind::DiskFailed, ErrorKind::Locked, ErrorKind::ReadOnly, ErrorKind::Damaged}) {
    AutosavePolicy policy;
    policy.typed(0s);
    CHECK(policy.failed(why, 3s) == SaveOutcome::GaveUp);
    CHECK(policy.hasUnsaved());
    CHECK_FALSE(policy.saveAt());
  }
}

TEST_CASE("It locks after the minutes that were set, and does not run while somebody speaks") {
  IdleLockPolicy policy(0s, 5);
  CHECK(policy.lockAt() == Tick(5min));
  policy.touched(1min);
  policy.touched(30s);
  CHECK(policy.lockAt() == Tick(6min));
  policy.speechBegan(2min, 90s);
  CHECK(policy.lockAt() == Tick(2min + 90s + 30min + 5min));
  policy.touched(4min);
  CHECK(policy.lockAt() == Tick(4min + 90s + 30min + 5min));
  policy.speechOver(10min);
  CHECK(policy.lockAt() == Tick(15min));
  policy.setMinutes(0);
  CHECK_FALSE(policy.lockAt());
  policy.setMinutes(500);
  CHECK(policy.minutes() == IdleLockPolicy::kMostMinutes);
  policy.setMinutes(-3);
  CHECK(policy.minutes() == 1);
}

}  // namespace footbridge::practice
