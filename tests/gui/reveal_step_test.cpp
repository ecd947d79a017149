// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <set>

#include "catch.h"
#include "fakes/sample_exercise.h"
#include "gui/steps/answer_lines.h"
#include "player_view_probe.h"

using namespace footbridge;
using sample::step;

namespace {
QStringList wordsIn(const QWidget* column) {
  QStringList words;
  for (const QLabel* label : column->findChildren<QLabel*>()) words << label->text();
  return words;
}
}  // namespace

TEST_CASE("A reveal puts each one's words in their own column, and a guess beside what it guessed") {
  ViewProbe probe("reveal");
  const QStringList alex = wordsIn(probe.find<QWidget>("columnA"));
  const QStringList sam = wordsIn(probe.find<QWidget>("columnB"));
  CHECK(alex.contains(QStringLiteral("Being listened to")));
  CHECK(sam.contains(QStringLiteral("A second head on the problem")));
  const auto guess = sam.indexOf(QStringLiteral("Alex guessed"));
  REQUIRE(guess > sam.indexOf(QStringLiteral("A second head on the problem")));
  CHECK(sam.value(guess + 1) == QStringLiteral("Some space"));
  CHECK(probe.find<QWidget>("columnA")->height() == probe.find<QWidget>("columnB")->height());
  probe.press("doneButton");
  CHECK(std::holds_alternative<practice::MoveOn>(probe.actions.back()));
}

TEST_CASE("A reveal of nothing says that this is fine, and asks nobody to read") {
  sample::PlayerScreen screen = sample::playerScreen("reveal");
  std::get<practice::RevealScreen>(screen.screen.body).lines.clear();
  ViewProbe probe(screen);
  CHECK(probe.find<QLabel>("titleLabel")->text() == QStringLiteral("Nothing was opened this time"));
  CHECK(probe.find<QLabel>("textLabel")->text().startsWith(QStringLiteral("That is fine.")));
  for (const char* part : {"columnA", "columnB", "readLabel"}) CHECK_FALSE(probe.find<QWidget>(part)->isVisible());
  CHECK(probe.find<QPushButton>("doneButton")->text() == QStringLiteral("Go on"));
  probe.press("doneButton");
  CHECK(std::holds_alternative<practice::MoveOn>(probe.actions.back()));
}

TEST_CASE("Where nothing was opened the words that say so stand together at the top") {
  sample::PlayerScreen screen = sample::playerScreen("reveal");
  std::get<practice::RevealScreen>(screen.screen.body).lines.clear();
  const ViewProbe probe(screen);
  QTest::qWait(1);
  const auto* title = probe.find<QLabel>("titleLabel");
  const auto* text = probe.find<QLabel>("textLabel");
  CHECK(title->y() < 20);
  CHECK(title->height() < 60);
  CHECK(text->y() - title->geometry().bottom() < 40);
  CHECK(text->height() < 40);
}

TEST_CASE("The end says what is kept, and of nothing opened that it is fine") {
  sample::PlayerScreen screen = sample::playerScreen("finished");
  const auto words = [&screen](practice::FinishedScreen end) {
    screen.screen.body = end;
    return ViewProbe(screen).find<QLabel>("textLabel")->text();
  };
  CHECK(words({true, true}).contains(QStringLiteral("opened and agreed on is kept in Our story")));
  CHECK(words({false, true}).startsWith(QStringLiteral("What you wrote together is kept in Our story.")));
  CHECK(words({false, false}).startsWith(QStringLiteral("Nothing was opened this time, and that is fine.")));
}

TEST_CASE("Over the words stands which question they answer, whichever both opened first") {
  auto one = sample::playerScreen("reveal");
  for (Step& each : one.exercise.steps) {
    if (each.id == step("carried")) each.caption = "What I carried";
    if (auto* reveal = std::get_if<RevealStep>(&each.form)) reveal->opens = {step("carried"), step("after")};
  }
  Step after = *one.exercise.find(step("carried"));
  after.id = step("after");
  after.caption = "What came after";
  one.exercise.steps.push_back(after);
  const auto opensBoth = [&one](const char* id) {
    const WrittenAnswer answer{"the bags"};
    std::get<practice::RevealScreen>(one.screen.body).lines = {{PartnerId::A, {step(id), std::nullopt}, answer},
                                                               {PartnerId::B, {step(id), std::nullopt}, answer}};
    ViewProbe probe(one);
    return QStringList{wordsIn(probe.find<QWidget>("columnA")).value(1),
                       wordsIn(probe.find<QWidget>("columnB")).value(1)};
  };
  CHECK(opensBoth("carried") == QStringList(2, QStringLiteral("What I carried")));
  CHECK(opensBoth("after") == QStringList(2, QStringLiteral("What came after")));
}

TEST_CASE("Where one written step is all that a reveal opens, its title says what the words are") {
  auto one = sample::playerScreen("reveal");
  for (Step& each : one.exercise.steps) {
    if (each.id == step("carried")) each.caption = "What I carried";
    if (auto* reveal = std::get_if<RevealStep>(&each.form)) reveal->opens = {step("carried")};
  }
  auto& lines = std::get<practice::RevealScreen>(one.screen.body).lines;
  lines = {{PartnerId::A, {step("carried"), std::nullopt}, WrittenAnswer{"the bags"}}};
  ViewProbe probe(one);
  CHECK_FALSE(wordsIn(probe.find<QWidget>("columnA")).contains(QStringLiteral("What I carried")));
  CHECK(wordsIn(probe.find<QWidget>("columnA")).contains(QStringLiteral("the bags")));
}

TEST_CASE("A guess at one of several marks stands under that mark") {
  auto one = sample::playerScreen("rate");
  Step guess = one.exercise.steps[1];
  guess.id = step("guess");
  guess.form = GuessStep{step("lines")};
  one.exercise.steps.push_back(guess);
  const auto at = [](const char* id, const char* line, PartnerId writer, int mark) {
    return OpenedLine{writer, {step(id), sample::item(line)}, RatedAnswer{{{sample::item(line), Score::from(mark)}}}};
  };
  one.screen.body = practice::RevealScreen{step("reveal"),
                                           {at("lines", "told", PartnerId::A, 0), at("lines", "asked", PartnerId::A, 2),
                                            at("guess", "told", PartnerId::B, 4), at("guess", "asked", PartnerId::B, 6),
                                            at("guess", "side", PartnerId::B, 3)}};
  ViewProbe probe(one);
  QString marks;
  for (const QString& words : wordsIn(probe.find<QWidget>("columnA")))
    if (words.size() > 4 && words.mid(1, 3) == QStringLiteral("\u00a0·\u00a0")) marks += words.front();
  CHECK(marks == QStringLiteral("04263"));
}

TEST_CASE("A reveal in which one opened nothing says so plainly and blames nobody") {
  auto one = sample::playerScreen("reveal");
  auto& lines = std::get<practice::RevealScreen>(one.screen.body).lines;
  lines.erase(lines.begin() + 1, lines.end());
  ViewProbe probe(one);
  CHECK(wordsIn(probe.find<QWidget>("columnB")).contains(QStringLiteral("Nothing to read here this time.")));
}

TEST_CASE("Looking over: lines start as they were chosen, can be kept back, and trimmed") {
  ViewProbe probe("look-over");
  auto* carried = probe.find<QWidget>("line-carried");
  auto* kind = probe.find<QWidget>("line-kind");
  CHECK(carried->findChild<QPushButton*>(QStringLiteral("openButton"))->isChecked());
  CHECK(probe.find<QWidget>("line-guess")->findChild<QPushButton*>(QStringLiteral("keepButton"))->isChecked());
  CHECK(kind->findChild<QPushButton*>(QStringLiteral("trimButton")) == nullptr);
  kind->findChild<QPushButton*>(QStringLiteral("keepButton"))->click();
  carried->findChild<QPushButton*>(QStringLiteral("trimButton"))->click();
  carried->findChild<QPlainTextEdit*>(QStringLiteral("trimEdit0"))->setPlainText(QStringLiteral("Tuesday was hard."));
  probe.press("doneButton");
  const auto chosen = std::get<practice::ChooseLines>(probe.actions.back()).choices;
  REQUIRE(chosen.size() == 3);
  CHECK(chosen[0] == LineChoice{{step("carried"), std::nullopt}, true, WrittenAnswer{"Tuesday was hard."}});
  CHECK(chosen[1] == LineChoice{{step("kind"), std::nullopt}, false, std::nullopt});
}

TEST_CASE("A trim can be taken back, to all the words as they were written") {
  ViewProbe probe("look-over");
  auto* carried = probe.find<QWidget>("line-carried");
  auto* trim = carried->findChild<QPushButton*>(QStringLiteral("trimButton"));
  trim->click();
  carried->findChild<QPlainTextEdit*>(QStringLiteral("trimEdit0"))->setPlainText(QStringLiteral("less"));
  CHECK(trim->text() == QStringLiteral("Use all the words"));
  trim->click();
  CHECK(carried->findChild<QPlainTextEdit*>(QStringLiteral("trimEdit0"))->isHidden());
  probe.press("doneButton");
  CHECK(std::get<practice::ChooseLines>(probe.actions.back()).choices[0] ==
        LineChoice{{step("carried"), std::nullopt}, true, std::nullopt});
  trim->click();
  CHECK(carried->findChild<QPlainTextEdit*>(QStringLiteral("trimEdit0"))->toPlainText() == QStringLiteral("less"));
}

TEST_CASE("What opens and keeps a line stands at the same place on every line") {
  ViewProbe probe("look-over");
  QTest::qWait(1);
  std::set<int> ends;
  for (const char* line : {"line-carried", "line-kind", "line-guess"}) {
    const auto* keep = probe.find<QWidget>(line)->findChild<QPushButton*>(QStringLiteral("keepButton"));
    ends.insert(keep->mapTo(probe.view, QPoint(keep->width(), 0)).x());
  }
  CHECK(ends.size() == 1);
}

TEST_CASE("What all lines do stands beside the title, and Tab meets it before the lines") {
  ViewProbe probe("look-over");
  QTest::qWait(1);
  const auto* title = probe.find<QLabel>("titleLabel");
  const auto* all = probe.find<QPushButton>("openAllButton");
  const int middle = all->mapTo(probe.view, all->rect().center()).y();
  const QRect beside(title->mapTo(probe.view, QPoint()), title->size());
  CHECK((middle > beside.top() && middle < beside.bottom()));
  const auto* line = probe.find<QWidget>("line-carried");
  QStringList met;
  for (const QWidget* next = all; met.size() < 6; next = next->nextInFocusChain()) {
    const bool isPress = qobject_cast<const QPushButton*>(next) != nullptr;
    if (isPress && (line->isAncestorOf(next) || met.size() < 2)) met << next->objectName();
    if (next->objectName() == QStringLiteral("trimEdit0")) break;
  }
  CHECK(met.join(u' ') == QStringLiteral("openAllButton keepAllButton trimButton openButton keepButton"));
}

TEST_CASE("With each choice of what opens it is said which line that is") {
  ViewProbe probe("look-over");
  const auto nameOf = [&probe](const char* button) {
    return probe.find<QWidget>("line-carried")->findChild<QPushButton*>(QString::fromLatin1(button))->accessibleName();
  };
  const QString line = probe.find<QWidget>("line-carried")->findChild<QLabel*>()->text();
  REQUIRE_FALSE(line.isEmpty());
  CHECK(probe.find<QWidget>("line-carried")->accessibleName() == line);
  CHECK(nameOf("openButton") == QStringLiteral("Open it to Sam: ") + line);
  CHECK(nameOf("keepButton") == QStringLiteral("Keep it for me: ") + line);
  CHECK(nameOf("trimButton") == QStringLiteral("Trim the words: ") + line);
  probe.find<QWidget>("line-carried")->findChild<QPushButton*>(QStringLiteral("trimButton"))->click();
  CHECK(nameOf("trimButton") == QStringLiteral("Use all the words: ") + line);
  CHECK(probe.find<QPlainTextEdit>("trimEdit0")->accessibleName() == QStringLiteral("The words to open: ") + line);
  // No two of them sound the same, on whatever line.
  std::set<QString> heard;
  for (const QPushButton* button : probe.view->findChildren<QPushButton*>()) {
    const QString name = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
    CAPTURE(name.toStdString());
    CHECK(heard.insert(name).second);
  }
}

TEST_CASE("Words trimmed down to nothing are kept back") {
  ViewProbe probe("look-over");
  auto* carried = probe.find<QWidget>("line-carried");
  carried->findChild<QPushButton*>(QStringLiteral("trimButton"))->click();
  carried->findChild<QPlainTextEdit*>(QStringLiteral("trimEdit0"))->clear();
  probe.press("doneButton");
  CHECK(std::get<practice::ChooseLines>(probe.actions.back()).choices[0] ==
        LineChoice{{step("carried"), std::nullopt}, false, std::nullopt});
}

TEST_CASE("In each column the names come out as its writer read them") {
  const sample::PlayerScreen one = sample::playerScreen("reveal");
  gui::Showing showing(one.exercise, one.screen, one.setting, nullptr);
  showing.writer = PartnerId::B;
  CHECK(showing.said("{me}, {partner}") == QStringLiteral("Sam, Alex"));
  showing.writer = PartnerId::A;
  CHECK(showing.said("{me}, {partner}") == QStringLiteral("Alex, Sam"));
}

TEST_CASE("No mark stands bare: one that has no words of its own is said by those beside it") {
  const sample::PlayerScreen one = sample::playerScreen("rate");
  const gui::Showing showing(one.exercise, one.screen, one.setting, nullptr);
  Step rated = one.exercise.steps[1];
  auto& form = std::get<RateStep>(rated.form);
  form.scaleLabels = {"Not at all", "A little", "Mostly", "Very"};
  const ItemId line = form.items.front().id;
  const auto said = [&](int mark) { return gui::plainText(rated, RatedAnswer{{{line, Score::from(mark)}}}, showing); };
  // A line never ends between a mark and its word.
  CHECK(said(4) == QStringLiteral("4\u00a0·\u00a0mostly"));
  CHECK(said(5) == QStringLiteral("5\u00a0·\u00a0between mostly and very"));
  CHECK(said(1) == QStringLiteral("1\u00a0·\u00a0between not at all and a little"));
  form.items.front().low = "Stirred up";
  form.items.front().high = "Very calm";
  CHECK(said(6) == QStringLiteral("6\u00a0·\u00a0very calm"));
  CHECK(said(4) == QStringLiteral("4\u00a0·\u00a0nearer to “very calm”"));
  CHECK(said(3) == QStringLiteral("3\u00a0·\u00a0in between"));
  CHECK(said(1) == QStringLiteral("1\u00a0·\u00a0nearer to “stirred up”"));
}

TEST_CASE("A mark on a scale without words says how far the scale goes") {
  const sample::PlayerScreen one = sample::playerScreen("rate");
  const gui::Showing showing(one.exercise, one.screen, one.setting, nullptr);
  Step rated = one.exercise.steps[1];
  auto& form = std::get<RateStep>(rated.form);
  form.scaleLabels = {};
  const Rating mark{form.items.front().id, Score::from(5)};
  CHECK(gui::plainText(rated, RatedAnswer{{mark}}, showing) == QStringLiteral("5 of 6"));
}

TEST_CASE("Picked cards stay words of their own where they are read in one line") {
  const sample::PlayerScreen one = sample::playerScreen("look-over");
  const gui::Showing showing(one.exercise, one.screen, one.setting, nullptr);
  const Step& kind = *one.exercise.find(step("kind"));
  const ChosenAnswer both{{sample::card("near"), sample::card("listen")}};
  CHECK(gui::plainText(kind, both, showing) == QStringLiteral("Being near · Being listened to"));
}

TEST_CASE("Looking over promises no more than opens: a mark needs both, and picking is not opening") {
  auto one = sample::playerScreen("look-over");
  CHECK(ViewProbe(one).find<QLabel>("tagLabel")->text() == QStringLiteral("2 lines picked · Sam sees none of it yet"));
  const QString words = ViewProbe(one).find<QLabel>("textLabel")->text();
  CHECK_FALSE(words.contains(QStringLiteral("A number opens only")));
  CHECK(
      words.contains(QStringLiteral("What you open stays in Our story. You can take it out later; what was read stays "
                                    "read.")));
  auto look = sample::playerScreen("rate");
  const RatedAnswer told{{{sample::item("told"), Score::from(4)}}};
  look.screen.body = practice::LookOverScreen{
      .reveal = sample::step("reveal"),
      .lines = {{{sample::step("lines"), sample::item("told")}, told, true, true, std::nullopt}},
      .mayGoBack = true};
  ViewProbe marks(look);
  CHECK(
      marks.find<QLabel>("textLabel")->text().contains(QStringLiteral("A number opens only where you both open it.")));
  CHECK(marks.find<QLabel>("tagLabel")->text() == QStringLiteral("One line picked · Sam sees none of it yet"));
}
