// SPDX-License-Identifier: GPL-3.0-or-later
// Joining copies of which one has readmitted a partner, whose old vault is put aside there.
#include "catch.h"
#include "domain/exchange.h"
#include "storage/desk.h"
#include "storage/raw_file.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr const char* kForgotten = "seven teaspoons in the attic";
constexpr const char* kNewest = "nineteen quiet herons by noon";

}  // namespace

TEST_CASE("What was put aside is joined with what came in meanwhile, and its deletions hold", "[merge][readmit]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(copies.base->protect(PartnerId::B, secret(kSam)).ok());
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
