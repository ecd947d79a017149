// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/limits.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "content/sample.h"

using namespace footbridge::content;
using namespace footbridge::content::test;

namespace {

struct Hostile {
  std::string bytes;
  Rule rule;
  std::string place;
};

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

std::string listOf(int count) {
  std::string text = "[";
  for (int i = 0; i < count; ++i) text += i == 0 ? "1" : ",1";
  return text + "]";
}

/// `inner` as the text of a JSON string, after a first line.
std::string quoted(const std::string& inner) {
  return "[\n\"" + inner + "\"]";
}

const std::vector<Hostile>& hostileFiles() {
  using namespace std::string_literals;
  static const std::vector<Hostile> kFiles{
      // size and shape
      {std::string(kMostBytes + 1, ' '), Rule::TooBig, "1:1"},
      {nested(9), Rule::TooDeep, "1:9"},
      {nested(100000), Rule::TooDeep, "1:9"},
      {R"({"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}})", Rule::TooDeep, "1:41"},
      {listOf(kMostValues), Rule::TooManyValues, "1:10000"},
      {quoted(std::string(kMostStringBytes + 1, 'a')), Rule::StringTooLong, "2:1"},
      {"{\"" + std::string(kMostStringBytes + 1, 'k') + "\": 1}", Rule::StringTooLong, "1:2"},
      // numbers
      {"[1.5]", Rule::NotWhole, "1:2"},
      {"[1e3]", Rule::NotWhole, "1:2"},
      {"[-0.0]", Rule::NotWhole, "1:2"},
      {"[1E400]", Rule::NotWhole, "1:2"},
      {"[1234567890]", Rule::NumberTooLong, "1:2"},
      {"[-99999999999999999999999999]", Rule::NumberTooLong, "1:2"},
      {"[01]", Rule::NotJson, "1:2"},
      {"[-]", Rule::NotJson, "1:3"},
      {"[+1]", Rule::NotJson, "1:2"},
      {"[NaN]", Rule::NotJson, "1:2"},
      {"[Infinity]", Rule::NotJson, "1:2"},
      // keys
      {R"({"a": 1, "a": 2})", Rule::KeyTwice, "1:10"},
      {"{\"a\": 1,\n  \"\\u0061\": 2}", Rule::KeyTwice, "2:3"},
      {R"({"b": {"a": 1, "x": 0, "a": 2}})", Rule::KeyTwice, "1:24"},
      // not JSON
      {"", Rule::NotJson, "1:1"},
      {"   \n", Rule::NotJson, "2:1"},
      {"{", Rule::NotJson, "1:2"},
      {"[1,]", Rule::NotJson, "1:4"},
      {"{\"a\":1,}", Rule::NotJson, "1:8"},
      {"{a:1}", Rule::NotJson, "1:2"},
      {"{\"a\" 1}", Rule::NotJson, "1:6"},
      {"{'a':1}", Rule::NotJson, "1:2"},
      {"[1 2]", Rule::NotJson, "1:4"},
      {"[1] [2]", Rule::NotJson, "1:5"},
      {"[1] // more", Rule::NotJson, "1:5"},
      {"[tru]", Rule::NotJson, "1:2"},
      {"[\"open", Rule::NotJson, "1:2"},
      {"[\"a\nb\"]", Rule::NotJson, "1:4"},
      {"[\"\\x41\"]", Rule::NotJson, "1:4"},
      {"[\"\\u12g4\"]", Rule::NotJson, "1:7"},
      {"[\"\\u12", Rule::NotJson, "1:7"},
      {"[\"\\", Rule::NotJson, "1:4"},
      // encoding
      {"\xEF\xBB\xBF{}", Rule::ByteOrderMark, "1:1"},
      {"[\n\"\xFF\"]", Rule::NotUtf8, "2:1"},
      {"[\"\xC0\x80\"]", Rule::NotUtf8, "1:1"},          // NUL, written too long
      {"[\"\xED\xA0\x80\"]", Rule::NotUtf8, "1:1"},      // a surrogate as bytes
      {"[\"\xF4\x90\x80\x80\"]", Rule::NotUtf8, "1:1"},  // beyond U+10FFFF
      {"[\"\xE2\x82\"]", Rule::NotUtf8, "1:1"},          // cut short
      {quoted("\\uD800"), Rule::LoneSurrogate, "2:2"},
      {quoted("\\uDC00"), Rule::LoneSurrogate, "2:2"},
      {quoted("\\uD800\\u0041"), Rule::LoneSurrogate, "2:2"},
      {quoted("\\uD800\\uD800"), Rule::LoneSurrogate, "2:2"},
      {quoted("\\uDC00\\uD800"), Rule::LoneSurrogate, "2:2"},
      {"{\"\\uD834\": 1}", Rule::LoneSurrogate, "1:3"},
      // deceptive characters, raw and escaped, in texts and in keys
      {"[\"a\0b\"]"s, Rule::DeceptiveCharacter, "1:4"},
      {"[1]\0"s, Rule::DeceptiveCharacter, "1:4"},
      {quoted("\\u0000"), Rule::DeceptiveCharacter, "2:1"},
      {quoted("\\u001b[2J"), Rule::DeceptiveCharacter, "2:1"},
      {quoted("\x1b[2J"), Rule::DeceptiveCharacter, "2:2"},
      {quoted("\\b"), Rule::DeceptiveCharacter, "2:1"},
      {quoted("\\r"), Rule::DeceptiveCharacter, "2:1"},
      {quoted("\x7F"), Rule::DeceptiveCharacter, "2:1"},
      {quoted("\xC2\x85"), Rule::DeceptiveCharacter, "2:1"},
      {quoted("\xE2\x80\xAE"), Rule::DeceptiveCharacter, "2:1"},  // right-to-left override
      {quoted("\\u202E"), Rule::DeceptiveCharacter, "2:1"},
      {quoted("\\u2066x\\u2069"), Rule::DeceptiveCharacter, "2:1"},  // isolates
      {quoted("\\uDB40\\uDC41"), Rule::DeceptiveCharacter, "2:1"},   // a tag character
      {quoted("a\xEF\xBB\xBF"), Rule::DeceptiveCharacter, "2:1"},    // a byte order mark inside
      {"{\"id\\u202E\": 1}", Rule::DeceptiveCharacter, "1:2"},
      // composition
      {quoted("Zoe\xCC\x88"), Rule::NotComposed, "2:1"},
      {quoted("Zoe\\u0308"), Rule::NotComposed, "2:1"},
      {quoted("\xE2\x84\xAB"), Rule::NotComposed, "2:1"},  // the Angstrom sign
      {"{\"e\\u0301\": 1}", Rule::NotComposed, "1:2"},
  };
  return kFiles;
}

}  // namespace

TEST_CASE("Every hostile file is refused before any parser sees it, with its rule and its place") {
  for (const Hostile& hostile : hostileFiles()) {
    INFO(hostile.bytes.substr(0, 60));
    const auto refused = checkLimits(hostile.bytes, "pack.json");
    REQUIRE(refused.has_value());
    CHECK(nameOf(refused->rule) == nameOf(hostile.rule));
    CHECK(refused->place == hostile.place);
    CHECK(refused->file == "pack.json");
  }
}

TEST_CASE("The same files are refused by the whole check") {
  for (const Hostile& hostile : hostileFiles()) {
    INFO(hostile.bytes.substr(0, 60));
    const Problems problems = checkBytes(hostile.bytes);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().rule == hostile.rule);
  }
}

TEST_CASE("What is just within the limits passes") {
  const std::vector<std::string> files{"0",
                                       "-1",
                                       "[999999999,-999999999]",
                                       "\"\"",
                                       " [ ] ",
                                       "{}",
                                       "null",
                                       "[true,false,null]",
                                       nested(kMostDepth),
                                       listOf(kMostValues - 1),
                                       quoted(std::string(kMostStringBytes, 'a')),
                                       "[]" + std::string(kMostBytes - 2, '\n'),
                                       quoted("line\\nline\\ttab \\\" \\\\ \\/"),
                                       quoted("\\uD83C\\uDF09 \xF0\x9F\x8C\x89"),
                                       quoted("Zo\xC3\xAB Z\\u00eb"),
                                       R"({"a": {"a": 1}, "b": {"a": 1}, "A": 2})",
                                       "\r\n{\r\n}\r\n"};
  for (const std::string& file : files) {
    INFO(file.substr(0, 60));
    const auto refused = checkLimits(file, "pack.json");
    CHECK((refused ? nameOf(refused->rule) : "") == "");
  }
}

TEST_CASE("What passes is what a JSON parser takes, whatever was done to the bytes") {
  std::mt19937 random(20261123);
  const std::string good = goodExercise().dump();
  const std::string spice = "{}[]\",:\\u0019eE.-tfn \n\x80\xC3\xEF\x1f";
  int passed = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string bytes = good;
    for (auto edits = 1 + random() % 3; edits > 0; --edits) {
      const std::size_t at = random() % bytes.size();
      if (random() % 3 == 0)
        bytes.erase(at, 1 + random() % 8);
      else
        bytes[at] = spice[random() % spice.size()];
    }
    if (checkLimits(bytes, "x").has_value()) continue;
    ++passed;
    INFO(bytes);
    REQUIRE(Json::accept(bytes));
  }
  CHECK(passed > 100);
}
