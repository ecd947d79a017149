// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

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

TEST_CASE("What content check says of a fault has its file, its place and what to do, in one line each") {
  const Home home;
  const Json sound = Json::parse(std::ifstream(FOOTBRIDGE_CONTENT "/en/exercises/looking-twice.json"));
  struct Fault {
    std::string said;
    std::function<void(Json&)> make;
  };
  const std::vector<Fault> faults{
      {"/practice: belongs to no practice; add strengths, support, safety or conflict",
       [](Json& root) { root.erase("practice"); }},
      {"/steps/1/deck: there is no sound deck \"sea\"; correct the name, or the deck's own file",
       [](Json& root) { root["steps"][1]["deck"] = "sea"; }},
      {"/steps/2/id: \"photo\" is used twice; give one of them another name",
       [](Json& root) { root["steps"][2]["id"] = "photo"; }},
      {"/steps/0: \"hum\" is not known here; take it out, or correct its name",
       [](Json& root) { root["steps"][0]["hum"] = true; }},
      {"/title: is a value of another type; see content/FORMAT.md for the one that is wanted",
       [](Json& root) { root["title"] = 7; }},
  };
  const std::string file = home.file("looking-twice.json");
  for (const auto& [said, make] : faults) {
    Json root = sound;
    make(root);
    write(file, root.dump());
    const Outcome answer = home.run({"content", "check", file});
    CAPTURE(answer.err);
    CHECK(answer.code == 1);
    const std::string line = file + ": " + said + "\n";
    CHECK((answer.err.starts_with(line) || answer.err.find("\n" + line) != std::string::npos));
  }
}
