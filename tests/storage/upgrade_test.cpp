// SPDX-License-Identifier: GPL-3.0-or-later
// From one format to the next: on a copy, whole or not at all. There is only one format so far, so the next one is
// this test's own.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.h"
#include "storage/backup_folder.h"
#include "storage/desk.h"
#include "storage/raw_file.h"
#include "storage/upgrading.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;
namespace fs = std::filesystem;

namespace {

constexpr UpgradePoint kLast = UpgradePoint::Replaced;

/// The shipped steps and one more.
class Steps {
 public:
  explicit Steps(const char* next) {
    const MigrationSteps shipped = shippedSteps();
    m_steps.assign(shipped.begin(), shipped.end());
    m_steps.push_back(next);
  }
  [[nodiscard]] UpgradeOptions options() const { return {MigrationSteps(m_steps), {}}; }

 private:
  std::vector<const char*> m_steps;
};

const char* const kNext =
    "CREATE TABLE place (id INTEGER PRIMARY KEY, box BLOB NOT NULL) STRICT;"
    "ALTER TABLE partner ADD COLUMN greeting TEXT;";

std::int64_t nextFormat() {
  return currentFormat() + 1;
}

std::string journalIn(Desk& desk) {
  const auto journal = desk.create();
  for (int i = 0; i < 30; ++i) REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("kept")).ok());
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->add(VaultId::B, PartnerId::B, note("mine")).ok());
  return desk.file();
}

std::vector<std::string> boxesIn(const std::string& file) {
  return RawFile(file).column("SELECT box FROM rec ORDER BY id");
}

std::vector<std::string> besides(const Desk& desk) {
  std::vector<std::string> leaves;
  for (const auto& each : fs::directory_iterator(desk.folder())) {
    const std::string leaf = each.path().filename().string();
    if (leaf != "us.footbridge" && leaf != "state" && leaf != "backups") leaves.push_back(leaf);
  }
  return leaves;
}

/// The file is whole in the format before, and opens with all that was in it.
void checkOld(Desk& desk) {
  const auto journal = desk.open();
  CHECK(journal->entries(Reader::OursAlone).size() == 30);
  REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
  CHECK(journal->entries(Reader::B).size() == 31);
  CHECK(journal->verify().sound());
}

/// The file is whole in the next format, with everything sealed as it was.
void checkNew(Desk& desk, const std::vector<std::string>& boxes) {
  const bool sameBoxes = boxesIn(desk.file()) == boxes;
  CHECK(sameBoxes);
  CHECK(RawFile(desk.file()).column("PRAGMA integrity_check").front() == "ok");
  CHECK(RawFile(desk.file()).column("SELECT name FROM partner WHERE greeting IS NULL").size() == 2);
  const auto refused = desk.shelf().open(desk.file());
  CHECK(kindOf(refused) == ErrorKind::NewerFormat);
  CHECK(refused.error().number == nextFormat());
}

}  // namespace

TEST_CASE("An upgrade leaves everything sealed as it was, a backup of before, and nothing beside it", "[upgrade]") {
  Desk desk;
  const std::string file = journalIn(desk);
  const auto boxes = boxesIn(file);
  const auto backupsBefore = desk.open()->backups()->status().kept.size();
  fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
  const Steps steps(kNext);
  REQUIRE(upgradeJournalFile(file, desk.backups(), steps.options()).ok());
  checkNew(desk, boxes);
  CHECK(besides(desk).empty());
  CHECK((fs::status(file).permissions() & fs::perms::group_read) != fs::perms::none);

  const auto journalFolder = fs::directory_iterator(desk.backups())->path();
  const auto folder = BackupFolder(fs::directory_iterator(journalFolder)->path());
  CHECK(folder.names().size() == backupsBefore + 1);
  fs::remove(file);
  fs::copy_file(folder.fileOf(folder.names().front()), file);
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  fs::remove_all(desk.folder() / "state");
  checkOld(desk);
}

TEST_CASE("A kill at any point of an upgrade leaves the old file or the new one, whole", "[upgrade][crash]") {
  const Steps steps(kNext);
  for (int point = 0; point <= static_cast<int>(kLast); ++point) {
    INFO("killed at point " << point);
    Desk desk;
    const auto boxes = boxesIn(journalIn(desk));
    const pid_t child = fork();
    if (child == 0) {
      UpgradeOptions options = steps.options();
      options.passed = [point](UpgradePoint passed) {
        if (static_cast<int>(passed) == point) kill(getpid(), SIGKILL);
      };
      static_cast<void>(upgradeJournalFile(desk.file(), desk.backups(), options).ok());
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    if (point == static_cast<int>(kLast)) {
      checkNew(desk, boxes);
    } else {
      checkOld(desk);
      REQUIRE(upgradeJournalFile(desk.file(), desk.backups(), steps.options()).ok());  // over what the first left
      checkNew(desk, boxes);
    }
    CHECK(besides(desk).empty());
  }
}

TEST_CASE("A step that fails, or that changes what is sealed, leaves the file as it was", "[upgrade]") {
  for (const char* bad : {"CREATE TABLE rec (x)", "no sql", "DELETE FROM rec WHERE id = (SELECT min(id) FROM rec)",
                          "UPDATE head SET box = zeroblob(length(box))", "UPDATE rec SET vault = 3",
                          "UPDATE meta SET format = 2", "DROP TABLE draft"}) {
    INFO(bad);
    Desk desk;
    const std::string file = journalIn(desk);
    const std::string before = bytesIn(file);
    const Steps steps(bad);
    CHECK(kindOf(upgradeJournalFile(file, {}, steps.options())) == ErrorKind::Damaged);
    const bool same = bytesIn(file) == before;
    CHECK(same);
    CHECK(besides(desk).empty());
    checkOld(desk);
  }
}

TEST_CASE("An upgrade is refused where it cannot be safe", "[upgrade]") {
  const Steps steps(kNext);
  Desk desk;
  const std::string file = journalIn(desk);
  {
    const auto holder = desk.open();
    CHECK(kindOf(upgradeJournalFile(file, desk.backups(), steps.options())) == ErrorKind::InUse);
  }
  putBytes(desk.folder() / "blocked", "a file where the folder should be");
  CHECK(kindOf(upgradeJournalFile(file, desk.folder() / "blocked", steps.options())) == ErrorKind::DiskFailed);
  fs::permissions(file, fs::perms::owner_read);
  CHECK(kindOf(upgradeJournalFile(file, {}, steps.options())) == ErrorKind::ReadOnly);
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  checkOld(desk);
  fs::remove(desk.folder() / "blocked");
  RawFile(file).run("CREATE TABLE more (x)");
  CHECK(kindOf(upgradeJournalFile(file, {}, steps.options())) == ErrorKind::Damaged);
  CHECK(besides(desk).empty());
}
