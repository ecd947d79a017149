// SPDX-License-Identifier: GPL-3.0-or-later
// A journal that no passphrase keeps, and the made-up couple: who is here, and the way on.
#include <algorithm>
#include <filesystem>

#include "app/program.h"
#include "app/tour/robot.h"
#include "catch.h"
#include "own_home.h"

using namespace footbridge;

namespace {

struct OpenHouse {
  explicit OpenHouse(app::WindowRequest request) : program(std::move(request), options()) { program.start(); }
  app::Program::Options options() {
    app::Program::Options chosen;
    chosen.cost = storage::KdfCost::least();
    chosen.restart = [this](const std::vector<std::string>&) { ++restarts; };
    return chosen;
  }
  void checkFaults() {
    for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
    CHECK(robot.faults().isEmpty());
  }

  [[nodiscard]] bool anyJournalKept() const {
    const auto files = std::filesystem::recursive_directory_iterator(home.folder);
    return std::any_of(begin(files), end(files),
                       [](const auto& one) { return one.path().extension() == ".footbridge"; });
  }

  const app_test::OwnHome home;
  int restarts = 0;
  app::Program program;
  app::Robot robot{program.window()};
};

}  // namespace

TEST_CASE("Where nobody of two has a passphrase, Lock asks who is here") {
  OpenHouse at{app::WindowRequest{}};
  at.robot.type(QStringLiteral("firstEdit"), QStringLiteral("Robin"));
  at.robot.type(QStringLiteral("secondEdit"), QStringLiteral("Lee"));
  at.robot.press(QStringLiteral("beginButton"));
  REQUIRE(at.program.window().currentPage() == gui::PageName::Today);
  Q_EMIT at.program.window().lockAsked();
  CHECK(at.restarts == 0);
  REQUIRE(at.program.window().currentPage() == gui::PageName::Unlock);
  at.robot.press(QStringLiteral("partnerBButton"));
  at.robot.press(QStringLiteral("openButton"));
  CHECK(at.program.window().currentPage() == gui::PageName::Today);
  CHECK(at.robot.sees(QStringLiteral("whoButton")));  // for whoever comes next
  at.checkFaults();
}

TEST_CASE("From the made-up couple it is one press to a journal of one's own") {
  app::WindowRequest request;
  request.rehearsal = true;
  OpenHouse at{std::move(request)};
  CHECK(at.robot.sees(QStringLiteral("band")));
  REQUIRE(at.program.journal() != nullptr);
  CHECK(at.program.journal()->path().empty());
  CHECK_FALSE(at.anyJournalKept());
  Q_EMIT at.program.window().lockAsked();
  REQUIRE(at.program.window().currentPage() == gui::PageName::Unlock);
  at.robot.press(QStringLiteral("elsewhereButton"));
  REQUIRE(at.robot.wait([&at] { return at.program.window().currentPage() == gui::PageName::FirstMinute; }));
  CHECK(at.program.journal() == nullptr);  // the made-up one has gone, and so has what the window says of it
  CHECK_FALSE(at.robot.sees(QStringLiteral("band")));
  at.robot.type(QStringLiteral("firstEdit"), QStringLiteral("Robin"));
  at.robot.type(QStringLiteral("secondEdit"), QStringLiteral("Lee"));
  at.robot.press(QStringLiteral("beginButton"));
  REQUIRE(at.program.window().currentPage() == gui::PageName::Today);
  REQUIRE(at.program.journal() != nullptr);
  CHECK_FALSE(at.program.journal()->path().empty());
  CHECK(at.anyJournalKept());
  CHECK(at.program.journal()->partners().front().name.text() == "Robin");
  at.checkFaults();
}
