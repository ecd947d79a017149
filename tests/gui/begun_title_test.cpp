// SPDX-License-Identifier: GPL-3.0-or-later
// A title that was being typed for the list of Watch together is a half-written word like any other.
#include <QLineEdit>
#include <QTest>

#include "at_laptop.h"
#include "gui/flows/watch_flow.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

/// Both at the laptop, with a title half typed.
struct Typing : AtLaptop<> {
  gui::ExerciseShelf shelf{catalog};
  gui::WatchFlow flow{around, shelf};

  Typing() : AtLaptop(Reader::OursAlone) {
    window.resize(1024, 640);
    window.show();
    flow.showList();
    press(page(), "addButton");
    QTest::keyClicks(&title(), QStringLiteral("Six we"));
  }
  QWidget& page() { return *window.page(window.currentPage()); }
  QLineEdit& title() { return child<QLineEdit>(page(), "titleEdit"); }
  [[nodiscard]] std::optional<std::string> kept() const { return journal.findDraft(VaultId::Ours, "watch/title"); }
};

}  // namespace

TEST_CASE("a title that was being typed is there again after a lock") {
  Typing at;
  REQUIRE(at.flow.putAway());
  CHECK(at.kept() == "Six we");
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("Six we")));
  at.flow.showList();
  CHECK(at.title().isVisible());
  CHECK(at.title().text() == QStringLiteral("Six we"));
  QTest::keyClicks(&at.title(), QStringLiteral("eks"));
  QTest::keyClick(&at.title(), Qt::Key_Return);
  const auto entries = at.journal.entries(Reader::OursAlone);
  REQUIRE(entries.size() == 1);
  CHECK(std::get<Viewing>(entries.front().body).title == "Six weeks");
  CHECK_FALSE(at.kept());
  CHECK_FALSE(at.title().isVisible());
}

TEST_CASE("a title that was left on purpose is gone") {
  Typing at;
  REQUIRE(at.flow.putAway());
  at.flow.showList();
  press(child<QWidget>(at.page(), "addForm"), "cancelButton");
  CHECK_FALSE(at.kept());
  REQUIRE(at.flow.putAway());
  at.flow.showList();
  CHECK_FALSE(at.title().isVisible());
}

TEST_CASE("a title that the disk does not take crosses the lock sealed") {
  Typing at;
  at.journal.refuses = ErrorKind::DiskFull;
  CHECK_FALSE(at.flow.putAway());
  const auto sealed = at.flow.sealedDrafts();
  REQUIRE(sealed.size() == 1);
  at.journal.refuses.reset();
  REQUIRE(at.journal.takeDraft(sealed.front()));
  CHECK(at.kept() == "Six we");
}

TEST_CASE("a title of somebody who has gone is kept nowhere") {
  Typing at;
  at.flow.forget();
  REQUIRE(at.flow.putAway());
  CHECK_FALSE(at.kept());
}

namespace {

/// The title of something on the list, being changed.
struct Changing : AtLaptop<> {
  gui::ExerciseShelf shelf{catalog};
  gui::WatchFlow flow{around, shelf};
  EntryId id;

  Changing() : AtLaptop(Reader::OursAlone), id(put("Six weeks")) {
    window.resize(1024, 640);
    window.show();
    flow.showViewing(id);
    press(page(), "changeButton");
    QTest::keyClicks(&title(), QStringLiteral(" in M"));
  }
  EntryId put(const char* words) {
    const auto added = journal.add(VaultId::Ours, std::nullopt, Viewing{words, std::nullopt, clock.day, {}, {}});
    REQUIRE(added);
    return added->id;
  }
  QWidget& page() { return *window.page(window.currentPage()); }
  QLineEdit& title() { return child<QLineEdit>(child<QWidget>(page(), "changeForm"), "titleEdit"); }
  [[nodiscard]] std::string kept() const { return std::get<Viewing>(journal.find(id, Reader::OursAlone)->body).title; }
};

}  // namespace

TEST_CASE("a title that was being changed is there again after a lock") {
  Changing at;
  REQUIRE(at.flow.putAway());
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("in M")));
  at.flow.showViewing(at.id);
  CHECK(at.title().isVisible());
  CHECK(at.title().text() == QStringLiteral("Six weeks in M"));
  QTest::keyClicks(&at.title(), QStringLiteral("ay"));
  QTest::keyClick(&at.title(), Qt::Key_Return);
  CHECK(at.kept() == "Six weeks in May");
  CHECK_FALSE(at.title().isVisible());
  CHECK(at.journal.drafts.empty());
}

TEST_CASE("a title that was deleted to be written anew stays deleted over a lock") {
  Changing at;
  at.title().clear();
  REQUIRE(at.flow.putAway());
  at.flow.showViewing(at.id);
  CHECK(at.title().isVisible());
  CHECK(at.title().text().isEmpty());
  CHECK(at.kept() == "Six weeks");
  press(child<QWidget>(at.page(), "changeForm"), "cancelButton");
  CHECK(at.journal.drafts.empty());
}

TEST_CASE("a change of a title that is left on purpose leaves nothing") {
  Changing at;
  REQUIRE(at.flow.putAway());
  at.flow.showViewing(at.id);
  press(child<QWidget>(at.page(), "changeForm"), "cancelButton");
  CHECK(at.kept() == "Six weeks");
  CHECK(at.journal.drafts.empty());
}

TEST_CASE("what is changed next on a disk that let nothing end is kept like the first") {
  Changing at;
  if (GENERATE(false, true)) REQUIRE(at.flow.putAway());
  at.flow.showViewing(at.id);
  at.journal.refuses = ErrorKind::DiskFull;
  press(child<QWidget>(at.page(), "changeForm"), "cancelButton");
  CHECK(at.flow.sealedDrafts().empty());
  press(at.page(), "changeButton");
  QTest::keyClicks(&at.title(), QStringLiteral(" or so"));
  CHECK_FALSE(at.flow.putAway());
  const auto sealed = at.flow.sealedDrafts();
  REQUIRE(sealed.size() == 1);
  at.journal.refuses.reset();
  REQUIRE(at.journal.takeDraft(sealed.front()));
  at.flow.showViewing(at.id);
  CHECK(at.title().text() == QStringLiteral("Six weeks or so"));
}

TEST_CASE("a change that the disk does not take stays in the form") {
  Changing at;
  at.journal.refuses = ErrorKind::DiskFull;
  QTest::keyClick(&at.title(), Qt::Key_Return);
  CHECK(at.title().isVisible());
  CHECK(at.title().text() == QStringLiteral("Six weeks in M"));
  at.journal.refuses.reset();
  QTest::keyClick(&at.title(), Qt::Key_Return);
  CHECK(at.kept() == "Six weeks in M");
}

TEST_CASE("words kept with it leave a change of its title as it is") {
  Changing at;
  QTest::keyClicks(&child<QWidget>(at.page(), "sayEdit"), QStringLiteral("We laughed."));
  const auto& form = child<QWidget>(at.page(), "changeForm");
  for (auto* button : at.page().findChildren<QPushButton*>(QStringLiteral("keepButton"))) {
    if (!form.isAncestorOf(button)) button->click();
  }
  CHECK(std::get<Viewing>(at.journal.find(at.id, Reader::OursAlone)->body).talks.size() == 1);
  CHECK(at.title().isVisible());
  CHECK(at.title().text() == QStringLiteral("Six weeks in M"));
}
