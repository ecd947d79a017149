// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/journey_flow.h"

#include <QLabel>
#include <QPushButton>

#include "at_laptop.h"
#include "catch.h"
#include "gui/flows/today_flow.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

/// One closing step and no more.
Exercise shortOne(const char* id, Audience audience) {
  Exercise made = sample::aloneExercise();
  made.id = *ExerciseId::from(id);
  made.title = id;
  made.audience = audience;
  made.minutes = 10;
  const StepFor who = audience == Audience::One ? StepFor::Each : StepFor::Both;
  made.steps = {sample::newStep("end", who, "That was it", "Say it aloud.", CloseStep{})};
  return made;
}

/// A couple, or one alone, on a way of two weeks.
struct Walk : AtLaptop<> {
  explicit Walk(std::optional<Partner> b = sample::sam(), Reader reader = Reader::OursAlone)
      : AtLaptop(reader, std::move(b)) {
    Journey way{*JourneyId::from("way"), "From me to we", "Two weeks.", {"Set out."}, {}, {"There."}, "Back again."};
    for (const char* week : {"one", "two"}) {
      const std::string alone = std::string(week) + "-alone";
      way.weeks.push_back({week, "For the two of you.", *ExerciseId::from(week), *ExerciseId::from(alone)});
      catalog.all.push_back(shortOne(week, Audience::Two));
      catalog.all.push_back(shortOne(alone.c_str(), Audience::One));
    }
    for (const Exercise& one : catalog.all)
      catalog.summaries.push_back({one.id, one.title, "For you alone.", one.practice, 10, Depth::Light, one.audience});
    catalog.ways = {way};
    window.resize(1280, 800);
    window.show();
  }
  /// An exercise done to its end, so many days ago.
  void done(const char* id, int daysAgo = 1) {
    const std::shared_ptr<const Exercise> exercise = *catalog.exercise(*ExerciseId::from(id));
    const bool apart = exercise->audience == Audience::One;
    Begun begun{exercise->id, {}, {}, apart ? SittingMode::Alone : SittingMode::Together, PartnerId::A, {}, {}, {}};
    begun.day = std::chrono::sys_days(clock.day) - std::chrono::days(daysAgo);
    const VaultId lane = apart ? VaultId::A : VaultId::Ours;
    const auto sitting = journal.begin(lane, begun);
    REQUIRE(sitting.ok());
    const Answer answer = apart ? Answer{WrittenAnswer{"kept to myself"}} : Answer{CloseAnswer{}};
    REQUIRE(journal.append(*sitting, lane, {Answered{sample::step("end"), answer}}).ok());
  }
  std::string spoken(const char* name) {
    return child<QPushButton>(*window.page(gui::PageName::Journey), name).accessibleName().toStdString();
  }
  bool shows(const char* name) { return child<QWidget>(*window.page(gui::PageName::Journey), name).isVisible(); }

  gui::ExerciseShelf shelf{catalog};
  gui::JourneyFlow flow{around, shelf};
};

}  // namespace

TEST_CASE("Both together see what was done together, and nothing that one did alone", "[journey]") {
  Walk walk;
  walk.done("one");
  walk.done("two-alone");
  walk.flow.show();
  CHECK(walk.spoken("week_1") == "Week one: one. Done · one · 10 minutes");
  CHECK(walk.spoken("week_2") == "Week two: two. Next · two · 10 minutes");
  CHECK_FALSE(walk.shows("wayRow"));
}

TEST_CASE("Somebody who keeps a journal alone walks the way for one", "[journey]") {
  Walk walk(std::nullopt, Reader::A);
  walk.done("one-alone");
  walk.flow.show();
  CHECK(walk.spoken("week_1") == "Week one: one. Done · one-alone · 10 minutes");
  CHECK(child<QPushButton>(*walk.window.page(gui::PageName::Journey), "week_2").accessibleDescription() ==
        QStringLiteral("For you alone."));
  CHECK_FALSE(walk.shows("wayRow"));
}

TEST_CASE("One of two sees the way for one, and can look at the way for two", "[journey]") {
  Walk walk(sample::sam(), Reader::A);
  walk.done("one-alone");
  walk.done("two");
  walk.flow.show();
  CHECK(walk.spoken("week_1") == "Week one: one. Done · one-alone · 10 minutes");
  press(*walk.window.page(gui::PageName::Journey), "togetherChip");
  CHECK(walk.spoken("week_2") == "Week two: two. Done · two · 10 minutes");
}

TEST_CASE("Where only the way for two was begun, one of two is shown that one", "[journey]") {
  Walk walk(sample::sam(), Reader::B);
  walk.done("one");
  walk.done("two-alone");  // A's own, which B may not know of
  walk.flow.show();
  CHECK(walk.spoken("week_1") == "Week one: one. Done · one · 10 minutes");
  press(*walk.window.page(gui::PageName::Journey), "aloneChip");
  CHECK(walk.spoken("week_2") == "Week two: two. two-alone · 10 minutes");
}

TEST_CASE("A word after a gap is said once", "[journey]") {
  Walk walk;
  walk.done("one", 40);
  walk.flow.show();
  CHECK(walk.shows("gapCard"));
  walk.flow.show();
  CHECK_FALSE(walk.shows("gapCard"));
  walk.flow.readerChanged();  // the other has not read it
  walk.flow.show();
  CHECK(walk.shows("gapCard"));
}

TEST_CASE("Today speaks of a journey once it was begun, until it is walked", "[journey]") {
  Walk walk;
  gui::TodayFlow today(walk.around, walk.shelf);
  const auto card = [&walk]() -> QWidget& {
    return child<QWidget>(*walk.window.page(gui::PageName::Today), "journeyCard");
  };
  today.show();
  CHECK_FALSE(card().isVisible());
  walk.done("one");
  today.show();
  CHECK(card().isVisible());
  CHECK(card().accessibleName() == QStringLiteral("From me to we, next: Week two: two. 10 minutes"));
  walk.done("two");
  today.show();
  CHECK_FALSE(card().isVisible());
}

TEST_CASE("A journey that cannot be read says so", "[journey]") {
  Walk walk;
  walk.catalog.ways.clear();
  walk.flow.show();
  CHECK(walk.shows("problemLabel"));
  CHECK_FALSE(walk.shows("nextCard"));
}
