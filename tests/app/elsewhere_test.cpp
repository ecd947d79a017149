// SPDX-License-Identifier: GPL-3.0-or-later
// Another journal in place of the one that is open, and the way back to that.
#include <fstream>

#include "catch.h"
#include "evening.h"
#include "file_chooser.h"

using namespace footbridge;
using namespace footbridge::app_test;

namespace {

gui::PageName pageShown(Evening& evening) {
  return evening.program().window().currentPage();
}

void lookForAnother(Evening& evening, const std::string& file) {
  const FileChooser chooser(file);
  evening.robot().press(QStringLiteral("elsewhereButton"));
  REQUIRE(evening.robot().wait([&chooser] { return chooser.hasChosen(); }));
  evening.robot().settle();
}

}  // namespace

TEST_CASE("A journal that is opened beside one's own words opens in a process of its own") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  Journal& journal = *evening.program().journal();
  REQUIRE(journal.backups()->backUpNow().ok());
  REQUIRE(journal.add(VaultId::A, PartnerId::A, Note{"only Alex knows"}).ok());
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::Settings);
  robot.press(QStringLiteral("journalButton"));
  {
    const FileChooser chooser({});
    robot.press(QStringLiteral("bringBackButton"));
    robot.press(QStringLiteral("kept0"));
    REQUIRE(robot.wait([&chooser] { return chooser.hasChosen(); }));
  }
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  REQUIRE(robot.wait([&evening] { return !evening.next().empty(); }));
  const fs::path restored(evening.next().front());
  CHECK(fs::exists(restored));
  CHECK_FALSE(fs::equivalent(restored, evening.path()));
  CHECK(fs::equivalent(evening.program().journal()->path(), evening.path()));
  evening.restart();
  CHECK(fs::equivalent(evening.program().journal()->path(), restored));
  CHECK(pageShown(evening) == gui::PageName::Unlock);
}

TEST_CASE("Whoever chooses the journal that is open comes back to it") {
  Evening evening;
  evening.start({evening.path()});
  lookForAnother(evening, evening.path());
  CHECK(pageShown(evening) == gui::PageName::Unlock);
  CHECK(evening.robot().sees(QStringLiteral("partnerAButton")));
}

TEST_CASE("From a file that did not open a button leads back to the journal that is open") {
  Evening evening;
  const std::string wrong = (evening.folder() / "shopping.footbridge").string();
  std::ofstream(wrong) << "milk";
  evening.start({evening.path()});
  lookForAnother(evening, wrong);
  REQUIRE(pageShown(evening) == gui::PageName::Trouble);
  evening.robot().press(QStringLiteral("backButton"));
  CHECK(pageShown(evening) == gui::PageName::Unlock);
  CHECK(evening.robot().faults().isEmpty());
}

TEST_CASE("Where no journal is open no button leads back to one") {
  Evening evening;
  const std::string wrong = (evening.folder() / "shopping.footbridge").string();
  std::ofstream(wrong) << "milk";
  evening.start({wrong});
  REQUIRE(pageShown(evening) == gui::PageName::Trouble);
  CHECK_FALSE(evening.robot().sees(QStringLiteral("backButton")));
}
