// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/payload.h"

#include <cstdint>
#include <string>

#include "catch.h"
#include "storage/desk.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

Record recordOf(EntryBody body) {
  const Moment made{std::chrono::milliseconds(1795440000123)};
  Entry entry{*EntryId::from(42), 3, VaultId::B, PartnerId::B, made, made + std::chrono::hours(5), std::move(body)};
  return {std::move(entry), {7, 9}, false};
}

std::vector<EntryBody> everyBody() {
  std::vector<EntryBody> bodies{Note{"a line just for me"}, Note{""}, agreement(), Agreement{}, viewing(), Viewing{}};
  for (SittingEvent& event : everyEvent()) bodies.push_back(LaneEvent{*SittingId::from(9), 4, std::move(event)});
  return bodies;
}

/// The sample: a note of one letter. Its fields begin at these places.
constexpr std::size_t kVersionAt = 0, kKindAt = 1, kAuthorAt = 2, kMarksAt = 3, kIdAt = 4, kRevisionAt = 12,
                      kOrderAt = 16, kOnAt = 48, kBodyAt = 52;

std::string sample() {
  return toPayload(recordOf(Note{"x"})).value();
}
std::string with(std::string payload, std::size_t place, std::string_view bytes) {
  return payload.replace(place, bytes.size(), bytes);
}
bool isRefused(const std::string& payload) {
  const auto parsed = parsePayload(payload, VaultId::B);
  return !parsed && parsed.error().kind == ErrorKind::Damaged;
}

/// The payload of an event whose own bytes, its kind first, are these.
std::string withEvent(std::string_view event) {
  std::string payload = toPayload(recordOf(LaneEvent{*SittingId::from(9), 0, Left{}})).value();
  payload.pop_back();
  return payload.append(event);
}
using namespace std::string_literals;
const std::string kStep = "\1\0\0\0s"s;

}  // namespace

TEST_CASE("Every body comes back as it went", "[payload]") {
  for (const EntryBody& body : everyBody()) {
    const Record record = recordOf(body);
    const auto payload = toPayload(record);
    REQUIRE(payload.ok());
    INFO(payload.value());
    const auto back = parsePayload(payload.value(), VaultId::B);
    REQUIRE(back.ok());
    CHECK(back.value() == record);
  }
}

TEST_CASE("A tombstone comes back as one", "[payload]") {
  Record record = recordOf(Note{});
  record.gone = true;
  record.entry.author.reset();
  CHECK(parsePayload(toPayload(record).value(), VaultId::B).value() == record);
}

TEST_CASE("What could not be read back is not written", "[payload]") {
  Agreement noDay = agreement();
  noDay.review = day(2026, 2, 31);
  Begun farAway = begun(SittingMode::Alone);
  farAway.day = day(12026, 1, 1);
  Viewing noDayEither = viewing();
  noDayEither.talks[0].when = day(2026, 2, 31);
  const std::vector<EntryBody> bodies{Note{"broken \xC3"},
                                      Note{"\xED\xA0\x80"},
                                      noDay,
                                      noDayEither,
                                      Note{std::string(5'000'000, 'x')},
                                      LaneEvent{*SittingId::from(9), 0, Spoke{step("talk"), -1, 0}},
                                      LaneEvent{*SittingId::from(9), 0, farAway}};
  for (const EntryBody& body : bodies) CHECK(kindOf(toPayload(recordOf(body))) == ErrorKind::Invalid);
}

TEST_CASE("The layout is what FORMAT.md says", "[payload]") {
  const std::string expected = "\1\0\2\0"s + "\x2A\0\0\0\0\0\0\0"s + "\3\0\0\0"s + "\7\0\0\0\0\0\0\0"s +
                               "\x9\0\0\0\0\0\0\0"s + "\x7B\x3C\x90\x08\xA2\x01\0\0"s +
                               "\xFB\xE4\xA2\x09\xA2\x01\0\0"s + "\0\0\0\0"s + "\1\0\0\0x"s;
  CHECK(sample() == expected);
  // Whoever changes this changes the format: journals written before cannot be read any more.
  std::uint64_t sum = 14695981039346656037U;
  for (const EntryBody& body : everyBody()) {
    const std::string payload = toPayload(recordOf(body)).value();
    for (const char byte : payload) sum = (sum ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  }
  CHECK(sum == 14256388736539074005U);
}

TEST_CASE("What others could have written is kept as that, aside or not", "[payload]") {
  for (const char* marks : {"\0", "\1", "\2", "\3"}) {
    const auto record = parsePayload(with(sample(), kMarksAt, std::string(marks, 1)), VaultId::A);
    REQUIRE(record.ok());
    CHECK(record->aside == (marks[0] % 2 == 1));
    CHECK(record->unproven == (marks[0] > 1));
    CHECK(toPayload(*record).value() == with(sample(), kMarksAt, std::string(marks, 1)));
  }
}

TEST_CASE("A payload that we do not write is damage", "[payload]") {
  REQUIRE_FALSE(isRefused(sample()));
  CHECK(isRefused(sample() + '\0'));
  const std::vector<std::pair<std::size_t, std::string>> wrong{{kVersionAt, "\2"},
                                                               {kKindAt, "\1"},
                                                               {kKindAt, "\2"},
                                                               {kKindAt, "\x80"},
                                                               {kKindAt, "\xFE"},
                                                               {kAuthorAt, "\3"},
                                                               {kMarksAt, "\4"},
                                                               {kIdAt, std::string(8, '\0')},
                                                               {kIdAt, std::string(8, '\xFF')},
                                                               {kRevisionAt, std::string(4, '\0')},
                                                               {kOrderAt, std::string(8, '\xFF')},
                                                               {kOnAt, "\1"},
                                                               {kOnAt, std::string(4, '\xFF')},
                                                               {kBodyAt, std::string(4, '\xFF')},
                                                               {kBodyAt + 4, "\xC3"}};
  for (const auto& [place, bytes] : wrong) {
    INFO(place);
    CHECK(isRefused(with(sample(), place, bytes)));
  }
}

TEST_CASE("An event that we do not write is damage", "[payload]") {
  REQUIRE_FALSE(isRefused(withEvent("\2"s + kStep)));
  const std::vector<std::string> events{"",
                                        "\x0D",          // unheard of
                                        "\x0B\0"s,       // something after what has no fields
                                        "\2\1\0\0\0S"s,  // no step has such a name
                                        "\2\0\0\0\0"s,   // nor none at all
                                        "\x0A"s + kStep + std::string(8, '\0') + '\3',    // a verdict
                                        "\x0A"s + kStep + std::string(8, '\xFF') + '\0',  // a turn
                                        "\1"s + kStep + "\x9",                            // an answer
                                        "\1"s + kStep + "\2\1\0\0\0\1\0\0\0i\7"s,         // a score
                                        "\1"s + kStep + "\3\2\0\0\0\1\0\0\0c"s,           // one card of two
                                        "\1"s + kStep + "\6\2"s,  // neither an agreement nor none
                                        "\1"s + kStep + "\7\1\0\0\0" + std::string(9, '\0'),  // of no entry
                                        "\4"s + kStep + "\1\0\0\0"s + kStep + "\0\2\0"s,      // neither open nor not
                                        "\x8"s + kStep + "\1\0\0\0\0"s + kStep + "\0\0"s};    // by nobody
  for (const std::string& event : events) CHECK(isRefused(withEvent(event)));
}

TEST_CASE("Something to watch that we do not write is damage", "[payload]") {
  // Of the plainest: an empty title, and after it by, added, seen, plan and how many talks.
  constexpr std::size_t kBy = kBodyAt + 4, kAdded = kBy + 1, kPlan = kAdded + 8, kTalks = kPlan + 1;
  const std::string plain = toPayload(recordOf(Viewing{})).value();
  REQUIRE(plain.size() == kTalks + 4);
  REQUIRE_FALSE(isRefused(plain));
  for (const auto& [place, bytes] : std::vector<std::pair<std::size_t, std::string>>{
           {kBy, "\3"}, {kAdded, "\x20\0\0\0"s}, {kPlan, "\2"}, {kPlan, "\1"}, {kTalks, "\1"}}) {
    INFO(place);
    CHECK(isRefused(with(plain, place, bytes)));
  }
}

TEST_CASE("A payload that is cut short is damage and nothing worse", "[payload]") {
  for (const EntryBody& body : everyBody()) {
    const std::string whole = toPayload(recordOf(body)).value();
    for (std::size_t length = 0; length < whole.size(); ++length) REQUIRE(isRefused(whole.substr(0, length)));
  }
  CHECK(isRefused(std::string(100'000, '\1')));
  CHECK(isRefused(std::string(100'000, '\xFF')));
}

TEST_CASE("Whatever can be read is what we would have written", "[payload]") {
  std::size_t read = 0;
  for (const EntryBody& body : everyBody()) {
    const std::string whole = toPayload(recordOf(body)).value();
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (int bit = 0; bit < 8; ++bit) {
        std::string other = whole;
        other[at] = static_cast<char>(other[at] ^ (1 << bit));
        const auto parsed = parsePayload(other, VaultId::B);
        if (!parsed) continue;
        ++read;
        const auto again = toPayload(parsed.value());
        REQUIRE((again.ok() && again.value() == other));
      }
    }
  }
  CHECK(read > 1000);
}
