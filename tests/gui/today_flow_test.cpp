// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/today_flow.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>

#include "at_laptop.h"
#include "catch.h"
#include "domain/came_in.h"
#include "domain/weekly_look.h"
#include "practice/sitting.h"

using namespace footbridge;

namespace {

/// Today, as one or both find it.
struct Morning : probe::AtLaptop<> {
  explicit Morning(Reader reader, std::optional<Partner> b = sample::sam()) : AtLaptop(reader, std::move(b)) {}
  void show() {
    flow.show();
    window.show();
  }
  template <typename Widget = QWidget>
  Widget* find(const char* name) {
    auto* found = window.page(gui::PageName::Today)->findChild<Widget*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
  }
  gui::ExerciseShelf shelf{catalog};
  gui::TodayFlow flow{around, shelf};
};

}  // namespace

TEST_CASE("A laptop that is opened again the next morning shows the new day", "[today]") {
  Morning at(Reader::A);
  at.show();
  const auto day = [&at] { return at.find<QLabel>("dayLabel")->text(); };
  REQUIRE(day() == QStringLiteral("Sunday, 22 November"));
  at.clock.day = std::chrono::sys_days(at.clock.day) + std::chrono::days(1);
  Q_EMIT qApp->applicationStateChanged(Qt::ApplicationInactive);
  CHECK(day() == QStringLiteral("Sunday, 22 November"));
  Q_EMIT qApp->applicationStateChanged(Qt::ApplicationActive);
  CHECK(day() == QStringLiteral("Monday, 23 November"));
}

TEST_CASE("Whose words are locked is not told that anyone can read them", "[today]") {
  Morning sam(Reader::B);
  sam.journal.doors = {DoorState::Open, DoorState::Unlocked};
  sam.show();
  CHECK(sam.find<QLabel>("lockLabel")->text() ==
        QStringLiteral("Your own words are locked. What is for both of you is not, until Alex has a passphrase too."));
  CHECK_FALSE(sam.find("protectButton")->isVisible());

  Morning alex(Reader::A);
  alex.journal.doors = {DoorState::Open, DoorState::Unlocked};
  alex.show();
  CHECK(alex.find<QLabel>("lockLabel")->text().startsWith(QStringLiteral("Not locked yet.")));
  CHECK(alex.find("protectButton")->isVisible());

  Morning nobody(Reader::OursAlone);
  nobody.journal.doors = {DoorState::Locked, DoorState::Open};
  nobody.show();
  CHECK(nobody.find<QLabel>("lockLabel")->text() ==
        QStringLiteral("Alex’s own words are locked. The rest is not, until Sam has a passphrase too."));
  CHECK(nobody.find("protectButton")->isVisible());

  Morning both(Reader::A);
  both.journal.doors = {DoorState::Unlocked, DoorState::Unlocked};
  both.show();
  CHECK_FALSE(both.find("lockBanner")->isVisible());
}

TEST_CASE("A look done side by side is this week's look, for both and for each", "[today]") {
  const Reader reader = GENERATE(Reader::OursAlone, Reader::A, Reader::B);
  Morning it(reader);
  Begun begun{.exercise = *ExerciseId::from(std::string(kWeeklyLook)),
              .fingerprint = {},
              .source = {},
              .lookOfA = std::nullopt,
              .lookOfB = std::nullopt};
  begun.mode = SittingMode::Together;
  begun.first = PartnerId::A;
  begun.day = it.clock.today();
  const auto sitting = it.journal.begin(VaultId::Ours, begun);
  REQUIRE(sitting.ok());
  SECTION("done") {
    // Without its exercise it cannot be gone on with, as one that is done.
    it.show();
    CHECK(it.find<QLabel>("lookTitleLabel")->text() == QStringLiteral("You looked at this week together"));
    CHECK_FALSE(it.find("lookButton")->isVisible());
  }
  SECTION("left half way: it is on one card, and gone on with from there") {
    Exercise look = sample::weeklyLook();
    look.id = begun.exercise;
    it.catalog.all.push_back(look);
    std::optional<SittingId> asked;
    QObject::connect(&it.flow, &gui::TodayFlow::sittingAsked, [&asked](SittingId id) { asked = id; });
    it.show();
    CHECK_FALSE(it.find("leftOffCard")->isVisible());
    it.find<QPushButton>("lookButton")->click();
    CHECK(asked == *sitting);
  }
}

TEST_CASE("One's own look that was left is gone on with from its card, where there are two as well", "[today]") {
  Morning it(Reader::A);
  Exercise look = sample::weeklyLook();
  look.id = *ExerciseId::from(std::string(kWeeklyLook));
  it.catalog.all.push_back(look);
  Begun begun{.exercise = look.id, .fingerprint = {}, .source = {}, .lookOfA = std::nullopt, .lookOfB = std::nullopt};
  begun.mode = SittingMode::OwnLook;
  begun.first = PartnerId::A;
  begun.day = it.clock.today();
  const auto sitting = it.journal.begin(VaultId::A, begun);
  REQUIRE(sitting.ok());
  std::optional<SittingId> asked;
  QObject::connect(&it.flow, &gui::TodayFlow::sittingAsked, [&asked](SittingId id) { asked = id; });
  it.show();
  auto* const button = it.find<QPushButton>("lookButton");
  REQUIRE(button->text() == QStringLiteral("Go on"));
  button->click();
  CHECK(asked == *sitting);
}

TEST_CASE("Of a day to come, as a clock set back makes it, the date is said", "[today]") {
  Morning it(Reader::A);
  Begun begun{.exercise = *ExerciseId::from(std::string(kWeeklyLook)),
              .fingerprint = {},
              .source = {},
              .lookOfA = std::nullopt,
              .lookOfB = std::nullopt};
  begun.mode = SittingMode::Together;
  begun.first = PartnerId::A;
  begun.day = Day(std::chrono::sys_days(it.clock.today()) + std::chrono::days(3));
  const auto sitting = it.journal.begin(VaultId::Ours, begun);
  REQUIRE(sitting.ok());
  const OpenedLine thanks{PartnerId::B, {sample::step("appreciated"), std::nullopt}, WrittenAnswer{"the soup"}};
  REQUIRE(it.journal.append(*sitting, VaultId::Ours, {Revealed{sample::step("reveal"), {thanks}}}).ok());
  it.show();
  CHECK(it.find<QLabel>("appreciatedWhoLabel")->text() == QStringLiteral("Sam, on 25 November"));
}

TEST_CASE("What came in in one's name from a copy that was not locked is said until it is looked at", "[today]") {
  Morning sam(Reader::B);
  sam.journal.doors = {DoorState::Unlocked, DoorState::Unlocked};
  sam.show();
  CHECK_FALSE(sam.find("cameInBanner")->isVisible());
  REQUIRE(sam.journal.putDraft(VaultId::A, kCameInPlace, "4").ok());
  sam.show();
  CHECK_FALSE(sam.find("cameInBanner")->isVisible());
  REQUIRE(sam.journal.putDraft(VaultId::B, kCameInPlace, "3").ok());
  sam.show();
  REQUIRE(sam.find("cameInBanner")->isVisible());
  CHECK(sam.find<QLabel>("cameInLabel")->text().startsWith(QStringLiteral("3 lines in your name came in")));
  int asked = 0;
  QObject::connect(&sam.flow, &gui::TodayFlow::storyAsked, [&asked] { ++asked; });
  sam.find<QPushButton>("cameInButton")->click();
  CHECK(asked == 1);
  sam.show();
  CHECK_FALSE(sam.find("cameInBanner")->isVisible());
}

TEST_CASE("A made-up couple has nothing to lock", "[today]") {
  Morning it(Reader::OursAlone);
  gui::Surroundings madeUp = it.around;
  madeUp.madeUp = true;
  gui::TodayFlow flow(madeUp, it.shelf);
  flow.show();
  it.window.show();
  CHECK_FALSE(it.find("lockBanner")->isVisible());
}

TEST_CASE("What was agreed says who does it and when, where that says more than the words", "[today]") {
  struct Case {
    AgreementWho who;
    const char* when;
    const char* words;
  };
  for (const auto& [who, when, words] :
       {Case{AgreementWho::B, "Saturday after breakfast", "Sam · Saturday after breakfast"},
        Case{AgreementWho::A, "", "Alex"}, Case{AgreementWho::Both, "Saturday", "Both of you · Saturday"},
        Case{AgreementWho::Both, "", ""}}) {
    Agreement agreement;
    agreement.what = "Tea";
    agreement.who = who;
    agreement.when = when;
    Morning it(Reader::OursAlone);
    REQUIRE(it.journal.add(VaultId::Ours, std::nullopt, agreement).ok());
    it.show();
    CHECK(it.find<QLabel>("agreedDetailLabel")->text() == QString::fromUtf8(words));
    CHECK(it.find("agreedDetailLabel")->isVisible() == (*words != '\0'));
  }
}

TEST_CASE("A step marked on Today stays there until the page is left, and the mark can be undone", "[today]") {
  const auto [button, state, words] = GENERATE(table<const char*, AgreementState, const char*>(
      {{"keptButton", AgreementState::Kept, "You did it"}, {"letGoButton", AgreementState::Dropped, "You let it go"}}));
  Morning it(Reader::OursAlone);
  Agreement tea;
  tea.what = "Tea";
  const EntryId id = it.journal.add(VaultId::Ours, std::nullopt, tea)->id;
  const auto kept = [&] { return std::get<Agreement>(it.journal.find(id, Reader::OursAlone)->body).state; };
  it.show();
  CHECK(it.find<QLabel>("agreedKindLabel")->text() == QStringLiteral("You agreed"));
  CHECK_FALSE(it.find("undoButton")->isVisible());

  it.find<QPushButton>(button)->click();
  CHECK(kept() == state);
  CHECK(it.find("agreedCard")->isVisible());
  CHECK(it.find<QLabel>("agreedKindLabel")->text() == QString::fromLatin1(words));
  CHECK_FALSE(it.find("keptButton")->isVisible());
  CHECK_FALSE(it.find("letGoButton")->isVisible());

  it.find<QPushButton>("undoButton")->click();
  CHECK(kept() == AgreementState::Open);
  CHECK(it.find<QLabel>("agreedKindLabel")->text() == QStringLiteral("You agreed"));
  CHECK(it.find(button)->isVisible());

  it.find<QPushButton>(button)->click();
  it.flow.show();
  CHECK(kept() == state);
  CHECK_FALSE(it.find("agreedCard")->isVisible());
}

TEST_CASE("Of several open steps the one to look back on first is shown, and the others are one press away",
          "[today]") {
  Morning it(Reader::OursAlone);
  const auto agree = [&it](const char* what, std::optional<Day> review) {
    const Agreement made{.what = what, .when = {}, .review = review, .from = {}};
    REQUIRE(it.journal.add(VaultId::Ours, std::nullopt, made).ok());
  };
  const Day today = it.clock.today();
  agree("Tea", Day(std::chrono::sys_days(today) + std::chrono::days(2)));
  auto* const more = [&it] {
    it.show();
    return it.find<QPushButton>("moreAgreedButton");
  }();
  CHECK_FALSE(more->isVisible());
  agree("A walk", Day(std::chrono::sys_days(today) + std::chrono::days(9)));
  agree("Some day", std::nullopt);
  it.show();
  CHECK(it.find<QLabel>("agreedLabel")->text() == QStringLiteral("Tea"));
  REQUIRE(more->isVisible());
  CHECK(more->text() == QStringLiteral("and 2 more in Our story"));
  CHECK(it.find("undoButton")->nextInFocusChain() == more);
  int asked = 0;
  QObject::connect(&it.flow, &gui::TodayFlow::agreementsAsked, [&asked] { ++asked; });
  more->click();
  CHECK(asked == 1);

  it.find<QPushButton>("keptButton")->click();
  CHECK(it.find<QLabel>("agreedLabel")->text() == QStringLiteral("Tea"));
  CHECK(more->text() == QStringLiteral("and 2 more in Our story"));
  it.show();
  CHECK(it.find<QLabel>("agreedLabel")->text() == QStringLiteral("A walk"));
  CHECK(more->text() == QStringLiteral("and 1 more in Our story"));
}

TEST_CASE("The look of one person alone speaks of nobody else, and can be looked at again", "[today]") {
  Morning it(Reader::A, std::nullopt);
  Exercise look = sample::weeklyLook();
  look.id = *ExerciseId::from(std::string(kWeeklyLook));
  it.catalog.all.push_back(look);
  const auto sitting = it.journal.begin(VaultId::A, practice::beginSitting({.exercise = look.id,
                                                                            .fingerprint = {},
                                                                            .source = {},
                                                                            .mode = SittingMode::OwnLook,
                                                                            .first = PartnerId::A,
                                                                            .day = it.clock.today(),
                                                                            .lookOfA = std::nullopt,
                                                                            .lookOfB = std::nullopt})
                                                        .begun);
  REQUIRE(sitting.ok());
  std::vector<SittingEvent> passes;
  for (const Step& step : look.steps)
    if (step.who == StepFor::Each) passes.emplace_back(Passed{step.id});
  REQUIRE(it.journal.append(*sitting, VaultId::A, passes).ok());
  std::optional<SittingId> asked;
  QObject::connect(&it.flow, &gui::TodayFlow::sittingAsked, [&asked](SittingId id) { asked = id; });
  it.journal.doors = {DoorState::Unlocked, DoorState::Open};
  it.show();
  CHECK(it.find<QLabel>("lookTextLabel")->text() == QStringLiteral("Kept, and only yours."));
  CHECK(it.find<QPushButton>("lookButton")->text() == QStringLiteral("Look at it again"));
  it.find<QPushButton>("lookButton")->click();
  CHECK(asked == *sitting);
  it.journal.doors = {DoorState::Open, DoorState::Open};
  it.show();
  CHECK(it.find<QLabel>("lookTextLabel")->text() == QStringLiteral("Kept, and not locked yet."));
}

TEST_CASE("Alone in a journal of two the look is still one that can be opened together", "[today]") {
  Morning it(Reader::A);
  it.show();
  CHECK(it.find<QLabel>("lookTextLabel")->text().contains(QStringLiteral("open together")));
  CHECK(it.find<QPushButton>("lookButton")->text() == QStringLiteral("Start my turn"));
}
