// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/journey_page.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "catch.h"
#include "gui/example_content.h"
#include "gui/widgets/avatar_dot.h"

namespace footbridge::gui {
namespace {

struct OpenJourneyPage {
  explicit OpenJourneyPage(const JourneyContent& content) {
    page.resize(1068, 800);
    page.showJourney(content);
    page.show();
  }
  template <typename Widget = QWidget>
  [[nodiscard]] Widget* find(const char* name) const {
    auto* found = page.findChild<Widget*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
  }
  [[nodiscard]] std::string spoken(const char* name) const { return find(name)->accessibleName().toStdString(); }
  JourneyPage page;
};

}  // namespace

TEST_CASE("a journey not begun opens with its opening, and offers the first week", "[journey]") {
  const OpenJourneyPage it(example::journey(0));
  CHECK(it.find("openingCard")->isVisible());
  CHECK_FALSE(it.find("openingRow")->isVisible());
  CHECK_FALSE(it.find("closingCard")->isVisible());
  CHECK_FALSE(it.find("gapCard")->isVisible());
  CHECK(it.find<QLabel>("nextTitleLabel")->text() == QStringLiteral("Week one: What each of you brings"));
  CHECK(it.find<QLabel>("nextFactsLabel")->text().contains(QStringLiteral("10 minutes")));
}

TEST_CASE("what is done has a mark and a word, what comes next has a word", "[journey]") {
  const OpenJourneyPage it(example::journey(1));
  CHECK(it.spoken("week_1") == "Week one: What each of you brings. Done · What I count on you for · 10 minutes");
  CHECK(it.spoken("week_2") == "Week two: Good news is news. Next · Good news, told twice · 15 minutes");
  CHECK(it.spoken("week_3") == "Week three: Saying what would help. What would help right now? · 20 minutes");
  CHECK(it.find("week_1")->findChild<AvatarDot*>()->letter() == QStringLiteral("✓"));
  CHECK(it.find("week_2")->findChild<AvatarDot*>()->letter() == QStringLiteral("2"));
}

TEST_CASE("what comes next is told in full once, above the whole way", "[journey]") {
  const OpenJourneyPage it(example::journey(1));
  const auto lines = [&it](const char* week) {
    QStringList texts;
    for (const auto* label : it.find(week)->findChildren<QLabel*>()) texts << label->text();
    return texts;
  };
  const QString told = it.find<QLabel>("nextTextLabel")->text();
  REQUIRE_FALSE(told.isEmpty());
  CHECK_FALSE(lines("week_2").contains(told));
  CHECK(lines("week_2").contains(QStringLiteral("Next")));
  CHECK(lines("week_3").size() == lines("week_2").size() + 1);
}

TEST_CASE("the opening can be read again", "[journey]") {
  const OpenJourneyPage it(example::journey(1));
  CHECK_FALSE(it.find("openingCard")->isVisible());
  it.find<QPushButton>("openingButton")->click();
  CHECK(it.find("openingCard")->isVisible());
  it.find<QPushButton>("openingButton")->click();
  CHECK_FALSE(it.find("openingCard")->isVisible());
}

TEST_CASE("any week can be opened, and the next one from its own button", "[journey]") {
  const OpenJourneyPage it(example::journey(1));
  std::vector<std::string> asked;
  QObject::connect(&it.page, &JourneyPage::exerciseAsked, &it.page,
                   [&](const ExerciseId& id) { asked.push_back(id.text()); });
  it.find<QPushButton>("nextButton")->click();
  it.find<QPushButton>("week_3")->click();
  it.find<QPushButton>("week_1")->click();
  CHECK(asked == std::vector<std::string>{"good-news-told-twice", "what-would-help", "what-i-count-on"});
}

TEST_CASE("after the last week stands the closing, and nothing is next", "[journey]") {
  const OpenJourneyPage it(example::journey(3));
  CHECK(it.find("closingCard")->isVisible());
  CHECK_FALSE(it.find("nextCard")->isVisible());
  QSignalSpy story(&it.page, &JourneyPage::storyAsked);
  it.find<QPushButton>("storyButton")->click();
  CHECK(story.count() == 1);
}

TEST_CASE("the way is a choice only where there is one", "[journey]") {
  JourneyContent content = example::journey(1);
  CHECK_FALSE(OpenJourneyPage(content).find("wayRow")->isVisible());
  content.way = Audience::Two;
  const OpenJourneyPage it(content);
  CHECK(it.find("wayRow")->isVisible());
  CHECK(it.find<QPushButton>("togetherChip")->isChecked());
  std::vector<Audience> asked;
  QObject::connect(&it.page, &JourneyPage::wayAsked, &it.page, [&](Audience way) { asked.push_back(way); });
  it.find<QPushButton>("aloneChip")->click();
  CHECK(asked == std::vector{Audience::One});
}

TEST_CASE("whoever comes back is welcomed in words, and a journey that cannot be read says so alone", "[journey]") {
  JourneyContent content = example::journey(1);
  content.afterGap = QStringLiteral("Good to have you back.");
  OpenJourneyPage it(content);
  CHECK(it.find("gapCard")->isVisible());
  it.page.showProblem(QStringLiteral("This could not be read."));
  CHECK(it.find("problemLabel")->isVisible());
  CHECK_FALSE(it.find("nextCard")->isVisible());
  CHECK_FALSE(it.find("weeksBox")->isVisible());
}

}  // namespace footbridge::gui
