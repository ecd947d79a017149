// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "storage/desk.h"

using namespace footbridge;
using namespace footbridge::storage::test;

namespace {

constexpr const char* kPlace = "sitting/7/page";

}  // namespace

TEST_CASE("A draft that the disk did not take is carried, sealed, to the next process", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  const auto sealed = journal->sealDraft(VaultId::A, kPlace, "half a line about the kettle");
  REQUIRE(sealed.ok());
  CHECK(sealed->find("kettle") == std::string::npos);
  CHECK(sealed->find("page") == std::string::npos);
  CHECK_FALSE(journal->findDraft(VaultId::A, kPlace));

  journal.reset();
  journal = desk.open();
  REQUIRE(journal->takeDraft(*sealed).ok());
  CHECK_FALSE(journal->findDraft(VaultId::A, kPlace));  // its vault is locked
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->findDraft(VaultId::A, kPlace) == "half a line about the kettle");

  journal.reset();
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->findDraft(VaultId::A, kPlace) == "half a line about the kettle");  // the file has it now
  for (const auto& found : journal->verify().vaults) CHECK_FALSE(found.problem);
}

TEST_CASE("A carried draft is newer than the one in the file", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "before").ok());
  const auto sealed = journal->sealDraft(VaultId::Ours, kPlace, "after");
  REQUIRE(sealed.ok());
  journal.reset();
  journal = desk.open();
  REQUIRE(journal->takeDraft(*sealed).ok());
  CHECK(journal->findDraft(VaultId::Ours, kPlace) == "after");
}

TEST_CASE("What this journal did not seal is not taken for its own", "[draft]") {
  Desk desk;
  Desk other;
  auto journal = desk.create();
  auto stranger = other.create();
  const auto foreign = stranger->sealDraft(VaultId::Ours, kPlace, "not from here");
  REQUIRE(foreign.ok());
  REQUIRE(journal->takeDraft(*foreign).ok());
  CHECK_FALSE(journal->findDraft(VaultId::Ours, kPlace));

  auto sealed = journal->sealDraft(VaultId::Ours, kPlace, "mine");
  REQUIRE(sealed.ok());
  for (const std::size_t at : {std::size_t{1}, std::size_t{20}, sealed->size() - 1}) {
    std::string altered = *sealed;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    REQUIRE(journal->takeDraft(altered).ok());
    CHECK_FALSE(journal->findDraft(VaultId::Ours, kPlace));
  }
  for (const char* shapeless : {"", "x", "\1short"}) {
    const auto refused = journal->takeDraft(shapeless);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::Damaged);
  }
}

TEST_CASE("Nothing is sealed for a vault that is locked", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  journal.reset();
  journal = desk.open();
  const auto sealed = journal->sealDraft(VaultId::A, kPlace, "words");
  REQUIRE_FALSE(sealed.ok());
  CHECK(sealed.error().kind == ErrorKind::Locked);
}
