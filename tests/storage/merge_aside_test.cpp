// SPDX-License-Identifier: GPL-3.0-or-later
// Joining copies of which one has readmitted a partner, whose old vault is put aside there.
#include <algorithm>

#include "catch.h"
#include "domain/exchange.h"
#include "domain/owed_code.h"
#include "storage/desk.h"
#include "storage/raw_file.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr const char* kForgotten = "seven teaspoons in the attic";

/// What Sam wrote, all at once, in the order of the alphabet.
std::vector<std::string> wordsOfSam(const SealedJournal& journal) {
  std::vector<std::string> words;
  for (const Entry& entry : journal.entries(Reader::B)) {
    if (const auto* const text = std::get_if<Note>(&entry.body)) words.push_back(text->text);
  }
  std::ranges::sort(words);
  return words;
}

using Words = std::vector<std::string>;

/// Two copies of one journal. In the first, Sam wrote on, deleted something, forgot the passphrase and was readmitted;
/// in the second, they went on under the keys of before.
class Readmitted {
 public:
  enum class Keys : std::uint8_t { Same, Changed };  ///< of Sam when they forgot, against those of the copy

  explicit Readmitted(Keys keys) : copies(m_desk) {
    REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
    code = copies.base->protect(PartnerId::B, secret(kSam))->text.text();
    REQUIRE(copies.base->add(VaultId::B, PartnerId::B, note("before")).ok());
    gone = copies.base->add(VaultId::B, PartnerId::B, note("deleted"))->id;
    burnt = copies.base->add(VaultId::B, PartnerId::B, note("deleted for good"))->id;
    copies.part({kAlex, kSam});
    if (keys == Keys::Changed) code = copies.a->protect(PartnerId::B, secret(kForgotten))->text.text();
    REQUIRE(copies.a->add(VaultId::B, PartnerId::B, note("put aside")).ok());
    REQUIRE(copies.a->remove(gone).ok());
    REQUIRE(copies.a->removeForGood(burnt).ok());
    REQUIRE(copies.a->putDraft(VaultId::B, "page", "half a line").ok());
    copies.reopenA({kAlex, nullptr});
    REQUIRE(copies.a->readmit(PartnerId::B, secret(kOther)).ok());
    REQUIRE(copies.a->add(VaultId::B, PartnerId::B, note("since")).ok());
    REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("elsewhere")).ok());
  }

  /// Of the older copy into the one that readmitted.
  Result<TakenIn> mergeOlder(const char* ofSam) {
    copies.b.reset();
    return merge(*copies.a, copies.pathOfB(), kAlex, ofSam);
  }
  /// Of the one that readmitted into the older copy.
  Result<TakenIn> mergeNewer(const char* ofSam) {
    copies.a.reset();
    return merge(*copies.b, copies.pathOfA(), kAlex, ofSam);
  }
  void reopenB(Copies::Secrets secrets) {
    copies.b.reset();
    copies.b = copies.open(copies.pathOfB(), secrets);
  }

  /// All of it once, and nothing that was deleted, now and whenever the file is opened.
  void checkAll(SealedJournal& journal) const {
    CHECK(wordsOfSam(journal) == Words{"before", "elsewhere", "put aside", "since"});
    CHECK(journal.findDraft(VaultId::B, "page") == "half a line");
    CHECK(journal.restore(gone)->body == note("deleted"));
    REQUIRE(journal.remove(gone).ok());
    CHECK(kindOf(journal.restore(burnt)) == ErrorKind::NotAllowed);
    CHECK(kindOf(journal.history(burnt, Reader::B)) == ErrorKind::NotFound);
    CHECK_FALSE(journal.hasPutAside(PartnerId::B));
    CHECK_FALSE(journal.exchange()->waitsForOtherPassphrase(PartnerId::B));
    CHECK(journal.verify().sound());
  }

 private:
  static Result<TakenIn> merge(SealedJournal& into, const std::string& path, const char* ofAlex, const char* ofSam) {
    const Passphrase alex = secret(ofAlex), sam = secret(ofSam ? ofSam : "none at all");
    const auto taken = into.exchange()->mergeFrom(path, {&alex, ofSam ? &sam : nullptr});
    if (!taken) UNSCOPED_INFO(static_cast<int>(taken.error().kind) << taken.error().detail << taken.error().place);
    return taken;
  }

  Desk m_desk;

 public:
  Copies copies;
  std::string code;  ///< of what was put aside
  EntryId gone = *EntryId::from(1), burnt = *EntryId::from(1);
};

}  // namespace

TEST_CASE("What an older copy has of a vault put aside here waits until that is brought back", "[merge][readmit]") {
  using Keys = Readmitted::Keys;
  const Keys keys = GENERATE(Keys::Same, Keys::Changed);
  const bool isHere = GENERATE(true, false);
  const bool isOpenThere = GENERATE(true, false);
  Readmitted at(keys);
  if (!isHere) at.copies.reopenA({kAlex, nullptr});
  const auto taken = at.mergeOlder(isOpenThere ? kSam : nullptr);
  REQUIRE(taken.ok());
  CHECK(taken->added == 0);
  CHECK(taken->waiting == std::vector{PartnerId::B});
  at.copies.reopenA({nullptr, kOther});
  SealedJournal& journal = *at.copies.a;
  CHECK(wordsOfSam(journal) == Words{"since"});
  // It is the code of what was put aside that is wanted, and no passphrase.
  CHECK_FALSE(journal.exchange()->waitsForOtherPassphrase(PartnerId::B));
  const auto early = journal.exchange()->takeInWaiting(PartnerId::B, secret(kSam));
  CHECK(kindOf(early) == ErrorKind::Locked);
  CHECK(early.error().detail == "put aside");
  REQUIRE(journal.recover(PartnerId::B, secret(at.code), secret(kNewest)).ok());
  if (journal.exchange()->waitsForOtherPassphrase(PartnerId::B))
    REQUIRE(journal.exchange()->takeInWaiting(PartnerId::B, secret(kSam)).ok());
  at.checkAll(journal);
  at.copies.reopenA({kAlex, kNewest});
  at.checkAll(*at.copies.a);
  CHECK(*at.mergeOlder(kSam) == TakenIn{});
  at.checkAll(*at.copies.a);
}

TEST_CASE("What was put aside in the other copy comes along where it is in use here", "[merge][readmit]") {
  const bool isHere = GENERATE(true, false);
  Readmitted at(Readmitted::Keys::Same);
  at.reopenB({kAlex, isHere ? kSam : nullptr});
  const auto taken = at.mergeNewer(isHere ? kOther : nullptr);
  REQUIRE(taken.ok());
  CHECK(taken->staying.empty());
  SealedJournal* journal = at.copies.b.get();
  if (!isHere) {
    CHECK(taken->waiting == std::vector{PartnerId::B});
    at.reopenB({nullptr, kSam});
    journal = at.copies.b.get();
    CHECK(wordsOfSam(*journal) == Words{"before", "elsewhere", "put aside"});
    REQUIRE(journal->exchange()->takeInWaiting(PartnerId::B, secret(kOther)).ok());
  }
  at.checkAll(*journal);
  at.reopenB({kAlex, kSam});
  at.checkAll(*at.copies.b);
  CHECK(*at.mergeNewer(kOther) == TakenIn{});
  // And back again, where it is put aside still: what lies there waits there, until its code is found.
  at.copies.reopenA({kAlex, kOther});
  REQUIRE(at.mergeOlder(kSam)->added == 0);
  CHECK(wordsOfSam(*at.copies.a) == Words{"since"});
  REQUIRE(at.copies.a->recover(PartnerId::B, secret(at.code), secret(kNewest)).ok());
  at.checkAll(*at.copies.a);
}

TEST_CASE("What was put aside in the other copy under other keys comes when it is back there", "[merge][readmit]") {
  Readmitted at(Readmitted::Keys::Changed);
  at.reopenB({kAlex, kSam});
  CHECK(at.mergeNewer(kOther)->staying == std::vector{PartnerId::B});
  CHECK(wordsOfSam(*at.copies.b) == Words{"before", "deleted", "deleted for good", "elsewhere", "since"});
  at.copies.a = at.copies.open(at.copies.pathOfA(), {nullptr, kOther});
  REQUIRE(at.copies.a->recover(PartnerId::B, secret(at.code), secret(kNewest)).ok());
  const auto taken = at.mergeNewer(kNewest);
  REQUIRE(taken.ok());
  CHECK(taken->staying.empty());
  at.checkAll(*at.copies.b);
}

TEST_CASE("What both copies put aside comes together when it is back in one", "[merge][readmit]") {
  Readmitted at(Readmitted::Keys::Same);
  at.reopenB({kAlex, nullptr});
  REQUIRE(at.copies.b->readmit(PartnerId::B, secret(kForgotten)).ok());
  REQUIRE(at.copies.b->clearDraft(VaultId::B, kOwedCodePlace).ok());
  const bool isHere = GENERATE(true, false);
  if (!isHere) at.copies.reopenA({kAlex, nullptr});
  const auto taken = at.mergeOlder(isHere ? kForgotten : nullptr);
  REQUIRE(taken.ok());
  CHECK(taken->staying.empty());
  at.copies.reopenA({nullptr, kOther});
  CHECK(wordsOfSam(*at.copies.a) == Words{"since"});
  REQUIRE(at.copies.a->recover(PartnerId::B, secret(at.code), secret(kNewest)).ok());
  at.checkAll(*at.copies.a);
  at.copies.reopenA({kAlex, kNewest});
  at.checkAll(*at.copies.a);
}

TEST_CASE("What a copy without a passphrase has of a vault put aside here waits with it", "[merge][readmit]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  const SittingId common = copies.base->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).value();
  copies.part({kAlex, nullptr});
  const SittingId there = copies.b->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).value();
  const std::string code(copies.a->protect(PartnerId::B, secret(kSam))->text.text());
  REQUIRE(copies.a->append(common, VaultId::B, {Answered{step("s1"), WrittenAnswer{"of Sam"}}}).ok());
  copies.reopenA({kAlex, nullptr});
  REQUIRE(copies.a->readmit(PartnerId::B, secret(kOther)).ok());
  const bool isHere = GENERATE(true, false);
  if (!isHere) copies.reopenA({kAlex, nullptr});
  CHECK(copies.mergeBIntoA() == TakenIn{0, 0, 0, {PartnerId::B}, {}});
  copies.reopenA({nullptr, kOther});
  CHECK(copies.a->sittings(Reader::B).empty());
  CHECK_FALSE(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B));
  REQUIRE(copies.a->recover(PartnerId::B, secret(code), secret(kNewest)).ok());
  CHECK(copies.a->load(common)->b->size() == 2);
  CHECK(copies.a->load(there)->b->size() == 1);
  CHECK_FALSE(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B));
  CHECK(copies.a->verify().sound());
  copies.reopenA({kAlex, kNewest});
  CHECK(copies.mergeBIntoA() == TakenIn{});
}

TEST_CASE("What was put aside is joined with what came in meanwhile, and its deletions hold", "[merge][readmit]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  const EntryId burnt = copies.base->add(VaultId::B, PartnerId::B, note("deleted for good"))->id;
  copies.part({kAlex, kSam});
  const std::string code(copies.a->protect(PartnerId::B, secret(kForgotten))->text.text());
  REQUIRE(copies.a->removeForGood(burnt).ok());
  REQUIRE(copies.a->putDraft(VaultId::B, "page", "half a line").ok());
  copies.reopenA({kAlex, nullptr});
  REQUIRE(copies.a->readmit(PartnerId::B, secret(kOther)).ok());
  copies.reopenA({kAlex, kOther});
  REQUIRE(copies.a->putDraft(VaultId::B, "page", "half").ok());
  copies.b.reset();
  // Neither row nor key of it lies here any more, so nobody can tell that it is of what was put aside.
  const Passphrase alex = secret(kAlex), sam = secret(kSam);
  CHECK(copies.a->exchange()->mergeFrom(copies.pathOfB(), {&alex, &sam})->added == 1);
  CHECK(copies.a->find(burnt, Reader::B).has_value());
  REQUIRE(copies.a->recover(PartnerId::B, secret(code), secret(kNewest)).ok());
  CHECK_FALSE(copies.a->find(burnt, Reader::B).has_value());
  CHECK(copies.a->draftsAt(VaultId::B, "page") == std::vector<std::string>{"half a line", "half"});
  CHECK(copies.a->verify().sound());
  copies.a.reset();
  CHECK(RawFile(copies.pathOfA()).column("SELECT id FROM rec WHERE vault <> 3").size() == 1);
  CHECK(copies.open(copies.pathOfA(), {kAlex, kNewest})->verify().sound());
}

TEST_CASE("Whoever was readmitted is not asked for what they forgot, first partner or second", "[merge][readmit]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  REQUIRE(copies.base->add(VaultId::A, PartnerId::A, note("before")).ok());
  copies.part({kAlex, kSam});
  REQUIRE(copies.b->add(VaultId::Ours, PartnerId::B, note("of both, elsewhere")).ok());
  copies.b.reset();
  copies.reopenA({nullptr, kSam});
  REQUIRE(copies.a->readmit(PartnerId::A, secret(kOther)).ok());

  const auto asked = copies.a->exchange()->mergeFrom(copies.pathOfB(), {});
  REQUIRE(kindOf(asked) == ErrorKind::OtherPassphrase);
  CHECK(asked.error().subject == "Sam");
  const Passphrase sam = secret(kSam);
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {nullptr, &sam}).ok());
  CHECK(copies.a->search("of both, elsewhere", Reader::OursAlone).size() == 1);
}
