// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/passphrase.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace footbridge;

namespace {

/// A text that stands in memory only as its bytes' complements, so that looking for it does not find what looks.
class Unseen {
 public:
  explicit Unseen(std::string&& text) : m_complement(text.size(), '\0') {
    std::ranges::transform(text, m_complement.begin(), complement);
    std::ranges::fill(text, '\0');
  }
  [[nodiscard]] std::string text() const {
    std::string plain(m_complement.size(), '\0');
    std::ranges::transform(m_complement, plain.begin(), complement);
    return plain;
  }
  /// The same as UTF-32, for ASCII.
  [[nodiscard]] Unseen wide() const {
    std::string plain;
    plain.reserve(4 * m_complement.size());
    for (const char c : m_complement) plain.append({complement(c), '\0', '\0', '\0'});
    return Unseen(std::move(plain));
  }
  [[nodiscard]] bool isAt(std::string_view bytes) const {
    return std::ranges::equal(m_complement, bytes.substr(0, m_complement.size()), {}, complement);
  }
  [[nodiscard]] std::size_t size() const { return m_complement.size(); }

 private:
  static char complement(char c) { return static_cast<char>(~c); }
  std::string m_complement;
};

/// How often it stands in the heap of this process, in use or freed.
[[maybe_unused]] std::size_t copiesInHeap(const Unseen& wanted) {
  std::ifstream maps("/proc/self/maps");
  const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  std::size_t found = 0;
  for (std::string line; std::getline(maps, line);) {
    if (!line.ends_with("[heap]")) continue;
    const auto from = std::stoull(line, nullptr, 16);
    const auto to = std::stoull(line.substr(line.find('-') + 1), nullptr, 16);
    static std::vector<char> bytes(64U << 20U);  // beyond the heap: by mmap
    const ssize_t got =
        ::pread(memory, bytes.data(), std::min<std::size_t>(bytes.size(), to - from), static_cast<off_t>(from));
    const std::string_view all(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    for (std::size_t at = 0; at + wanted.size() <= all.size(); ++at) found += wanted.isAt(all.substr(at)) ? 1U : 0U;
  }
  ::close(memory);
  return found;
}

}  // namespace

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

// The address sanitizer keeps memory of its own, and what is freed as it was: there is nothing to be seen there.
#ifndef __SANITIZE_ADDRESS__
TEST_CASE("A passphrase leaves no copy in memory, at its full length or composed from marks") {
  // Looked for in bytes and in UTF-32. The allocator writes over the beginning of what is freed, so some words go
  // before.
  std::string words("velvet");
  for (const char* const next : {" harbour ", "tinsel "}) words += next;
  const Unseen plain(std::move(words));
  const Unseen wide = plain.wide();
  const std::string ending = GENERATE("", "Zoe\xCC\x88", "\xFF");
  CAPTURE(ending);
  std::string typed;
  typed.reserve(128);
  typed.append(48, 'x');
  typed += plain.text();
  typed += ending;
  REQUIRE(copiesInHeap(plain) >= 1);  // what is held is found
  {
    const auto passphrase = Passphrase::from(std::move(typed));
    CHECK(passphrase.has_value() == (ending != "\xFF"));
  }
  CHECK(copiesInHeap(plain) == 0);
  CHECK(copiesInHeap(wide) == 0);
}
#endif

TEST_CASE("A passphrase short enough to live inside its string is wiped there as well") {
  std::string typed = "otter nine";
  const char* const place = typed.data();
  const std::size_t size = typed.size();
  const auto passphrase = Passphrase::from(std::move(typed));
  REQUIRE(passphrase.has_value());
  CHECK(std::all_of(place, place + size, [](char c) { return c == '\0'; }));
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

TEST_CASE("A day is no passphrase, in words or in digits") {
  const std::vector<std::string> known{"Ann", "Ben", "2026-11-30", "30112026"};
  const auto enough = [&known](const char* text) { return strengthOf(*Passphrase::from(text), known).enough(); };
  for (const char* text :
       {"14.2.2019", "30november2026", "14 February 2019", "February 14, 2019", "14 februar 2019", "Monday 30 November",
        "30 November 2026", "4th of July 1998", "the 14 f\xC3\xA9vrier 2019", "14-February-2019", "3. M\xC3\xA4rz 2018",
        "Ann Ben 30 November 2026", "Mittwoch, 14. Februar 2019"}) {
    CAPTURE(text);
    CHECK_FALSE(enough(text));
  }
  for (const char* text :
       {"kettle lantern otter nine", "may the otter march at 4 in the rain", "7 kettles sat in the sun"})
    CHECK(enough(text));
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
