// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "catch.h"
#include "domain/answer.h"
#include "domain/exercise.h"
#include "domain/moment.h"
#include "domain/partner.h"
#include "domain/text.h"

using namespace footbridge;

TEST_CASE("A day is read and written the same way, and only if the calendar has it") {
  for (const char* good : {"2026-11-23", "2024-02-29", "1999-12-31"}) {
    INFO(good);
    REQUIRE(parseDay(good).has_value());
    CHECK(toText(*parseDay(good)) == good);
  }
  for (const char* bad : {"", "2026-11-3", "2026-13-01", "2025-02-29", "2026/11/23", "2026-11-23 ", "20a6-11-23"}) {
    INFO(bad);
    CHECK_FALSE(parseDay(bad).has_value());
  }
  CHECK(daysBetween(*parseDay("2026-11-23"), *parseDay("2026-12-03")) == 10);
  CHECK(daysBetween(*parseDay("2026-12-03"), *parseDay("2026-11-23")) == -10);
}

TEST_CASE("Names of content are plain words") {
  CHECK(ExerciseId::from("the-view-2").has_value());
  for (const std::string bad : {"", "The-View", "a b", "../x", "caf\xC3\xA9"}) {
    INFO(bad);
    CHECK_FALSE(ExerciseId::from(bad).has_value());
  }
  CHECK_FALSE(ExerciseId::from(std::string(65, 'a')).has_value());
  CHECK_FALSE(EntryId::from(0).has_value());
  CHECK_FALSE(EntryId::from(-1).has_value());
}

TEST_CASE("A mark is between 0 and 6") {
  CHECK_FALSE(Score::from(-1).has_value());
  CHECK_FALSE(Score::from(7).has_value());
  CHECK(Score::from(6)->mark() == 6);
}

TEST_CASE("A partner's name is one honest line") {
  CHECK(PartnerName::from("  Alex ")->text() == "Alex");
  CHECK(PartnerName::from("Zoe\xCC\x88")->text() == "Zo\xC3\xAB");  // composed
  CHECK_FALSE(PartnerName::from("   ").has_value());
  CHECK_FALSE(PartnerName::from("A\nB").has_value());
  CHECK_FALSE(PartnerName::from("A\xE2\x80\xAEx").has_value());  // right-to-left override
  CHECK_FALSE(PartnerName::from("\xFF").has_value());
  CHECK_FALSE(PartnerName::from("Al\xE2\x80\xA8"
                                "ex")
                  .has_value());                               // a line separator
  CHECK_FALSE(PartnerName::from("\xE2\x80\x8B").has_value());  // a space of no width, alone
  CHECK(PartnerName::from("Sam\xE2\x80\x8B")->text() == "Sam");
  CHECK(PartnerName::from("Sa\xE2\x80\x8D"
                          "m\xEF\xB8\x8F")
            ->text() == "Sam");                                // a joiner, a variation selector
  const std::string persian = "\xD9\x85\xE2\x80\x8C\xD9\x85";  // what stands there is a letter's form
  CHECK(PartnerName::from(persian)->text() == persian);
  const std::string heart = "Sam \xE2\x9D\xA4\xEF\xB8\x8F";
  CHECK(PartnerName::from(heart)->text() == heart);
  CHECK_FALSE(PartnerName::from(std::string(41, 'x')).has_value());
}

TEST_CASE("Search keys meet across case, accents and composition") {
  CHECK(searchKey("CAF\xC3\x89") == searchKey("cafe\xCC\x81"));
  CHECK(searchKey("Stra\xC3\x9F"
                  "e") == searchKey("STRASSE"));
  CHECK(searchKey("walk") != searchKey("talk"));
}

TEST_CASE("Trimming takes white space from the ends alone") {
  CHECK(trimmed(" \t a b\xC2\xA0\n") == "a b");
  CHECK(trimmed(" \xC2\xA0 ").empty());
}

TEST_CASE("Names go into texts where the marks stand") {
  CHECK(withNames("{me} and {partner}, {me}", "Alex", "Sam") == "Alex and Sam, Alex");
  CHECK(withNames("{me} {x}", "{partner}", "Sam") == "{partner} {x}");
}

TEST_CASE("Where nobody else is there a text is about somebody without a name") {
  CHECK(aboutSomebody("I told {partner} about {me}.") == "I told my partner about {me}.");
  CHECK(aboutSomebody("{partner} knew. Did {partner} say so?") == "Your partner knew. Did your partner say so?");
}
