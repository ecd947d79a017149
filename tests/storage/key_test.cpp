// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key.h"

#include <algorithm>

#include "catch.h"

using namespace footbridge::storage;

TEST_CASE("Subkeys that lie together are those that are derived one by one, and no two are alike") {
  const Key master = Key::random();
  constexpr std::size_t kCount = 7;
  const Subkeys subkeys(master, kCount);
  for (std::size_t number = 1; number <= kCount; ++number) {
    CHECK(std::ranges::equal(subkeys[number], Key::derived(master, number).bytes()));
    for (std::size_t other = 1; other < number; ++other)
      CHECK_FALSE(std::ranges::equal(subkeys[number], subkeys[other]));
  }
}
