// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/deleted_page.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "privacy_probe.h"
#include "story_sample.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

struct Looking {
  gui::DeletedPage page;
  QSignalSpy back{&page, &gui::DeletedPage::backAsked};
  QSignalSpy brought{&page, &gui::DeletedPage::bringBackAsked};
  QSignalSpy forGood{&page, &gui::DeletedPage::removeForGoodAsked};

  Looking() {
    page.resize(1068, 800);
    page.showDeleted(sample::deletedThings());
    page.show();
  }
};

}  // namespace

TEST_CASE("one's own deleted words are read only once they are asked for, those of both at once") {
  Looking at;
  CHECK(anywhere(at.page, QStringLiteral("A walk on Wednesday")));
  CHECK_FALSE(anywhere(at.page, QStringLiteral("cafés")));
  press(at.page, "read1");
  CHECK(anywhere(at.page, QStringLiteral("cafés")));
  SECTION("covered again") {
    press(at.page, "read1");
  }
  SECTION("by leaving the page") {
    at.page.hide();
    at.page.show();
  }
  CHECK_FALSE(anywhere(at.page, QStringLiteral("cafés")));
  CHECK(at.page.findChild<QWidget*>(QStringLiteral("read2")) == nullptr);
}

TEST_CASE("something deleted is brought back by one press, and goes for good only when asked twice") {
  Looking at;
  press(at.page, "bringBack2");
  REQUIRE(at.brought.count() == 1);
  CHECK(valueIn<EntryId>(at.brought.first().first()) == sample::deletedThings()[1].id);
  press(at.page, "forGood1");
  CHECK(at.forGood.count() == 0);
  CHECK(anywhere(at.page, QStringLiteral("nobody can bring it back")));
  SECTION("yes") {
    press(at.page, "forGood1");
    REQUIRE(at.forGood.count() == 1);
    CHECK(valueIn<EntryId>(at.forGood.first().first()) == sample::deletedThings()[0].id);
  }
  SECTION("left here after all") {
    press(at.page, "leave1");
    CHECK_FALSE(child<QWidget>(at.page, "leave1").isVisible());
    press(at.page, "forGood1");
    CHECK(at.forGood.count() == 0);
  }
}

TEST_CASE("a key pressed twice deletes nothing for good, and nothing else stands beside the question") {
  Looking at;
  at.page.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&at.page));
  auto& forGood = child<QPushButton>(at.page, "forGood1");
  forGood.setFocus();
  QTest::keyClick(&forGood, Qt::Key_Space);
  auto& leave = child<QPushButton>(at.page, "leave1");
  REQUIRE(leave.hasFocus());
  CHECK(leave.geometry().right() < forGood.geometry().left());
  for (const char* name : {"read1", "bringBack1"}) CHECK_FALSE(child<QWidget>(at.page, name).isVisible());
  QTest::keyClick(&leave, Qt::Key_Space);
  CHECK(at.forGood.count() == 0);
  CHECK(forGood.hasFocus());
  for (const char* name : {"read1", "bringBack1"}) CHECK(child<QWidget>(at.page, name).isVisible());
  QTest::keyClick(&forGood, Qt::Key_Space);
  QTest::keyClick(&leave, Qt::Key_Tab);
  QTest::keyClick(&forGood, Qt::Key_Space);
  CHECK(at.forGood.count() == 1);
}

TEST_CASE("where nothing is deleted the page says so, and no word of before stays") {
  Looking at;
  press(at.page, "read1");
  at.page.showRefusal({ErrorKind::DiskFull});
  CHECK(child<QLabel>(at.page, "refusalLabel").isVisible());
  at.page.showDeleted({});
  CHECK_FALSE(child<QLabel>(at.page, "refusalLabel").isVisible());
  CHECK_FALSE(anywhere(at.page, QStringLiteral("cafés")));
  CHECK(child<QLabel>(at.page, "leadLabel").text().contains(QStringLiteral("Nothing is here now")));
}

TEST_CASE("what was deleted: Tab order, names, and the way back") {
  Looking at;
  QStringList stops = tabStops(at.page);
  stops.removeAll(QStringLiteral("scrollArea"));
  CHECK(stops == QStringList{QStringLiteral("backButton"), QStringLiteral("bringBack1"), QStringLiteral("read1"),
                             QStringLiteral("forGood1"), QStringLiteral("bringBack2"), QStringLiteral("forGood2")});
  CHECK(nameless(at.page).isEmpty());
  at.page.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&at.page));
  QTest::keyClick(at.page.focusWidget(), Qt::Key_Escape);
  CHECK(at.back.count() == 1);
}
