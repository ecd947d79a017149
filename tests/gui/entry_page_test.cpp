// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/entry_page.h"

#include <QFrame>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "gui/widgets/avatar_dot.h"
#include "privacy_probe.h"
#include "story_sample.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

struct Reading {
  gui::EntryPage page;
  QSignalSpy marked{&page, &gui::EntryPage::agreementMarked};
  QSignalSpy removed{&page, &gui::EntryPage::removeAsked};

  explicit Reading(const gui::EntryView& view) {
    page.resize(1068, 800);
    page.showEntry(view);
    page.show();
  }
  AgreementState lastMark() { return valueIn<AgreementState>(marked.last().at(1)); }
};

}  // namespace

TEST_CASE("an agreement is marked by either partner, and the mark can be undone") {
  Reading at(sample::agreement());
  CHECK_FALSE(child<QWidget>(at.page, "undoMarkButton").isVisible());
  press(at.page, "keptButton");
  REQUIRE(at.marked.count() == 1);
  CHECK(at.lastMark() == AgreementState::Kept);
  at.page.showMarked(AgreementState::Kept);
  CHECK(child<QLabel>(at.page, "stateLabel").text() == QStringLiteral("You kept it."));
  press(at.page, "undoMarkButton");
  CHECK(at.lastMark() == AgreementState::Open);
  at.page.showMarked(AgreementState::Open);
  CHECK_FALSE(child<QWidget>(at.page, "undoMarkButton").isVisible());
  CHECK_FALSE(child<QPushButton>(at.page, "keptButton").isChecked());
}

TEST_CASE("a mark that was not kept is not shown as kept") {
  Reading at(sample::agreement());
  press(at.page, "droppedButton");
  at.page.showRefusal({ErrorKind::DiskFull});
  CHECK_FALSE(child<QPushButton>(at.page, "droppedButton").isChecked());
  CHECK(child<QLabel>(at.page, "refusalLabel").isVisible());
}

TEST_CASE("what the other can read of somebody's words stands under them, and says who can") {
  gui::EntryView view = sample::sitting();
  Reading whole(view);
  CHECK_FALSE(anywhere(whole.page, QStringLiteral("can read:")));
  std::get<gui::TranscriptView>(view.body).parts.front().opened = QStringLiteral("Tuesday, after the call.");
  Reading trimmed(view);
  CHECK(anywhere(trimmed.page, QStringLiteral("What Sam can read:")));
  CHECK(anywhere(trimmed.page, QStringLiteral("Tuesday, after the call.")));
  CHECK(anywhere(trimmed.page, QStringLiteral("I thought if I stopped I would start crying")));
}

TEST_CASE("a note thrown away can be brought back until the page is left") {
  Reading at(sample::privateNote());
  press(at.page, "removeButton");
  CHECK_FALSE(child<QWidget>(at.page, "wordsFrame").isVisible());
  CHECK(at.removed.count() == 0);
  SECTION("brought back") {
    press(at.page, "undoButton");
    CHECK(child<QWidget>(at.page, "wordsFrame").isVisible());
    at.page.hide();
    CHECK(at.removed.count() == 0);
  }
  SECTION("left") {
    QObject::connect(&at.page, &gui::EntryPage::removeAsked, &at.page, &gui::EntryPage::showGone);
    at.page.hide();
    REQUIRE(at.removed.count() == 1);
    CHECK(valueIn<EntryId>(at.removed.first().first()) == *EntryId::from(3));
    CHECK_FALSE(anywhere(at.page, QStringLiteral("cafés")));
    at.page.show();
    at.page.hide();
    CHECK(at.removed.count() == 1);
  }
}

TEST_CASE("what was thrown away and could not go stands on its page, to be brought back or tried again") {
  Reading at(sample::privateNote());
  QObject::connect(&at.page, &gui::EntryPage::removeAsked, &at.page,
                   [&at] { at.page.showRefusal({ErrorKind::DiskFull}); });
  press(at.page, "removeButton");
  at.page.hide();
  at.page.show();
  CHECK(child<QWidget>(at.page, "thrownFrame").isVisible());
  CHECK(child<QLabel>(at.page, "refusalLabel").text().contains(QStringLiteral("has not gone yet")));
  CHECK(child<QLabel>(at.page, "refusalLabel").isVisible());
  SECTION("tried again") {
    at.page.hide();
    CHECK(at.removed.count() == 2);
  }
  SECTION("brought back") {
    press(at.page, "undoButton");
    CHECK(child<QWidget>(at.page, "wordsFrame").isVisible());
    CHECK_FALSE(child<QLabel>(at.page, "refusalLabel").isVisible());
    at.page.hide();
    CHECK(at.removed.count() == 1);
  }
}

TEST_CASE("throwing away, bringing back and deleting for good go by keyboard, the focus never lost") {
  Reading at(sample::privateNote());
  QSignalSpy forGood(&at.page, &gui::EntryPage::removeForGoodAsked);
  const auto press = [&at](const char* name) {
    auto& button = child<QPushButton>(at.page, name);
    INFO(name);
    REQUIRE(button.hasFocus());
    QTest::keyClick(&button, Qt::Key_Space);
  };
  at.page.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&at.page));
  child<QPushButton>(at.page, "removeButton").setFocus();
  press("removeButton");
  press("undoButton");
  press("removeButton");
  QTest::keyClick(&child<QPushButton>(at.page, "undoButton"), Qt::Key_Tab);
  press("forGoodButton");
  CHECK(child<QPushButton>(at.page, "undoButton").hasFocus());  // a key pressed twice deletes nothing
  QTest::keyClick(&child<QPushButton>(at.page, "undoButton"), Qt::Key_Tab);
  press("forGoodButton");
  CHECK(forGood.count() == 1);
}

TEST_CASE("a window that is only minimised has not been left") {
  Reading at(sample::privateNote());
  ::press(at.page, "removeButton");
  QHideEvent minimised;
  QSpontaneKeyEvent::setSpontaneous(&minimised);
  qApp->notify(&at.page, &minimised);
  CHECK(at.removed.count() == 0);
}

TEST_CASE("a note of somebody else cannot be changed or thrown away") {
  gui::EntryView view = sample::privateNote();
  std::get<gui::NoteView>(view.body).mayChange = false;
  Reading at(view);
  CHECK_FALSE(child<QWidget>(at.page, "editButton").isVisible());
  CHECK_FALSE(child<QWidget>(at.page, "removeButton").isVisible());
}

TEST_CASE("a note thrown away can be deleted for good, asked twice") {
  Reading at(sample::privateNote());
  QSignalSpy forGood(&at.page, &gui::EntryPage::removeForGoodAsked);
  press(at.page, "removeButton");
  press(at.page, "forGoodButton");
  CHECK(forGood.count() == 0);
  CHECK(child<QLabel>(at.page, "thrownLabel").text().contains(QStringLiteral("nobody can bring it back")));
  press(at.page, "forGoodButton");
  REQUIRE(forGood.count() == 1);
  at.page.showGone();
  at.page.hide();
  CHECK(at.removed.count() == 0);
  CHECK_FALSE(anywhere(at.page, QStringLiteral("cafés")));
}

TEST_CASE("who brings a note back and throws it away again is asked twice again") {
  Reading at(sample::privateNote());
  QSignalSpy forGood(&at.page, &gui::EntryPage::removeForGoodAsked);
  press(at.page, "removeButton");
  press(at.page, "forGoodButton");
  press(at.page, "undoButton");
  press(at.page, "removeButton");
  press(at.page, "forGoodButton");
  CHECK(forGood.count() == 0);
}

TEST_CASE("what both can read is taken back, with the plain word that it cannot be unread") {
  gui::EntryView view = sample::privateNote();
  std::get<gui::NoteView>(view.body).isOurs = true;
  Reading at(view);
  CHECK(child<QPushButton>(at.page, "removeButton").text() == QStringLiteral("Take it back"));
  press(at.page, "removeButton");
  CHECK(child<QLabel>(at.page, "thrownLabel").text().contains(QStringLiteral("cannot be unread")));
}

TEST_CASE("earlier versions are there on request, and can stand again") {
  Reading at(sample::privateNote());
  CHECK_FALSE(child<QWidget>(at.page, "versionsBox").isVisible());
  press(at.page, "versionsButton");
  CHECK(child<QWidget>(at.page, "versionsBox").isVisible());
  CHECK(child<QPushButton>(at.page, "versionsButton").text() == QStringLiteral("Hide earlier versions"));
  QSignalSpy version(&at.page, &gui::EntryPage::versionAsked);
  press(at.page, "version0");
  REQUIRE(version.count() == 1);
  CHECK(version.first().at(1).toInt() == 0);
}

TEST_CASE("one's own words in a sitting can be taken back, asked twice, and nobody else's") {
  Reading at(sample::sitting());
  QSignalSpy taken(&at.page, &gui::EntryPage::takeBackAsked);
  CHECK(at.page.findChildren<QPushButton*>(QRegularExpression(QStringLiteral("^takeBack-"))).size() == 1);
  press(at.page, "takeBack-moment");
  CHECK(taken.count() == 0);
  CHECK(anywhere(at.page, QStringLiteral("cannot be unread")));
  press(at.page, "takeBack-moment");
  REQUIRE(taken.count() == 1);
  CHECK(valueIn<StepId>(taken.first().first()).text() == "moment");
}

TEST_CASE("a private note can be opened to the partner, and says so by name") {
  Reading at(sample::privateNote());
  CHECK(child<QPushButton>(at.page, "openLinesButton").text() == QStringLiteral("Open to Sam…"));
  QSignalSpy open(&at.page, &gui::EntryPage::openLinesAsked);
  press(at.page, "openLinesButton");
  CHECK(open.count() == 1);
  at.page.showEntry(sample::agreement());
  CHECK_FALSE(child<QPushButton>(at.page, "openLinesButton").isVisible());
}

TEST_CASE("a sitting is read side by side, each under their own name") {
  Reading at(sample::sitting());
  QStringList names;
  for (auto* dot : at.page.findChildren<gui::AvatarDot*>()) names << dot->letter();
  CHECK(names == QStringList{QStringLiteral("A"), QStringLiteral("S"), QStringLiteral("A"), QStringLiteral("S")});
  CHECK(anywhere(at.page, QStringLiteral("A hand on the counter")));
}

TEST_CASE("another entry, or none, leaves no word of the one before") {
  Reading at(sample::sitting());
  SECTION("another") {
    at.page.showEntry(sample::agreement());
  }
  SECTION("none") {
    at.page.clear();
  }
  CHECK_FALSE(anywhere(at.page, QStringLiteral("counter")));
  CHECK_FALSE(anywhere(at.page, QStringLiteral("contract")));
}

TEST_CASE("reading an entry: Tab order, names, and the way back") {
  Reading at(sample::agreement());
  QSignalSpy back(&at.page, &gui::EntryPage::backAsked);
  QStringList stops = tabStops(at.page);
  stops.removeAll(QStringLiteral("scrollArea"));
  CHECK(stops == QStringList{QStringLiteral("backButton"), QStringLiteral("keptButton"),
                             QStringLiteral("changedButton"), QStringLiteral("droppedButton")});
  CHECK(nameless(at.page).isEmpty());
  press(at.page, "backButton");
  CHECK(back.count() == 1);
}

TEST_CASE("a sitting that was passed through says that there is nothing to read") {
  gui::EntryView view = sample::sitting();
  Reading full(view);
  CHECK(full.page.findChild<QLabel*>(QStringLiteral("nothingLabel")) == nullptr);
  std::get<gui::TranscriptView>(view.body).parts.clear();
  Reading empty(view);
  CHECK(child<QLabel>(empty.page, "nothingLabel").isVisible());
}

TEST_CASE("the cards of a sitting keep clear of the scroll bar beside them") {
  Reading at(sample::sitting());
  at.page.resize(1068, 300);
  QTest::qWait(1);
  const auto& area = child<QScrollArea>(at.page, "scrollArea");
  const QWidget* bar = area.verticalScrollBar();
  REQUIRE(area.verticalScrollBar()->maximum() > 0);
  int end = 0;
  for (const QFrame* card : area.widget()->findChildren<QFrame*>())
    if (card->property("look") == QStringLiteral("card"))
      end = std::max(end, card->mapTo(&area, QPoint(card->width(), 0)).x());
  REQUIRE(end > 0);
  CHECK(bar->mapTo(&area, QPoint(0, 0)).x() - end >= 8);
}
