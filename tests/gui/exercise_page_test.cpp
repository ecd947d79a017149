// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/exercise_page.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "catch.h"
#include "fakes/sample_exercise.h"
#include "gui/example_content.h"
#include "gui/pages/exercise_outline.h"
#include "gui/widgets/card_button.h"

namespace footbridge::gui {
namespace {

struct OpenExercisePage {
  explicit OpenExercisePage(const ExerciseOverview& overview) {
    page.showExercise(overview);
    page.show();
  }
  template <typename Widget = QWidget>
  [[nodiscard]] Widget* find(const char* name) const {
    auto* found = page.findChild<Widget*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
  }
  [[nodiscard]] QList<CardButton*> choices() const { return find("gateChoices")->findChildren<CardButton*>(); }
  ExercisePage page;
};

const QStringList kBoth{QStringLiteral("Alex"), QStringLiteral("Sam")};

}  // namespace

TEST_CASE("it begins only when both are in", "[exercise]") {
  OpenExercisePage it({example::exercise(), kBoth});
  QSignalSpy begin(&it.page, &ExercisePage::beginAsked);
  CHECK_FALSE(it.find("beginButton")->isVisible());
  auto* first = it.find<QPushButton>("firstReadyButton");
  auto* second = it.find<QPushButton>("secondReadyButton");
  CHECK(first->text() == QStringLiteral("I’m Alex, and I’m ready"));
  first->click();
  CHECK(first->text() == QStringLiteral("Alex is ready"));
  first->click();  // anyone may change their mind
  second->click();
  CHECK(begin.count() == 0);
  first->click();
  REQUIRE(begin.count() == 1);
  it.page.showExercise({example::exercise(), kBoth});
  CHECK_FALSE(first->isChecked());  // nobody is in for the next one
  CHECK_FALSE(second->isChecked());
  CHECK(begin.count() == 1);
}

TEST_CASE("one person alone needs nobody's yes", "[exercise]") {
  auto alone = example::exercise();
  alone->audience = Audience::One;
  OpenExercisePage it({alone, {QStringLiteral("Alex")}});
  CHECK(it.find("beginButton")->isVisible());
  CHECK_FALSE(it.find("joinButton")->isVisible());
  CHECK_FALSE(it.find("firstReadyButton")->isVisible());
}

TEST_CASE("one that was left off is gone on with, and can be begun anew", "[exercise]") {
  ExerciseOverview overview{example::exercise(), kBoth};
  overview.before = QStringLiteral("You began it on 12 October, and it stands as you left it.");
  OpenExercisePage it(overview);
  CHECK_FALSE(it.find("goOnButton")->isVisible());
  overview.leftOff = SittingId::from(9);
  it.page.showExercise(overview);
  std::vector<SittingId> asked;
  QObject::connect(&it.page, &ExercisePage::goOnAsked, &it.page, [&](SittingId id) { asked.push_back(id); });
  it.find<QPushButton>("goOnButton")->click();
  CHECK(asked == std::vector<SittingId>{*SittingId::from(9)});
  CHECK(it.find("firstReadyButton")->isVisible());
}

TEST_CASE("a gate comes before everything else", "[exercise]") {
  OpenExercisePage it({example::gatedExercise(), kBoth});
  CHECK(it.find("gateCard")->isVisible());
  CHECK_FALSE(it.find("overview")->isVisible());
  REQUIRE(it.choices().size() == 4);  // the three, and a no that needs no reason
  for (const char* button : {"gateGoOnButton", "gateAsideButton", "gateSafetyButton"})
    CHECK_FALSE(it.find(button)->isVisible());
}

TEST_CASE("a gate lets through, leads aside, or stops", "[exercise]") {
  OpenExercisePage it({example::gatedExercise(), kBoth});
  QSignalSpy aside(&it.page, &ExercisePage::practicesAsked);
  QSignalSpy safety(&it.page, &ExercisePage::safetyAsked);
  it.choices()[1]->click();
  CHECK_FALSE(it.find("gateGoOnButton")->isVisible());
  CHECK_FALSE(it.find("gateSafetyButton")->isVisible());
  it.find<QPushButton>("gateAsideButton")->click();
  CHECK(aside.count() == 1);
  it.choices()[2]->click();
  CHECK_FALSE(it.find("gateGoOnButton")->isVisible());
  it.find<QPushButton>("gateSafetyButton")->click();
  CHECK(safety.count() == 1);
  it.choices()[0]->click();
  it.find<QPushButton>("gateGoOnButton")->click();
  CHECK(it.find("overview")->isVisible());
}

TEST_CASE("nothing of a gate is left when the page comes again", "[exercise]") {
  OpenExercisePage it({example::gatedExercise(), kBoth});
  it.choices()[2]->click();
  it.page.showExercise({example::gatedExercise(), kBoth});
  for (const CardButton* choice : it.choices()) CHECK_FALSE(choice->isChecked());
  CHECK(it.find<QLabel>("gateAnswerLabel")->isHidden());
}

TEST_CASE("the outline counts every minute once", "[exercise]") {
  const auto lines = outlineOf(*example::exercise());
  REQUIRE(lines.size() == 6);
  CHECK(lines[4].minutes == 6);  // with the unlisted step after it
  int minutes = 0;
  for (const OutlineLine& line : lines) minutes += line.minutes;
  CHECK(minutes == 20);
}

TEST_CASE("minutes before the first listed step are its own", "[exercise]") {
  auto exercise = example::exercise();
  exercise->steps.front().outline.clear();
  const auto lines = outlineOf(*exercise);
  CHECK(lines.front().minutes == 7);
}

TEST_CASE("before the start it is said that what is opened stays, where something is opened", "[exercise]") {
  auto opening = example::exercise();
  opening->steps.push_back(sample::newStep("show", StepFor::Both, "Open them", "", RevealStep{}));
  OpenExercisePage it({opening, kBoth});
  CHECK(it.find("storyLabel")->isVisible());
  CHECK(it.find<QLabel>("storyLabel")->text().contains(QStringLiteral("stays in Our story")));
  it.page.showExercise({example::exercise(), kBoth});
  CHECK_FALSE(it.find("storyLabel")->isVisible());
}

TEST_CASE("the evidence is there for who asks", "[exercise]") {
  OpenExercisePage it({example::exercise(), kBoth});
  QSignalSpy asked(&it.page, &ExercisePage::evidenceAsked);
  it.find<QPushButton>("evidenceButton")->click();
  CHECK(asked.count() == 1);
  auto bare = example::exercise();
  bare->evidence.clear();
  it.page.showExercise({bare, kBoth});
  CHECK_FALSE(it.find("evidenceButton")->isVisible());
}

TEST_CASE("what became of printing is said until another exercise is shown", "[exercise]") {
  OpenExercisePage it({example::exercise(), kBoth});
  QSignalSpy asked(&it.page, &ExercisePage::printAsked);
  it.find<QPushButton>("printButton")->click();
  CHECK(asked.count() == 1);
  CHECK_FALSE(it.find("printedLabel")->isVisible());
  it.page.showPrinted(QStringLiteral("Saved."));
  CHECK(it.find("printedLabel")->isVisible());
  it.page.showExercise({example::exercise(), kBoth});
  CHECK_FALSE(it.find("printedLabel")->isVisible());
}

}  // namespace footbridge::gui
