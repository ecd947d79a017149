// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/sitting_flow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>
#include <QtTest>
#include <map>

#include "catch.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "gui/pages/player_page.h"
#include "gui/steps/talk_view.h"

using namespace footbridge;
using namespace footbridge::gui;

namespace {

/// Takes no change of an entry but with what happened in a sitting.
class StrictJournal : public fakes::MemoryJournal {
 public:
  using MemoryJournal::MemoryJournal;
  bool strict = false;
  Result<Entry> add(VaultId vault, std::optional<PartnerId> author, EntryBody body) override {
    if (strict) return Error{.kind = ErrorKind::DiskFull};
    return MemoryJournal::add(vault, author, std::move(body));
  }
  Result<Entry> revise(EntryId id, EntryBody body) override {
    if (strict) return Error{.kind = ErrorKind::DiskFull};
    return MemoryJournal::revise(id, std::move(body));
  }
  Result<void> remove(EntryId id) override {
    if (strict) return Error{.kind = ErrorKind::DiskFull};
    return MemoryJournal::remove(id);
  }
};

/// A couple at one laptop, with a journal in memory.
struct Evening {
  explicit Evening(Exercise exercise = sample::supportExercise()) {
    catalog.all.push_back(std::move(exercise));
    catalog.all.push_back(sample::aloneExercise());
    catalog.look = sample::weeklyLook();
    page.resize(1280, 800);
    page.show();
    QObject::connect(&flow, &SittingFlow::finished, &page, [this] { ++finished; });
    QObject::connect(&flow, &SittingFlow::unlockNeeded, &page, [this](PartnerId who) { unlockAsked.push_back(who); });
    QObject::connect(&flow, &SittingFlow::protectOffered, &page,
                     [this](PartnerId who) { protectOffered.push_back(who); });
    QObject::connect(&flow, &SittingFlow::notStarted, &page, [this](const QString& words) { notStarted = words; });
  }

  template <typename T = QWidget>
  T* find(const char* name) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return page.findChild<T*>(QString::fromLatin1(name));
  }
  bool has(const char* name) { return find(name) != nullptr; }
  void press(const char* name) {
    auto* button = find<QPushButton>(name);
    CAPTURE(name);
    REQUIRE(button != nullptr);
    REQUIRE_FALSE(button->isHidden());
    button->click();
  }
  void write(const char* edit, const QString& words) {
    if (auto* sheet = find<QTextEdit>(edit)) return sheet->setPlainText(words);
    REQUIRE(find<QPlainTextEdit>(edit) != nullptr);
    find<QPlainTextEdit>(edit)->setPlainText(words);
  }
  /// One turn of the exercise: words, a card, a guess; then to the look-over.
  void turn(const QString& words, const char* card, const char* guess) {
    press("readyButton");
    write("pageEdit", words);
    press("doneButton");
    press(card);
    press("doneButton");
    press(guess);
    press("doneButton");
  }
  /// From the beginning through passes to the small step.
  void toSmallStep() {
    flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
    for (int i = 0; i < 40 && !has("agreeView"); ++i) {
      for (const char* name : {"readyButton", "passButton", "doneButton"}) {
        auto* button = find<QPushButton>(name);
        if (button == nullptr || button->isHidden()) continue;
        button->click();
        break;
      }
    }
    REQUIRE(has("agreeView"));
  }
  void agree(const char* what) {
    find<QLineEdit>("whatEdit")->setText(QString::fromLatin1(what));
    press("doneButton");
  }
  /// What is kept as agreed, if anything is.
  std::string agreed() {
    return journal.kept.empty() ? std::string() : std::get<Agreement>(journal.kept.front().body).what;
  }
  QString trouble() { return find("troubleFrame")->isHidden() ? QString() : find<QLabel>("troubleLabel")->text(); }

  StrictJournal journal{sample::alex(), sample::sam()};
  fakes::ListCatalog catalog;
  fakes::StillClock clock;
  PlayerPage page;
  SittingFlow flow{journal, catalog, clock, page};
  int finished = 0;
  std::vector<PartnerId> unlockAsked;
  std::vector<PartnerId> protectOffered;
  QString notStarted;
};

/// True when the words are in any widget of the program, seen or not.
bool isAnywhere(const QString& words) {
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  for (const QWidget* widget : QApplication::allWidgets()) {
    QStringList texts{widget->accessibleName(), widget->accessibleDescription(), widget->toolTip(),
                      widget->windowTitle()};
    if (const auto* label = qobject_cast<const QLabel*>(widget)) texts << label->text();
    if (const auto* button = qobject_cast<const QPushButton*>(widget)) texts << button->text();
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) texts << edit->text();
    if (const auto* edit = qobject_cast<const QTextEdit*>(widget)) texts << edit->toPlainText();
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget)) texts << edit->toPlainText();
    if (texts.join(QLatin1Char('\n')).contains(words)) return true;
  }
  return false;
}

const QString kAlexCanary = QStringLiteral("zaphenath of the school");
const QString kSamCanary = QStringLiteral("mirabeau and the contract");

}  // namespace

TEST_CASE("Two people go through a whole exercise, and it is all there afterwards") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");  // settled
  evening.turn(kAlexCanary, "card-near", "card-space");
  REQUIRE(evening.has("lookOverView"));
  evening.press("doneButton");
  CHECK(evening.has("handOverView"));
  evening.turn(kSamCanary, "card-think", "card-near");
  evening.press("doneButton");
  CHECK(evening.has("handOverView"));
  evening.press("readyButton");
  REQUIRE(evening.has("revealView"));
  CHECK(isAnywhere(kAlexCanary));
  CHECK(isAnywhere(kSamCanary));
  evening.press("doneButton");
  for (int turn = 0; turn < 2; ++turn) {
    evening.press("doneButton");  // starts
    evening.press("doneButton");  // has said it
    evening.press("nearlyButton");
    evening.press("doneButton");  // got it
  }
  evening.find<QLineEdit>("whatEdit")->setText(QStringLiteral("Ask near, or a plan, first"));
  evening.press("doneButton");
  REQUIRE(evening.has("closeView"));
  evening.write("heardAEdit", QStringLiteral("the numbers at night"));
  evening.press("doneButton");
  REQUIRE(evening.has("finishedView"));
  evening.press("doneButton");
  CHECK(evening.finished == 1);
  CHECK_FALSE(evening.flow.isRunning());
  REQUIRE(evening.journal.kept.size() == 1);
  const auto agreement = std::get<Agreement>(evening.journal.kept.front().body);
  CHECK(agreement.what == "Ask near, or a plan, first");
  CHECK(agreement.from.has_value());
  CHECK(evening.journal.drafts.empty());
}

TEST_CASE("A small step that is taken back is no agreement any more, and can be agreed anew") {
  Evening evening;
  evening.toSmallStep();
  evening.agree("Tea on Saturday");
  REQUIRE(evening.has("closeView"));
  REQUIRE(evening.journal.kept.size() == 1);
  evening.press("backButton");
  REQUIRE(evening.has("agreeView"));
  evening.press("passButton");  // asks whether the words may go
  evening.press("passButton");
  REQUIRE(evening.has("closeView"));
  CHECK(evening.journal.kept.empty());
  evening.press("backButton");
  evening.agree("A walk");
  REQUIRE(evening.journal.kept.size() == 1);
  CHECK(std::get<Agreement>(evening.journal.kept.front().body).what == "A walk");
}

TEST_CASE("A pass on the agreements of earlier takes nothing back") {
  Evening evening;
  Agreement tea;
  tea.what = "Tea on Saturday";
  REQUIRE(evening.journal.add(VaultId::Ours, std::nullopt, tea).ok());
  evening.flow.beginWholeLook();
  REQUIRE(evening.has("agreeReviewView"));
  tea.from = evening.flow.sitting();
  REQUIRE(evening.journal.revise(evening.journal.kept.front().id, tea).ok());
  evening.press("passButton");
  CHECK(evening.journal.kept.size() == 1);
}

TEST_CASE("A disk that takes no answer leaves its agreement as it was, and takes both once there is room") {
  Evening evening;
  evening.journal.strict = true;  // the agreement goes with its answer or not at all
  evening.toSmallStep();
  evening.agree("Tea on Saturday");
  evening.press("backButton");
  evening.journal.refuses = ErrorKind::DiskFull;
  const char* again = "doneButton";
  std::string wanted;
  SECTION("another agreement") {
    wanted = "A walk";
    evening.agree("A walk");
  }
  SECTION("none") {
    again = "noStepButton";
    evening.press(again);  // asks whether the words may go
    evening.press(again);
  }
  SECTION("a pass") {
    again = "passButton";
    evening.press(again);
    evening.press(again);
  }
  CHECK(evening.has("agreeView"));
  CHECK_FALSE(evening.trouble().isEmpty());
  CHECK(evening.agreed() == "Tea on Saturday");
  evening.journal.refuses.reset();
  evening.press(again);
  CHECK(evening.trouble().isEmpty());
  CHECK(evening.agreed() == wanted);
  REQUIRE(evening.has("closeView"));
}

TEST_CASE("What is held back or trimmed before a reveal stays so, whatever comes between") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.turn(kAlexCanary, "card-near", "card-space");
  REQUIRE(evening.has("lookOverView"));
  const auto line = [&](const char* name, const char* button) {
    return evening.find(name)->findChild<QPushButton*>(QString::fromLatin1(button));
  };
  line("line-kind", "keepButton")->click();
  line("line-carried", "trimButton")->click();
  evening.find("line-carried")->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("a little"));
  SECTION("nothing") {}
  SECTION("thinking of leaving") {
    evening.press("leaveButton");
    evening.press("stayButton");
    evening.press("readyButton");
  }
  SECTION("a look at the page of safety") {
    evening.flow.cover();
    evening.press("readyButton");
  }
  SECTION("a step back and on") {
    evening.press("backButton");
    evening.press("doneButton");
  }
  SECTION("a lock") {
    const SittingId id = *evening.flow.sitting();
    REQUIRE(evening.flow.putAway());
    for (const auto& [place, draft] : evening.journal.drafts) {
      CHECK(place.first == VaultId::A);
      CHECK_FALSE(draft.empty());
    }
    evening.flow.takeUp(id);
    evening.press("readyButton");
  }
  REQUIRE(evening.has("lookOverView"));
  CHECK(line("line-kind", "keepButton")->isChecked());
  CHECK(evening.find("line-carried")->findChild<QPlainTextEdit*>()->toPlainText() == QStringLiteral("a little"));
  // The key that led here, pressed twice, changes nothing.
  const auto* chip = qobject_cast<QPushButton*>(evening.page.focusWidget());
  CHECK((chip == nullptr || !chip->isCheckable() || chip->isChecked()));
  const SittingId id = *evening.flow.sitting();
  evening.press("doneButton");
  const Lanes lanes = evening.journal.load(id).value();
  const auto* chosen = std::get_if<LookedOver>(&lanes.a->at(lanes.a->size() - 2));
  REQUIRE(chosen != nullptr);
  const auto chosenFor = [chosen](std::string_view step) {
    const auto found =
        std::ranges::find(chosen->choices, step, [](const LineChoice& choice) { return choice.line.step.text(); });
    REQUIRE(found != chosen->choices.end());
    return *found;
  };
  CHECK_FALSE(chosenFor("kind").open);
  CHECK(chosenFor("carried").trimmed == std::optional<Answer>(WrittenAnswer{"a little"}));
  CHECK(evening.journal.drafts.empty());
}

TEST_CASE("Words that were written anew open as they are now, whatever was trimmed of those before") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.turn(kAlexCanary, "card-near", "card-space");
  const auto line = [&](const char* name, const char* button) {
    return evening.find(name)->findChild<QPushButton*>(QString::fromLatin1(button));
  };
  line("line-kind", "keepButton")->click();
  SECTION("untouched") {}
  SECTION("trimmed") {
    line("line-carried", "trimButton")->click();
    evening.find("line-carried")->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("zaphenath"));
  }
  for (int i = 0; i < 5 && !evening.has("pageEdit"); ++i) evening.press("backButton");
  evening.write("pageEdit", QStringLiteral("said kindly"));
  for (int i = 0; i < 5 && !evening.has("lookOverView"); ++i) evening.press("doneButton");
  REQUIRE(evening.has("lookOverView"));
  CHECK_FALSE(isAnywhere(QStringLiteral("zaphenath")));
  CHECK(line("line-kind", "keepButton")->isChecked());
  const SittingId id = *evening.flow.sitting();
  evening.press("doneButton");
  const Lanes lanes = evening.journal.load(id).value();
  const auto* chosen = std::get_if<LookedOver>(&lanes.a->at(lanes.a->size() - 2));
  REQUIRE(chosen != nullptr);
  for (const LineChoice& choice : chosen->choices) CHECK_FALSE(choice.trimmed.has_value());
}

TEST_CASE("Who does a small step and when it is looked back on stay with its words") {
  Evening evening;
  evening.toSmallStep();
  evening.find<QLineEdit>("whatEdit")->setText(QStringLiteral("Tea"));
  evening.press("whoAButton");
  evening.press("fortnightButton");
  SECTION("while it is half made") {
    evening.press("leaveButton");
    evening.press("stayButton");
  }
  SECTION("once it is agreed") {
    evening.press("doneButton");
    evening.press("backButton");
  }
  REQUIRE(evening.has("agreeView"));
  CHECK(evening.find<QPushButton>("whoAButton")->isChecked());
  CHECK(evening.find<QPushButton>("fortnightButton")->isChecked());
}

TEST_CASE("A look at the page of safety does not end a pause") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.press("readyButton");
  evening.press("pauseButton");
  REQUIRE(evening.has("pauseView"));
  evening.flow.cover();
  CHECK(evening.has("pauseView"));
}

TEST_CASE("A page out of sight takes no key") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.press("readyButton");
  evening.page.hide();
  evening.flow.cover();
  const QWidget* keyboard = QApplication::focusWidget();
  CHECK((keyboard == nullptr || !evening.page.isAncestorOf(keyboard)));
  evening.page.show();
  evening.page.takeKeyboard();
  CHECK(evening.page.focusWidget() == evening.find("readyButton"));
}

TEST_CASE("Nothing of the first is in any widget while the second has the laptop, nor on the curtain") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.turn(kAlexCanary, "card-near", "card-space");
  CHECK(isAnywhere(kAlexCanary));  // Alex looks it over
  evening.press("doneButton");
  CHECK_FALSE(isAnywhere(kAlexCanary));
  evening.press("readyButton");
  CHECK_FALSE(isAnywhere(kAlexCanary));
  evening.write("pageEdit", kSamCanary);
  evening.press("doneButton");
  CHECK_FALSE(isAnywhere(kAlexCanary));
  evening.press("card-think");
  evening.press("doneButton");
  evening.press("card-near");
  evening.press("doneButton");
  REQUIRE(evening.has("lookOverView"));
  CHECK_FALSE(isAnywhere(kAlexCanary));
  evening.press("pauseButton");
  CHECK_FALSE(isAnywhere(kSamCanary));
}

TEST_CASE("When the disk is full the words stay on the screen, and go on once there is room") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.press("readyButton");
  evening.write("pageEdit", kAlexCanary);
  evening.journal.refuses = ErrorKind::DiskFull;
  evening.press("doneButton");
  REQUIRE(evening.has("writeView"));
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kAlexCanary);
  CHECK_FALSE(evening.trouble().isEmpty());
  evening.press("passButton");
  CHECK(evening.has("writeView"));
  CHECK_FALSE(evening.flow.putAway());
  evening.journal.refuses.reset();
  evening.press("doneButton");
  CHECK(evening.has("chooseView"));
  CHECK(evening.trouble().isEmpty());
}

TEST_CASE("Whatever the disk or the file is like, nobody has to stay at a sitting") {
  for (const ErrorKind kind : {ErrorKind::DiskFull, ErrorKind::DiskFailed, ErrorKind::ReadOnly, ErrorKind::NotFound}) {
    CAPTURE(static_cast<int>(kind));
    Evening evening;
    evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
    QSignalSpy left(&evening.flow, &SittingFlow::left);
    evening.journal.refuses = kind;
    evening.press("leaveButton");
    REQUIRE(evening.has("leaveView"));
    evening.find("leaveView")->findChild<QPushButton*>(QStringLiteral("leaveButton"))->click();
    CHECK(left.count() == 1);
    CHECK_FALSE(evening.flow.isRunning());
  }
}

TEST_CASE("A sitting in a journal that is only to be read is not taken up, and it is said why") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  const SittingId id = *evening.flow.sitting();
  REQUIRE(evening.flow.putAway());
  evening.journal.isReadOnly = true;
  QSignalSpy refused(&evening.flow, &SittingFlow::notStarted);
  evening.flow.takeUp(id);
  REQUIRE(refused.count() == 1);
  CHECK(refused[0][0].toString().contains(QStringLiteral("can be read here but not changed")));
  CHECK_FALSE(evening.flow.isRunning());
}

TEST_CASE("After an hour of writing on a full disk the words stay, and Save again keeps them") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.press("readyButton");
  evening.journal.refuses = ErrorKind::DiskFull;
  evening.write("pageEdit", kAlexCanary);
  QTest::qWait(3300);
  CHECK(evening.trouble().startsWith(QStringLiteral("Nothing is lost: your words are here.")));
  evening.press("saveAgainButton");
  CHECK(evening.trouble().contains(QStringLiteral("Save again")));
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kAlexCanary);
  evening.journal.refuses.reset();
  evening.press("saveAgainButton");
  CHECK(evening.trouble().isEmpty());
  REQUIRE(evening.journal.drafts.size() == 1);
  CHECK(evening.journal.drafts.begin()->second == kAlexCanary.toStdString());
}

TEST_CASE("Words that are too long for one answer stay, and it is said that they are too long") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.press("readyButton");
  const QString words(20001, u'x');
  evening.write("pageEdit", words);
  evening.press("doneButton");
  REQUIRE(evening.has("writeView"));
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == words);
  CHECK(evening.trouble().contains(QStringLiteral("more than fits in one place: 20,000 letters")));
  QTest::qWait(3300);  // kept as a draft by now, which says nothing about the answer
  REQUIRE(evening.journal.drafts.size() == 1);
  CHECK(evening.trouble().contains(QStringLiteral("more than fits in one place")));
  evening.write("pageEdit", words.left(20000));
  evening.press("doneButton");
  CHECK(evening.has("chooseView"));
}

TEST_CASE("Half-written words are kept after three seconds in the writer's own vault, and cleared by the answer") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.press("readyButton");
  evening.write("pageEdit", kAlexCanary);
  CHECK(evening.journal.drafts.empty());
  QTest::qWait(3300);
  const std::string place = "sitting/" + std::to_string(evening.flow.sitting()->number()) + "/carried";
  REQUIRE(evening.journal.drafts.count({VaultId::A, place}) == 1);
  CHECK(evening.find<QLabel>("savedLabel")->text() == QStringLiteral("saved"));
  const SittingId id = *evening.flow.sitting();
  CHECK(evening.flow.putAway());
  CHECK_FALSE(isAnywhere(kAlexCanary));
  evening.flow.takeUp(id);
  evening.press("readyButton");
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kAlexCanary);
  evening.press("doneButton");
  CHECK(evening.journal.drafts.empty());
}

TEST_CASE("Words of an answer that were deleted stay deleted, whatever comes between") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  const SittingId id = *evening.flow.sitting();
  evening.press("doneButton");
  evening.press("readyButton");
  evening.write("pageEdit", kAlexCanary);
  evening.press("doneButton");
  evening.press("backButton");
  REQUIRE(evening.find<QTextEdit>("pageEdit")->toPlainText() == kAlexCanary);
  evening.write("pageEdit", QString());
  SECTION("leaving was thought of") {
    evening.press("leaveButton");
    evening.press("stayButton");
    evening.press("readyButton");
  }
  SECTION("a pause") {
    evening.press("pauseButton");
    evening.press("readyAButton");
    evening.press("readyBButton");
    evening.press("readyButton");
  }
  SECTION("a lock") {
    REQUIRE(evening.flow.putAway());
    evening.flow.takeUp(id);
    evening.press("readyButton");
  }
  SECTION("a lock on a full disk") {
    evening.journal.refuses = ErrorKind::DiskFull;
    REQUIRE_FALSE(evening.flow.putAway());
    const auto sealed = evening.flow.sealedDraft();
    REQUIRE(sealed);
    evening.journal.refuses.reset();
    REQUIRE(evening.flow.putAway());
    evening.journal.drafts.clear();  // what the next process finds in the file
    REQUIRE(evening.journal.takeDraft(*sealed));
    evening.flow.takeUp(id);
    evening.press("readyButton");
  }
  REQUIRE(evening.has("pageEdit"));
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText().isEmpty());
  CHECK(evening.find<QLabel>("savedLabel")->text() == QStringLiteral("saved"));
  for (const char* away : {"doneButton", "passButton"}) {
    evening.press(away);
    evening.press("backButton");
    CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText().isEmpty());
  }
  evening.write("pageEdit", kSamCanary);
  evening.press("doneButton");
  CHECK(evening.journal.drafts.empty());
  evening.press("backButton");
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kSamCanary);
}

TEST_CASE("A locked vault is opened before its turn, and a passphrase is offered once to who has none") {
  Evening evening;
  evening.journal.doors = {DoorState::Open, DoorState::Locked};
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  CHECK(evening.protectOffered.empty());
  evening.press("readyButton");
  CHECK(evening.protectOffered == std::vector{PartnerId::A});
  CHECK(evening.find<QLabel>("tagLabel")->text().startsWith(QStringLiteral("Not locked yet")));
  evening.journal.doors[0] = DoorState::Unlocked;
  evening.flow.protectionSettled(PartnerId::A);
  CHECK(evening.find<QLabel>("tagLabel")->text().startsWith(QStringLiteral("Only Alex")));
  evening.write("pageEdit", kAlexCanary);
  evening.press("doneButton");
  evening.press("card-near");
  evening.press("doneButton");
  evening.press("card-space");
  evening.press("doneButton");
  evening.press("doneButton");
  evening.press("readyButton");
  CHECK(evening.unlockAsked == std::vector{PartnerId::B});
  CHECK(evening.has("handOverView"));
  evening.journal.doors[1] = DoorState::Unlocked;
  evening.flow.unlocked(PartnerId::B);
  CHECK(evening.has("writeView"));
  CHECK(evening.protectOffered.size() == 1);
}

TEST_CASE("Whoever goes on without a passphrase is asked no more that day; who said nothing, and the other, are") {
  Evening evening;
  const auto begin = [&evening](PartnerId who) {
    evening.protectOffered.clear();
    evening.flow.begin(*ExerciseId::from("my-own-pace"), Audience::One, who);
    evening.press("doneButton");
    REQUIRE(evening.has("writeView"));
    return !evening.protectOffered.empty();
  };
  REQUIRE(begin(PartnerId::A));
  CHECK(begin(PartnerId::A));
  evening.flow.wentOnOpen(PartnerId::A);
  CHECK(evening.find<QLabel>("tagLabel")->text().startsWith(QStringLiteral("Not locked yet")));
  CHECK_FALSE(begin(PartnerId::A));
  CHECK(evening.find<QLabel>("tagLabel")->text().startsWith(QStringLiteral("Not locked yet")));
  CHECK(begin(PartnerId::B));
  evening.clock.day = std::chrono::sys_days(evening.clock.day) + std::chrono::days(1);
  CHECK(begin(PartnerId::A));
}

TEST_CASE("A pause survives the program, is kept nowhere once it is over, and needs both") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  const SittingId id = *evening.flow.sitting();
  evening.press("pauseButton");
  evening.press("twentyButton");
  CHECK(evening.journal.drafts.count({VaultId::Ours, "pause"}) == 1);
  REQUIRE(evening.flow.putAway());
  evening.flow.takeUp(id);
  REQUIRE(evening.has("pauseView"));
  evening.press("readyAButton");
  CHECK(evening.has("pauseView"));
  evening.press("readyBButton");
  CHECK(evening.has("settleView"));
  CHECK(evening.journal.drafts.empty());
}

TEST_CASE("A pause that is over names no time any more, and waits for both all the same") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  const SittingId id = *evening.flow.sitting();
  evening.press("pauseButton");
  evening.press("twentyButton");
  CHECK(evening.find<QLabel>("titleLabel")->text().startsWith(QStringLiteral("Back here at")));
  REQUIRE(evening.flow.putAway());
  evening.clock.day = std::chrono::sys_days(evening.clock.day) + std::chrono::days(1);
  evening.flow.takeUp(id);
  REQUIRE(evening.has("pauseView"));
  CHECK_FALSE(evening.find<QLabel>("titleLabel")->text().contains(QStringLiteral("Back here at")));
  CHECK_FALSE(evening.page.accessibleName().contains(QStringLiteral("until")));
  CHECK_FALSE(evening.find("twentyButton")->isVisible());
  evening.press("readyAButton");
  CHECK(evening.has("pauseView"));
  evening.press("readyBButton");
  CHECK(evening.has("settleView"));
}

TEST_CASE("Leaving keeps what was written and can be taken back") {
  Evening evening;
  QSignalSpy left(&evening.flow, &SittingFlow::left);
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  const SittingId id = *evening.flow.sitting();
  evening.press("doneButton");
  evening.press("readyButton");
  evening.write("pageEdit", kAlexCanary);
  evening.press("leaveButton");
  evening.press("stayButton");
  CHECK_FALSE(isAnywhere(kAlexCanary));  // both have just looked at the question
  evening.press("readyButton");
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kAlexCanary);
  evening.press("leaveButton");
  evening.find<QPushButton>("leaveView");
  for (auto* button : evening.page.findChildren<QPushButton*>(QStringLiteral("leaveButton"))) {
    if (button->isVisible()) button->click();
  }
  CHECK(left.count() == 1);
  CHECK_FALSE(evening.flow.isRunning());
  evening.flow.takeUp(id);
  CHECK_FALSE(isAnywhere(kAlexCanary));
  evening.press("readyButton");
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kAlexCanary);
}

TEST_CASE("A weekly look apart, on two evenings, and opened together later") {
  Evening evening;
  const auto nextDay = [&evening] {
    evening.clock.day = std::chrono::sys_days(evening.clock.day) + std::chrono::days(1);
  };
  std::map<PartnerId, Day> written;
  for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
    written[who] = evening.clock.day;
    evening.flow.startOwnLook(who);
    REQUIRE(evening.has("rateView"));
    evening.find<QWidget>("row-told")->findChild<QPushButton*>(QStringLiteral("score4"))->click();
    evening.press("doneButton");
    evening.write("pageEdit", who == PartnerId::A ? kAlexCanary : kSamCanary);
    evening.press("doneButton");
    evening.write("pageEdit", QStringLiteral("only for me"));
    CHECK(evening.find<QLabel>("tagLabel")->text() == QStringLiteral("Not locked yet: never opened"));
    evening.press("doneButton");
    REQUIRE(evening.has("partDoneView"));
    evening.press("doneButton");
    CHECK(evening.journal.sittings(Reader::OursAlone).empty());
    nextDay();
  }
  evening.flow.openTogether();
  REQUIRE(evening.flow.isRunning());
  CHECK_FALSE(isAnywhere(kAlexCanary));
  evening.press("readyButton");
  evening.press("doneButton");  // nothing to look back on
  evening.press("readyButton");
  REQUIRE(evening.has("lookOverView"));
  CHECK(isAnywhere(kAlexCanary));
  CHECK_FALSE(isAnywhere(kSamCanary));
  CHECK_FALSE(isAnywhere(QStringLiteral("only for me")));
  evening.find("line-appreciated")->findChild<QPushButton*>(QStringLiteral("openButton"))->click();
  evening.press("doneButton");
  evening.press("readyButton");
  REQUIRE(evening.has("lookOverView"));
  CHECK_FALSE(isAnywhere(kAlexCanary));
  CHECK(isAnywhere(kSamCanary));
  evening.press("doneButton");  // Sam opens nothing
  evening.press("readyButton");
  REQUIRE(evening.has("revealView"));
  CHECK(isAnywhere(kAlexCanary));
  CHECK_FALSE(isAnywhere(kSamCanary));
  CHECK_FALSE(isAnywhere(QStringLiteral("only for me")));
  for (const auto& [who, day] : written) {
    const auto own = evening.journal.sittings(who == PartnerId::A ? Reader::A : Reader::B);
    CHECK(std::ranges::count_if(own, [&](const SittingSummary& one) {
            return one.begun.mode == SittingMode::OwnLook && one.begun.day == day;
          }) == 1);
  }
  const auto together = evening.journal.sittings(Reader::OursAlone);
  REQUIRE(together.size() == 1);
  CHECK(together.front().begun.day == evening.clock.day);
}

namespace {

/// Each does their own part of the look, and skips all of it.
void skipThroughOwnLooks(Evening& evening) {
  for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
    evening.flow.startOwnLook(who);
    for (int i = 0; i < 3; ++i) evening.press("passButton");
    REQUIRE(evening.has("partDoneView"));
    evening.press("doneButton");
  }
}

/// Both have come together to open them, and it is the first one's turn to look theirs over.
SittingId beginOpening(Evening& evening) {
  skipThroughOwnLooks(evening);
  evening.flow.openTogether();
  evening.press("readyButton");
  evening.press("doneButton");  // nothing to look back on
  REQUIRE(evening.has("handOverView"));
  return *evening.flow.sitting();
}

}  // namespace

TEST_CASE("Where the opening of two looks was left, both go on with it, and either can still change their part") {
  Evening evening;
  const SittingId opening = beginOpening(evening);
  REQUIRE(evening.flow.putAway());
  SECTION("by who did their part and has not looked it over yet") {
    evening.flow.startOwnLook(PartnerId::B);
    REQUIRE(evening.has("partDoneView"));
    evening.press("backButton");
    evening.press("backButton");
    evening.write("pageEdit", kSamCanary);
    evening.press("doneButton");
    REQUIRE(evening.flow.putAway());
    evening.flow.openTogether();
    for (const char* name : {"readyAButton", "readyBButton", "readyButton", "doneButton", "readyButton"})
      evening.press(name);
    CHECK(isAnywhere(kSamCanary));  // to be looked over
  }
  SECTION("by both, a week later") {
    evening.clock.day = std::chrono::sys_days(evening.clock.day) + std::chrono::days(7);
    evening.flow.openTogether();
  }
  CHECK(evening.flow.sitting() == opening);
}

TEST_CASE("Whoever skipped every line has no way back at the end of their turn, and no disk is blamed") {
  Evening evening;
  beginOpening(evening);
  evening.press("readyButton");
  REQUIRE(evening.has("endOfTurnView"));
  CHECK(evening.find("backButton")->isHidden());
  Q_EMIT evening.page.acted(practice::Back{});
  CHECK(evening.trouble().isEmpty());
  CHECK(evening.has("endOfTurnView"));
}

TEST_CASE("A whole look that was left is gone on with, and not begun a second time") {
  Evening evening;
  evening.flow.beginWholeLook();
  const auto first = evening.flow.sitting();
  REQUIRE(first.has_value());
  evening.press("leaveButton");
  for (auto* button : evening.page.findChildren<QPushButton*>(QStringLiteral("leaveButton"))) {
    if (button->isVisible()) button->click();
  }
  REQUIRE_FALSE(evening.flow.isRunning());
  evening.flow.beginWholeLook();
  CHECK(evening.flow.sitting() == first);
  REQUIRE(evening.has("pauseView"));
  evening.press("readyAButton");
  CHECK(evening.has("pauseView"));
  evening.press("readyBButton");
  CHECK(evening.has("agreeReviewView"));
  CHECK(evening.journal.sittings(Reader::OursAlone).size() == 1);
  evening.flow.putAway();
  evening.clock.day = std::chrono::sys_days(evening.clock.day) + std::chrono::days(7);
  evening.flow.beginWholeLook();
  CHECK(evening.flow.sitting() != first);
}

namespace {

/// An evening of weekly looks that ask how heavy the week was, and one light exercise for one and one for two.
struct HeavyEvening : Evening {
  HeavyEvening() {
    auto& lines = std::get<RateStep>(catalog.look->steps[1].form);
    lines.items.push_back({sample::item("heavy"), "How heavy was life outside the two of you?", "Light", "Very heavy"});
    for (const Audience audience : {Audience::One, Audience::Two}) {
      const char* id = audience == Audience::One ? "what-i-carry" : "quiet-kindness";
      catalog.summaries.push_back({*ExerciseId::from(id), id, "", Practice::Support, 10, Depth::Light, audience});
    }
    QObject::connect(&flow, &SittingFlow::lightAsked, &page,
                     [this](const ExerciseId& id, std::optional<PartnerId> alone) {
                       asked.push_back(id.text());
                       by = alone;
                     });
  }
  void ownLook(PartnerId who, int mark) {
    flow.startOwnLook(who);
    find<QWidget>("row-heavy")->findChild<QPushButton*>(QStringLiteral("score%1").arg(mark))->click();
    press("doneButton");
    press("passButton");
    press("passButton");
    REQUIRE(has("partDoneView"));
  }
  /// Both open the one rated line, or keep it.
  void openTogether(bool open) {
    flow.openTogether();
    press("readyButton");
    press("doneButton");
    for (int i = 0; i < 2; ++i) {
      press("readyButton");
      press(open ? "openButton" : "keepButton");
      press("doneButton");
    }
    press("readyButton");
    press("doneButton");
    press("noStepButton");
    press("doneButton");
    REQUIRE(has("finishedView"));
  }
  [[nodiscard]] QString doneWords() { return find<QPushButton>("doneButton")->text(); }
  std::vector<std::string> asked;
  std::optional<PartnerId> by;
};

}  // namespace

TEST_CASE("At the end of a heavy week its writer is offered something light, or nothing, and is told no verdict") {
  HeavyEvening evening;
  evening.ownLook(PartnerId::B, 6);
  CHECK(evening.find<QLabel>("lightLabel")->isVisible());
  CHECK_FALSE(evening.find<QLabel>("lightLabel")->text().contains(QStringLiteral("heavy"), Qt::CaseInsensitive));
  CHECK(evening.doneWords() == QStringLiteral("Back to Today"));
  CHECK(evening.find<QPushButton>("lightButton")->text() == QStringLiteral("what-i-carry · 10 minutes"));
  const int writes = evening.journal.writes;
  evening.press("lightButton");
  CHECK(evening.asked == std::vector<std::string>{"what-i-carry"});
  CHECK(evening.by == PartnerId::B);
  CHECK(evening.journal.writes == writes);
  CHECK_FALSE(evening.flow.isRunning());
}

TEST_CASE("An ordinary week ends as ever, and what is left is left") {
  HeavyEvening evening;
  evening.ownLook(PartnerId::A, 4);
  CHECK_FALSE(evening.find<QLabel>("lightLabel")->isVisible());
  CHECK_FALSE(evening.find<QPushButton>("lightButton")->isVisible());
  CHECK(evening.doneWords() == QStringLiteral("Back to Today"));
  evening.press("doneButton");
  evening.ownLook(PartnerId::B, 5);
  evening.press("doneButton");
  CHECK(evening.asked.empty());
  CHECK_FALSE(evening.flow.isRunning());
}

TEST_CASE("Together a heavy week is known from what was opened alone") {
  for (const bool open : {false, true}) {
    HeavyEvening evening;
    evening.ownLook(PartnerId::A, 6);
    evening.press("doneButton");
    evening.ownLook(PartnerId::B, 2);
    evening.press("doneButton");
    evening.openTogether(open);
    CHECK(evening.find<QPushButton>("lightButton")->isVisible() == open);
    if (!open) continue;
    evening.press("lightButton");
    CHECK(evening.asked == std::vector<std::string>{"quiet-kindness"});
    CHECK_FALSE(evening.by);
  }
}

TEST_CASE("The six-item form leaves the rest of the lines out") {
  Evening evening;
  std::get<RateStep>(evening.catalog.look->steps[1].form).items[0].inShortForm = false;
  evening.flow.startOwnLook(PartnerId::A, true);
  REQUIRE(evening.has("rateView"));
  CHECK_FALSE(evening.has("row-told"));
  CHECK(evening.has("row-noticed"));
}

TEST_CASE("Opening together says only that not everything is here yet") {
  Evening evening;
  evening.flow.openTogether();
  CHECK_FALSE(evening.flow.isRunning());
  CHECK(evening.notStarted == QStringLiteral("Not everything is here yet. Each of you can do your own part, or you do "
                                             "the whole look together now."));
}

TEST_CASE("Earlier agreements come back in the next look and are marked") {
  Evening evening;
  Agreement tea;
  tea.what = "Tea on Saturday";
  const auto made = evening.journal.add(VaultId::Ours, std::nullopt, tea);
  REQUIRE(made.ok());
  evening.flow.beginWholeLook();
  REQUIRE(evening.has("agreeReviewView"));
  const std::string kept = "kept-" + std::to_string(made->id.number());
  evening.press(kept.c_str());
  evening.press("doneButton");
  CHECK(std::get<Agreement>(evening.journal.kept.front().body).state == AgreementState::Kept);
}

TEST_CASE("One person alone writes into their own lane and no other") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("my-own-pace"), Audience::One, PartnerId::B);
  REQUIRE(evening.has("settleView"));
  evening.press("doneButton");
  evening.write("pageEdit", kSamCanary);
  evening.press("leaveButton");
  evening.press("stayButton");
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kSamCanary);  // no curtain hangs before oneself
  evening.press("pauseButton");
  evening.press("twentyButton");
  REQUIRE(evening.journal.drafts.size() == 2);  // the words, and the pause
  for (const auto& draft : evening.journal.drafts) CHECK(draft.first.first == VaultId::B);
  CHECK(evening.find<QPushButton>("readyAButton")->isHidden());
  evening.press("readyBButton");
  evening.press("doneButton");
  REQUIRE(evening.has("finishedView"));
  CHECK(evening.journal.sittings(Reader::OursAlone).empty());
}

TEST_CASE("On a full disk a pause is a pause and leaving leaves, and the half-written words are held") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  const SittingId id = *evening.flow.sitting();
  evening.press("doneButton");
  evening.press("readyButton");
  evening.journal.refuses = ErrorKind::DiskFull;
  evening.write("pageEdit", kAlexCanary);
  SECTION("pause") {
    evening.press("pauseButton");
    REQUIRE(evening.has("pauseView"));
    CHECK_FALSE(isAnywhere(kAlexCanary));
  }
  SECTION("leave") {
    evening.press("leaveButton");
    REQUIRE(evening.has("leaveView"));
    evening.find("leaveView")->findChild<QPushButton*>(QStringLiteral("leaveButton"))->click();
    CHECK_FALSE(evening.flow.sitting());
  }
  evening.journal.refuses.reset();
  REQUIRE(evening.flow.putAway());
  evening.flow.takeUp(id);
  if (evening.has("pauseView")) {
    evening.press("readyAButton");
    evening.press("readyBButton");
  }
  evening.press("readyButton");
  CHECK(evening.find<QTextEdit>("pageEdit")->toPlainText() == kAlexCanary);
}

TEST_CASE("Words on a page that is skipped go only once that was said") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  evening.press("readyButton");
  evening.write("pageEdit", kAlexCanary);
  auto& skip = *evening.find<QPushButton>("passButton");
  evening.press("passButton");
  REQUIRE(evening.has("pageEdit"));
  CHECK(skip.text().contains(QStringLiteral("let the words go")));
  evening.write("pageEdit", kAlexCanary + QStringLiteral("!"));
  CHECK(skip.text() == QStringLiteral("Skip"));
  evening.press("passButton");
  evening.press("passButton");
  CHECK_FALSE(evening.has("pageEdit"));
  CHECK(skip.text() == QStringLiteral("Skip"));
}

TEST_CASE("Words that were let go are nowhere any more, and a part that is done has no half-written ones") {
  Evening evening;
  evening.flow.startOwnLook(PartnerId::A);
  while (!evening.has("pageEdit")) evening.press("doneButton");
  evening.write("pageEdit", kAlexCanary);
  evening.press("passButton");
  evening.press("passButton");
  const auto isKept = [&evening](const QString& words) {
    return std::ranges::any_of(evening.journal.drafts,
                               [&](const auto& draft) { return QString::fromStdString(draft.second).contains(words); });
  };
  CHECK_FALSE(isKept(kAlexCanary));
  evening.write("pageEdit", kSamCanary);
  evening.press("backButton");
  CHECK(isKept(kSamCanary));
  evening.press("passButton");
  evening.write("pageEdit", QStringLiteral("something else"));
  evening.press("doneButton");
  REQUIRE(evening.has("partDoneView"));
  CHECK(evening.journal.drafts.empty());
}

TEST_CASE("What was marked on earlier steps is there again after leaving was thought of, a pause and a lock") {
  Evening evening;
  Agreement tea;
  tea.what = "Tea on Saturday";
  const auto kept = evening.journal.add(VaultId::Ours, std::nullopt, tea);
  REQUIRE(kept.ok());
  const std::string mark = "changed-" + std::to_string(kept->id.number());
  evening.flow.beginWholeLook();
  evening.press(mark.c_str());
  const SittingId id = *evening.flow.sitting();
  SECTION("leaving") {
    evening.press("leaveButton");
    evening.press("stayButton");
  }
  SECTION("a pause") {
    evening.press("pauseButton");
    evening.press("readyAButton");
    evening.press("readyBButton");
  }
  SECTION("a lock") {
    REQUIRE(evening.flow.putAway());
    evening.flow.takeUp(id);
    evening.press("readyAButton");
    evening.press("readyBButton");
  }
  CHECK(evening.find<QPushButton>(mark.c_str())->isChecked());
  evening.press("doneButton");
  CHECK(std::get<Agreement>(evening.journal.kept.front().body).state == AgreementState::Changed);
}

TEST_CASE("Back at the earlier steps, what was said of them stands there and can be said anew") {
  Evening evening;
  auto& steps = evening.catalog.look->steps;
  std::erase_if(steps, [](const Step& one) { return one.who == StepFor::Each || one.kind() == StepKind::Reveal; });
  Agreement tea;
  tea.what = "Tea on Saturday";
  const auto kept = evening.journal.add(VaultId::Ours, std::nullopt, tea);
  REQUIRE(kept.ok());
  const std::string number = std::to_string(kept->id.number());
  evening.flow.beginWholeLook();
  evening.press(("kept-" + number).c_str());
  evening.press("doneButton");
  REQUIRE(evening.has("agreeView"));
  evening.press("backButton");
  SECTION("at once") {}
  SECTION("after a lock") {
    const SittingId id = *evening.flow.sitting();
    REQUIRE(evening.flow.putAway());
    evening.flow.takeUp(id);
    evening.press("readyAButton");
    evening.press("readyBButton");
  }
  REQUIRE(evening.has("agreeReviewView"));
  REQUIRE(evening.has(("kept-" + number).c_str()));
  CHECK(evening.find<QPushButton>(("kept-" + number).c_str())->isChecked());
  evening.press(("changed-" + number).c_str());
  evening.press("doneButton");
  CHECK(std::get<Agreement>(evening.journal.kept.front().body).state == AgreementState::Changed);
}

TEST_CASE("A small step that was marked on its day is named at the look of that day, and at no later one") {
  Evening evening;
  Agreement tea;
  tea.what = "Tea on Saturday";
  tea.state = AgreementState::Kept;
  const auto kept = evening.journal.add(VaultId::Ours, std::nullopt, tea);
  REQUIRE(kept.ok());
  evening.journal.kept.front().changed = evening.clock.now();
  const std::string mark = "kept-" + std::to_string(kept->id.number());
  evening.flow.beginWholeLook();
  REQUIRE(evening.has(mark.c_str()));
  CHECK(evening.find<QPushButton>(mark.c_str())->isChecked());
  evening.press("doneButton");
  REQUIRE(evening.flow.putAway());
  evening.clock.day = std::chrono::sys_days(evening.clock.day) + std::chrono::days(7);
  evening.flow.beginWholeLook();
  REQUIRE(evening.has("agreeReviewView"));
  CHECK_FALSE(evening.has(mark.c_str()));
}

TEST_CASE("The idle lock is told while somebody speaks, and who begins alternates") {
  Evening evening;
  QSignalSpy speaking(&evening.flow, &SittingFlow::speakingChanged);
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  CHECK(evening.find<QPushButton>("readyButton")->text().contains(QStringLiteral("Alex")));
  evening.turn(kAlexCanary, "card-near", "card-space");
  evening.press("doneButton");
  evening.turn(kSamCanary, "card-think", "card-near");
  evening.press("doneButton");
  evening.press("readyButton");
  evening.press("doneButton");
  REQUIRE(speaking.count() == 1);
  const auto share = [&speaking] { return speaking.last().first().value<std::optional<std::chrono::seconds>>(); };
  CHECK(share() > std::chrono::seconds(30));
  evening.press("passButton");  // asks, since Sam has not spoken yet
  CHECK(share());
  evening.press("passButton");
  CHECK_FALSE(share());
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  evening.press("doneButton");
  CHECK(evening.find<QPushButton>("readyButton")->text().contains(QStringLiteral("Sam")));
}

TEST_CASE("How long somebody spoke is kept where the disk takes it, and holds nobody where it does not") {
  Evening evening;
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  const SittingId id = *evening.flow.sitting();
  evening.press("doneButton");
  evening.turn(kAlexCanary, "card-near", "card-space");
  evening.press("doneButton");
  evening.turn(kSamCanary, "card-think", "card-near");
  evening.press("doneButton");
  evening.press("readyButton");
  evening.press("doneButton");
  auto* talk = evening.find<TalkView>("talkView");
  REQUIRE(talk != nullptr);
  talk->tick();
  talk->tick();
  SECTION("kept") {
    REQUIRE(evening.flow.putAway());
    evening.flow.takeUp(id);
    REQUIRE(evening.find<TalkView>("talkView") != nullptr);
    CHECK(evening.find<TalkView>("talkView")->draft() == QStringLiteral("2"));
  }
  SECTION("refused, as a lock finds it") {
    evening.journal.refuses = ErrorKind::DiskFull;
    CHECK(evening.flow.putAway());
    CHECK_FALSE(evening.flow.isRunning());
    CHECK_FALSE(evening.flow.sealedDraft());
  }
  SECTION("refused at a pause, which is shown all the same") {
    evening.journal.refuses = ErrorKind::DiskFull;
    evening.press("pauseButton");
    CHECK(evening.has("pauseView"));
  }
}

TEST_CASE("A sitting taken up where a locked vault is next asks for it once its owner says so") {
  Evening evening;
  evening.journal.doors = {DoorState::Unlocked, DoorState::Locked};
  evening.flow.begin(*ExerciseId::from("what-would-help"), Audience::Two);
  const SittingId id = *evening.flow.sitting();
  evening.press("doneButton");
  evening.turn(kAlexCanary, "card-near", "card-space");
  evening.press("doneButton");
  REQUIRE(evening.flow.putAway());
  evening.flow.takeUp(id);
  REQUIRE(evening.has("handOverView"));
  CHECK(evening.find<QLabel>("titleLabel")->text() == QStringLiteral("Pass the laptop to Sam"));
  CHECK(evening.unlockAsked.empty());
  CHECK_FALSE(isAnywhere(kAlexCanary));
  evening.press("readyButton");
  CHECK(evening.unlockAsked == std::vector{PartnerId::B});
  evening.journal.doors[1] = DoorState::Unlocked;
  evening.flow.unlocked(PartnerId::B);
  CHECK(evening.has("writeView"));
}
