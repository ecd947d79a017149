// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <functional>
#include <iterator>
#include <thread>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/backup_shelf.h"
#include "storage/database.h"
#include "storage/desk.h"
#include "storage/journal_backups.h"
#include "storage/new_file.h"
#include "storage/placing.h"
#include "storage/raw_file.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;
namespace fs = std::filesystem;

namespace {

/// Opening fails with the kind, and leaves the file and its folder as they were.
void checkRefused(Desk& desk, ErrorKind kind) {
  const std::string before = bytesIn(desk.file());
  CHECK(kindOf(desk.shelf().open(desk.file())) == kind);
  CHECK(kindOf(summaryOf(desk.file())) == kind);
  CHECK(bytesIn(desk.file()) == before);
  CHECK_FALSE(fs::exists(desk.file() + "-wal"));
}

}  // namespace

TEST_CASE("Only a journal is opened, and nothing else is touched", "[file]") {
  Desk desk;
  CHECK(kindOf(desk.shelf().open(desk.file())) == ErrorKind::NotFound);
  CHECK(kindOf(desk.shelf().open("")) == ErrorKind::NotFound);
  CHECK(kindOf(desk.shelf().open(desk.file("no/such/folder"))) == ErrorKind::NotFound);
  const std::vector<std::string> contents{"",
                                          "x",
                                          "SQLite format 3",
                                          std::string(511, 'a'),
                                          std::string(4096, '\0'),
                                          "Dear diary,\n" + std::string(9000, '.')};
  for (const std::string& content : contents) {
    putBytes(desk.file(), content);
    checkRefused(desk, ErrorKind::NotAJournal);
  }
}

TEST_CASE("A database of another program is refused and not changed", "[file]") {
  for (const char* sql : {"CREATE TABLE notes (x)", "PRAGMA journal_mode = WAL; CREATE TABLE notes (x)",
                          "PRAGMA application_id = 252006675; CREATE TABLE notes (x)"}) {
    Desk desk;
    RawFile(desk.file()).run(sql);
    checkRefused(desk, ErrorKind::NotAJournal);
  }
}

TEST_CASE("Folders, links and pipes are refused", "[file]") {
  Desk desk;
  desk.create().reset();
  fs::create_directory(desk.file("folder"));
  CHECK(kindOf(desk.shelf().open(desk.file("folder"))) == ErrorKind::NotAJournal);
  fs::create_symlink(desk.file(), desk.file("link.footbridge"));
  CHECK(kindOf(desk.shelf().open(desk.file("link.footbridge"))) == ErrorKind::NotAJournal);
  CHECK(kindOf(desk.shelf().create(desk.file("link.footbridge"), name("A"), std::nullopt)) == ErrorKind::AlreadyExists);
  REQUIRE(mkfifo(desk.file("pipe").c_str(), 0600) == 0);
  CHECK(kindOf(desk.shelf().open(desk.file("pipe"))) == ErrorKind::NotAJournal);
  fs::create_directory_symlink(desk.folder(), desk.file("there"));
  CHECK(desk.shelf().open(desk.file("there/us.footbridge")).ok());
}

TEST_CASE("A log of another mode beside the journal is said to be in the way, and an empty one is not", "[file]") {
  Desk desk;
  desk.create().reset();
  const std::string log = desk.file() + "-wal";
  putBytes(log, "text");
  const auto refused = desk.shelf().open(desk.file());
  CHECK(kindOf(refused) == ErrorKind::NotAJournal);
  CHECK(refused.error().detail == kInTheWay);
  CHECK(refused.error().subject == log);
  putBytes(log, "");
  CHECK(desk.shelf().open(desk.file()).ok());
}

TEST_CASE("No journal, copy or export gets a name that belongs to a file beside another", "[file]") {
  Desk desk;
  const auto journal = desk.create();
  const std::string taken = desk.file() + GENERATE("-journal", "-wal", "-shm");
  CAPTURE(taken);
  const auto isRefused = [&taken](const auto& answer) {
    CHECK(kindOf(answer) == ErrorKind::NotAllowed);
    CHECK(answer.error().detail == kSideName);
    CHECK_FALSE(fs::exists(taken));
  };
  isRefused(desk.shelf().createSealed(taken, name("Kim"), name("Lou")));
  const auto backup = journal->backups()->backUpNow();
  REQUIRE(backup.ok());
  isRefused(journal->backups()->restore(*backup, taken));
  isRefused(writeNewFile(taken, "words"));
}

TEST_CASE("A name that leaves no room for what belongs beside it is said to be too long", "[file]") {
  Desk desk;
  desk.create().reset();
  const std::string longest = desk.file(std::string(250, 'a').c_str());
  const auto isRefused = [&longest](const auto& answer) {
    CHECK(kindOf(answer) == ErrorKind::DiskFailed);
    CHECK(answer.error().detail == kNameTooLong);
    CHECK(answer.error().subject == longest);
  };
  isRefused(desk.shelf().createSealed(longest, name("Kim"), name("Lou")));
  fs::copy_file(desk.file(), longest);
  isRefused(desk.shelf().open(longest));
}

TEST_CASE("What an ended program left of a new journal goes with the next of that name, and nothing else does",
          "[file]") {
  Desk desk;
  desk.create().reset();
  const std::string to = desk.file("copy.footbridge"), number = "1234567890123456789";
  const std::string left = to + ".new" + number, ofOther = desk.file("other") + ".new" + number;
  const std::string byHand = to + ".new2", held = to + ".new9234567890123456789";
  for (const std::string& file : {left, ofOther, byHand, held}) fs::copy_file(desk.file(), file);
  putBytes(left + "-journal", "");
  {
    const auto holder = Database::open(held, Access::ReadWrite);
    REQUIRE(holder.ok());
    CHECK(halfMadeIn(desk.folder()).size() == 3);
    REQUIRE(copyJournal(desk.file(), to, desk.backups()).ok());
    CHECK(fs::exists(held));
  }
  CHECK_FALSE(fs::exists(left));
  CHECK_FALSE(fs::exists(left + "-journal"));
  CHECK(fs::exists(ofOther));
  CHECK(fs::exists(byHand));
  fs::remove(to);
  REQUIRE(desk.shelf().createSealed(to, name("Kim"), name("Lou")).ok());
  CHECK_FALSE(fs::exists(held));
}

TEST_CASE("What bears the name of a file beside the journal, and is no plain file, is refused and not waited for",
          "[file]") {
  Desk desk;
  desk.create().reset();
  const std::string other = desk.file() + GENERATE("-journal", "-wal", "-shm");
  CAPTURE(other);
  alarm(30);  // it would wait for ever
  SECTION("a pipe") {
    REQUIRE(mkfifo(other.c_str(), 0600) == 0);
  }
  SECTION("a folder") {
    fs::create_directory(other);
  }
  SECTION("a link that leads nowhere") {
    fs::create_symlink(desk.file("nowhere"), other);
  }
  const auto refused = desk.shelf().open(desk.file());
  alarm(0);
  CHECK(kindOf(refused) == ErrorKind::NotAJournal);
  CHECK(refused.error().detail == kInTheWay);
  CHECK(refused.error().subject == other);
  fs::remove(other);
  CHECK(desk.shelf().open(desk.file()).ok());
}

TEST_CASE("A new journal never takes the place of anything", "[file]") {
  Desk desk;
  putBytes(desk.file(), "mine");
  CHECK(kindOf(desk.shelf().create(desk.file(), name("A"), std::nullopt)) == ErrorKind::AlreadyExists);
  CHECK(bytesIn(desk.file()) == "mine");
  fs::remove(desk.file());
  putBytes(desk.file() + "-journal", "left over");
  CHECK(kindOf(desk.shelf().create(desk.file(), name("A"), std::nullopt)) == ErrorKind::AlreadyExists);
  fs::remove(desk.file() + "-journal");
  CHECK(kindOf(desk.shelf().create(desk.file("no/us.footbridge"), name("A"), std::nullopt)) == ErrorKind::NotFound);
  desk.create().reset();
  CHECK((fs::status(desk.file()).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
  std::vector<std::string> left;
  for (const auto& each : fs::directory_iterator(desk.folder())) left.push_back(each.path().filename());
  std::ranges::sort(left);
  CHECK(left == std::vector<std::string>{"state", "us.footbridge"});
}

TEST_CASE("A name that the disk cannot take is refused, and leaves nothing", "[file]") {
  Desk desk;
  desk.create().reset();
  const auto count = [&desk] { return std::distance(fs::directory_iterator(desk.folder()), fs::directory_iterator()); };
  const auto before = count();
  // As it is, with the ending of a rollback journal, and with that of a file in the making.
  for (const int length : {300, 250, 235}) {
    const std::string file = desk.file(std::string(static_cast<std::size_t>(length), 'a').c_str());
    const auto made = desk.shelf().create(file, name("A"), std::nullopt);
    CHECK(kindOf(made) == ErrorKind::DiskFailed);
    CHECK(made.error().subject == file);
    CHECK(made.error().number == ENAMETOOLONG);
    const auto copied = copyJournal(desk.file(), file, desk.folder());
    CHECK(kindOf(copied) == ErrorKind::DiskFailed);
    CHECK(copied.error().subject == file);
  }
  CHECK(count() == before);
}

TEST_CASE("A truncated journal is reported and never changed", "[file]") {
  Desk desk;
  {
    const auto journal = desk.create();
    for (int i = 0; i < 40; ++i) REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("x")).ok());
  }
  const std::string whole = bytesIn(desk.file());
  for (std::size_t size = 0; size < whole.size(); size += 777) {
    INFO(size);
    putBytes(desk.file(), whole.substr(0, size));
    const auto opened = desk.shelf().open(desk.file());
    REQUIRE_FALSE(opened.ok());
    const ErrorKind kind = opened.error().kind;
    CHECK((kind == ErrorKind::Damaged || kind == ErrorKind::NotAJournal));
    CHECK(bytesIn(desk.file()) == whole.substr(0, size));
  }
}

TEST_CASE("A newer format is refused by its number", "[file]") {
  Desk desk;
  desk.create().reset();
  RawFile(desk.file()).run("PRAGMA user_version = 7");
  checkRefused(desk, ErrorKind::NewerFormat);
  CHECK(desk.shelf().open(desk.file()).error().number == 7);
}

TEST_CASE("A file without the right to write can be looked at", "[file]") {
  Desk desk;
  {
    const auto journal = desk.create();
    REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("look")).ok());
    REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
    REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  }
  const std::string before = bytesIn(desk.file());
  fs::permissions(desk.file(), fs::perms::owner_read);
  {
    const auto journal = desk.open();
    CHECK(journal->readOnly());
    REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
    CHECK(journal->entries(Reader::A).size() == 1);
    CHECK(journal->verify().sound());
    CHECK(kindOf(journal->add(VaultId::Ours, PartnerId::A, note("x"))) == ErrorKind::ReadOnly);
    CHECK(kindOf(journal->putDraft(VaultId::Ours, "p", "x")) == ErrorKind::ReadOnly);
    CHECK(kindOf(journal->protect(PartnerId::A, secret(kOther))) == ErrorKind::ReadOnly);
    CHECK(kindOf(journal->change({PartnerId::A, name("X"), PartnerColour::Moss})) == ErrorKind::ReadOnly);
    CHECK(kindOf(journal->begin(VaultId::Ours, begun(SittingMode::Together))) == ErrorKind::ReadOnly);
  }
  CHECK(summaryOf(desk.file())->readOnly);
  CHECK(bytesIn(desk.file()) == before);
}

TEST_CASE("A journal is open once, in this process and in any other", "[file]") {
  Desk desk;
  auto first = desk.create();
  CHECK(kindOf(desk.shelf().open(desk.file())) == ErrorKind::InUse);
  CHECK(kindOf(summaryOf(desk.file())) == ErrorKind::InUse);
  // The refusals above must not have cost the first its lock.
  const auto refusedElsewhere = [&desk] {
    const pid_t child = fork();
    if (child == 0) {
      const auto second = FileShelf({kCheap, desk.folder() / "state", {}}).open(desk.file());
      _exit(!second.ok() && second.error().kind == ErrorKind::InUse ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  };
  CHECK(refusedElsewhere());
  REQUIRE(first->add(VaultId::Ours, PartnerId::A, note("still mine")).ok());
  CHECK(refusedElsewhere());
  REQUIRE(first->protect(PartnerId::A, secret(kAlex)).ok());
  CHECK(refusedElsewhere());
  first.reset();
  CHECK_FALSE(refusedElsewhere());
  CHECK(desk.shelf().open(desk.file()).ok());
}

TEST_CASE("What anybody may know counts nothing", "[file]") {
  Desk desk;
  {
    const auto journal = desk.create();
    REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  }
  const Summary summary = summaryOf(desk.file()).value();
  CHECK(summary.format == 1);
  REQUIRE(summary.people.size() == 2);
  CHECK(summary.people[0].partner.name.text() == "Alex");
  CHECK_FALSE(summary.people[0].isProtected);
  CHECK(summary.people[1].isProtected);
  CHECK_FALSE(summary.oursIsProtected);
  CHECK_FALSE(summary.backups.lastGood.has_value());
}

TEST_CASE("Nothing is left beside a journal that was closed", "[file]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("x")).ok());
  journal.reset();
  CHECK_FALSE(fs::exists(desk.file() + "-journal"));
}

TEST_CASE("An older copy in its place is noticed, and can be accepted", "[rollback]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  journal.reset();
  const std::string older = bytesIn(desk.file());
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  for (int i = 0; i < 3; ++i) REQUIRE(journal->add(VaultId::A, PartnerId::A, note("newer")).ok());
  journal.reset();
  putBytes(desk.file(), older);
  journal = desk.open();
  const auto refused = journal->unlock(PartnerId::A, secret(kAlex));
  CHECK(kindOf(refused) == ErrorKind::RolledBack);
  CHECK(refused.error().number == 3);
  CHECK(journal->door(VaultId::A) == DoorState::Locked);
  CHECK(journal->unlock(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->accept(refused.error()).ok());
  CHECK(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  journal.reset();
  journal = desk.open();
  CHECK(journal->unlock(PartnerId::A, secret(kAlex)).ok());
}

TEST_CASE("Whoever goes on with an older copy does so for what they were shown, and not for the other", "[rollback]") {
  Desk desk;
  auto journal = desk.create();
  protectBoth(*journal);
  journal.reset();
  const std::string older = bytesIn(desk.file());
  const auto enter = [&](PartnerId partner) {
    journal.reset();
    journal = desk.open();
    return journal->unlock(partner, secret(partner == PartnerId::A ? kAlex : kSam));
  };
  REQUIRE(enter(PartnerId::A).ok());
  for (int i = 0; i < 3; ++i) REQUIRE(journal->add(VaultId::A, PartnerId::A, note("newer")).ok());
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("newer")).ok());
  const auto accept = [&](PartnerId partner, std::int64_t fewer) {
    INFO("partner " << static_cast<int>(partner));
    const auto refused = enter(partner);
    REQUIRE(kindOf(refused) == ErrorKind::RolledBack);
    CHECK(refused.error().number == fewer);
    REQUIRE(journal->accept(refused.error()).ok());
    REQUIRE(journal->unlock(partner, secret(partner == PartnerId::A ? kAlex : kSam)).ok());
  };
  journal.reset();
  putBytes(desk.file(), older);
  accept(PartnerId::B, 1);
  // However much is written meanwhile.
  REQUIRE(journal->add(VaultId::Ours, PartnerId::B, note("on")).ok());
  accept(PartnerId::A, 3);
  for (const PartnerId partner : {PartnerId::A, PartnerId::B, PartnerId::A}) CHECK(enter(partner).ok());
}

TEST_CASE("Going on with a copy whose *ours* is older than seen leaves what is locked to its owner", "[rollback]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  journal.reset();
  const std::string older = bytesIn(desk.file());
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  for (const VaultId vault : {VaultId::A, VaultId::Ours})
    REQUIRE(journal->add(vault, PartnerId::A, note("newer")).ok());
  journal.reset();
  putBytes(desk.file(), older);
  const auto refused = desk.shelf().open(desk.file());
  REQUIRE(kindOf(refused) == ErrorKind::RolledBack);
  CHECK(refused.error().number == 1);
  REQUIRE(desk.shelf().accept(desk.file(), refused.error()).ok());
  journal = desk.open();
  const auto own = journal->unlock(PartnerId::A, secret(kAlex));
  REQUIRE(kindOf(own) == ErrorKind::RolledBack);
  CHECK(own.error().number == 1);
  REQUIRE(journal->accept(own.error()).ok());
  CHECK(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  journal.reset();
  CHECK(desk.open()->unlock(PartnerId::A, secret(kAlex)).ok());
}

TEST_CASE("What an older copy lacks is counted in things to be read, not in changes", "[rollback]") {
  struct Deed {
    const char* what;
    std::function<void(Journal&)> make;
    std::int64_t fewer;
  };
  const auto add = [](Journal& journal) { return journal.add(VaultId::Ours, PartnerId::A, note("newer")).value().id; };
  const auto sit = [](Journal& journal) {
    const auto sitting = journal.begin(VaultId::Ours, begun(SittingMode::Together)).value();
    REQUIRE(journal.append(sitting, VaultId::Ours, {CameTogether{}, Left{}, CameTogether{}}).ok());
  };
  const std::vector<Deed> deeds{
      {"revised twice",
       [](Journal& journal) {
         const EntryId id = journal.entries(Reader::OursAlone).front().id;
         for (const char* text : {"once", "twice"}) REQUIRE(journal.revise(id, Note{text}).ok());
       },
       0},
      {"deleted", [](Journal& journal) { REQUIRE(journal.remove(journal.entries(Reader::OursAlone).front().id).ok()); },
       0},
      {"a draft", [](Journal& journal) { REQUIRE(journal.putDraft(VaultId::Ours, "p", "half").ok()); }, 0},
      {"added and revised", [add](Journal& journal) { REQUIRE(journal.revise(add(journal), Note{"again"}).ok()); }, 1},
      {"added and deleted", [add](Journal& journal) { REQUIRE(journal.remove(add(journal)).ok()); }, 0},
      {"deleted and brought back, and another",
       [add](Journal& journal) {
         const EntryId id = add(journal);
         REQUIRE((journal.remove(id).ok() && journal.restore(id).ok()));
         add(journal);
       },
       2},
      {"a sitting", sit, 1},
      {"in two vaults",
       [add, sit](Journal& journal) {
         add(journal);
         sit(journal);
         REQUIRE(journal.begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).ok());
       },
       3}};
  for (const Deed& deed : deeds) {
    INFO(deed.what);
    Desk desk;
    REQUIRE(desk.create()->add(VaultId::Ours, PartnerId::A, note("older")).ok());
    const std::string older = bytesIn(desk.file());
    deed.make(*desk.open());
    putBytes(desk.file(), older);
    const auto refused = desk.shelf().open(desk.file());
    REQUIRE(kindOf(refused) == ErrorKind::RolledBack);
    CHECK(refused.error().number == deed.fewer);
  }
}

TEST_CASE("An older copy of an open vault is noticed on opening", "[rollback]") {
  Desk desk;
  desk.create().reset();
  const std::string older = bytesIn(desk.file());
  REQUIRE(desk.open()->add(VaultId::Ours, PartnerId::A, note("newer")).ok());
  const std::string newer = bytesIn(desk.file());
  putBytes(desk.file(), older);
  const auto refused = desk.shelf().open(desk.file());
  CHECK(kindOf(refused) == ErrorKind::RolledBack);
  CHECK(refused.error().number == 1);
  CHECK(bytesIn(desk.file()) == older);
  REQUIRE(desk.shelf().accept(desk.file(), refused.error()).ok());
  desk.open().reset();
  // Another history of the same length is noticed as well.
  REQUIRE(desk.open()->add(VaultId::Ours, PartnerId::A, note("other")).ok());
  putBytes(desk.file(), newer);
  CHECK(kindOf(desk.shelf().open(desk.file())) == ErrorKind::RolledBack);
}

TEST_CASE("A copy from before a passphrase was set is noticed", "[rollback]") {
  Desk desk;
  desk.create().reset();
  const std::string before = bytesIn(desk.file());
  REQUIRE(desk.open()->protect(PartnerId::A, secret(kAlex)).ok());
  putBytes(desk.file(), before);
  const auto refused = desk.shelf().open(desk.file());
  CHECK(kindOf(refused) == ErrorKind::RolledBack);
  REQUIRE(desk.shelf().accept(desk.file(), refused.error()).ok());
  CHECK(desk.open()->door(VaultId::A) == DoorState::Open);
}

TEST_CASE("Nobody can tell from the state when somebody was here", "[rollback]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret("vexing lantern oatmeal quarry")).ok());
  REQUIRE(journal->add(VaultId::A, PartnerId::A, note("mine")).ok());
  journal = nullptr;
  std::vector<std::pair<std::string, std::string>> before;
  for (const auto& each : fs::directory_iterator(desk.file("state/seen")))
    before.emplace_back(each.path().string(), bytesIn(each.path().string()));
  REQUIRE(before.size() == 3);
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret("vexing lantern oatmeal quarry")).ok());
  const auto date = fs::last_write_time(before[0].first);
  for (const auto& [file, bytes] : before) {
    CHECK(bytesIn(file) == bytes);
    CHECK(fs::last_write_time(file) == date);
  }
  CHECK(date < fs::file_time_type::clock::now() - std::chrono::hours(24));
}

TEST_CASE("Nobody can tell from the state who wrote last", "[rollback]") {
  Desk desk;
  auto journal = desk.create();
  protectBoth(*journal);
  const auto changes = [&desk] {
    std::vector<std::pair<std::string, std::pair<ino_t, std::int64_t>>> found;
    for (const auto& each : fs::directory_iterator(desk.file("state/seen"))) {
      struct stat status {};
      REQUIRE(stat(each.path().c_str(), &status) == 0);
      const std::int64_t at = std::int64_t{status.st_ctim.tv_sec} * 1'000'000'000 + status.st_ctim.tv_nsec;
      found.push_back({each.path().string(), {status.st_ino, at}});
    }
    std::ranges::sort(found);
    return found;
  };
  for (const PartnerId writer : {PartnerId::A, PartnerId::B}) {
    const auto before = changes();
    REQUIRE(before.size() == 3);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    REQUIRE(journal->add(vaultOf(writer), writer, note("mine")).ok());
    const auto after = changes();
    REQUIRE(after.size() == 3);
    for (std::size_t at = 0; at < after.size(); ++at) {
      CHECK(after[at].first == before[at].first);
      CHECK(after[at].second.second > before[at].second.second);
    }
  }
  journal = nullptr;
  journal = desk.open();
  CHECK(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->unlock(PartnerId::B, secret(kSam)).ok());
}

TEST_CASE("A copy elsewhere, or a state that cannot be kept, is no reason to refuse", "[rollback]") {
  Desk desk;
  {
    const auto journal = desk.create();
    REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("x")).ok());
  }
  fs::copy_file(desk.file(), desk.file("copy.footbridge"));
  REQUIRE(desk.open()->add(VaultId::Ours, PartnerId::A, note("y")).ok());
  CHECK(desk.shelf().open(desk.file("copy.footbridge")).ok());
  putBytes(desk.folder() / "plain", "a file where the folder should be");
  FileShelf stateless({kCheap, desk.folder() / "plain", {}});
  for (int opened = 0; opened < 2; ++opened) {
    const auto journal = stateless.open(desk.file());
    REQUIRE(journal.ok());
    CHECK(journal.value()->add(VaultId::Ours, PartnerId::A, note("z")).ok());
  }
}

TEST_CASE("What a power cut left is told from what may not be written, and opened once it is sound", "[file]") {
  Desk desk;
  desk.create().reset();
  const std::string cut = desk.file("cut.footbridge");
  copyCutShort(desk.file(), cut);
  const auto isNotClosed = [](const auto& result) {
    return !result && result.error().kind == ErrorKind::ReadOnly && result.error().detail == kNotClosed;
  };
  const auto journal = desk.open();
  CHECK(isNotClosed(journal->exchange()->mergeFrom(cut, {})));
  CHECK(isNotClosed(FileBackupShelf(desk.backups(), desk.folder() / "state").restore(cut, desk.file("to"))));
  fs::permissions(cut, fs::perms::owner_read);
  CHECK(isNotClosed(desk.shelf().open(cut)));
  CHECK(isNotClosed(summaryOf(cut)));
  fs::permissions(cut, fs::perms::owner_read | fs::perms::owner_write);
  REQUIRE(desk.shelf().open(cut).ok());
  CHECK(journal->exchange()->mergeFrom(cut, {}).ok());
}
