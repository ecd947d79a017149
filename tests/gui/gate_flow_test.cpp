// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/gate_flow.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <set>

#include "at_laptop.h"
#include "catch.h"
#include "gui/flows/practices_flow.h"
#include "gui/pages/exercise_page.h"
#include "gui/pages/safety_page.h"
#include "gui/widgets/card_button.h"
#include "privacy_probe.h"

using namespace footbridge;
using gui::PageName;

namespace {

constexpr int kGoOn = 0;
constexpr int kBig = 1;
constexpr int kAfraid = 3;
constexpr int kRatherElse = 4;

Exercise gated(const char* id, const char* title) {
  Exercise exercise = sample::supportExercise();
  exercise.id = *ExerciseId::from(id);
  exercise.title = title;
  exercise.gate = Gate{"What would {me} look at?",
                       {{"A small thing", GateOutcome::GoOn, "Good, small it is."},
                        {"A big thing", GateOutcome::Aside, "Then ask {partner} plainly."},
                        {"A lasting thing", GateOutcome::Aside, "Then let it be."},
                        {"I am afraid", GateOutcome::Stop,
                         "Then nothing for two is right. " + std::string(180, 'm') + " and so on, in more words."}},
                       {{"For a serious thing:", *ExerciseId::from("a-clear-word")},
                        {"For a steep thing:", *ExerciseId::from("steep")},
                        {"For a thing that is not here:", *ExerciseId::from("not-here")}}};
  if (exercise.id.text() != "two-clocks")
    exercise.gate->waysOn.push_back({"For a lasting thing:", *ExerciseId::from("two-clocks")});
  return exercise;
}

/// Two at a laptop, with an exercise that has a gate just opened.
struct AtGate : probe::AtLaptop<> {
  gui::PracticesFlow flow{around};
  QSignalSpy begun{&flow, &gui::PracticesFlow::beginAsked};

  explicit AtGate(Reader reader = Reader::OursAlone, const char* id = "round-and-round") : AtLaptop(reader) {
    Exercise serious = sample::aloneExercise();
    serious.id = *ExerciseId::from("a-clear-word");
    serious.title = "A clear word";
    Exercise steep = sample::supportExercise();
    steep.id = *ExerciseId::from("steep");
    steep.depth = Depth::Tender;
    Exercise letter = gated("the-letter", "The letter");
    letter.audience = Audience::One;
    letter.gate->waysOn.clear();
    catalog.all = {gated("round-and-round", "Round and round"), gated("two-clocks", "Two clocks"), serious, steep,
                   letter};
    QObject::connect(&flow, &gui::PracticesFlow::handedOn, &window, [this] { here.reader = Reader::OursAlone; });
    // As the program does it.
    window.addPage(PageName::Safety, [] { return new gui::SafetyPage; });
    window.addPage(PageName::Today, [] { return new QWidget; });
    window.resize(1280, 800);
    window.show();
    static_cast<void>(QTest::qWaitForWindowActive(&window));
    flow.showPractices();
    flow.showExercise(*ExerciseId::from(id));
  }

  [[nodiscard]] QWidget& page() { return *window.page(PageName::Gate); }
  template <typename Widget = QPushButton>
  Widget* find(const char* name) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return window.page(window.currentPage())->findChild<Widget*>(QString::fromLatin1(name));
  }
  void press(const char* name) {
    auto* button = find(name);
    INFO(name);
    REQUIRE(button != nullptr);
    REQUIRE(button->isVisible());
    REQUIRE(button->isEnabled());
    button->click();
  }
  QList<gui::CardButton*> choices() {
    auto* box = find<QWidget>("gateChoices");
    return box != nullptr ? box->findChildren<gui::CardButton*>() : QList<gui::CardButton*>();
  }
  void pick(int choice) {
    REQUIRE(choices().size() == 5);
    choices().at(choice)->click();
  }
  /// One turn, from its curtain to the next.
  void turn(int choice) {
    press("readyButton");
    pick(choice);
    press("doneButton");
  }
  /// Everything that is on the page to be read or heard.
  QString words() {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QStringList all{page().accessibleName()};
    for (const QWidget* widget : page().findChildren<QWidget*>()) {
      all << widget->accessibleName() << widget->accessibleDescription();
      if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->isHidden()) all << label->text();
      if (const auto* button = qobject_cast<const QPushButton*>(widget); button && !button->isHidden())
        all << button->text();
    }
    all.removeAll(QString());
    return all.join(QLatin1Char('\n'));
  }
  [[nodiscard]] bool nothingKept() const {
    return journal.writes == 0 && journal.kept.empty() && journal.drafts.empty() &&
           journal.sittings(Reader::OursAlone).empty() && journal.sittings(Reader::A).empty() &&
           journal.sittings(Reader::B).empty();
  }
};

bool says(const QString& words, const char* line) {
  return words.contains(QString::fromUtf8(line));
}

}  // namespace

TEST_CASE("each is asked apart, and where both would go on the overview comes", "[gate]") {
  AtGate at;
  REQUIRE(at.window.currentPage() == PageName::Gate);
  CHECK(says(at.words(), "by yourself"));
  CHECK(says(at.words(), "Nothing you pick is kept"));
  CHECK_FALSE(at.find("aloneButton")->isVisible());
  at.press("bothButton");
  for (const char* who : {"Alex", "Sam"}) {
    INFO(who);
    CHECK(says(at.words(), (std::string("Pass the laptop to ") + who).c_str()));
    at.press("readyButton");
    CHECK(at.find<QLabel>("titleLabel")->text() == QStringLiteral("What would %1 look at?").arg(QLatin1String(who)));
    CHECK_FALSE(at.find("doneButton")->isEnabled());
    at.pick(kGoOn);
    CHECK(says(at.words(), "Good, small it is."));
    at.press("doneButton");
    CHECK_FALSE(says(at.words(), "Good, small it is."));
  }
  CHECK(says(at.words(), "Put the laptop between you"));
  at.press("readyButton");
  REQUIRE(at.window.currentPage() == PageName::Exercise);
  CHECK(at.find("firstReadyButton")->isVisible());
  CHECK_FALSE(at.find<QWidget>("gateCard")->isVisible());
  CHECK(at.nothingKept());
}

TEST_CASE("the end is word for word the same, whoever picked what, and nothing is kept of it", "[gate]") {
  std::set<QString> ends;
  std::set<QString> curtains;
  for (int a = 0; a <= kRatherElse; ++a) {
    for (int b = 0; b <= kRatherElse; ++b) {
      if (a == kGoOn && b == kGoOn) continue;
      INFO(a << " and " << b);
      AtGate at;
      at.press("bothButton");
      at.turn(a);
      curtains.insert(at.words());
      at.turn(b);
      at.press("readyButton");
      REQUIRE(at.window.currentPage() == PageName::Gate);
      ends.insert(at.words());
      CHECK(at.nothingKept());
      CHECK(at.begun.isEmpty());
      at.find("doneButton")->setFocus();
      QTest::keyClick(at.find("doneButton"), Qt::Key_Return);
      CHECK(at.window.currentPage() == PageName::Practices);
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
      const QWidget* keyboard = at.window.focusWidget();
      CHECK((keyboard != nullptr && at.window.page(PageName::Practices)->isAncestorOf(keyboard)));
    }
  }
  REQUIRE(ends.size() == 1);
  CHECK(curtains.size() == 1);
  CHECK(says(*ends.begin(), "Something else fits better today"));
  CHECK(says(*ends.begin(), "A clear word"));
  CHECK(says(*ends.begin(), "Two clocks"));
  CHECK(says(*ends.begin(), "If you don’t feel safe"));
}

TEST_CASE("the ways on are those of the exercise, as far as they are there and gentle", "[gate]") {
  AtGate at(Reader::OursAlone, "two-clocks");
  at.press("bothButton");
  at.turn(kBig);
  at.turn(kGoOn);
  at.press("readyButton");
  CHECK(at.find("way_two-clocks") == nullptr);
  CHECK(at.find("way_steep") == nullptr);
  at.press("way_a-clear-word");
  CHECK(says(at.words(), "Who is this one for?"));  // both are there, though it has no question
  at.press("forBButton");
  CHECK(says(at.words(), "Pass the laptop to Sam"));
  at.press("readyButton");
  REQUIRE(at.window.currentPage() == PageName::Exercise);
  CHECK(at.find<QLabel>("titleLabel")->text() == QStringLiteral("A clear word"));
}

TEST_CASE("nobody across the room can tell from the page what was picked, and it is gone with its turn", "[gate]") {
  AtGate at;
  at.press("bothButton");
  at.press("readyButton");
  std::set<int> tops;
  std::set<QString> buttons;
  for (int pick = 0; pick <= kRatherElse; ++pick) {
    at.pick(pick);
    QCoreApplication::processEvents();
    tops.insert(at.find("doneButton")->mapTo(&at.window, QPoint()).y());
    QString seen;
    for (const auto* button : at.window.findChildren<QPushButton*>())
      if (button->isVisible()) seen += button->objectName() + button->text();
    buttons.insert(seen);
  }
  CHECK(tops.size() == 1);
  CHECK(buttons.size() == 1);
  at.pick(kAfraid);
  CHECK(says(at.words(), "Then nothing for two is right."));
  at.press("doneButton");
  CHECK_FALSE(says(at.words(), "Then nothing for two is right."));
  CHECK_FALSE(says(at.words(), "I am afraid"));
}

TEST_CASE("Escape hangs the curtain before whoever was asked, with no pick behind it", "[gate]") {
  AtGate at;
  at.press("bothButton");
  at.turn(kAfraid);
  at.press("readyButton");
  at.pick(kBig);
  QTest::keyClick(at.window.focusWidget(), Qt::Key_Escape);
  CHECK(says(at.words(), "Pass the laptop to Sam"));
  CHECK_FALSE(says(at.words(), "Then ask Alex plainly."));
  QTest::keyClick(at.window.focusWidget(), Qt::Key_Escape);
  CHECK(says(at.words(), "Pass the laptop to Sam"));
  at.press("readyButton");
  for (const auto* choice : at.choices()) CHECK_FALSE(choice->isChecked());
  CHECK_FALSE(at.find("doneButton")->isEnabled());
  at.pick(kGoOn);
  at.press("doneButton");
  at.press("readyButton");
  CHECK(says(at.words(), "Something else fits better today"));  // the first pick still stands
}

TEST_CASE("from the page of safety one comes back to the curtain, and the other is not asked again", "[gate]") {
  AtGate at;
  at.press("bothButton");
  at.turn(kGoOn);
  at.press("readyButton");
  at.pick(kAfraid);
  at.window.showPage(PageName::Safety, gui::Chrome::Bare);
  CHECK(at.words().isEmpty() == false);
  CHECK_FALSE(says(at.words(), "Then nothing for two is right."));
  at.window.showPage(PageName::Gate);
  CHECK(says(at.words(), "Pass the laptop to Sam"));
  at.turn(kGoOn);
  at.press("readyButton");
  CHECK(at.window.currentPage() == PageName::Exercise);
}

TEST_CASE("whoever leaves the page leaves no pick and no word behind", "[gate]") {
  AtGate at;
  at.press("bothButton");
  at.turn(kAfraid);
  at.press("readyButton");
  at.pick(kAfraid);
  SECTION("by the link on it") {
    at.press("leaveLink");
    CHECK(at.window.currentPage() == PageName::Practices);
  }
  SECTION("by a key that leads elsewhere") {
    at.window.showPage(PageName::Today);
  }
  SECTION("by way of the page of safety") {
    at.window.showPage(PageName::Safety);
    at.window.showPage(PageName::Today);
  }
  CHECK_FALSE(says(at.words(), "afraid"));
  CHECK_FALSE(says(at.words(), "Then nothing for two is right."));
  at.flow.showExercise(*ExerciseId::from("round-and-round"));
  CHECK(at.find("bothButton") != nullptr);  // from the beginning
  at.press("bothButton");
  at.turn(kGoOn);
  at.turn(kGoOn);
  at.press("readyButton");
  CHECK(at.window.currentPage() == PageName::Exercise);
  CHECK(at.nothingKept());
}

TEST_CASE("whoever is here alone answers alone, and the other is asked before the two begin", "[gate]") {
  AtGate at(Reader::B);
  CHECK(says(at.words(), "If Alex is not here"));
  at.press("aloneButton");
  CHECK(at.find<QLabel>("titleLabel")->text() == QStringLiteral("What would Sam look at?"));
  at.pick(kGoOn);
  CHECK(at.find("doneButton")->text() == QStringLiteral("Go on"));
  at.press("doneButton");
  REQUIRE(at.window.currentPage() == PageName::Exercise);
  CHECK(says(at.find<QLabel>("beginNoteLabel")->text(), "Alex answers the one question too"));
  at.press("firstReadyButton");
  at.press("secondReadyButton");
  REQUIRE(at.window.currentPage() == PageName::Gate);
  CHECK(at.begun.isEmpty());
  CHECK(says(at.words(), "Pass the laptop to Alex"));
  SECTION("who would go on as well") {
    at.turn(kGoOn);
    at.press("readyButton");
    CHECK(at.begun.count() == 1);
  }
  SECTION("who would not") {
    at.turn(kAfraid);
    at.press("readyButton");
    CHECK(says(at.words(), "Something else fits better today"));
    CHECK(at.begun.isEmpty());
  }
  SECTION("who leaves it") {
    at.press("leaveLink");
    CHECK(at.window.currentPage() == PageName::Practices);
    CHECK(at.begun.isEmpty());
  }
  CHECK(at.nothingKept());
}

TEST_CASE("whoever is here alone and would not go on comes to the same end", "[gate]") {
  std::set<QString> ends;
  for (int pick = kBig; pick <= kRatherElse; ++pick) {
    AtGate at(Reader::A);
    at.press("aloneButton");
    at.pick(pick);
    at.press("doneButton");
    ends.insert(at.words());
    CHECK(at.nothingKept());
  }
  REQUIRE(ends.size() == 1);
  CHECK(says(*ends.begin(), "Something else fits better today"));
}

TEST_CASE("the gate is one way for the keyboard, and every part of it has a name", "[gate]") {
  AtGate at;
  CHECK(at.window.focusWidget() == at.find("bothButton"));
  QTest::keyClick(at.window.focusWidget(), Qt::Key_Return);
  CHECK(at.window.focusWidget() == at.find("readyButton"));
  QTest::keyClick(at.window.focusWidget(), Qt::Key_Return);
  const auto choices = at.choices();
  CHECK(at.window.focusWidget() == choices.front());
  CHECK(choices.front()->accessibleName() == QStringLiteral("A small thing"));
  CHECK(choices.back()->accessibleName() == QStringLiteral("I would rather do something else today"));
  CHECK(at.page().accessibleName() == QStringLiteral("What would Alex look at?"));
  CHECK(at.find<QWidget>("gateChoices")->accessibleName() == QStringLiteral("What would Alex look at?"));
  for (int i = 0; i < kAfraid; ++i) QTest::keyClick(at.window.focusWidget(), Qt::Key_Down);
  QTest::keyClick(at.window.focusWidget(), Qt::Key_Space);
  CHECK(choices.at(kAfraid)->isChecked());
  const std::vector<const char*> order{"doneButton", "leaveLink"};
  for (const char* next : order) {
    QTest::keyClick(at.window.focusWidget(), Qt::Key_Tab);
    INFO(next);
    CHECK(at.window.focusWidget() == at.find(next));
  }
  for (int i = 0; i < 2; ++i) QTest::keyClick(at.window.focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
  CHECK(at.window.focusWidget() == choices.at(kAfraid));
}

TEST_CASE("where two may be present, an exercise for one asks whom it is for, and asks that one alone", "[gate]") {
  AtGate at(Reader::OursAlone, "the-letter");
  REQUIRE(at.window.currentPage() == PageName::Gate);
  CHECK(says(at.words(), "Who is this one for?"));
  CHECK_FALSE(says(at.words(), "afraid"));
  CHECK_FALSE(says(at.words(), "What would"));
  CHECK(at.find("leaveLink")->isVisible());
  CHECK(at.window.focusWidget() == at.find("forAButton"));
  at.press("forBButton");
  CHECK(says(at.words(), "Pass the laptop to Sam"));
  CHECK_FALSE(says(at.words(), "afraid"));
  at.press("readyButton");
  CHECK(at.find<QLabel>("titleLabel")->text() == QStringLiteral("What would Sam look at?"));
  REQUIRE(at.choices().size() == 5);
  CHECK(at.choices().back()->accessibleName() == QStringLiteral("I would rather do something else today"));
  SECTION("who goes on with it, and is not asked again") {
    at.pick(kGoOn);
    CHECK(at.find("doneButton")->text() == QStringLiteral("Go on"));
    at.press("doneButton");
    REQUIRE(at.window.currentPage() == PageName::Exercise);
    CHECK_FALSE(at.find<QWidget>("gateCard")->isVisible());
    at.press("beginButton");
    REQUIRE(at.begun.count() == 1);
    CHECK(probe::valueIn<std::optional<PartnerId>>(at.begun.front().at(2)) == PartnerId::B);
  }
  SECTION("who would rather not, and comes to the one end") {
    at.pick(kAfraid);
    at.press("doneButton");
    CHECK(says(at.words(), "Something else fits better today"));
    CHECK_FALSE(says(at.words(), "afraid"));
    at.press("doneButton");
    CHECK(at.window.currentPage() == PageName::Practices);
    CHECK(at.begun.isEmpty());
  }
  SECTION("who covers it") {
    at.pick(kAfraid);
    QTest::keyClick(at.window.focusWidget(), Qt::Key_Escape);
    CHECK(says(at.words(), "Pass the laptop to Sam"));
    CHECK_FALSE(says(at.words(), "afraid"));
  }
  CHECK(at.nothingKept());
}

TEST_CASE("whoever signed in is alone no more once both came to a gate", "[gate]") {
  AtGate at(Reader::A, "two-clocks");
  at.catalog.all[2].gate = at.catalog.all[0].gate;
  at.press("bothButton");
  at.turn(kBig);
  at.turn(kGoOn);
  at.press("readyButton");
  at.press("way_a-clear-word");
  REQUIRE(at.window.currentPage() == PageName::Gate);
  CHECK(says(at.words(), "Who is this one for?"));
  CHECK_FALSE(says(at.words(), "afraid"));
}

TEST_CASE("whoever is here alone is asked on the page itself, with the same way out as at every gate", "[gate]") {
  AtGate at(Reader::B, "the-letter");
  REQUIRE(at.window.currentPage() == PageName::Exercise);
  CHECK(at.find<QWidget>("gateCard")->isVisible());
  REQUIRE(at.choices().size() == 5);
  CHECK(at.choices().back()->accessibleName() == QStringLiteral("I would rather do something else today"));
  at.pick(kRatherElse);
  at.press("gateAsideButton");
  CHECK(at.window.currentPage() == PageName::Practices);
}

TEST_CASE("one person alone in the journal is asked on the page itself", "[gate]") {
  probe::AtLaptop<> at(Reader::A, std::nullopt);
  gui::PracticesFlow flow(at.around);
  at.catalog.all = {gated("cooling-down", "Cooling down")};
  at.catalog.all.front().audience = Audience::One;
  at.window.show();
  flow.showExercise(at.catalog.all.front().id);
  REQUIRE(at.window.currentPage() == PageName::Exercise);
  CHECK(at.window.page(PageName::Exercise)->findChild<QWidget*>(QStringLiteral("gateCard"))->isVisible());
}
