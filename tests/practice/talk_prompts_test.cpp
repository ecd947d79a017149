// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/talk_prompts.h"

#include <vector>

#include "catch.h"

namespace footbridge::practice {
namespace {

using Prompts = std::vector<std::string>;

Prompts at(const SpeakStep& talk, int round) {
  const auto found = promptsOf(talk, round);
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("the prompts of a talk are shared out over its rounds") {
  CHECK(at({60, 1, {"a", "b", "c"}}, 0) == Prompts{"a", "b", "c"});
  CHECK(at({60, 2, {"a", "b"}}, 1) == Prompts{"b"});
  CHECK(at({60, 2, {"a", "b", "c", "d"}}, 0) == Prompts{"a", "b"});
  CHECK(at({60, 3, {"a"}}, 2) == Prompts{"a"});
  CHECK(at({60, 1, {}}, 0).empty());
}

TEST_CASE("every prompt is seen in one round and in no other") {
  for (int rounds = 1; rounds <= 6; ++rounds) {
    for (int count = rounds; count <= 9; ++count) {
      SpeakStep talk{60, rounds, {}};
      for (int i = 0; i < count; ++i) talk.prompts.push_back(std::to_string(i));
      Prompts seen;
      for (int round = 0; round < rounds; ++round) {
        const Prompts now = at(talk, round);
        CHECK_FALSE(now.empty());
        seen.insert(seen.end(), now.begin(), now.end());
      }
      CHECK(seen == talk.prompts);
    }
  }
}

}  // namespace footbridge::practice
