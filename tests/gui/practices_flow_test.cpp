// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/practices_flow.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include "at_laptop.h"
#include "catch.h"
#include "gui/example_content.h"
#include "gui/widgets/side_bar.h"
#include "gui/widgets/still_card.h"

using namespace footbridge;
using gui::PageName;

namespace {

class KnowingCatalog : public fakes::ListCatalog {
 public:
  Result<std::vector<EvidenceSource>> evidence() override { return gui::example::evidence(); }
  Result<std::vector<ExerciseSummary>> exercises() override {
    if (!mayList) return Error{ErrorKind::DiskFailed, "exercises"};
    return ListCatalog::exercises();
  }
  bool mayList = true;
};

struct Practising : probe::AtLaptop<fakes::MemoryJournal, KnowingCatalog> {
  gui::PracticesFlow flow{around};

  explicit Practising(std::optional<Partner> b = sample::sam()) : AtLaptop(Reader::A, std::move(b)) {
    Exercise exercise = sample::supportExercise();
    exercise.evidence = {{"B3", "Comfort first."}};
    exercise.evidenceGrade = "one lab study";
    catalog.all = {exercise};
    window.resize(1280, 800);
    window.show();
    flow.showExercise(exercise.id);
  }
  template <typename Widget = QPushButton>
  Widget& find(const char* name) {
    auto* found = window.page(window.currentPage())->findChild<Widget*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return *found;
  }
};

}  // namespace

TEST_CASE("from an exercise to what it builds on and back, with whoever was in still in") {
  Practising at;
  at.find("firstReadyButton").click();
  at.find("evidenceButton").click();
  REQUIRE(at.window.currentPage() == PageName::Evidence);
  CHECK(at.window.page(PageName::Evidence)->findChildren<gui::StillCard*>().size() == 1);
  at.find("backButton").click();
  REQUIRE(at.window.currentPage() == PageName::Exercise);
  CHECK(at.find("firstReadyButton").isChecked());
}

TEST_CASE("of an exercise that cannot be read it is said where it is seen, whichever page it was asked for on") {
  Practising at;
  at.window.addPage(PageName::Today, [] { return new QWidget; });
  at.window.showPage(PageName::Today);
  at.flow.showExercise(*ExerciseId::from("gone"));
  REQUIRE(at.window.currentPage() == PageName::Practices);
  CHECK(at.find<QLabel>("emptyLabel").isVisible());
  CHECK_FALSE(at.find<QLabel>("emptyLabel").text().isEmpty());
  at.flow.showPractices();
  CHECK_FALSE(at.find<QLabel>("emptyLabel").isVisible());
}

TEST_CASE("a list that could not be read is read again when somebody comes for it") {
  Practising at;
  at.catalog.mayList = false;
  at.flow.showPractices();
  CHECK(at.find<QLabel>("emptyLabel").isVisible());
  at.catalog.mayList = true;
  at.flow.showPractices();
  CHECK_FALSE(at.find<QLabel>("emptyLabel").isVisible());
}

TEST_CASE("that anybody may stop stands in reach, above the buttons that begin") {
  Practising at;
  at.window.resize(600, 480);
  auto& note = at.find<QLabel>("beginNoteLabel");
  auto& ready = at.find("firstReadyButton");
  CHECK(note.text().contains(QStringLiteral("without a reason")));
  const auto in = [&at](const QWidget& widget) { return QRect(widget.mapTo(&at.window, QPoint(0, 0)), widget.size()); };
  const auto* bar = at.find<QScrollArea>("scroll").verticalScrollBar();
  REQUIRE(QTest::qWaitFor([bar] { return bar->maximum() > 0; }));
  CHECK(in(note).bottom() < in(ready).top());
  CHECK(at.window.rect().contains(in(ready)));
  CHECK(in(ready).top() - in(note).bottom() < 24);
}

TEST_CASE("the evidence of what has a page of its own leads back to that page") {
  Practising at;
  at.window.addPage(PageName::WeeklyLook, [] { return new QWidget; });
  at.flow.showEvidenceOf(std::make_shared<const Exercise>(at.catalog.all.front()), PageName::WeeklyLook);
  REQUIRE(at.window.currentPage() == PageName::Evidence);
  CHECK(at.window.page(PageName::Evidence)->findChildren<gui::StillCard*>().size() == 1);
  at.find("backButton").click();
  CHECK(at.window.currentPage() == PageName::WeeklyLook);
}

TEST_CASE("all of the evidence is one press from the practices, and leads back to them") {
  Practising at;
  at.flow.showPractices();
  at.find("evidenceButton").click();
  REQUIRE(at.window.currentPage() == PageName::Evidence);
  CHECK(at.window.page(PageName::Evidence)->findChildren<gui::StillCard*>().size() == 3);
  at.find("backButton").click();
  CHECK(at.window.currentPage() == PageName::Practices);
}

TEST_CASE(
    "back from an exercise or the evidence, the practices stand as they were left; asked for anew, at their top") {
  Practising at;
  for (int i = 0; i < 12; ++i) {
    Exercise more = at.catalog.all.front();
    more.id = *ExerciseId::from("more-" + std::to_string(i));
    at.catalog.summaries.push_back({more.id, more.title, more.summary, more.practice, 10, Depth::Light, Audience::Two});
    at.catalog.all.push_back(more);
  }
  at.window.resize(800, 480);
  at.flow.showPractices();
  QCoreApplication::processEvents();
  at.find("filter_support").click();
  QScrollBar* bar = at.find<QScrollArea>("scroll").verticalScrollBar();
  REQUIRE(bar->maximum() > 50);
  for (const char* away : {"evidenceButton", "exercise_more-3"}) {
    CAPTURE(away);
    bar->setValue(50);
    at.find<QAbstractButton>(away).click();
    REQUIRE(at.window.currentPage() != PageName::Practices);
    at.find(at.window.currentPage() == PageName::Evidence ? "backButton" : "practicesButton").click();
    REQUIRE(at.window.currentPage() == PageName::Practices);
    CHECK(at.find("filter_support").isChecked());
    CHECK(bar->value() == 50);
  }
  at.flow.showPractices();
  CHECK(at.find("filter_all").isChecked());
  CHECK(bar->value() == 0);
}

TEST_CASE("Escape leads back from a page that is only read") {
  Practising at;
  at.window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&at.window));
  at.flow.showPractices();
  at.flow.showEvidence();
  REQUIRE(at.window.currentPage() == PageName::Evidence);
  QTest::keyClick(at.window.focusWidget() != nullptr ? at.window.focusWidget() : &at.window, Qt::Key_Escape);
  CHECK(at.window.currentPage() == PageName::Practices);
}

TEST_CASE("right after a sitting, the evidence leads nowhere but back to what is offered") {
  Practising at;
  at.flow.offerAfterSitting(at.catalog.all.front().id);
  const auto hasSideBar = [&at] {
    const auto* bar = at.window.findChild<gui::SideBar*>();
    return bar != nullptr && bar->isVisible();
  };
  CHECK_FALSE(hasSideBar());
  at.find("evidenceButton").click();
  CHECK_FALSE(hasSideBar());
  at.find("allButton").click();
  CHECK_FALSE(hasSideBar());
  at.find("backButton").click();
  CHECK(at.window.currentPage() == PageName::Exercise);
  CHECK_FALSE(hasSideBar());
}

TEST_CASE("sheets are saved with both names, and a file that is there stays as it is") {
  Practising at;
  const QTemporaryDir folder;
  at.find("printButton").click();  // called off
  CHECK(at.find<QLabel>("printedLabel").isHidden());
  at.questions.file = folder.filePath(QStringLiteral("sheets.pdf"));
  at.find("printButton").click();
  CHECK(at.find<QLabel>("printedLabel").text().startsWith(QStringLiteral("Saved as “sheets.pdf”")));
  QFile file(*at.questions.file);
  REQUIRE(file.open(QIODevice::ReadOnly));
  const QByteArray first = file.readAll();
  CHECK(first.startsWith("%PDF"));
  at.find("printButton").click();
  CHECK(at.find<QLabel>("printedLabel").text().contains(QStringLiteral("is there already")));
  file.seek(0);
  CHECK(file.readAll() == first);
}

TEST_CASE("alone with the journal, what is for two is not listed until somebody joins") {
  Practising at(std::nullopt);
  const Exercise alone = sample::aloneExercise();
  const Exercise& two = at.catalog.all.front();
  for (const Exercise& one : {two, alone})
    at.catalog.summaries.push_back({one.id, one.title, one.summary, Practice::Support, 10, Depth::Light, one.audience});
  const auto lists = [&at](const Exercise& exercise) {
    const QString name = QStringLiteral("exercise_") + QString::fromStdString(exercise.id.text());
    return at.window.page(PageName::Practices)->findChild<QWidget*>(name) != nullptr;
  };
  at.flow.showPractices();
  CHECK_FALSE(lists(two));
  CHECK(lists(alone));
  REQUIRE(at.journal.join(*PartnerName::from("Sam")).ok());
  at.flow.showPractices();
  CHECK(lists(two));
  CHECK(lists(alone));
}

TEST_CASE("alone with the journal, an exercise for two that a link leads to waits, and asks no question first") {
  Practising at(std::nullopt);
  at.catalog.all.front().gate = gui::example::gatedExercise()->gate;
  at.flow.showExercise(at.catalog.all.front().id);
  CHECK_FALSE(at.find<QWidget>("gateCard").isVisible());
  CHECK_FALSE(at.find("beginButton").isVisible());
  CHECK(at.find<QLabel>("beginNoteLabel").text() ==
        QStringLiteral("This one is for two. It waits until somebody joins you here."));
  int asked = 0;
  QObject::connect(&at.flow, &gui::PracticesFlow::joinAsked, &at.window, [&asked] { ++asked; });
  at.find("joinButton").click();
  CHECK(asked == 1);
}
