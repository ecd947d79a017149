// SPDX-License-Identifier: GPL-3.0-or-later
// Out of one journal and into another, and two copies into one, with the real program.
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "program.h"
#include "storage/raw_file.h"
#include "storage/shelf.h"

using namespace footbridge::cli_test;
using Json = nlohmann::json;
namespace storage = footbridge::storage;

namespace {

constexpr const char* kAlex = "quiet harbour seven lanterns\n";
constexpr const char* kNewer = "eleven umbrellas went missing\n";

std::string exported(const Home& home, const std::string& file, const Words& more = {"--format", "json"}) {
  Words words{"export", file, "--output", "-"};
  words.insert(words.end(), more.begin(), more.end());
  const Outcome out = home.run(words);
  CHECK(out.err == "footbridge-cli: standard output: this is not sealed; anyone can read it.\n");
  REQUIRE(out.code == 0);
  return out.out;
}

/// Alex gets a passphrase, and then writes "written there" in a copy, for themselves.
std::string copyThatAlexWroteIn(const Home& home, const std::string& file) {
  REQUIRE(home.run({"protect", file, "--as", "Alex", "--passphrase-fd", "3"}, {.secrets = {{3, kAlex}}}).code == 0);
  const std::string copy = home.file("copy.footbridge");
  std::filesystem::copy_file(file, copy);
  REQUIRE(home.run({"note", copy, "--as", "Alex", "--private", "--passphrase-fd", "3"},
                   {.input = "written there", .secrets = {{3, kAlex}}})
              .code == 0);
  return copy;
}

/// By their words, and whether for good. The command line deletes nothing.
void removeNotes(const Home& home, const std::string& file, const std::map<std::string, bool>& notes) {
  const auto now = [] { return footbridge::Moment{}; };
  storage::FileShelf shelf({storage::KdfCost::least(), home.file("elsewhere"), now, {}});
  auto journal = shelf.openSealed(file);
  REQUIRE(journal.ok());
  for (const footbridge::Entry& entry : (*journal)->entries(footbridge::Reader::OursAlone)) {
    const auto named = notes.find(std::get<footbridge::Note>(entry.body).text);
    if (named == notes.end()) continue;
    REQUIRE((named->second ? (*journal)->removeForGood(entry.id) : (*journal)->remove(entry.id)).ok());
  }
}

}  // namespace

TEST_CASE("What one journal gives out another takes in, once") {
  const Home home;
  const std::string file = newJournal(home, "old.footbridge");
  keepNote(home, file, "Sam", "a line");
  keepNote(home, file, "Sam", "=another, with \"quotes\"");
  const std::string out = exported(home, file);
  write(home.file("out.json"), out);
  const std::string other = newJournal(home, "new.footbridge");
  const Outcome taken = home.run({"import", other, home.file("out.json")});
  CHECK(taken.err.empty());
  CHECK(taken.code == 0);
  CHECK(taken.out == "2 things came in.\n");
  CHECK(exported(home, other) == out);
  CHECK(home.run({"import", other, home.file("out.json"), "--as", "Sam"}).out == "Nothing new came in.\n");
  CHECK(exported(home, other) == out);

  const std::string empty = home.file("empty.footbridge");
  REQUIRE(home.run({"new", empty, "--names", "Cy", "Di"}).code == 0);
  CHECK(home.run({"import", empty, home.file("out.json")}).out ==
        "2 things came in.\nAs in what came in, Alex and Sam are the names here now.\n");

  write(home.file("bad.json"), out.substr(0, out.find("revisions")) + "x" + out.substr(out.find("revisions")));
  const Outcome refused = home.run({"import", other, home.file("bad.json")});
  CHECK(refused.code == 1);
  CHECK(isOneLine(refused.err));
  CHECK(refused.err.find("entries/0/revisions") != std::string::npos);

  CHECK(exported(home, file, {"--format", "csv"}).find("\"'=another, with \"\"quotes\"\"\",\"\",\"ours\",\"\"\r\n") !=
        std::string::npos);
  CHECK(exported(home, file, {"--format", "markdown"}).find("> =another, with \"quotes\"") == std::string::npos);
  CHECK(exported(home, file, {"--format", "markdown"}).find("> \\=another, with \"quotes\"") != std::string::npos);
}

TEST_CASE("import says what was deleted there, and that it can be brought back") {
  const Home home;
  const std::string file = newJournal(home, "us.footbridge");
  keepNote(home, file, "Sam", "dear words");
  Json edited = Json::parse(exported(home, file));
  Json& revisions = edited["entries"][0]["revisions"];
  Json stone = revisions[0];
  stone.erase("text");
  stone.update({{"row", "77"}, {"revision", 2}, {"on", {revisions[0]["row"]}}, {"kind", "deleted"}, {"forGood", true}});
  revisions.push_back(stone);
  write(home.file("edited.json"), edited.dump());
  const Outcome taken = home.run({"import", file, home.file("edited.json")});
  CHECK(taken.err.empty());
  CHECK(taken.out ==
        "Nothing new came in.\n1 of what was here was deleted there, and is deleted here too; it can be brought "
        "back.\n");
  CHECK(home.run({"import", file, home.file("edited.json")}).out == "Nothing new came in.\n");
}

TEST_CASE("merge says what was deleted in the copy, and what of it can be brought back") {
  const Home home;
  const std::string file = newJournal(home, "us.footbridge");
  const std::string copy = home.file("copy.footbridge");
  for (const char* words : {"one", "two", "three", "four"}) keepNote(home, file, "Sam", words);
  std::filesystem::copy_file(file, copy);
  removeNotes(home, copy, {{"one", false}, {"two", true}});
  const Outcome merged = home.run({"merge", file, copy});
  CHECK(merged.err.empty());
  CHECK(merged.out ==
        "Nothing new came in.\n1 of what was here was deleted there, and is deleted here too; it can be brought back.\n"
        "1 of what was here was deleted there for good, and is gone here too.\n");
  removeNotes(home, copy, {{"three", true}, {"four", true}});
  CHECK(home.run({"merge", file, copy}).out ==
        "Nothing new came in.\n2 of what was here were deleted there for good, and are gone here too.\n");
  CHECK(home.run({"merge", file, copy}).out == "Nothing new came in.\n");
}

TEST_CASE("merge joins a conflicted copy that info has told of") {
  const Home home;
  const std::string file = newJournal(home, "us.footbridge");
  keepNote(home, file, "Sam", "before");
  const std::string copy = home.file("us (Sam's conflicted copy 2026-01-02).footbridge");
  std::filesystem::copy_file(file, copy);
  keepNote(home, file, "Sam", "here");
  keepNote(home, copy, "Sam", "there");
  const Outcome told = home.run({"info", file});
  CHECK(told.out.find("another copy (Dropbox)") != std::string::npos);
  const std::string before = contentsOf(copy);
  const Outcome merged = home.run({"merge", file, copy});
  CHECK(merged.err.empty());
  CHECK(merged.out == "1 thing came in.\n");
  CHECK(contentsOf(copy) == before);
  CHECK(Json::parse(home.run({"list", file, "--json"}).out).size() == 3);
  CHECK(home.run({"merge", file, copy}).out == "Nothing new came in.\n");
  const Outcome strange = home.run({"merge", file, newJournal(home, "strange.footbridge")});
  CHECK(strange.code == 1);
  CHECK(isOneLine(strange.err));
  CHECK(strange.err.find("import") != std::string::npos);
}

TEST_CASE("A copy from before the passphrase was changed is opened with the old one") {
  const Home home(Which::Quick);
  const std::string file = newJournal(home, "us.footbridge");
  const std::string copy = copyThatAlexWroteIn(home, file);
  REQUIRE(home.run({"protect", file, "--as", "Alex", "--passphrase-fd", "3", "--new-passphrase-fd", "4"},
                   {.secrets = {{3, kAlex}, {4, kNewer}}})
              .code == 0);
  const Words merge{"merge", file, copy, "--as", "Alex", "--passphrase-fd", "3"};
  const Outcome asks = home.run(merge, {.secrets = {{3, kNewer}}});
  CHECK(asks.code == 1);
  CHECK(asks.err.find("--other-passphrase-fd") != std::string::npos);
  Words whole = merge;
  whole.insert(whole.end(), {"--other-passphrase-fd", "4"});
  const Outcome wrong = home.run(whole, {.secrets = {{3, kNewer}, {4, kNewer}}});
  CHECK(wrong.code == 1);
  const Outcome merged = home.run(whole, {.secrets = {{3, kNewer}, {4, kAlex}}});
  CHECK(merged.err.empty());
  CHECK(merged.out == "1 thing came in.\n");
  const Outcome list = home.run({"list", file, "--as", "Alex", "--passphrase-fd", "3"}, {.secrets = {{3, kNewer}}});
  CHECK(list.out.find("written there") != std::string::npos);
}

TEST_CASE("What was private in a copy waits until its writer has a passphrase here, and that is said") {
  const Home home(Which::Quick);
  const std::string file = home.file("us.footbridge"), copy = home.file("copy.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  std::filesystem::copy_file(file, copy);
  REQUIRE(home.run({"protect", copy, "--as", "Sam", "--new-passphrase-fd", "4"}, {.secrets = {{4, kAlex}}}).code == 0);
  const Words note{"note", copy, "--as", "Sam", "--private", "--passphrase-fd", "3"};
  REQUIRE(home.run(note, {.input = "for me", .secrets = {{3, kAlex}}}).code == 0);
  const Outcome merged =
      home.run({"merge", file, copy, "--as", "Sam", "--other-passphrase-fd", "4"}, {.secrets = {{4, kAlex}}});
  CHECK(merged.code == 0);
  CHECK(merged.out.find("`footbridge-cli protect` sets one here") != std::string::npos);
  CHECK(home.run({"list", file, "--as", "Sam"}).out.find("for me") == std::string::npos);
  REQUIRE(home.run({"protect", file, "--as", "Sam", "--new-passphrase-fd", "4"}, {.secrets = {{4, kNewer}}}).code == 0);
  const Outcome taken = home.run({"merge", file, "--as", "Sam", "--passphrase-fd", "3", "--other-passphrase-fd", "4"},
                                 {.secrets = {{3, kNewer}, {4, kAlex}}});
  CHECK(taken.out == "1 thing came in.\n");
}

TEST_CASE("A copy that somebody has put something aside in is said to be worth keeping") {
  const Home home(Which::Quick);
  const std::string file = newJournal(home, "us.footbridge");
  for (const char* const who : {"Alex", "Sam"}) {
    const Words protect{"protect", file, "--as", who, "--new-passphrase-fd", "4"};
    REQUIRE(home.run(protect, {.secrets = {{4, kAlex}}}).code == 0);
  }
  const std::string copy = home.file("copy.footbridge");
  std::filesystem::copy_file(file, copy);
  const Words readmit{
      "readmit", copy, "--as", "Alex", "--passphrase-fd", "3", "--partner", "Sam", "--new-passphrase-fd", "4"};
  REQUIRE(home.run(readmit, {.secrets = {{3, kAlex}, {4, kNewer}}}).code == 0);
  // What the same code leads to in both would come along.
  const Words change{"protect", file, "--as", "Sam", "--passphrase-fd", "3", "--new-passphrase-fd", "4"};
  REQUIRE(home.run(change, {.secrets = {{3, kAlex}, {4, kNewer}}}).code == 0);
  const Outcome merged =
      home.run({"merge", file, copy, "--as", "Alex", "--passphrase-fd", "3", "--other-passphrase-fd", "4"},
               {.secrets = {{3, kAlex}, {4, kAlex}}});
  CHECK(merged.err.empty());
  CHECK(merged.out.find("Something that Sam put aside stays in that file.") != std::string::npos);
  CHECK(merged.out.find("until Sam has brought it back there") != std::string::npos);
}

TEST_CASE("What waited and was taken out of the file is told, and gone on without only when that is said") {
  const Home home(Which::Quick);
  const std::string file = newJournal(home, "us.footbridge");
  const std::string copy = copyThatAlexWroteIn(home, file);
  REQUIRE(home.run({"merge", file, copy}).code == 0);
  footbridge::storage::test::RawFile(file).run(
      "DELETE FROM waiting; DELETE FROM waiting_row; DELETE FROM waiting_draft");
  for (int times = 0; times < 2; ++times) {
    const Outcome told = home.run({"list", file, "--json"});
    CHECK(told.code == 3);
    CHECK(isOneLine(told.err));
    CHECK(told.err.find("Words from another copy that wait here are missing") != std::string::npos);
    CHECK(told.err.find("--accept-missing") != std::string::npos);
    CHECK(home.run({"list", file, "--json", "--accept-older"}).code == 3);
  }
  const Outcome on = home.run({"list", file, "--json", "--accept-missing"});
  CHECK(on.code == 0);
  CHECK(isOneLine(on.err));
  CHECK(on.err.find("gone on with without them") != std::string::npos);
  CHECK(home.run({"list", file, "--json"}).err.empty());
  // The copy has them still.
  REQUIRE(home.run({"merge", file, copy}).code == 0);
  const Outcome list = home.run({"list", file, "--as", "Alex", "--passphrase-fd", "3"}, {.secrets = {{3, kAlex}}});
  CHECK(list.out.find("written there") != std::string::npos);
}
