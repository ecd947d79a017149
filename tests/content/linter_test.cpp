// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/linter.h"

#include <string>
#include <vector>

#include "catch.h"
#include "content/checker.h"
#include "content/folder_catalog.h"
#include "content/sample.h"

using namespace footbridge;
using namespace footbridge::content;
using namespace footbridge::content::test;

namespace {

const Json kGate = Json::parse(R"json({
  "question": "Which is nearer to it?",
  "choices": [
    {"text": "An everyday difference.", "outcome": "go-on", "answer": "This fits."},
    {"text": "It is serious and can change.", "outcome": "aside", "answer": "Ask for it, with a date."},
    {"text": "There is fear in it.", "outcome": "stop", "answer": "Then no exercise. Help is one step away."}
  ]
})json");

Json edited(const char* pointer, const Json& value) {
  Json root = goodExercise();
  root[Json::json_pointer(pointer)] = value;
  return root;
}

void refuses(const Json& root, Rule rule, const char* place) {
  const Problems problems = check(root);
  INFO("wanted " << nameOf(rule) << " at " << place << ", got\n" << listed(problems));
  CHECK(holds(problems, rule, place));
}

/// A summary with these words in it.
void refusesWords(const std::string& words, Rule rule) {
  INFO(words);
  refuses(edited("/summary", words), rule, "/summary");
}
void takesWords(const std::string& words) {
  INFO(words);
  CHECK(listed(check(edited("/summary", words))) == "");
}

std::string repeated(const char* word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += std::string(i == 0 ? "" : " ") + word;
  return text;
}

Json calmStep(const char* id) {
  Json step = goodExercise()["steps"][2];
  step["id"] = id;
  step["private"] = true;
  return step;
}

/// One at depth 2 in which each is asked in private, before and after.
Json calmExercise() {
  Json root = goodExercise();
  root["depth"] = 2;
  root["steps"].insert(root["steps"].begin() + 4, calmStep("after"));
  root["steps"].insert(root["steps"].begin() + 1, calmStep("before"));
  return root;
}

Json conflictExercise() {
  Json root = calmExercise();
  root["depth"] = 1;
  root["practice"] = "conflict";
  root["gate"] = kGate;
  return root;
}

}  // namespace

TEST_CASE("The steps' minutes add up to the header's") {
  refuses(edited("/minutes", 7), Rule::MinutesOff, "/minutes");
  Json brief = edited("/steps/1/minutes", 1);
  brief["minutes"] = 4;
  refuses(brief, Rule::TooSmall, "/minutes");
}

TEST_CASE("Evidence is cited, and exists") {
  refuses(edited("/evidence", Json::array()), Rule::EvidenceMissing, "/evidence");
  refuses(edited("/evidence/0/key", "Z9"), Rule::EvidenceUnknown, "/evidence/0/key");
}

TEST_CASE("A conflict exercise has the whole gate, a deep one has a gate") {
  refuses(edited("/practice", "conflict"), Rule::GateMissing, "/gate");
  refuses(edited("/depth", 3), Rule::GateMissing, "/gate");
  Json conflict = conflictExercise();
  CHECK(listed(check(conflict)) == "");
  for (std::size_t without = 0; without < 3; ++without) {
    conflict["gate"] = kGate;
    conflict["gate"]["choices"].erase(without);
    refuses(conflict, Rule::GateIncomplete, "/gate/choices");
  }
  Json deep = calmExercise();
  deep["depth"] = 3;
  deep["gate"] = kGate;
  deep["gate"]["choices"].erase(1);
  CHECK(listed(check(deep)) == "");
  deep["gate"]["choices"][1]["outcome"] = "go-on";
  refuses(deep, Rule::GateIncomplete, "/gate/choices");
}

TEST_CASE("The ways on from a gate lead to exercises that exist") {
  Json conflict = conflictExercise();
  conflict["gate"]["waysOn"] = Json::parse(R"json([{"when": "For a lasting thing:", "exercise": "a-clear-word"}])json");
  CHECK(listed(check(conflict)) == "");
  conflict["gate"]["waysOn"][0]["exercise"] = "nowhere";
  refuses(conflict, Rule::ExerciseUnknown, "/gate/waysOn/0/exercise");
}

TEST_CASE("The ways on from a gate are for one person alone, or light and not about a conflict") {
  Json conflict = conflictExercise();
  conflict["gate"]["waysOn"] = Json::parse(R"json([{"when": "For another day:", "exercise": "small-reaches"}])json");
  CHECK(listed(check(conflict)) == "");
  for (const char* hard : {"two-clocks", "four-lines-to-hand", "heard-not-fixed", "three-floors"}) {
    conflict["gate"]["waysOn"][0]["exercise"] = hard;
    refuses(conflict, Rule::WayNotGentle, "/gate/waysOn/0/exercise");
  }
}

TEST_CASE("Of what ships, every conflict exercise for two has its ways on, and none leads back to itself") {
  FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  const auto all = catalog.exercises();
  REQUIRE(all.ok());
  int looked = 0;
  for (const ExerciseSummary& summary : *all) {
    if (summary.practice != Practice::Conflict || summary.audience != Audience::Two) continue;
    ++looked;
    CAPTURE(summary.id.text());
    const auto exercise = catalog.exercise(summary.id);
    REQUIRE(exercise.ok());
    CHECK_FALSE((*exercise)->gate->waysOn.empty());
    for (const Gate::WayOn& way : (*exercise)->gate->waysOn) CHECK(way.exercise != summary.id);
  }
  CHECK(looked > 3);
}

TEST_CASE("There are three things to watch for") {
  Json root = goodExercise();
  root["facilitator"]["watchFor"].erase(2);
  refuses(root, Rule::WatchForNotThree, "/facilitator/watchFor");
}

TEST_CASE("Between two screens to read there is something to do") {
  Json root = goodExercise();
  Json read = root["steps"][0];
  read["kind"] = "read";
  read["minutes"] = 0;
  for (const char* id : {"first", "second"}) {
    read["id"] = id;
    read["paragraphs"] = {std::string("Here is the ") + id + " thing."};
    root["steps"].insert(root["steps"].begin() + 1, read);
  }
  refuses(root, Rule::TwoReads, "/steps/2");
  std::swap(root["steps"][0], root["steps"][1]);  // a breath between the two
  CHECK_FALSE(holds(check(root), Rule::TwoReads, "/steps/2"));
}

TEST_CASE("A screen gives at most 60 words of instruction") {
  const auto words = [](int count) { return repeated("Go on now.", count / 3); };
  CHECK(listed(check(edited("/steps/1/text", words(60)))) == "");
  refuses(edited("/steps/1/text", words(60) + " More."), Rule::ScreenTooLong, "/steps/1");
  Json read = edited("/steps/0/kind", "read");
  read["steps"][0]["paragraphs"] = {words(57)};  // with the five of the text
  refuses(read, Rule::ScreenTooLong, "/steps/0");
}

TEST_CASE("A sentence has at most 22 words") {
  takesWords(repeated("go", 22) + ". " + repeated("on", 22) + ".");
  refusesWords(repeated("go", 23) + ".", Rule::SentenceTooLong);
  refusesWords(repeated("go", 12) + ": " + repeated("on", 11), Rule::SentenceTooLong);
}

TEST_CASE("The partners' texts read at grade 7 or below") {
  const std::string hard =
      "Relational interdependence necessitates reciprocal vulnerability, deliberate attentiveness and considerable "
      "emotional availability. Individuals habitually underestimate accumulated physiological consequences.";
  Json root = edited("/summary", hard);
  root["why"] = "Understanding anticipatory disengagement facilitates " + hard;
  root["home"] = "Institutionalising appreciation: " + hard;
  root["steps"][1]["text"] = hard;
  const Problems problems = check(root);
  INFO(listed(problems));
  CHECK(holds(problems, Rule::GradeTooHigh, "/"));
  Json notes = edited("/facilitator/mechanism", hard);
  notes["facilitator"]["aim"] = hard + hard + hard;
  CHECK(listed(check(notes)) == "");  // the facilitator may read more
}

TEST_CASE("No words assume gender, marriage or children") {
  for (const char* words : {"Your husband knows.", "Ask your WIFE.", "He or she may say no.", "Tell him.",
                            "It is hers.", "She\xE2\x80\x99s tired.", "For married people.", "Your spouse, then.",
                            "Think of your kids.", "What would her/his friends say?", "In a good marriage."}) {
    refusesWords(words, Rule::AssumingWord);
  }
  for (const char* words : {"The other one knows.", "Here is where we are.", "They said this.", "Think of a wedge.",
                            "Shed the rest.", "The hero of the day."}) {
    takesWords(words);
  }
}

TEST_CASE("Nobody is told what they should, must, always or never do") {
  for (const char* words : {"You should rest.", "You shouldn't.", "You must speak.", "We mustn\xE2\x80\x99t.",
                            "Always say thanks.", "It is NEVER too late."}) {
    refusesWords(words, Rule::CommandingWord);
  }
  takesWords(
      "Leave out \xE2\x80\x9C"
      "always\xE2\x80\x9D and \"never,\" if you can.");
  refusesWords("\"You should rest,\" said one.", Rule::CommandingWord);
  refuses(edited("/notNow/0", "you must be up early"), Rule::CommandingWord, "/notNow/0");
  refuses(edited("/steps/2/items/0/text", "My partner never listens."), Rule::CommandingWord, "/steps/2/items/0/text");
  CHECK(listed(check(edited("/facilitator/shorten", "You should never do all of it."))) == "");
}

TEST_CASE("Nothing is promised, and nothing counted in percent") {
  for (const char* words : {"It is proven.", "This is guaranteed.", "It helps 86 % of you.", "Nine percent do.",
                            "Nine per cent do.", "A scientifically sound way.", "It will save you both."}) {
    refusesWords(words, Rule::PromisingWord);
  }
  refuses(edited("/evidence/0/text", "It helped 40% of them."), Rule::PromisingWord, "/evidence/0/text");
  refuses(edited("/evidenceGrade", "Proven in one trial."), Rule::PromisingWord, "/evidenceGrade");
  CHECK(listed(check(edited("/evidence/0/text", "Among married couples, she or he should never be asked."))) == "");
}

TEST_CASE("No loud marks and no odd braces") {
  refusesWords("Well done!", Rule::Exclamation);
  refusesWords("Ask {partner} or {them}.", Rule::BraceUnknown);
  refusesWords("Ask {partner.", Rule::BraceUnknown);
  takesWords("Ask {partner}, {me}.");
}

TEST_CASE("A text of spaces alone is none") {
  refuses(edited("/title", "   "), Rule::TooShort, "/title");
  refuses(edited("/steps/2/items/0/text", " \n"), Rule::TooShort, "/steps/2/items/0/text");
}

TEST_CASE("Of what ships, a step is looked back on when its words say so") {
  FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  for (const auto& [id, days] : {std::pair{"the-view-from-the-window", 90},
                                 {"the-pause-plan", 30},
                                 {"what-holds-and-what-bends", 14},
                                 {"a-kind-no", 7}}) {
    const auto exercise = catalog.exercise(*ExerciseId::from(id));
    REQUIRE(exercise.ok());
    for (const Step& step : (*exercise)->steps) {
      if (const auto* agree = std::get_if<AgreeStep>(&step.form)) CHECK(agree->lookBack == days);
    }
  }
}

TEST_CASE("No title is the name of another's work") {
  for (const char* title : {"Love Maps", "Our love map", "Hold me tight", "Imago for two", "PREP", "State of the Union",
                            "The five love languages", "VIA strengths"}) {
    INFO(title);
    refuses(edited("/title", title), Rule::TitleTaken, "/title");
    refuses(edited("/steps/1/title", title), Rule::TitleTaken, "/steps/1/title");
  }
  CHECK(listed(check(edited("/title", "Prepared for rain"))) == "");
  Json deck = goodDeck();
  deck["title"] = "Love languages";
  refuses(deck, Rule::TitleTaken, "/title");
}

TEST_CASE("Words on cards are checked like any others") {
  Json deck = goodDeck();
  deck["cards"][1]["text"] = "A walk with your wife";
  refuses(deck, Rule::AssumingWord, "/cards/1/text");
}

TEST_CASE("Two files have neither a title nor a paragraph in common") {
  const TempFolder folder;
  Json first = goodExercise();
  first["id"] = "first";
  Json second = goodExercise();
  second["id"] = "second";
  second["title"] = "One  good  thing";
  folder.write("first.json", first.dump());
  folder.write("second.json", second.dump());
  const Problems problems = checkContent({folder.path()}, std::filesystem::path(FOOTBRIDGE_CONTENT) / "en").problems;
  INFO(listed(problems));
  CHECK(holds(problems, Rule::ParagraphTwice, "/why"));
  CHECK_FALSE(holds(problems, Rule::ParagraphTwice, "/keeps"));
  for (const Problem& problem : problems) CHECK(problem.file == (folder.path() / "second.json").string());
}

TEST_CASE("Two files have no sentence of six words in common, though one file may say it twice") {
  const TempFolder folder;
  Json first = goodExercise();
  first["id"] = "first";
  first["steps"][1]["title"] = "Which lamp was on that evening?";
  first["steps"][1]["outline"] = "Which lamp was on that evening?";
  Json second = goodDeck();
  second["id"] = "second";
  second["cards"][0]["text"] = "Dusk. Which lamp was on, that evening?";
  second["cards"][1]["text"] = "Which lamp was it, though?";
  folder.write("first.json", first.dump());
  folder.write("second.json", second.dump());
  const Problems problems = checkContent({folder.path()}, std::filesystem::path(FOOTBRIDGE_CONTENT) / "en").problems;
  INFO(listed(problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().rule == Rule::SentenceTwice);
  CHECK(problems.front().place == "/cards/0/text");
  CHECK(problems.front().found == (folder.path() / "first.json").string() + ": /steps/1/outline");
}

TEST_CASE("An exercise begins with settling down") {
  Json root = goodExercise();
  root["steps"].erase(0);
  root["minutes"] = 5;
  refuses(root, Rule::SettleNotFirst, "/steps/0");
  root["id"] = "weekly-look";
  root.erase("practice");
  CHECK_FALSE(holds(check(root, "weekly-look.json"), Rule::SettleNotFirst, "/steps/0"));
}

TEST_CASE(
    "From depth 2 on, and before any conflict, each of two is asked how calm they are, in private, before and after") {
  CHECK(listed(check(calmExercise())) == "");
  Json open = calmExercise();
  open["steps"][1]["private"] = false;
  refuses(open, Rule::NoCalmBefore, "/steps/1");
  Json late = calmExercise();
  std::swap(late["steps"][1], late["steps"][2]);
  refuses(late, Rule::NoCalmBefore, "/steps/1");
  Json early = calmExercise();
  std::swap(early["steps"][4], early["steps"][5]);
  refuses(early, Rule::NoCalmAfter, "/steps/5");
  Json other = calmExercise();
  for (Json& item : other["steps"][5]["items"]) item["id"] = item["id"].get<std::string>() + "-else";
  refuses(other, Rule::NoCalmAfter, "/steps/4");
  Json light = goodExercise();
  CHECK(listed(check(light)) == "");
  light["depth"] = 2;
  refuses(light, Rule::NoCalmBefore, "/steps/1");
  light["depth"] = 1;
  light["practice"] = "conflict";
  refuses(light, Rule::NoCalmBefore, "/steps/1");
  light["audience"] = "one";
  CHECK_FALSE(holds(check(light), Rule::NoCalmBefore, "/steps/1"));
}

TEST_CASE("A title is the same in other letters") {
  const TempFolder folder;
  Json first = goodExercise();
  first["id"] = "first";
  Json second = goodDeck();
  second["id"] = "second";
  second["title"] = "ONE GOOD THING";
  folder.write("first.json", first.dump());
  folder.write("second.json", second.dump());
  const Problems problems = checkContent({folder.path()}, std::filesystem::path(FOOTBRIDGE_CONTENT) / "en").problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().rule == Rule::TitleTwice);
  CHECK(problems.front().found == (folder.path() / "first.json").string() + ": /title");
}
