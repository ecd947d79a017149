// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "catch.h"
#include "domain/answer.h"
#include "domain/exercise.h"
#include "domain/moment.h"
#include "domain/partner.h"
#include "domain/passphrase.h"
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

TEST_CASE("A passphrase leaves nothing where it came from") {
  std::string typed = "correct horse";
  auto passphrase = Passphrase::from(std::move(typed));
  REQUIRE(passphrase.has_value());
  CHECK(typed.empty());  // NOLINT(bugprone-use-after-move): that it is empty is the promise
  Passphrase moved = std::move(*passphrase);
  CHECK(passphrase->text().empty());
  CHECK(moved.text() == "correct horse");
  CHECK_FALSE(Passphrase::from("").has_value());
  CHECK_FALSE(Passphrase::from(std::string(1025, 'x')).has_value());
  CHECK(Passphrase::from("Zoe\xCC\x88")->text() == "Zo\xC3\xAB");
}

TEST_CASE("Strength knows what a partner would try first") {
  const std::vector<std::string> known{"Alexandra", "Samuel", "2026-11-23"};
  const auto enough = [&known](const char* text) { return strengthOf(*Passphrase::from(text), known).enough(); };
  CHECK_FALSE(enough("password1"));
  CHECK_FALSE(enough("Alexandra"));
  CHECK_FALSE(enough("AlexandraSamuel"));
  CHECK_FALSE(enough("2026-11-23"));
  CHECK(enough("kettle lantern otter nine"));
}

TEST_CASE("Names and dates count for little, however they are put together") {
  const std::vector<std::string> known{"Alexandra Muster", "Alexandra", "Muster", "Samuel", "2026-11-23", "23112026"};
  for (const char* text : {"Alexandra Muster", "AlexandraSamuel23112026", "S@muel Al3xandra", "2026-11-23 Samuel",
                           "mustersamuel23112026", "alexandra muster 2026-11-23"}) {
    CAPTURE(text);
    CHECK_FALSE(strengthOf(*Passphrase::from(text), known).enough());
    CHECK(strengthOf(*Passphrase::from(text), {}).guessesLog10 >
          strengthOf(*Passphrase::from(text), known).guessesLog10 + 1);
  }
  for (const char* text : {"AlexandraSamuel23112026", "2026-11-23 Samuel", "alexandra muster 2026-11-23"}) {
    CAPTURE(text);
    CHECK(strengthOf(*Passphrase::from(text), {}).enough());
  }
  CHECK(PassphraseStrength{7.99}.enough() == false);
  CHECK(PassphraseStrength{8.0}.enough());
}

TEST_CASE("What stands between names and dates makes them no harder to guess") {
  std::vector<std::string> known{"Alex", "Sam", "2026-11-28", "28.11.2026", "28112026", "2026"};
  const bool longJournal = GENERATE(false, true);
  for (int day = 0; longJournal && day < 380; ++day) known.insert(known.begin(), "2025" + std::to_string(1000 + day));
  CAPTURE(longJournal);
  const auto enough = [&known](const std::string& text) {
    return strengthOf(*Passphrase::from(std::string(text)), known).enough();
  };
  for (const char* text : {"Sam & Alex 2026",
                           "alex-sam-2026",
                           "Sam+Alex=2026",
                           "sam_and_alex",
                           "Sam and Alex 2026",
                           "Alex & Sam forever",
                           "alex.sam.28.11.2026",
                           "Sam, Alex, 28.11.2026",
                           "SAM/ALEX/2026",
                           "s-a-m a-l-e-x",
                           "S a m & A l e x",
                           "Sam\xE2\x9D\xA4 Alex 2026",
                           "Alex \xE2\x80\x93 Sam \xE2\x80\x93 2026",
                           "Sam&Alex&Sam&Alex",
                           "Alex Sam Alex Sam 2026",
                           "AlexSam!2026!",
                           "mas xela 2026",
                           "4lex-5am-2026",
                           "$am & @lex 2026",
                           "sAm + aLeX (2026)",
                           "1 2 3 4 5 6 7 8",
                           "p.a.s.s.w.o.r.d",
                           "---------------"}) {
    CAPTURE(text, strengthOf(*Passphrase::from(text), known).guessesLog10);
    CHECK_FALSE(enough(text));
  }
  for (const char* text :
       {"kettle lantern otter nine", "vexing lantern oatmeal quarry", "blue.fern.gap", "otter-nine-kettle",
        "tin, oak & moss river", "gr\xC3\xBCn-Zaun-7-Lampe", "sam otter kettle lantern", "k9$Tq!x7&", "x7!pQ-2vLm",
        "\xD0\xBA\xD1\x80\xD0\xB0\xD1\x81\xD0\xBD\xD1\x8B\xD0\xB9 \xD0\xB4\xD0\xBE\xD0\xBC \xD1\x83 "
        "\xD1\x80\xD0\xB5\xD0\xBA\xD0\xB8"}) {
    CAPTURE(text, strengthOf(*Passphrase::from(text), known).guessesLog10);
    CHECK(enough(text));
  }
}
