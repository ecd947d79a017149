// SPDX-License-Identifier: GPL-3.0-or-later
// Every journal of every format that ever shipped opens, with all that was in it.
#include <fstream>
#include <map>

#include "catch.h"
#include "storage/desk.h"
#include "storage/fixture_journals.h"
#include "storage/migrations.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> formats() {
  std::vector<fs::path> folders;
  for (const auto& each : fs::directory_iterator(fs::path(FOOTBRIDGE_FIXTURES) / "journals"))
    if (each.is_directory()) folders.push_back(each.path());
  std::ranges::sort(folders);
  return folders;
}

/// "both A code" and the like, to what opens it.
std::map<std::string, std::string> secretsIn(const fs::path& folder) {
  std::map<std::string, std::string> secrets;
  std::ifstream stream(folder / "secrets.txt");
  for (std::string journal, partner, kind, words; stream >> journal >> partner >> kind;) {
    std::getline(stream >> std::ws, words);
    secrets[journal + ' ' + partner + ' ' + kind] = words;
  }
  return secrets;
}

std::unique_ptr<SealedJournal> openCopy(Desk& desk, const fs::path& folder, const std::string& leaf) {
  fs::remove(desk.file());
  fs::copy_file(folder / (leaf + ".footbridge"), desk.file());
  fs::permissions(desk.file(), fs::perms::owner_read | fs::perms::owner_write);
  fs::remove_all(desk.folder() / "state");  // it may be behind the one before it
  return desk.open();
}

}  // namespace

TEST_CASE("There are fixtures of every format up to this one", "[fixture]") {
  std::vector<std::string> names;
  for (const fs::path& folder : formats()) names.push_back(folder.filename().string());
  CHECK(names.size() == currentFormat());
  CHECK(names.front() == "format-1");
}

TEST_CASE("A journal of any format opens with its passphrases and its codes, and holds what it held", "[fixture]") {
  for (const fs::path& folder : formats()) {
    INFO(folder);
    auto secrets = secretsIn(folder);
    Desk desk(Keys::Real);
    {
      const auto both = openCopy(desk, folder, "both");
      CHECK(both->partners()[1].name.text() == "Zoë");
      CHECK(both->door(VaultId::Ours) == DoorState::Locked);
      CHECK(both->entries(Reader::A).empty());
      REQUIRE(both->unlock(PartnerId::A, secret(secrets["both A passphrase"])).ok());
      CHECK(linesOf(*both, Reader::A) == fixtureLines("both", Reader::A));
      REQUIRE(both->unlock(PartnerId::B, secret(secrets["both B passphrase"])).ok());
      CHECK(linesOf(*both, Reader::B) == fixtureLines("both", Reader::B));
      CHECK(both->findDraft(VaultId::B, "page") == "half a li");
      CHECK(both->verify().sound());
    }
    const auto again = openCopy(desk, folder, "both");
    REQUIRE(again->recover(PartnerId::B, secret(secrets["both B code"]), secret(kOther)).ok());
    CHECK(linesOf(*again, Reader::B) == fixtureLines("both", Reader::B));
  }
}

TEST_CASE("A journal of any format kept alone, or not locked yet, opens as it did", "[fixture]") {
  for (const fs::path& folder : formats()) {
    INFO(folder);
    auto secrets = secretsIn(folder);
    Desk desk(Keys::Real);
    {
      const auto solo = openCopy(desk, folder, "solo");
      REQUIRE(solo->partners().size() == 1);
      REQUIRE(solo->unlock(PartnerId::A, secret(secrets["solo A passphrase"])).ok());
      CHECK(linesOf(*solo, Reader::A) == fixtureLines("solo", Reader::A));
      CHECK(solo->findDraft(VaultId::A, "page") == "half a li");
      CHECK(solo->verify().sound());
    }
    const auto open = openCopy(desk, folder, "open");
    CHECK(open->door(VaultId::Ours) == DoorState::Open);
    CHECK(linesOf(*open, Reader::OursAlone) == fixtureLines("open", Reader::OursAlone));
    CHECK(linesOf(*open, Reader::B) == fixtureLines("open", Reader::B));
    CHECK(open->verify().sound());
  }
}
