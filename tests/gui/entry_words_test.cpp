// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/entry_words.h"

#include "told.h"

using namespace footbridge;
using namespace footbridge::told;

TEST_CASE("it is told who said what, what kind of line it was, and what a mark means") {
  Told told;
  Exercise exercise = sample::supportExercise();
  RateStep rated;
  rated.items = {{.id = *ItemId::from("far"), .text = "How close were you to {partner}?", .low = "Far", .high = "Near"},
                 {.id = *ItemId::from("plain"), .text = "I felt heard.", .low = {}, .high = {}}};
  rated.scaleLabels = {"Not", "A little", "Mostly", "Very"};
  exercise.steps = {sample::newStep("move", StepFor::Each, "My step in it", "", LoopStep{}),
                    sample::newStep("lines", StepFor::Each, "Lines", "", rated),
                    sample::newStep("agree", StepFor::Both, "A step", "", AgreeStep{}),
                    sample::newStep("close", StepFor::Both, "The close", "", CloseStep{})};
  const Agreement tea{.what = "tea", .who = AgreementWho::B, .when = "on Sunday", .review = kToday, .from = {}};
  const RatedAnswer marks{
      {Rating{*ItemId::from("far"), Score::from(1)}, Rating{*ItemId::from("plain"), Score::from(4)}}};
  told.keep(
      exercise, SittingMode::Together, VaultId::Ours,
      {Revealed{*StepId::from("reveal"),
                {OpenedLine{PartnerId::B, {*StepId::from("move"), {}}, MoveAnswer{"a sigh", "I go", "I am scared"}},
                 OpenedLine{PartnerId::A, {*StepId::from("lines"), {}}, marks}}},
       Answered{*StepId::from("agree"), AgreedAnswer{tea}},
       Answered{*StepId::from("close"), CloseAnswer{{"you are scared too", "it is no fault"}, {"you stayed", ""}}}});
  const auto sittings = told.journal.sittings(Reader::OursAlone);
  const auto view = gui::sittingView(sittings.front(), exercise, gui::Couple{sample::alex(), sample::sam()},
                                     Reader::OursAlone, told.journal, kToday);
  const auto parts = std::get<gui::TranscriptView>(view.body).parts;
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].b == QStringLiteral("When I see or hear: a sigh\nWhat I do: I go\nUnderneath: I am scared"));
  CHECK(parts[1].a ==
        QStringLiteral("How close were you to Sam? 1\u00a0·\u00a0nearer to “far”\nI felt heard: 4\u00a0·\u00a0mostly"));
  CHECK(parts[2].ours == QStringLiteral("tea\nSam · on Sunday\nLook back on 22 November"));
  CHECK(parts[3].ours == QStringLiteral("Alex heard: you are scared too\nAlex appreciated: you stayed\n"
                                        "Sam heard: it is no fault"));
}

TEST_CASE("a writer reads what they wrote, and under it what the other can read of it where that is not the same") {
  Told told;
  Exercise exercise = sample::supportExercise();
  exercise.steps = {sample::newStep("ask", StepFor::Each, "A plain ask", "", AskStep{}),
                    sample::newStep("reveal", StepFor::Both, "", "", RevealStep{{*StepId::from("ask")}})};
  const auto id = told.keep(
      exercise, SittingMode::Together, VaultId::Ours,
      {Revealed{*StepId::from("reveal"),
                {OpenedLine{PartnerId::A, {*StepId::from("ask"), {}}, AskAnswer{"Tuesday", "left out", "a text"}}}}});
  const Answered written{*StepId::from("ask"), AskAnswer{"you came late", "left out", "a text"}};
  REQUIRE(told.journal.append(id, VaultId::A, {written}));
  const gui::Couple couple{sample::alex(), sample::sam()};
  const auto part = [&](Reader reader) {
    const auto sittings = told.journal.sittings(reader);
    const auto view = gui::sittingView(sittings.front(), exercise, couple, reader, told.journal, kToday);
    return std::get<gui::TranscriptView>(view.body).parts.front();
  };
  const QString opened =
      QStringLiteral("It is about this: Tuesday. I feel left out. A text would help, and a no is okay.");
  CHECK(part(Reader::A).a ==
        QStringLiteral("You came late, and I feel left out. A text would help, and a no is okay."));
  CHECK(part(Reader::A).opened == opened);
  CHECK(part(Reader::B).a == opened);
  CHECK(part(Reader::B).opened.isEmpty());
}

TEST_CASE("a line is its writer's to change; nobody said who they are, it is so only where nothing is locked") {
  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  const Entry ofAlex = *journal.add(VaultId::Ours, PartnerId::A, Note{"of Alex"});
  const Entry ofNobody = *journal.add(VaultId::Ours, std::nullopt, Note{"of nobody"});
  for (const bool isProtected : {false, true}) {
    if (isProtected) journal.doors = {DoorState::Locked, DoorState::Open};
    CHECK(gui::mayChange(ofAlex, Reader::A, journal));
    CHECK_FALSE(gui::mayChange(ofAlex, Reader::B, journal));
    CHECK(gui::mayChange(ofAlex, Reader::OursAlone, journal) == !isProtected);
    CHECK(gui::mayChange(ofNobody, Reader::A, journal));
    CHECK(gui::mayChange(ofNobody, Reader::B, journal));
    CHECK_FALSE(gui::mayChange(ofNobody, Reader::OursAlone, journal));
  }
}
