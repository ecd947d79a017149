// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "app/program.h"
#include "app/tour/robot.h"
#include "catch.h"
#include "own_home.h"
#include "system/platform.h"

using namespace footbridge;
namespace fs = std::filesystem;

TEST_CASE("The folder that the first journal is begun in is nobody else's business") {
  const app_test::OwnHome home;
  app::Program::Options options;
  options.cost = storage::KdfCost::least();
  options.restart = [](const std::vector<std::string>&) {};
  app::Program program(app::WindowRequest{}, std::move(options));
  program.start();
  app::Robot robot(program.window());
  robot.press(QStringLiteral("aloneButton"));
  robot.type(QStringLiteral("firstEdit"), QStringLiteral("Robin"));
  robot.press(QStringLiteral("beginButton"));
  REQUIRE(program.journal() != nullptr);
  const fs::path folder = fs::path(program.journal()->path()).parent_path();
  for (const fs::path& each : {folder, platform::configFolder(), platform::stateFolder()}) {
    CAPTURE(each);
    CHECK(fs::status(each).permissions() == fs::perms::owner_all);
  }
}
