// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "catch.h"
#include "somebody.h"
#include "storage/desk.h"
#include "storage/raw_file.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;
namespace fs = std::filesystem;

namespace {

/// A small disk in memory over a folder, or the folder itself made read only. Not everywhere is mounting allowed.
class Mount {
 public:
  Mount(fs::path at, const char* size) : m_at(std::move(at)) {
    fs::create_directories(m_at);
    m_done = mount("tmpfs", m_at.c_str(), "tmpfs", 0, (std::string("size=") + size).c_str()) == 0;
  }
  explicit Mount(fs::path readOnly) : m_at(std::move(readOnly)) {
    m_done = mount(m_at.c_str(), m_at.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
             mount(nullptr, m_at.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  }
  Mount(const Mount&) = delete;
  Mount& operator=(const Mount&) = delete;
  ~Mount() {
    if (m_done) umount2(m_at.c_str(), MNT_DETACH);
  }
  [[nodiscard]] bool done() const {
    if (!m_done) WARN("this system lets nobody mount here; not tried");
    return m_done;
  }

 private:
  fs::path m_at;
  bool m_done = false;
};

constexpr auto kAllWrite = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;

std::size_t entriesIn(const SealedJournal& journal) {
  return journal.entries(Reader::A).size();
}

bool cannotCreateIn(Desk& desk, const char* leaf) {
  const auto refused = desk.shelf().create(desk.file(leaf), name("Alex"), name("Sam"));
  return kindOf(refused) == ErrorKind::DiskFailed && refused.error().detail == kCreate;
}

/// Notes until one is refused; how many were taken, and what was said.
std::pair<std::size_t, Error> fillUp(SealedJournal& journal) {
  for (std::size_t taken = 0; taken < 10'000; ++taken) {
    const auto added = journal.add(VaultId::Ours, PartnerId::A, note(std::string(3000, 'x')));
    if (!added) return {taken, added.error()};
  }
  return {0, {}};
}

}  // namespace

TEST_CASE("A full disk keeps what was saved, says so, and takes more when there is room", "[disk]") {
  Desk desk;
  const Mount small(desk.folder() / "small", "256k");
  if (!small.done()) return;
  const std::string file = desk.file("small/us.footbridge");
  const std::string ballast = desk.file("small/ballast");
  auto journal = desk.shelf().createSealed(file, name("Alex"), name("Sam"));
  REQUIRE(journal.ok());
  putBytes(ballast, std::string(60'000, 'b'));
  const auto [taken, said] = fillUp(*journal.value());
  CHECK(taken > 5);
  CHECK(said.kind == ErrorKind::DiskFull);
  CHECK(entriesIn(*journal.value()) == taken);
  // The draft of the moment of locking is refused as well, and costs nothing.
  CHECK(kindOf(journal.value()->putDraft(VaultId::A, "note", std::string(9000, 'd'))) == ErrorKind::DiskFull);
  CHECK(journal.value()->verify().sound());
  fs::remove(ballast);
  CHECK(journal.value()->putDraft(VaultId::A, "note", "half a line").ok());
  CHECK(journal.value()->add(VaultId::Ours, PartnerId::A, note("there is room again")).ok());
  journal.value().reset();
  journal = desk.shelf().openSealed(file);
  REQUIRE(journal.ok());
  CHECK(entriesIn(*journal.value()) == taken + 1);
  CHECK(journal.value()->findDraft(VaultId::A, "note") == "half a line");
}

TEST_CASE("A disk that is full when the program goes leaves a sound journal", "[disk]") {
  Desk desk;
  const Mount small(desk.folder() / "small", "256k");
  if (!small.done()) return;
  const std::string file = desk.file("small/us.footbridge");
  auto journal = desk.shelf().createSealed(file, name("Alex"), name("Sam"));
  REQUIRE(journal.ok());
  constexpr std::size_t kSittings = 60;
  for (std::size_t i = 0; i < kSittings; ++i)
    REQUIRE(journal.value()->begin(VaultId::A, begun(SittingMode::OwnLook)).ok());
  const std::size_t taken = kSittings + fillUp(*journal.value()).first;
  journal.value().reset();
  // It opens again without any room, and even a new passphrase changes all or nothing.
  journal = desk.shelf().openSealed(file);
  REQUIRE(journal.ok());
  CHECK(entriesIn(*journal.value()) == taken);
  const auto refused = journal.value()->protect(PartnerId::A, secret(kAlex));
  CHECK(kindOf(refused) == ErrorKind::DiskFull);
  CHECK(journal.value()->door(VaultId::A) == DoorState::Open);
  CHECK(journal.value()->verify().sound());
}

TEST_CASE("A backup that finds no room is refused, leaves nothing behind, and comes when there is room",
          "[disk][backup]") {
  Desk desk;
  const Mount small(desk.backups(), "192k");
  if (!small.done()) return;
  const auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note(std::string(60'000, 'x'))).ok());
  const std::string ballast = (desk.backups() / "ballast").string();
  putBytes(ballast, std::string(120'000, 'b'));
  CHECK(kindOf(journal->backups()->backUpNow()) == ErrorKind::DiskFull);
  for (const auto& each : fs::recursive_directory_iterator(desk.backups()))
    CHECK((each.is_directory() || each.path() == ballast || each.path().filename() == "notes.json"));
  CHECK(journal->backups()->status().kept.empty());
  CHECK(journal->verify().sound());
  fs::remove(ballast);
  CHECK(journal->backups()->backUpNow().ok());
  CHECK(journal->backups()->drill().ok());
}

TEST_CASE("A change of keys that could not be noted calls nobody's copy older", "[disk][rollback]") {
  Desk desk;
  const fs::path seen = desk.folder() / "state";
  const Mount small(seen, "16k");
  if (!small.done()) return;
  auto journal = desk.create();
  protectBoth(*journal);
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("kept")).ok());
  REQUIRE_FALSE(fs::is_empty(seen));
  std::optional<Mount> fixed;
  SECTION("since the disk is full") {
    std::ofstream(seen / "ballast") << std::string(100'000, 'b');
  }
  SECTION("since it is read only") {
    fixed.emplace(seen);
    if (!fixed->done()) return;
  }
  REQUIRE(journal->protect(PartnerId::A, secret(kOther)).ok());
  journal.reset();
  journal = desk.open();
  CHECK(journal->unlock(PartnerId::A, secret(kOther)).ok());
  CHECK(journal->unlock(PartnerId::B, secret(kSam)).ok());
  for (const auto& each : fs::directory_iterator(seen)) CHECK(each.path().extension() != ".new");
}

TEST_CASE("No journal is begun on a full disk", "[disk]") {
  Desk desk;
  const Mount small(desk.folder() / "small", "16k");
  if (!small.done()) return;
  const auto refused = desk.shelf().create(desk.file("small/us.footbridge"), name("Alex"), name("Sam"));
  CHECK(kindOf(refused) == ErrorKind::DiskFull);
  CHECK(fs::is_empty(desk.folder() / "small"));
}

TEST_CASE("On a disk that is read only a journal can be looked at, which is known from the start", "[disk]") {
  Desk desk;
  fs::create_directories(desk.folder() / "there");
  const std::string file = desk.file("there/us.footbridge");
  REQUIRE(desk.shelf().createSealed(file, name("Alex"), name("Sam")).ok());
  const Mount fixed(desk.folder() / "there");
  if (!fixed.done()) return;
  const auto journal = desk.shelf().openSealed(file);
  REQUIRE(journal.ok());
  CHECK(journal.value()->readOnly());
  CHECK(kindOf(journal.value()->add(VaultId::Ours, PartnerId::A, note("x"))) == ErrorKind::ReadOnly);
  CHECK(cannotCreateIn(desk, "there/new.footbridge"));
}

TEST_CASE("A folder that cannot be written is noticed at opening, not at the first save", "[disk]") {
  Desk desk;
  desk.create().reset();
  fs::permissions(desk.file(), fs::perms::all);
  fs::permissions(desk.folder(), fs::perms::all);
  fs::permissions(desk.folder(), kAllWrite, fs::perm_options::remove);
  const std::string before = bytesIn(desk.file());
  CHECK(footbridge::test::asSomebody([&desk] {
    const auto journal = desk.shelf().openSealed(desk.file());
    return journal.ok() && journal.value()->readOnly() &&
           kindOf(journal.value()->add(VaultId::Ours, PartnerId::A, note("x"))) == ErrorKind::ReadOnly &&
           cannotCreateIn(desk, "new.footbridge");
  }));
  fs::permissions(desk.folder(), fs::perms::owner_all);
  CHECK(bytesIn(desk.file()) == before);
}

TEST_CASE("A file that may not be read at all is not called damaged", "[disk]") {
  Desk desk;
  desk.create().reset();
  fs::permissions(desk.folder(), fs::perms::all);
  CHECK(footbridge::test::asSomebody(
      [&desk] { return kindOf(desk.shelf().openSealed(desk.file())) == ErrorKind::DiskFailed; }));
}

TEST_CASE("A journal that another program writes over while it is open takes no more words, and leaves that file whole",
          "[disk]") {
  struct Deed {
    const char* what;
    std::function<void(Desk&)> make;
  };
  // As `cp` and a synced folder do it: the same file by its number, with what another copy went on with.
  const std::vector<Deed> deeds{{"by a newer copy",
                                 [](Desk& desk) {
                                   {
                                     const auto newer = desk.shelf().openSealed(desk.file("copy"));
                                     REQUIRE(newer.ok());
                                     for (int i = 0; i < 8; ++i)
                                       REQUIRE(newer.value()->add(VaultId::Ours, PartnerId::A, note("newer")).ok());
                                   }
                                   std::ofstream(desk.file(), std::ios::binary) << bytesIn(desk.file("copy"));
                                 }},
                                {"emptied", [](Desk& desk) { fs::resize_file(desk.file(), 0); }},
                                {"cut", [](Desk& desk) { fs::resize_file(desk.file(), 4096); }}};
  for (const Deed& deed : deeds) {
    INFO(deed.what);
    Desk desk;
    auto journal = desk.create();
    REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("before")).ok());
    fs::copy_file(desk.file(), desk.file("copy"));
    deed.make(desk);
    const std::string written = bytesIn(desk.file());
    const auto refused = journal->add(VaultId::Ours, PartnerId::A, note("after"));
    REQUIRE(kindOf(refused) == ErrorKind::DiskFailed);
    CHECK(refused.error().detail == kOverwritten);
    CHECK(refused.error().place == kReopen);
    CHECK(kindOf(journal->putDraft(VaultId::Ours, "note", "half a line")) == ErrorKind::DiskFailed);
    journal.reset();
    CHECK(bytesIn(desk.file()) == written);
  }
}

TEST_CASE("A journal that goes or is replaced while it is open takes no more words into nowhere", "[disk]") {
  struct Deed {
    const char* what;
    std::function<void(const Desk&)> make;
    bool canComeBack;
  };
  const std::vector<Deed> deeds{
      {"moved", [](const Desk& desk) { fs::rename(desk.file(), desk.file("elsewhere")); }, true},
      {"removed", [](const Desk& desk) { fs::remove(desk.file()); }, false},
      {"replaced",
       [](const Desk& desk) {
         fs::copy_file(desk.file(), desk.file("copy"));
         fs::rename(desk.file(), desk.file("elsewhere"));
         fs::rename(desk.file("copy"), desk.file());
       },
       true}};
  for (const Deed& deed : deeds) {
    INFO(deed.what);
    Desk desk;
    const auto journal = desk.create();
    REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("before")).ok());
    deed.make(desk);
    const auto refused = journal->add(VaultId::Ours, PartnerId::A, note("after"));
    REQUIRE(kindOf(refused) == ErrorKind::NotFound);
    CHECK(refused.error().detail == kMoved);
    CHECK(entriesIn(*journal) == 1);
    if (!deed.canComeBack) continue;
    fs::rename(desk.file("elsewhere"), desk.file());
    CHECK(journal->add(VaultId::Ours, PartnerId::A, note("after")).ok());
  }
}
