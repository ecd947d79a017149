// SPDX-License-Identifier: GPL-3.0-or-later
// What waited in a copy already when it was joined into another, whose keys are not those of the copy.
#include <filesystem>

#include "catch.h"
#include "domain/exchange.h"
#include "domain/owed_code.h"
#include "storage/desk.h"
#include "storage/full_disk.h"
#include "storage/raw_file.h"
#include "storage/samples.h"
#include "storage/two_copies.h"
#include "storage/waiting.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

/// Copies of one journal. Sam had no passphrase yet in the third and the fourth. What they wrote in the third waits in
/// the second, under the keys that they have there, and they have others in the first.
class Third {
 public:
  Third() : copies(m_desk) {
    REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
    copies.base.reset();
    std::filesystem::copy_file(m_desk.file(), pathOfC());
    std::filesystem::copy_file(m_desk.file(), pathOfD());
    copies.base = copies.open(m_desk.file(), {kAlex, nullptr});
    code = copies.base->protect(PartnerId::B, secret(kSam))->text.text();
    copies.part({kAlex, nullptr});
    auto c = copies.open(pathOfC(), {kAlex, nullptr});
    sitting = c->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).value();
    REQUIRE(c->append(sitting, VaultId::B, {Answered{step("s1"), WrittenAnswer{"of Sam"}}}).ok());
    REQUIRE(c->putDraft(VaultId::B, "page", "half a line").ok());
    c.reset();
    REQUIRE(copies.b->exchange()->mergeFrom(pathOfC(), {})->waiting == std::vector{PartnerId::B});
    copies.reopenA({kAlex, kSam});
    REQUIRE(copies.a->protect(PartnerId::B, secret(kOther)).ok());
    REQUIRE(copies.a->clearDraft(VaultId::B, kOwedCodePlace).ok());
  }

  Result<TakenIn> mergeBIntoA(const char* ofSam) {
    copies.b.reset();
    const Passphrase alex = secret(kAlex), sam = secret(ofSam ? ofSam : "none at all");
    return copies.a->exchange()->mergeFrom(copies.pathOfB(), {&alex, ofSam ? &sam : nullptr});
  }

  void checkItIsHere(Copies::Secrets secrets) {
    const auto check = [this] {
      REQUIRE(copies.a->load(sitting).ok());
      CHECK(copies.a->load(sitting)->b->size() == 2);
      CHECK(copies.a->draftsAt(VaultId::B, "page") == std::vector<std::string>{"half a line"});
      CHECK_FALSE(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B));
      CHECK(copies.a->verify().sound());
    };
    check();
    copies.reopenA(secrets);
    check();
  }

  [[nodiscard]] std::string pathOfC() const { return m_desk.file("c.footbridge"); }
  [[nodiscard]] std::string pathOfD() const { return m_desk.file("d.footbridge"); }

 private:
  Desk m_desk;

 public:
  Copies copies;
  std::string code;  ///< of Sam in the second copy
  SittingId sitting = *SittingId::from(1);
};

/// A journal's file as it is now, to be had again as if it had never been used nor backed up.
class Unchanged {
 public:
  explicit Unchanged(std::string file) : m_file(std::move(file)), m_bytes(bytesIn(m_file)) {}
  void putBack() const {
    putBytes(m_file, m_bytes);
    std::filesystem::remove(m_file + "-journal");
    for (const char* beside : {"state", "backups"})
      std::filesystem::remove_all(std::filesystem::path(m_file).parent_path() / beside);
  }

 private:
  std::string m_file;
  std::string m_bytes;
};

}  // namespace

TEST_CASE("What waits in a copy under the keys that its owner has there opens with those here", "[merge]") {
  Third at;
  const bool byCode = GENERATE(true, false);
  SECTION("later, for whoever was not here") {
    at.copies.reopenA({kAlex, nullptr});
    REQUIRE(at.mergeBIntoA(nullptr)->waiting == std::vector{PartnerId::B});
    at.copies.reopenA({nullptr, kOther});
    Exchange& exchange = *at.copies.a->exchange();
    REQUIRE(exchange.waitsForOtherPassphrase(PartnerId::B));
    CHECK(kindOf(exchange.takeInWaiting(PartnerId::B, secret(kAlex))) == ErrorKind::WrongPassphrase);
    REQUIRE(exchange.takeInWaiting(PartnerId::B, secret(byCode ? at.code : kSam)).ok());
  }
  SECTION("at once, for whoever says the passphrase of the copy") {
    REQUIRE(at.mergeBIntoA(kSam).ok());
  }
  SECTION("although they were readmitted there since") {
    REQUIRE(at.copies.b->readmit(PartnerId::B, secret(kNewest)).ok());
    REQUIRE(at.copies.b->clearDraft(VaultId::B, kOwedCodePlace).ok());
    at.copies.reopenA({kAlex, nullptr});
    REQUIRE(at.mergeBIntoA(nullptr).ok());
    at.copies.reopenA({nullptr, kOther});
    REQUIRE(at.copies.a->exchange()->takeInWaiting(PartnerId::B, secret(byCode ? at.code : kSam)).ok());
  }
  at.checkItIsHere({nullptr, kOther});
}

TEST_CASE("What waits goes from copy to copy with every way that leads to it", "[merge]") {
  Third at;
  at.copies.reopenA({kAlex, nullptr});
  REQUIRE(at.mergeBIntoA(nullptr).ok());
  at.copies.a.reset();
  auto fourth = at.copies.open(at.pathOfD(), {kAlex, nullptr});
  REQUIRE(fourth->protect(PartnerId::B, secret(kNewest)).ok());
  fourth.reset();
  fourth = at.copies.open(at.pathOfD(), {kAlex, nullptr});
  const Passphrase alex = secret(kAlex);
  REQUIRE(fourth->exchange()->mergeFrom(at.copies.pathOfA(), {&alex, nullptr}).ok());
  fourth.reset();
  fourth = at.copies.open(at.pathOfD(), {nullptr, kNewest});
  REQUIRE(fourth->exchange()->takeInWaiting(PartnerId::B, secret(kSam)).ok());
  CHECK(fourth->load(at.sitting)->b->size() == 2);
  CHECK_FALSE(fourth->exchange()->waitsForOtherPassphrase(PartnerId::B));
  CHECK(fourth->verify().sound());
}

TEST_CASE("That a code is owed in a copy says nothing of the code here", "[merge]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  copies.part({kAlex, kSam});
  REQUIRE(copies.a->clearDraft(VaultId::B, kOwedCodePlace).ok());
  REQUIRE(copies.b->putDraft(VaultId::B, "page", "half a line").ok());
  REQUIRE(copies.b->protect(PartnerId::B, secret(kOther)).ok());
  copies.b.reset();
  const Passphrase alex = secret(kAlex), sam = secret(kOther);
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {&alex, &sam}).ok());
  CHECK(copies.a->findDraft(VaultId::B, "page") == "half a line");
  CHECK_FALSE(copies.a->findDraft(VaultId::B, kOwedCodePlace));
}

TEST_CASE("What waits and is not as it came is called damaged, and no passphrase is blamed", "[merge][tamper]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  copies.part({kAlex, kSam});
  REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("of Sam")).ok());
  REQUIRE(copies.b->putDraft(VaultId::B, "page", "half a line").ok());
  copies.reopenA({kAlex, nullptr});
  const Passphrase alex = secret(kAlex);
  copies.b.reset();
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {&alex, nullptr})->waiting == std::vector{PartnerId::B});
  CHECK(copies.a->verify().sound());
  copies.a.reset();
  const auto spoil = [&copies](const char* sql) {
    RawFile file(copies.pathOfA());
    file.run(sql);
  };
  SECTION("a row that was changed, one that is missing, a draft that is missing") {
    spoil(
        GENERATE("UPDATE waiting_row SET box = CAST(substr(box, 1, 60) || CASE substr(box, 61, 1) WHEN x'00' THEN "
                 "x'01' ELSE x'00' END || substr(box, 62) AS BLOB)",
                 "DELETE FROM waiting_row", "DELETE FROM waiting_draft"));
    copies.a = copies.open(copies.pathOfA());
    const auto told = copies.a->unlock(PartnerId::B, secret(kSam));
    REQUIRE(isLeftOut(told.error()));
    REQUIRE(copies.a->accept(told.error()).ok());
    REQUIRE(copies.a->unlock(PartnerId::B, secret(kSam)).ok());
    const Result<TakenIn> taken = copies.a->exchange()->takeInWaiting(PartnerId::B, secret(kSam));
    CHECK(kindOf(taken) == ErrorKind::Damaged);
    CHECK(taken.error().detail == "waiting");
    const VerifyReport report = copies.a->verify();
    CHECK_FALSE(report.sound());
    CHECK_FALSE(report.databaseProblem);
    CHECK(copies.a->entries(Reader::B).empty());

    // What the sentence advises.
    copies.a.reset();
    copies.a = copies.open(copies.pathOfA(), {kAlex, kSam});
    REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {}).ok());
    CHECK(copies.a->entries(Reader::B).size() == 1);
    CHECK(copies.a->findDraft(VaultId::B, "page") == "half a line");
    CHECK_FALSE(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B));
    CHECK(copies.a->verify().sound());
  }
  SECTION("rows that belong to nothing any more") {
    spoil("DELETE FROM waiting");
    copies.a = copies.open(copies.pathOfA());
    const VerifyReport report = copies.a->verify();
    REQUIRE(report.databaseProblem);
    CHECK(report.databaseProblem->detail == "waiting");
  }
}

TEST_CASE("A merge that a full disk cuts short says what it took", "[merge]") {
  Third at;
  Copies& copies = at.copies;
  REQUIRE(copies.b->add(VaultId::Ours, PartnerId::A, note("of the copy")).ok());
  copies.b.reset();
  copies.a.reset();
  const Unchanged before(copies.pathOfA());
  bool wasFull = true;
  for (int writes = 0; wasFull; ++writes) {
    CAPTURE(writes);
    copies.a.reset();
    before.putBack();
    copies.reopenA({kAlex, kOther});
    const auto taken = [&] {
      const FullDisk disk(writes);
      auto answer = at.mergeBIntoA(kSam);
      wasFull = FullDisk::wasFull();
      return answer;
    }();
    SealedJournal& journal = *copies.a;
    const bool isHere = journal.load(at.sitting).ok();
    CHECK(journal.entries(Reader::OursAlone).size() == (taken ? 1 : 0));
    if (!taken) CHECK_FALSE(isHere);
    if (taken && !isHere) {
      CHECK(taken->waiting == std::vector{PartnerId::B});
      CHECK(taken->cutShort);
      CHECK(journal.exchange()->waitsForOtherPassphrase(PartnerId::B));
    }
    if (!wasFull) CHECK(isHere);
  }
}

TEST_CASE("Of several parts that wait a full disk lets in some, and these are said to be here", "[merge]") {
  Third at;
  Copies& copies = at.copies;
  copies.reopenA({kAlex, nullptr});
  const auto inD =
      copies.open(at.pathOfD(), {kAlex, nullptr})->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B));
  REQUIRE(inD.ok());
  const auto came = [&] { return (copies.a->load(at.sitting) ? 1U : 0U) + (copies.a->load(*inD) ? 1U : 0U); };
  for (const std::string& path : {at.pathOfC(), at.pathOfD()}) {
    REQUIRE(copies.a->exchange()->mergeFrom(path, {})->waiting == std::vector{PartnerId::B});
  }
  copies.a.reset();
  const Unchanged before(copies.pathOfA());
  bool wasFull = true, wasCutShort = false;
  for (int writes = 0; wasFull; ++writes) {
    CAPTURE(writes);
    copies.a.reset();
    before.putBack();
    {
      const FullDisk disk;  // what waits is taken in at an unlock where the disk takes it
      copies.reopenA({nullptr, kOther});
    }
    const auto taken = [&] {
      const FullDisk disk(writes);
      auto answer = copies.a->exchange()->takeInWaiting(PartnerId::B, secret(kOther));
      wasFull = FullDisk::wasFull();
      return answer;
    }();
    if (!taken) CHECK(came() == 0);
    if (taken) CHECK(taken->waiting.size() == 2 - came());
    if (taken) CHECK(taken->cutShort == (came() == 1));
    wasCutShort = wasCutShort || came() == 1;
  }
  CHECK(wasCutShort);
  CHECK(came() == 2);
}

TEST_CASE("A private line waits until its writer has a passphrase here too", "[merge]") {
  Desk desk;
  Copies copies(desk);
  copies.part();
  REQUIRE(copies.b->protect(PartnerId::B, secret(kSam)).ok());
  REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("Sam's private line")).ok());
  REQUIRE(copies.b->putDraft(VaultId::B, "page", "half of another").ok());
  copies.b.reset();
  const bool isKeyGiven = GENERATE(true, false);
  CAPTURE(isKeyGiven);
  const Passphrase sam = secret(kSam);
  const auto taken = copies.a->exchange()->mergeFrom(copies.pathOfB(), {nullptr, isKeyGiven ? &sam : nullptr});
  REQUIRE(taken.ok());
  CHECK(taken->added == 0);
  CHECK(taken->waiting == std::vector{PartnerId::B});
  CHECK(kindOf(copies.a->exchange()->takeInWaiting(PartnerId::B, sam)) == ErrorKind::NotProtected);
  copies.reopenA();
  CHECK(copies.a->entries(Reader::B).empty());
  CHECK(copies.a->draftsAt(VaultId::B, "page").empty());
  CHECK(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B));
  REQUIRE(copies.a->protect(PartnerId::B, secret(kOther)).ok());
  REQUIRE(copies.a->exchange()->takeInWaiting(PartnerId::B, sam)->added == 1);
  CHECK(copies.a->entries(Reader::B).size() == 1);
  CHECK(copies.a->verify().sound());
}

TEST_CASE("Many parts that wait behind one passphrase cost no more to try than one", "[merge]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  copies.part({kAlex, kSam});
  REQUIRE(copies.b->protect(PartnerId::B, secret(kOther)).ok());
  copies.b.reset();
  copies.reopenA({kAlex, nullptr});
  const Passphrase alex = secret(kAlex);
  constexpr int kParts = 4;
  for (int i = 0; i < kParts; ++i) {
    copies.b = copies.open(copies.pathOfB(), {kAlex, kOther});
    REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("one more")).ok());
    copies.b.reset();
    REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {&alex, nullptr}).ok());
  }
  int made = 0;
  ShelfOptions options{kCheap, desk.folder() / "state", {}, desk.backups()};
  options.beside = [&made](const std::function<void()>& work) {
    ++made;
    work();
  };
  copies.a.reset();
  FileShelf shelf(options);
  auto opened = shelf.openSealed(copies.pathOfA());
  REQUIRE(opened.ok());
  REQUIRE((*opened)->unlock(PartnerId::B, secret(kSam)).ok());
  CHECK(made <= 3);  // their own slot, and each of the two slots of the other copy
  CHECK((*opened)->exchange()->waitsForOtherPassphrase(PartnerId::B));
  REQUIRE((*opened)->exchange()->takeInWaiting(PartnerId::B, secret(kOther)).ok());
  CHECK((*opened)->entries(Reader::B).size() == kParts);
}

TEST_CASE("What waited under a passphrase opens by no key of somebody who has none here", "[merge]") {
  Desk desk;
  Copies copies(desk);
  copies.part();
  REQUIRE(copies.b->protect(PartnerId::A, secret(kAlex)).ok());
  copies.b.reset();
  std::filesystem::copy_file(copies.pathOfB(), desk.file("c.footbridge"));
  auto c = copies.open(desk.file("c.footbridge"), {kAlex, nullptr});
  REQUIRE(c->add(VaultId::A, PartnerId::A, note("Alex's private line")).ok());
  c.reset();
  copies.b = copies.open(copies.pathOfB());
  REQUIRE(copies.b->exchange()->mergeFrom(desk.file("c.footbridge"), {})->waiting == std::vector{PartnerId::A});
  copies.b.reset();
  const Passphrase alex = secret(kAlex);
  const auto taken = copies.a->exchange()->mergeFrom(copies.pathOfB(), {&alex, nullptr});
  REQUIRE(taken.ok());
  CHECK(taken->waiting == std::vector{PartnerId::A});
  CHECK(copies.a->entries(Reader::A).empty());
  // With the open slot alone, as anybody has it who has the file.
  auto file = openToRead(copies.pathOfA());
  copies.a.reset();
  if (!file) file = openToRead(copies.pathOfA());
  REQUIRE(file.ok());
  const auto keys = file->keyring.open(PartnerId::A, SlotKind::Open, {});
  REQUIRE(keys.ok());
  auto parts = waitingIn(*file->database, VaultId::A);
  REQUIRE(parts.ok());
  REQUIRE_FALSE(parts->empty());
  const VaultKeys vault(keys->keys.vault.copy());
  for (WaitingPart& part : *parts) {
    CHECK_FALSE(openHead(vault, file->mark, VaultId::A, part.head));
    CHECK_FALSE(renewNote(part, file->mark, keys->keys, keys->keys.publicKey()));
  }
  file->database.reset();
  copies.reopenA();
  REQUIRE(copies.a->protect(PartnerId::A, secret(kOther)).ok());
  REQUIRE(copies.a->exchange()->takeInWaiting(PartnerId::A, alex).ok());
  REQUIRE(copies.a->entries(Reader::A).size() == 1);
  CHECK(copies.a->verify().sound());
}
