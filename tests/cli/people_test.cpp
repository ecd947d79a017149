// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody joins, is readmitted, goes; a copy that is older.
#include <sys/stat.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "program.h"
#include "storage/shelf.h"

using namespace footbridge::cli_test;
using Json = nlohmann::json;

namespace {

constexpr auto kAlexThird = "gravel mitten cobalt orchard\n";

Words as(const std::string& who, Words arguments) {
  arguments.insert(arguments.end(), {"--as", who, "--passphrase-fd", "3"});
  return arguments;
}

std::vector<std::string> textsFor(const Home& home, const std::string& file, const std::string& who,
                                  const std::string& passphrase) {
  const Outcome answer = home.run(as(who, {"list", file, "--json"}), {.secrets = {{3, passphrase}}});
  CAPTURE(answer.err);
  REQUIRE(answer.code == 0);
  std::vector<std::string> texts;
  for (const Json& entry : Json::parse(answer.out)) texts.push_back(entry.at("text"));
  return texts;
}

}  // namespace

TEST_CASE("Begun alone, joined, readmitted, found again, and gone") {
  const Home home(Which::Quick);
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--name", "Alex"}).code == 0);
  const Outcome early = home.run({"join", file, "--name", "Sam"});
  CHECK(early.code == 1);
  CHECK(isOneLine(early.err));
  CHECK(early.err.find("protect") != std::string::npos);
  const Outcome first = home.run(as("Alex", {"protect", file}), {.secrets = {{3, kAlexFirst}}});
  REQUIRE(first.code == 0);
  REQUIRE(home.run(as("Alex", {"note", file}), {.input = "alone", .secrets = {{3, kAlexFirst}}}).code == 0);
  CHECK(home.run({"join", file, "--name", "Sam"}).code == 1);
  const Outcome joined =
      home.run({"join", file, "--name", "Sam", "--passphrase-fd", "3"}, {.secrets = {{3, kAlexFirst}}});
  CAPTURE(joined.err);
  REQUIRE(joined.code == 0);
  CHECK(home.run({"join", file, "--name", "Kim"}).code == 1);
  REQUIRE(home.run({"note", file, "--as", "Sam"}, {.input = "for both"}).code == 0);
  REQUIRE(home.run(as("Sam", {"protect", file}), {.secrets = {{3, kSams}}}).code == 0);
  CHECK(textsFor(home, file, "Sam", kSams) == std::vector<std::string>{"for both"});

  Words readmit = as("Sam", {"readmit", file, "--partner", "Alex", "--new-passphrase-fd", "4"});
  CHECK(home.run({"readmit", file, "--as", "Sam"}).code == 2);
  const Outcome readmitted = home.run(readmit, {.secrets = {{3, kSams}, {4, kAlexSecond}}});
  CAPTURE(readmitted.err);
  REQUIRE(readmitted.code == 0);
  CHECK(codeIn(readmitted.out).size() >= 27);
  CHECK(textsFor(home, file, "Alex", kAlexSecond) == std::vector<std::string>{"for both"});
  CHECK(home.run({"info", file}).out.find("put aside waits for its code") != std::string::npos);
  CHECK(home.run({"verify", file}).out.find("Alex, put aside: not checked (locked)\n") != std::string::npos);

  const std::string second(kAlexSecond);
  const Outcome stopped =
      home.runOnTerminal({"erase", file, "--as", "Alex"}, {second.substr(0, second.size() - 1), "no"});
  CHECK(stopped.code == 1);
  CHECK(stopped.out.find("What was put aside of theirs goes as well") != std::string::npos);

  const Words recover = {"recover", file, "--as", "Alex", "--passphrase-fd", "3", "--new-passphrase-fd", "4"};
  const std::string code = codeIn(first.out);
  // The secrets of before open what they opened then, to be read and taken out.
  for (const std::string& before : {std::string(kAlexFirst), code + "\n"}) {
    CHECK(textsFor(home, file, "Alex", before) == std::vector<std::string>{"alone"});
    const Outcome own = home.run(as("Alex", {"export", file, "--format", "json", "--part", "own", "--output", "-"}),
                                 {.secrets = {{3, before}}});
    CAPTURE(own.err);
    CHECK(own.code == 0);
    CHECK(own.out.find("alone") != std::string::npos);
    CHECK(own.err.find("put aside when your partner let you back in") != std::string::npos);
    const Outcome found = home.run(as("Alex", {"search", file, "alone"}), {.secrets = {{3, before}}});
    CHECK(found.out.find("alone") != std::string::npos);
    const Outcome verified = home.run(as("Alex", {"verify", file}), {.secrets = {{3, before}}});
    CHECK(verified.code == 0);
    CHECK(verified.out.find("Alex: not checked (locked)\n") != std::string::npos);
    CHECK(verified.out.find("Alex, put aside: sound\n") != std::string::npos);
    const Outcome refused = home.run(as("Alex", {"note", file}), {.input = "more", .secrets = {{3, before}}});
    CHECK(refused.code == 1);
    CHECK(isOneLine(refused.err));
    CHECK(refused.err.find("safe and put aside") != std::string::npos);
    // Joining changes the journal, and so wants the passphrase of today.
    const Outcome merged = home.run(as("Alex", {"merge", file}), {.secrets = {{3, before}}});
    CHECK(merged.code == 1);
    CHECK(isOneLine(merged.err));
    CHECK(merged.err.find("safe and put aside") != std::string::npos);
  }
  const Outcome half = home.run(recover, {.secrets = {{3, code}, {4, kAlexThird}}});
  CHECK(half.code == 1);
  CHECK(isOneLine(half.err));
  const Outcome back = home.run(recover, {.secrets = {{3, code + kAlexSecond}, {4, kAlexThird}}});
  CAPTURE(back.err);
  REQUIRE(back.code == 0);
  CHECK(textsFor(home, file, "Alex", kAlexThird) == std::vector<std::string>{"for both", "alone"});

  const Words erase = as("Sam", {"erase", file});
  const Outcome unasked = home.run(erase, {.secrets = {{3, kSams}}});
  CHECK(unasked.code == 1);
  CHECK(unasked.err.find("--sure") != std::string::npos);
  Words sure = erase;
  sure.push_back("--sure");
  const Outcome gone = home.run(sure, {.secrets = {{3, kSams}}});
  CAPTURE(gone.err);
  REQUIRE(gone.code == 0);
  CHECK(gone.out.find("backups") != std::string::npos);
  CHECK(gone.out.find("--remove-older-backups") != std::string::npos);
  CHECK(home.run({"info", file}).out.find("Sam") == std::string::npos);
  CHECK(textsFor(home, file, "Alex", kAlexThird) == std::vector<std::string>{"alone"});
  const Outcome last = home.run(as("Alex", {"erase", file, "--sure"}), {.secrets = {{3, kAlexThird}}});
  CHECK(last.code == 1);
  CHECK(isOneLine(last.err));
  CHECK(last.err.find("please remove the file and its backups, which are all in " + home.file("home/data")) !=
        std::string::npos);
  CHECK(last.err.find("Copies made by hand stay") != std::string::npos);
}

TEST_CASE("On a terminal, taking one's part out is asked for twice") {
  const Home home;
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  REQUIRE(home.run({"note", file, "--as", "Sam"}, {.input = "for both"}).code == 0);
  const Words erase = {"erase", file, "--as", "Sam"};
  for (const Words& typed : {Words{"no"}, Words{"yes", "Alex"}}) {
    const Outcome stopped = home.runOnTerminal(erase, typed);
    CAPTURE(stopped.out);
    CHECK(stopped.code == 1);
    CHECK(stopped.out.find("still there") != std::string::npos);
  }
  CHECK(home.run({"info", file}).out.find("Sam") != std::string::npos);
  const Outcome gone = home.runOnTerminal(erase, {"yes", "Sam"});
  CHECK(gone.code == 0);
  CHECK(gone.out.find("from this journal and from its backups in " + home.file("home/data")) != std::string::npos);
  CHECK(gone.out.find("stays in those backups, and they open as they did. Copies made by hand keep everything.") !=
        std::string::npos);
  CHECK(home.run({"info", file}).out.find("Sam") == std::string::npos);
  CHECK(Json::parse(home.run({"list", file, "--json"}).out).empty());
}

TEST_CASE("A copy that is older than the one last used is said to be, with a way on") {
  const Home home;
  const std::string file = home.file("couple.footbridge"), copy = home.file("copy.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  REQUIRE(home.run({"note", file, "--as", "Sam"}, {.input = "one"}).code == 0);
  std::filesystem::copy_file(file, copy);
  for (const char* text : {"two", "three"}) REQUIRE(home.run({"note", file, "--as", "Sam"}, {.input = text}).code == 0);
  std::filesystem::copy_file(copy, file, std::filesystem::copy_options::overwrite_existing);
  const Outcome older = home.run({"list", file, "--json"});
  CHECK(older.code == 3);
  CHECK(isOneLine(older.err));
  CHECK(older.err.find("older than the one last used here: 2 notes fewer") != std::string::npos);
  CHECK(older.err.find("--accept-older") != std::string::npos);
  CHECK(home.run({"list", file, "--json"}).code == 3);
  CHECK(Json::parse(home.run({"list", file, "--json", "--accept-older"}).out).size() == 1);
  CHECK(Json::parse(home.run({"list", file, "--json"}).out).size() == 1);
}

TEST_CASE("A pipe where the journal keeps a file of its own is refused in a line") {
  const Home home;
  const std::string file = newJournal(home);
  REQUIRE(mkfifo((file + "-journal").c_str(), 0600) == 0);
  const Outcome refused = home.run({"list", file});
  CHECK(refused.code == 1);
  CHECK(isOneLine(refused.err));
  CHECK(refused.err.find(file + "-journal: something that is not the journal's own") != std::string::npos);
}

TEST_CASE("What comes in from a copy that was not locked is told once, and marked") {
  const Home home(Which::Quick);
  const std::string file = newJournal(home), copy = home.file("copy.footbridge");
  std::filesystem::copy_file(file, copy);
  {
    footbridge::storage::FileShelf shelf({{}, home.file("elsewhere"), {}, {}});
    auto open = shelf.openSealed(copy);
    REQUIRE(open.ok());
    footbridge::Agreement agreement;
    agreement.what = "ring my sister";
    REQUIRE((*open)->add(footbridge::VaultId::A, footbridge::PartnerId::A, agreement).ok());
  }
  REQUIRE(home.run(as("Alex", {"protect", file}), {.secrets = {{3, kAlexFirst}}}).code == 0);
  REQUIRE(home.run({"merge", file, copy, "--as", "Sam"}).code == 0);
  const auto list = [&] { return home.run(as("Alex", {"list", file}), {.secrets = {{3, kAlexFirst}}}); };
  const Outcome first = list();
  CHECK(first.code == 0);
  CHECK(isOneLine(first.err));
  CHECK(first.err.find("1 line in the name of Alex came in from a copy that was not locked") != std::string::npos);
  CHECK(first.out.find("(from a copy that was not locked)") != std::string::npos);
  const Outcome second = list();
  CHECK(second.err.empty());
  CHECK(second.out == first.out);
}

TEST_CASE("Going on with an older copy as one partner leaves the other to be told of what is theirs") {
  const Home home(Which::Quick);
  const std::string file = newJournal(home), copy = home.file("copy.footbridge");
  for (const auto& [who, words] : {std::pair("Alex", kAlexFirst), std::pair("Sam", kSams)})
    REQUIRE(home.run(as(who, {"protect", file}), {.secrets = {{3, words}}}).code == 0);
  std::filesystem::copy_file(file, copy);
  for (const char* text : {"one", "two"})
    REQUIRE(home.run(as("Alex", {"note", file, "--private"}), {.input = text, .secrets = {{3, kAlexFirst}}}).code == 0);
  std::filesystem::copy_file(copy, file, std::filesystem::copy_options::overwrite_existing);
  const auto list = [&](const char* who, const char* words, bool isAccepted) {
    Words arguments = as(who, {"list", file});
    if (isAccepted) arguments.push_back("--accept-older");
    return home.run(arguments, {.secrets = {{3, words}}});
  };
  CHECK(list("Sam", kSams, true).code == 0);
  const Outcome told = list("Alex", kAlexFirst, false);
  CHECK(told.code == 3);
  CHECK(told.err.find("older than the one last used here: 2 notes fewer") != std::string::npos);
  CHECK(list("Alex", kAlexFirst, true).code == 0);
  CHECK(list("Alex", kAlexFirst, false).err.empty());
  CHECK(list("Sam", kSams, false).err.empty());
}

TEST_CASE("Whoever takes their part out may have the older backups go with it") {
  const Home home;
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  REQUIRE(home.run({"note", file, "--as", "Sam"}, {.input = "for both"}).code == 0);
  const Outcome gone = home.run({"erase", file, "--as", "Sam", "--sure", "--remove-older-backups"});
  CAPTURE(gone.err);
  CHECK(gone.code == 0);
  CHECK(gone.out.find("The older backups are gone.") != std::string::npos);
  CHECK(gone.out.find("stays sealed") == std::string::npos);
  std::size_t left = 0;
  for (const auto& each : std::filesystem::recursive_directory_iterator(home.file("home/data/footbridge/backups")))
    if (each.path().extension() == ".footbridge") ++left;
  CHECK(left == 1);
}

TEST_CASE("Whoever goes is told of backups that nobody can tell to be theirs, and that these were left") {
  const Home home(Which::Quick);
  const std::string file = home.file("couple.footbridge"), other = home.file("other.footbridge");
  REQUIRE(home.run({"new", file, "--name", "Alex"}).code == 0);
  REQUIRE(home.run(as("Alex", {"protect", file}), {.secrets = {{3, kAlexFirst}}}).code == 0);
  std::filesystem::copy_file(file, other);
  const auto join = [&](const std::string& journal, const char* name) {
    const Words words = {"join", journal, "--name", name, "--passphrase-fd", "3"};
    REQUIRE(home.run(words, {.secrets = {{3, kAlexFirst}}}).code == 0);
  };
  join(other, "Dana");
  REQUIRE(home.run(as("Dana", {"protect", other}), {.secrets = {{3, kSams}}}).code == 0);
  const Outcome kept =
      home.run(as("Dana", {"note", other, "--private"}), {.input = "of Dana alone", .secrets = {{3, kSams}}});
  CAPTURE(kept.err);
  REQUIRE(kept.code == 0);
  REQUIRE(home.run({"backup", other, "--remove-older-backups"}).code == 0);
  join(file, "Cora");
  const Outcome gone = home.run({"erase", file, "--as", "Cora", "--sure"});
  CAPTURE(gone.err, gone.out);
  CHECK(gone.code == 0);
  CHECK(gone.out.find("One backup of another copy was left as it is") != std::string::npos);
  CHECK(gone.out.find(home.file("home/data/footbridge/backups")) != std::string::npos);
}

TEST_CASE("In a journal of one nobody is asked what cannot be done") {
  const Home home;
  const std::string file = home.file("alone.footbridge");
  REQUIRE(home.run({"new", file, "--name", "Jo"}).code == 0);
  const Outcome refused = home.runOnTerminal({"erase", file, "--as", "Jo"}, {});
  CAPTURE(refused.out);
  CHECK(refused.code == 1);
  CHECK(refused.out.find("Go on?") == std::string::npos);
  CHECK(refused.out.find("its backups, which are all in") != std::string::npos);
}
