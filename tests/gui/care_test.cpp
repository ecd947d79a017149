// SPDX-License-Identifier: GPL-3.0-or-later
// What is laid ready on the screens for whoever needs it, with the content that ships.
#include "practice/care.h"

#include <QLabel>
#include <QPushButton>
#include <QtTest>
#include <set>

#include "catch.h"
#include "content/folder_catalog.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "gui/flows/pause_words.h"
#include "gui/flows/sitting_flow.h"
#include "gui/pages/player_page.h"
#include "gui/steps/care_fold.h"
#include "player_view_probe.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::gui;
using namespace footbridge::probe;

namespace {

content::FolderCatalog shipped() {
  return content::FolderCatalog(FOOTBRIDGE_CONTENT "/en");
}

StepId step(const char* id) {
  return *StepId::from(id);
}

RatedAnswer calm(int mark) {
  return {{{*ItemId::from("calm"), Score::from(mark)}}};
}

Begun planning() {
  Begun begun{.exercise = practice::pausePlanExercise(), .fingerprint = {}, .source = {}, .lookOfA = {}, .lookOfB = {}};
  return begun;
}

/// A sitting of the exercise, as far as both may read it.
SittingSummary planned(std::vector<SittingEvent> joint) {
  SittingSummary sitting{.id = *SittingId::from(1), .begun = planning(), .lanes = {}};
  sitting.lanes.joint = std::move(joint);
  return sitting;
}

const std::vector<SittingEvent> kPlan{
    Revealed{
        step("open"),
        {{PartnerId::A, {step("signs"), std::nullopt}, WrittenAnswer{"My jaw gets tight."}},
         {PartnerId::B, {step("calms"), std::nullopt}, ChosenAnswer{{*CardId::from("tea"), *CardId::from("walk")}}}}},
    Answered{step("signal"), ChosenAnswer{{*CardId::from("half")}}},
    Answered{step("plan"), WrittenAnswer{"You to the garden, I to the bath. Back at half past."}}};

/// The program's own page with a sitting of a shipped exercise on it.
struct AtPage {
  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  content::FolderCatalog catalog = shipped();
  fakes::StillClock clock;
  PlayerPage page;
  SittingFlow flow{journal, catalog, clock, page};

  explicit AtPage(const char* exercise, Audience audience = Audience::Two) {
    page.resize(1280, 800);
    page.show();
    flow.begin(*ExerciseId::from(exercise), audience);
  }
  CareFold& fold(const char* name) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return child<CareFold>(page, name);
  }
  bool sees(const QString& words) { return anywhere(page, words); }
};

/// Every card comes once before any comes again.
void checkWalk(QWidget& in, const std::vector<Card>& cards) {
  std::set<QString> seen;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    seen.insert(child<QLabel>(in, "cardText").text());
    press(in, "anotherButton");
  }
  CHECK(seen.size() == cards.size());
}

}  // namespace

TEST_CASE("Their own plan for a pause is what they wrote together last, and what each opened", "[care]") {
  auto catalog = shipped();
  const auto exercise = catalog.exercise(practice::pausePlanExercise());
  REQUIRE(exercise.ok());
  CHECK_FALSE(practice::pausePlanOf(**exercise, {}));
  const auto unwritten = planned({kPlan.front()});
  CHECK_FALSE(practice::pausePlanOf(**exercise, std::vector{unwritten}));
  SittingSummary locked = planned(kPlan);
  locked.lanes.joint.reset();
  CHECK_FALSE(practice::pausePlanOf(**exercise, std::vector{locked}));
  const auto plan = practice::pausePlanOf(**exercise, std::vector{unwritten, planned(kPlan)});
  REQUIRE(plan);
  CHECK(plan->together ==
        std::vector<std::string>{"“Half past”", "You to the garden, I to the bath. Back at half past."});
  CHECK(plan->ofA == std::vector<std::string>{"My jaw gets tight."});
  CHECK(plan->ofB == std::vector<std::string>{"Make tea, and watch it steep · Go once around the block"});
}

TEST_CASE("A card that the plan's exercise no longer has is not told by its id", "[care]") {
  auto catalog = shipped();
  const auto exercise = catalog.exercise(practice::pausePlanExercise());
  REQUIRE(exercise.ok());
  std::vector<SittingEvent> events = kPlan;
  events[1] = Answered{step("signal"), ChosenAnswer{{*CardId::from("long-gone")}}};
  const auto plan = practice::pausePlanOf(**exercise, std::vector{planned(std::move(events))});
  REQUIRE(plan);
  CHECK(plan->together == std::vector<std::string>{"You to the garden, I to the bath. Back at half past."});
}

TEST_CASE("What somebody wrote for themselves alone is never part of the plan", "[care]") {
  auto catalog = shipped();
  const auto exercise = catalog.exercise(practice::pausePlanExercise());
  REQUIRE(exercise.ok());
  SittingSummary sitting = planned(kPlan);
  sitting.lanes.a = {
      {Answered{step("fear"), WrittenAnswer{"zaphenath"}}, Answered{step("signs"), WrittenAnswer{"zaphenath"}}}};
  const auto plan = practice::pausePlanOf(**exercise, std::vector{sitting});
  REQUIRE(plan);
  for (const auto* lines : {&plan->together, &plan->ofA, &plan->ofB})
    for (const std::string& line : *lines) CHECK(line.find("zaphenath") == std::string::npos);
}

TEST_CASE("A pause shows the plan of the two where *ours* is open, else in which exercise one is made", "[care]") {
  AtPage at("what-would-help");
  press(at.page, "pauseButton");
  CHECK(child<QWidget>(at.page, "ownPlanFrame").isHidden());
  CHECK(child<QLabel>(at.page, "planHintLabel").text().contains(QStringLiteral("A pause with a way back")));
  press(at.page, "twentyButton");
  press(at.page, "readyAButton");
  press(at.page, "readyBButton");
  const auto id = at.journal.begin(VaultId::Ours, planning());
  REQUIRE(id.ok());
  REQUIRE(at.journal.append(*id, VaultId::Ours, kPlan).ok());
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  press(at.page, "pauseButton");
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK_FALSE(child<QWidget>(at.page, "ownPlanFrame").isHidden());
  CHECK(child<QWidget>(at.page, "planHintLabel").isHidden());
  CHECK(at.sees(QStringLiteral("You to the garden, I to the bath. Back at half past.")));
}

TEST_CASE("A pause names a time, then gives something small to do; looking through the cards writes nothing",
          "[care]") {
  AtPage at("what-would-help");
  QSignalSpy paused(&at.flow, &SittingFlow::paused);
  press(at.page, "pauseButton");
  CHECK(paused.isEmpty());  // nobody said yet when they come back
  press(at.page, "thirtyButton");
  CHECK(paused.count() == 1);
  CHECK(child<QLabel>(at.page, "titleLabel").text().startsWith(QStringLiteral("Back here at")));
  const int writes = at.journal.writes;
  checkWalk(child<QWidget>(at.page, "pleasureCard"),
            (*at.catalog.deck(practice::deckOf(practice::CareDeck::Pleasures)))->cards);
  press(at.fold("mendFold"), "foldButton");
  press(at.fold("mendFold"), "anotherButton");
  press(at.fold("wayFold"), "foldButton");
  CHECK(at.journal.writes == writes);
  CHECK(nameless(at.page).isEmpty());
  const QStringList stops = tabStops(at.page);
  REQUIRE(stops.contains(QStringLiteral("anotherButton")));
  CHECK(stops.indexOf(QStringLiteral("anotherButton")) < stops.indexOf(QStringLiteral("readyAButton")));
  CHECK(stops.contains(QStringLiteral("foldButton")));
}

TEST_CASE("Who thought of leaving a pause and stays is in the pause still", "[care]") {
  AtPage at("what-would-help");
  press(at.page, "pauseButton");
  press(at.page, "leaveLink");
  press(at.page, "stayButton");
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK(at.page.findChild<QWidget*>(QStringLiteral("pauseView")) != nullptr);
  CHECK(at.page.findChild<QWidget*>(QStringLiteral("settleView")) == nullptr);
}

TEST_CASE("On leaving, the aftercare card is one quiet link away, for everybody the same, and is written down nowhere",
          "[care]") {
  AtPage at("what-would-help");
  press(at.page, "leaveButton");
  CareFold& fold = at.fold("careFold");
  CHECK_FALSE(fold.isOpen());
  CHECK(fold.link()->text() == QStringLiteral("If you feel stirred up"));
  const int writes = at.journal.writes;
  fold.link()->setFocus();
  QTest::keyClick(fold.link(), Qt::Key_Space);
  CHECK(fold.isOpen());
  CHECK(at.page.focusWidget() == &child<QPushButton>(fold, "anotherButton"));
  CHECK_FALSE(child<QPushButton>(fold, "anotherButton").accessibleDescription().isEmpty());
  checkWalk(fold, (*at.catalog.deck(practice::deckOf(practice::CareDeck::Aftercare)))->cards);
  CHECK(at.journal.writes == writes);
}

TEST_CASE("At depth three the aftercare card lies open, whoever leaves", "[care]") {
  AtPage at("three-floors");
  press(at.page, "leaveButton");
  CHECK(at.fold("careFold").isOpen());
  CHECK(child<QLabel>(at.page, "foldLead").text().contains(QStringLiteral("nothing new today")));
}

TEST_CASE("Whether somebody is unsettled is known from their own private marks alone", "[care]") {
  auto catalog = shipped();
  const auto exercise = catalog.exercise(*ExerciseId::from("what-makes-it-safe"));
  REQUIRE(exercise.ok());
  const std::vector<SittingEvent> begun{Answered{step("before"), calm(5)}};
  CHECK(practice::marksBefore(**exercise, begun, step("before")).empty());
  const auto before = practice::marksBefore(**exercise, begun, step("after"));
  REQUIRE(before.size() == 1);
  CHECK_FALSE(practice::isUnsettled(before, calm(5).ratings));
  CHECK(practice::isUnsettled(before, calm(4).ratings));
  CHECK_FALSE(practice::isUnsettled(before, {}));
  const auto ended = [&](std::vector<SittingEvent> events) { return practice::endedUnsettled(**exercise, events); };
  CHECK(ended({begun[0], Answered{step("after"), calm(3)}}));
  CHECK_FALSE(ended({begun[0], Answered{step("after"), calm(6)}}));
  CHECK_FALSE(ended({begun[0], Answered{step("after"), calm(3)}, Passed{step("after")}}));
}

TEST_CASE("Whoever was shaken and still is, or skipped the first mark, is unsettled too", "[care]") {
  auto catalog = shipped();
  const auto exercise = catalog.exercise(*ExerciseId::from("what-makes-it-safe"));
  REQUIRE(exercise.ok());
  const std::vector<SittingEvent> firstMarks{Answered{step("before"), calm(0)}, Passed{step("before")}};
  for (const SittingEvent& first : firstMarks) {
    const std::vector<SittingEvent> begun{first};
    const auto before = practice::marksBefore(**exercise, begun, step("after"));
    REQUIRE(before.size() == 1);
    for (const int now : {0, 1, 2}) CHECK(practice::isUnsettled(before, calm(now).ratings));
    for (const int now : {3, 6}) CHECK_FALSE(practice::isUnsettled(before, calm(now).ratings));
    CHECK(practice::endedUnsettled(**exercise, std::vector<SittingEvent>{first, Answered{step("after"), calm(0)}}));
  }
}

TEST_CASE("At a second mark the aftercare card is one link away, and lies open for whoever is unsettled", "[care]") {
  auto catalog = shipped();
  const auto exercise = catalog.exercise(*ExerciseId::from("what-makes-it-safe"));
  REQUIRE(exercise.ok());
  auto one = sample::playerScreen("rate");
  one.exercise = **exercise;
  one.screen.body = practice::StepScreen{.step = step("after"), .answer = {}, .opened = {}};
  one.setting.decks = careDecksOf(catalog);
  one.setting.before =
      practice::marksBefore(one.exercise, std::vector<SittingEvent>{Passed{step("before")}}, step("after"));
  const ViewProbe probe(one);
  auto* fold = probe.find<CareFold>("careFold");
  REQUIRE_FALSE(fold->isHidden());
  CHECK_FALSE(fold->isOpen());
  press(*probe.view, "score0");
  CHECK(fold->isOpen());
  CHECK(child<QLabel>(*fold, "foldLead").text().contains(QStringLiteral("nothing new today")));
  press(*probe.view, "score5");
  CHECK_FALSE(fold->isOpen());
  one.screen.body = practice::StepScreen{.step = step("before"), .answer = {}, .opened = {}};
  one.setting.before.clear();
  const ViewProbe first(one);
  press(*first.view, "score0");
  CHECK(first.find<CareFold>("careFold")->isHidden());
}

TEST_CASE("What one of two marked does not open the card at the end that both look at", "[care]") {
  RateStep calmness;
  calmness.items = {{*ItemId::from("calm"), "How calm are you?", "", ""}};
  Exercise exercise = sample::supportExercise();
  exercise.steps = {sample::newStep("before", StepFor::Each, "Now", "", calmness),
                    sample::newStep("after", StepFor::Each, "And now", "", calmness),
                    sample::newStep("end", StepFor::Both, "The end", "", CloseStep{})};
  exercise.steps[0].isPrivate = exercise.steps[1].isPrivate = true;
  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  fakes::ListCatalog catalog;
  catalog.all = {exercise};
  catalog.decks = {Deck{*DeckId::from("aftercare"), "Care", {{*CardId::from("drink"), "Something to drink", ""}}}};
  fakes::StillClock clock;
  PlayerPage page;
  SittingFlow flow{journal, catalog, clock, page};
  flow.begin(exercise.id, Audience::Two);
  const SittingId id = *flow.sitting();
  const auto swept = [] { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); };
  for (const char* name : {"readyButton", "score5", "doneButton", "score0", "doneButton",  // Alex ends unsettled
                           "readyButton", "score5", "doneButton", "score6", "doneButton",  // Sam does not
                           "readyButton", "doneButton"}) {
    swept();
    press(page, name);
  }
  swept();
  const Lanes lanes = journal.load(id).value();
  REQUIRE(practice::endedUnsettled(exercise, *lanes.a));  // alone it would lie open
  REQUIRE(page.findChild<QWidget*>(QStringLiteral("finishedView")) != nullptr);
  CHECK_FALSE(child<CareFold>(page, "careFold").isHidden());
  CHECK_FALSE(child<CareFold>(page, "careFold").isOpen());
}

TEST_CASE("A settle step has another way than the breath, and the breath is the first", "[care]") {
  auto catalog = shipped();
  const auto deck = catalog.deck(practice::deckOf(practice::CareDeck::Settling));
  REQUIRE(deck.ok());
  REQUIRE((*deck)->cards.front().id.text() == "circle");
  AtPage at("what-would-help");
  CareFold& fold = at.fold("wayFold");
  auto& circle = child<QWidget>(at.page, "breathCircle");
  CHECK_FALSE(circle.isHidden());
  press(fold, "foldButton");
  CHECK(circle.isHidden());
  checkWalk(fold, {(*deck)->cards.begin() + 1, (*deck)->cards.end()});
  press(fold, "foldButton");
  CHECK_FALSE(circle.isHidden());
}

TEST_CASE("In a conflict exercise a line to mend with is at hand while two people talk, and in no other", "[care]") {
  for (const Practice practice : {Practice::Conflict, Practice::Support}) {
    for (const char* name : {"talk", "reflect"}) {
      auto one = sample::playerScreen(name);
      one.exercise.practice = practice;
      auto catalog = shipped();
      one.setting.decks = careDecksOf(catalog);
      const ViewProbe probe(one);
      auto* fold = probe.find<CareFold>("mendFold");
      CAPTURE(name);
      CHECK(fold->isHidden() == (practice != Practice::Conflict));
      if (practice != Practice::Conflict) continue;
      CHECK_FALSE(fold->isOpen());
      press(*fold, "foldButton");
      checkWalk(*fold, one.setting.decks.mending->cards);
      CHECK(probe.actions.empty());
    }
  }
}
