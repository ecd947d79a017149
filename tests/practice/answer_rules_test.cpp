// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/answer_rules.h"

#include "catch.h"
#include "practice/samples.h"

namespace footbridge::practice {
namespace {

using namespace samples;

Rating never(std::string_view item) {
  return {itemId(item), std::nullopt};
}
Answer chosen(std::initializer_list<const char*> cards) {
  ChosenAnswer answer;
  for (const char* card : cards) answer.cards.push_back(cardId(card));
  return answer;
}
Answer agreed(Agreement agreement) {
  return AgreedAnswer{std::move(agreement)};
}

Exercise everyKind() {
  RateStep lines = rate(2);
  lines.items[1].mayNotComeUp = true;
  return exercise({both("read", ReadStep{}), each("rate", lines), each("pick", choose(4, 1, 2)),
                   each("rank", choose(3, 2, 3, true)), each("guess", GuessStep{stepId("pick")}),
                   each("write", WriteStep{}), each("ask", AskStep{}), each("move", LoopStep{}),
                   both("name", LoopStep{}), both("back", AgreeStep{.review = true, .suggestions = {}}),
                   both("step", AgreeStep{}), both("end", CloseStep{}), each("own-end", CloseStep{}),
                   both("settle", SettleStep{})});
}

}  // namespace

TEST_CASE("Each kind of step takes its own kind of answer, within its bounds") {
  struct Row {
    const char* step;
    Answer answer;
    const char* fault;  ///< empty: fine
  };
  const std::string long20000(20'000, 'x');
  const Agreement walk{.what = "walk", .when = "Sunday", .review = {}, .from = {}};
  Agreement blank = walk;
  blank.what = " ";
  Agreement kept = walk;
  kept.state = AgreementState::Kept;
  Agreement noDay = walk;
  noDay.review = Day{std::chrono::year(2026), std::chrono::month(2), std::chrono::day(30)};
  const EntryId one = *EntryId::from(1);
  const std::vector<Row> rows{
      {"read", std::monostate{}, ""},
      {"settle", std::monostate{}, ""},
      {"read", written("x"), "kind"},
      {"write", written("x"), ""},
      {"write", written(long20000), ""},
      {"write", written(long20000 + "x"), "text"},
      {"write", written("\xED\xA0\x80"), "text"},
      {"write", std::monostate{}, "kind"},
      {"rate", RatedAnswer{{rating("i0", 0), rating("i1", 6)}}, ""},
      {"rate", RatedAnswer{{rating("i1", 6)}}, ""},
      {"rate", RatedAnswer{{never("i1")}}, ""},
      {"rate", RatedAnswer{{never("i0")}}, "items"},
      {"rate", RatedAnswer{{rating("i0", 1), rating("i0", 1)}}, "items"},
      {"rate", RatedAnswer{{rating("i7", 1)}}, "items"},
      {"pick", chosen({"c3"}), ""},
      {"pick", chosen({}), "cards"},
      {"pick", chosen({"c0", "c1", "c2"}), "cards"},
      {"pick", chosen({"c0", "c0"}), "cards"},
      {"pick", chosen({"c9"}), "cards"},
      {"rank", chosen({"c2", "c0"}), ""},
      {"guess", chosen({"c1"}), ""},
      {"guess", written("x"), "kind"},
      {"ask", AskAnswer{"a", "b", "c"}, ""},
      {"ask", AskAnswer{"a", "b", long20000 + "x"}, "text"},
      {"move", MoveAnswer{"a", "b", "c"}, ""},
      {"move", written("x"), "kind"},
      {"name", written("x"), ""},
      {"name", MoveAnswer{}, "kind"},
      {"back", ReviewedAnswer{{{one, AgreementState::Kept}}}, ""},
      {"back", ReviewedAnswer{{{one, AgreementState::Kept}, {one, AgreementState::Changed}}}, "outcomes"},
      {"back", AgreedAnswer{}, "kind"},
      {"step", AgreedAnswer{}, ""},
      {"step", agreed(walk), ""},
      {"step", agreed(blank), "agreement"},
      {"step", agreed(kept), "agreement"},
      {"step", agreed(noDay), "agreement"},
      {"step", ReviewedAnswer{}, "kind"},
      {"end", CloseAnswer{{"x", ""}, {"", "y"}}, ""},
      {"end", CloseAnswer{{"x", "\xFF"}, {"", "y"}}, "text"},
      {"own-end", written("x"), ""},
      {"own-end", CloseAnswer{}, "kind"},
  };
  const Exercise ex = everyKind();
  for (const Row& row : rows) {
    INFO(row.step << ", fault: " << row.fault);
    const auto result = checkAnswer(ex, *ex.find(stepId(row.step)), row.answer);
    CHECK(result.ok() == std::string(row.fault).empty());
    if (!result) {
      CHECK(result.error().kind == ErrorKind::Invalid);
      CHECK(result.error().subject == row.fault);
    }
  }
}

TEST_CASE("A text that is too long is refused for its length, counted in letters of any script") {
  const Exercise ex = everyKind();
  const auto refusal = [&ex](const std::string& text) {
    const auto result = checkAnswer(ex, *ex.find(stepId("write")), written(text));
    return result ? std::string() : result.error().subject + ' ' + result.error().detail;
  };
  std::string sun;
  for (std::size_t i = 0; i < kLongestText; ++i) sun += "\u65e5";
  CHECK(refusal(sun).empty());
  CHECK(refusal(sun + "x") == "text length");
  CHECK(refusal("\xFF") == "text ");
  const auto trim = checkTrim(written("x"), written(sun + "x"));
  REQUIRE_FALSE(trim);
  CHECK(trim.error().detail == "length");
}

TEST_CASE("Lines and unranked cards are kept in the order of the step") {
  const Exercise ex = everyKind();
  const auto ordered = [&ex](const char* step, const Answer& answer) {
    return inStepOrder(ex, *ex.find(stepId(step)), answer);
  };
  CHECK(ordered("rate", RatedAnswer{{rating("i1", 6), rating("i0", 1)}}) ==
        Answer(RatedAnswer{{rating("i0", 1), rating("i1", 6)}}));
  CHECK(ordered("pick", chosen({"c3", "c1"})) == chosen({"c1", "c3"}));
  CHECK(ordered("guess", chosen({"c3", "c1"})) == chosen({"c1", "c3"}));
  CHECK(ordered("rank", chosen({"c2", "c0"})) == chosen({"c2", "c0"}));
}

TEST_CASE("Blank is what says nothing") {
  CHECK(isBlank(written(" \n")));
  CHECK(isBlank(AskAnswer{"", " ", ""}));
  CHECK(isBlank(MoveAnswer{}));
  CHECK(isBlank(RatedAnswer{}));
  CHECK_FALSE(isBlank(AskAnswer{"", "x", ""}));
  CHECK_FALSE(isBlank(RatedAnswer{{never("i0")}}));
  CHECK_FALSE(isBlank(std::monostate{}));
  CHECK_FALSE(isBlank(AgreedAnswer{}));
  CHECK_FALSE(isBlank(CloseAnswer{}));
}

}  // namespace footbridge::practice
