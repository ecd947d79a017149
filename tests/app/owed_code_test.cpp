// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "evening.h"

using namespace footbridge;
using namespace footbridge::app_test;

TEST_CASE("Whoever's keys were changed where nobody came to show the code finds in the window that one is owed") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  CHECK_FALSE(evening.robot().sees(QStringLiteral("codeButton")));
  evening.end();
  {
    // As a command that ends right after it changed them, or as this window does.
    storage::FileShelf shelf({.cost = storage::KdfCost::least(), .stateFolder = {}, .now = {}});
    const auto journal = shelf.open(evening.path());
    REQUIRE(journal.ok());
    REQUIRE((*journal)->unlock(PartnerId::A, *Passphrase::from(kAlex)).ok());
    REQUIRE((*journal)->protect(PartnerId::A, *Passphrase::from("eleven umbrellas went missing")).ok());
  }
  comeInAs(evening, "partnerAButton", "eleven umbrellas went missing");
  CHECK(evening.robot().sees(QStringLiteral("codeButton")));
  comeInAs(evening, "partnerBButton", kSam);
  CHECK_FALSE(evening.robot().sees(QStringLiteral("codeButton")));
}
