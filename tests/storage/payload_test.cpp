// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/payload.h"

#include <nlohmann/json.hpp>

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
  std::vector<EntryBody> bodies{Note{"a line just for me"}, Note{""}, agreement(), Agreement{}};
  for (SittingEvent& event : everyEvent()) bodies.push_back(LaneEvent{*SittingId::from(9), 4, std::move(event)});
  return bodies;
}

using nlohmann::json;

json sample() {
  return json::parse(toPayload(recordOf(Note{"x"})).value());
}
json sampleEvent() {
  return json::parse(
      toPayload(recordOf(LaneEvent{*SittingId::from(9), 0, Reflected{step("talk"), 0, Verdict::Yes}})).value());
}
bool isRefused(const json& payload) {
  const auto parsed = parsePayload(payload.dump(), VaultId::B);
  return !parsed && parsed.error().kind == ErrorKind::Damaged;
}

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
  const std::vector<EntryBody> bodies{Note{"broken \xC3"},
                                      Note{"\xED\xA0\x80"},
                                      noDay,
                                      Note{std::string(5'000'000, 'x')},
                                      LaneEvent{*SittingId::from(9), 0, Spoke{step("talk"), -1, 0}},
                                      LaneEvent{*SittingId::from(9), 0, farAway}};
  for (const EntryBody& body : bodies) CHECK(kindOf(toPayload(recordOf(body))) == ErrorKind::Invalid);
}

TEST_CASE("A payload that we do not write is damage", "[payload]") {
  REQUIRE_FALSE(isRefused(sample()));
  for (const char* field : {"v", "id", "rev", "ours", "own", "by", "made", "changed", "kind", "body"}) {
    json missing = sample();
    missing.erase(field);
    CHECK(isRefused(missing));
    json other = sample();
    other[field] = json::array();
    CHECK(isRefused(other));
    json fraction = sample();
    fraction[field] = 1.5;
    CHECK(isRefused(fraction));
  }
  json more = sample();
  more["more"] = 1;
  CHECK(isRefused(more));
  for (const auto& [field, value] : std::vector<std::pair<const char*, json>>{{"v", 2},
                                                                              {"id", 0},
                                                                              {"id", -1},
                                                                              {"id", UINT64_MAX},
                                                                              {"rev", 0},
                                                                              {"by", 3},
                                                                              {"kind", "event"},
                                                                              {"kind", "agreement"},
                                                                              {"kind", "gone"},
                                                                              {"kind", "other"}}) {
    json wrong = sample();
    wrong[field] = value;
    CHECK(isRefused(wrong));
  }
}

TEST_CASE("An event that we do not write is damage", "[payload]") {
  REQUIRE_FALSE(isRefused(sampleEvent()));
  const std::vector<json> events{
      json::object(),
      {{"is", "unheard-of"}},
      {{"is", "left"}, {"more", 1}},
      {{"is", "passed"}, {"step", "Not A Step"}},
      {{"is", "reflected"}, {"step", "talk"}, {"turn", 0}, {"verdict", "maybe"}},
      {{"is", "answered"},
       {"step", "s"},
       {"answer", {{"is", "rated"}, {"ratings", json::array({json::array({"i", 7})})}}}},
      {{"is", "answered"}, {"step", "s"}, {"answer", {{"is", "chosen"}, {"cards", {"ok", 3}}}}},
      {{"is", "answered"},
       {"step", "s"},
       {"answer", {{"is", "close"}, {"heard", {"one"}}, {"appreciated", {"a", "b"}}}}},
      {{"is", "answered"},
       {"step", "s"},
       {"answer", {{"is", "reviewed"}, {"outcomes", json::array({json::array({0, "kept"})})}}}},
      {{"is", "revealed"},
       {"reveal", "r"},
       {"lines", {{{"writer", ""}, {"line", {{"step", "s"}}}, {"answer", {{"is", "none"}}}}}}},
      {{"is", "looked-over"}, {"reveal", "r"}, {"choices", {{{"line", {{"step", "s"}}}, {"open", 1}}}}}};
  for (const json& event : events) {
    json wrong = sampleEvent();
    wrong["body"]["event"] = event;
    INFO(wrong.dump());
    CHECK(isRefused(wrong));
  }
}

TEST_CASE("Text that is no JSON is damage and nothing worse", "[payload]") {
  const std::string whole = toPayload(recordOf(agreement())).value();
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK_FALSE(parsePayload(whole.substr(0, length), VaultId::A).ok());
  CHECK_FALSE(parsePayload(std::string(100'000, '['), VaultId::A).ok());
  CHECK_FALSE(parsePayload("\xFF\xFE", VaultId::A).ok());
}
