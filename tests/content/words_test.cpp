// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/words.h"

#include <string>
#include <utility>
#include <vector>

#include "catch.h"

using namespace footbridge::content;

TEST_CASE("A text is cut into sentences where a reader would") {
  const std::vector<std::pair<const char*, std::size_t>> texts{{"", 0},
                                                               {"  ... ", 0},
                                                               {"One", 1},
                                                               {"One. Two? Three! Four", 4},
                                                               {"One line\nand another", 2},
                                                               {"Say \xE2\x80\x9CWhy?\xE2\x80\x9D Then wait.", 2},
                                                               {"Three things: this, that and more.", 1},
                                                               {"It was \xE2\x80\xA6 and then it was not.", 1},
                                                               {"At 8.30 in the morning.", 1},
                                                               {"(One.) Two.", 2}};
  for (const auto& [text, count] : texts) {
    INFO(text);
    CHECK(sentencesOf(text).size() == count);
  }
}

TEST_CASE("Words are counted as they are read") {
  CHECK(wordCount("A thank-you, {me} \xE2\x80\x94 don\xE2\x80\x99t wait for {partner}\xE2\x80\x99s.") == 7);
  CHECK(wordCount("caf\xC3\xA9 'yes' 20") == 3);
  CHECK(sentencesOf("Don\xE2\x80\x99t")[0] == Sentence{{"don't", false}});
  CHECK(sentencesOf("no \"never\"")[0] == Sentence{{"no", false}, {"never", true}});
}

TEST_CASE("Syllables are right for everyday words") {
  const std::vector<std::pair<const char*, int>> words{
      {"a", 1},      {"the", 1},      {"made", 1},     {"table", 2},   {"partner", 2}, {"used", 1},
      {"wanted", 2}, {"times", 1},    {"places", 2},   {"you", 1},     {"quarrel", 2}, {"evening", 3},
      {"see", 1},    {"kindness", 2}, {"couples", 2},  {"settled", 2}, {"doing", 2},   {"earlier", 3},
      {"pier", 1},   {"tv", 1},       {"evidence", 3}, {"opened", 2},  {"little", 2}};
  for (const auto& [word, count] : words) {
    INFO(word);
    CHECK(syllables(word) == count);
  }
}

TEST_CASE("Plain words read easily, and heavy ones do not") {
  CHECK(readingGrade({}) == 0);
  CHECK(readingGrade({"The cat sat on the mat. It was warm."}) < 2);
  // By hand: 1 sentence, 8 words, 11 syllables: 0.39 * 8 + 11.8 * 11 / 8 - 15.59 = 3.755
  CHECK(readingGrade({"Tell your partner what you saw this evening."}) == Approx(3.755).margin(0.01));
  CHECK(readingGrade({"Interpersonal differentiation necessitates considerable emotional availability."}) > 12);
}
