// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>

#include "content/document.h"
#include "content/placed_text.h"
#include "content/problem.h"
#include "domain/exercise.h"

namespace footbridge::content {

inline constexpr std::size_t kMostScreenWords = 60;
inline constexpr std::size_t kMostSentenceWords = 22;
inline constexpr double kHighestGrade = 7.0;
/// From here on a text counts as a paragraph, which stands in one place of the library only.
inline constexpr std::size_t kParagraphWords = 12;
/// From here on a sentence is told from any other by its words, and stands in one file only.
inline constexpr std::size_t kOwnSentenceWords = 6;

/// The keys that evidence may be cited by.
using EvidenceKeys = std::set<std::string, std::less<>>;

/// Practice and words of one exercise. `exercise` is what was parsed from `document`.
[[nodiscard]] Problems lintExercise(const Document& document, const Exercise& exercise, const EvidenceKeys& known);

/// Words of one deck.
[[nodiscard]] Problems lintDeck(const Document& document);
/// The words alone, as for a deck; an opening or a closing is read in one go, and each paragraph is a screen's measure.
[[nodiscard]] Problems lintJourney(const Document& document);
[[nodiscard]] Problems lintWatchPlan(const Document& document);

/// What may not be alike in two files. Files are added in the order in which they are to be blamed: the later one is.
class LibraryLinter {
 public:
  [[nodiscard]] Problems add(const Document& document);

 private:
  void addText(const Document& document, const std::string& place, const std::string& text, Problems& problems);

  void addSentences(const Document& document, const PlacedText& text, Problems& problems);

  struct Stand {
    std::string file;
    std::string place;
  };
  std::map<std::string, std::string> m_titles;  ///< comparable form → where it was first
  std::map<std::string, std::string> m_paragraphs;
  std::map<std::string, Stand> m_sentences;  ///< its words → where they were first
};

}  // namespace footbridge::content
