// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/rehearsal_script.h"

#include <algorithm>

#include "catch.h"

using namespace footbridge;

TEST_CASE("The shipped rehearsal can be read, and covers half a year with weeks left out") {
  const auto script = content::readRehearsalScript(FOOTBRIDGE_CONTENT "/en/rehearsal.json");
  INFO((script ? "" : script.error().detail));
  REQUIRE(script.ok());
  CHECK(script->looks.front().daysAgo >= 25 * 7);
  CHECK(script->looks.size() >= 18);
  int longestGap = 0;
  for (std::size_t i = 0; i < script->looks.size(); ++i) {
    for (const auto& part : script->looks[i].parts) CHECK(part.lines.size() == 8);
    if (i == 0) continue;
    const int gap = script->looks[i - 1].daysAgo - script->looks[i].daysAgo;
    CHECK(gap > 0);
    longestGap = std::max(longestGap, gap);
  }
  CHECK(longestGap > 21);
  CHECK(std::any_of(script->sittings.begin(), script->sittings.end(),
                    [](const auto& sitting) { return sitting.outcome == AgreementState::Dropped; }));
  CHECK(script->viewings.size() >= 5);
}

TEST_CASE("A script that is broken says where it stands") {
  for (const char* bad : {"", "[]", "{}", R"({"names":["A"]})", R"({"names":["A","B"],"looks":[{}]})",
                          R"({"names":["A","B"],"looks":[],"notes":[],"sittings":[{"daysAgo":1,"exercise":"A B"}]})",
                          R"({"names":["A","B"],"looks":[],"notes":[],
                              "sittings":[{"daysAgo":1,"exercise":"a-b","outcome":"won"}]})",
                          R"({"names":["A","B"],"looks":[],"notes":[],"sittings":[],"viewings":[{"daysAgo":1}]})"}) {
    INFO(bad);
    const auto script = content::parseRehearsalScript(bad, "x.json");
    REQUIRE_FALSE(script.ok());
    CHECK(script.error().kind == ErrorKind::BadContent);
    CHECK(script.error().subject == "x.json");
  }
}
