// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/head_start.h"

#include <filesystem>

#include "app/content_in_use.h"
#include "app/program.h"
#include "catch.h"
#include "own_home.h"
#include "storage/shelf.h"

using namespace footbridge;
namespace fs = std::filesystem;

namespace {

/// A home of its own with one journal in it.
struct Home : app_test::OwnHome {
  Home() { REQUIRE(shelf().create(file, *PartnerName::from("Mia"), PartnerName::from("Noor")).ok()); }
  static storage::FileShelf shelf() {
    storage::ShelfOptions cheap;
    cheap.cost = storage::KdfCost::least();
    return storage::FileShelf(cheap);
  }
  void protectFirst() const {
    auto journal = shelf().open(file);
    REQUIRE(journal.ok());
    REQUIRE((*journal)->protect(PartnerId::A, *Passphrase::from("otter lantern gravel 41")).ok());
  }
  std::string file = (folder / "us.footbridge").string();
};

}  // namespace

TEST_CASE("What was begun before the window is taken once, and only for what it was begun for") {
  const Home home;
  app::HeadStart ahead(home.file, app::contentInUse());
  CHECK_FALSE(ahead.takeJournal((home.folder / "other.footbridge").string()).has_value());
  {
    const auto opened = ahead.takeJournal(home.file);
    REQUIRE(opened.has_value());
    REQUIRE(opened->journal.ok());
    CHECK((*opened->journal)->partners().size() == 2);
    CHECK_FALSE(ahead.takeJournal(home.file).has_value());
  }
  ahead.waitForFonts();
  ahead.waitForFonts();
  app::HeadStart none(std::nullopt, app::contentInUse());
  CHECK_FALSE(none.takeJournal(home.file).has_value());
}

TEST_CASE(
    "The list of exercises is read before the window where the first page shows it, and not where somebody unlocks") {
  const Home home;
  const fs::path content = home.folder / "content";
  fs::copy(app::contentInUse(), content, fs::copy_options::recursive);
  SECTION("nothing is locked") {
    app::HeadStart ahead(home.file, content);
    auto opened = ahead.takeJournal(home.file);
    REQUIRE(opened.has_value());
    fs::remove_all(content);
    CHECK(opened->catalog.exercises().ok());
  }
  SECTION("somebody has a passphrase") {
    home.protectFirst();
    app::HeadStart ahead(home.file, content);
    auto opened = ahead.takeJournal(home.file);
    REQUIRE(opened.has_value());
    fs::remove_all(content);
    CHECK_FALSE(opened->catalog.exercises().ok());
  }
}

TEST_CASE("A journal that was opened before the window is the one that the window shows, or its trouble") {
  const Home home;
  app::WindowRequest request;
  request.journal = home.file;
  SECTION("sound") {
    app::HeadStart ahead(app::journalAtStart(request), app::contentInUse());
    app::Program program(request, {.cost = storage::KdfCost::least(), .restart = {}}, &ahead);
    program.start();
    REQUIRE(program.journal() != nullptr);
    CHECK(fs::equivalent(program.journal()->path(), home.file));
    CHECK_FALSE(ahead.takeJournal(home.file).has_value());  // it was this one
  }
  SECTION("no journal at all") {
    fs::resize_file(home.file, 7);
    app::HeadStart ahead(app::journalAtStart(request), app::contentInUse());
    app::Program program(request, {.cost = storage::KdfCost::least(), .restart = {}}, &ahead);
    program.start();
    CHECK(program.journal() == nullptr);
    CHECK(program.window().currentPage() == gui::PageName::Trouble);
    CHECK_FALSE(ahead.takeJournal(home.file).has_value());
  }
}

TEST_CASE("On the cover, in the rehearsal and at the first minute no journal is opened") {
  const Home home;
  app::WindowRequest request;
  CHECK_FALSE(app::journalAtStart(request).has_value());
  request.journal = home.file;
  CHECK(app::journalAtStart(request) == home.file);
  request.covered = true;
  CHECK_FALSE(app::journalAtStart(request).has_value());
  request.covered = false;
  request.rehearsal = true;
  CHECK_FALSE(app::journalAtStart(request).has_value());
}
