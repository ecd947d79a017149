// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "app/kept_preferences.h"
#include "app/program.h"
#include "catch.h"
#include "own_home.h"
#include "storage/shelf.h"

using namespace footbridge;
namespace fs = std::filesystem;

TEST_CASE("A journal that was opened by its path is the one that opens by itself the next time") {
  const app_test::OwnHome home;
  const fs::path& folder = home.folder;
  const fs::path file = folder / "us.footbridge";
  storage::ShelfOptions cheap;
  cheap.cost = storage::KdfCost::least();
  REQUIRE(storage::FileShelf(cheap).create(file.string(), *PartnerName::from("Mia"), PartnerName::from("Noor")).ok());
  const auto opened = [](const app::WindowRequest& request) {
    app::Program::Options options;
    options.cost = storage::KdfCost::least();
    options.restart = [](const std::vector<std::string>&) {};
    app::Program program(request, std::move(options));
    program.start();
    return program.journal() != nullptr ? fs::path(program.journal()->path()) : fs::path();
  };
  const fs::path before = fs::current_path();
  fs::current_path(folder);
  app::WindowRequest byPath;
  byPath.journal = "us.footbridge";
  CHECK_FALSE(opened(byPath).empty());
  fs::current_path(before);
  CHECK(fs::equivalent(opened(app::WindowRequest{}), file));

  // It can be forgotten, and a lock does not bring it back; whoever opens it by its path does.
  app::KeptPreferences().forgetJournal();
  app::WindowRequest afterLock;
  afterLock.journal = fs::canonical(file).string();
  afterLock.locked = true;
  CHECK(fs::equivalent(opened(afterLock), file));
  CHECK(opened(app::WindowRequest{}).empty());
  byPath.journal = file.string();
  CHECK_FALSE(opened(byPath).empty());
  CHECK(fs::equivalent(opened(app::WindowRequest{}), file));

  // A backup is looked at, and not gone on with.
  const fs::path backup = folder / "backup.footbridge";
  fs::copy_file(file, backup);
  fs::permissions(backup, fs::perms::owner_read);
  app::WindowRequest looked;
  looked.journal = backup.string();
  CHECK(fs::equivalent(opened(looked), backup));
  CHECK(fs::equivalent(opened(app::WindowRequest{}), file));
}

TEST_CASE("What was chosen in Settings is there at the next start") {
  const app_test::OwnHome home;
  gui::Preferences chosen;
  chosen.appearance.theme = gui::ThemeChoice::Dark;
  chosen.appearance.systemIsDark = true;
  chosen.appearance.textPercent = 150;
  chosen.appearance.motion = false;
  chosen.idleLockMinutes = 5;
  app::KeptPreferences().save(chosen);
  CHECK(app::KeptPreferences().load() == chosen);
}
