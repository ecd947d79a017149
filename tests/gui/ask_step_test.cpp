// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

#include "catch.h"
#include "gui/steps/ask_view.h"
#include "player_view_probe.h"

using namespace footbridge;

namespace {

constexpr std::array kFields{"happenedEdit", "feelEdit", "helpEdit"};

struct Asking : ViewProbe {
  Asking() : ViewProbe(blank()) { REQUIRE(QTest::qWaitForWindowActive(view->window())); }
  static sample::PlayerScreen blank() {
    auto one = sample::playerScreen("ask");
    std::get<practice::StepScreen>(one.screen.body).answer.reset();
    one.setting.draft.reset();
    return one;
  }
  void type(const char* field, const char* words) const {
    QTest::keyClicks(find<QPlainTextEdit>(field), QString::fromLatin1(words));
  }
  [[nodiscard]] QString ask() const { return find<QLabel>("askLabel")->text(); }
};

}  // namespace

TEST_CASE("the words of a field are seen whole, up to a few lines") {
  Asking it;
  auto* edit = it.find<QPlainTextEdit>("helpEdit");
  const int plain = edit->height();
  edit->setPlainText(QStringLiteral("one\ntwo\nthree"));
  QCoreApplication::processEvents();
  CHECK(edit->height() > plain);
  CHECK(edit->verticalScrollBar()->maximum() == 0);
  edit->setPlainText(QStringLiteral("one\ntwo\nthree\nfour\nfive\nsix"));
  QCoreApplication::processEvents();
  CHECK(edit->verticalScrollBar()->maximum() > 0);
  edit->setPlainText(QStringLiteral("one"));
  QCoreApplication::processEvents();
  CHECK(edit->height() == plain);
}

TEST_CASE("an ask takes shape as it is typed, a part at a time and in any order") {
  Asking it;
  CHECK(it.ask() == QStringLiteral("It takes shape here while you write."));
  it.type("feelEdit", "left out");
  CHECK(it.ask() == QStringLiteral("I feel left out. A no is okay."));
  it.type("happenedEdit", "you were late");
  CHECK(it.ask() == QStringLiteral("You were late, and I feel left out. A no is okay."));
  it.type("helpEdit", "a text from the bus");
  CHECK(it.ask() ==
        QStringLiteral("You were late, and I feel left out. A text from the bus would help, and a no is okay."));
}

TEST_CASE("an ask is answered with the words as typed, and every key is in the draft") {
  Asking it;
  it.type("happenedEdit", "You were late.");
  it.type("helpEdit", "text me?");
  CHECK(it.drafts.back() == it.view->draft());
  it.press("doneButton");
  const auto given = it.answer<AskAnswer>();
  CHECK(given.happened == "You were late.");
  CHECK(given.feel.empty());
  CHECK(given.help == "text me?");
}

TEST_CASE("a draft of an ask comes back into its fields") {
  Asking first;
  first.type("happenedEdit", "you were late");
  first.type("helpEdit", "to be told");
  auto one = Asking::blank();
  one.setting.draft = first.view->draft();
  const ViewProbe again(one);
  CHECK(again.find<QPlainTextEdit>("happenedEdit")->toPlainText() == QStringLiteral("you were late"));
  CHECK(again.find<QPlainTextEdit>("feelEdit")->toPlainText().isEmpty());
  CHECK(again.find<QLabel>("askLabel")->text() ==
        QStringLiteral("You were late. It would help to be told, and a no is okay."));
}

TEST_CASE("the fields of an ask have names, and Tab goes from one to the next") {
  Asking it;
  it.view->firstField()->setFocus();
  for (const char* field : kFields) {
    INFO(field);
    CHECK(it.view->window()->focusWidget() == it.find<QPlainTextEdit>(field));
    CHECK_FALSE(it.find<QPlainTextEdit>(field)->accessibleName().isEmpty());
    QTest::keyClick(it.view->window()->focusWidget(), Qt::Key_Tab);
  }
  CHECK(qobject_cast<QPlainTextEdit*>(it.view->window()->focusWidget()) == nullptr);
}
