// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/entry_page.h"

#include <QLabel>
#include <QSignalSpy>

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
    at.page.hide();
    REQUIRE(at.removed.count() == 1);
    CHECK(valueIn<EntryId>(at.removed.first().first()) == *EntryId::from(3));
    at.page.show();
    at.page.hide();
    CHECK(at.removed.count() == 1);
  }
}

TEST_CASE("a note of somebody else cannot be changed or thrown away") {
  gui::EntryView view = sample::privateNote();
  std::get<gui::NoteView>(view.body).mayChange = false;
  Reading at(view);
  CHECK_FALSE(child<QWidget>(at.page, "editButton").isVisible());
  CHECK_FALSE(child<QWidget>(at.page, "removeButton").isVisible());
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
