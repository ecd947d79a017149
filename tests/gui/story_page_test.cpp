// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/story_page.h"

#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "at_text_size.h"
#include "gui/look/type.h"
#include "gui/models/story_card_delegate.h"
#include "privacy_probe.h"
#include "story_sample.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

struct OurStory {
  gui::StoryPage page;
  QSignalSpy opened{&page, &gui::StoryPage::openAsked};
  QLineEdit& search = child<QLineEdit>(page, "searchEdit");
  QListView& list = child<QListView>(page, "storyList");

  explicit OurStory(bool alone = true) {
    page.resize(1068, 800);
    page.showStory(sample::storyCards(), sample::kToday, alone);
    page.show();
  }
  gui::StoryRef lastOpened() { return valueIn<gui::StoryRef>(opened.last().first()); }
};

}  // namespace

TEST_CASE("the story opens by Enter on the card that the arrows chose") {
  OurStory at;
  QTest::keyClick(&at.list, Qt::Key_Down);
  QTest::keyClick(&at.list, Qt::Key_Down);
  QTest::keyClick(&at.list, Qt::Key_Return);
  REQUIRE(at.opened.count() == 1);
  CHECK(at.lastOpened() == gui::StoryRef(*SittingId::from(2)));
}

TEST_CASE("no card of the story moves when a scroll bar comes or goes") {
  OurStory at;
  const int wide = at.list.viewport()->width();
  at.page.resize(1068, 400);
  QTest::qWait(1);
  REQUIRE(at.list.verticalScrollBar()->maximum() > 0);
  CHECK(at.list.viewport()->width() == wide);
  at.search.setText(QStringLiteral("nothing is like this"));
  at.search.clear();
  at.page.resize(1068, 1600);
  QTest::qWait(1);
  REQUIRE(at.list.verticalScrollBar()->maximum() == 0);
  CHECK(at.list.viewport()->width() == wide);
}

TEST_CASE("the cards of the story end where the search field ends") {
  OurStory at;
  QTest::qWait(20);
  constexpr int kBeside = 10;  // between a card and the scroll bar
  const QWidget& cards = *at.list.viewport();
  const int right = cards.mapTo(&at.page, QPoint(cards.width() - kBeside, 0)).x();
  CHECK(right == at.search.mapTo(&at.page, QPoint(at.search.width(), 0)).x());
}

TEST_CASE("at twice the size of text, in a small window, a card tells its title whole and the search says what it is") {
  const AtTextSize twice(200);
  OurStory at;
  at.page.resize(560, 640);
  QTest::qWait(20);
  const auto height = [&at](int row) { return at.list.visualRect(at.list.model()->index(row, 0)).height(); };
  const int lines = QFontMetrics(gui::look::fontOf(gui::look::textLook(u"heading"), gui::look::scale())).height();
  int tallest = 0;
  for (int row = 0; row < at.list.model()->rowCount(); ++row) tallest = std::max(tallest, height(row));
  const int narrow = height(0);
  CHECK(narrow > 3 * lines);  // day, title and line, one under the other
  CHECK(tallest > narrow);    // what is longer takes more lines
  CHECK(at.list.visualRect(at.list.model()->index(0, 0)).width() <= at.list.viewport()->width());
  const int words = at.search.fontMetrics().horizontalAdvance(at.search.placeholderText());
  CHECK(at.search.width() > words + gui::look::px(24));
  at.page.resize(1600, 900);
  QTest::qWait(20);
  CHECK(height(0) < narrow);
}

TEST_CASE("a note of several paragraphs has a card like any other, of three lines at most where it is narrow") {
  OurStory at;
  auto cards = sample::storyCards();
  cards.resize(3, cards.front());
  cards[1].line = QStringLiteral("We walked.\n\nThen it rained, and nobody had a coat.");
  cards[2].line = QStringLiteral("One.\nTwo.\nThree.\nFour.\nFive.\nSix.\n").repeated(20);
  at.page.showStory(cards, sample::kToday, true);
  QTest::qWait(20);
  const auto height = [&at](int row) { return at.list.visualRect(at.list.model()->index(row, 0)).height(); };
  CHECK(height(1) == height(0));
  CHECK(height(2) == height(0));
  cards[0].line = QStringLiteral("word ").repeated(200);
  at.page.resize(400, 800);
  at.page.showStory(cards, sample::kToday, true);
  QTest::qWait(20);
  REQUIRE(gui::StoryCardDelegate::isNarrow(at.list.viewport()->width()));
  CHECK(height(2) == height(0));
}

TEST_CASE("one person's story promises nothing that takes two") {
  gui::StoryPage page;
  page.setOfTwo(false);
  page.showStory({}, sample::kToday, true);
  CHECK(child<QLabel>(page, "emptyLabel").text() ==
        QStringLiteral("What you do here and keep will be here, to find again."));
  page.showStory({sample::storyCards().front()}, sample::kToday, true);
  CHECK(child<QPushButton>(page, "appreciationsChip").isHidden());
  CHECK(child<QPushButton>(page, "viewingsChip").isHidden());
  CHECK_FALSE(child<QPushButton>(page, "looksChip").isHidden());
  page.showStory(sample::storyCards(), sample::kToday, true);
  CHECK_FALSE(child<QPushButton>(page, "appreciationsChip").isHidden());
}

TEST_CASE("the story opens by one click") {
  OurStory at;
  const QModelIndex row = at.list.model()->index(4, 0);
  QTest::mouseClick(at.list.viewport(), Qt::LeftButton, {}, at.list.visualRect(row).center());
  REQUIRE(at.opened.count() == 1);
  CHECK(at.lastOpened() == gui::StoryRef(*EntryId::from(3)));
}

TEST_CASE("the search narrows as one types, and Down goes on into what was found") {
  OurStory at;
  at.search.setFocus();
  QTest::keyClicks(&at.search, QStringLiteral("choir"));
  CHECK(at.list.model()->rowCount() == 1);
  CHECK(child<QLabel>(at.page, "countLabel").isVisible());
  QTest::keyClick(&at.search, Qt::Key_Down);
  CHECK(at.page.focusWidget() == &at.list);
  QTest::keyClick(&at.list, Qt::Key_Return);
  CHECK(at.lastOpened() == gui::StoryRef(*SittingId::from(4)));
}

TEST_CASE("what is not found in one part of the story is searched for in all of it, with the same words") {
  OurStory at;
  press(at.page, "agreementsChip");
  at.search.setText(QStringLiteral("choir"));
  CHECK_FALSE(at.list.isVisible());
  CHECK(child<QLabel>(at.page, "emptyTitle").text() == QStringLiteral("No words like these under “Agreements”"));
  CHECK(child<QPushButton>(at.page, "emptyButton").text() == QStringLiteral("Search everything"));
  press(at.page, "emptyButton");
  CHECK(at.search.text() == QStringLiteral("choir"));
  CHECK(child<QPushButton>(at.page, "everythingChip").isChecked());
  CHECK(at.list.isVisible());
  CHECK(at.list.model()->rowCount() == 1);
}

TEST_CASE("the story shows one part alone to whoever asks for it from elsewhere, and everything where it has none") {
  OurStory at;
  at.search.setText(QStringLiteral("choir"));
  at.page.showOnly(gui::StoryFilter::Agreements);
  CHECK(at.search.text().isEmpty());
  CHECK(child<QPushButton>(at.page, "agreementsChip").isChecked());
  CHECK(at.list.model()->rowCount() == 1);
  at.page.setOfTwo(false);
  at.page.showStory({sample::storyCards().front()}, sample::kToday, true);
  at.page.showOnly(gui::StoryFilter::Agreements);
  CHECK(child<QPushButton>(at.page, "everythingChip").isChecked());
  CHECK(at.list.model()->rowCount() == 1);
}

TEST_CASE("nothing found is said kindly, with a way back to everything") {
  OurStory at;
  at.search.setText(QStringLiteral("elephant"));
  CHECK_FALSE(at.list.isVisible());
  CHECK(child<QLabel>(at.page, "emptyTitle").text() == QStringLiteral("No words like these here"));
  press(at.page, "emptyButton");
  CHECK(at.search.text().isEmpty());
  CHECK(child<QPushButton>(at.page, "everythingChip").isChecked());
  CHECK(at.list.model()->rowCount() == 8);
}

TEST_CASE("an empty part of the story says what is found there") {
  OurStory at;
  at.page.showStory({sample::storyCards().front()}, sample::kToday, true);
  const auto says = [&at](const char* chip) {
    press(at.page, chip);
    return child<QLabel>(at.page, "emptyLabel").text();
  };
  CHECK(says("mineChip") == QStringLiteral("A line that you keep just for yourself is found here."));
  CHECK(says("appreciationsChip") == QStringLiteral("The good things that you tell each other are found here."));
}

TEST_CASE("what was deleted is one press away, where there is any, from an empty story too") {
  OurStory at;
  QSignalSpy deleted(&at.page, &gui::StoryPage::deletedAsked);
  auto& button = child<QPushButton>(at.page, "deletedButton");
  CHECK_FALSE(button.isVisible());
  at.page.setAnyDeleted(true);
  CHECK(button.isVisible());
  CHECK(tabStops(at.page).back() == QStringLiteral("deletedButton"));
  at.page.showStory({}, sample::kToday, true);
  CHECK(button.isVisible());
  button.click();
  CHECK(deleted.count() == 1);
}

TEST_CASE("before the first evening the story is empty, and offers a beginning") {
  gui::StoryPage page;
  page.show();
  QSignalSpy begin(&page, &gui::StoryPage::beginAsked);
  press(page, "emptyButton");
  CHECK(begin.count() == 1);
}

TEST_CASE("only who is alone is asked about lines of their own") {
  OurStory at(true);
  press(at.page, "mineChip");
  CHECK(at.list.model()->rowCount() == 1);
  at.page.showStory({sample::storyCards().front()}, sample::kToday, false);
  CHECK_FALSE(child<QPushButton>(at.page, "mineChip").isVisible());
  CHECK(at.list.model()->rowCount() == 1);
  CHECK(child<QPushButton>(at.page, "everythingChip").isChecked());
}

TEST_CASE("clearing the story leaves no word, not even what was searched for") {
  OurStory at;
  QTest::keyClicks(&at.search, QStringLiteral("choir"));
  at.page.clear();
  CHECK(at.list.model()->rowCount() == 0);
  CHECK_FALSE(anywhere(at.page, QStringLiteral("choir")));
}

TEST_CASE("the story's Tab order is its reading order, and everything has a name") {
  OurStory at;
  // Of the chips the one that is chosen; arrows go to the others.
  CHECK(tabStops(at.page) ==
        QStringList{QStringLiteral("searchEdit"), QStringLiteral("everythingChip"), QStringLiteral("storyList")});
  CHECK(nameless(at.page).isEmpty());
}

TEST_CASE("what was watched, and what was said about it, is found again under its chip") {
  OurStory at;
  auto cards = sample::storyCards();
  cards.emplace_back(*EntryId::from(77));
  cards.back().kind = gui::StoryKind::Viewing;
  cards.back().day = sample::kToday;
  cards.back().title = QStringLiteral("The lighthouse film");
  cards.back().words = QStringLiteral("She carried the lamp alone.");
  at.page.showStory(std::move(cards), sample::kToday, true);
  press(at.page, "viewingsChip");
  REQUIRE(at.list.model()->rowCount() == 1);
  at.search.setText(QStringLiteral("lamp"));
  QTest::keyClick(&at.list, Qt::Key_Return);
  CHECK(at.lastOpened() == gui::StoryRef(*EntryId::from(77)));
}

TEST_CASE("whoever comes back to the story finds it where they left it, at what they opened") {
  OurStory at;
  std::vector<gui::StoryCard> cards;
  for (int i = 1; i <= 60; ++i) cards.emplace_back(*EntryId::from(i));
  at.page.showStory(cards, sample::kToday, true);
  CHECK(at.list.currentIndex().row() == 0);
  const QModelIndex row = at.list.model()->index(40, 0);
  at.list.scrollTo(row);
  const int scrolled = at.list.verticalScrollBar()->value();
  REQUIRE(scrolled > 0);
  QTest::mouseClick(at.list.viewport(), Qt::LeftButton, {}, at.list.visualRect(row).center());
  REQUIRE(at.opened.count() == 1);
  SECTION("it stands there still") {
    at.page.showStory(cards, sample::kToday, true);
    CHECK(at.list.currentIndex().row() == 40);
  }
  SECTION("it was thrown away") {
    cards.erase(cards.begin() + 40);
    at.page.showStory(cards, sample::kToday, true);
  }
  CHECK(at.list.verticalScrollBar()->value() == scrolled);
}
