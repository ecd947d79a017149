// SPDX-License-Identifier: GPL-3.0-or-later
// What each command does when all is well, on journals without a passphrase.
#include <sys/resource.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "program.h"

using namespace footbridge::cli_test;
using Json = nlohmann::json;

namespace {

}  // namespace

TEST_CASE("--version and --help answer at once, and --help lists exactly the commands there are") {
  const Home home;
  const Outcome version = home.run({"--version"});
  CHECK(version.code == 0);
  CHECK(version.out.starts_with("footbridge-cli "));
  CHECK(version.out.ends_with("\n"));
  const Outcome help = home.run({"--help"});
  CHECK(help.code == 0);
  for (const std::string command : {"new", "info", "protect", "recover", "readmit", "join", "erase", "note", "list",
                                    "search", "export", "import", "merge", "backup", "restore", "verify", "content"}) {
    CAPTURE(command);
    CHECK(help.out.find("\n  " + command + " ") != std::string::npos);
    const Outcome own = home.run({command, "--help"});
    CHECK(own.code == 0);
    CHECK(own.out.starts_with("footbridge-cli " + command + " "));
  }
}

TEST_CASE("--version costs less than 20 ms of processor time") {
  const Home home;
  const auto childMilliseconds = [] {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
  };
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    const double before = childMilliseconds();
    REQUIRE(home.run({"--version"}).code == 0);
    best = std::min(best, childMilliseconds() - before);
  }
#ifndef __SANITIZE_ADDRESS__  // which costs more than that by itself
  CHECK(best < 20.0);
#else
  CHECK(best > 0);
#endif
}

TEST_CASE("new makes a journal for two or for one, and info tells what anybody may know") {
  const Home home;
  const std::string file = newJournal(home);
  const Outcome two = home.run({"info", file});
  CHECK(two.code == 0);
  CHECK(two.err.empty());
  for (const std::string part : {"format: 1", "Alex (ember): not protected yet", "Sam (lagoon): not protected yet",
                                 "ours: not protected yet", "backup: no backup yet"}) {
    CAPTURE(part, two.out);
    CHECK(two.out.find(part) != std::string::npos);
  }
  // The day's backup is made by whoever comes first, reading or writing, and read back by whoever comes next.
  REQUIRE(home.run({"list", file}).code == 0);
  REQUIRE(home.run({"list", file}).code == 0);
  const std::string before = home.run({"info", file}).out;
  CHECK(before.find("the last good one is of ") != std::string::npos);
  keepNote(home, file, "Alex", "words");
  CHECK(home.run({"info", file}).out == before);

  const std::string alone = home.file("alone.footbridge");
  REQUIRE(home.run({"new", alone, "--name", "Jo"}).code == 0);
  const Outcome one = home.run({"info", alone});
  CHECK(one.out.find("Jo (ember): not protected yet") != std::string::npos);
  CHECK(one.out.find("Alex") == std::string::npos);
}

TEST_CASE("note prints an id, and list and search find the words, newest first") {
  const Home home;
  const std::string file = newJournal(home);
  const std::string first = keepNote(home, file, "Alex", "The café by the river.\r\nRain, and we stayed.\n\n");
  const std::string second = keepNote(home, file, "Sam", "You made supper. I saw it.");
  CHECK(first != second);

  const Outcome list = home.run({"list", file, "--json"});
  REQUIRE(list.code == 0);
  const Json entries = Json::parse(list.out);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].at("id") == second);
  CHECK(entries[0].at("author") == "B");
  CHECK(entries[1].at("id") == first);
  CHECK(entries[1].at("author") == "A");
  CHECK(entries[1].at("vault") == "ours");
  CHECK(entries[1].at("kind") == "note");
  CHECK(entries[1].at("text") == "The café by the river.\nRain, and we stayed.");

  const Outcome text = home.run({"list", file});
  CHECK(text.out.find("ours  Sam  note\n    You made supper. I saw it.\n") != std::string::npos);
  CHECK(text.out.find("    The café by the river.\n    Rain, and we stayed.\n") != std::string::npos);

  const Outcome found = home.run({"search", file, "RAIN", "cafe", "--json"});
  CHECK(found.code == 0);
  REQUIRE(Json::parse(found.out).size() == 1);
  CHECK(Json::parse(found.out)[0].at("id") == first);
  const Outcome nothing = home.run({"search", file, "mountain"});
  CHECK(nothing.code == 1);
  CHECK(nothing.out.empty());
  CHECK(nothing.err.find("no line that can be read here") != std::string::npos);
  CHECK(nothing.err.find("--as NAME") != std::string::npos);
  CHECK(std::ranges::count(nothing.err, '\n') == 1);
  CHECK(home.run({"search", file, "--", "--supper"}).code == 1);
}

TEST_CASE("What is printed cannot take over the terminal") {
  const Home home;
  const std::string file = newJournal(home);
  keepNote(home, file, "Alex", "red \x1b[31m and \xE2\x80\xAE turned");
  const Outcome list = home.run({"list", file});
  CHECK(list.out.find('\x1b') == std::string::npos);
  CHECK(list.out.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(list.out.find("red \xEF\xBF\xBD[31m and \xEF\xBF\xBD turned") != std::string::npos);
  const Outcome strange = home.run({"info", home.file("no\nsuch\x1b[2J")});
  CHECK(strange.code == 1);
  CHECK(isOneLine(strange.err));
  CHECK(strange.err.find('\x1b') == std::string::npos);
}

TEST_CASE("Two partners of one name are told apart by 1 and 2") {
  const Home home;
  const std::string file = home.file("same.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Kim", "Kim"}).code == 0);
  const Outcome unclear = home.run({"note", file, "--as", "Kim"}, {.input = "me"});
  CHECK(unclear.code == 1);
  CHECK(isOneLine(unclear.err));
  CHECK(unclear.err.find("--as 1") != std::string::npos);
  keepNote(home, file, "1", "first");
  keepNote(home, file, "2", "second");
  const Json entries = Json::parse(home.run({"list", file, "--json"}).out);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].at("author") == "B");
  CHECK(entries[1].at("author") == "A");
}

TEST_CASE("export writes a new file for its owner's eyes, or standard output") {
  const Home home;
  const std::string file = newJournal(home);
  keepNote(home, file, "Alex", "kept");
  const std::string target = home.file("out.json");
  const Outcome written = home.run({"export", file, "--format", "json", "--output", target});
  REQUIRE(written.code == 0);
  CHECK(written.out.empty());
  CHECK(isOneLine(written.err));
  CHECK(written.err.find("anyone can read it") != std::string::npos);
  CHECK(std::filesystem::status(target).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  const Outcome piped = home.run({"export", file, "--format=json", "--output=-"});
  CHECK(piped.code == 0);
  CHECK(piped.out == contentsOf(target));
  const Json json = Json::parse(piped.out);
  CHECK(json.at("footbridgeExport") == 1);
  CHECK(json.at("reader").is_null());
  CHECK(json.at("partners")[1].at("name") == "Sam");
  CHECK(json.at("entries")[0].at("revisions")[0].at("text") == "kept");

  const Outcome again = home.run({"export", file, "--format", "json", "--output", target});
  CHECK(again.code == 1);
  CHECK(isOneLine(again.err));
  CHECK(contentsOf(target) == piped.out);
  std::filesystem::create_symlink(home.file("nowhere"), home.file("link"));
  CHECK(home.run({"export", file, "--format", "json", "--output", home.file("link")}).code == 1);
  CHECK_FALSE(std::filesystem::exists(home.file("nowhere")));
  CHECK(home.run({"export", file, "--format", "json", "--output", file}).code == 1);
}

TEST_CASE("verify says that a sound journal is sound") {
  const Home home;
  const std::string file = newJournal(home);
  keepNote(home, file, "Sam", "words");
  const Outcome verified = home.run({"verify", file});
  CHECK(verified.code == 0);
  CHECK(verified.out == "database: sound\nAlex: sound\nSam: sound\nours: sound\n");
}
