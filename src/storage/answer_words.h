// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/entry.h"
#include "domain/exercise.h"
#include "storage/people.h"

namespace footbridge::storage {

/// A line as it is read. Nothing in it is escaped yet.
struct WordedLine {
  std::string text;              ///< may be empty between two others
  std::optional<int> mark = {};  ///< of a rated line; the text says it too
  bool operator==(const WordedLine&) const = default;
};
using WordedLines = std::vector<WordedLine>;

/// Adds a text line by line, without the blank ones at its ends; nothing where it has no others.
void addWords(WordedLines& lines, const std::string& text);

/// The agreements among entries: what became of those that the steps of sittings speak of.
class KnownAgreements {
 public:
  /// `entries` must outlive this.
  explicit KnownAgreements(std::span<const Entry> entries);

  /// Null where it is not there any more.
  [[nodiscard]] const Agreement* find(EntryId id) const;
  /// The entry that was made of what a sitting agreed on, where it still says the same and no other copy of it differs;
  /// else null.
  [[nodiscard]] const Entry* madeOf(SittingId sitting, const Agreement& agreed) const;

 private:
  std::map<EntryId, const Entry*> m_entries;
};

/// An agreement: what, and under it who, when, the day to look back on it, and what became of it if that is known.
[[nodiscard]] WordedLines agreementWords(const Agreement& agreement, bool isStateKnown, const People& people);

/// Where an answer was given.
struct AnswerPlace {
  SittingId sitting;
  const Step* form = nullptr;       ///< that was filled in; null where the exercise has it no more
  PartnerId reader = PartnerId::A;  ///< as whom the texts of the form are read
};

/// An answer in words: cards and rated lines by their texts, marks with what they mean. Empty where it says nothing.
[[nodiscard]] WordedLines answerWords(const Answer& answer, const AnswerPlace& place, const People& people,
                                      const KnownAgreements& agreements);

}  // namespace footbridge::storage
