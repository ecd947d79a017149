// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is wrong gets its exit code and one line, and the journal stays as it was.
#include <fcntl.h>

#include <cstdlib>
#include <fstream>

#include "catch.h"
#include "program.h"

using namespace footbridge::cli_test;

namespace {

/// Every command that opens a journal, each otherwise without fault.
std::vector<Words> openingCommands(const Home& home, const std::string& file) {
  return {{"info", file},
          {"list", file},
          {"list", file, "--as", "Alex", "--json"},
          {"search", file, "words"},
          {"note", file, "--as", "Alex"},
          {"verify", file},
          {"protect", file, "--as", "Alex", "--new-passphrase-fd", "3"},
          {"recover", file, "--as", "Alex", "--passphrase-fd", "3", "--new-passphrase-fd", "4"},
          {"join", file, "--name", "Kim"},
          {"erase", file, "--as", "Alex", "--sure"},
          {"readmit", file, "--as", "Alex", "--partner", "Sam", "--passphrase-fd", "3", "--new-passphrase-fd", "4"},
          {"export", file, "--format", "json", "--output", home.file("never")}};
}

/// Runs every opening command on `file` and wants the same end of all.
void wantOfAll(const Home& home, const std::string& file, int code, const std::string& says) {
  const bool there = std::filesystem::is_regular_file(file);
  const std::string before = there ? contentsOf(file) : "";
  for (const Words& command : openingCommands(home, file)) {
    const Outcome answer = home.run(
        command,
        {.input = "a note", .secrets = {{3, "vexing lantern oatmeal quarry\n"}, {4, "other words here too\n"}}});
    CAPTURE(command, answer.out, answer.err);
    CHECK(answer.code == code);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.find(file) != std::string::npos);
    CHECK(answer.err.find(says) != std::string::npos);
    CHECK(answer.out.empty());
    CHECK_FALSE(std::filesystem::exists(home.file("never")));
    if (there) CHECK(contentsOf(file) == before);
  }
}

void patch(const std::string& file, std::streamoff at, const std::string& bytes) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekp(at);
  stream << bytes;
}

}  // namespace

TEST_CASE("A command line that cannot be meant is a usage error in one line") {
  const Home home;
  const std::string file = newJournal(home);
  const std::string other = home.file("other.footbridge");
  const std::string longName(41, 'n');
  const std::vector<Words> cases = {
      {},
      {"frobnicate"},
      {"--frobnicate"},
      {"backup", file},
      {"restore", file},
      {"restore", file, other, "--output", other},
      {"new"},
      {"new", other},
      {"new", other, "--names", "Alex"},
      {"new", other, "--names", "Alex", "--name"},
      {"new", other, "--names=Alex,Sam"},
      {"new", other, "--name", "Alex", "--names", "Alex", "Sam"},
      {"new", other, "--name", longName},
      {"new", other, "--names", "Alex", longName},
      {"new", other, "--name", ""},
      {"new", other, "--name", "two\nlines"},
      {"new", other, "--name", "bad \xFF bytes"},
      {"new", "", "--name", "Alex"},
      {"info"},
      {"info", file, file},
      {"info", file, "--json"},
      {"info", file, "-v"},
      {"protect", file},
      {"protect", file, "--as", "Alex", "--passphrase-fd", "secret"},
      {"protect", file, "--as", "Alex", "--passphrase-fd", "-1"},
      {"protect", file, "--as", "Alex", "--new-passphrase-fd", "3x"},
      {"protect", file, "--as", "Alex", "--passphrase", "secret"},
      {"recover", file},
      {"note", file},
      {"note", file, "--as"},
      {"note", file, "--as", "--private"},
      {"note", file, "--as", "Alex", "--as", "Sam"},
      {"note", file, "--as", "Alex", "--private=yes"},
      {"list", file, "--new-passphrase-fd", "3"},
      {"search", file},
      {"search", file, " "},
      {"export", file},
      {"export", file, "--output", other},
      {"export", file, "--format", "json"},
      {"export", file, "--format", "pdf", "--output", other},
      {"export", file, "--format", "csv", "--part", "theirs", "--output", other},
      {"export", file, "--format", "csv", "--part", "own", "--output", other},
      {"import", file},
      {"merge", file},
      {"merge", file, other, "--other-passphrase-fd", "x"},
      {"verify", file, "--all"},
  };
  const std::string before = contentsOf(file);
  for (const Words& arguments : cases) {
    const Outcome answer = home.run(arguments, {.input = "text"});
    CAPTURE(arguments, answer.err);
    CHECK(answer.code == 2);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.find("--help") != std::string::npos);
    CHECK(answer.out.empty());
  }
  CHECK_FALSE(std::filesystem::exists(other));
  CHECK(contentsOf(file) == before);
}

TEST_CASE("new never takes the place of anything") {
  const Home home;
  const std::string file = newJournal(home);
  std::filesystem::create_directory(home.file("folder"));
  std::filesystem::create_symlink(home.file("nowhere"), home.file("link"));
  write(home.file("empty"), "");
  const std::string before = contentsOf(file);
  for (const std::string name : {"couple.footbridge", "folder", "link", "empty", "no folder/x"}) {
    const Outcome answer = home.run({"new", home.file(name), "--name", "Jo"});
    CAPTURE(name, answer.err);
    CHECK(answer.code == 1);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.find(name) != std::string::npos);
    CHECK(answer.err.find(name == "no folder/x" ? "folder for it is not there" : "never overwritten") !=
          std::string::npos);
  }
  CHECK(contentsOf(file) == before);
  CHECK(contentsOf(home.file("empty")).empty());
  CHECK_FALSE(std::filesystem::exists(home.file("nowhere")));
}

TEST_CASE("A name that is too long is refused in one line") {
  const Home home;
  const std::string file = newJournal(home);
  const std::string tooLong = home.file(std::string(250, 'a'));
  for (const Words& arguments :
       {Words{"new", tooLong, "--name", "Jo"}, Words{"backup", file, "--output", tooLong},
        Words{"restore", file, "--output", tooLong}, Words{"new", home.file(std::string(240, 'a')), "--name", "Jo"}}) {
    const Outcome answer = home.run(arguments);
    CAPTURE(arguments, answer.err);
    CHECK(answer.code == 5);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.find(".new") == std::string::npos);
    CHECK(answer.err.find("its name is too long") != std::string::npos);
  }
}

TEST_CASE("A name that belongs to a file beside a journal is refused in one line of its own") {
  const Home home;
  const std::string file = newJournal(home);
  for (const std::string ending : {"-journal", "-wal", "-shm"}) {
    for (const Words& arguments :
         {Words{"new", file + ending, "--name", "Jo"}, Words{"backup", file, "--output", file + ending},
          Words{"restore", file, "--output", file + ending},
          Words{"export", file, "--format", "json", "--output", file + ending}}) {
      const Outcome answer = home.run(arguments);
      CAPTURE(arguments, answer.err);
      CHECK(answer.code == 1);
      CHECK(isOneLine(answer.err));
      CHECK(answer.err.find(file + ending + ": a name that ends so belongs to a file beside a journal") !=
            std::string::npos);
      CHECK_FALSE(std::filesystem::exists(file + ending));
    }
  }
  write(file + "-wal", "text");
  const Outcome locked = home.run({"list", file});
  CHECK(locked.code == 1);
  CHECK(locked.err.find(file + "-wal: something that is not the journal's own bears this name") != std::string::npos);
}

TEST_CASE("A symbolic link is told apart from a wrong name") {
  const Home home;
  std::filesystem::create_symlink(newJournal(home), home.file("link"));
  const Outcome answer = home.run({"info", home.file("link")});
  CHECK(answer.code == 1);
  CHECK(answer.err.find("symbolic link") != std::string::npos);
}

TEST_CASE("What is no journal is refused by every command and left alone") {
  const Home home;
  SECTION("missing") {
    wantOfAll(home, home.file("missing"), 1, "nothing there");
  }
  SECTION("a folder") {
    std::filesystem::create_directory(home.file("folder"));
    wantOfAll(home, home.file("folder"), 1, "no Footbridge journal");
    wantOfAll(home, home.file("folder") + "/", 1, "no Footbridge journal");
    wantOfAll(home, "/", 1, "no Footbridge journal");
  }
  SECTION("somebody's letter") {
    write(home.file("letter"), "Dear Sam,\nthis is a letter and no database.\n" + std::string(600, 'x'));
    wantOfAll(home, home.file("letter"), 1, "no Footbridge journal");
  }
  SECTION("an empty file") {
    write(home.file("empty"), "");
    wantOfAll(home, home.file("empty"), 1, "no Footbridge journal");
  }
  SECTION("another program's database") {
    const std::string file = newJournal(home);
    patch(file, 68, "ABCD");
    wantOfAll(home, file, 1, "no Footbridge journal");
  }
}

TEST_CASE("A newer format is refused with its number") {
  const Home home;
  const std::string file = newJournal(home);
  patch(file, 60, std::string("\0\0\0\x63", 4));
  wantOfAll(home, file, 1, "format 99");
}

TEST_CASE("Damage is told from everything else") {
  const Home home;
  const std::string file = newJournal(home);
  REQUIRE(home.run({"note", file, "--as", "Alex"}, {.input = "words"}).code == 0);
  SECTION("cut short") {
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    wantOfAll(home, file, 3, "damaged");
  }
  SECTION("a page overwritten") {
    patch(file, 4096, std::string(4096, '\x5a'));
    wantOfAll(home, file, 3, "damaged");
  }
}

TEST_CASE("A journal that another program holds is in use") {
  const Home home;
  const std::string file = newJournal(home);
  const Holder holder(file);
  wantOfAll(home, file, 4, "another program");
}

TEST_CASE("People, notes and secrets that cannot be used are refused") {
  const Home home;
  const std::string file = newJournal(home);
  struct Case {
    Words arguments;
    Given given;
    std::string says;
  };
  const std::vector<Case> cases = {
      {{"list", file, "--as", "Robin"}, {}, "nobody called Robin"},
      {{"list", file, "--as", "alex"}, {}, "Alex and Sam"},
      {{"list", file, "--as", "3"}, {}, "nobody called 3"},
      {{"note", file, "--as", "Robin"}, {.input = "x"}, "nobody called Robin"},
      {{"note", file, "--as", "Alex"}, {.input = ""}, "empty"},
      {{"note", file, "--as", "Alex"}, {.input = " \n\t\n"}, "empty"},
      {{"note", file, "--as", "Alex"}, {.input = "bad \xC3\x28 bytes"}, "UTF-8"},
      {{"note", file, "--as", "Alex"}, {.input = std::string("nul\0nul", 7)}, "NUL"},
      {{"note", file, "--as", "Alex"}, {.input = std::string(300'000, 'x')}, "256 KiB"},
      {{"note", file, "--as", "Alex"}, {.input = "One line.\r\n" + std::string(300'000, 'x') + " the end"}, "256 KiB"},
      {{"note", file, "--as", "Alex", "--private"}, {.input = "x"}, "protect"},
      {{"note", file, "--as", "Alex", "--private"}, {.input = ""}, "protect"},  // said before any word is read
      {{"protect", file, "--as", "Alex"}, {}, "--new-passphrase-fd N"},
      {{"protect", file, "--as", "Alex", "--passphrase-fd", "3"}, {.secrets = {{3, ""}}}, "could be read"},
      {{"protect", file, "--as", "Alex", "--passphrase-fd", "3"}, {.secrets = {{3, "\n"}}}, "could be read"},
      {{"protect", file, "--as", "Alex", "--passphrase-fd", "3"}, {.secrets = {{3, "hello1\n"}}}, "guessed"},
      {{"protect", file, "--as", "Alex", "--passphrase-fd", "3"}, {.secrets = {{3, "AlexSam2026\n"}}}, "guessed"},
      {{"protect", file, "--as", "Robin", "--passphrase-fd", "3"}, {.secrets = {{3, "x\n"}}}, "nobody called"},
      {{"export", file, "--format", "json", "--output", home.file("no folder/x")}, {}, "folder for it is not there"},
      {{"export", file, "--format", "json", "--output", home.file("home")}, {}, "never overwritten"},
      {{"import", file, home.file("none")}, {}, "please check the name.\n"},
      {{"import", file, file}, {}, "is no export"},
      {{"merge", file, file}, {}, "the journal itself"},
      {{"merge", file, home.file("none")}, {}, "please check the name.\n"},
  };
  const std::string before = contentsOf(file);
  for (const Case& one : cases) {
    const Outcome answer = home.run(one.arguments, one.given);
    CAPTURE(one.arguments, answer.err);
    CHECK(answer.code == 1);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.find(one.says) != std::string::npos);
    CHECK(answer.out.empty());
    CHECK(contentsOf(file) == before);
  }
}

// A number that nothing has would come to be that of the journal, whose first bytes are no secret.
TEST_CASE("A passphrase is read from no descriptor that was not open when the program began") {
  const Home home;
  const std::string file = newJournal(home);
  const std::string before = contentsOf(file);
  for (const char* number : {"3", "4", "5", "9"}) {
    ::fcntl(std::atoi(number), F_SETFD, FD_CLOEXEC);  // should whoever runs the tests have left something there
    for (const char* option : {"--passphrase-fd", "--new-passphrase-fd"}) {
      const Outcome answer = home.run({"protect", file, "--as", "Alex", option, number});
      CAPTURE(option, number, answer.err);
      CHECK(answer.code == 2);
      CHECK(isOneLine(answer.err));
      CHECK(answer.err.find(std::string("descriptor ") + number + ", and that one is not open") != std::string::npos);
      CHECK(answer.out.empty());
    }
  }
  CHECK(contentsOf(file) == before);
}

TEST_CASE("A disk that takes nothing is told apart") {
  const Home home(Which::Quick);
  const std::string file = newJournal(home);
  for (const Words& arguments :
       {Words{"--help"}, Words{"info", file}, Words{"export", file, "--format", "json", "--output", "-"},
        Words{"list", file, "--json"}, Words{"verify", file}, Words{"content", "list"}}) {
    const Outcome answer = home.run(arguments, {.output = "/dev/full"});
    CAPTURE(arguments, answer.err);
    CHECK(answer.code == 5);
    CHECK(isOneLine(answer.err));
    CHECK(answer.err.find("nothing was changed") != std::string::npos);
    CHECK(answer.err.find("was done") == std::string::npos);
  }
  const Outcome made = home.run({"new", home.file("more.footbridge"), "--name", "Jo"}, {.output = "/dev/full"});
  CHECK(made.code == 5);
  CHECK(made.err.find("what was asked for was done") != std::string::npos);
  // What was done all the same is said, so that nobody does it twice or waits for a code.
  const Outcome note = home.run({"note", file, "--as", "Alex"}, {.input = "a note", .output = "/dev/full"});
  CHECK(note.code == 5);
  CHECK(isOneLine(note.err));
  CHECK(note.err.find("the note is kept") != std::string::npos);
  const Outcome code = home.run({"protect", file, "--as", "Alex", "--passphrase-fd", "3"},
                                {.secrets = {{3, "vexing lantern oatmeal quarry\n"}}, .output = "/dev/full"});
  CHECK(code.code == 5);
  CHECK(isOneLine(code.err));
  CHECK(code.err.find("the passphrase is set") != std::string::npos);
  CHECK(code.err.find("`footbridge-cli protect` again") != std::string::npos);
}
