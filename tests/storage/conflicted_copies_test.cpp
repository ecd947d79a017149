// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/conflicted_copies.h"

#include <filesystem>

#include "catch.h"
#include "storage/desk.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

TEST_CASE("Each service's way of naming a conflicting copy is known", "[sync]") {
  const auto service = [](const char* name) { return conflictServiceOf("us.footbridge", name).value_or("none"); };
  CHECK(service("us (Alex's conflicted copy 2026-01-02).footbridge") == "Dropbox");
  CHECK(service("us (conflicted copy 2026-01-02 101010).footbridge") == "Nextcloud");
  CHECK(service("us_conflict-20260102-101010.footbridge") == "Nextcloud");
  CHECK(service("us.sync-conflict-20260102-101010-ABCDEFG.footbridge") == "Syncthing");
  CHECK(service("us-LAPTOP-3.footbridge") == "OneDrive");
  CHECK(service("us (1).footbridge") == "Google Drive");
  for (const char* other : {"us.footbridge", "us (1).txt", "them (1).footbridge", "us ().footbridge", "us-.footbridge",
                            "us (holiday).footbridge", "us2.footbridge", "us-a b.footbridge"})
    CHECK(service(other) == "none");
}

TEST_CASE("Only copies of this very journal are offered, and the live one is left alone", "[sync]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("words")).ok());
  journal.reset();
  const std::string copy = desk.file("us (Sam's conflicted copy 2026-01-02).footbridge");
  std::filesystem::copy_file(desk.file(), copy);
  std::filesystem::create_hard_link(desk.file(), desk.file("us (2).footbridge"));
  putBytes(desk.file("us (3).footbridge"), "nothing of ours");
  REQUIRE(desk.shelf().createSealed(desk.file("us-OTHER.footbridge"), name("Alex"), name("Sam")).ok());
  CHECK(conflictedCopiesOf(desk.file()) == std::vector<ConflictedCopy>{{copy, "Dropbox"}});
  journal = desk.open();
  CHECK(journal->exchange()->conflictedCopies() == std::vector<ConflictedCopy>{{copy, "Dropbox"}});
  CHECK(kindOf(desk.shelf().openSealed(desk.file())) == ErrorKind::InUse);
  CHECK(journal->exchange()->mergeFrom(copy, {}).ok());
}

TEST_CASE("A folder that is kept in step is known by what such services leave in it", "[sync]") {
  Desk desk;
  const auto journal = desk.create();
  CHECK_FALSE(journal->exchange()->syncedFolder().has_value());
  std::filesystem::create_directory(desk.folder() / ".stfolder");
  CHECK(journal->exchange()->syncedFolder() == "Syncthing");
  std::filesystem::remove(desk.folder() / ".stfolder");
  putBytes(desk.folder() / ".sync_0123.db", "");
  CHECK(journal->exchange()->syncedFolder() == "Nextcloud");
  std::filesystem::create_directories(desk.folder() / "OneDrive - Home" / "us");
  CHECK(syncServiceOf(desk.folder() / "OneDrive - Home" / "us") == "OneDrive");
}
