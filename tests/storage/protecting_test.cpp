// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <set>

#include "catch.h"
#include "domain/owed_code.h"
#include "storage/desk.h"
#include "storage/raw_file.h"
#include "storage/samples.h"
#include "storage/sealing.h"
#include "storage/traces.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr std::array kAllVaults{VaultId::A, VaultId::B, VaultId::Ours};

/// Something of each vault that a private note may not be in yet: an event of a lane, and a note for both.
void writeSomething(SealedJournal& journal) {
  for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
    Begun own = begun(SittingMode::OwnLook, partner);
    REQUIRE(journal.begin(vaultOf(partner), own).ok());
  }
  REQUIRE(journal.add(VaultId::Ours, PartnerId::A, note("for both")).ok());
}

/// Which vaults can be read now, as letters: "a", "b" and "o".
std::string readable(const SealedJournal& journal) {
  std::string letters;
  for (const VaultId vault : kAllVaults) {
    const Reader reader = vault == VaultId::A ? Reader::A : vault == VaultId::B ? Reader::B : Reader::OursAlone;
    bool found = false;
    for (const Entry& entry : journal.entries(reader)) found = found || entry.vault == vault;
    CHECK(found == (journal.door(vault) != DoorState::Locked));
    if (found) letters += vault == VaultId::A ? 'a' : vault == VaultId::B ? 'b' : 'o';
  }
  return letters;
}

std::string readableAfter(Desk& desk, const char* ofA, const char* ofB) {
  const auto journal = desk.open();
  if (ofA) REQUIRE(journal->unlock(PartnerId::A, secret(ofA)).ok());
  if (ofB) REQUIRE(journal->unlock(PartnerId::B, secret(ofB)).ok());
  CHECK(journal->verify().sound());
  return readable(*journal);
}

bool owesCode(const SealedJournal& journal, PartnerId partner) {
  return journal.findDraft(vaultOf(partner), kOwedCodePlace).has_value();
}

void protectIn(Desk& desk, PartnerId partner, const char* passphrase) {
  REQUIRE(desk.open()->protect(partner, secret(passphrase)).ok());
}

}  // namespace

TEST_CASE("Who can read what, piece by piece", "[protect]") {
  Desk desk;
  writeSomething(*desk.create());
  CHECK(readableAfter(desk, nullptr, nullptr) == "abo");
  protectIn(desk, PartnerId::A, kAlex);
  CHECK(readableAfter(desk, nullptr, nullptr) == "bo");
  CHECK(readableAfter(desk, kAlex, nullptr) == "abo");
  protectIn(desk, PartnerId::B, kSam);  // with A away: ours is sealed under a key that A finds later
  CHECK(readableAfter(desk, nullptr, nullptr).empty());
  CHECK(readableAfter(desk, nullptr, kSam) == "bo");
  CHECK(readableAfter(desk, kAlex, nullptr) == "ao");
  CHECK(readableAfter(desk, kAlex, nullptr) == "ao");  // taken up the first time
  CHECK(readableAfter(desk, kAlex, kSam) == "abo");
}

TEST_CASE("The second may protect while the first is here", "[protect]") {
  Desk desk;
  {
    const auto journal = desk.create();
    writeSomething(*journal);
    REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
    REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
    CHECK(readable(*journal) == "abo");
    REQUIRE(journal->add(VaultId::Ours, PartnerId::B, note("afterwards")).ok());
    CHECK(journal->verify().sound());
  }
  CHECK(readableAfter(desk, nullptr, nullptr).empty());
  CHECK(readableAfter(desk, kAlex, nullptr) == "ao");
  CHECK(readableAfter(desk, nullptr, kSam) == "bo");
}

TEST_CASE("A changed passphrase opens, and the old one opens nothing", "[protect]") {
  Desk desk;
  writeSomething(*desk.create());
  protectIn(desk, PartnerId::A, kAlex);
  protectIn(desk, PartnerId::B, kSam);
  const std::string before = bytesIn(desk.file());
  {
    const auto journal = desk.open();
    CHECK(kindOf(journal->protect(PartnerId::A, secret(kOther))) == ErrorKind::Locked);
    REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
    REQUIRE(journal->protect(PartnerId::A, secret(kOther)).ok());
    CHECK(kindOf(journal->unlock(PartnerId::A, secret(kAlex))) == ErrorKind::WrongPassphrase);
    CHECK(readable(*journal) == "ao");
  }
  CHECK(kindOf(desk.open()->unlock(PartnerId::A, secret(kAlex))) == ErrorKind::WrongPassphrase);
  CHECK(readableAfter(desk, kOther, nullptr) == "ao");
  CHECK(readableAfter(desk, nullptr, kSam) == "bo");
  // Slots of an old backup put into today's file: its keys are not the keys of today.
  putBytes(desk.file("old.footbridge"), before);
  RawFile(desk.file())
      .run("ATTACH '" + desk.file("old.footbridge") +
           "' AS old; DELETE FROM slot WHERE vault = 1;"
           "INSERT INTO slot SELECT * FROM old.slot WHERE vault = 1");
  CHECK(kindOf(desk.open()->unlock(PartnerId::A, secret(kAlex))) == ErrorKind::Damaged);
}

TEST_CASE("A key that waits for one partner survives the other's next change", "[protect]") {
  Desk desk;
  writeSomething(*desk.create());
  protectIn(desk, PartnerId::A, kAlex);
  protectIn(desk, PartnerId::B, kSam);
  {
    const auto journal = desk.open();
    REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
    REQUIRE(journal->protect(PartnerId::B, secret(kOther)).ok());
  }
  CHECK(readableAfter(desk, kAlex, nullptr) == "ao");
  {
    const auto journal = desk.open();  // and both here, where A changes
    REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
    REQUIRE(journal->unlock(PartnerId::B, secret(kOther)).ok());
    REQUIRE(journal->protect(PartnerId::A, secret(kSam)).ok());
    CHECK(readable(*journal) == "abo");
  }
  CHECK(readableAfter(desk, kSam, nullptr) == "ao");
  CHECK(readableAfter(desk, nullptr, kOther) == "bo");
}

TEST_CASE("A passphrase that is soon guessed is refused, and nothing changes", "[protect]") {
  Desk desk;
  const auto journal = desk.create();
  for (const char* weak : {"password", "Alex", "Sam Alex", "2026-11-23", "a"}) {
    const auto refused = journal->protect(PartnerId::A, secret(weak));
    CHECK(kindOf(refused) == ErrorKind::WeakPassphrase);
    CHECK(refused.error().number < 80);
  }
  CHECK(journal->door(VaultId::A) == DoorState::Open);
  CHECK(kindOf(journal->unlock(PartnerId::A, secret(kAlex))) == ErrorKind::NotProtected);
}

TEST_CASE("One's own code lets one back in, once", "[recover]") {
  Desk desk;
  std::string code;
  {
    const auto journal = desk.create();
    writeSomething(*journal);
    code = journal->protect(PartnerId::A, secret(kAlex)).value().text.text();
    REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  }
  std::string second;
  {
    const auto journal = desk.open();
    const std::string wrong = "0000-0000-0000-0000-0000-0000-00";
    CHECK(kindOf(journal->recover(PartnerId::A, secret(wrong), secret(kOther))) == ErrorKind::WrongCode);
    CHECK(kindOf(journal->recover(PartnerId::A, secret("not a code"), secret(kOther))) == ErrorKind::WrongCode);
    CHECK(kindOf(journal->recover(PartnerId::B, secret(code), secret(kOther))) == ErrorKind::WrongCode);
    CHECK(kindOf(journal->recover(PartnerId::A, secret(code), secret("password"))) == ErrorKind::WeakPassphrase);
    CHECK(readable(*journal).empty());
    std::string asTyped;
    for (const char c : code) asTyped += c == '-' ? ' ' : c == '0' ? 'o' : static_cast<char>(std::tolower(c));
    const auto fresh = journal->recover(PartnerId::A, secret(asTyped), secret(kOther));
    REQUIRE(fresh.ok());
    second = fresh->text.text();
    CHECK(readable(*journal) == "ao");
  }
  CHECK(second != code);
  CHECK(readableAfter(desk, kOther, nullptr) == "ao");
  CHECK(readableAfter(desk, nullptr, kSam) == "bo");
  const auto journal = desk.open();
  CHECK(kindOf(journal->unlock(PartnerId::A, secret(kAlex))) == ErrorKind::WrongPassphrase);
  CHECK(kindOf(journal->recover(PartnerId::A, secret(code), secret(kAlex))) == ErrorKind::WrongCode);
  CHECK(journal->recover(PartnerId::A, secret(second), secret(kAlex)).ok());
}

TEST_CASE("Nothing sealed under an old key is left in the file or beside it", "[protect]") {
  Desk desk;
  writeSomething(*desk.create());
  const auto boxesOf = [&desk](const std::string& rows, const std::string& slots) {
    RawFile raw(desk.file());
    auto boxes = raw.column("SELECT box FROM rec WHERE " + rows);
    for (std::string& box : raw.column("SELECT box FROM slot WHERE " + slots)) boxes.push_back(std::move(box));
    return boxes;
  };
  const auto found = [&desk](const std::vector<std::string>& boxes) {
    std::size_t count = 0;
    for (const char* ending : {"", "-journal"}) {
      const std::string bytes = bytesIn(desk.file() + ending);
      for (const std::string& box : boxes) count += bytes.find(box.substr(24, 40)) != std::string::npos ? 1U : 0U;
    }
    return count;
  };
  auto old = boxesOf("vault = 1", "vault = 1");
  CHECK(found(old) == 2);
  {
    const auto journal = desk.open();
    REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
    CHECK(found(old) == 0);  // while it is held, its rollback journal may lie beside it
  }
  CHECK(found(old) == 0);
  old = boxesOf("vault IN (2, 3)", "vault IN (2, 3)");
  CHECK(found(old) == 4);
  const auto journal = desk.open();
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  CHECK(found(old) == 0);
}

TEST_CASE("What is written is not readable in the file", "[protect]") {
  Desk desk;
  {
    const auto journal = desk.create();
    REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("canary-in-a-note")).ok());
    REQUIRE(journal->putDraft(VaultId::A, "canary-place", "canary-in-a-draft").ok());
  }
  CHECK(bytesIn(desk.file()).find("Alex") != std::string::npos);  // the control: names are in clear
  CHECK(bytesIn(desk.file()).find("canary") == std::string::npos);
  copyCutShort(desk.file(), desk.file("cut.footbridge"));
  REQUIRE_FALSE(bytesIn(desk.file("cut.footbridge-journal")).empty());
  CHECK(bytesIn(desk.file("cut.footbridge-journal")).find("canary") == std::string::npos);
}

TEST_CASE("A box tells nobody how long a line is, but for the next power of two", "[protect]") {
  Desk desk;
  const std::vector<std::size_t> lengths{0, 1, 40, 100, 400, 1000, 5000, 20'000};
  {
    const auto journal = desk.create();
    for (const std::size_t length : lengths) {
      REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note(std::string(length, 'x').c_str())).ok());
      REQUIRE(journal->putDraft(VaultId::A, "place-" + std::to_string(length), std::string(length, 'x')).ok());
    }
  }
  for (const char* table : {"rec", "draft"}) {
    CAPTURE(table);
    const auto boxes = boxesIn(desk.file(), table);
    REQUIRE(boxes.size() >= lengths.size());
    std::set<std::size_t> sizes;
    for (const std::string& box : boxes) {
      const std::size_t padded = box.size() - kBoxOverhead;
      CAPTURE(padded);
      CHECK(padded >= 256);
      CHECK(std::has_single_bit(padded));
      sizes.insert(padded);
    }
    CHECK(sizes.size() <= 7);  // 256, 512, 1024, 2048, 8192, 32768 and, where a line ends just there, one more
  }
}

TEST_CASE("What one guess costs is fitted to this computer, within the bounds", "[protect]") {
  const KdfCost cost = KdfCost::calibrated();
  CHECK(cost.inBounds());
  CHECK(cost.passes >= 3);
  CHECK(cost.memory == 256 * KdfCost::kMiB);
  CHECK_FALSE(KdfCost{0, KdfCost::kLeastMemory}.inBounds());
  CHECK_FALSE(KdfCost{21, KdfCost::kLeastMemory}.inBounds());
  CHECK_FALSE(KdfCost{3, KdfCost::kLeastMemory - 1}.inBounds());
  CHECK_FALSE(KdfCost{3, KdfCost::kMostMemory + 1}.inBounds());
}

TEST_CASE("A passphrase is the same however its accents were typed", "[protect]") {
  Desk desk;
  REQUIRE(desk.create()->protect(PartnerId::A, secret("caf\xC3\xA9 lantern otter nine teapots")).ok());
  CHECK(desk.open()->unlock(PartnerId::A, secret("cafe\xCC\x81 lantern otter nine teapots")).ok());
}

TEST_CASE("The names and days of this couple are what would be tried first", "[protect]") {
  Desk desk;
  const auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, std::nullopt, agreement()).ok());
  const auto words = journal->guessableWords();
  for (const char* word : {"Alex", "Sam", "2026-11-23", "20261123", "23112026", "2026-12-01"})
    CHECK(std::ranges::count(words, word) == 1);
}

TEST_CASE("New keys say that their code is owed, until it was shown", "[protect]") {
  Desk desk;
  std::string codeOfSam;
  {
    const auto journal = desk.create();
    CHECK_FALSE(owesCode(*journal, A));
    REQUIRE(journal->putDraft(VaultId::A, "note", "half a line").ok());
    REQUIRE(journal->protect(A, secret(kAlex)).ok());
    codeOfSam = journal->protect(B, secret(kSam))->text.text();
    CHECK(owesCode(*journal, A));
    CHECK(owesCode(*journal, B));
  }
  PartnerId whose = A;
  {
    const auto journal = desk.open();
    REQUIRE(journal->unlock(A, secret(kAlex)).ok());
    CHECK(owesCode(*journal, A));  // by the file, not by the process that made it
    REQUIRE(journal->clearDraft(VaultId::A, kOwedCodePlace).ok());
    SECTION("changed") {
      REQUIRE(journal->protect(A, secret(kOther)).ok());
    }
    SECTION("changed twice, and never shown") {
      REQUIRE(journal->protect(A, secret(kNewest)).ok());
      REQUIRE(journal->protect(A, secret(kOther)).ok());
    }
    SECTION("recovered") {
      whose = B;
      REQUIRE(journal->recover(B, secret(codeOfSam), secret(kOther)).ok());
    }
    SECTION("readmitted") {
      whose = B;
      REQUIRE(journal->readmit(B, secret(kOther)).ok());
    }
    SECTION("readmitted, and what was put aside brought back") {
      whose = B;
      REQUIRE(journal->readmit(B, secret(kNewest)).ok());
      REQUIRE(journal->clearDraft(VaultId::B, kOwedCodePlace).ok());
      REQUIRE(journal->recover(B, secret(codeOfSam), secret(kOther)).ok());
    }
  }
  const auto journal = desk.open();
  REQUIRE(journal->unlock(whose, secret(kOther)).ok());
  CHECK(owesCode(*journal, whose));
  REQUIRE(journal->clearDraft(vaultOf(whose), kOwedCodePlace).ok());
  CHECK_FALSE(owesCode(*journal, whose));
  if (whose == A) CHECK(journal->findDraft(VaultId::A, "note") == "half a line");
  CHECK(journal->verify().sound());
}
