// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/practices_page.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "catch.h"
#include "gui/example_content.h"
#include "gui/widgets/card_button.h"

namespace footbridge::gui {
namespace {

int shownCards(const PracticesPage& page) {
  int count = 0;
  for (const CardButton* card : page.findChildren<CardButton*>()) count += card->isVisible() ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("every exercise has a card that leads to it", "[practices]") {
  PracticesPage page;
  page.showExercises(example::exercises(), Audience::Two);
  page.show();
  CHECK(shownCards(page) == 6);
  std::vector<std::string> asked;
  QObject::connect(&page, &PracticesPage::exerciseAsked, &page,
                   [&](const ExerciseId& id) { asked.push_back(id.text()); });
  page.findChild<QPushButton*>(QStringLiteral("exercise_from-hint-to-ask"))->click();
  CHECK(asked == std::vector<std::string>{"from-hint-to-ask"});
}

TEST_CASE("a card says minutes, depth and for whom", "[practices]") {
  PracticesPage page;
  page.showExercises(example::exercises(), Audience::Two);
  const auto* card = page.findChild<CardButton*>(QStringLiteral("exercise_the-view-from-the-window"));
  CHECK(card->accessibleName().toStdString() == "The view from the window. 40 minutes · tender · both of you");
}

TEST_CASE("what leads into the exercises for one speaks to one", "[practices]") {
  auto exercises = example::exercises();
  for (ExerciseSummary& one : exercises) one.brief = "Something small.";
  PracticesPage page;
  page.showExercises(exercises, Audience::One);
  for (const QLabel* label : page.findChildren<QLabel*>()) {
    CAPTURE(label->text().toStdString());
    for (const char* words : {"together", "each of you", "Two of you", "be met"})
      CHECK_FALSE(label->text().contains(QLatin1String(words)));
  }
}

TEST_CASE("one practice can be shown alone", "[practices]") {
  PracticesPage page;
  page.showExercises(example::exercises(), Audience::Two);
  page.show();
  page.showPractice(Practice::Support);
  CHECK(shownCards(page) == 2);
  CHECK(page.findChild<QPushButton*>(QStringLiteral("filter_support"))->isChecked());
  page.findChild<QPushButton*>(QStringLiteral("filter_all"))->click();
  CHECK(shownCards(page) == 6);
}

TEST_CASE("the exercises of a practice are one stop for Tab, and the next stop is the next practice", "[practices]") {
  PracticesPage page;
  page.showExercises(example::exercises(), Audience::Two);
  page.show();
  REQUIRE(QTest::qWaitForWindowActive(&page));
  page.findChild<QPushButton*>(QStringLiteral("filter_conflict"))->setFocus();
  QStringList stops;
  QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
  while (qobject_cast<CardButton*>(page.focusWidget()) != nullptr && stops.size() < 10) {
    stops << page.focusWidget()->property("tint").toString();
    QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
  }
  QStringList practices;
  for (const Practice practice : kPractices) practices << QString::fromStdString(std::string(toText(practice)));
  CHECK(stops == practices);
}

TEST_CASE("a way through has a card at the top where there is one", "[practices]") {
  PracticesPage page;
  page.showExercises(example::exercises(), Audience::Two);
  page.show();
  auto* card = page.findChild<CardButton*>(QStringLiteral("journeyCard"));
  CHECK_FALSE(card->isVisible());
  page.showJourney(QStringLiteral("From me to we"), QStringLiteral("Eight small evenings."));
  CHECK(card->isVisible());
  CHECK(card->accessibleName().toStdString() == "A way through it: From me to we. Eight small evenings.");
  bool asked = false;
  QObject::connect(&page, &PracticesPage::journeyAsked, &page, [&asked] { asked = true; });
  card->click();
  CHECK(asked);
}

TEST_CASE("exercises shown anew replace the old ones", "[practices]") {
  PracticesPage page;
  page.showExercises(example::exercises(), Audience::Two);
  page.showExercises({example::exercises().front()}, Audience::Two);
  page.show();
  CHECK(shownCards(page) == 1);
}

}  // namespace footbridge::gui
