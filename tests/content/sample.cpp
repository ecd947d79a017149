// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/sample.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>

#include "content/checker.h"

namespace footbridge::content::test {
namespace {

constexpr const char* kExercise = R"json({
  "format": 1,
  "id": "sample",
  "practice": "strengths",
  "audience": "two",
  "title": "One good thing",
  "summary": "Each of you names one good thing. Then you look at both.",
  "why": "It is easy to see what is missing. This makes room for the rest.",
  "minutes": 6,
  "depth": 1,
  "forWhom": "Any two people who share a home.",
  "notNow": ["one of you is worn out"],
  "groundRules": ["Speak for yourself."],
  "keeps": "Your page stays with you until you both open it.",
  "evidence": [{"key": "A1", "text": "Three studies show a link."}],
  "evidenceGrade": "A link, and no trial.",
  "facilitator": {
    "aim": "To name a strength in use.",
    "mechanism": "What is named is seen.",
    "forWhom": "Most couples.",
    "notForWhom": "Couples with fear or control.",
    "seating": "Side by side.",
    "script": ["First alone, then together."],
    "watchFor": [
      {"sign": "One of them goes quiet.", "say": "Take your time."},
      {"sign": "One of them jokes it away.", "say": "May I hear it once more?"},
      {"sign": "One of them keeps a tally.", "say": "There is no need to return it."}
    ],
    "shorten": "Say it aloud.",
    "stepDown": "Name a thing you like about the room.",
    "badEnding": "Close the laptop and have some tea.",
    "home": "Say one such thing this week.",
    "adaptations": "Write, and do not speak."
  },
  "stepDown": "Name one thing you like about the room.",
  "home": "Say one such thing on a week day.",
  "steps": [
    {"id": "land", "kind": "settle", "who": "both", "title": "Land here", "text": "Let your breath slow down.", "minutes": 1},
    {"id": "page", "kind": "write", "who": "each", "title": "What did you see?", "text": "Name one thing {partner} did.", "minutes": 3},
    {"id": "marks", "kind": "rate", "who": "each", "title": "How true is it?", "text": "Go with the first answer.", "minutes": 0,
     "items": [{"id": "one", "text": "It was easy to find."}, {"id": "two", "text": "It was easy to say."}],
     "scale": ["Not true", "A little", "Mostly", "Very true"]},
    {"id": "open", "kind": "reveal", "who": "both", "title": "Open both", "text": "Read first, then talk.", "minutes": 1, "opens": ["page", "marks"]},
    {"id": "end", "kind": "close", "who": "both", "title": "To end", "text": "Name one thing you heard.", "minutes": 1}
  ]
})json";

constexpr const char* kDeck = R"json({
  "format": 1,
  "id": "sample",
  "title": "Small things",
  "cards": [{"id": "tea", "text": "A cup of tea", "note": "Made without a word."}, {"id": "walk", "text": "A short walk"}]
})json";

}  // namespace

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "footbridge-content-XXXXXX").string();
  m_path = ::mkdtemp(name.data());
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TempFolder::write(const std::string& name, std::string_view bytes) const {
  const std::filesystem::path file = m_path / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file;
}

Json goodExercise() {
  return Json::parse(kExercise);
}
Json goodDeck() {
  return Json::parse(kDeck);
}

Problems check(const Json& root, const std::string& name) {
  return checkBytes(root.dump(), name);
}

Problems checkBytes(std::string_view bytes, const std::string& name) {
  const TempFolder folder;
  return checkContent({folder.write(name, bytes)}, std::filesystem::path(FOOTBRIDGE_CONTENT) / "en").problems;
}

bool holds(const Problems& problems, Rule rule, std::string_view place) {
  return std::any_of(problems.begin(), problems.end(),
                     [&](const Problem& problem) { return problem.rule == rule && problem.place == place; });
}

std::string listed(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    text += std::string(nameOf(problem.rule)) + " at " + problem.place + " (" + problem.found + ")\n";
  }
  return text;
}

}  // namespace footbridge::content::test
