// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/lint_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "content/linter.h"
#include "content/words.h"
#include "domain/text.h"

namespace footbridge::content {
namespace {

using Phrases = std::span<const std::string_view>;

constexpr std::array<std::string_view, 44> kAssuming{"husband",
                                                     "husbands",
                                                     "wife",
                                                     "wives",
                                                     "spouse",
                                                     "spouses",
                                                     "bride",
                                                     "groom",
                                                     "fianc\xC3\xA9",
                                                     "fianc\xC3\xA9"
                                                     "e",
                                                     "boyfriend",
                                                     "boyfriends",
                                                     "girlfriend",
                                                     "girlfriends",
                                                     "married",
                                                     "marry",
                                                     "marriage",
                                                     "marriages",
                                                     "marital",
                                                     "wedding",
                                                     "weddings",
                                                     "honeymoon",
                                                     "he",
                                                     "she",
                                                     "him",
                                                     "her",
                                                     "his",
                                                     "hers",
                                                     "himself",
                                                     "herself",
                                                     "man",
                                                     "woman",
                                                     "men",
                                                     "women",
                                                     "lady",
                                                     "ladies",
                                                     "gentleman",
                                                     "gentlemen",
                                                     "your kids",
                                                     "your children",
                                                     "the kids",
                                                     "the children",
                                                     "our kids",
                                                     "our children"};
constexpr std::array<std::string_view, 6> kCommanding{"should", "shouldn't", "must", "mustn't", "always", "never"};
constexpr std::array<std::string_view, 19> kPromising{
    "percent",    "per cent",       "proven",           "guarantee",     "guarantees",
    "guaranteed", "scientifically", "clinically",       "miracle",       "miracles",
    "cure",       "cures",          "will fix",         "will save",     "will heal",
    "sure to",    "is certain to",  "works every time", "science-backed"};
constexpr std::array<std::string_view, 25> kTakenTitles{"love map",
                                                        "love maps",
                                                        "hold me tight",
                                                        "imago",
                                                        "prep",
                                                        "state of the union",
                                                        "love language",
                                                        "love languages",
                                                        "five love languages",
                                                        "via",
                                                        "gottman",
                                                        "eft",
                                                        "emotionally focused",
                                                        "nonviolent communication",
                                                        "nvc",
                                                        "speaker listener",
                                                        "speaker-listener",
                                                        "marriage checkup",
                                                        "relationship checkup",
                                                        "ourrelationship",
                                                        "relationship hack",
                                                        "36 questions",
                                                        "thirty-six questions",
                                                        "sound relationship house",
                                                        "four horsemen"};

/// The words in a row with a space around each: a phrase of whole words is a piece of it. Words that are only named are
/// left out, and so are the endings of "he's" and "she'll", beside the whole word.
std::string inARow(const Sentence& sentence) {
  std::string row = " ";
  for (const Word& word : sentence) {
    if (word.named) {
      row += "\" ";
      continue;
    }
    row += word.text + " ";
    const std::size_t apostrophe = word.text.find('\'');
    if (apostrophe != std::string::npos && apostrophe > 0) row += word.text.substr(0, apostrophe) + " ";
  }
  return row;
}

void refuseWords(const std::string& row, Phrases phrases, Rule rule, const PlacedText& text, const std::string& file,
                 Problems& problems) {
  for (const std::string_view phrase : phrases) {
    const std::string whole = " " + std::string(phrase) + " ";
    if (row.find(whole) != std::string::npos) problems.push_back({rule, file, text.place, std::string(phrase)});
  }
}

void lintSentence(const Sentence& sentence, const PlacedText& text, const std::string& file, Problems& problems) {
  if (sentence.size() > kMostSentenceWords) {
    problems.push_back({Rule::SentenceTooLong, file, text.place, sentence.front().text,
                        static_cast<std::int64_t>(sentence.size()), kMostSentenceWords});
  }
  const std::string row = inARow(sentence);
  refuseWords(row, kAssuming, Rule::AssumingWord, text, file, problems);
  refuseWords(row, kCommanding, Rule::CommandingWord, text, file, problems);
}

void lintBraces(const PlacedText& text, const std::string& file, Problems& problems) {
  std::string rest = withNames(text.text, "", "");
  if (rest.find_first_of("{}") != std::string::npos) problems.push_back({Rule::BraceUnknown, file, text.place});
}

}  // namespace

void lintClaims(const PlacedText& text, const std::string& file, Problems& problems) {
  if (text.text.find('%') != std::string::npos) problems.push_back({Rule::PromisingWord, file, text.place, "%"});
  for (const Sentence& sentence : sentencesOf(text.text)) {
    refuseWords(inARow(sentence), kPromising, Rule::PromisingWord, text, file, problems);
  }
}

void lintText(const PlacedText& text, const std::string& file, Problems& problems) {
  if (trimmed(text.text).empty()) problems.push_back({Rule::TooShort, file, text.place, {}, 0, 1});
  for (const Sentence& sentence : sentencesOf(text.text)) lintSentence(sentence, text, file, problems);
  lintClaims(text, file, problems);
  lintBraces(text, file, problems);
  if (text.text.find('!') != std::string::npos) problems.push_back({Rule::Exclamation, file, text.place, "!"});
}

void lintTitle(const PlacedText& title, const std::string& file, Problems& problems) {
  for (const Sentence& sentence : sentencesOf(title.text)) {
    refuseWords(inARow(sentence), kTakenTitles, Rule::TitleTaken, title, file, problems);
  }
}

}  // namespace footbridge::content
