// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <vector>

#include "catch.h"

using namespace footbridge::app;
using Arguments = std::vector<std::string>;

TEST_CASE("The window's arguments are taken as they stand in its help") {
  const auto window = [](const Arguments& arguments) { return std::get<WindowRequest>(parseArguments(arguments)); };
  CHECK_FALSE(window({}).journal);
  CHECK(window({"ours.footbridge"}).journal == "ours.footbridge");
  CHECK(window({"--rehearsal"}).rehearsal);
  CHECK(window({"--rehearsal", "--page", "story"}).page == "story");
  CHECK(std::get<TourRequest>(parseArguments(Arguments{"--tour", "pictures"})).folder == "pictures");
  CHECK(std::holds_alternative<VersionRequest>(parseArguments(Arguments{"--version"})));
  CHECK(std::holds_alternative<UsageRequest>(parseArguments(Arguments{"--help"})));
  const WindowRequest restarted = window({"a", "--locked", "--covered", "--place", "1,2,3,4"});
  CHECK(restarted.locked);
  CHECK(restarted.covered);
  CHECK(restarted.place == "1,2,3,4");
}

TEST_CASE("Arguments that make no sense are refused by name") {
  for (const auto& [arguments, what] : std::vector<std::pair<Arguments, std::string>>{
           {{"--tour"}, "--tour"},
           {{"--page", "--rehearsal"}, "--page"},
           {{"--nonsense"}, "--nonsense"},
           {{"one", "two"}, "two"},
           {{"one", "--rehearsal"}, "one"},
       }) {
    INFO(what);
    CHECK(std::get<UsageProblem>(parseArguments(arguments)).what == what);
  }
}
