// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/watch_flow.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <limits>
#include <set>

#include "at_laptop.h"
#include "content/folder_catalog.h"
#include "gui/flows/watch_words.h"
#include "gui/look/look.h"
#include "gui/pages/viewing_page.h"
#include "gui/widgets/card_button.h"
#include "plain_afterwards.h"
#include "privacy_probe.h"
#include "tab_ring.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

/// A catalog with decks, a plan and one exercise a practice.
class WatchCatalog : public fakes::ListCatalog {
 public:
  Result<std::vector<ExerciseSummary>> exercises() override {
    return std::vector<ExerciseSummary>{
        {*ExerciseId::from("lean-on-me"), "Lean on me", "", Practice::Support, 20, Depth::Light, Audience::Two},
        {*ExerciseId::from("by-myself"), "By myself", "", Practice::Support, 10, Depth::Light, Audience::One}};
  }
  Result<std::shared_ptr<const Deck>> deck(const DeckId& id) override {
    Deck deck{id, "Deck", {}};
    for (int i = 0; i < 6; ++i) {
      const std::string name = "c" + std::to_string(i);
      deck.cards.push_back({*CardId::from(name), id.text() + " card " + name, ""});
    }
    return std::make_shared<const Deck>(deck);
  }
  Result<std::vector<WatchPlan>> watchPlans() override {
    return std::vector<WatchPlan>{{*WatchPlanId::from("five"),
                                   "Five over a month",
                                   "Five things.",
                                   {"Go slowly."},
                                   5,
                                   30,
                                   {{"D10", "A study."}},
                                   "One study of newlyweds."}};
  }
};

/// Both at the laptop, with a journal in memory.
struct Watching : probe::AtLaptop<fakes::MemoryJournal, WatchCatalog> {
  gui::ExerciseShelf shelf{catalog};
  gui::WatchFlow flow{around, shelf};

  explicit Watching(Reader reader = Reader::OursAlone) : AtLaptop(reader) {
    window.resize(1024, 640);
    window.show();
  }
  EntryId put(const char* title, std::optional<PartnerId> by = PartnerId::B) {
    auto added = journal.add(VaultId::Ours, std::nullopt, Viewing{title, by, clock.day, {}, {}});
    REQUIRE(added);
    return added->id;
  }
  Viewing viewing(EntryId id) { return std::get<Viewing>(journal.find(id, Reader::OursAlone)->body); }
  QWidget& page() { return *window.page(window.currentPage()); }
  /// Something watched with two talks about it, "one" and "two", on its page.
  EntryId talkTwice() {
    const EntryId id = put("Six weeks");
    flow.showViewing(id);
    for (const char* words : {"one", "two"}) {
      say(words);
      press(*find(QStringLiteral("cardFrame")), "keepButton");
    }
    return id;
  }
  void say(const char* words) { child<QPlainTextEdit>(page(), "sayEdit").setPlainText(QString::fromUtf8(words)); }
  QString card() { return child<QLabel>(page(), "cardLabel").text(); }
  QString notice() { return child<QLabel>(page(), "noticeLabel").text(); }
  QWidget* find(const QString& name) { return page().findChild<QWidget*>(name); }
};

/// The Tab key goes right round, and down the page.
void checkReadingOrder(QWidget& page) {
  checkTabRing(*page.window());
  int last = std::numeric_limits<int>::min() + 100;  // wherever the page is scrolled to
  for (QWidget* stop : tabRound(*page.window())) {
    // An area that scrolls holds the others.
    if (!page.isAncestorOf(stop) || qobject_cast<QScrollArea*>(stop) != nullptr) continue;
    const int top = stop->mapTo(&page, QPoint(0, stop->height() / 2)).y();
    INFO(stop->objectName().toStdString());
    CHECK(top >= last - 40);
    last = top;
    const bool named = !stop->accessibleName().isEmpty() || !stop->property("text").toString().isEmpty();
    CHECK(named);
  }
}

}  // namespace

TEST_CASE("something is put on the list, with who suggested it and the plan it counts for") {
  Watching at;
  at.flow.showList();
  press(at.page(), "addButton");
  child<QLineEdit>(at.page(), "titleEdit").setText(QStringLiteral("  The long way  "));
  press(at.page(), "bChip");
  child<QCheckBox>(at.page(), "countsBox").click();
  QTest::keyClick(&child<QLineEdit>(at.page(), "titleEdit"), Qt::Key_Return);
  const auto entries = at.journal.entries(Reader::OursAlone);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].vault == VaultId::Ours);
  CHECK_FALSE(entries[0].author);
  const Viewing expected{"The long way", PartnerId::B, at.clock.day, {}, WatchPlanId::from("five")};
  CHECK(std::get<Viewing>(entries[0].body) == expected);
  auto* card = at.find(QStringLiteral("viewing_%1").arg(entries[0].id.number()));
  REQUIRE(card != nullptr);
  CHECK(card->accessibleName().contains(QStringLiteral("Sam suggested it")));
  CHECK_FALSE(at.find(QStringLiteral("addForm"))->isVisible());
  CHECK(child<QLabel>(at.page(), "planProgress").text() == QStringLiteral("Nothing seen yet. Chosen: one of five."));
}

TEST_CASE("without a title nothing is put on the list, and the form stays") {
  Watching at;
  at.flow.showList();
  press(at.page(), "addButton");
  press(*at.find(QStringLiteral("addForm")), "keepButton");
  CHECK(at.journal.entries(Reader::OursAlone).empty());
  CHECK(child<QLabel>(at.page(), "problemLabel").isVisible());
}

TEST_CASE("a title that the disk refuses stays in the form") {
  Watching at;
  at.flow.showList();
  press(at.page(), "addButton");
  child<QLineEdit>(at.page(), "titleEdit").setText(QStringLiteral("Six weeks"));
  at.journal.refuses = ErrorKind::DiskFull;
  press(*at.find(QStringLiteral("addForm")), "keepButton");
  CHECK(child<QLineEdit>(at.page(), "titleEdit").text() == QStringLiteral("Six weeks"));
  CHECK(at.find(QStringLiteral("addForm"))->isVisible());
  CHECK_FALSE(at.notice().isEmpty());
}

TEST_CASE("nothing of a vault of one's own is on the list") {
  Watching at;
  at.here.reader = Reader::A;
  REQUIRE(at.journal.add(VaultId::A, PartnerId::A, Viewing{"mine alone", PartnerId::A, {}, {}, {}}));
  at.flow.showList();
  CHECK(at.page().findChildren<gui::CardButton*>().isEmpty());
}

TEST_CASE("seen and not seen, changed and as before: each has a way back") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  at.flow.showViewing(id);
  press(at.page(), "seenButton");
  CHECK(at.viewing(id).seen == at.clock.day);
  CHECK(at.notice().contains(QStringLiteral("draw a card")));
  CHECK_FALSE(child<QWidget>(at.page(), "undoButton").isVisible());  // beside "Not seen yet", which does the same
  at.clock.day = Day{std::chrono::sys_days(at.clock.day) + std::chrono::days(1)};
  press(at.page(), "unseenButton");
  CHECK_FALSE(at.viewing(id).seen);
  press(at.page(), "undoButton");
  CHECK(at.viewing(id).seen == Day{std::chrono::sys_days(at.clock.day) - std::chrono::days(1)});
  press(at.page(), "changeButton");
  child<QLineEdit>(at.page(), "titleEdit").setText(QStringLiteral("Seven weeks"));
  press(at.page(), "bothChip");
  press(*at.find(QStringLiteral("changeForm")), "keepButton");
  CHECK(at.viewing(id).title == "Seven weeks");
  CHECK_FALSE(at.viewing(id).suggestedBy);
  press(at.page(), "undoButton");
  CHECK(at.viewing(id).title == "Six weeks");
  CHECK(at.viewing(id).suggestedBy == PartnerId::B);
}

TEST_CASE("nobody is asked to choose where nothing is left to choose") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  const auto lead = [&at] {
    at.flow.showList();
    return child<QLabel>(at.page(), "leadLabel").text();
  };
  CHECK(lead().startsWith(QStringLiteral("Choose one")));
  at.flow.showViewing(id);
  press(at.page(), "seenButton");
  CHECK(lead().contains(QStringLiteral("Add what one of you would like to see")));
}

TEST_CASE("what is taken off the list comes back by one button, with all that was said") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  at.flow.showViewing(id);
  at.say("we laughed");
  press(*at.find(QStringLiteral("cardFrame")), "keepButton");
  press(at.page(), "removeButton");
  CHECK(at.window.currentPage() == gui::PageName::Watch);
  CHECK(at.journal.entries(Reader::OursAlone).empty());
  press(at.page(), "undoButton");
  CHECK(at.viewing(id).talks.size() == 1);
  CHECK(at.find(QStringLiteral("viewing_%1").arg(id.number())) != nullptr);
}

TEST_CASE("a card is drawn, another one comes, and what was said over it is kept with the viewing") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  at.flow.showViewing(id);
  CHECK_FALSE(at.find(QStringLiteral("drawnFrame"))->isVisible());
  press(at.page(), "afterChip");
  const QString first = at.card();
  CHECK(first.startsWith(QStringLiteral("watch-after card")));
  press(at.page(), "drawButton");
  CHECK(at.card() != first);
  const QString kept = at.card();
  at.say("  the old man did \n");
  press(*at.find(QStringLiteral("cardFrame")), "keepButton");
  REQUIRE(at.viewing(id).talks.size() == 1);
  const ViewingTalk talk = at.viewing(id).talks[0];
  CHECK(talk.text == "the old man did");
  CHECK(talk.when == at.clock.day);
  CHECK(kept.endsWith(QString::fromStdString(talk.card->card.text())));
  CHECK(child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText().isEmpty());
  CHECK(at.journal.drafts.empty());
  for (int i = 0; i < 12; ++i) {
    press(at.page(), "drawButton");
    if (!at.find(QStringLiteral("drawnFrame"))->isVisible()) press(at.page(), "afterChip");
    CHECK(at.card() != kept);
  }
}

TEST_CASE("nobody who has talked about it is asked to, once it is seen") {
  Watching at;
  at.talkTwice();
  press(at.page(), "seenButton");
  CHECK(at.notice() == QStringLiteral("Seen today."));
}

TEST_CASE("a card may be kept without words, words without a card, and nothing without both") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  at.flow.showViewing(id);
  QWidget& frame = *at.find(QStringLiteral("cardFrame"));
  press(frame, "keepButton");
  CHECK(at.viewing(id).talks.empty());
  press(at.page(), "pauseChip");
  press(frame, "keepButton");
  press(at.page(), "freeChip");
  at.say("just so");
  press(frame, "keepButton");
  REQUIRE(at.viewing(id).talks.size() == 2);
  CHECK(at.viewing(id).talks[0].text.empty());
  CHECK_FALSE(at.viewing(id).talks[1].card);
}

TEST_CASE("keeping is offered only while there is a word or a card to keep") {
  Watching at;
  at.flow.showViewing(at.put("Six weeks"));
  auto& keep = child<QPushButton>(*at.find(QStringLiteral("cardFrame")), "keepButton");
  CHECK_FALSE(keep.isVisible());
  SECTION("a word") {
    at.say("we laughed");
  }
  SECTION("a card") {
    press(at.page(), "afterChip");
  }
  CHECK(keep.isVisible());
  keep.setFocus();
  keep.click();
  CHECK(at.notice() == QStringLiteral("Kept. You find it below, under “What was said”."));
  CHECK(child<QLabel>(at.page(), "savedLabel").text().isEmpty());
  CHECK_FALSE(keep.isVisible());
  CHECK(at.page().focusWidget() == at.find(QStringLiteral("sayEdit")));
}

TEST_CASE("how the plan goes is shown and hidden by words that say which") {
  Watching at;
  at.put("Six weeks");
  at.flow.showList();
  auto& more = child<QPushButton>(at.page(), "planMoreButton");
  CHECK(more.text() == QStringLiteral("How it goes"));
  more.click();
  CHECK(at.find(QStringLiteral("planBox"))->isVisible());
  CHECK(more.text() == QStringLiteral("Hide how it goes"));
  more.click();
  CHECK_FALSE(at.find(QStringLiteral("planBox"))->isVisible());
  CHECK(more.text() == QStringLiteral("How it goes"));
}

TEST_CASE("a talk is changed in its place, and taken away with a way back") {
  Watching at;
  const EntryId id = at.talkTwice();
  QWidget& frame = *at.find(QStringLiteral("cardFrame"));
  const Day talkedOn = *at.viewing(id).talks[0].when;
  at.clock.day = std::chrono::sys_days(at.clock.day) + std::chrono::days(21);
  press(at.page(), "changeTalk0");
  CHECK(child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText() == QStringLiteral("one"));
  at.say("one, and more");
  press(frame, "keepButton");
  REQUIRE(at.viewing(id).talks.size() == 2);
  CHECK(at.viewing(id).talks[0].text == "one, and more");
  CHECK(at.viewing(id).talks[0].when == talkedOn);
  press(at.page(), "removeTalk1");
  CHECK(at.viewing(id).talks.size() == 1);
  press(at.page(), "undoButton");
  CHECK(at.viewing(id).talks.size() == 2);
}

TEST_CASE("a talk is changed in its place, whatever becomes of the others meanwhile") {
  Watching at;
  const EntryId id = at.talkTwice();
  QWidget& frame = *at.find(QStringLiteral("cardFrame"));
  at.say("three");
  press(frame, "keepButton");
  press(at.page(), "changeTalk1");
  at.say("two, and more");
  std::vector<std::string> wanted;
  SECTION("one before it goes") {
    press(at.page(), "removeTalk0");
    wanted = {"two, and more", "three"};
  }
  SECTION("one before it goes, and comes back") {
    press(at.page(), "removeTalk0");
    press(at.page(), "undoButton");
    wanted = {"one", "two, and more", "three"};
  }
  SECTION("one after it goes") {
    press(at.page(), "removeTalk2");
    wanted = {"one", "two, and more"};
  }
  SECTION("it goes itself, so that the words are new ones") {
    press(at.page(), "removeTalk1");
    wanted = {"one", "three", "two, and more"};
  }
  SECTION("one before it goes, and the window locks meanwhile") {
    press(at.page(), "removeTalk0");
    REQUIRE(at.flow.putAway());
    at.flow.showViewing(id);
    wanted = {"two, and more", "three"};
  }
  press(frame, "keepButton");
  std::vector<std::string> said;
  for (const ViewingTalk& talk : at.viewing(id).talks) said.push_back(talk.text);
  CHECK(said == wanted);
}

TEST_CASE("a half-made change of a talk is one still when the window was locked meanwhile") {
  Watching at;
  const EntryId id = at.talkTwice();
  QWidget& frame = *at.find(QStringLiteral("cardFrame"));
  press(at.page(), "changeTalk0");
  at.say("one, and");
  REQUIRE(at.flow.putAway());
  std::vector<std::string> wanted{"one, and more", "two"};
  SECTION("where it stands as it was") {}
  SECTION("where others stand at its place meanwhile, as a new one") {
    Viewing moved = at.viewing(id);
    moved.talks.erase(moved.talks.begin());
    REQUIRE(at.journal.revise(id, moved));
    wanted = {"two", "one, and more"};
  }
  SECTION("where it is gone meanwhile, as a new one") {
    Viewing emptied = at.viewing(id);
    emptied.talks.clear();
    REQUIRE(at.journal.revise(id, emptied));
    wanted = {"one, and more"};
  }
  at.flow.showViewing(id);
  CHECK(child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText() == QStringLiteral("one, and"));
  at.say("one, and more");
  press(frame, "keepButton");
  std::vector<std::string> said;
  for (const ViewingTalk& talk : at.viewing(id).talks) said.push_back(talk.text);
  CHECK(said == wanted);
}

TEST_CASE("a talk is not changed over words that are being written") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  at.flow.showViewing(id);
  at.say("one");
  press(*at.find(QStringLiteral("cardFrame")), "keepButton");
  at.say("half a thou");
  press(at.page(), "changeTalk0");
  CHECK(child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText() == QStringLiteral("half a thou"));
  REQUIRE(at.flow.putAway());
  at.flow.showViewing(id);
  CHECK(child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText() == QStringLiteral("half a thou"));
}

TEST_CASE("half-written words are sealed with their card when the window locks, and are there again") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  at.flow.showViewing(id);
  press(at.page(), "beforeChip");
  const QString card = at.card();
  at.say("half a thou");
  REQUIRE(at.flow.putAway());
  CHECK(child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText().isEmpty());
  CHECK(child<QLabel>(at.page(), "titleLabel").text().isEmpty());
  at.flow.showViewing(id);
  CHECK(child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText() == QStringLiteral("half a thou"));
  CHECK(at.card() == card);
  press(at.page(), "throwButton");
  CHECK(at.journal.drafts.empty());
}

TEST_CASE("words that were thrown away come back with their card, until something new is begun") {
  Watching at;
  at.flow.showViewing(at.put("Six weeks"));
  press(at.page(), "beforeChip");
  const QString card = at.card();
  const auto said = [&] { return child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText(); };
  at.say("half a thou");
  press(at.page(), "throwButton");
  CHECK(said().isEmpty());
  CHECK(at.page().focusWidget() == &child<QPushButton>(at.page(), "undoButton"));
  press(at.page(), "undoButton");
  CHECK(said() == QStringLiteral("half a thou"));
  CHECK(at.card() == card);
  CHECK(child<QFrame>(at.page(), "noticeFrame").isHidden());
  press(at.page(), "throwButton");
  at.say("anew");
  CHECK(child<QFrame>(at.page(), "noticeFrame").isHidden());
  CHECK(said() == QStringLiteral("anew"));
}

TEST_CASE("half-written words of somebody who is here alone come up for nobody else") {
  Watching at(Reader::A);
  at.journal.doors = {DoorState::Unlocked, DoorState::Unlocked};
  const EntryId id = at.put("Six weeks");
  at.flow.showList();
  QTest::keyClicks(&child<QLineEdit>(at.page(), "titleEdit"), QStringLiteral("The one I cr"));
  at.flow.showViewing(id);
  at.say("half a thou");
  REQUIRE(at.flow.putAway());
  const auto seen = [&at, id](gui::WatchFlow& flow) {
    flow.showList();
    const QString title = child<QLineEdit>(at.page(), "titleEdit").text();
    flow.showViewing(id);
    const QString words = child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText();
    REQUIRE(flow.putAway());
    return title + u'|' + words;
  };
  CHECK(seen(at.flow) == QStringLiteral("The one I cr|half a thou"));
  for (const Reader reader : {Reader::B, Reader::OursAlone}) {
    Watching next(reader);
    next.journal.kept = at.journal.kept;
    next.journal.drafts = at.journal.drafts;
    next.journal.doors = {DoorState::Unlocked, DoorState::Unlocked};
    next.flow.showList();
    CHECK(child<QLineEdit>(next.page(), "titleEdit").text().isEmpty());
    next.flow.showViewing(id);
    CHECK(child<QPlainTextEdit>(next.page(), "sayEdit").toPlainText().isEmpty());
  }
}

TEST_CASE("words that the disk does not take stay on the page") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  at.flow.showViewing(id);
  at.say("we laughed");
  at.journal.refuses = ErrorKind::DiskFull;
  press(*at.find(QStringLiteral("cardFrame")), "keepButton");
  CHECK(child<QPlainTextEdit>(at.page(), "sayEdit").toPlainText() == QStringLiteral("we laughed"));
  CHECK_FALSE(at.notice().isEmpty());
  CHECK_FALSE(at.flow.putAway());
  at.journal.refuses.reset();
  CHECK(at.flow.putAway());
}

TEST_CASE("exercises for two are offered by practice, and one that was done with it is there to read again") {
  Watching at;
  const EntryId id = at.put("Six weeks");
  Begun begun{*ExerciseId::from("lean-on-me"), "", "", SittingMode::Together, PartnerId::A, at.clock.day, {}, {}};
  begun.about = id;
  const auto sitting = at.journal.begin(VaultId::Ours, begun);
  REQUIRE(sitting);
  begun.about.reset();
  REQUIRE(at.journal.begin(VaultId::Ours, begun));
  QSignalSpy asked(&at.flow, &gui::WatchFlow::exerciseAsked);
  QSignalSpy read(&at.flow, &gui::WatchFlow::sittingAsked);
  at.flow.showViewing(id);
  CHECK(at.find(QStringLiteral("exercise_lean-on-me")) == nullptr);
  press(at.page(), "practice_support");
  CHECK(at.find(QStringLiteral("exercise_by-myself")) == nullptr);
  press(at.page(), "exercise_lean-on-me");
  REQUIRE(asked.count() == 1);
  CHECK(valueIn<EntryId>(asked[0][1]) == id);
  CHECK(at.find(QStringLiteral("doneBox"))->findChildren<gui::CardButton*>().size() == 1);
  press(at.page(), ("sitting_" + std::to_string(sitting->number())).c_str());
  REQUIRE(read.count() == 1);
  CHECK(valueIn<SittingId>(read[0][0]) == *sitting);
}

TEST_CASE("the plan says what was done, never what is missing") {
  const WatchPlan five{*WatchPlanId::from("five"), "Five", "", {}, 5, 30, {}, ""};
  const auto words = [&](std::size_t seen, std::size_t picked, std::size_t rounds) {
    return gui::planView(five, {seen, picked, rounds}).progress;
  };
  CHECK(words(0, 0, 0).startsWith(QStringLiteral("Nothing chosen yet")));
  CHECK(words(0, 1, 0) == QStringLiteral("Nothing seen yet. Chosen: one of five."));
  CHECK(words(2, 1, 0) == QStringLiteral("Seen: two of five. There is no hurry."));
  CHECK(words(0, 0, 1).contains(QStringLiteral("all five")));
  CHECK(gui::planView(five, {0, 0, 1}).seen == 5);
  CHECK(words(0, 2, 1) == QStringLiteral("Chosen: two of five."));
}

TEST_CASE("both pages keep their words whole and their order at any text size on a small screen") {
  const gui::PlainAfterwards plain;
  for (const int percent : {100, 200}) {
    gui::Appearance wanted;
    wanted.textPercent = percent;
    gui::look::apply(*qApp, wanted);
    Watching at;
    const EntryId id = at.put("Six weeks of rain, and what came after it in the valley");
    at.put("The ferry", std::nullopt);
    at.flow.showList();
    QApplication::processEvents();
    checkReadingOrder(at.page());
    at.flow.showViewing(id);
    press(at.page(), "afterChip");
    at.say("one");
    press(*at.find(QStringLiteral("cardFrame")), "keepButton");
    press(at.page(), "practice_support");
    for (int i = 0; i < 4; ++i) QApplication::processEvents();
    checkReadingOrder(at.page());
    auto& scroll = child<QScrollArea>(at.page(), "scrollArea");
    CHECK(scroll.horizontalScrollBar()->maximum() == 0);
    CHECK(scroll.widget()->width() <= scroll.viewport()->width());
  }
}
