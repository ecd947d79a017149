// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "catch.h"
#include "program.h"

using namespace footbridge::cli_test;
using Json = nlohmann::json;

TEST_CASE("content list shows what ships, and content check finds no fault in it") {
  const Home home;
  const Outcome list = home.run({"content", "list", "--json"});
  REQUIRE(list.err.empty());
  REQUIRE(list.code == 0);
  const Json exercises = Json::parse(list.out);
  CHECK(exercises.size() >= 4);
  for (const Json& exercise : exercises) CHECK_FALSE(exercise.at("title").get<std::string>().empty());
  CHECK_FALSE(home.run({"content", "list"}).out.empty());
  const Outcome check = home.run({"content", "check", FOOTBRIDGE_CONTENT});
  CAPTURE(check.err);
  CHECK(check.code == 0);
}

TEST_CASE("content refuses what it cannot use") {
  const Home home;
  write(home.file("broken.json"), "{\"format\": 1,");
  write(home.file("other.json"), "{\"hello\": true}");
  std::filesystem::create_directory(home.file("empty-folder"));
  std::filesystem::create_symlink("round", home.file("round"));
  std::filesystem::create_directory(home.file("links"));
  std::filesystem::create_symlink("itself.json", home.file("links/itself.json"));
  for (const std::string name : {"broken.json", "other.json", "missing.json", "empty-folder", "round", "links"}) {
    const Outcome answer = home.run({"content", "check", home.file(name)});
    CAPTURE(name, answer.err);
    CHECK(answer.code == 1);
    CHECK(answer.err.find(name) != std::string::npos);
  }
  for (const Words& arguments :
       {Words{"content"}, Words{"content", "check"}, Words{"content", "list", "--all"}, Words{"content", "sing"}}) {
    CAPTURE(arguments);
    CHECK(home.run(arguments).code == 2);
  }
}
