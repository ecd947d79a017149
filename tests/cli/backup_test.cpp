// SPDX-License-Identifier: GPL-3.0-or-later
// backup and restore, and what info says of them.
#include <sys/stat.h>

#include "catch.h"
#include "program.h"

using namespace footbridge::cli_test;
namespace fs = std::filesystem;

namespace {

std::string newJournal(const Home& home) {
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  REQUIRE(home.run({"note", file, "--as", "Alex"}, {.input = "kept"}).code == 0);
  return file;
}

/// What was made by itself.
std::vector<fs::path> madeByItself(const Home& home) {
  std::vector<fs::path> found;
  for (const auto& each : fs::recursive_directory_iterator(home.file("home/data/footbridge/backups")))
    if (each.path().extension() == ".footbridge") found.push_back(each.path());
  return found;
}

}  // namespace

TEST_CASE("backup makes a copy that opens, and restore brings it back, over nothing") {
  const Home home;
  const std::string file = newJournal(home);
  const std::string copy = home.file("copy.footbridge");
  const Outcome made = home.run({"backup", file, "--output", copy});
  CHECK(made.err.empty());
  REQUIRE(made.code == 0);
  CHECK(home.run({"list", copy}).out.find("kept") != std::string::npos);
  const std::string before = contentsOf(copy);
  const Outcome again = home.run({"backup", file, "--output", copy});
  CHECK(again.code == 1);
  CHECK(isOneLine(again.err));
  CHECK(contentsOf(copy) == before);

  const std::string back = home.file("back.footbridge");
  const Outcome restored = home.run({"restore", copy, "--output", back});
  CHECK(restored.err.empty());
  REQUIRE(restored.code == 0);
  CHECK(home.run({"list", back}).out.find("kept") != std::string::npos);
  const Outcome over = home.run({"restore", copy, "--output", file});
  CHECK(over.code == 1);
  CHECK(isOneLine(over.err));
  CHECK(home.run({"list", file}).out.find("kept") != std::string::npos);
}

TEST_CASE("backup and restore say what is missing, in use or damaged, and leave nothing behind") {
  const Home home;
  const std::string file = newJournal(home);
  const std::string target = home.file("target.footbridge");
  const auto refused = [&](const Words& words, int code) {
    const Outcome answer = home.run(words);
    CAPTURE(words, answer.err);
    CHECK(answer.code == code);
    CHECK(isOneLine(answer.err));
    CHECK(answer.out.empty());
    CHECK_FALSE(fs::exists(target));
  };
  refused({"backup", file}, 2);
  refused({"restore", file}, 2);
  refused({"backup", home.file("absent"), "--output", target}, 1);
  refused({"restore", home.file("absent"), "--output", target}, 1);
  refused({"backup", file, "--output", home.file("no/such/folder")}, 1);
  write(home.file("text"), std::string(5000, 'x'));
  refused({"restore", home.file("text"), "--output", target}, 1);
  {
    const Holder holder(file);
    refused({"backup", file, "--output", target}, 4);
  }
  const auto backups = madeByItself(home);
  REQUIRE(backups.size() == 1);
  std::string bytes = contentsOf(backups.front());
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  fs::permissions(backups.front(), fs::perms::owner_write, fs::perm_options::add);
  write(backups.front(), bytes);
  refused({"restore", backups.front(), "--output", target}, 3);
  CHECK(home.run({"restore", backups.front(), "--output", target}).err.find("take another backup") !=
        std::string::npos);
}

TEST_CASE("A day of commands makes one backup, and info says of when and where it is") {
  const Home home;
  const std::string file = newJournal(home);
  for (int i = 0; i < 3; ++i) REQUIRE(home.run({"note", file, "--as", "Sam"}, {.input = "more"}).code == 0);
  CHECK(home.run({"list", file}).code == 0);
  const auto backups = madeByItself(home);
  REQUIRE(backups.size() == 1);
  const Outcome told = home.run({"info", file});
  CHECK(told.out.find("the last good one is of 20") != std::string::npos);
  CHECK(told.out.find(backups.front().parent_path().string()) != std::string::npos);
  CHECK(told.out.find(":") != std::string::npos);
  const std::string back = home.file("back.footbridge");
  CHECK(home.run({"restore", backups.front(), "--output", back}).code == 0);
  CHECK(home.run({"list", back}).out.find("kept") != std::string::npos);
}

TEST_CASE("A backup that cannot be made is said, and costs nothing else") {
  const Home home;
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  fs::create_directories(home.file("home/data/footbridge"));
  write(home.file("home/data/footbridge/backups"), "a file where the folder should be");
  const Outcome noted = home.run({"note", file, "--as", "Alex"}, {.input = "kept"});
  CHECK(noted.code == 0);
  CHECK(isOneLine(noted.err));
  CHECK(noted.err.find("backup") != std::string::npos);
  CHECK(home.run({"info", file}).out.find("no backup yet") != std::string::npos);
}
