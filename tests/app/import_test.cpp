// SPDX-License-Identifier: GPL-3.0-or-later
// A new journal on another laptop, and what was taken along from the old one.
#include "catch.h"
#include "evening.h"
#include "file_chooser.h"
#include "gui/look/look.h"

using namespace footbridge;
using namespace footbridge::app_test;

TEST_CASE("With the names that come in with a file, the window takes their colours") {
  Evening evening;
  const std::string brought = (evening.folder() / "brought.json").string();
  const std::string fresh = (evening.folder() / "fresh.footbridge").string();
  {
    storage::FileShelf shelf({.cost = storage::KdfCost::least(), .stateFolder = {}, .now = {}});
    auto old = shelf.create((evening.folder() / "old.footbridge").string(), *PartnerName::from("Kim"),
                            PartnerName::from("Ro"));
    REQUIRE(old.ok());
    REQUIRE((*old)->change({PartnerId::A, *PartnerName::from("Kim"), PartnerColour::Moss}).ok());
    REQUIRE((*old)->change({PartnerId::B, *PartnerName::from("Ro"), PartnerColour::Plum}).ok());
    REQUIRE((*old)->add(VaultId::Ours, PartnerId::A, Note{"tea on the back step"}).ok());
    REQUIRE((*old)->exchange()->exportTo(brought, {.reader = Reader::A}).ok());
    REQUIRE(shelf.create(fresh, *PartnerName::from("Alex"), PartnerName::from("Sam")).ok());
  }
  evening.start({fresh});
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::Settings);
  robot.press(QStringLiteral("journalButton"));
  {
    const FileChooser chooser(brought);
    robot.press(QStringLiteral("importButton"));
    REQUIRE(robot.wait([&chooser] { return chooser.hasChosen(); }));
  }
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  REQUIRE(robot.wait([&robot] { return robot.sees(QStringLiteral("noticeLabel")); }));
  REQUIRE(evening.program().journal()->partners().front().name.text() == "Kim");
  CHECK(gui::look::appearance().a == PartnerColour::Moss);
  CHECK(gui::look::appearance().b == PartnerColour::Plum);
}
