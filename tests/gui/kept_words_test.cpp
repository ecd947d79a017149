// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/kept_words.h"

#include "catch.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "gui/steps/saved_words.h"

using namespace footbridge;
using gui::WordsForm;

namespace {

/// One place with a draft of each of two copies of the journal.
struct TwoDrafts {
  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  gui::DraftKeeper::Place place{VaultId::Ours, "page"};

  TwoDrafts(const QString& here, const QString& there) {
    REQUIRE(journal.putDraft(place.vault, place.name, here.toStdString()));
    journal.draftsBeside[{place.vault, place.name}] = there.toStdString();
  }
  [[nodiscard]] QString words(WordsForm form) const { return gui::keptWords(journal, place, form).value(); }
  /// As of a step of this kind.
  [[nodiscard]] QString words(StepForm form, StepFor who = StepFor::Each) const {
    Exercise exercise = sample::supportExercise();
    Step step = exercise.steps.front();
    step.who = who;
    step.form = std::move(form);
    return gui::keptWords(journal, place, exercise, step).value();
  }
};

}  // namespace

TEST_CASE("one half-written line is offered as it was, an emptied page as empty, and none as nothing") {
  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  CHECK_FALSE(gui::keptWords(journal, {VaultId::Ours, "page"}, WordsForm::Page));
  REQUIRE(journal.putDraft(VaultId::Ours, "page", "half a line "));
  CHECK(gui::keptWords(journal, {VaultId::Ours, "page"}, WordsForm::Page) == QStringLiteral("half a line "));
  REQUIRE(journal.putDraft(VaultId::Ours, "page", ""));
  CHECK(gui::keptWords(journal, {VaultId::Ours, "page"}, WordsForm::Page) == QString());
}

TEST_CASE("the half-written words of two copies are both there, unless one stands in the other") {
  const TwoDrafts two(QStringLiteral("from here"), QStringLiteral("from there"));
  CHECK(two.words(WordsForm::Page) == QStringLiteral("from here\n\nfrom there"));
  CHECK(two.words(WordsForm::Line) == QStringLiteral("from here / from there"));
  CHECK(TwoDrafts(QStringLiteral("I wanted to s"), QStringLiteral("I wanted")).words(WordsForm::Page) ==
        QStringLiteral("I wanted to s"));
  CHECK(TwoDrafts(QStringLiteral("I wanted"), QStringLiteral("I wanted to s")).words(WordsForm::Page) ==
        QStringLiteral("I wanted to s"));
  CHECK(TwoDrafts(QStringLiteral("I wanted"), QString()).words(WordsForm::Page) == QStringLiteral("I wanted"));
}

TEST_CASE("a step's fields are put together one by one") {
  const TwoDrafts two(
      gui::joinedFields({QStringLiteral("the dishes"), QString(), QStringLiteral("ten minutes")}),
      gui::joinedFields({QStringLiteral("the dishes"), QStringLiteral("tired"), QStringLiteral("a walk")}));
  CHECK(two.words(AskStep{}) == gui::joinedFields({QStringLiteral("the dishes"), QStringLiteral("tired"),
                                                   QStringLiteral("ten minutes\n\na walk")}));
  CHECK(two.words(AgreeStep{}, StepFor::Both) ==
        gui::joinedFields(
            {QStringLiteral("the dishes"), QStringLiteral("tired"), QStringLiteral("ten minutes / a walk")}));
}

TEST_CASE("of marks, cards and time spoken the first stands: nobody wrote them") {
  const TwoDrafts two(QStringLiteral("120"), QStringLiteral("45"));
  CHECK(two.words(SpeakStep{}, StepFor::Both) == QStringLiteral("120"));
  CHECK(two.words(RateStep{}) == QStringLiteral("120"));
  CHECK(two.words(ChooseStep{}) == QStringLiteral("120"));
  CHECK(two.words(WriteStep{}) == QStringLiteral("120\n\n45"));
}

TEST_CASE("what is guessed is put together as what it is about") {
  TwoDrafts two(QStringLiteral("from here"), QStringLiteral("from there"));
  Exercise exercise = sample::supportExercise();
  Step page = exercise.steps.front();
  page.id = *StepId::from("their-page");
  page.form = WriteStep{};
  Step marks = page;
  marks.id = *StepId::from("their-marks");
  marks.form = RateStep{};
  exercise.steps = {page, marks};
  Step guess = page;
  guess.id = *StepId::from("a-guess");
  guess.form = GuessStep{page.id};
  CHECK(gui::keptWords(two.journal, two.place, exercise, guess) == QStringLiteral("from here\n\nfrom there"));
  guess.form = GuessStep{marks.id};
  CHECK(gui::keptWords(two.journal, two.place, exercise, guess) == QStringLiteral("from here"));
}
