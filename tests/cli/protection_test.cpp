// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrases, recovery codes, and who may read what.
#include <nlohmann/json.hpp>

#include "catch.h"
#include "program.h"

using namespace footbridge::cli_test;
using Json = nlohmann::json;

namespace {

Words withSecret(Words arguments, const std::string& who) {
  arguments.insert(arguments.end(), {"--as", who, "--passphrase-fd", "3"});
  return arguments;
}

std::size_t countSeen(const Home& home, const Words& arguments, const Given& given = {}) {
  const Outcome answer = home.run(arguments, given);
  CAPTURE(arguments, answer.err);
  REQUIRE(answer.code == 0);
  return Json::parse(answer.out).size();
}

}  // namespace

TEST_CASE("From the first passphrase to the recovery code, each reads what is theirs") {
  const Home home;
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  REQUIRE(home.run({"note", file, "--as", "Sam"}, {.input = "for both"}).code == 0);

  // Alex protects: the passphrase may come by either option, since none was set.
  const Outcome first = home.run(withSecret({"protect", file}, "Alex"), {.secrets = {{3, kAlexFirst}}});
  REQUIRE(first.err.empty());
  REQUIRE(first.code == 0);
  const std::string firstCode = codeIn(first.out);
  CHECK(firstCode.size() >= 27);
  CHECK(home.run({"info", file}).out.find("Alex (ember): protected") != std::string::npos);
  CHECK(home.run({"info", file}).out.find("ours: not protected yet") != std::string::npos);
  CHECK(contentsOf(file).find("for both") == std::string::npos);

  const Outcome kept =
      home.run(withSecret({"note", file, "--private"}, "Alex"), {.input = "only mine", .secrets = {{3, kAlexFirst}}});
  REQUIRE(kept.code == 0);
  CHECK(countSeen(home, withSecret({"list", file, "--json"}, "Alex"), {.secrets = {{3, kAlexFirst}}}) == 2);
  CHECK(countSeen(home, {"list", file, "--json"}) == 1);
  CHECK(countSeen(home, {"list", file, "--json", "--as", "Sam"}) == 1);
  CHECK(home.run({"search", file, "mine"}).code == 1);
  CHECK(home.run({"verify", file}).out == "database: sound\nAlex: not checked (locked)\nSam: sound\nours: sound\n");

  for (const std::string wrong : {"vexing lantern oatmeal quarrel\n", "Vexing lantern oatmeal quarry\n"}) {
    const Outcome refused = home.run(withSecret({"list", file}, "Alex"), {.secrets = {{3, wrong}}});
    CAPTURE(wrong, refused.err);
    CHECK(refused.code == 1);
    CHECK(isOneLine(refused.err));
    CHECK(refused.err.find("passphrase") != std::string::npos);
    CHECK(refused.out.empty());
  }
  const Outcome nobodyToAsk = home.run({"list", file, "--as", "Alex"});
  CHECK(nobodyToAsk.code == 1);
  CHECK(nobodyToAsk.err.find("--passphrase-fd N") != std::string::npos);

  // Sam protects too: now even ours is closed to whoever says nothing.
  REQUIRE(home.run({"protect", file, "--as", "Sam", "--new-passphrase-fd", "4"}, {.secrets = {{4, kSams}}}).code == 0);
  CHECK(home.run({"info", file}).out.find("ours: protected") != std::string::npos);
  for (const Words& arguments : {Words{"list", file}, Words{"search", file, "both"},
                                 Words{"export", file, "--format", "json", "--output", "-"}}) {
    const Outcome closed = home.run(arguments);
    CAPTURE(arguments, closed.err);
    CHECK(closed.code == 1);
    CHECK(isOneLine(closed.err));
    CHECK(closed.err.find("--as") != std::string::npos);
  }
  CHECK(home.run({"verify", file}).out ==
        "database: sound\nAlex: not checked (locked)\nSam: not checked (locked)\nours: not checked (locked)\n");
  const Outcome checked = home.run(withSecret({"verify", file}, "Sam"), {.secrets = {{3, kSams}}});
  CHECK(checked.code == 0);
  CHECK(checked.out == "database: sound\nAlex: not checked (locked)\nSam: sound\nours: sound\n");

  // Alex comes back by the code, with a new passphrase; the old ways in are gone.
  const Words recover = {"recover", file, "--as", "Alex", "--passphrase-fd", "3", "--new-passphrase-fd", "4"};
  const std::string wrongCode = (firstCode[0] == 'A' ? "B" : "A") + firstCode.substr(1);
  const Outcome refused = home.run(recover, {.secrets = {{3, wrongCode}, {4, kAlexSecond}}});
  CHECK(refused.code == 1);
  CHECK(isOneLine(refused.err));
  const Outcome weak = home.run(recover, {.secrets = {{3, firstCode}, {4, "password\n"}}});
  CHECK(weak.code == 1);
  CHECK(weak.err.find("guessed") != std::string::npos);
  const Outcome back = home.run(recover, {.secrets = {{3, firstCode}, {4, kAlexSecond}}});
  REQUIRE(back.err.empty());
  REQUIRE(back.code == 0);
  CHECK(codeIn(back.out) != firstCode);
  CHECK(home.run(withSecret({"list", file}, "Alex"), {.secrets = {{3, kAlexFirst}}}).code == 1);
  CHECK(home.run(recover, {.secrets = {{3, firstCode}, {4, kAlexSecond}}}).code == 1);
  const Outcome exported = home.run(withSecret({"export", file, "--format", "json", "--output", "-"}, "Alex"),
                                    {.secrets = {{3, kAlexSecond}}});
  REQUIRE(exported.code == 0);
  const Json json = Json::parse(exported.out);
  CHECK(json.at("reader") == "A");
  REQUIRE(json.at("entries").size() == 2);
  CHECK(json.at("entries")[1].at("revisions")[0].at("text") == "only mine");
  CHECK(json.at("entries")[1].at("vault") == "A");
  CHECK(json.at("notIncluded") == Json::array({"B"}));
}

TEST_CASE("A passphrase is changed only by who knows the old one") {
  const Home home(Which::Quick);
  const std::string file = home.file("alone.footbridge");
  REQUIRE(home.run({"new", file, "--name", "Alex"}).code == 0);
  // Alone there is no *ours*: every note is private, and waits for a passphrase.
  const Outcome early = home.run({"note", file, "--as", "Alex"}, {.input = "too early"});
  CHECK(early.code == 1);
  CHECK(early.err.find("protect") != std::string::npos);
  REQUIRE(home.run(withSecret({"protect", file}, "Alex"), {.secrets = {{3, kAlexFirst}}}).code == 0);
  const Words change = {"protect", file, "--as", "Alex", "--passphrase-fd", "3", "--new-passphrase-fd", "4"};
  CHECK(home.run(change, {.secrets = {{3, kSams}, {4, kAlexSecond}}}).code == 1);
  CHECK(home.run(change, {.secrets = {{3, kAlexFirst}, {4, "alex\n"}}}).code == 1);
  REQUIRE(home.run(change, {.secrets = {{3, kAlexFirst}, {4, kAlexSecond}}}).code == 0);
  CHECK(home.run(withSecret({"list", file}, "Alex"), {.secrets = {{3, kAlexFirst}}}).code == 1);
  CHECK(home.run(withSecret({"note", file}, "Alex"), {.input = "alone", .secrets = {{3, kAlexSecond}}}).code == 0);
  CHECK(countSeen(home, withSecret({"list", file, "--json"}, "Alex"), {.secrets = {{3, kAlexSecond}}}) == 1);
  CHECK(home.run({"list", file, "--json"}).code == 1);
}

TEST_CASE("Whoever has no passphrase is told that there is no code to look for, however it is written") {
  const Home home(Which::Quick);
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  for (const char* code : {"not a code\n", "K7QP-2M4T-9XWB-H3ND-6RVE-8C5A-ZG\n"}) {
    const Outcome refused =
        home.run({"recover", file, "--as", "Sam", "--passphrase-fd", "3", "--new-passphrase-fd", "4"},
                 {.secrets = {{3, code}, {4, kSams}}});
    CAPTURE(refused.err);
    CHECK(refused.code == 1);
    CHECK(isOneLine(refused.err));
    CHECK(refused.err.find("Sam has no passphrase, and so needs no code") != std::string::npos);
    CHECK(refused.err.find("paper") == std::string::npos);
  }
}

TEST_CASE("On a terminal a new passphrase is asked for twice and never shown") {
  const Home home;
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  const Words protect = {"protect", file, "--as", "Alex"};
  const std::string words = "vexing lantern oatmeal quarry";

  const Outcome differ = home.runOnTerminal(protect, {words, "vexing lantern oatmeal query"});
  CAPTURE(differ.out);
  CHECK(differ.code == 1);
  CHECK(differ.out.find("not the same") != std::string::npos);
  CHECK(home.runOnTerminal(protect, {"hello1"}).code == 1);
  CHECK(home.run({"info", file}).out.find("Alex (ember): not protected yet") != std::string::npos);

  const Outcome done = home.runOnTerminal(protect, {words, words});
  CAPTURE(done.out);
  CHECK(done.code == 0);
  CHECK(done.out.find("shown this once") != std::string::npos);
  CHECK(done.out.find("lantern") == std::string::npos);
  const Outcome list = home.runOnTerminal({"list", file, "--as", "Alex"}, {words});
  CAPTURE(list.out);
  CHECK(list.code == 0);
  CHECK(list.out.find("lantern") == std::string::npos);
}
