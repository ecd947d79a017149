// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/structure.h"

#include <functional>
#include <string>
#include <vector>

#include "catch.h"
#include "content/sample.h"

using namespace footbridge::content;
using namespace footbridge::content::test;

namespace {

struct Bend {
  const char* what;
  std::function<void(Json&)> edit;
  Rule rule;
  const char* place;
};

Json step(const char* id, const char* kind, const char* who) {
  return {{"id", id},    {"kind", kind}, {"who", who}, {"title", "A step"}, {"text", "Do it in your own way."},
          {"minutes", 0}};
}

Json with(Json json, const char* key, Json value) {
  json[key] = std::move(value);
  return json;
}

/// Puts a step in at a place of the sample: 0 land, 1 page, 2 marks, 3 open, 4 end.
std::function<void(Json&)> insert(std::size_t at, Json one) {
  return [at, one](Json& root) { root["steps"].insert(root["steps"].begin() + static_cast<std::ptrdiff_t>(at), one); };
}
std::function<void(Json&)> set(const char* pointer, Json value) {
  return [pointer, value](Json& root) { root[Json::json_pointer(pointer)] = value; };
}

const std::vector<Bend>& bends() {
  static const std::vector<Bend> kBends{
      {"id is not the file's name", set("/id", "other"), Rule::NameIsNotFile, "/id"},
      {"no practice", [](Json& root) { root.erase("practice"); }, Rule::PracticeMissing, "/practice"},
      {"no such deck", insert(1, with(step("pick", "choose", "each"), "deck", "nothing-such")), Rule::DeckUnknown,
       "/steps/1/deck"},
      {"two steps of one name", set("/steps/1/id", "land"), Rule::IdTwice, "/steps/1/id"},
      {"two lines of one name", set("/steps/2/items/1/id", "one"), Rule::IdTwice, "/steps/2/items/1/id"},
      {"two cards of one name",
       insert(1, with(step("pick", "choose", "each"), "cards",
                      {{{"id", "a"}, {"text", "A"}}, {{"id", "a"}, {"text", "B"}}})),
       Rule::IdTwice, "/steps/1/cards/1/id"},
      {"more to pick than there are",
       insert(1, with(with(step("pick", "choose", "each"), "deck", "support"), "most", 30)), Rule::ChoiceOutOfRange,
       "/steps/1/most"},
      {"least above most", insert(1, with(with(step("pick", "choose", "each"), "deck", "feelings"), "least", 2)),
       Rule::ChoiceOutOfRange, "/steps/1/most"},
      {"opens what is not there", set("/steps/3/opens/0", "nothing"), Rule::StepUnknown, "/steps/3/opens/0"},
      {"opens what comes later", set("/steps/3/opens/0", "end"), Rule::StepNotEarlier, "/steps/3/opens/0"},
      {"opens itself", set("/steps/3/opens/0", "open"), Rule::StepNotEarlier, "/steps/3/opens/0"},
      {"opens what was done together", set("/steps/3/opens/0", "land"), Rule::StepNotEach, "/steps/3/opens/0"},
      {"opens what is private", set("/steps/1/private", true), Rule::StepPrivate, "/steps/3/opens/0"},
      {"opens what has no answer",
       [](Json& root) {
         root["steps"][0]["who"] = "each";
         root["steps"][3]["opens"][0] = "land";
       },
       Rule::StepWithoutAnswer, "/steps/3/opens/0"},
      {"opens a step twice", insert(4, with(step("again", "reveal", "both"), "opens", {"page"})), Rule::OpenedTwice,
       "/steps/4/opens/0"},
      {"guesses a later step", insert(1, with(step("guess", "guess", "each"), "about", "page")), Rule::StepNotEarlier,
       "/steps/1/about"},
      {"guesses a private step",
       [](Json& root) {
         root["steps"][1]["private"] = true;
         root["steps"][3]["opens"] = {"marks"};
         insert(2, with(step("guess", "guess", "each"), "about", "page"))(root);
       },
       Rule::StepPrivate, "/steps/2/about"},
      {"guesses an ask",
       [](Json& root) {
         insert(1, step("ask", "ask", "each"))(root);
         insert(2, with(step("guess", "guess", "each"), "about", "ask"))(root);
       },
       Rule::GuessOfOther, "/steps/2/about"},
      {"a guess opens before what it is about",
       [](Json& root) {
         insert(3, with(step("guess", "guess", "each"), "about", "page"))(root);
         root["steps"][4]["opens"] = {"guess", "marks"};
         insert(5, with(step("later", "reveal", "both"), "opens", {"page"}))(root);
       },
       Rule::GuessBeforeAbout, "/steps/3/about"},
      {"a page that nobody opens", set("/steps/3/opens", {"marks"}), Rule::NeverOpened, "/steps/1"},
      {"marks that nobody opens", set("/steps/3/opens", {"page"}), Rule::NeverOpened, "/steps/2"},
      {"a guess that nobody opens", insert(3, with(step("guess", "guess", "each"), "about", "page")), Rule::NeverOpened,
       "/steps/3"},
      {"guesses together", insert(2, with(step("guess", "guess", "both"), "about", "page")), Rule::KindNeedsEach,
       "/steps/2/who"},
      {"reflects on nothing", insert(4, step("back", "reflect", "both")), Rule::ReflectAlone, "/steps/4"},
      {"reflects first of all", insert(0, step("back", "reflect", "both")), Rule::ReflectAlone, "/steps/0"},
      {"speaks apart", insert(4, with(step("talk", "speak", "each"), "seconds", 60)), Rule::KindNeedsBoth,
       "/steps/4/who"},
      {"agrees apart", insert(4, step("small", "agree", "each")), Rule::KindNeedsBoth, "/steps/4/who"},
      {"opens apart", set("/steps/3/who", "each"), Rule::KindNeedsBoth, "/steps/3/who"},
      {"closes apart", set("/steps/4/who", "each"), Rule::KindNeedsBoth, "/steps/4/who"},
      {"for one, and done together", set("/audience", "one"), Rule::KindNeedsEach, "/steps/0/who"},
      {"for one, and opened to another", set("/audience", "one"), Rule::KindNeedsTwo, "/steps/3/kind"},
      {"private and together",
       [](Json& root) { insert(4, with(step("ours", "write", "both"), "private", true))(root); }, Rule::PrivateUnwanted,
       "/steps/4/private"},
      {"private and nothing in it",
       [](Json& root) {
         root["steps"][0]["who"] = "each";
         root["steps"][0]["private"] = true;
       },
       Rule::PrivateUnwanted, "/steps/0/private"},
      {"a figure without moves", insert(1, step("figure", "loop", "both")), Rule::LoopWithoutMoves, "/steps/1"},
      {"a figure of private moves",
       [](Json& root) {
         insert(3, with(step("move", "loop", "each"), "private", true))(root);
         insert(5, step("figure", "loop", "both"))(root);
       },
       Rule::LoopWithoutMoves, "/steps/5"},
      {"a figure before its moves are open",
       [](Json& root) {
         insert(3, step("move", "loop", "each"))(root);
         insert(4, step("figure", "loop", "both"))(root);
         root["steps"][5]["opens"].push_back("move");
       },
       Rule::LoopBeforeMoves, "/steps/4"},
      {"agrees twice",
       [](Json& root) {
         insert(4, step("small", "agree", "both"))(root);
         insert(5, step("more", "agree", "both"))(root);
       },
       Rule::AgreedTwice, "/steps/5"},
      {"a way on that leads back", set("/gate", Json::parse(R"({"question": "Is it a good day for it?",
         "choices": [{"text": "Yes", "outcome": "go-on", "answer": "Then go on."},
                     {"text": "No", "outcome": "aside", "answer": "Then leave it."}],
         "waysOn": [{"when": "For another day:", "exercise": "small-reaches"},
                    {"when": "For today:", "exercise": "sample"}]})")),
       Rule::WayToItself, "/gate/waysOn/1/exercise"},
      {"ends without a close", [](Json& root) { root["steps"].erase(4); }, Rule::EndsOpen, "/steps/3"},
      {"two end with a page", insert(5, step("last", "write", "each")), Rule::EndsOpen, "/steps/5"},
  };
  return kBends;
}

}  // namespace

TEST_CASE("Each rule between steps refuses what breaks it, and says where") {
  for (const Bend& bend : bends()) {
    Json root = goodExercise();
    bend.edit(root);
    const Problems problems = check(root);
    INFO(bend.what << "\n" << listed(problems));
    CHECK(holds(problems, bend.rule, bend.place));
  }
}

TEST_CASE("The weekly look alone belongs to no practice") {
  Json root = goodExercise();
  root["id"] = "weekly-look";
  CHECK(holds(check(root, "weekly-look.json"), Rule::PracticeUnwanted, "/practice"));
  root.erase("practice");
  CHECK(listed(check(root, "weekly-look.json")) == "");
}

TEST_CASE("Steps that hang together pass") {
  Json root = goodExercise();
  insert(3, step("move", "loop", "each"))(root);
  insert(4, with(step("guess", "guess", "each"), "about", "marks"))(root);
  root["steps"][5]["opens"] = {"page", "marks", "guess", "move"};
  insert(6, step("figure", "loop", "both"))(root);
  insert(7, with(step("talk", "speak", "both"), "seconds", 60))(root);
  insert(8, step("back", "reflect", "both"))(root);
  insert(9, step("small", "agree", "both"))(root);
  CHECK(listed(check(root)) == "");
}

TEST_CASE("Looking back on earlier steps and agreeing on a new one go together") {
  Json root = goodExercise();
  insert(1, with(step("earlier", "agree", "both"), "review", true))(root);
  insert(5, step("small", "agree", "both"))(root);
  CHECK(listed(check(root)) == "");
}

TEST_CASE("A private page needs no reveal, and a guess may open after what it is about") {
  Json root = goodExercise();
  insert(3, with(step("mine", "write", "each"), "private", true))(root);
  insert(4, with(step("guess", "guess", "each"), "about", "page"))(root);
  insert(6, with(step("later", "reveal", "both"), "opens", {"guess"}))(root);
  CHECK(listed(check(root)) == "");
}

TEST_CASE("An exercise for one may end on a page") {
  Json root = goodExercise();
  root["audience"] = "one";
  root["minutes"] = 5;
  root["steps"] = {with(step("land", "settle", "each"), "minutes", 1),
                   with(step("page", "write", "each"), "minutes", 4)};
  CHECK(listed(check(root)) == "");
}

TEST_CASE("Cards of one deck can be told apart, and the deck bears its file's name") {
  Json deck = goodDeck();
  deck["cards"][1]["id"] = "tea";
  CHECK(holds(check(deck), Rule::IdTwice, "/cards/1/id"));
  CHECK(holds(check(goodDeck(), "other.json"), Rule::NameIsNotFile, "/id"));
}

TEST_CASE("Every card of a deck stands once on its wheel") {
  const Json family = {{"title", "Warm"}, {"inner", {"tea"}}, {"outer", {"walk"}}};
  const auto ring = [&family](const char* title, const char* inner, const char* outer) {
    Json other = family;
    other["title"] = title;
    other["inner"] = {inner};
    other["outer"] = {outer};
    return other;
  };
  Json deck = goodDeck();
  for (const char* id : {"bath", "song", "soup", "nap", "rain"}) {
    deck["cards"].push_back({{"id", id}, {"text", "A small thing"}});
  }
  const Json others = {ring("Slow", "bath", "song"), ring("Soft", "soup", "nap")};
  deck["wheel"] = others;
  deck["wheel"].push_back(family);
  deck["wheel"][1]["outer"].push_back("rain");
  CHECK(listed(check(deck)) == "");
  deck["wheel"][1]["outer"] = {"nap"};
  CHECK(holds(check(deck), Rule::CardNotOnWheel, "/wheel"));
  deck["wheel"][1]["outer"] = {"nap", "bath", "rain"};
  CHECK(holds(check(deck), Rule::CardTwice, "/wheel/1/outer/1"));
  deck["wheel"][1]["outer"] = {"nap", "rain", "snow"};
  CHECK(holds(check(deck), Rule::CardUnknown, "/wheel/1/outer/2"));
  deck["wheel"] = others;
  CHECK(holds(check(deck), Rule::TooFew, "/wheel"));
}
