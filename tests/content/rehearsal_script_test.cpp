// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/rehearsal_script.h"

#include "catch.h"

using namespace footbridge;

TEST_CASE("The shipped rehearsal can be read, and covers eight weeks") {
  const auto script = content::readRehearsalScript(FOOTBRIDGE_CONTENT "/en/rehearsal.json");
  INFO((script ? "" : script.error().detail));
  REQUIRE(script.ok());
  CHECK(script->looks.size() == 8);
  CHECK(script->looks.front().daysAgo >= 49);
  for (const auto& look : script->looks) {
    for (const auto& part : look.parts) CHECK(part.lines.size() == 8);
  }
}

TEST_CASE("A script that is broken says where it stands") {
  for (const char* bad : {"", "[]", "{}", R"({"names":["A"]})", R"({"names":["A","B"],"looks":[{}]})",
                          R"({"names":["A","B"],"looks":[],"notes":[],"sittings":[{"daysAgo":1,"exercise":"A B"}]})"}) {
    INFO(bad);
    const auto script = content::parseRehearsalScript(bad, "x.json");
    REQUIRE_FALSE(script.ok());
    CHECK(script.error().kind == ErrorKind::BadContent);
    CHECK(script.error().subject == "x.json");
  }
}
