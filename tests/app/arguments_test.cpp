// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <sstream>
#include <string>
#include <vector>

#include "app/named_pages.h"
#include "catch.h"

using namespace footbridge::app;
using Arguments = std::vector<std::string>;

TEST_CASE("The window's arguments are taken as they stand in its help") {
  const auto window = [](const Arguments& arguments) { return std::get<WindowRequest>(parseArguments(arguments)); };
  CHECK_FALSE(window({}).journal);
  CHECK(window({"ours.footbridge"}).journal == "ours.footbridge");
  CHECK_FALSE(window({""}).journal);
  CHECK(window({"--rehearsal"}).rehearsal);
  CHECK(window({"--rehearsal", "--page", "story"}).page == "story");
  CHECK(std::get<TourRequest>(parseArguments(Arguments{"--tour", "pictures"})).folder == "pictures");
  const auto sized =
      std::get<TourRequest>(parseArguments(Arguments{"--text", "200", "--tour", "pictures", "--size", "1024x640"}));
  CHECK(sized.folder == "pictures");
  CHECK(sized.size == "1024x640");
  CHECK(sized.textPercent == 200);
  CHECK(std::holds_alternative<VersionRequest>(parseArguments(Arguments{"--version"})));
  CHECK(std::holds_alternative<UsageRequest>(parseArguments(Arguments{"--help"})));
  const WindowRequest restarted = window({"a", "--locked", "--covered", "--place", "1,2,3,4"});
  CHECK(restarted.locked);
  CHECK(restarted.covered);
  CHECK(restarted.place == "1,2,3,4");
}

TEST_CASE("What is to be printed is taken in any order, with paper and names") {
  const auto print = [](const Arguments& arguments) { return std::get<PrintRequest>(parseArguments(arguments)); };
  const PrintRequest plain = print({"--print", "small-reaches", "--output", "a.pdf"});
  CHECK(plain.exercise == "small-reaches");
  CHECK(plain.output == "a.pdf");
  CHECK(plain.paper == PrintRequest::Paper::Usual);
  CHECK_FALSE(plain.names);
  const PrintRequest all =
      print({"--names", "Zoë", "Sam", "--paper", "letter", "--output", "a.pdf", "--print", "small-reaches"});
  CHECK(all.paper == PrintRequest::Paper::Letter);
  REQUIRE(all.names);
  CHECK(all.names->first == "Zoë");
  CHECK(all.names->second == "Sam");
}

TEST_CASE("What an option needs beside it is named") {
  for (const auto& [arguments, missing] : std::vector<std::pair<Arguments, std::string>>{
           {{"--print", "small-reaches"}, "--output FILE.pdf"},
           {{"--output", "a.pdf"}, "--print EXERCISE"},
           {{"--tour"}, "FOLDER"},
           {{"--tour", "--size"}, "FOLDER"},
           {{"--tour", "x", "--size"}, "a size like 1024x640"},
           {{"--text"}, "a number from 100 to 200"},
           {{"--page"}, "the name of a page, as --help lists them"},
           {{"--print"}, "EXERCISE"},
           {{"--print", "x", "--output"}, "FILE.pdf"},
           {{"--paper"}, "a4 or letter"},
           {{"--names", "Alex"}, "two names of up to 40 letters"},
           {{"--nonsense"}, ""},
           {{"one", "two"}, ""},
           {{"--size", "1024x640"}, "--tour FOLDER"},
           {{"--tour", "x", "--size", "wide"}, "a size like 1024x640"},
           {{"--tour", "x", "--text", "90"}, "a number from 100 to 200"},
           {{"--print", "x", "--output", "a.pdf", "--paper", "a3"}, "a4 or letter"},
           {{"--print", "x", "--output", "a.pdf", "--names", "", "Sam"}, "two names of up to 40 letters"},
       }) {
    INFO(missing);
    CHECK(std::get<UsageProblem>(parseArguments(arguments)).missing == missing);
  }
}

TEST_CASE("Arguments that make no sense are refused by name") {
  for (const auto& [arguments, what] : std::vector<std::pair<Arguments, std::string>>{
           {{"--tour"}, "--tour"},
           {{"--page", "--rehearsal"}, "--page"},
           {{"--page", "nope"}, "--page nope"},
           {{"--nonsense"}, "--nonsense"},
           {{"one", "two"}, "two"},
           {{"one", "--rehearsal"}, "one"},
           {{"--print"}, "--print"},
           {{"--names", "Alex"}, "--names"},
           {{"--print", "x", "--output", "a.pdf", "one"}, "one"},
           {{"--print", "x", "--output", "a.pdf", "--rehearsal"}, "--rehearsal"},
       }) {
    INFO(what);
    CHECK(std::get<UsageProblem>(parseArguments(arguments)).what == what);
  }
}

TEST_CASE("Every page that the help names can be opened by its name") {
  const std::string help = usageText();
  const auto from = help.find("this page: ") + 11;
  std::istringstream list(help.substr(from, help.find("footbridge --version") - from));
  std::vector<std::string> names;
  for (std::string name; list >> name; names.push_back(name))
    if (name.back() == ',') name.pop_back();
  CHECK(names.size() == 16);
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK(pageNamed(name).has_value());
  }
}
