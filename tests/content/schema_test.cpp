// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/schema.h"

#include <vector>

#include "catch.h"
#include "content/sample.h"

using namespace footbridge::content;
using namespace footbridge::content::test;

namespace {

struct Misfit {
  const char* at;     ///< the value that is replaced or added, as a JSON pointer
  const char* value;  ///< in JSON
  Rule rule;
  const char* place;
};

void refused(const Json& root, Rule rule, const char* place) {
  const Problems problems = check(root);
  INFO("wanted " << nameOf(rule) << " at " << place << ", got\n" << listed(problems));
  CHECK(holds(problems, rule, place));
}

}  // namespace

TEST_CASE("The sample is good, and so is the sample deck") {
  const Problems problems = check(goodExercise());
  INFO(listed(problems));
  CHECK(problems.empty());
  CHECK(listed(check(goodDeck())) == "");
}

TEST_CASE("An exercise without one of its header fields is refused by name") {
  for (const char* key : {"format", "id", "title", "summary", "why", "minutes", "depth", "forWhom", "notNow", "keeps",
                          "evidence", "evidenceGrade", "facilitator", "stepDown", "home"}) {
    Json root = goodExercise();
    root.erase(key);
    const Problems problems = check(root);
    INFO(key << "\n" << listed(problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().rule == Rule::KeyMissing);
    CHECK(problems.front().found == key);
    CHECK(problems.front().place == "/");
  }
}

TEST_CASE("Facilitator notes without one of their parts are refused") {
  const Json notes = goodExercise()["facilitator"];
  for (const auto& [key, value] : notes.items()) {
    Json root = goodExercise();
    root["facilitator"].erase(key);
    INFO(key);
    CHECK(holds(check(root), Rule::KeyMissing, "/facilitator"));
  }
}

TEST_CASE("A value that does not fit the schema is refused where it stands") {
  const std::vector<Misfit> misfits{
      {"/format", "2", Rule::NotInList, "/format"},
      {"/id", "\"Sample\"", Rule::WrongPattern, "/id"},
      {"/id", "\"../sample\"", Rule::WrongPattern, "/id"},
      {"/id", "7", Rule::WrongType, "/id"},
      {"/practice", "\"love\"", Rule::NotInList, "/practice"},
      {"/audience", "\"three\"", Rule::NotInList, "/audience"},
      {"/title", "\"\"", Rule::TooShort, "/title"},
      {"/minutes", "46", Rule::TooLarge, "/minutes"},
      {"/minutes", "0", Rule::TooSmall, "/minutes"},
      {"/minutes", "\"6\"", Rule::WrongType, "/minutes"},
      {"/depth", "4", Rule::TooLarge, "/depth"},
      {"/notNow", "[]", Rule::TooFew, "/notNow"},
      {"/notNow", "\"tired\"", Rule::WrongType, "/notNow"},
      {"/author", "\"me\"", Rule::KeyUnknown, "/"},
      {"/visibility", "\"open\"", Rule::KeyUnknown, "/"},
      {"/evidence/0/key", "\"B\"", Rule::WrongPattern, "/evidence/0/key"},
      {"/evidence/0/url", "\"x\"", Rule::KeyUnknown, "/evidence/0"},
      {"/steps", "[]", Rule::TooFew, "/steps"},
      {"/steps/0/kind", "\"dance\"", Rule::NotInList, "/steps/0/kind"},
      {"/steps/0/who", "\"a\"", Rule::NotInList, "/steps/0/who"},
      {"/steps/0/breaths", "99", Rule::TooLarge, "/steps/0/breaths"},
      {"/steps/0/paragraphs", "[\"Not for this kind.\"]", Rule::KeyUnknown, "/steps/0"},
      {"/steps/1/opens", "[\"land\"]", Rule::KeyUnknown, "/steps/1"},
      {"/steps/1/shared", "true", Rule::KeyUnknown, "/steps/1"},
      {"/steps/2/items", "[]", Rule::TooFew, "/steps/2/items"},
      {"/steps/2/items/0/private", "\"no\"", Rule::WrongType, "/steps/2/items/0/private"},
      {"/steps/2/items/0/passphrase", "true", Rule::KeyUnknown, "/steps/2/items/0"},
      {"/steps/2/scale", "[\"a\", \"b\", \"c\"]", Rule::TooFew, "/steps/2/scale"},
      {"/steps/3/opens", "[\"page\", \"page\"]", Rule::SameTwice, "/steps/3/opens"},
      {"/gate", "{\"question\": \"Is it?\"}", Rule::KeyMissing, "/gate"},
  };
  for (const Misfit& misfit : misfits) {
    Json root = goodExercise();
    root[Json::json_pointer(misfit.at)] = Json::parse(misfit.value);
    refused(root, misfit.rule, misfit.place);
  }
}

TEST_CASE("A step lacks nothing that its kind needs") {
  for (const char* kind : {"read", "rate", "guess", "reveal", "speak"}) {
    Json root = goodExercise();
    root["steps"][0]["kind"] = kind;
    INFO(kind);
    refused(root, Rule::KeyMissing, "/steps/0");
  }
}

TEST_CASE("Cards come from the step or from a deck, and not from both or neither") {
  Json root = goodExercise();
  root["steps"][1]["kind"] = "choose";
  CHECK_FALSE(check(root).empty());
  root["steps"][1]["deck"] = "feelings";
  CHECK(listed(check(root)) == "");
  root["steps"][1]["cards"] = goodDeck()["cards"];
  CHECK_FALSE(check(root).empty());
}

TEST_CASE("What is no object is refused like any other misfit") {
  for (const char* text : {"[]", "\"steps\"", "7", "null", "{}"}) {
    INFO(text);
    CHECK_FALSE(checkBytes(text).empty());
  }
}

TEST_CASE("Decks, help lines and evidence have schemas of their own") {
  Json deck = goodDeck();
  deck["cards"][0].erase("text");
  refused(deck, Rule::KeyMissing, "/cards/0");
  const Json line{{"country", "X"},      {"name", "X"}, {"reach", "1"},
                  {"purpose", "crisis"}, {"note", ""},  {"checked", "2026-02-30"}};
  refused({{"format", 1}, {"notice", "Numbers change."}, {"lines", {line}}}, Rule::DayUnknown, "/lines/0/checked");
  refused({{"format", 1}, {"lines", {line}}}, Rule::KeyMissing, "/");
  const Json source{{"key", "A1"}, {"authors", "X"}, {"year", "2001"}, {"found", "X"}, {"howSure", "X"}};
  refused({{"format", 1}, {"notice", "Summaries."}, {"sources", {source, source}}}, Rule::IdTwice, "/sources/1/key");
}
