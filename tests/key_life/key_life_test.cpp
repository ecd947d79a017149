// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of two people through everything that can happen to them. After each step: who can read what, with which
// passphrase, that replaced secrets open nothing, that no old box is left in the file or beside it; at the end of each
// life, that every copy from before a step opens with that day's secrets, and today's file with none of the old ones.
#include "key_life/key_life.h"

#include "catch.h"

using namespace footbridge;
using namespace footbridge::storage::test;

namespace {

using Do = KeyStep::Do;
constexpr PartnerId A = PartnerId::A;
constexpr PartnerId B = PartnerId::B;

struct Life {
  const char* tells;
  bool alone;
  std::vector<KeyStep> steps;
};

const std::vector<Life> kLives{
    {"one after the other, each away from the other",
     false,
     {{Do::Write}, {Do::Protect, A}, {Do::Protect, B}, {Do::Write, A, "a"}, {Do::Protect, A, "a"}, {Do::Recover, B}}},
    {"both here",
     false,
     {{Do::Write}, {Do::Protect, B}, {Do::Protect, A, "b"}, {Do::Protect, B, "ab"}, {Do::Recover, A, "b"}}},
    {"one protected alone, and back by the code",
     false,
     {{Do::Write}, {Do::Protect, A}, {Do::Write, A, "a"}, {Do::Recover, A}, {Do::Protect, A, "a"}}},
    {"readmitted, and the code is found",
     false,
     {{Do::Write},
      {Do::Protect, A},
      {Do::Protect, B, "a"},
      {Do::Readmit, A, "b"},
      {Do::Write, A, "ab"},
      {Do::BringBack, A, "a"},
      {Do::Protect, B, "b"}}},
    {"readmitted by one without a passphrase",
     false,
     {{Do::Write}, {Do::Protect, B}, {Do::Readmit, B}, {Do::Protect, A}, {Do::BringBack, B, "b"}}},
    {"readmitted twice, and both parts found again",
     false,
     {{Do::Protect, A},
      {Do::Protect, B},
      {Do::Write, A, "ab"},
      {Do::Readmit, A, "b"},
      {Do::Write, A, "a"},
      {Do::Readmit, A, "b"},
      {Do::BringBack, A, "a"},
      {Do::BringBack, A, "ab"}}},
    {"joined when begun alone",
     true,
     {{Do::Write}, {Do::Protect, A}, {Do::Write, A, "a"}, {Do::Join, B, "a"}, {Do::Write, B, "a"}, {Do::Protect, B}}},
    {"one goes, somebody joins, the first goes",
     false,
     {{Do::Write},
      {Do::Protect, A},
      {Do::Protect, B},
      {Do::Write, A, "ab"},
      {Do::Erase, A, "a"},
      {Do::Protect, B, "b"},
      {Do::Join, A, "b"},
      {Do::Write, A, "b"},
      {Do::Protect, A, "b"},
      {Do::Erase, B, "ab"},
      {Do::Write, A, "a"}}},
    {"the one without a passphrase goes, the other away",
     false,
     {{Do::Write}, {Do::Protect, A}, {Do::Erase, B}, {Do::Write, A, "a"}, {Do::Join, B, "a"}}},
    {"the one with a passphrase goes",
     false,
     {{Do::Write}, {Do::Protect, B}, {Do::Erase, B, "b"}, {Do::Write}, {Do::Protect, A}, {Do::Join, B, "a"}}},
    {"what was put aside goes with its owner",
     false,
     {{Do::Write}, {Do::Protect, A}, {Do::Protect, B}, {Do::Readmit, A, "b"}, {Do::Erase, A, "a"}, {Do::Recover, B}}},
};

}  // namespace

TEST_CASE("The keys of two people, through everything that can happen to them", "[keylife]") {
  for (const Life& life : kLives) {
    INFO(life.tells);
    KeyLife walk(life.alone);
    for (const KeyStep& step : life.steps) walk.take(step);
    walk.lookBack();
  }
}
