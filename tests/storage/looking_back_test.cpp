// SPDX-License-Identifier: GPL-3.0-or-later
// What was put aside opens by itself with its own passphrase or code, without the passphrase of today.
#include "catch.h"
#include "domain/exchange.h"
#include "domain/put_aside.h"
#include "storage/desk.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr const char* kLikeACode = "vexing lantern oatmeal quarry";  ///< in the number of its letters

/// Sam let Alex back in, with a passphrase that Alex does not know.
std::unique_ptr<SealedJournal> letAlexBackIn(Desk& desk, std::string& code, const char* before = kAlex) {
  auto journal = desk.create();
  code = journal->protect(A, secret(before))->text.text();
  REQUIRE(journal->protect(B, secret(kSam)).ok());
  REQUIRE(journal->add(VaultId::A, A, note("only mine")).ok());
  REQUIRE(journal->putDraft(VaultId::A, "page", "half a line").ok());
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->readmit(A, secret(kOther)).ok());
  REQUIRE(journal->add(VaultId::A, A, note("since")).ok());
  journal = nullptr;
  return desk.open();
}

}  // namespace

TEST_CASE("The secrets of before open what was put aside, by itself and to be read", "[readmit]") {
  Desk desk;
  std::string code;
  const char* const passphrase = GENERATE(kAlex, kLikeACode);
  auto journal = letAlexBackIn(desk, code, passphrase);
  const bool byCode = GENERATE(true, false);
  const Passphrase before = secret(byCode ? code : passphrase);
  const std::string bytes = bytesIn(desk.file());
  const auto refused = journal->unlock(A, before);
  REQUIRE(kindOf(refused) == ErrorKind::WrongPassphrase);
  CHECK(refused.error().detail == kOfBefore);
  REQUIRE(journal->lookBack(A, before).ok());

  CHECK(journal->entries(Reader::A).size() == 1);
  CHECK(journal->search("only mine", Reader::A).size() == 1);
  CHECK(journal->draftsAt(VaultId::A, "page") == std::vector<std::string>{"half a line"});
  const auto exported = journal->exchange()->exported({ExportFormat::Json, Reader::A, ExportPart::Own});
  REQUIRE(exported.ok());
  CHECK(exported->find("only mine") != std::string::npos);
  CHECK(exported->find("since") == std::string::npos);
  const VerifyReport report = journal->verify();
  CHECK(report.vaults[0].check == VaultCheck::NotChecked);
  REQUIRE(report.vaults.back().aside);
  CHECK(report.vaults.back().check == VaultCheck::Sound);

  CHECK(kindOf(journal->add(VaultId::A, A, note("more"))) == ErrorKind::ReadOnly);
  CHECK(kindOf(journal->putDraft(VaultId::A, "page", "more")) == ErrorKind::ReadOnly);
  CHECK(kindOf(journal->protect(A, secret(kNewest))) == ErrorKind::ReadOnly);
  CHECK(kindOf(journal->erase(A)) == ErrorKind::ReadOnly);
  CHECK(kindOf(journal->unlock(B, secret(kSam))) == ErrorKind::ReadOnly);
  CHECK(kindOf(journal->recover(A, before, secret(kNewest))) == ErrorKind::ReadOnly);
  journal = nullptr;
  CHECK(bytesIn(desk.file()) == bytes);
  journal = desk.open();
  REQUIRE(journal->unlock(A, secret(kOther)).ok());
  CHECK(journal->verify().sound());
}

TEST_CASE("Nothing else opens what was put aside, and nobody else's", "[readmit]") {
  Desk desk;
  std::string code;
  auto journal = letAlexBackIn(desk, code);
  CHECK(kindOf(journal->lookBack(A, secret(kSam))) == ErrorKind::WrongPassphrase);
  CHECK(kindOf(journal->lookBack(A, secret(kOther))) == ErrorKind::WrongPassphrase);
  CHECK(kindOf(journal->lookBack(B, secret(kAlex))) == ErrorKind::WrongPassphrase);
  const auto wrong = journal->unlock(A, secret(kNewest));
  REQUIRE(kindOf(wrong) == ErrorKind::WrongPassphrase);
  CHECK(wrong.error().detail.empty());
  REQUIRE(journal->unlock(A, secret(kOther)).ok());
  CHECK(kindOf(journal->lookBack(A, secret(kAlex))) == ErrorKind::NotAllowed);
  CHECK(journal->add(VaultId::A, A, note("more")).ok());
}

TEST_CASE("A passphrase of before brings back what was put aside, though it has as many letters as a code",
          "[readmit]") {
  Desk desk;
  std::string code;
  auto journal = letAlexBackIn(desk, code, kLikeACode);
  REQUIRE(journal->unlock(A, secret(kOther)).ok());
  REQUIRE(journal->recover(A, secret(kLikeACode), secret(kNewest)).ok());
  CHECK(journal->entries(Reader::A).size() == 2);
}
