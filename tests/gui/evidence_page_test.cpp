// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/evidence_page.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "catch.h"
#include "gui/example_content.h"
#include "gui/main_window.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/still_card.h"

namespace footbridge::gui {
namespace {

QStringList namesOf(const EvidencePage& page) {
  QStringList names;
  for (const StillCard* card : page.findChildren<StillCard*>()) names << card->accessibleName();
  return names;
}

QStringList wordsOn(const EvidencePage& page) {
  QStringList words;
  for (const QLabel* label : page.findChildren<QLabel*>())
    if (label->isVisible()) words << label->text();
  return words;
}

/// In a real window, so that the Tab key goes its way.
struct ShownEvidence {
  explicit ShownEvidence(QSize size = {1280, 800}) : page(new EvidencePage) {
    window.addPage(PageName::Evidence, [this] { return page; });
    window.resize(size);
    window.showPage(PageName::Evidence);
    window.show();
    window.activateWindow();
  }
  void settle() {
    for (int i = 0; i < 4; ++i) QApplication::processEvents();
  }
  EvidencePage* page;
  MainWindow window;
};

}  // namespace

TEST_CASE("everything that is known stands under its part, with who, when, what and how sure", "[evidence]") {
  ShownEvidence at;
  at.page->showAll(example::evidence(), QStringLiteral("Practices"));
  at.settle();
  const QStringList words = wordsOn(*at.page);
  for (const char* wanted : {"Strengths and good news", "Asking for support, and giving it", "Collins & Feeney, 2000",
                             "How sure: One lab study."})
    CHECK(words.contains(QString::fromUtf8(wanted)));
  CHECK(words.indexOf(QStringLiteral("Strengths and good news")) <
        words.indexOf(QStringLiteral("Asking for support, and giving it")));
  CHECK(at.page->findChildren<StillCard*>().size() == 3);
  CHECK_FALSE(at.page->findChild<QPushButton*>(QStringLiteral("allButton"))->isVisible());
}

TEST_CASE("for an exercise there is what it names, and why", "[evidence]") {
  ShownEvidence at;
  at.page->showFor(*example::exercise(), example::evidence());
  at.settle();
  REQUIRE(at.page->findChildren<StillCard*>().size() == 1);
  const QString name = namesOf(*at.page).front();
  CHECK(name.startsWith(QStringLiteral("Cutrona, Shaffer, Wesner & Gardner, 2007. In 59 couples")));
  CHECK(name.contains(QStringLiteral("only in part")));
  CHECK(name.contains(QStringLiteral("For this exercise: Help that fits the need")));
  CHECK(wordsOn(*at.page).contains(
      QStringLiteral("How sure it is: several studies of couples, none of this very exercise")));
  QSignalSpy back(at.page, &EvidencePage::backAsked);
  QSignalSpy all(at.page, &EvidencePage::allAsked);
  at.page->findChild<QPushButton*>(QStringLiteral("backButton"))->click();
  at.page->findChild<QPushButton*>(QStringLiteral("allButton"))->click();
  CHECK(back.count() == 1);
  CHECK(all.count() == 1);
}

TEST_CASE("Tab goes from the way back through every entry, each with a name and in sight", "[evidence]") {
  ShownEvidence at({1024, 640});
  std::vector<EvidenceSource> many;
  for (int i = 0; i < 5; ++i)
    for (const EvidenceSource& source : example::evidence()) many.push_back(source);
  at.page->showAll(many, QStringLiteral("Practices"));
  at.settle();
  at.page->findChild<QPushButton*>(QStringLiteral("backButton"))->setFocus();
  const auto* scroll = at.page->findChild<PageScroll*>(QStringLiteral("scroll"));
  for (std::size_t i = 0; i < many.size(); ++i) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    const auto* card = qobject_cast<StillCard*>(QApplication::focusWidget());
    INFO(i);
    REQUIRE(card != nullptr);
    CHECK(card->objectName().toStdString() == "evidence_" + many[i].key);
    CHECK_FALSE(card->accessibleName().isEmpty());
    const int top = card->mapTo(scroll->viewport(), QPoint(0, 0)).y();
    CHECK(top >= 0);
    CHECK(top + card->height() <= scroll->viewport()->height());
  }
}

TEST_CASE("what cannot be read is said, and goes when it can", "[evidence]") {
  ShownEvidence at;
  at.page->showAll({}, QStringLiteral("Practices"));
  at.page->showProblem(QStringLiteral("It could not be read."));
  at.settle();
  CHECK(wordsOn(*at.page).contains(QStringLiteral("It could not be read.")));
  at.page->showAll(example::evidence(), QStringLiteral("Practices"));
  at.settle();
  CHECK_FALSE(wordsOn(*at.page).contains(QStringLiteral("It could not be read.")));
}

}  // namespace footbridge::gui
