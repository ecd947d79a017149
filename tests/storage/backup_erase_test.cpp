// SPDX-License-Identifier: GPL-3.0-or-later
// A partner's part goes from every backup as well, without a key.
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "catch.h"
#include "domain/backups.h"
#include "storage/backup_folder.h"
#include "storage/backup_notes.h"
#include "storage/backup_origin.h"
#include "storage/backup_rewriting.h"
#include "storage/desk.h"
#include "storage/full_disk.h"
#include "storage/raw_file.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;
namespace fs = std::filesystem;
using std::chrono::days;

namespace {

BackupFolder folderOf(Journal& journal) {
  return BackupFolder(journal.backups()->status().folder);
}

void backUp(Desk& desk, Journal& journal) {
  desk.wait(days(1));
  REQUIRE(journal.backups()->backUpNow().ok());
}

/// A journal of two, with backups from before there were passphrases, between, and after.
std::unique_ptr<SealedJournal> journalWithBackups(Desk& desk) {
  auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, PartnerId::B, note("of both")).ok());
  backUp(desk, *journal);
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->add(VaultId::A, PartnerId::A, note("only mine")).ok());
  backUp(desk, *journal);
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->add(VaultId::B, PartnerId::B, note("theirs")).ok());
  REQUIRE(journal->putDraft(VaultId::A, "page", "half a line").ok());
  backUp(desk, *journal);
  return journal;
}

/// What the system tells of the names in a folder, in its order: "+name" where one came to be, "-name" where one went.
class WatchedFolder {
 public:
  explicit WatchedFolder(const fs::path& folder) : m_watch(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    REQUIRE(::inotify_add_watch(m_watch, folder.c_str(), IN_MOVED_TO | IN_DELETE) >= 0);
  }
  WatchedFolder(const WatchedFolder&) = delete;
  WatchedFolder& operator=(const WatchedFolder&) = delete;
  ~WatchedFolder() { ::close(m_watch); }

  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> told;
    alignas(inotify_event) std::array<char, 64 * 1024> events{};
    const ssize_t size = ::read(m_watch, events.data(), events.size());
    for (ssize_t at = 0; at < size;) {
      inotify_event event{};
      std::memcpy(&event, &events.at(static_cast<std::size_t>(at)), sizeof event);
      const char* name = &events.at(static_cast<std::size_t>(at) + sizeof event);
      told.push_back(((event.mask & IN_DELETE) != 0 ? "-" : "+") + std::string(name));
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
    return told;
  }

 private:
  int m_watch;
};

std::vector<std::string> boxesOfA(const BackupFolder& folder) {
  std::vector<std::string> boxes;
  for (const BackupName& name : folder.names()) {
    for (const char* table : {"rec", "draft", "head", "slot"}) {
      const auto found =
          RawFile(folder.fileOf(name)).column("SELECT box FROM " + std::string(table) + " WHERE vault = 1");
      boxes.insert(boxes.end(), found.begin(), found.end());
    }
  }
  return boxes;
}

/// Of every backup of the journal, whichever file it was made of, how many are of two.
std::size_t ofTwo(Desk& desk) {
  std::size_t count = 0;
  for (const auto& each : fs::recursive_directory_iterator(desk.backups())) {
    if (each.path().extension() != ".footbridge") continue;
    if (RawFile(each.path()).column("SELECT id FROM partner").size() == 2) ++count;
  }
  return count;
}

void callB(SealedJournal& journal, const char* newName) {
  const auto partners = journal.partners();
  REQUIRE(journal.change({PartnerId::B, name(newName), partners.back().colour}).ok());
}

/// What an erasing that was killed leaves in a folder: a copy of a backup, still with the whole part in it.
std::vector<fs::path> leaveHalfMade(const BackupFolder& folder) {
  std::vector<fs::path> left;
  for (const char* leaf : {".making-1", ".making-1-journal", ".making-notes-2"}) {
    left.push_back(folder.path() / leaf);
    putBytes(left.back(), bytesIn(folder.fileOf(folder.names().back())));
  }
  return left;
}

}  // namespace

TEST_CASE("Erasing takes a partner's part out of every backup; the other's opens as before", "[backup][erase]") {
  Desk desk;
  auto journal = journalWithBackups(desk);
  const BackupFolder folder = folderOf(*journal);
  const std::size_t count = folder.names().size();
  REQUIRE(count == 3);
  const auto boxes = boxesOfA(folder);
  REQUIRE(boxes.size() > 8);

  REQUIRE(journal->erase(PartnerId::A).ok());
  REQUIRE(folder.names().size() == count);
  for (const BackupName& name : folder.names()) {
    CHECK(folder.check(name).ok());
    const std::string bytes = bytesIn(folder.fileOf(name));
    for (const std::string& box : boxes) {
      const bool left = bytes.find(box) != std::string::npos;
      CHECK_FALSE(left);
    }
    CHECK(bytes.find("Alex") == std::string::npos);
  }
  CHECK(journal->backups()->drill().ok());  // what is noted of the newest fits it still
  REQUIRE(journal->backups()->restore(journal->backups()->status().kept.front(), desk.file("back.footbridge")).ok());
  auto back = desk.shelf().open(desk.file("back.footbridge"));
  REQUIRE(back.ok());
  REQUIRE(back.value()->partners().size() == 1);
  REQUIRE(back.value()->unlock(PartnerId::B, secret(kSam)).ok());
  CHECK(back.value()->entries(Reader::B).size() == 2);
}

TEST_CASE("A backup that held nobody else goes; one that never held the partner stays", "[backup][erase]") {
  for (const PartnerId leaves : {PartnerId::A, PartnerId::B}) {
    Desk desk;
    auto journal = desk.createAlone();
    REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
    backUp(desk, *journal);
    const BackupFolder folder = folderOf(*journal);
    const BackupName alone = folder.names().front();
    REQUIRE(journal->join(name("Sam")).ok());
    backUp(desk, *journal);
    REQUIRE(journal->erase(leaves).ok());
    const auto left = folder.names();
    const bool stays = std::ranges::find(left, alone) != left.end();
    CHECK(stays == (leaves == PartnerId::B));
    CHECK_FALSE(left.empty());
  }
}

TEST_CASE("A damaged backup goes with the part that cannot be reached in it", "[backup][erase]") {
  Desk desk;
  auto journal = journalWithBackups(desk);
  const BackupFolder folder = folderOf(*journal);
  const fs::path spoiled = folder.fileOf(folder.names()[1]);
  fs::permissions(spoiled, fs::perms::owner_write, fs::perm_options::add);
  putBytes(spoiled, bytesIn(spoiled) + "x");
  REQUIRE(journal->erase(PartnerId::A).ok());
  CHECK_FALSE(fs::exists(spoiled));
  CHECK(folder.names().size() == 2);
}

TEST_CASE("What stops the backups from being changed stops the erasing, and it can be done again", "[backup][erase]") {
  Desk desk;
  auto journal = journalWithBackups(desk);
  const BackupFolder folder = folderOf(*journal);
  const auto before = folder.names();
  int changed = 0;
  const auto stopped = rewriteBackups(folder, [&changed](const BackupName&, Database& backup) -> Result<void> {
    if (++changed == 3) return Error{ErrorKind::DiskFull};
    return backup.run("DELETE FROM draft");
  });
  CHECK(kindOf(stopped) == ErrorKind::DiskFull);
  CHECK(folder.names().size() == before.size());
  for (const BackupName& name : folder.names()) CHECK(folder.check(name).ok());
  for (const auto& each : fs::directory_iterator(folder.path()))
    CHECK_FALSE(each.path().filename().string().starts_with(".making-"));
  CHECK(journal->erase(PartnerId::A).ok());
}

TEST_CASE("On a full disk the backups stay as they are, or it is said that they do not, and again finishes it",
          "[backup][erase][disk]") {
  std::size_t untouched = 0, half = 0;
  for (int writes = 0;; writes += 5) {
    Desk desk;
    auto journal = journalWithBackups(desk);
    const BackupFolder folder = folderOf(*journal);
    const auto names = folder.names();
    Result<Erased> erased = Error{};
    bool wasFull = false;
    {
      const FullDisk full(writes);
      erased = journal->erase(PartnerId::A);
      wasFull = FullDisk::wasFull();
    }
    if (!wasFull) break;
    if (erased) continue;  // what was left to do when it was full is made up for
    REQUIRE(journal->partners().size() == 2);
    CHECK(journal->entries(Reader::A).size() == 2);
    const bool isSame = folder.names() == names;
    if (erased.error().detail == kHalfErased)
      ++half;
    else
      CHECK(isSame);
    if (isSame) ++untouched;
    CHECK(journal->erase(PartnerId::A).ok());
    CHECK(boxesOfA(folder).empty());
  }
  CHECK(untouched > 3);
  CHECK(half > 3);
}

TEST_CASE("What the journal cannot take is known before any backup is touched", "[backup][erase]") {
  Desk desk;
  auto journal = journalWithBackups(desk);
  const BackupFolder folder = folderOf(*journal);
  const auto names = folder.names();
  {
    // As much as is asked of the disk before the first backup is opened, and no more.
    const FullDisk full(1);
    const auto refused = journal->erase(PartnerId::A);
    CHECK(kindOf(refused) == ErrorKind::DiskFull);
    CHECK(refused.error().detail != kHalfErased);
  }
  CHECK(folder.names() == names);
  CHECK(ofTwo(desk) == names.size());
  CHECK(journal->erase(PartnerId::A).ok());
}

TEST_CASE("Whoever bears another name by now is known in the journal's own backups", "[backup][erase]") {
  Desk desk;
  auto journal = desk.create();
  protectBoth(*journal);
  const auto only = journal->add(VaultId::B, PartnerId::B, note("theirs"));
  REQUIRE(only.ok());
  backUp(desk, *journal);
  SECTION("though their rows lie under another number, since they were readmitted") {
    journal.reset();
    journal = desk.open();
    REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
    REQUIRE(journal->readmit(PartnerId::B, secret(kOther)).ok());
  }
  SECTION("though they have deleted for good all that they wrote then") {
    REQUIRE(journal->removeForGood(only.value().id).ok());
  }
  callB(*journal, "Samantha");
  REQUIRE(ofTwo(desk) > 0);
  REQUIRE(journal->erase(PartnerId::B).ok());
  CHECK(ofTwo(desk) == 0);
}

TEST_CASE("Whoever was readmitted and bears another name by now is known in another copy's backups",
          "[backup][erase][copies]") {
  Desk desk;
  auto journal = desk.create();
  protectBoth(*journal);
  REQUIRE(journal->add(VaultId::B, PartnerId::B, note("theirs")).ok());
  journal.reset();
  fs::copy_file(desk.file(), desk.file("other.footbridge"));
  auto other = desk.shelf().openSealed(desk.file("other.footbridge"));
  REQUIRE(other.ok());
  backUp(desk, **other);
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->readmit(PartnerId::B, secret(kOther)).ok());
  callB(*journal, "Samantha");
  REQUIRE(journal->erase(PartnerId::B).ok());
  CHECK(ofTwo(desk) == 0);
}

TEST_CASE("What an erasing that was cut short left half made goes with the next one, however young",
          "[backup][erase]") {
  Desk desk;
  auto journal = journalWithBackups(desk);
  const BackupFolder folder = folderOf(*journal);
  const auto left = leaveHalfMade(folder);
  REQUIRE(journal->erase(PartnerId::A).ok());
  for (const fs::path& file : left) CHECK_FALSE(fs::exists(file));
  CHECK(folder.names().size() == 3);
}

TEST_CASE("A backup that another program is just making stops the erasing, and is left alone", "[backup][erase]") {
  Desk desk;
  auto journal = journalWithBackups(desk);
  const auto left = leaveHalfMade(folderOf(*journal));
  {
    const auto making = Database::open(left.front(), Access::ReadWrite);
    REQUIRE(making.ok());
    const auto refused = journal->erase(PartnerId::A);
    CHECK(kindOf(refused) == ErrorKind::InUse);
    CHECK(fs::exists(left.front()));
    CHECK(journal->partners().size() == 2);
  }
  CHECK(journal->erase(PartnerId::A).ok());
}

// Between two of these steps the power may go, and whoever repeats it removes what bears no mark.
TEST_CASE("Of a backup kept for good the one without a part is marked before the one with it goes", "[backup]") {
  Desk desk;
  const auto journal = journalWithBackups(desk);
  const BackupFolder folder = folderOf(*journal);
  keepForGood(folder);
  const std::vector<std::string> marked = BackupNotes::load(folder.path()).forGood;
  REQUIRE(marked.size() == 1);
  const WatchedFolder watched(folder.path());
  REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->erase(PartnerId::A).ok());
  const std::vector<std::string> told = watched.told();
  const auto went = std::ranges::find(told, "-" + marked.front());
  REQUIRE(went != told.end());
  const auto noted = std::find(told.begin(), went, "+notes.json");
  CHECK(noted != went);
  const auto came =
      std::find_if(told.begin(), noted, [](const std::string& one) { return one.ends_with(".footbridge"); });
  REQUIRE(came != noted);
  const BackupNotes notes = BackupNotes::load(folder.path());
  CHECK(std::ranges::any_of(folder.names(), [&](const BackupName& name) { return notes.isForGood(name.text()); }));
}
