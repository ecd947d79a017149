// SPDX-License-Identifier: GPL-3.0-or-later
// backup and restore, and what info says of them.
#include <sys/stat.h>

#include <algorithm>

#include "catch.h"
#include "program.h"
#include "storage/raw_file.h"

using namespace footbridge::cli_test;
namespace fs = std::filesystem;

namespace {

std::string journalWithNote(const Home& home) {
  const std::string file = newJournal(home);
  keepNote(home, file, "Alex", "kept");
  return file;
}

/// One bit of it is another.
void damage(const fs::path& backup) {
  std::string bytes = contentsOf(backup);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  fs::permissions(backup, fs::perms::owner_write, fs::perm_options::add);
  write(backup, bytes);
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
  const std::string file = journalWithNote(home);
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
  const std::string file = journalWithNote(home);
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
  damage(backups.front());
  refused({"restore", backups.front(), "--output", target}, 3);
  CHECK(home.run({"restore", backups.front(), "--output", target}).err.find("take another backup") !=
        std::string::npos);
}

TEST_CASE("A day of commands makes one backup, and info says of when and where it is") {
  const Home home;
  const std::string file = journalWithNote(home);
  for (int i = 0; i < 3; ++i) REQUIRE(home.run({"note", file, "--as", "Sam"}, {.input = "more"}).code == 0);
  CHECK(home.run({"list", file}).code == 0);
  const auto backups = madeByItself(home);
  REQUIRE(backups.size() == 1);
  const Outcome told = home.run({"info", file});
  CHECK(told.out.find("the last good one is of 20") != std::string::npos);
  CHECK(told.out.find(backups.front().parent_path().string()) != std::string::npos);
  CHECK(told.out.find("backup: one was read back whole on 20") != std::string::npos);
  const std::string back = home.file("back.footbridge");
  CHECK(home.run({"restore", backups.front(), "--output", back}).code == 0);
  CHECK(home.run({"list", back}).out.find("kept") != std::string::npos);
}

TEST_CASE("A backup that was found damaged is said as that, with the new one that was made in its place") {
  const Home home;
  const std::string file = journalWithNote(home);
  const auto backups = madeByItself(home);
  REQUIRE(backups.size() == 1);
  damage(backups.front());
  const std::string bytes = contentsOf(backups.front());
  const auto checkTold = [&](const Outcome& told, const std::string& what) {
    const bool isSaid = told.err.find(what + ": " + backups.front().string()) != std::string::npos;
    CHECK(told.code == 0);
    CHECK(isOneLine(told.err));
    CHECK(isSaid);
    CHECK(told.err.find("failed") == std::string::npos);
    const std::string info = home.run({"info", file}).out;
    CHECK(info.find("could not be used: " + backups.front().string()) != std::string::npos);
    CHECK(info.find("the last good one is of") != std::string::npos);
  };
  SECTION("beside it, where something was written since") {
    checkTold(home.run({"note", file, "--as", "Sam"}, {.input = "more"}),
              "an older backup is damaged and was not touched; a new one was made");
    CHECK(madeByItself(home).size() == 2);
    const bool isUntouched = contentsOf(backups.front()) == bytes;
    CHECK(isUntouched);
  }
  SECTION("in its very place, where nothing was") {
    checkTold(home.run({"list", file}), "today's backup was damaged, and a good one took its place");
    CHECK(home.run({"info", file}).out.find("damaged, of no use") == std::string::npos);
    CHECK(home.run({"restore", backups.front(), "--output", home.file("back.footbridge")}).code == 0);
  }
}

TEST_CASE("A copy that is older than the one last used gets a new backup where that is accepted") {
  const Home home;
  const std::string file = journalWithNote(home);
  const std::string before = contentsOf(file);
  keepNote(home, file, "Alex", "later");
  write(file, before);
  const Words remove{"backup", file, "--remove-older-backups"};
  const Outcome refused = home.run(remove);
  CHECK(refused.code == 3);
  CHECK(refused.err.find("--accept-older") != std::string::npos);
  Words accepting = remove;
  accepting.push_back("--accept-older");
  CHECK(home.run(accepting).code == 0);
  CHECK(home.run({"list", file}).code == 0);
  CHECK(home.run({"backup", file, "--output", home.file("x"), "--accept-older"}).code == 2);
}

TEST_CASE("Commands on another copy of a journal leave its backups alone, and say so") {
  const Home home;
  const std::string file = journalWithNote(home), copy = home.file("copy.footbridge");
  const auto backups = madeByItself(home);
  REQUIRE(backups.size() == 1);
  REQUIRE(home.run({"restore", backups.front(), "--output", copy}).code == 0);
  const std::string before = home.run({"info", file}).out;
  keepNote(home, copy, "Alex", "in the copy");
  const Outcome gone = home.run({"backup", copy, "--remove-older-backups"});
  CHECK(gone.code == 0);
  CHECK(gone.out.find("One backup of another copy of this journal was left") != std::string::npos);
  CHECK(fs::exists(backups.front()));
  CHECK(home.run({"info", file}).out == before);
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
  CHECK(noted.err.find("only today's backup failed") != std::string::npos);
  CHECK(noted.err.find("othing") == std::string::npos);
  CHECK(noted.err.find("Please check the disk and the permissions there; the next command makes it.") !=
        std::string::npos);
  CHECK(home.run({"list", file}).out.find("kept") != std::string::npos);
}

TEST_CASE("A change that was made is said to hold where the older backups do not go") {
  const Home home(Which::Quick);
  const std::string file = newJournal(home), left = file + ".new1234567890123456789";
  fs::create_directories(home.file("home/data/footbridge"));
  fs::remove_all(home.file("home/data/footbridge/backups"));
  write(home.file("home/data/footbridge/backups"), "a file where the folder should be");
  write(left, "a copy of everything");
  const Words protect{"protect", file, "--as", "Alex", "--remove-older-backups", "--passphrase-fd", "3"};
  const Outcome set = home.run(protect, {.secrets = {{3, kAlexFirst}}});
  CAPTURE(set.out, set.err);
  CHECK(set.code == 5);
  CHECK(codeIn(set.out).size() >= 27);
  CHECK(set.out.find("please remove it by hand: " + left) != std::string::npos);
  CHECK(set.err.find("the change is made, and it holds; only the older backups did not all go: ") != std::string::npos);
  CHECK(set.err.find("`footbridge-cli backup " + file + " --remove-older-backups`") != std::string::npos);
  CHECK(set.err.find("othing") == std::string::npos);
  CHECK(set.err.find("again") == std::string::npos);
  CHECK(home.run({"list", file, "--as", "Alex", "--passphrase-fd", "3"}, {.secrets = {{3, kAlexFirst}}}).code == 0);
  const Outcome alone = home.run({"backup", file, "--remove-older-backups"});
  CHECK(alone.code == 5);
  CHECK(alone.err.find("what was saved is safe; only the older backups did not all go: ") != std::string::npos);
}

TEST_CASE("A backup that may hold more than the copy that took the journal's place goes only where that is accepted") {
  const Home home(Which::Quick);
  const std::string file = newJournal(home);
  const auto asAlex = [](Words words) {
    words.insert(words.end(), {"--as", "Alex", "--passphrase-fd", "3"});
    return words;
  };
  const Given alex{.secrets = {{3, kAlexFirst}}};
  REQUIRE(home.run(asAlex({"protect", file}), alex).code == 0);
  REQUIRE(home.run({"protect", file, "--as", "Sam", "--passphrase-fd", "3"}, {.secrets = {{3, kSams}}}).code == 0);
  const std::string before = contentsOf(file);
  REQUIRE(home.run({"note", file, "--as", "Sam", "--private", "--passphrase-fd", "3"},
                   {.input = "the newest line", .secrets = {{3, kSams}}})
              .code == 0);
  const Words remove{"backup", file, "--remove-older-backups"};
  REQUIRE(home.run(remove).code == 0);
  const auto whole = madeByItself(home);
  REQUIRE(whole.size() == 1);
  write(file, before);  // nobody is here who could tell that it is older
  const auto isLeft = [&](const Outcome& told) {
    CAPTURE(told.out, told.err);
    CHECK(told.code == 3);
    CHECK(isOneLine(told.err));
    CHECK(told.err.find("one older backup was left, and is safe") != std::string::npos);
    CHECK(told.err.find("`footbridge-cli restore " + whole.front().string()) != std::string::npos);
    CHECK(told.err.find("--remove-older-backups --accept-older`") != std::string::npos);
    CHECK(fs::exists(whole.front()));
    CHECK(madeByItself(home).size() == 2);
  };
  SECTION("by itself, and again") {
    isLeft(home.run(remove));
    isLeft(home.run(remove));
  }
  SECTION("along with a change of passphrase, which holds") {
    Words change = asAlex({"protect", file, "--remove-older-backups", "--new-passphrase-fd", "4"});
    const Outcome told = home.run(change, {.secrets = {{3, kAlexFirst}, {4, kAlexSecond}}});
    CHECK(codeIn(told.out).size() >= 27);
    isLeft(told);
  }
  const std::string back = home.file("back.footbridge");
  REQUIRE(home.run({"restore", whole.front(), "--output", back}).code == 0);
  const Words read{"list", back, "--as", "Sam", "--passphrase-fd", "3"};
  CHECK(home.run(read, {.secrets = {{3, kSams}}}).out.find("the newest line") != std::string::npos);
  Words accepting = remove;
  accepting.push_back("--accept-older");
  CHECK(home.run(accepting).code == 0);
  CHECK_FALSE(fs::exists(whole.front()));
}

TEST_CASE("A folder of backups that cannot be read is said by info, in one line, and all else stands") {
  const Home home;
  const std::string file = journalWithNote(home);
  const fs::path folder = madeByItself(home).front().parent_path();
  const std::string whole = home.run({"info", file}).out;
  fs::rename(folder, home.file("away"));
  CHECK(home.run({"info", file}).out.find("no backup yet") != std::string::npos);
  SECTION("something else stands there") {
    write(folder, "a file where the folder should be");
  }
  SECTION("a link that leads to itself") {
    fs::create_symlink(folder, folder);
  }
  const Outcome told = home.run({"info", file});
  CAPTURE(told.out);
  CHECK(told.code == 0);
  CHECK(told.err.empty());
  CHECK(told.out.find("no backup yet") == std::string::npos);
  CHECK(told.out.find("backup: not known, since their folder cannot be read: " + folder.string()) != std::string::npos);
  CHECK(std::count(told.out.begin(), told.out.end(), '\n') == std::count(whole.begin(), whole.end(), '\n'));
  CHECK(told.out.find("ours: not protected yet") != std::string::npos);

  const std::string before = contentsOf(file);
  const Outcome kept = home.run({"erase", file, "--as", "Alex", "--sure"});
  CHECK(kept.code == 5);
  CHECK(kept.err.find(folder.string()) != std::string::npos);
  CHECK(contentsOf(file) == before);
}

TEST_CASE("Backups are made, and a part is taken out of them, where HOME is a symbolic link") {
  const Home home;
  fs::create_directories(home.file("home"));
  fs::rename(home.file("home"), home.file("elsewhere"));
  fs::create_directory_symlink(home.file("elsewhere"), home.file("home"));
  const std::string file = journalWithNote(home);
  CHECK(madeByItself(home).size() == 1);
  const Outcome gone = home.run({"erase", file, "--as", "Sam", "--sure"});
  CAPTURE(gone.err);
  CHECK(gone.code == 0);
}

TEST_CASE("What a power cut left is said to be that, and to want opening once where it may be written") {
  const Home home;
  const std::string file = journalWithNote(home), cut = home.file("cut.footbridge");
  footbridge::storage::test::copyCutShort(file, cut);
  const auto isRefused = [&](const Words& words) {
    const Outcome answer = home.run(words);
    CAPTURE(words, answer.err);
    CHECK(answer.code == 1);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.find("cut.footbridge: it was not closed properly") != std::string::npos);
  };
  isRefused({"merge", file, cut, "--as", "Alex"});
  isRefused({"restore", cut, "--output", home.file("back.footbridge")});
  fs::permissions(cut, fs::perms::owner_read);
  isRefused({"info", cut});
  isRefused({"list", cut});
  fs::permissions(cut, fs::perms::owner_write, fs::perm_options::add);
  CHECK(home.run({"list", cut}).out.find("kept") != std::string::npos);
  CHECK(home.run({"merge", file, cut, "--as", "Alex"}).code == 0);
}

TEST_CASE("A damaged journal is said to be that in plain words, with the way to its backups") {
  const Home home;
  const std::string file = journalWithNote(home);
  const auto backups = madeByItself(home);
  REQUIRE(backups.size() == 1);
  std::string bytes = contentsOf(file);
  write(file, bytes.replace(4096, 4096, std::string(4096, 'Z')));
  const Outcome told = home.run({"list", file});
  CHECK(told.code == 3);
  CHECK(isOneLine(told.err));
  CHECK(told.err.find('(') == std::string::npos);
  CHECK(told.err.find("`footbridge-cli restore " + backups.front().string() + " --output FILE`") != std::string::npos);
  REQUIRE(home.run({"restore", backups.front(), "--output", home.file("back.footbridge")}).code == 0);
  CHECK(home.run({"list", home.file("back.footbridge")}).out.find("kept") != std::string::npos);

  fs::remove_all(home.file("home/data/footbridge/backups"));
  CHECK(home.run({"list", file}).err.find("No backup of it was found here") != std::string::npos);
}

TEST_CASE("A journal that was emptied, cut off or removed is told of with the way to its backups") {
  const Home home;
  const std::string file = journalWithNote(home);
  const auto backups = madeByItself(home);
  REQUIRE(backups.size() == 1);
  const std::string bytes = contentsOf(file);
  SECTION("emptied") {
    write(file, "");
  }
  SECTION("cut off") {
    write(file, bytes.substr(0, 100));
  }
  SECTION("overwritten") {
    write(file, std::string(bytes.size(), '0'));
  }
  SECTION("removed") {
    fs::remove(file);
  }
  for (const Words& words : {Words{"list", file}, Words{"info", file}, Words{"note", file, "--as", "Alex"}}) {
    const Outcome told = home.run(words, {.input = "more"});
    CAPTURE(words, told.err);
    CHECK(told.code == 1);
    CHECK(isOneLine(told.err));
    CHECK(told.err.find("`footbridge-cli restore " + backups.front().string() + " --output FILE`") !=
          std::string::npos);
  }
  CHECK(home.run({"list", home.file("absent")}).err.find("ackup") == std::string::npos);
}

TEST_CASE("After a passphrase is set, older backups are named, and go when that is asked for") {
  const Home home(Which::Quick);
  const std::string file = journalWithNote(home), secret = "vexing lantern oatmeal quarry\n";
  const auto opensWithNone = [&](const fs::path& backup) {
    const std::string copy = home.file("copy.footbridge");
    fs::remove(copy);
    REQUIRE(home.run({"restore", backup, "--output", copy}).code == 0);
    return home.run({"info", copy}).out.find("Alex (ember): not protected yet") != std::string::npos;
  };
  Words protect{"protect", file, "--as", "Alex", "--passphrase-fd", "3"};
  SECTION("told, and removed later") {
    const Outcome told = home.run(protect, {.secrets = {{3, secret}}});
    CAPTURE(told.out);
    CHECK(told.code == 0);
    CHECK(told.err.empty());
    CHECK(told.out.find("One backup is older than this change") != std::string::npos);
    CHECK(told.out.find("with none") != std::string::npos);
    CHECK(told.out.find("`footbridge-cli backup " + file + " --remove-older-backups`") != std::string::npos);
    CHECK(codeIn(told.out).size() >= 27);
    CHECK(std::ranges::any_of(madeByItself(home), opensWithNone));
    const Outcome gone = home.run({"backup", file, "--remove-older-backups"});
    CAPTURE(gone.err);
    CHECK(gone.code == 0);
  }
  SECTION("removed at once") {
    protect.push_back("--remove-older-backups");
    const Outcome gone = home.run(protect, {.secrets = {{3, secret}}});
    CAPTURE(gone.err);
    CHECK(gone.code == 0);
    const std::size_t said = gone.out.find("The older backups are gone. A new one is there.");
    CHECK(said != std::string::npos);
    CHECK(gone.out.find(codeIn(gone.out)) < said);
    CHECK(gone.out.find("is older than") == std::string::npos);
    CHECK(codeIn(gone.out).size() >= 27);
  }
  SECTION("not before the code was seen, which is owed until then") {
    protect.push_back("--remove-older-backups");
    CHECK(home.run(protect, {.secrets = {{3, secret}}, .output = "/dev/full"}).code == 5);
    CHECK(std::ranges::any_of(madeByItself(home), opensWithNone));
    const Words read{"list", file, "--as", "Alex", "--passphrase-fd", "3"};
    const Outcome owed = home.run(read, {.secrets = {{3, secret}}});
    CAPTURE(owed.err);
    CHECK(owed.code == 0);
    CHECK(isOneLine(owed.err));
    CHECK(owed.err.find("recovery code of Alex may not have been seen") != std::string::npos);
    protect.insert(protect.end(), {"--new-passphrase-fd", "4"});
    CHECK(home.run(protect, {.secrets = {{3, secret}, {4, secret}}}).code == 0);
    CHECK(home.run(read, {.secrets = {{3, secret}}}).err.empty());
  }
  REQUIRE(madeByItself(home).size() == 1);
  CHECK_FALSE(opensWithNone(madeByItself(home).front()));
  CHECK(home.run({"backup", file, "--output", home.file("x"), "--remove-older-backups"}).code == 2);
}
