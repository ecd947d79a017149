// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "content/checker.h"
#include "content/document.h"
#include "content/folder_catalog.h"
#include "content/library.h"
#include "content/sample.h"
#include "content/signature.h"
#include "domain/weekly_look.h"
#include "practice/light_offer.h"
#include "somebody.h"

using namespace footbridge;
using namespace footbridge::content;
using namespace footbridge::content::test;

namespace {

const std::filesystem::path& shipped() {
  static const std::filesystem::path kFolder = std::filesystem::path(FOOTBRIDGE_CONTENT) / "en";
  return kFolder;
}

Json named(const std::string& id) {
  Json root = goodExercise();
  root["id"] = id;
  return root;
}

/// Every exercise that ships for two, without the weekly look.
std::vector<std::shared_ptr<const Exercise>> shippedForTwo() {
  FolderCatalog catalog(shipped());
  const auto exercises = catalog.exercises();
  REQUIRE(exercises.ok());
  std::vector<std::shared_ptr<const Exercise>> forTwo;
  for (const ExerciseSummary& summary : *exercises) {
    const auto exercise = catalog.exercise(summary.id);
    REQUIRE(exercise.ok());
    if ((*exercise)->audience == Audience::Two && (*exercise)->practice) forTwo.push_back(*exercise);
  }
  return forTwo;
}

}  // namespace

TEST_CASE("An exercise says that both have to want it of marks alone, since each decides for their own words") {
  for (const auto& exercise : shippedForTwo()) {
    const bool opensMarks = std::ranges::any_of(exercise->steps, [](const Step& step) {
      return step.kind() == StepKind::Rate && step.who == StepFor::Each && !step.isPrivate;
    });
    if (opensMarks) continue;
    CAPTURE(exercise->id.text());
    for (const char* words : {"or not at all", "if you both", "if both", "only if", "both of you want", "have to want"})
      CHECK(exercise->keeps.find(words) == std::string::npos);
  }
}

TEST_CASE("Every exercise that ships for two asks for one small step, besides the two that FORMAT.md names") {
  std::set<std::string> without;
  for (const auto& exercise : shippedForTwo()) {
    const auto agrees = [](const Step& step) { return step.kind() == StepKind::Agree; };
    if (std::ranges::none_of(exercise->steps, agrees)) without.insert(exercise->id.text());
  }
  CHECK(without == std::set<std::string>{"more-than-thank-you", "quiet-kindness"});
}

TEST_CASE("In a heavy week each alone and both together are offered something light, and not always the same") {
  FolderCatalog catalog(shipped());
  const auto exercises = catalog.exercises();
  REQUIRE(exercises.ok());
  for (const Audience audience : {Audience::One, Audience::Two}) {
    std::set<std::string> offered;
    for (int week = 0; week < 12; ++week) {
      const Day day = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + std::chrono::weeks(week);
      const auto light = practice::lightExercise(*exercises, audience, day);
      REQUIRE(light);
      offered.insert(light->id.text());
    }
    CHECK(offered.size() >= 3);
    CHECK_FALSE(offered.contains("what-i-carry"));  // it looks at what is heaviest
  }
}

TEST_CASE("Every file that ships passes the whole check") {
  const CheckReport report = checkContent({FOOTBRIDGE_CONTENT}, shipped());
  INFO(listed(report.problems));
  CHECK(report.problems.empty());
  CHECK(report.files >= 10);
}

TEST_CASE("What cannot be read is named, and the rest is checked all the same") {
  const TempFolder folder;
  namespace fs = std::filesystem;
  folder.write("exercises/sample.json", goodExercise().dump());
  folder.write("schema/odd.json", "no json");
  fs::create_symlink("round", folder.path() / "round");
  fs::create_symlink("round.json", folder.path() / "round.json");
  fs::create_symlink("gone", folder.path() / "exercises/lost.json");
  fs::create_directory_symlink("exercises", folder.path() / "again.json");
  const CheckReport report = checkContent({folder.path()}, shipped());
  INFO(listed(report.problems));
  REQUIRE(report.problems.size() == 2);
  for (const Problem& problem : report.problems) CHECK(problem.rule == Rule::Unreadable);
  CHECK(report.problems[0].file == (folder.path() / "exercises/lost.json").string());
  CHECK(report.problems[1].file == (folder.path() / "round.json").string());
  CHECK(report.files == 3);
  CHECK(holds(checkContent({folder.path() / "round"}, shipped()).problems, Rule::Unreadable, ""));
}

TEST_CASE("A folder that may not be looked into is named") {
  const TempFolder folder;
  namespace fs = std::filesystem;
  folder.write("shut/sample.json", goodExercise().dump());
  const fs::path shut = folder.path() / "shut";
  fs::permissions(folder.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
  const auto isNamed = [&] {
    const Problems problems = checkContent({folder.path()}, shipped()).problems;
    return std::ranges::count(problems, Problem{Rule::Unreadable, shut.string()}) == 1;
  };
  CHECK_FALSE(footbridge::test::asSomebody(isNamed));
  fs::permissions(shut, fs::perms::none);
  CHECK(footbridge::test::asSomebody(isNamed));
  fs::permissions(shut, fs::perms::owner_all);
}

TEST_CASE("What is named twice is looked at once") {
  const TempFolder folder;
  folder.write("exercises/sample.json", goodExercise().dump());
  std::filesystem::create_directory_symlink("exercises", folder.path() / "same");
  const CheckReport report = checkContent({folder.path(), folder.path() / "exercises" / ".", folder.path() / "same",
                                           folder.path() / "exercises/sample.json"},
                                          shipped());
  CHECK(listed(report.problems) == "");
  CHECK(report.files == 1);
}

TEST_CASE("The weekly look that ships asks how heavy the week was, in both its forms, and for eight lines or six") {
  FolderCatalog catalog(shipped());
  const auto look = catalog.weeklyLook();
  REQUIRE(look.ok());
  CHECK((*look)->id.text() == kWeeklyLook);
  const Step* lines = (*look)->find(*StepId::from("lines"));
  REQUIRE(lines != nullptr);
  const auto& items = std::get<RateStep>(lines->form).items;
  CHECK(items.size() == 8);
  CHECK(std::ranges::count_if(items, &RateItem::inShortForm) == 6);
  const auto heavy = std::ranges::find_if(items, [](const RateItem& one) { return one.id.text() == kHeavyItem; });
  REQUIRE(heavy != items.end());
  CHECK(heavy->inShortForm);
}

TEST_CASE("Every exercise that ships is listed and can be opened, and together they use every kind of step") {
  FolderCatalog catalog(shipped());
  const auto exercises = catalog.exercises();
  REQUIRE(exercises.ok());
  std::set<StepKind> kinds;
  std::set<Practice> practices;
  std::set<Practice> forOne;
  for (const ExerciseSummary& summary : *exercises) {
    INFO(summary.id.text());
    const auto exercise = catalog.exercise(summary.id);
    REQUIRE(exercise.ok());
    const Exercise& whole = **exercise;
    CHECK(whole.title == summary.title);
    const auto file = shipped() / "exercises" / (summary.id.text() + ".json");
    CHECK(summary.brief == Json::parse(std::ifstream(file)).at("brief"));
    CHECK(whole.minutes == summary.minutes);
    CHECK(whole.depth == summary.depth);
    CHECK(whole.audience == summary.audience);
    REQUIRE(summary.practice.has_value());
    CHECK(whole.practice == summary.practice);
    practices.insert(*summary.practice);
    if (summary.audience == Audience::One) forOne.insert(*summary.practice);
    for (const Step& step : whole.steps) kinds.insert(step.kind());
  }
  CHECK(practices.size() == kPractices.size());
  CHECK_FALSE(forOne.empty());
  CHECK(kinds.size() == std::variant_size_v<StepForm>);
}

TEST_CASE("The weekly look is found, and is not among the exercises") {
  FolderCatalog catalog(shipped());
  const auto look = catalog.weeklyLook();
  REQUIRE(look.ok());
  CHECK_FALSE((*look)->practice.has_value());
  const auto exercises = catalog.exercises();
  for (const ExerciseSummary& summary : exercises.value()) CHECK(summary.id != (*look)->id);
  CHECK(catalog.exercise((*look)->id).value() == *look);
}

TEST_CASE("Help lines and evidence that ship can be read") {
  FolderCatalog catalog(shipped());
  const auto lines = catalog.helpLines();
  REQUIRE(lines.ok());
  std::set<std::string> purposes;
  for (const HelpLine& line : *lines) purposes.insert(line.purpose);
  CHECK(purposes == std::set<std::string>{"emergency", "violence", "crisis"});
  CHECK_FALSE(catalog.helpNotice().empty());
  const auto evidence = catalog.evidence();
  REQUIRE(evidence.ok());
  CHECK(evidence->size() > 50);
}

TEST_CASE("The list has the order of practices, then lightest and shortest first") {
  const TempFolder folder;
  const auto write = [&folder](const char* id, const char* practice, int depth, int minutes) {
    Json root = named(id);
    root["practice"] = practice;
    root["depth"] = depth;
    root["minutes"] = minutes;
    folder.write(std::string("exercises/") + id + ".json", root.dump());
  };
  write("a", "conflict", 1, 5);
  write("b", "strengths", 2, 5);
  write("c", "strengths", 1, 20);
  write("d", "strengths", 1, 10);
  write("e", "safety", 3, 5);
  write("f", "support", 3, 5);
  folder.write("exercises/readme.txt", "not content");
  FolderCatalog catalog(folder.path());
  std::string order;
  const auto exercises = catalog.exercises();
  for (const ExerciseSummary& summary : exercises.value()) order += summary.id.text();
  CHECK(order == "dcbfea");
}

TEST_CASE("A file is read once, and not before it is asked for") {
  const TempFolder folder;
  const auto file = folder.write("exercises/sample.json", goodExercise().dump());
  folder.write("exercises/later.json", named("later").dump());
  FolderCatalog catalog(folder.path());
  const auto id = *ExerciseId::from("sample");
  const auto first = catalog.exercise(id);
  REQUIRE(first.ok());
  CHECK(catalog.exercises()->size() == 2);
  std::filesystem::remove_all(file.parent_path());
  CHECK(catalog.exercise(id).value() == *first);
  CHECK(catalog.exercises()->size() == 2);
  CHECK(catalog.exercise(*ExerciseId::from("later")).error().kind == ErrorKind::NotFound);
}

TEST_CASE("A file that is refused is named, with the place, and is read again when it was mended") {
  const TempFolder folder;
  Json broken = goodExercise();
  broken["steps"][3]["opens"] = {"nothing"};
  folder.write("exercises/sample.json", broken.dump());
  FolderCatalog catalog(folder.path());
  const auto refused = catalog.exercise(*ExerciseId::from("sample"));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().kind == ErrorKind::BadContent);
  CHECK(refused.error().subject == (folder.path() / "exercises/sample.json").string());
  CHECK(refused.error().place == "/steps/3/opens/0");
  CHECK(refused.error().detail == "step-unknown: nothing");
  folder.write("exercises/sample.json", goodExercise().dump());
  CHECK(catalog.exercise(*ExerciseId::from("sample")).ok());
}

TEST_CASE("The list refuses a file it cannot show") {
  const TempFolder folder;
  const auto refused = [&folder](std::string_view bytes) {
    folder.write("exercises/sample.json", bytes);
    const auto list = FolderCatalog(folder.path()).exercises();
    return !list.ok() && list.error().kind == ErrorKind::BadContent;
  };
  CHECK(refused("{"));
  CHECK(refused("[]"));
  CHECK(refused(named("other").dump()));
  Json deep = goodExercise();
  deep["depth"] = 9;
  CHECK(refused(deep.dump()));
  Json endless = goodExercise();
  endless["minutes"] = 99999999999;
  CHECK(refused(endless.dump()));
  CHECK_FALSE(refused(goodExercise().dump()));
  CHECK(FolderCatalog(folder.path() / "nowhere").exercises().error().kind == ErrorKind::NotFound);
}

TEST_CASE("A step's deck is resolved, and every part of a step arrives") {
  const TempFolder folder;
  Json root = goodExercise();
  root["steps"][1] = {{"id", "page"}, {"kind", "choose"}, {"who", "each"}, {"title", "T"},
                      {"text", "T"},  {"outline", "O"},   {"minutes", 3},  {"deck", "small"},
                      {"least", 1},   {"most", 2},        {"ranked", true}};
  Json deck = goodDeck();
  deck["id"] = "small";
  folder.write("exercises/sample.json", root.dump());
  folder.write("decks/small.json", deck.dump());
  FolderCatalog catalog(folder.path());
  const auto exercise = catalog.exercise(*ExerciseId::from("sample"));
  REQUIRE(exercise.ok());
  const Step& step = (*exercise)->steps[1];
  CHECK(step.outline == "O");
  CHECK(step.minutes == 3);
  CHECK(step.who == StepFor::Each);
  const auto& choose = std::get<ChooseStep>(step.form);
  REQUIRE(choose.cards.size() == 2);
  CHECK(choose.cards[0] == Card{*CardId::from("tea"), "A cup of tea", "Made without a word."});
  CHECK(choose.cards[1].note.empty());
  CHECK(choose.least == 1);
  CHECK(choose.most == 2);
  CHECK(choose.ranked);
  CHECK((*exercise)->fingerprint == fingerprintOf(root.dump()));
  CHECK((*exercise)->facilitator.watchFor.size() == 3);
}

TEST_CASE("A fingerprint is BLAKE2b-256 of the bytes") {
  CHECK(fingerprintOf("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  CHECK(fingerprintOf("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST_CASE("A pipe, a folder and a missing file are no content files") {
  const TempFolder folder;
  std::filesystem::create_directories(folder.path() / "folder.json" / "deeper");
  const auto rules = [](const std::filesystem::path& path) {
    Problems problems = checkContent({path}, shipped()).problems;
    return problems.size() == 1 ? std::string(nameOf(problems.front().rule)) : listed(problems);
  };
  CHECK(rules(folder.path() / "missing.json") == "unreadable");
  CHECK(rules(folder.path() / "folder.json") == "nothing-there");
  CHECK(rules("/dev/null") == "unreadable");
}

TEST_CASE("A list of thirty exercises is there before the window is") {
  const TempFolder folder;
  const auto index = FolderCatalog(shipped()).exercises();
  REQUIRE(index.ok());
  const auto source = shipped() / "exercises" / (index->front().id.text() + ".json");
  const Json whole = Json::parse(readBytes(source).value());
  for (int i = 0; i < 30; ++i) {
    Json copy = whole;
    const std::string id = "copy-" + std::to_string(i);
    copy["id"] = id;
    folder.write("exercises/" + id + ".json", copy.dump(2));
  }
  auto best = std::chrono::steady_clock::duration::max();
  for (int round = 0; round < 5; ++round) {
    const auto before = std::chrono::steady_clock::now();
    REQUIRE(FolderCatalog(folder.path()).exercises()->size() == 30);
    best = std::min(best, std::chrono::steady_clock::now() - before);
  }
  const auto took = std::chrono::duration<double, std::milli>(best).count();
  INFO("30 exercises listed in " << took << " ms");
#if !defined(__SANITIZE_ADDRESS__)
  CHECK(took < 60);  // 15 is the aim on a quiet machine with a release build
#endif
}

TEST_CASE("The feelings reach the steps that name them as a wheel of families") {
  FolderCatalog catalog(shipped());
  const auto exercise = catalog.exercise(*ExerciseId::from("two-true-stories"));
  REQUIRE(exercise.ok());
  const Step* step = (*exercise)->find(*StepId::from("feelings"));
  REQUIRE(step != nullptr);
  const auto& form = std::get<ChooseStep>(step->form);
  std::size_t places = 0;
  for (const CardFamily& family : form.wheel) places += family.inner.size() + family.outer.size();
  CHECK(form.wheel.size() == 10);
  CHECK(form.wheel.front().inner.front() == form.cards.front().id);
  CHECK(places == form.cards.size());
}
