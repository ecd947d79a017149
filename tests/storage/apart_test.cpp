// SPDX-License-Identifier: GPL-3.0-or-later
// What lies beside a vault under other keys: nobody takes it out of the file unseen.
#include "storage/apart.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/backup_folder.h"
#include "storage/desk.h"
#include "storage/raw_file.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr const char* kTakeOutAside =
    "DELETE FROM rec WHERE vault = 4; DELETE FROM draft WHERE vault = 4; DELETE FROM head WHERE vault = 4;"
    "DELETE FROM slot WHERE vault = 4; DELETE FROM vault WHERE id = 4";
constexpr const char* kTakeOutWaiting = "DELETE FROM waiting; DELETE FROM waiting_row; DELETE FROM waiting_draft";

/// Alex has forgotten their passphrase, and what they wrote was put aside.
void putAlexAside(Desk& desk) {
  auto journal = desk.create();
  protectBoth(*journal);
  REQUIRE(journal->add(VaultId::A, A, note("before")).ok());
  REQUIRE(journal->putDraft(VaultId::A, "page", "half a line").ok());
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->readmit(A, secret(kOther)).ok());
  REQUIRE(journal->add(VaultId::A, A, note("since")).ok());
}

/// What Sam wrote in another copy waits for them here. Alex has a passphrase or none; Sam has one.
void letItWait(Copies& copies, const char* ofAlex) {
  if (ofAlex) REQUIRE(copies.base->protect(A, secret(ofAlex)).ok());
  REQUIRE(copies.base->protect(B, secret(kSam)).ok());
  copies.part({ofAlex, kSam});
  REQUIRE(copies.b->add(VaultId::B, B, note("written in the other copy")).ok());
  copies.reopenA({ofAlex, nullptr});
  copies.b.reset();
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {})->waiting == std::vector{B});
  copies.a.reset();
  REQUIRE(RawFile(copies.pathOfA()).column("SELECT head FROM waiting").size() == 1);
}

/// Alex was put aside once, and what Sam wrote in another copy waits for them here.
void putAsideAndLetWait(Desk& desk, Copies& copies, std::string& codeOfAlex) {
  codeOfAlex = copies.base->protect(A, secret(kAlex))->text.text();
  REQUIRE(copies.base->protect(B, secret(kSam)).ok());
  copies.base.reset();
  copies.base = copies.open(desk.file(), {nullptr, kSam});
  REQUIRE(copies.base->readmit(A, secret(kOther)).ok());
  copies.part({kOther, kSam});
  REQUIRE(copies.b->add(VaultId::B, B, note("written in the other copy")).ok());
  copies.b.reset();
  copies.reopenA({kOther, nullptr});
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {})->waiting == std::vector{B});
  copies.a.reset();
}

/// Something that is done in a journal where Alex was put aside and something waits for Sam.
struct DeedBeside {
  struct Known {
    std::string codeOfAlex;  ///< of what was put aside
    std::string copy;        ///< the file that what waits came from
  };
  const char* name;
  Copies::Secrets here;
  std::function<bool(SealedJournal&, const Known&)> run;
  Copies::Secrets after{kOther, kSam};
};

std::vector<DeedBeside> deedsBeside() {
  using J = SealedJournal;
  using K = DeedBeside::Known;
  return {
      {"look", {kOther, kSam}, [](J&, const K&) { return true; }},
      {"write", {kOther, nullptr}, [](J& j, const K&) { return j.add(VaultId::A, A, note("more")).ok(); }},
      {"write in ours", {kOther, nullptr}, [](J& j, const K&) { return j.add(VaultId::Ours, A, note("more")).ok(); }},
      {"half a line", {kOther, nullptr}, [](J& j, const K&) { return j.putDraft(VaultId::Ours, "page", "x").ok(); }},
      {"another name",
       {kOther, nullptr},
       [](J& j, const K&) {
         return j.change({A, name("Alexis"), PartnerColour::Plum}).ok();
       }},
      {"another passphrase for A",
       {kOther, nullptr},
       [](J& j, const K&) { return j.protect(A, secret(kNewest)).ok(); },
       {kNewest, kSam}},
      {"another passphrase for B",
       {nullptr, kSam},
       [](J& j, const K&) { return j.protect(B, secret(kNewest)).ok(); },
       {kOther, kNewest}},
      {"what was put aside is back",
       {kOther, nullptr},
       [](J& j, const K& known) { return j.recover(A, secret(known.codeOfAlex), secret(kNewest)).ok(); },
       {kNewest, kSam}},
      {"A put aside once more",
       {nullptr, kSam},
       [](J& j, const K&) { return j.readmit(A, secret(kNewest)).ok(); },
       {kNewest, kSam}},
      {"B put aside, whose part waits",
       {kOther, nullptr},
       [](J& j, const K&) { return j.readmit(B, secret(kNewest)).ok(); },
       {kOther, kNewest}},
      {"the copy joined again",
       {kOther, nullptr},
       [](J& j, const K& known) { return j.exchange()->mergeFrom(known.copy, {}).ok(); }},
      {"A gone", {kOther, nullptr}, [](J& j, const K&) { return j.erase(A).ok(); }, {nullptr, kSam}},
      {"B gone", {nullptr, kSam}, [](J& j, const K&) { return j.erase(B).ok(); }, {kOther, nullptr}},
  };
}

/// The refusal, which must be this one.
template <typename Thing>
std::optional<Error> leftOut(const Result<Thing>& refused, const char* detail) {
  CHECK(kindOf(refused) == ErrorKind::RolledBack);
  CHECK(refused.error().detail == detail);
  return refused.error();
}

std::size_t notesOf(const SealedJournal& journal, Reader reader) {
  return journal.entries(reader).size();
}

}  // namespace

TEST_CASE("A vault that was put aside is not taken out of the file unseen, nor anything in it", "[apart][tamper]") {
  Desk desk;
  putAlexAside(desk);
  const std::string deed = GENERATE(as<std::string>(), kTakeOutAside, "DELETE FROM head WHERE vault = 4",
                                    "UPDATE head SET box = (SELECT box FROM head WHERE vault = 1) WHERE vault = 4",
                                    "DELETE FROM rec WHERE vault = 4", "DELETE FROM draft WHERE vault = 4",
                                    "UPDATE rec SET vault = 4 WHERE vault = 1");
  INFO(deed);
  RawFile(desk.file()).run(deed);
  auto journal = desk.open();
  const bool isOfToday = deed.ends_with("WHERE vault = 1");
  // The other is told too, before they let anybody in anew and all of it is counted again.
  const auto other = leftOut(journal->unlock(B, secret(kSam)), kAsideLeftOut);
  CHECK(other->place == "a");
  for (int times = 0; times < 2; ++times) {
    const auto refused = journal->unlock(A, secret(kOther));
    CHECK(kindOf(refused) == (isOfToday ? ErrorKind::Damaged : ErrorKind::RolledBack));
    CHECK(isLeftOut(refused.error()) != isOfToday);
    CHECK(notesOf(*journal, Reader::A) == 0);
    if (isOfToday) return;
  }
  REQUIRE(journal->accept(*leftOut(journal->unlock(A, secret(kOther)), kAsideLeftOut)).ok());
  CHECK(kindOf(journal->unlock(A, secret("no such words at all"))) == ErrorKind::WrongPassphrase);
  REQUIRE(journal->unlock(A, secret(kOther)).ok());
  CHECK(notesOf(*journal, Reader::A) == 1);
  CHECK(journal->verify().vaults[0].check == VaultCheck::Sound);
  journal = nullptr;
  journal = desk.open();
  CHECK(journal->unlock(A, secret(kOther)).ok());
}

TEST_CASE("The ways to a vault put aside are not changed for others unseen", "[apart][tamper]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(A, secret("of long ago, by a slow river")).ok());
  journal = nullptr;
  std::filesystem::copy_file(desk.file(), desk.file("old.footbridge"));
  journal = desk.open();
  REQUIRE(journal->unlock(A, secret("of long ago, by a slow river")).ok());
  protectBoth(*journal);
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->readmit(A, secret(kOther)).ok());
  journal = nullptr;
  // Sound by themselves, and leading to keys that are none any more.
  RawFile(desk.file())
      .run("ATTACH '" + desk.file("old.footbridge") +
           "' AS old; DELETE FROM slot WHERE vault = 4;"
           "INSERT INTO slot SELECT id, 4, kind, salt, ops, mem, \"check\", box FROM old.slot WHERE vault = 1");
  journal = desk.open();
  const auto refused = journal->unlock(A, secret(kOther));
  CHECK(kindOf(refused) == ErrorKind::RolledBack);
  CHECK(refused.error().detail == kAsideLeftOut);
}

TEST_CASE("What waits for somebody is not taken out of the file unseen, nor anything in it", "[apart][merge][tamper]") {
  Desk desk;
  Copies copies(desk);
  letItWait(copies, kAlex);
  const std::string deed =
      GENERATE(as<std::string>(), kTakeOutWaiting, "UPDATE waiting SET note = x'00'", "UPDATE waiting SET way = x''",
               "UPDATE waiting SET id = id + 1; UPDATE waiting_row SET part = part + 1", "DELETE FROM waiting_row",
               "INSERT INTO waiting SELECT id + 1, vault, head, way, note FROM waiting");
  INFO(deed);
  RawFile(copies.pathOfA()).run(deed);
  copies.reopenA();
  const auto refused = copies.a->unlock(A, secret(kAlex));
  CHECK(copies.a->door(VaultId::Ours) == DoorState::Locked);
  REQUIRE(copies.a->accept(*leftOut(refused, kWaitingLeftOut)).ok());
  REQUIRE(copies.a->unlock(A, secret(kAlex)).ok());
  copies.reopenA({kAlex, nullptr});
  // The copy that it came from brings it back.
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {})->waiting == std::vector{B});
  copies.reopenA({kAlex, kSam});
  CHECK(notesOf(*copies.a, Reader::B) == 1);
}

TEST_CASE("A copy is not joined while something is missing that waited in it", "[apart][merge][tamper]") {
  Desk desk;
  Copies copies(desk);
  letItWait(copies, kAlex);
  RawFile(copies.pathOfA()).run(kTakeOutWaiting);
  const auto there = copies.open(copies.pathOfB(), {kAlex, nullptr});
  const Passphrase alex = secret(kAlex);
  const auto refused = there->exchange()->mergeFrom(copies.pathOfA(), {&alex, nullptr});
  CHECK(kindOf(refused) == ErrorKind::NotAllowed);
  CHECK(refused.error().detail == "left out");
}

TEST_CASE("Where ours needs no passphrase, what is missing is told when the journal is opened", "[apart][merge]") {
  Desk desk;
  Copies copies(desk);
  letItWait(copies, nullptr);
  RawFile(copies.pathOfA()).run(kTakeOutWaiting);
  const auto refused = desk.shelf().openSealed(copies.pathOfA());
  CHECK(kindOf(desk.shelf().openSealed(copies.pathOfA())) == ErrorKind::RolledBack);
  // The program may have tried it on another shelf than the one that is told to go on.
  FileShelf shelf({kCheap, desk.folder() / "state", {}});
  REQUIRE(shelf.accept(copies.pathOfA(), *leftOut(refused, kWaitingLeftOut)).ok());
  REQUIRE(shelf.openSealed(copies.pathOfA()).ok());
  CHECK(desk.shelf().openSealed(copies.pathOfA()).ok());
}

TEST_CASE("What is accepted is what was told, one after the other", "[apart][tamper]") {
  Desk desk;
  Copies copies(desk);
  std::string code;
  putAsideAndLetWait(desk, copies, code);
  const std::string before = bytesIn(copies.pathOfA());
  copies.reopenA({kOther, nullptr});
  REQUIRE(copies.a->add(VaultId::A, A, note("newer")).ok());
  copies.a.reset();
  putBytes(copies.pathOfA(), before);
  RawFile(copies.pathOfA()).run(std::string(kTakeOutAside) + ";" + kTakeOutWaiting);
  copies.reopenA();
  const auto tryIt = [&] { return copies.a->unlock(A, secret(kOther)); };
  const auto older = tryIt();
  REQUIRE(kindOf(older) == ErrorKind::RolledBack);
  CHECK_FALSE(isLeftOut(older.error()));
  REQUIRE(copies.a->accept(older.error()).ok());
  REQUIRE(copies.a->accept(*leftOut(tryIt(), kAsideLeftOut)).ok());
  REQUIRE(copies.a->accept(*leftOut(tryIt(), kWaitingLeftOut)).ok());
  CHECK(tryIt().ok());
}

TEST_CASE("Going on without what is missing forgets nothing of what was last seen", "[apart][rollback]") {
  Desk desk;
  Copies copies(desk);
  letItWait(copies, kAlex);
  const std::string older = desk.file("older.footbridge");
  std::filesystem::copy_file(desk.file(), older);  // Sam's part as it was before anything was written
  copies.reopenA({nullptr, kSam});
  REQUIRE(copies.a->add(VaultId::B, B, note("newer")).ok());
  copies.a.reset();
  // Another copy lets something wait for Sam again; then it is taken out, and Sam's own part put back as it was.
  copies.reopenA({kAlex, nullptr});
  copies.b = copies.open(copies.pathOfB(), {nullptr, kSam});
  REQUIRE(copies.b->add(VaultId::B, B, note("one more")).ok());
  REQUIRE(copies.mergeBIntoA().waiting == std::vector{B});
  copies.a.reset();
  RawFile(copies.pathOfA())
      .run("ATTACH '" + older + "' AS old; DELETE FROM rec WHERE vault = 2; DELETE FROM head WHERE vault = 2;" +
           "INSERT INTO rec SELECT * FROM old.rec WHERE vault = 2;"
           "INSERT INTO head SELECT * FROM old.head WHERE vault = 2;" +
           kTakeOutWaiting);
  copies.reopenA();
  REQUIRE(copies.a->accept(*leftOut(copies.a->unlock(A, secret(kAlex)), kWaitingLeftOut)).ok());
  REQUIRE(copies.a->unlock(A, secret(kAlex)).ok());
  const auto rolledBack = copies.a->unlock(B, secret(kSam));
  CHECK(kindOf(rolledBack) == ErrorKind::RolledBack);
  CHECK_FALSE(isLeftOut(rolledBack.error()));
}

TEST_CASE("A file that may not be written is gone on with, and tells it again", "[apart]") {
  Desk desk;
  putAlexAside(desk);
  RawFile(desk.file()).run(kTakeOutAside);
  std::filesystem::permissions(desk.file(), std::filesystem::perms::owner_read);
  for (int times = 0; times < 2; ++times) {
    auto journal = desk.open();
    REQUIRE(journal->readOnly());
    REQUIRE(journal->accept(*leftOut(journal->unlock(A, secret(kOther)), kAsideLeftOut)).ok());
    CHECK(journal->unlock(A, secret(kOther)).ok());
    CHECK(journal->verify().sound());
  }
}

TEST_CASE("Who goes takes along what waits for them, and nobody misses it", "[apart][erase]") {
  Desk desk;
  Copies copies(desk);
  letItWait(copies, kAlex);
  copies.reopenA({kAlex, nullptr});
  REQUIRE(copies.a->backups()->backUpNow().ok());
  const BackupFolder folder(copies.a->backups()->status().folder);
  const auto waitingIn = [&folder](const BackupName& backup) {
    std::size_t rows = 0;
    for (const char* table : {"waiting", "waiting_row", "waiting_draft"})
      rows += RawFile(folder.fileOf(backup).string()).column("SELECT 'x' FROM " + std::string(table)).size();
    return rows;
  };
  const auto waits = [&waitingIn](const BackupName& backup) { return waitingIn(backup) > 1; };
  REQUIRE(std::ranges::any_of(folder.names(), waits));
  copies.reopenA({nullptr, kSam});
  // A passphrase of Sam takes in what waited in the journal; in the backup it waits for good.
  REQUIRE(copies.a->erase(B).ok());
  copies.reopenA({kAlex, nullptr});
  CHECK(copies.a->verify().sound());
  REQUIRE_FALSE(folder.names().empty());
  for (const BackupName& backup : folder.names()) {
    CHECK(waitingIn(backup) == 0);
    const auto again = desk.shelf().openSealed(folder.fileOf(backup).string());
    REQUIRE(again.ok());
    CHECK((*again)->partners().size() == 1);
    CHECK((*again)->unlock(A, secret(kAlex)).ok());
    CHECK((*again)->verify().sound());
  }
}

TEST_CASE("Whatever is done beside what lies apart, nothing of it is missed afterwards", "[apart]") {
  const DeedBeside deed = GENERATE(from_range(deedsBeside()));
  INFO(deed.name);
  Desk desk;
  Copies copies(desk);
  std::string code;
  putAsideAndLetWait(desk, copies, code);
  copies.reopenA(deed.here);
  REQUIRE(deed.run(*copies.a, {code, copies.pathOfB()}));
  CHECK(copies.a->verify().sound());
  for (int times = 0; times < 2; ++times) {
    copies.reopenA(deed.after);
    CHECK(copies.a->verify().sound());
  }
}
