// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/carried_drafts.h"

#include "catch.h"

using namespace footbridge::app;

TEST_CASE("Drafts come out as they went in, whatever they hold", "[drafts]") {
  for (const auto& drafts : std::vector<std::vector<std::string>>{
           {}, {""}, {"one"}, {"12 3", "", std::string("\0\n 7", 4)}, {std::string(5000, 'x'), "y"}}) {
    CHECK(partDrafts(joinDrafts(drafts)) == drafts);
  }
}

TEST_CASE("Of drafts that were cut short, those that are whole come out", "[drafts]") {
  const std::string joined = joinDrafts({"first", "second"});
  for (std::size_t kept = 0; kept < joined.size(); ++kept) {
    const auto found = partDrafts(std::string_view(joined).substr(0, kept));
    CHECK(found == (kept < 7 ? std::vector<std::string>{} : std::vector<std::string>{"first"}));
  }
  for (const char* nonsense : {" ", "x", "9", "-1 a", "99999999999999999999 a", "3"})
    CHECK(partDrafts(nonsense).empty());
}
