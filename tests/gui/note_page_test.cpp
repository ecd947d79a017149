// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/note_page.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include "fakes/fake_vault_door.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;
using gui::NoteFor;

namespace {

struct Writing {
  gui::NotePage page;
  QSignalSpy drafts{&page, &gui::NotePage::draftChanged};
  QSignalSpy kept{&page, &gui::NotePage::keepAsked};
  QSignalSpy thrown{&page, &gui::NotePage::thrownAway};
  QSignalSpy protect{&page, &gui::NotePage::protectNeeded};
  QPlainTextEdit& edit = child<QPlainTextEdit>(page, "noteEdit");

  explicit Writing(NoteFor to = NoteFor::JustMe, bool isProtected = true) {
    page.resize(1024, 640);
    page.showSheet({fakes::partner(PartnerId::A, "Alex"), to, true, isProtected, QString(), QString()});
    page.show();
    QObject::connect(&page, &gui::NotePage::thrownAway, &page, [this] {
      if (goes) return page.showGone();
      page.showRefusal({ErrorKind::DiskFull});
    });
  }
  bool goes = true;  ///< what is thrown away
  QString saved() { return child<QLabel>(page, "savedLabel").text(); }
};

}  // namespace

TEST_CASE("no private word can be typed before its writer's vault is locked") {
  Writing at(NoteFor::JustMe, false);
  CHECK_FALSE(at.edit.isVisible());
  press(at.page, "protectButton");
  CHECK(at.protect.count() == 1);
  at.page.setProtected(true);
  CHECK(at.edit.isVisible());
  CHECK_FALSE(child<QWidget>(at.page, "protectFrame").isVisible());
}

TEST_CASE("what a passphrase does is said without a no") {
  Writing at(NoteFor::JustMe, false);
  CHECK(child<QLabel>(at.page, "protectLabel").text().startsWith(QStringLiteral("These words are private once ")));
}

TEST_CASE("a line for both needs no passphrase") {
  Writing at(NoteFor::Both, false);
  CHECK(at.edit.isVisible());
  CHECK(child<QLabel>(at.page, "whoTag").text() == QStringLiteral("Both of you can read this"));
}

TEST_CASE("typing offers a draft each time, and saved is said only when told") {
  Writing at;
  QTest::keyClicks(&at.edit, QStringLiteral("rain"));
  CHECK(at.drafts.count() == 4);
  CHECK(valueIn<NoteFor>(at.drafts.last().at(0)) == NoteFor::JustMe);
  CHECK(at.drafts.last().at(1).toString() == QStringLiteral("rain"));
  CHECK(at.saved().isEmpty());
  at.page.showSaved();
  CHECK(at.saved() == QStringLiteral("Kept. It is under “Only mine” in Our story."));
  QTest::keyClicks(&at.edit, QStringLiteral("y"));
  CHECK(at.saved().isEmpty());
  at.page.showRefusal({ErrorKind::DiskFull});
  CHECK(at.saved() == QStringLiteral("not saved"));
  CHECK(at.edit.toPlainText() == QStringLiteral("rainy"));
}

TEST_CASE("private words never slip over into what is ours") {
  Writing at;
  QTest::keyClicks(&at.edit, QStringLiteral("only mine"));
  at.drafts.clear();
  press(at.page, "bothChip");
  CHECK(at.edit.toPlainText().isEmpty());
  at.edit.undo();
  CHECK(at.edit.toPlainText().isEmpty());
  CHECK(at.drafts.count() == 0);
  QTest::keyClicks(&at.edit, QStringLiteral("ours"));
  press(at.page, "keepButton");
  REQUIRE(at.kept.count() == 1);
  CHECK(valueIn<NoteFor>(at.kept.first().at(0)) == NoteFor::Both);
  CHECK(at.kept.first().at(1).toString() == QStringLiteral("ours"));
  press(at.page, "justMeChip");
  CHECK(at.edit.toPlainText() == QStringLiteral("only mine"));
}

TEST_CASE("a note thrown away comes back until the page is left") {
  Writing at;
  QTest::keyClicks(&at.edit, QStringLiteral("gone soon"));
  press(at.page, "throwButton");
  CHECK_FALSE(at.edit.isVisible());
  SECTION("brought back") {
    press(at.page, "undoButton");
    CHECK(at.edit.toPlainText() == QStringLiteral("gone soon"));
    at.page.hide();
    CHECK(at.thrown.count() == 0);
  }
  SECTION("left") {
    at.page.hide();
    CHECK(at.thrown.count() == 1);
    CHECK_FALSE(anywhere(at.page, QStringLiteral("gone soon")));
  }
}

TEST_CASE("words thrown away are gone when the page turns to the other pair of eyes, too") {
  Writing at;
  QTest::keyClicks(&at.edit, QStringLiteral("gone soon"));
  press(at.page, "throwButton");
  press(at.page, "justMeChip");  // where it is already
  CHECK(at.thrown.count() == 0);
  press(at.page, "bothChip");
  REQUIRE(at.thrown.count() == 1);
  CHECK(valueIn<NoteFor>(at.thrown.first().first()) == NoteFor::JustMe);
  press(at.page, "justMeChip");
  CHECK(at.edit.toPlainText().isEmpty());
}

TEST_CASE("words that could not go stay thrown away on their page, to be brought back or tried again") {
  Writing at;
  at.goes = false;
  QTest::keyClicks(&at.edit, QStringLiteral("gone soon"));
  press(at.page, "throwButton");
  press(at.page, "bothChip");
  CHECK(child<QPushButton>(at.page, "justMeChip").isChecked());
  CHECK_FALSE(at.page.settle());
  CHECK(child<QLabel>(at.page, "refusalLabel").text().contains(QStringLiteral("has not gone yet")));
  CHECK_FALSE(at.edit.isVisible());
  SECTION("tried again") {
    at.goes = true;
    CHECK(at.page.settle());
    CHECK_FALSE(anywhere(at.page, QStringLiteral("gone soon")));
  }
  SECTION("brought back") {
    press(at.page, "undoButton");
    CHECK_FALSE(child<QLabel>(at.page, "refusalLabel").isVisible());
    CHECK(at.edit.toPlainText() == QStringLiteral("gone soon"));
    CHECK(at.page.settle());
  }
}

TEST_CASE("what is kept is not thrown away by its page, only what was written since") {
  Writing at;
  auto& throws = child<QPushButton>(at.page, "throwButton");
  CHECK_FALSE(throws.isVisible());
  QTest::keyClicks(&at.edit, QStringLiteral("rain"));
  CHECK(throws.isVisible());
  press(at.page, "keepButton");
  at.page.showSaved();
  CHECK_FALSE(throws.isVisible());
  QTest::keyClicks(&at.edit, QStringLiteral(" again"));
  CHECK(throws.isVisible());
  CHECK(throws.text() == QStringLiteral("Leave it as it was"));
  press(at.page, "throwButton");
  CHECK(child<QLabel>(at.page, "thrownLabel").text().contains(QStringLiteral("The line stays as it was")));
  at.page.hide();
  CHECK(at.thrown.count() == 1);
  CHECK(at.edit.toPlainText() == QStringLiteral("rain"));
}

TEST_CASE("what is kept says where, the button goes, and the keyboard stays with the words") {
  Writing at;
  auto& keep = child<QPushButton>(at.page, "keepButton");
  QTest::keyClicks(&at.edit, QStringLiteral("rain"));
  CHECK(keep.isVisible());
  const QRect before = at.edit.geometry();
  keep.setFocus();
  keep.click();
  at.page.showSaved();
  CHECK_FALSE(keep.isVisible());
  CHECK(at.page.focusWidget() == &at.edit);
  CHECK(at.edit.geometry() == before);
  SECTION("until something new is written") {
    QTest::keyClicks(&at.edit, QStringLiteral(" again"));
    CHECK(keep.isVisible());
    CHECK(at.saved().isEmpty());
  }
  SECTION("until the disk has something to say") {
    at.page.showRefusal({ErrorKind::DiskFull});
    CHECK(keep.isVisible());
  }
  SECTION("for this line alone") {
    press(at.page, "bothChip");
    CHECK(keep.isVisible());
  }
}

TEST_CASE("a line for both is kept in Our story") {
  Writing at(NoteFor::Both);
  QTest::keyClicks(&at.edit, QStringLiteral("rain"));
  at.page.showSaved();
  CHECK(at.saved() == QStringLiteral("Kept in Our story."));
}

TEST_CASE("nothing written is not kept") {
  Writing at;
  QTest::keyClicks(&at.edit, QStringLiteral("  "));
  press(at.page, "keepButton");
  CHECK(at.kept.count() == 0);
  CHECK(child<QLabel>(at.page, "refusalLabel").isVisible());
}

TEST_CASE("clearing the page leaves no word and nothing to undo") {
  Writing at;
  QTest::keyClicks(&at.edit, QStringLiteral("only mine"));
  at.page.clear();
  at.edit.undo();
  CHECK_FALSE(anywhere(at.page, QStringLiteral("only mine")));
}

TEST_CASE("writing a note: Tab order and names") {
  Writing at;
  QTest::keyClicks(&at.edit, QStringLiteral("rain"));
  // Of the two chips the one that is chosen; arrows go to the other.
  CHECK(tabStops(at.page) == QStringList{QStringLiteral("backButton"), QStringLiteral("justMeChip"),
                                         QStringLiteral("noteEdit"), QStringLiteral("keepButton"),
                                         QStringLiteral("throwButton")});
  CHECK(nameless(at.page).isEmpty());
}
