// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QtTest>

#include "at_text_size.h"
#include "catch.h"
#include "fakes/sample_exercise.h"
#include "gui/look/look.h"
#include "gui/steps/breath_circle.h"
#include "gui/steps/loop_figure.h"
#include "gui/widgets/card_button.h"
#include "player_view_probe.h"
#include "practice/answer_rules.h"
#include "reader_hand.h"

using namespace footbridge;

TEST_CASE("A page to read and a breath are gone through with nothing to answer") {
  for (const char* name : {"read", "settle"}) {
    ViewProbe probe(name);
    probe.press("doneButton");
    CHECK(std::holds_alternative<std::monostate>(std::get<practice::GiveAnswer>(probe.actions.back()).answer));
  }
}

TEST_CASE("The circle can be held still, and its pace is there in words") {
  ViewProbe probe("settle");
  auto* circle = probe.find<gui::BreathCircle>("breathCircle");
  CHECK(circle->isMoving());
  probe.press("stillButton");
  CHECK_FALSE(circle->isMoving());
  CHECK(circle->accessibleDescription().contains(QStringLiteral("4 breaths: in for 4, out for 6")));
}

TEST_CASE("An ask grows into one text while it is written") {
  ViewProbe probe("ask");
  auto* ask = probe.find<QLabel>("askLabel");
  CHECK(ask->text().contains(QStringLiteral("go through the numbers with me on Saturday")));
  probe.find<QPlainTextEdit>("feelEdit")->setPlainText(QStringLiteral("tired"));
  CHECK(ask->text().contains(QStringLiteral("tired")));
  CHECK_FALSE(ask->text().contains(QStringLiteral("ashamed")));
  probe.press("doneButton");
  CHECK(probe.answer<AskAnswer>() ==
        AskAnswer{"the contract fell through", "tired", "go through the numbers with me on Saturday"});
}

TEST_CASE("A half-written ask comes back field by field") {
  auto one = sample::playerScreen("ask");
  ViewProbe probe(one);
  probe.find<QPlainTextEdit>("helpEdit")->clear();
  one.setting.draft = probe.drafts.last();
  ViewProbe again(one);
  again.press("doneButton");
  CHECK(again.answer<AskAnswer>() == AskAnswer{"the contract fell through", "ashamed, and wide awake at four", ""});
}

TEST_CASE("One's own move in the loop has three parts") {
  ViewProbe probe("move");
  probe.press("doneButton");
  CHECK(probe.answer<MoveAnswer>().does == "I go quiet and tidy the kitchen, loudly");
}

TEST_CASE("The fields of one's own move are as high as their words, at any size of text") {
  const int percent = GENERATE(100, 200);
  const probe::AtTextSize textSize(percent);
  const ViewProbe probe("move");
  probe.view->resize(1192, 1600);  // a page of no end, as it scrolls
  for (const char* name : {"whenEdit", "doesEdit", "insideEdit"}) {
    auto* edit = probe.find<QPlainTextEdit>(name);
    CAPTURE(name, percent);
    edit->setPlainText(QStringLiteral("one"));
    QApplication::processEvents();
    const int plain = edit->height();
    CHECK(plain == gui::look::px(72));
    edit->setPlainText(QStringLiteral("one and so on ").repeated(12));
    QApplication::processEvents();
    CHECK(edit->height() > plain);
    CHECK(edit->verticalScrollBar()->maximum() == 0);
  }
}

TEST_CASE("The loop shows both moves, says them to a screen reader, and takes a name") {
  ViewProbe probe("figure");
  auto* figure = probe.find<gui::LoopFigure>("loopFigure");
  CHECK(figure->accessibleDescription().contains(QStringLiteral("Alex: I go quiet")));
  CHECK(figure->accessibleDescription().contains(QStringLiteral("Sam: I hide in my work")));
  QTest::keyClicks(probe.find<QLineEdit>("nameEdit"), QStringLiteral("The two doors"));
  probe.press("doneButton");
  CHECK(probe.answer<WrittenAnswer>().text == "The two doors");
}

TEST_CASE("An agreement needs words; no step at all is as good an answer and as large a button") {
  ViewProbe probe("agree");
  probe.press("doneButton");
  CHECK(probe.actions.empty());
  CHECK_FALSE(probe.find<QLabel>("hintLabel")->isHidden());
  QTest::qWait(1);
  const auto* done = probe.find<QPushButton>("doneButton");
  CHECK(std::abs(probe.find<QPushButton>("noStepButton")->width() - done->width()) <= 1);
  CHECK(done->width() < gui::look::px(240));
  CHECK(probe.find<QLineEdit>("whatEdit")->maxLength() == practice::kLongestText);
  QTest::keyClicks(probe.find<QLineEdit>("whatEdit"), QStringLiteral("Tea on Saturday"));
  CHECK(probe.find<QLabel>("hintLabel")->isHidden());
  probe.press("whoBButton");
  probe.press("fortnightButton");
  probe.press("doneButton");
  const Agreement made = *probe.answer<AgreedAnswer>().agreement;
  CHECK(made.what == "Tea on Saturday");
  CHECK(made.who == AgreementWho::B);
  CHECK(toText(*made.review) == "2026-12-06");
  probe.find<QLineEdit>("whatEdit")->clear();
  probe.press("noStepButton");
  CHECK_FALSE(probe.answer<AgreedAnswer>().agreement);
}

TEST_CASE("An exercise says when its step is looked back on, and they may choose otherwise") {
  sample::PlayerScreen screen = sample::playerScreen("agree");
  for (const auto& [days, button] : {std::pair{7, "weekButton"}, {30, "monthButton"}, {90, "quarterButton"}}) {
    for (Step& one : screen.exercise.steps) {
      if (auto* agree = std::get_if<AgreeStep>(&one.form)) agree->lookBack = days;
    }
    ViewProbe probe(screen);
    CHECK(probe.find<QPushButton>(button)->isChecked());
    QTest::keyClicks(probe.find<QLineEdit>("whatEdit"), QStringLiteral("the window"));
    probe.press("doneButton");
    const auto due = std::chrono::sys_days(screen.setting.today) + std::chrono::days(days);
    CHECK(probe.answer<AgreedAnswer>().agreement->review == Day(due));
    screen.setting.draft = probe.drafts.last();
    CHECK(ViewProbe(screen).find<QPushButton>(button)->isChecked());
    screen.setting.draft.reset();
    probe.press("soonButton");
    probe.press("doneButton");
    CHECK(probe.answer<AgreedAnswer>().agreement->review ==
          Day(std::chrono::sys_days(screen.setting.today) + std::chrono::days(3)));
  }
}

TEST_CASE("An idea for a step takes the place of own words, which can be brought back") {
  ViewProbe probe("agree");
  auto* what = probe.find<QLineEdit>("whatEdit");
  auto* bringBack = probe.find<QPushButton>("bringBackButton");
  auto* ideas = probe.find<QWidget>("suggestions");
  const auto cards = ideas->findChildren<gui::CardButton*>();
  REQUIRE(cards.size() > 1);
  cards[0]->click();
  CHECK(bringBack->isHidden());
  what->setText(QStringLiteral("tea on the steps"));
  cards[0]->click();
  cards[1]->click();
  CHECK(what->text() != QStringLiteral("tea on the steps"));
  REQUIRE_FALSE(bringBack->isHidden());
  what->setText(QStringLiteral("a walk, slowly"));  // an idea made their own
  bringBack->click();
  CHECK(what->text() == QStringLiteral("tea on the steps"));
  bringBack->click();
  CHECK(what->text() == QStringLiteral("a walk, slowly"));
  bringBack->click();
  CHECK(what->text() == QStringLiteral("tea on the steps"));
}

TEST_CASE("No step this time asks once where words have been written") {
  ViewProbe probe("agree");
  probe.find<QLineEdit>("whatEdit")->setText(QStringLiteral("half a step"));
  probe.press("noStepButton");
  CHECK(probe.actions.empty());
  CHECK(probe.find<QLabel>("hintLabel")->text().contains(QStringLiteral("once more")));
  probe.press("noStepButton");
  CHECK_FALSE(probe.answer<AgreedAnswer>().agreement);
}

TEST_CASE("Tab comes to what is chosen of several, and the arrows to the others") {
  ViewProbe probe("agree");
  auto* both = probe.find<QPushButton>("whoBothButton");
  auto* alex = probe.find<QPushButton>("whoAButton");
  CHECK(both->isChecked());
  CHECK((both->focusPolicy() & Qt::TabFocus) != 0);
  CHECK((alex->focusPolicy() & Qt::TabFocus) == 0);
  alex->click();
  CHECK((alex->focusPolicy() & Qt::TabFocus) != 0);
  CHECK((both->focusPolicy() & Qt::TabFocus) == 0);
}

TEST_CASE("Who does a step, and when it is looked back on, is asked with each of the answers") {
  ViewProbe probe("agree");
  const auto nameOf = [&probe](const char* button) { return probe.find<QPushButton>(button)->accessibleName(); };
  CHECK(nameOf("whoAButton") == QStringLiteral("Alex: Who does it?"));
  CHECK(nameOf("whoBothButton") == QStringLiteral("Both of us: Who does it?"));
  CHECK(nameOf("weekButton") == QStringLiteral("In a week: Look back on it"));
}

TEST_CASE("Earlier steps are kept, changed or let go; one left unmarked stays open") {
  ViewProbe probe("review");
  probe.press("changed-12");
  probe.press("doneButton");
  CHECK(probe.answer<ReviewedAnswer>().outcomes == std::vector{std::pair{*EntryId::from(12), AgreementState::Changed}});
}

TEST_CASE("Marks on earlier steps are kept while they are made") {
  auto one = sample::playerScreen("review");
  ViewProbe probe(one);
  probe.press("changed-12");
  probe.press("kept-11");
  REQUIRE_FALSE(probe.drafts.isEmpty());
  one.setting.draft = probe.drafts.last();
  ViewProbe again(one);
  again.press("doneButton");
  CHECK(again.answer<ReviewedAnswer>().outcomes == std::vector{std::pair{*EntryId::from(11), AgreementState::Kept},
                                                               std::pair{*EntryId::from(12), AgreementState::Changed}});
}

TEST_CASE("A mark that was a slip is taken off by a second press, and a blank is said to be fine") {
  auto one = sample::playerScreen("review");
  one.setting.earlier[0].second.state = AgreementState::Kept;
  ViewProbe probe(one);
  CHECK(probe.find<QLabel>("blankLabel")->isVisible());
  auto& slip = *probe.find<QPushButton>("changed-12");
  const auto isChecked = [](QPushButton& chip) {
    return QAccessible::queryAccessibleInterface(&chip)->state().checked == 1;
  };
  slip.click();
  CHECK(isChecked(slip));
  SECTION("by hand") {
    slip.click();
  }
  SECTION("by a screen reader") {
    probe::pressAsReader(slip);
  }
  SECTION("by the keyboard") {
    slip.setFocus();
    QTest::keyClick(&slip, Qt::Key_Space);
  }
  CHECK_FALSE(isChecked(slip));
  CHECK(probe.drafts.last().isEmpty());
  probe.press("kept-11");  // one of before
  CHECK(probe.drafts.last() == QStringLiteral("11:open"));
  one.setting.draft = probe.drafts.last();
  ViewProbe again(one);
  CHECK_FALSE(again.find<QPushButton>("kept-11")->isChecked());
  again.press("doneButton");
  CHECK(again.answer<ReviewedAnswer>().outcomes == std::vector{std::pair{*EntryId::from(11), AgreementState::Open}});
  again.press("let-go-11");
  again.press("kept-11");  // still one of them at most
  again.press("doneButton");
  CHECK(again.answer<ReviewedAnswer>().outcomes == std::vector{std::pair{*EntryId::from(11), AgreementState::Kept}});
}

TEST_CASE("What was said of earlier steps before stands there, unless it was marked anew since") {
  auto one = sample::playerScreen("review");
  one.setting.earlier[0].second.state = AgreementState::Kept;
  one.setting.earlier[1].second.state = AgreementState::Dropped;
  one.setting.draft = QStringLiteral("12:changed");
  ViewProbe probe(one);
  probe.press("doneButton");
  CHECK(probe.answer<ReviewedAnswer>().outcomes == std::vector{std::pair{*EntryId::from(11), AgreementState::Kept},
                                                               std::pair{*EntryId::from(12), AgreementState::Changed}});
}

TEST_CASE("A mark that was made before is no draft, and a newer one made elsewhere stays") {
  auto one = sample::playerScreen("review");
  one.setting.earlier[0].second.state = AgreementState::Kept;
  ViewProbe probe(one);
  probe.press("changed-12");
  REQUIRE_FALSE(probe.drafts.isEmpty());
  CHECK(probe.drafts.last() == QStringLiteral("12:changed"));
  one.setting.draft = probe.drafts.last();
  one.setting.earlier[0].second.state = AgreementState::Dropped;
  ViewProbe again(one);
  again.press("doneButton");
  CHECK(again.answer<ReviewedAnswer>().outcomes == std::vector{std::pair{*EntryId::from(11), AgreementState::Dropped},
                                                               std::pair{*EntryId::from(12), AgreementState::Changed}});
}

TEST_CASE("A close has one thing heard and one appreciated for each") {
  ViewProbe probe("close");
  probe.find<QPlainTextEdit>("heardBEdit")->setPlainText(QStringLiteral("near"));
  probe.press("doneButton");
  CHECK(probe.answer<CloseAnswer>().heard[1] == "near");
  CHECK(probe.answer<CloseAnswer>().appreciated[0] == "You rang my sister before I had to ask");
}

TEST_CASE("The curtain shows no words, is taken by Enter, and has the receiver's colour") {
  ViewProbe probe("hand-over");
  CHECK(probe.find<QPushButton>("readyButton")->text() == QStringLiteral("I’m Sam, and I’m ready"));
  CHECK(probe.find<QPushButton>("readyButton")->property("role").toString() == QStringLiteral("b"));
  probe.view->window()->activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(probe.view->window()));
  probe.view->firstField()->setFocus();
  QTest::keyClick(probe.find<QPushButton>("readyButton"), Qt::Key_Return);
  REQUIRE(probe.actions.size() == 1);
  CHECK(std::holds_alternative<practice::TakeTurn>(probe.actions.back()));
  ViewProbe both("together");
  both.press("readyButton");
  CHECK(std::holds_alternative<practice::ComeTogether>(both.actions.back()));
}

TEST_CASE("Words can be put away or gone back to at the end of a turn") {
  ViewProbe probe("end-of-turn");
  CHECK(probe.find<QPushButton>("doneButton")->text() == QStringLiteral("Done, pass to Sam"));
  probe.press("backButton");
  CHECK(std::holds_alternative<practice::Back>(probe.actions.back()));
  probe.press("doneButton");
  CHECK(std::holds_alternative<practice::EndTurn>(probe.actions.back()));
}

TEST_CASE("What was opened can be read again at the steps for both that come after it") {
  const auto opened = std::get<practice::TalkScreen>(sample::playerScreen("talk").screen.body).opened;
  for (const char* name : {"agree", "close"}) {
    CAPTURE(name);
    auto one = sample::playerScreen(name);
    CHECK(ViewProbe(one).find<QPushButton>("openedButton") == nullptr);
    std::get<practice::StepScreen>(one.screen.body).opened = opened;
    ViewProbe probe(one);
    const auto* place = probe.find<QWidget>("openedHolder");
    CHECK(place->isHidden());
    probe.press("openedButton");
    CHECK(place->isVisible());
    QStringList words;
    for (const auto* label : place->findChildren<QLabel*>()) words << label->text();
    CHECK(words.filter(QStringLiteral("after the call from the school")).size() == 1);
    CHECK(words.filter(QStringLiteral("Sam · ")).size() == 3);
    probe.press("openedButton");
    CHECK(place->isHidden());
  }
}

TEST_CASE("Two moves of unequal length begin at the same height under their figure") {
  auto one = sample::playerScreen("figure");
  auto& moves = std::get<practice::StepScreen>(one.screen.body).opened;
  moves[0].answer = MoveAnswer{"steps", "I go", ""};
  std::get<MoveAnswer>(moves[1].answer).inside = std::string(400, 'a') + " and more";
  ViewProbe probe(one);
  QTest::qWait(1);
  const auto topOf = [&probe](const char* frame) {
    const auto* name = probe.find<QWidget>(frame)->findChild<QLabel*>();
    return name->mapTo(probe.view, QPoint(0, name->height())).y();
  };
  CHECK(topOf("moveAFrame") == topOf("moveBFrame"));
}

TEST_CASE("A part that one person did alone is kept, and nothing is said of opening it") {
  auto one = sample::playerScreen("part-done");
  one.setting.couple.b.reset();
  for (const bool isProtected : {true, false}) {
    one.setting.isProtected[0] = isProtected;
    CHECK(ViewProbe(one).find<QLabel>("textLabel")->text() ==
          (isProtected ? QStringLiteral("Kept, and only yours.") : QStringLiteral("Kept, and not locked yet.")));
  }
}

TEST_CASE("What one person writes alone is tagged as theirs; nobody is there to open it to") {
  auto one = sample::playerScreen("write");
  one.setting.couple.b.reset();
  ViewProbe probe(one);
  const auto* tag = probe.find<QLabel>("tagLabel");
  probe.view->showProtected(false);
  CHECK(tag->text() == QStringLiteral("Your own, not locked yet"));
  probe.view->showProtected(true);
  CHECK(tag->text() == QStringLiteral("Only yours"));
}

TEST_CASE("Somebody who is not in the journal begins a sentence large; a name stands as it is written") {
  const auto said = [](const char* text) { return gui::withNamesIn(text, QStringLiteral("Alex"), std::nullopt); };
  CHECK(said("{partner} noticed it.") == QStringLiteral("Your partner noticed it."));
  CHECK(said("How was it for {partner}? {partner} laughed.") ==
        QStringLiteral("How was it for your partner? Your partner laughed."));
  CHECK(gui::withNamesIn("{partner} noticed it.", QStringLiteral("Alex"), QStringLiteral("sam")) ==
        QStringLiteral("sam noticed it."));
}

TEST_CASE("What one says as I is about my partner, and what one is asked about your partner") {
  const auto said = [](const char* text) { return gui::withNamesIn(text, QStringLiteral("Alex"), std::nullopt); };
  CHECK(said("I told {partner} about something {partner} does well.") ==
        QStringLiteral("I told my partner about something my partner does well."));
  CHECK(said("{partner} noticed something good that I did.") ==
        QStringLiteral("My partner noticed something good that I did."));
  CHECK(said("{partner} knows what I’m glad of.") == QStringLiteral("My partner knows what I’m glad of."));
  CHECK(said("What did {partner} do that you were glad of?") ==
        QStringLiteral("What did your partner do that you were glad of?"));
  CHECK(said("I asked {partner}. If {partner} said no, how was that for you?") ==
        QStringLiteral("I asked my partner. If your partner said no, how was that for you?"));
}

TEST_CASE("The end of a turn says that words are put away only where a passphrase locks them") {
  auto one = sample::playerScreen("part-done");
  for (const bool isLocked : {false, true}) {
    one.setting.isProtected = {isLocked, !isLocked};  // it is Alex's turn
    ViewProbe probe(one);
    const QString words = probe.find<QLabel>("textLabel")->text();
    CHECK(words.contains(QStringLiteral("put away")) == isLocked);
    CHECK(words.contains(QStringLiteral("not locked yet")) == !isLocked);
  }
}
