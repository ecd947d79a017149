// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever makes a key from a passphrase hands that over, so that a window can be hidden meanwhile.
#include "storage/beside.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "catch.h"
#include "domain/exchange.h"
#include "gates/instead/once_derived.h"
#include "storage/desk.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr const char* kMeanwhile = "note/ours";

/// A journal, and whoever is handed what takes long. While it is being done somebody writes on in *ours*, where that is
/// open: in a transaction that would be refused, and lost where something of before is put in place afterwards.
class Handed {
 public:
  Handed(Desk& desk, const std::string& path, std::optional<KdfCost> cost = kCheap)
      : m_shelf({.cost = cost,
                 .stateFolder = desk.folder() / "state",
                 .now = {},
                 .backupsFolder = {},
                 .beside = [this](const std::function<void()>& work) { take(work); }}) {
    auto opened = m_shelf.openSealed(path);
    REQUIRE(opened.ok());
    m_journal = std::move(opened).value();
  }
  Handed(const Handed&) = delete;
  Handed& operator=(const Handed&) = delete;

  /// All keys that `deed` needs are made by what was handed over, `expected` of them.
  void check(std::size_t expected, const std::function<bool(SealedJournal&)>& deed) {
    m_keys = 0;
    const std::size_t before = gates::derivations();
    REQUIRE(deed(*m_journal));
    CHECK(gates::derivations() - before == expected);
    CHECK(m_keys == expected);
    if (!m_words.empty()) CHECK(m_journal->findDraft(VaultId::Ours, kMeanwhile) == m_words);
    CHECK(m_journal->verify().sound());
  }
  [[nodiscard]] bool wroteOn() const { return !m_words.empty(); }

 private:
  void take(const std::function<void()>& work) {
    const std::size_t before = gates::derivations();
    work();
    m_keys += gates::derivations() - before;
    if (m_journal->door(VaultId::Ours) == DoorState::Locked) return;
    m_words += "and then ";
    CHECK(m_journal->putDraft(VaultId::Ours, kMeanwhile, m_words).ok());
  }

  FileShelf m_shelf;
  std::unique_ptr<SealedJournal> m_journal;
  std::size_t m_keys = 0;
  std::string m_words;
};

bool unlocks(SealedJournal& journal, PartnerId partner, const char* passphrase) {
  return journal.unlock(partner, secret(passphrase)).ok();
}

}  // namespace

TEST_CASE("Keys are made by what is handed over, and what goes on meanwhile is kept", "[beside]") {
  Desk desk;
  std::string code;
  {
    const auto journal = desk.create();
    REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
    code = journal->protect(PartnerId::B, secret(kSam))->text.text();
  }
  Handed handed(desk, desk.file());
  handed.check(1, [](SealedJournal& journal) { return unlocks(journal, PartnerId::A, kAlex); });
  CHECK_FALSE(handed.wroteOn());
  SECTION("for whoever comes second") {
    handed.check(1, [](SealedJournal& journal) { return unlocks(journal, PartnerId::B, kSam); });
  }
  SECTION("for a new passphrase and its code") {
    handed.check(2, [](SealedJournal& journal) { return journal.protect(PartnerId::A, secret(kOther)).ok(); });
  }
  SECTION("from a code") {
    handed.check(3, [&code](SealedJournal& journal) {
      return journal.recover(PartnerId::B, secret(code), secret(kOther)).ok();
    });
  }
  SECTION("for somebody who is let in, and from the code that turned up then") {
    handed.check(2, [](SealedJournal& journal) { return journal.readmit(PartnerId::B, secret(kOther)).ok(); });
    handed.check(4, [&code](SealedJournal& journal) {
      return journal.recover(PartnerId::B, secret(code), secret(kNewest)).ok();
    });
  }
  CHECK(handed.wroteOn());
}

TEST_CASE("What a guess costs here is found out by what is handed over", "[beside]") {
  Desk desk;
  desk.create().reset();
  Handed handed(desk, desk.file(), std::nullopt);
  handed.check(3, [](SealedJournal& journal) { return journal.protect(PartnerId::A, secret(kAlex)).ok(); });
  CHECK(handed.wroteOn());
}

TEST_CASE("The keys of another copy are made by what is handed over, before anything of it is written", "[beside]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  copies.part({kAlex, kSam});
  REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("of Sam")).ok());
  // Not a sentence of as many letters as a code has, which would be tried as one as well.
  REQUIRE(copies.b->protect(PartnerId::B, secret(kNewest)).ok());
  copies.b.reset();
  const Passphrase alex = secret(kAlex), other = secret(kNewest);
  const auto merges = [&copies, &alex](const Passphrase* ofSam) {
    return [&copies, &alex, ofSam](SealedJournal& journal) {
      return journal.exchange()->mergeFrom(copies.pathOfB(), {&alex, ofSam}).ok();
    };
  };
  const auto isHere = [](SealedJournal& journal) { return journal.entries(Reader::B).size() == 1; };
  SECTION("as it is joined") {
    copies.a.reset();
    Handed handed(desk, copies.pathOfA());
    handed.check(2, [](SealedJournal& journal) {
      return unlocks(journal, PartnerId::A, kAlex) && unlocks(journal, PartnerId::B, kSam);
    });
    handed.check(2, merges(&other));
    handed.check(0, isHere);
    CHECK(handed.wroteOn());
  }
  SECTION("as what waits of it is taken in") {
    copies.reopenA({kAlex, nullptr});
    REQUIRE(merges(nullptr)(*copies.a));
    copies.a.reset();
    Handed handed(desk, copies.pathOfA());
    handed.check(2, [](SealedJournal& journal) { return unlocks(journal, PartnerId::B, kSam); });
    handed.check(
        1, [&other](SealedJournal& journal) { return journal.exchange()->takeInWaiting(PartnerId::B, other).ok(); });
    handed.check(0, isHere);
    CHECK(handed.wroteOn());
  }
  SECTION("as its owner comes, whose passphrase leads there") {
    copies.reopenA({kAlex, kSam});
    REQUIRE(copies.a->protect(PartnerId::B, secret(kNewest)).ok());
    copies.reopenA({kAlex, nullptr});
    REQUIRE(merges(nullptr)(*copies.a));
    copies.a.reset();
    Handed handed(desk, copies.pathOfA());
    handed.check(2, [](SealedJournal& journal) { return unlocks(journal, PartnerId::B, kNewest); });
    handed.check(0, isHere);
    CHECK(handed.wroteOn());
  }
}
