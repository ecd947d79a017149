// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/today_page.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

#include "catch.h"
#include "gui/example_content.h"

namespace footbridge::gui {
namespace {

struct OpenTodayPage {
  explicit OpenTodayPage(const TodayContent& content) {
    page.showToday(content);
    page.show();
  }
  template <typename Widget>
  [[nodiscard]] Widget* find(const char* name) const {
    auto* found = page.findChild<Widget*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
  }
  [[nodiscard]] std::string text(const char* label) const { return find<QLabel>(label)->text().toStdString(); }
  TodayPage page;
};

}  // namespace

TEST_CASE("the greeting goes by the hour and by who there is", "[today]") {
  TodayContent content = example::today();
  for (const auto& [hour, words] :
       {std::pair{8, "Good morning, Alex and Sam"}, std::pair{12, "Good afternoon, Alex and Sam"},
        std::pair{21, "Good evening, Alex and Sam"}, std::pair{2, "Good evening, Alex and Sam"}}) {
    content.hour = hour;
    CHECK(OpenTodayPage(content).text("greetingLabel") == words);
  }
  content.names = {QStringLiteral("Alex")};
  CHECK(OpenTodayPage(content).text("greetingLabel") == "Good evening, Alex");
}

TEST_CASE("a first day is warm and has no empty cards", "[today]") {
  OpenTodayPage it(example::firstDay());
  CHECK(it.find<QWidget>("firstDayCard")->isVisible());
  CHECK_FALSE(it.find<QWidget>("nowRow")->isVisible());
  CHECK(it.find<QWidget>("lockBanner")->isVisible());
  it.page.showToday(example::today());
  CHECK_FALSE(it.find<QWidget>("firstDayCard")->isVisible());
  CHECK(it.find<QWidget>("agreedCard")->isVisible());
  CHECK_FALSE(it.find<QWidget>("lockBanner")->isVisible());
}

TEST_CASE("where one left off says nothing of how far anybody came", "[today]") {
  OpenTodayPage it(example::today());
  CHECK(it.text("leftOffLabel") == "The view from the window");
  for (const QLabel* label : it.page.findChildren<QLabel*>())
    CHECK_FALSE(label->text().contains(QStringLiteral("step "), Qt::CaseInsensitive));
  CHECK(it.find<QWidget>("leftOffCard")->accessibleName() == QStringLiteral("Go on with The view from the window"));
}

TEST_CASE("a half-written line and words that wait are offered where there are any", "[today]") {
  TodayContent content = example::today();
  OpenTodayPage it(content);
  CHECK_FALSE(it.find<QWidget>("halfBanner")->isVisible());
  CHECK_FALSE(it.find<QWidget>("waitingBanner")->isVisible());
  content.halfWritten = content.wordsWait = true;
  it.page.showToday(content);
  QSignalSpy writeOn(&it.page, &TodayPage::writeOnAsked);
  QSignalSpy waiting(&it.page, &TodayPage::waitingAsked);
  it.find<QPushButton>("writeOnButton")->click();
  it.find<QPushButton>("waitingButton")->click();
  CHECK(writeOn.count() == 1);
  CHECK(waiting.count() == 1);
  CHECK(it.text("halfLabel") == "You began a line. It is here as you left it, and not kept yet.");
  content.halfIsChange = true;
  it.page.showToday(content);
  CHECK(it.text("halfLabel") == "You began to change a line. It stays as it was until you keep the change.");
}

TEST_CASE("what is pressed on Today is asked for by its own name", "[today]") {
  OpenTodayPage it(example::today());
  std::vector<std::string> heard;
  QObject::connect(&it.page, &TodayPage::lookAsked, &it.page, [&] { heard.emplace_back("look"); });
  QObject::connect(&it.page, &TodayPage::agreementKept, &it.page,
                   [&](EntryId id) { heard.push_back("kept " + std::to_string(id.number())); });
  QObject::connect(&it.page, &TodayPage::agreementLetGo, &it.page,
                   [&](EntryId id) { heard.push_back("put off " + std::to_string(id.number())); });
  QObject::connect(&it.page, &TodayPage::sittingAsked, &it.page,
                   [&](SittingId id) { heard.push_back("sitting " + std::to_string(id.number())); });
  QObject::connect(&it.page, &TodayPage::practiceAsked, &it.page,
                   [&](Practice practice) { heard.emplace_back(toText(practice)); });
  for (const char* name : {"lookButton", "keptButton", "letGoButton", "leftOffCard", "practice_safety"})
    it.find<QPushButton>(name)->click();
  CHECK(heard == std::vector<std::string>{"look", "kept 7", "put off 7", "sitting 9", "safety"});
}

TEST_CASE("the menu to start together holds the look, four practices and a line of one's own", "[today]") {
  OpenTodayPage it(example::today());
  QSignalSpy note(&it.page, &TodayPage::noteAsked);
  QList<QAction*> entries;
  for (QAction* action : it.find<QMenu>("togetherMenu")->actions())
    if (!action->isSeparator()) entries.append(action);
  REQUIRE(entries.size() == 6);
  entries.last()->trigger();
  CHECK(note.count() == 1);
}

TEST_CASE("one person alone is told of nothing that takes two", "[today]") {
  TodayContent content = example::firstDay();
  content.ofTwo = false;
  content.names = {QStringLiteral("Alex")};
  OpenTodayPage it(content);
  CHECK(it.text("firstDayLabel") == "What you begin and leave for later will wait here for you. There is no hurry.");
  for (const QLabel* label : it.page.findChildren<QLabel*>()) {
    if (!label->isVisible()) continue;
    CAPTURE(label->text().toStdString());
    for (const char* word : {"each other", "each of you", "both", "together", "Two of you"})
      CHECK_FALSE(label->text().contains(QLatin1String(word)));
  }
  CHECK(it.find<QPushButton>("togetherButton")->text() == QStringLiteral("Start something"));
  content.agreed = TodayContent::Agreed{*EntryId::from(7), QStringLiteral("A walk")};
  it.page.showToday(content);
  CHECK(it.text("agreedKindLabel") == "Your next step");
  CHECK(it.find<QPushButton>("keptButton")->text() == QStringLiteral("I did it"));
  content.agreed.reset();
  content.anyDone = true;
  it.page.showToday(content);
  CHECK_FALSE(it.find<QWidget>("firstDayCard")->isVisible());
}

TEST_CASE("the look's card says how it stands for who is here, and nothing of the other", "[today]") {
  TodayContent content = example::today();
  content.look = LookCard::MyPart;
  OpenTodayPage it(content);
  CHECK(it.text("lookTextLabel") == "Your part is done. It opens when you are both here and both say so.");
  CHECK_FALSE(it.find<QWidget>("lookMinutesLabel")->isVisible());
  content.look = LookCard::Opened;
  it.page.showToday(content);
  CHECK_FALSE(it.find<QPushButton>("lookButton")->isVisible());
}

}  // namespace footbridge::gui
