// SPDX-License-Identifier: GPL-3.0-or-later
// Of two files an error names the one that it is about, and in a journal of one whose part is locked.
#include <filesystem>

#include "catch.h"
#include "program.h"

using namespace footbridge::cli_test;

TEST_CASE("Of two files the one that something is wrong with is named") {
  const Home home;
  const std::string file = home.file("couple.footbridge"), other = home.file("other.footbridge");
  const std::string absent = home.file("absent"), text = home.file("text"), noFolder = home.file("no folder/x");
  const std::string torn = home.file("torn.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  REQUIRE(home.run({"new", other, "--names", "Alex", "Sam"}).code == 0);
  REQUIRE(home.run({"note", file, "--as", "Alex"}, {.input = "kept"}).code == 0);
  std::filesystem::copy_file(file, torn);
  std::filesystem::resize_file(torn, std::filesystem::file_size(torn) / 2);
  write(text, std::string(5000, 'x'));
  const std::string left = home.file("left.footbridge"), leftover = left + "-journal";
  write(leftover, "of an earlier file");
  struct Case {
    Words arguments;
    std::string about;
  };
  const std::vector<Case> cases = {
      {{"new", left, "--names", "Alex", "Sam"}, leftover},
      {{"new", other, "--names", "Alex", "Sam"}, other},
      {{"backup", file, "--output", left}, leftover},
      {{"restore", file, "--output", left}, leftover},
      {{"backup", absent, "--output", home.file("new")}, absent},
      {{"backup", text, "--output", home.file("new")}, text},
      {{"backup", file, "--output", noFolder}, noFolder},
      {{"backup", file, "--output", other}, other},
      {{"restore", absent, "--output", home.file("new")}, absent},
      {{"restore", torn, "--output", home.file("new")}, torn},
      {{"restore", file, "--output", noFolder}, noFolder},
      {{"restore", file, "--output", other}, other},
      {{"export", absent, "--format", "json", "--output", home.file("new")}, absent},
      {{"export", file, "--format", "json", "--output", other}, other},
      {{"export", file, "--format", "json", "--output", noFolder}, noFolder},
      {{"import", file, absent}, absent},
      {{"import", file, text}, text},
      {{"import", absent, text}, absent},
      {{"merge", file, absent}, absent},
      {{"merge", file, torn}, torn},
      {{"merge", file, text}, text},
      {{"merge", file, other}, other},
      {{"merge", absent, file}, absent},
  };
  for (const Case& one : cases) {
    const Outcome answer = home.run(one.arguments);
    CAPTURE(one.arguments, answer.err);
    CHECK(answer.code != 0);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.starts_with("footbridge-cli: " + one.about + ": "));
  }
}

TEST_CASE("Of a journal and its copy the one that somebody else has open is named") {
  const Home home;
  const std::string file = home.file("couple.footbridge"), copy = home.file("copy.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  REQUIRE(home.run({"backup", file, "--output", copy}).code == 0);
  REQUIRE(home.run({"note", copy, "--as", "Alex"}, {.input = "kept"}).code == 0);
  const Holder holder(copy);
  const Outcome answer = home.run({"merge", file, copy});
  CHECK(answer.code == 4);
  CHECK(answer.err.starts_with("footbridge-cli: " + copy + ": "));
}

TEST_CASE("In a journal of one, what is locked is that person's part, and nothing called ours") {
  const Home home(Which::Quick);
  const std::string file = home.file("alone.footbridge");
  REQUIRE(home.run({"new", file, "--name", "Jo"}).code == 0);
  REQUIRE(home.run({"protect", file, "--as", "Jo", "--passphrase-fd", "3"},
                   {.secrets = {{3, "vexing lantern oatmeal quarry\n"}}})
              .code == 0);
  for (const Words& arguments : {Words{"list", file}, Words{"search", file, "words"},
                                 Words{"export", file, "--format", "json", "--output", "-"}}) {
    const Outcome answer = home.run(arguments);
    CAPTURE(arguments, answer.err);
    CHECK(answer.code == 1);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.starts_with("footbridge-cli: " + file + ": Jo is locked and safe."));
    CHECK(answer.err.find("ours") == std::string::npos);
    CHECK(answer.err.find("--as") != std::string::npos);
  }
}
