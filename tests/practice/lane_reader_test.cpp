// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/lane_reader.h"

#include "catch.h"

using namespace footbridge;
using namespace footbridge::practice;

TEST_CASE("A lane is read past what was left, and one that is locked has nothing to read") {
  Lanes lanes;
  lanes.a = std::vector<SittingEvent>{Left{}, TurnBegun{}, Left{}, TurnEnded{}, Left{}};
  lanes.b.reset();
  lanes.joint = std::vector<SittingEvent>{Left{}};
  LaneReader reader(lanes);
  CHECK(reader.knows(VaultId::A));
  CHECK_FALSE(reader.knows(VaultId::B));
  CHECK(reader.peek(VaultId::B) == nullptr);
  CHECK(reader.peek(VaultId::Ours) == nullptr);
  CHECK(std::holds_alternative<TurnBegun>(*reader.peek(VaultId::A)));
  reader.moveOn(VaultId::A);
  CHECK(std::holds_alternative<TurnEnded>(*reader.peek(VaultId::A)));
  CHECK(reader.hasMore());
  reader.moveOn(VaultId::A);
  CHECK_FALSE(reader.hasMore());
}
