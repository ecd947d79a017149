// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of one journal, and whose backups are whose.
#include "storage/backup_origin.h"

#include <set>

#include "catch.h"
#include "domain/backups.h"
#include "storage/backup_shelf.h"
#include "storage/desk.h"
#include "storage/journal_backups.h"
#include "storage/raw_file.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;
namespace fs = std::filesystem;

namespace {

void addNote(Journal& journal, const char* text) {
  REQUIRE(journal.add(VaultId::Ours, PartnerId::A, note(text)).ok());
}

std::unique_ptr<SealedJournal> openAt(Desk& desk, const std::string& file) {
  auto journal = desk.shelf().openSealed(file);
  REQUIRE(journal.ok());
  return std::move(journal).value();
}

void keepUpAt(Desk& desk, const std::string& file, BackupPace pace = BackupPace::AfterUse) {
  REQUIRE(openAt(desk, file)->backups()->keepUp(pace).ok());
}

void addNoteAt(Desk& desk, const std::string& file, const char* text) {
  addNote(*openAt(desk, file), text);
}

/// What a backup, or any other file, holds.
std::set<std::string> notesIn(Desk& desk, const std::string& file) {
  std::set<std::string> texts;
  for (const Entry& entry : openAt(desk, file)->entries(Reader::OursAlone))
    texts.insert(std::get<Note>(entry.body).text);
  return texts;
}

std::vector<Backup> keptOf(Desk& desk, const std::string& file) {
  return openAt(desk, file)->backups()->status().kept;
}

/// Some backup, of whatever file, holds all of these.
bool isBackedUp(Desk& desk, const std::set<std::string>& texts) {
  for (const auto& each : fs::recursive_directory_iterator(desk.backups())) {
    if (each.path().extension() == ".footbridge" && notesIn(desk, each.path().string()) == texts) return true;
  }
  return false;
}

/// Of a journal that Alex began alone, before anybody joined.
std::string copyOfOneAlone(Desk& desk) {
  const std::string copy = desk.file("other.footbridge");
  REQUIRE(desk.createAlone()->protect(PartnerId::A, secret(kAlex)).ok());
  fs::copy_file(desk.file(), copy);
  return copy;
}

/// Dana joins, with words of their own and a backup of them.
void joinAsDana(Desk& desk, const std::string& copy) {
  const auto journal = openAt(desk, copy);
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->join(name("Dana")).ok());
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->add(VaultId::B, PartnerId::B, note("of Dana alone")).ok());
  REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());
}

/// A journal with a backup that has one note, and one of the same day that has both.
struct TwoDays {
  Desk desk;
  std::string file = desk.file();
  std::string copy = desk.file("brought-back.footbridge");
  std::string older;

  TwoDays() {
    {
      const auto journal = desk.create();
      addNote(*journal, "one");
      older = journal->backups()->backUpNow().value().file;
      desk.wait(std::chrono::days(1));
      addNote(*journal, "two");
      REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());
    }
  }
  void restoreOlder(const std::string& to) {
    REQUIRE(FileBackupShelf(desk.backups(), desk.folder() / "state").restore(older, to).ok());
  }
  bool bothAreBackedUp() { return isBackedUp(desk, {"one", "two"}); }
};

}  // namespace

TEST_CASE("Using another copy of a journal costs it no backup", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  const auto before = keptOf(desk, two.file);
  REQUIRE(before.size() == 2);
  SECTION("one that was brought back and stands locked") {
    two.restoreOlder(two.copy);
    REQUIRE(FileBackupShelf(desk.backups(), desk.folder() / "state")
                .keepUp(two.copy, [] { return Moment(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)); })
                .ok());
    CHECK(keptOf(desk, two.copy).size() == 1);
  }
  SECTION("one that was brought back and is written in") {
    two.restoreOlder(two.copy);
    addNoteAt(desk, two.copy, "elsewhere");
    keepUpAt(desk, two.copy);
    desk.wait(std::chrono::days(40));
    keepUpAt(desk, two.copy);
  }
  SECTION("one whose older backups go") {
    two.restoreOlder(two.copy);
    const auto copy = openAt(desk, two.copy);
    REQUIRE(keepOnlyANewOne(*copy->backups()).ok());
    CHECK(copy->backups()->status().kept.size() == 1);
    CHECK(copy->backups()->status().ofOtherCopies == 2);
  }
  SECTION("a backup, looked at where it lies") {
    keepUpAt(desk, two.older);
  }
  SECTION("a copy that can only be read") {
    two.restoreOlder(two.copy);
    fs::permissions(two.copy, fs::perms::owner_read);
    const auto copy = openAt(desk, two.copy);
    REQUIRE(copy->backups()->keepUp(BackupPace::AfterUse).ok());
    CHECK(kindOf(copy->backups()->backUpNow()) == ErrorKind::ReadOnly);
    CHECK(copy->backups()->status().kept.empty());
  }
  SECTION("one that takes in an export") {
    two.restoreOlder(two.copy);
    REQUIRE(openAt(desk, two.file)->exchange()->exportTo(desk.file("out.json"), {}).ok());
    REQUIRE(openAt(desk, two.copy)->exchange()->importFrom(desk.file("out.json"), Reader::OursAlone).ok());
  }
  CHECK(keptOf(desk, two.file) == before);
  CHECK(two.bothAreBackedUp());
}

TEST_CASE("A journal is backed up on a day on which a copy of it was", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  two.restoreOlder(two.copy);
  desk.wait(std::chrono::days(1));
  keepUpAt(desk, two.copy, BackupPace::OnceADay);
  addNoteAt(desk, two.file, "three");
  keepUpAt(desk, two.file, BackupPace::OnceADay);
  CHECK(isBackedUp(desk, {"one", "two", "three"}));
  CHECK(keptOf(desk, two.copy).size() == 1);
}

TEST_CASE("A journal that was moved finds, keeps and thins out its backups", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  const auto before = keptOf(desk, two.file);
  fs::create_directory(desk.folder() / "kept");
  const std::string moved = desk.file("kept/ours.footbridge");
  fs::rename(two.file, moved);

  const auto summary = summaryOf(moved, desk.backups());
  REQUIRE(summary.ok());
  CHECK(summary->backups.kept.size() == 2);
  CHECK(keptOf(desk, moved).size() == 2);
  CHECK(keptOf(desk, moved).front().made == before.front().made);
  for (int day = 0; day < 9; ++day) {
    desk.wait(std::chrono::days(1));
    keepUpAt(desk, moved);
  }
  CHECK(keptOf(desk, moved).size() < 2 + 9);
  CHECK(openAt(desk, moved)->backups()->status().ofOtherCopies == 0);

  // What is made anew where it lay has nothing to do with it.
  const auto other = desk.create();
  CHECK(other->backups()->status().kept.empty());
}

TEST_CASE("Where one journal was moved and another begun in its place, each keeps its own", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  const std::string moved = desk.file("ours.footbridge");
  fs::rename(two.file, moved);
  {
    const auto other = desk.create();
    REQUIRE(other->backups()->backUpNow().ok());
  }
  CHECK(keptOf(desk, moved).size() == 2);
  CHECK(keptOf(desk, two.file).size() == 1);
}

TEST_CASE("A journal that somebody has open was not moved, and is not let go by being looked for", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  two.restoreOlder(two.copy);
  const auto journal = openAt(desk, two.file);
  keepUpAt(desk, two.copy);
  CHECK(journal->backups()->status().kept.size() == 2);
  CHECK(kindOf(desk.shelf().open(two.file)) == ErrorKind::InUse);
}

TEST_CASE("What was made last of a journal stays when another copy takes its place", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  SECTION("under another name, the journal being lost") {
    fs::remove(two.file);
    two.restoreOlder(two.copy);
    addNoteAt(desk, two.copy, "on");
    keepUpAt(desk, two.copy);
    CHECK(keptOf(desk, two.copy).size() == 3);
  }
  SECTION("under its name, brought back") {
    fs::rename(two.file, desk.file("aside"));
    two.restoreOlder(two.file);
    addNoteAt(desk, two.file, "on");
    keepUpAt(desk, two.file);
  }
  SECTION("under its name, by hand, and looked at") {
    two.restoreOlder(two.copy);
    fs::rename(two.copy, two.file);
    fs::remove_all(desk.folder() / "state");
    keepUpAt(desk, two.file);
  }
  SECTION("under its name, by hand, and taken for the newest") {
    two.restoreOlder(two.copy);
    fs::rename(two.copy, two.file);
    const auto refused = desk.shelf().open(two.file);
    REQUIRE(kindOf(refused) == ErrorKind::RolledBack);
    REQUIRE(desk.shelf().accept(two.file, refused.error()).ok());
    addNoteAt(desk, two.file, "on");
    keepUpAt(desk, two.file);
  }
  CHECK(two.bothAreBackedUp());
  // However long it is gone on with.
  const std::string file = fs::exists(two.file) ? two.file : two.copy;
  for (int week = 0; week < 80; ++week) {
    desk.wait(std::chrono::days(7));
    REQUIRE(openAt(desk, file)->backups()->backUpNow().ok());
  }
  CHECK(two.bothAreBackedUp());
  // Even where none that is older is wanted, until somebody says that it is this one.
  const auto journal = openAt(desk, file);
  REQUIRE(keepOnlyANewOne(*journal->backups()).ok());
  const auto left = leftForGood(journal->backups()->status());
  CHECK(journal->backups()->status().kept.size() == 1 + left.size());
  REQUIRE(left.size() == 1);
  REQUIRE(journal->backups()->remove(left.front()).ok());
  CHECK(leftForGood(journal->backups()->status()).empty());
  CHECK_FALSE(two.bothAreBackedUp());
}

TEST_CASE("Removing older backups of a copy that is older leaves the one that may hold more", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  two.restoreOlder(two.copy);
  fs::rename(two.copy, two.file);
  fs::remove_all(desk.folder() / "state");  // so that nothing else tells that it is older
  {
    const auto journal = openAt(desk, two.file);
    REQUIRE(keepOnlyANewOne(*journal->backups()).ok());
    REQUIRE(keepOnlyANewOne(*journal->backups()).ok());
    const auto kept = journal->backups()->status().kept;
    REQUIRE(kept.size() == 2);
    CHECK_FALSE(kept.front().forGood);
    CHECK(leftForGood(journal->backups()->status()) == std::vector<Backup>{kept.back()});
  }
  CHECK(two.bothAreBackedUp());
}

TEST_CASE("An older copy that one alone went on with leaves the backup of what it lacks of the other",
          "[backup][copies]") {
  Desk desk;
  const std::string file = desk.file(), older = desk.file("older");
  REQUIRE(desk.create()->protect(PartnerId::B, secret(kSam)).ok());
  fs::copy_file(file, older);
  {
    const auto journal = openAt(desk, file);
    REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
    REQUIRE(journal->add(VaultId::B, PartnerId::B, note("of Sam alone")).ok());
    REQUIRE(journal->backups()->backUpNow().ok());
  }
  fs::rename(older, file);
  fs::remove_all(desk.folder() / "state");  // Sam, who could tell, is not here
  const auto journal = openAt(desk, file);
  addNote(*journal, "on");
  REQUIRE(keepOnlyANewOne(*journal->backups()).ok());
  CHECK(leftForGood(journal->backups()->status()).size() == 1);
}

TEST_CASE("What is deleted for good does not make a journal look older", "[backup][copies]") {
  Desk desk;
  const auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  addNote(*journal, "stays");
  const auto gone = journal->add(VaultId::B, PartnerId::B, note("of Sam alone"));
  REQUIRE(gone.ok());
  REQUIRE(journal->backups()->backUpNow().ok());
  REQUIRE(journal->removeForGood(gone->id).ok());
  REQUIRE(keepOnlyANewOne(*journal->backups()).ok());
  CHECK(journal->backups()->status().kept.size() == 1);
  REQUIRE(journal->erase(PartnerId::B).ok());
  REQUIRE(keepOnlyANewOne(*journal->backups()).ok());
  CHECK(journal->backups()->status().kept.size() == 1);
}

TEST_CASE("A copy backed up on the day of the last one before it is backed up all the same", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  fs::remove(two.file);
  two.restoreOlder(two.copy);
  addNoteAt(desk, two.copy, "on");
  keepUpAt(desk, two.copy, BackupPace::OnceADay);
  CHECK(isBackedUp(desk, {"one", "on"}));
  CHECK(two.bothAreBackedUp());
}

TEST_CASE("What stays for good stays so when somebody takes their part out of it", "[backup][copies][erase]") {
  TwoDays two;
  Desk& desk = two.desk;
  fs::remove(two.file);
  two.restoreOlder(two.copy);
  {
    const auto copy = openAt(desk, two.copy);
    REQUIRE(copy->protect(PartnerId::A, secret(kAlex)).ok());
    REQUIRE(copy->protect(PartnerId::B, secret(kSam)).ok());
    REQUIRE(copy->erase(PartnerId::A).ok());
    REQUIRE(copy->backups()->backUpNow().ok());
    CHECK(copy->backups()->status().kept.size() == 3);
  }
  CHECK(two.bothAreBackedUp());
}

TEST_CASE("Whoever takes their part out takes it out of the backups of every copy", "[backup][copies][erase]") {
  TwoDays two;
  Desk& desk = two.desk;
  two.restoreOlder(two.copy);
  keepUpAt(desk, two.copy);
  REQUIRE(openAt(desk, two.file)->erase(PartnerId::A).ok());
  const auto kept = keptOf(desk, two.copy);
  REQUIRE_FALSE(kept.empty());
  for (const Backup& backup : kept) {
    const auto looked = openAt(desk, backup.file);
    REQUIRE(looked->partners().size() == 1);
    CHECK(looked->partners().front().name.text() == "Sam");
  }
}

TEST_CASE("Of copies that were joined by two people, whoever goes leaves the part of the other",
          "[backup][copies][erase]") {
  Desk desk;
  const std::string copy = copyOfOneAlone(desk);
  joinAsDana(desk, copy);
  const auto journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->join(name("Cora")).ok());
  const auto erased = journal->erase(PartnerId::B);
  REQUIRE(erased.ok());
  const auto kept = keptOf(desk, copy);
  REQUIRE_FALSE(kept.empty());
  CHECK(erased->left == kept.size());
  for (const Backup& backup : kept) CHECK(openAt(desk, backup.file)->partners().size() == 2);
}

TEST_CASE("Whoever goes leaves the part of somebody else in what came to the journal's own folder from a copy",
          "[backup][copies][erase]") {
  Desk desk;
  const std::string copy = copyOfOneAlone(desk);
  {
    const auto journal = desk.open();
    REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
    REQUIRE(journal->join(name("Cora")).ok());
  }
  desk.wait(std::chrono::days(1));
  joinAsDana(desk, copy);
  fs::remove(copy);
  const std::string moved = desk.file("moved.footbridge");
  fs::rename(desk.file(), moved);
  const auto ofDana = [&] {
    return std::ranges::count_if(keptOf(desk, moved), [&](const Backup& backup) {
      const auto partners = openAt(desk, backup.file)->partners();
      return std::ranges::count(partners, name("Dana"), &Partner::name) == 1;
    });
  };
  REQUIRE(ofDana() > 0);
  const auto before = ofDana();
  const auto erased = openAt(desk, moved)->erase(PartnerId::B);
  REQUIRE(erased.ok());
  CHECK(erased->left > 0);
  CHECK(ofDana() == before);
}

TEST_CASE("The backups of a damaged journal are found by where it lies, and by which it is", "[backup][copies]") {
  TwoDays two;
  Desk& desk = two.desk;
  const FileBackupShelf shelf(desk.backups(), desk.folder() / "state");
  two.restoreOlder(two.copy);
  desk.wait(std::chrono::days(3));
  keepUpAt(desk, two.copy);
  const auto lastOf = [&shelf](const std::string& file) {
    const auto found = shelf.backupsOf(file);
    return found ? found->status.lastGood : std::nullopt;
  };
  CHECK(lastOf(two.file) == parseDay("2026-11-24"));
  SECTION("all of it is noise") {
    putBytes(two.file, std::string(9000, 'x'));
    CHECK(lastOf(two.file) == parseDay("2026-11-24"));
  }
  SECTION("it is not there at all") {
    fs::remove(two.file);
    CHECK(lastOf(two.file) == parseDay("2026-11-24"));
  }
  SECTION("another journal, which has no backup, has come to lie there") {
    fs::remove(two.file);
    REQUIRE(desk.shelf().createSealed(two.file, name("Kim"), name("Lou")).ok());
    CHECK(lastOf(two.file) == parseDay("2026-11-24"));
  }
  SECTION("it lacks a row, and was moved") {
    RawFile(two.file).run("DELETE FROM head");
    fs::rename(two.file, desk.file("moved.footbridge"));
    CHECK(lastOf(desk.file("moved.footbridge")) == parseDay("2026-11-24"));
  }
  SECTION("a copy that has none of its own") {
    fs::copy_file(two.file, desk.file("third.footbridge"));
    RawFile(desk.file("third.footbridge")).run("DELETE FROM head");
    CHECK(lastOf(desk.file("third.footbridge")) == parseDay("2026-11-27"));
  }
  CHECK_FALSE(lastOf(desk.file("nobody's.footbridge")));
}

TEST_CASE("The folder of a file whose path cannot be noted is nobody else's", "[backup][copies]") {
  Desk desk;
  const std::string odd = desk.file("us-\xff.footbridge");
  REQUIRE(desk.shelf().createSealed(odd, name("A"), name("B")).ok());
  addNoteAt(desk, odd, "one");
  keepUpAt(desk, odd);
  fs::copy_file(odd, desk.file("copy.footbridge"));
  keepUpAt(desk, desk.file("copy.footbridge"));
  CHECK(keptOf(desk, odd).size() == 1);
  CHECK(openAt(desk, odd)->backups()->status().ofOtherCopies == 1);
}
