// SPDX-License-Identifier: GPL-3.0-or-later
// Backups of a journal: made, found again, read back, brought back.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>

#include "catch.h"
#include "domain/backups.h"
#include "domain/exchange.h"
#include "somebody.h"
#include "storage/backup_folder.h"
#include "storage/backup_shelf.h"
#include "storage/database.h"
#include "storage/desk.h"
#include "storage/journal_backups.h"
#include "storage/raw_file.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;
namespace fs = std::filesystem;
using std::chrono::days;

namespace {

void write(Journal& journal, const char* text, VaultId vault = VaultId::Ours) {
  REQUIRE(journal.add(vault, PartnerId::A, note(text)).ok());
}

std::vector<std::string> textsIn(const Journal& journal, Reader reader = Reader::OursAlone) {
  std::vector<std::string> texts;
  for (const Entry& entry : journal.entries(reader)) texts.push_back(std::get<Note>(entry.body).text);
  return texts;
}

std::vector<std::string> leavesOf(const fs::path& folder) {
  std::vector<std::string> leaves;
  if (!fs::exists(folder)) return leaves;
  for (const auto& each : fs::directory_iterator(folder)) leaves.push_back(each.path().filename().string());
  std::ranges::sort(leaves);
  return leaves;
}

/// The only file's folder of backups, in that of the only journal.
fs::path folderOf(const Desk& desk) {
  fs::path folder = desk.backups();
  for (int below = 0; below < 2; ++below) {
    REQUIRE(leavesOf(folder).size() == 1);
    folder /= leavesOf(folder).front();
  }
  return folder;
}

std::vector<std::string> backupsIn(const fs::path& folder) {
  std::vector<std::string> leaves = leavesOf(folder);
  std::erase(leaves, "notes.json");
  return leaves;
}

void flip(const std::string& file, std::size_t at) {
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  std::string bytes = bytesIn(file);
  bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
  putBytes(file, bytes);
}

/// What is on the desk is somebody's without the administrator's rights, and so is who runs it.
bool asItsOwner(const Desk& desk, const std::function<bool()>& run) {
  if (geteuid() == 0) REQUIRE(std::system(("chown -R 65534:65534 '" + desk.folder().string() + "'").c_str()) == 0);
  return footbridge::test::asSomebody(run);
}

}  // namespace

TEST_CASE("A backup is equal to the journal, opens with that day's passphrase, and is its owner's alone", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  write(*journal, "kept");
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  write(*journal, "mine", VaultId::A);
  Backups& backups = *journal->backups();
  const auto made = backups.backUpNow();
  REQUIRE(made.ok());
  CHECK(made->made == parseDay("2026-11-23"));
  const auto perms = fs::status(made->file).permissions();
  CHECK(perms == fs::perms::owner_read);
  CHECK(fs::status(folderOf(desk)).permissions() == fs::perms::owner_all);
  CHECK(fs::status(desk.backups()).permissions() == fs::perms::owner_all);

  // The lock is on the live file still, and it can be written to.
  CHECK(kindOf(desk.shelf().open(desk.file())) == ErrorKind::InUse);
  write(*journal, "later");

  REQUIRE(backups.restore(*made, desk.file("back.footbridge")).ok());
  auto back = desk.shelf().open(desk.file("back.footbridge"));
  REQUIRE(back.ok());
  CHECK(textsIn(*back.value()) == std::vector<std::string>{"kept"});
  REQUIRE(back.value()->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(textsIn(*back.value(), Reader::A) == std::vector<std::string>{"mine", "kept"});
  CHECK(fs::status(desk.file("back.footbridge")).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("The status tells days and the folder, and needs neither key nor journal", "[backup]") {
  Desk desk;
  auto journal = desk.create();
  BackupStatus status = journal->backups()->status();
  CHECK(status.kept.empty());
  CHECK_FALSE(status.lastGood);
  CHECK_FALSE(status.lastDrill);
  CHECK_FALSE(status.problem);
  CHECK_FALSE(fs::exists(desk.backups()));

  REQUIRE(journal->backups()->backUpNow().ok());
  desk.wait(days(3));
  write(*journal, "more");
  REQUIRE(journal->backups()->backUpNow().ok());
  REQUIRE(journal->backups()->drill().ok());
  status = journal->backups()->status();
  REQUIRE(status.kept.size() == 2);
  CHECK(status.kept.front().made == parseDay("2026-11-26"));
  CHECK(status.kept.back().made == parseDay("2026-11-23"));
  CHECK(status.lastGood == parseDay("2026-11-26"));
  CHECK(status.lastDrill == parseDay("2026-11-26"));
  CHECK(fs::path(status.kept.front().file).parent_path() == status.folder);
  journal.reset();

  const auto summary = summaryOf(desk.file(), desk.backups());
  REQUIRE(summary.ok());
  CHECK(summary->backups.lastGood == status.lastGood);
  CHECK(summary->backups.kept == status.kept);

  fs::remove(desk.file());
  const auto lost = FileBackupShelf(desk.backups(), desk.folder() / "state").backedUp();
  REQUIRE(lost.size() == 1);
  CHECK(lost.front().journal == desk.file());
  CHECK(lost.front().status.kept == status.kept);
  REQUIRE(lost.front().partners.size() == 2);
  CHECK(lost.front().partners[1].name.text() == "Sam");
}

TEST_CASE("A day has one backup and one number, however often it is used", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  for (int i = 0; i < 5; ++i) {
    write(*journal, "more");
    REQUIRE(journal->backups()->backUpNow().ok());
  }
  CHECK(backupsIn(folderOf(desk)).size() == 1);
  CHECK(backupsIn(folderOf(desk)).front().starts_with("2026-11-23-0001-"));
  desk.wait(days(1));
  REQUIRE(journal->backups()->backUpNow().ok());
  CHECK(backupsIn(folderOf(desk)).back().starts_with("2026-11-24-0002-"));
}

TEST_CASE("A backup of a day on which the clock was put back is the newest all the same", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  const auto before = journal->backups()->backUpNow();
  REQUIRE(before.ok());
  const auto late = fs::file_time_type::clock::now() + std::chrono::hours(12);
  fs::last_write_time(before->file, late);
  write(*journal, "more");
  const auto made = journal->backups()->backUpNow();
  REQUIRE(made.ok());
  CHECK(fs::exists(made->file));
  CHECK_FALSE(fs::exists(before->file));
}

TEST_CASE("After use there is one of today; then only where something changed", "[backup]") {
  Desk desk;
  auto journal = desk.create();
  const auto newest = [&] { return journal->backups()->status().kept.front().file; };
  REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());
  const std::string first = newest();
  REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());
  CHECK(newest() == first);
  write(*journal, "more");
  REQUIRE(journal->backups()->keepUp(BackupPace::OnceADay).ok());
  CHECK(newest() == first);
  REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());
  const std::string second = newest();
  CHECK(second != first);
  REQUIRE(journal->putDraft(VaultId::Ours, "page", "half a line").ok());
  REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());
  CHECK(newest() != second);

  // Read on another day, and nothing written: the date tells of use, and not of writing.
  desk.wait(days(1));
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->backups()->keepUp(BackupPace::OnceADay).ok());
  CHECK(journal->backups()->status().lastGood == parseDay("2026-11-24"));

  // The notes are lost: one more is made, and nothing is missed.
  fs::remove(folderOf(desk) / "notes.json");
  REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());
  CHECK(journal->backups()->status().kept.size() == 2);
  const std::string after = newest();
  REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());
  CHECK(newest() == after);
}

TEST_CASE("A journal that nobody has open is kept up without a key, and one that is open is left alone", "[backup]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  write(*journal, "only Alex knows", VaultId::A);
  const FileBackupShelf shelf(desk.backups(), desk.folder() / "state");
  const auto tomorrow = [] {
    return Moment(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(12));
  };
  CHECK(kindOf(shelf.keepUp(desk.file(), tomorrow)) == ErrorKind::InUse);
  journal = nullptr;
  REQUIRE(shelf.keepUp(desk.file(), tomorrow).ok());
  desk.wait(days(1));
  journal = desk.open();
  CHECK(journal->backups()->status().lastGood == parseDay("2026-11-24"));
  const std::string newest = journal->backups()->status().kept.front().file;
  REQUIRE(journal->backups()->keepUp(BackupPace::AfterUse).ok());  // it had all there is
  CHECK(journal->backups()->status().kept.front().file == newest);
}

TEST_CASE("A backup is made before everything is sealed anew", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  write(*journal, "before");
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  const auto status = journal->backups()->status();
  REQUIRE(status.kept.size() == 1);
  REQUIRE(journal->backups()->restore(status.kept.front(), desk.file("old.footbridge")).ok());
  auto old = desk.shelf().open(desk.file("old.footbridge"));
  REQUIRE(old.ok());
  CHECK(old.value()->door(VaultId::A) == DoorState::Open);
  CHECK(textsIn(*old.value()) == std::vector<std::string>{"before"});

  // Which is why the older ones are offered for removal: nothing from before is left then.
  const auto fresh = journal->backups()->backUpNow();
  REQUIRE(fresh.ok());
  REQUIRE(journal->backups()->removeOlderThan(*fresh).ok());
  CHECK(journal->backups()->status().kept.size() == 1);
  REQUIRE(journal->backups()->restore(*fresh, desk.file("new.footbridge")).ok());
  auto opened = desk.shelf().open(desk.file("new.footbridge"));
  REQUIRE(opened.ok());
  CHECK(opened.value()->door(VaultId::A) == DoorState::Locked);
}

TEST_CASE("A backup is made before an export is taken in, and before a copy is joined", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  write(*journal, "before");
  {
    fs::copy_file(desk.file(), desk.file("copy.footbridge"));
    const auto copy = desk.shelf().open(desk.file("copy.footbridge"));
    REQUIRE(copy.ok());
    write(**copy, "from the copy");
    REQUIRE((*copy)->exchange()->exportTo(desk.file("out.json"), {}).ok());
  }
  REQUIRE(journal->backups()->status().kept.empty());
  if (GENERATE(true, false)) {
    REQUIRE(journal->exchange()->importFrom(desk.file("out.json"), Reader::OursAlone).ok());
  } else {
    REQUIRE(journal->exchange()->mergeFrom(desk.file("copy.footbridge"), {}).ok());
  }
  CHECK(textsIn(*journal).size() == 2);
  const auto status = journal->backups()->status();
  REQUIRE(status.kept.size() == 1);
  REQUIRE(journal->backups()->restore(status.kept.front(), desk.file("old.footbridge")).ok());
  const auto old = desk.shelf().open(desk.file("old.footbridge"));
  REQUIRE(old.ok());
  CHECK(textsIn(**old) == std::vector<std::string>{"before"});
}

TEST_CASE("A weak passphrase, or a folder that takes no backup, is no reason for surprises", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  CHECK(kindOf(journal->protect(PartnerId::A, secret("password"))) == ErrorKind::WeakPassphrase);
  CHECK_FALSE(fs::exists(desk.backups()));
  putBytes(desk.backups(), "a file where the folder should be");
  CHECK(kindOf(journal->backups()->backUpNow()) == ErrorKind::DiskFailed);
  CHECK(kindOf(journal->backups()->keepUp(BackupPace::AfterUse)) == ErrorKind::DiskFailed);
  CHECK(journal->protect(PartnerId::A, secret(kAlex)).ok());
  write(*journal, "goes on");
}

TEST_CASE("Restoring never overwrites, and takes nothing that is not sound", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  write(*journal, "kept");
  const Backup made = journal->backups()->backUpNow().value();
  Backups& backups = *journal->backups();

  CHECK(kindOf(backups.restore(made, desk.file())) == ErrorKind::AlreadyExists);
  putBytes(desk.file("taken"), "mine");
  CHECK(kindOf(backups.restore(made, desk.file("taken"))) == ErrorKind::AlreadyExists);
  CHECK(bytesIn(desk.file("taken")) == "mine");
  fs::create_symlink(desk.file("nowhere"), desk.file("link"));
  CHECK(kindOf(backups.restore(made, desk.file("link"))) == ErrorKind::AlreadyExists);
  putBytes(desk.file("left-journal"), "of an earlier file");
  CHECK(kindOf(backups.restore(made, desk.file("left"))) == ErrorKind::AlreadyExists);
  CHECK(kindOf(backups.restore(made, desk.file("no/such/folder"))) == ErrorKind::NotFound);
  CHECK(kindOf(backups.restore({desk.file(), made.made}, desk.file("x"))) == ErrorKind::NotFound);
  CHECK(kindOf(backups.restore({made.file + "x", made.made}, desk.file("x"))) == ErrorKind::NotFound);

  FileBackupShelf shelf(desk.backups(), desk.folder() / "state");
  CHECK(kindOf(shelf.restore(desk.file(), desk.file("x"))) == ErrorKind::InUse);  // the live file
  CHECK(kindOf(desk.shelf().open(desk.file())) == ErrorKind::InUse);              // and its lock is held still
  CHECK(kindOf(shelf.restore(desk.file("taken"), desk.file("x"))) == ErrorKind::NotAJournal);
  CHECK(kindOf(shelf.restore(desk.file("absent"), desk.file("x"))) == ErrorKind::NotFound);

  flip(made.file, 5000);
  const auto damaged = backups.restore(made, desk.file("x"));
  CHECK(kindOf(damaged) == ErrorKind::Damaged);
  CHECK(damaged.error().place == "backup");
  CHECK(damaged.error().subject == made.file);
  CHECK_FALSE(fs::exists(desk.file("x")));
  for (const std::string& leaf : leavesOf(desk.folder())) CHECK(leaf.find(".new") == std::string::npos);
}

TEST_CASE("After a restore the counters begin anew for that file", "[backup]") {
  Desk desk;
  auto journal = desk.create();
  write(*journal, "early");
  const Backup made = journal->backups()->backUpNow().value();
  write(*journal, "late");
  journal.reset();
  fs::rename(desk.file(), desk.file("aside.footbridge"));
  REQUIRE(FileBackupShelf(desk.backups(), desk.folder() / "state").restore(made.file, desk.file()).ok());
  journal = desk.open();  // not RolledBack
  CHECK(textsIn(*journal) == std::vector<std::string>{"early"});
}

TEST_CASE("All over a backup, its bytes are held against its hash, with or without the notes", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  write(*journal, "kept");
  const Backup made = journal->backups()->backUpNow().value();
  fs::remove(folderOf(desk) / "notes.json");
  const BackupFolder folder(folderOf(desk));
  const BackupName name = folder.names().front();
  REQUIRE(folder.check(name).ok());
  fs::permissions(made.file, fs::perms::owner_write, fs::perm_options::add);
  const int file = open(made.file.c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(file >= 0);
  const std::string whole = bytesIn(made.file);
  std::size_t missed = 0;
  for (std::size_t at = 0; at < whole.size(); at += 13) {
    const char other = static_cast<char>(whole[at] ^ static_cast<char>(1 << (at % 8)));
    REQUIRE(pwrite(file, &other, 1, static_cast<off_t>(at)) == 1);
    const auto checked = folder.check(name);
    if (checked || checked.error().kind != ErrorKind::Damaged) ++missed;
    REQUIRE(pwrite(file, &whole[at], 1, static_cast<off_t>(at)) == 1);
  }
  close(file);
  INFO(whole.size() << " bytes");
  CHECK(missed == 0);
  CHECK(folder.check(name).ok());
  putBytes(made.file, whole + '\0');
  CHECK(kindOf(folder.check(name)) == ErrorKind::Damaged);
  putBytes(made.file, whole.substr(0, whole.size() - 1));
  CHECK(kindOf(folder.check(name)) == ErrorKind::Damaged);
}

TEST_CASE("Names of backups are read as they are written, and no other way", "[backup]") {
  const std::string good = "2026-11-23-0042-00112233445566778899aabbccddeeff.footbridge";
  const auto name = BackupName::from(good);
  REQUIRE(name);
  CHECK(name->made == parseDay("2026-11-23"));
  CHECK(name->number == 42);
  CHECK(name->text() == good);
  for (const char* bad :
       {"", ".footbridge", "2026-11-23-0042-00112233445566778899aabbccddeef.footbridge",
        "2026-11-23-42-00112233445566778899aabbccddeeff.footbridge",
        "2026-11-31-0042-00112233445566778899aabbccddeeff.footbridge",
        "2026-11-23-0042-00112233445566778899AABBCCDDEEFF.footbridge",
        "2026-11-23-0042-00112233445566778899aabbccddeeff.footbridge-journal",
        "2026-11-23--0042-00112233445566778899aabbccddeeff.footbridge",
        "2026-11-23-99999999999-00112233445566778899aabbccddeeff.footbridge", "notes.json", ".making-1"}) {
    INFO(bad);
    CHECK_FALSE(BackupName::from(bad));
  }
}

TEST_CASE("Once a month the newest is read back; a failure is told, and another is made at once", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  Backups& backups = *journal->backups();
  CHECK(kindOf(backups.drill()) == ErrorKind::NotFound);
  REQUIRE(backups.keepUp(BackupPace::AfterUse).ok());
  CHECK_FALSE(backups.status().lastDrill);
  REQUIRE(backups.keepUp(BackupPace::AfterUse).ok());
  CHECK(backups.status().lastDrill == parseDay("2026-11-23"));
  desk.wait(days(29));
  REQUIRE(backups.keepUp(BackupPace::AfterUse).ok());
  CHECK(backups.status().lastDrill == parseDay("2026-11-23"));
  const std::string spoiled = backups.status().kept.front().file;
  flip(spoiled, 100);

  desk.wait(days(1));
  const auto told = backups.keepUp(BackupPace::OnceADay);
  CHECK(kindOf(told) == ErrorKind::Damaged);
  CHECK(told.error().subject == spoiled);
  BackupStatus status = backups.status();
  CHECK(status.lastDrill == parseDay("2026-11-23"));
  CHECK(status.drillProblem);
  CHECK_FALSE(status.problem);
  CHECK(status.kept.front().file != spoiled);
  CHECK(status.lastGood == parseDay("2026-12-23"));
  const auto bad = std::ranges::find(status.kept, spoiled, &Backup::file);
  REQUIRE(bad != status.kept.end());
  CHECK(bad->damaged);

  REQUIRE(backups.keepUp(BackupPace::AfterUse).ok());
  status = backups.status();
  CHECK(status.lastDrill == parseDay("2026-12-23"));
  CHECK_FALSE(status.drillProblem);
  REQUIRE(backups.remove(*std::ranges::find(status.kept, spoiled, &Backup::file)).ok());
  CHECK_FALSE(fs::exists(spoiled));
  desk.wait(days(-300));  // a clock set back does not put the next one off
  REQUIRE(backups.keepUp(BackupPace::AfterUse).ok());
  CHECK(backups.status().lastDrill == parseDay("2026-02-26"));
}

TEST_CASE("A backup that holds other content under a right hash fails the drill", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  write(*journal, "kept");
  const Backup made = journal->backups()->backUpNow().value();
  const BackupFolder folder(folderOf(desk));
  const BackupName name = folder.names().front();
  fs::copy_file(made.file, desk.file("forged"));
  fs::permissions(desk.file("forged"), fs::perms::owner_write, fs::perm_options::add);
  RawFile(desk.file("forged")).run("DELETE FROM rec");
  const auto forged = folder.placeBeside(name, desk.file("forged"));
  REQUIRE(forged.ok());
  REQUIRE(folder.remove({name}).ok());
  // By its name it is the newest, and its hash fits; what it holds is not what was noted when it was made.
  std::string notes = bytesIn(folder.path() / "notes.json");
  notes.replace(notes.find(name.text()), name.text().size(), forged->text());
  putBytes(folder.path() / "notes.json", notes);
  CHECK(kindOf(journal->backups()->drill()) == ErrorKind::Damaged);
}

TEST_CASE("With the older backups goes what was left of one in the making, and not one that is being made",
          "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  write(*journal, "kept");
  const Backup made = journal->backups()->backUpNow().value();
  const BackupFolder folder(folderOf(desk));
  const fs::path left = folder.path() / ".making-1";
  fs::copy_file(made.file, left);
  fs::permissions(left, fs::perms::owner_write, fs::perm_options::add);
  write(*journal, "and more");
  desk.wait(days(1));  // so that nothing makes room for the next by itself
  {
    const auto maker = Database::open(left, Access::ReadWrite);
    REQUIRE(maker.ok());
    CHECK(kindOf(keepOnlyANewOne(*journal->backups())) == ErrorKind::InUse);
    CHECK(fs::exists(left));
    CHECK(folder.names().size() == 1);  // the older ones went all the same
  }
  REQUIRE(keepOnlyANewOne(*journal->backups()).ok());
  CHECK_FALSE(fs::exists(left));
  CHECK(folder.names().size() == 1);
}

TEST_CASE("Folders and files of any name are copied to, and never taken for an address", "[backup]") {
  for (const char* strange : {"file:x?mode=memory", "a?b%20c#d", "%41", "it's \"here\"", ":memory:", "ünï çødé\n\t"}) {
    INFO(strange);
    Desk desk;
    const fs::path folder = desk.folder() / strange;
    fs::create_directory(folder);
    FileShelf shelf({kCheap, desk.folder() / "state", {}, folder / "backups"});
    const std::string file = (folder / (std::string(strange) + ".footbridge")).string();
    auto journal = shelf.createSealed(file, name("A"), name("B"));
    REQUIRE(journal.ok());
    write(*journal.value(), "kept");
    const auto made = journal.value()->backups()->backUpNow();
    REQUIRE(made.ok());
    const std::string back = (folder / (std::string(strange) + "2")).string();
    REQUIRE(journal.value()->backups()->restore(*made, back).ok());
    CHECK(textsIn(*shelf.open(back).value()) == std::vector<std::string>{"kept"});
    journal = Error{};
    CHECK(leavesOf(folder).size() == 3);  // the journal, the one brought back, and the backups
    CHECK(copyJournal(file, (folder / strange / "no").string(), {}).error().kind == ErrorKind::NotFound);
    CHECK(copyJournal(file, (folder / ("copy " + std::string(strange))).string(), {}).ok());
  }
}

TEST_CASE("A folder that cannot be written to, or is gone, is told; the journal goes on", "[backup][disk]") {
  Desk desk;
  desk.create().reset();
  const bool said = asItsOwner(desk, [&desk] {
    auto journal = desk.shelf().openSealed(desk.file());
    if (!journal) return false;
    Backups& backups = *journal.value()->backups();
    if (!backups.backUpNow()) return false;
    const fs::path folder = backups.status().folder;
    const auto before = leavesOf(folder);
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
    const auto refused = backups.backUpNow();
    const bool kept = leavesOf(folder) == before;
    fs::permissions(folder, fs::perms::owner_all);
    if (refused || refused.error().kind != ErrorKind::DiskFailed || refused.error().number != EACCES || !kept)
      return false;
    fs::remove_all(desk.backups());
    if (!backups.status().kept.empty()) return false;
    return backups.backUpNow().ok() && journal.value()->add(VaultId::Ours, PartnerId::A, note("on")).ok();
  });
  CHECK(said);
}

TEST_CASE("What an ended program left half made is cleared away, what another is making is not", "[backup]") {
  Desk desk;
  const auto journal = desk.create();
  REQUIRE(journal->backups()->backUpNow().ok());
  const fs::path folder = folderOf(desk);
  putBytes(folder / ".making-1", "half");
  putBytes(folder / ".making-2", "half");
  putBytes(folder / "a note of mine", "x");
  fs::last_write_time(folder / ".making-1", fs::file_time_type::clock::now() - std::chrono::hours(2));
  write(*journal, "more");
  REQUIRE(journal->backups()->backUpNow().ok());
  CHECK_FALSE(fs::exists(folder / ".making-1"));
  CHECK(fs::exists(folder / ".making-2"));
  CHECK(fs::exists(folder / "a note of mine"));
}

TEST_CASE("A backup opened by hand is looked at, and not changed", "[backup]") {
  Desk desk;
  auto journal = desk.create();
  write(*journal, "kept");
  const Backup made = journal->backups()->backUpNow().value();
  journal.reset();
  const std::string before = bytesIn(made.file);
  {
    auto opened = desk.shelf().open(made.file);
    REQUIRE(opened.ok());
    CHECK(opened.value()->readOnly());
    CHECK(kindOf(opened.value()->add(VaultId::Ours, PartnerId::A, note("no"))) == ErrorKind::ReadOnly);
  }
  CHECK(bytesIn(made.file) == before);
}

TEST_CASE("A journal in memory keeps no backups", "[backup]") {
  Desk desk;
  auto journal = desk.shelf().createInMemory(name("A"), name("B"));
  REQUIRE(journal.ok());
  CHECK(journal.value()->backups() == nullptr);
}

TEST_CASE("Backups are kept where a symbolic link leads to their folder", "[backup]") {
  Desk desk;
  fs::path backups = desk.folder() / "home" / "backups";
  fs::create_directory(desk.folder() / "real");
  SECTION("in the path") {
    fs::create_directory_symlink(desk.folder() / "real", desk.folder() / "home");
  }
  SECTION("at its end") {
    fs::create_directory(desk.folder() / "home");
    fs::create_directory_symlink(desk.folder() / "real", backups);
  }
  FileShelf shelf({kCheap, desk.folder() / "state", [] { return Moment{}; }, backups});
  FileBackupShelf backupShelf(backups, desk.folder() / "state");
  auto journal = std::move(shelf.createSealed(desk.file(), name("Alex"), name("Sam"))).value();
  protectBoth(*journal);
  REQUIRE(journal->backups()->backUpNow().ok());
  CHECK(journal->backups()->drill().ok());
  REQUIRE(backupShelf.backedUp().size() == 1);
  const Backup made = backupShelf.backedUp().front().status.kept.front();
  CHECK(backupShelf.backedUp().front().partners.size() == 2);
  CHECK(journal->backups()->restore(made, desk.file("one.footbridge")).ok());
  CHECK(backupShelf.restore(made.file, desk.file("two.footbridge")).ok());
  CHECK(journal->erase(PartnerId::A).ok());
  journal.reset();
  CHECK(backupShelf.backupsOf(desk.file()));
  const auto summary = summaryOf(desk.file(), backups);
  REQUIRE(summary.ok());
  CHECK(summary->backups.kept.size() == 1);
}
