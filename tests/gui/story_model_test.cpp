// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/story_model.h"

#include <QAbstractItemModelTester>

#include "catch.h"
#include "story_sample.h"

using namespace footbridge;
using gui::StoryFilter;
using gui::StoryModel;

namespace {

constexpr auto kStrict = QAbstractItemModelTester::FailureReportingMode::Fatal;

struct Story {
  StoryModel model;
  QAbstractItemModelTester tester{&model, kStrict};
  gui::StoryFilterModel shown{model};
  QAbstractItemModelTester shownTester{&shown, kStrict};

  Story() { model.setCards(sample::storyCards(), sample::kToday); }
  QStringList titles() const {
    QStringList all;
    for (int row = 0; row < shown.rowCount(); ++row) all << shown.index(row, 0).data().toString();
    return all;
  }
};

}  // namespace

TEST_CASE("a card has its day, and the year only when it is another") {
  Story story;
  const auto date = [&](int row) { return story.model.index(row).data(StoryModel::DateRole).toString(); };
  CHECK(date(0) == QStringLiteral("22 Nov"));
  CHECK(date(7) == QStringLiteral("28 Dec 2025"));
  CHECK(story.model.index(0).data(Qt::AccessibleTextRole).toString() ==
        QStringLiteral("22 November 2026. Weekly look. You opened three lines together. Next step: tea on Saturday."));
}

TEST_CASE("each chip lets its own kind through") {
  Story story;
  const auto under = [&](StoryFilter filter) {
    story.shown.setFilter(filter);
    return story.shown.rowCount();
  };
  CHECK(under(StoryFilter::Everything) == 8);
  CHECK(under(StoryFilter::WeeklyLooks) == 2);
  CHECK(under(StoryFilter::Exercises) == 3);
  CHECK(under(StoryFilter::Agreements) == 1);
  CHECK(under(StoryFilter::Appreciations) == 1);
  CHECK(under(StoryFilter::OnlyMine) == 1);
}

TEST_CASE("whoever looks for what is only theirs finds it in what both did, too") {
  Story story;
  auto cards = sample::storyCards();
  cards.front().holdsOwn = true;
  story.model.setCards(cards, sample::kToday);
  story.shown.setFilter(StoryFilter::OnlyMine);
  CHECK(story.titles() == QStringList{QStringLiteral("Weekly look"), QStringLiteral("A line just for me")});
  const auto said = [&story](int role) { return story.shown.index(0, 0).data(role).toString(); };
  const QString own = QStringLiteral("Some of it only you can read.");
  CHECK(said(StoryModel::LineRole) == own);
  CHECK(said(Qt::AccessibleTextRole).endsWith(own));
  story.shown.setFilter(StoryFilter::Everything);
  CHECK(said(StoryModel::LineRole) == cards.front().line);
}

TEST_CASE("search meets words in any case, without marks, in any order, and within what a card does not show") {
  Story story;
  const auto found = [&](const char* words) {
    story.shown.setWords(QString::fromUtf8(words));
    return story.titles();
  };
  CHECK(found("CHOIR") == QStringList{QStringLiteral("Good news, told twice")});
  CHECK(found("cafes spring") == QStringList{QStringLiteral("A line just for me")});
  CHECK(found("bill outsider") == QStringList{QStringLiteral("The view from the window")});
  CHECK(found("tea").size() == 4);  // a part of a word counts: "steadiness"
  CHECK(found("tea elephant").isEmpty());
  CHECK(found("   ").size() == 8);
}

TEST_CASE("a chip and words count together, and new cards keep to both") {
  Story story;
  story.shown.setFilter(StoryFilter::Exercises);
  story.shown.setWords(QStringLiteral("tea"));
  CHECK(story.titles() ==
        QStringList{QStringLiteral("The view from the window"), QStringLiteral("What I count on you for")});
  story.model.setCards({}, sample::kToday);
  CHECK(story.shown.rowCount() == 0);
  story.model.setCards(sample::storyCards(), sample::kToday);
  CHECK(story.shown.rowCount() == 2);
}

TEST_CASE("everything tells an evening once; its own chip has what was said in it too") {
  Story story;
  auto cards = sample::storyCards();
  const auto said = std::ranges::find(cards, gui::StoryKind::Appreciation, &gui::StoryCard::kind);
  REQUIRE(said != cards.end());
  said->isWithin = true;
  story.model.setCards(cards, sample::kToday);
  CHECK(story.shown.rowCount() == 7);
  story.shown.setFilter(StoryFilter::Appreciations);
  CHECK(story.shown.rowCount() == 1);
}
