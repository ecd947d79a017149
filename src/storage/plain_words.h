// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/entry.h"
#include "domain/exercise.h"
#include "domain/partner.h"
#include "storage/answer_words.h"
#include "storage/people.h"

namespace footbridge {
class Catalog;
}

namespace footbridge::storage {

/// Some lines of one entry that one person said in answer to one question.
struct Passage {
  std::string question;          ///< empty where the entry says what it is about, or nobody knows
  std::optional<PartnerId> who;  ///< none: whoever the entry is of
  bool isGuess = false;          ///< about the other, and not about whoever said it
  WordedLines lines;             ///< never empty
};

/// What an entry says, in words and line by line. Nothing in it is escaped yet.
struct Worded {
  std::string kind;                    ///< "note", "agreement", "to watch", "watched", "answer", "opened"
  std::string about;                   ///< the question, or what to watch; empty where there is none
  std::vector<Passage> passages = {};  ///< empty for what has no words: turns, hand-overs, a step passed on
};

/// Puts entries into words. Titles, questions, cards and rated lines are looked up in the catalog; of what is not there
/// it says that it is gone, and nothing goes by its id.
class PlainWords {
 public:
  /// What is passed must outlive this. `entries` are all that the reader may read, and not only what is to be told:
  /// they say which sitting is of which exercise, and what became of an agreement.
  PlainWords(std::span<const Entry> entries, std::span<const Partner> partners, Catalog* catalog);

  [[nodiscard]] Worded of(const Entry& entry) const;
  [[nodiscard]] const People& people() const { return m_people; }
  /// Those whom the entry speaks of: of before the other joined, its owner alone.
  [[nodiscard]] People peopleOf(const Entry& entry) const;
  /// The exercise's title and what it was begun from; empty where the sitting's beginning is not among the entries.
  [[nodiscard]] std::string titleOf(SittingId sitting) const;
  /// The agreement that is told whole where this entry is: at the step of the sitting that it was made at.
  [[nodiscard]] const Entry* agreementToldBy(const Entry& entry) const;

 private:
  struct Kind {
    std::shared_ptr<const Exercise> exercise;  ///< null where it is not there any more
    std::optional<EntryId> about;
  };
  /// One step of one sitting.
  struct View {
    SittingId sitting;
    const Step* step = nullptr;  ///< null where it is not there any more
    const Step* form = nullptr;  ///< that was filled in: for a guess, of the step it is about
    std::string question;
    bool isGuess = false;
  };

  [[nodiscard]] const Exercise* exerciseOf(SittingId sitting) const;
  [[nodiscard]] View viewOf(const People& people, SittingId sitting, const StepId& step, PartnerId writer) const;
  [[nodiscard]] WordedLines linesOf(const People& people, const Answer& answer, const View& view,
                                    PartnerId writer) const;
  [[nodiscard]] Worded ofEvent(const Entry& entry, const LaneEvent& event) const;
  [[nodiscard]] Worded ofOpened(const People& people, SittingId sitting, const Revealed& revealed) const;
  [[nodiscard]] Worded ofViewing(const People& people, const Viewing& viewing) const;
  [[nodiscard]] std::string cardText(const DrawnCard& drawn) const;

  std::span<const Partner> m_partners;
  People m_people;
  KnownAgreements m_agreements;
  Catalog* m_catalog;
  std::map<SittingId, Kind> m_sittings;
  std::map<EntryId, std::string> m_viewings;  ///< their titles
};

/// "2026-11-23 19:04", as the clock on this computer's wall showed it.
[[nodiscard]] std::string localTime(Moment moment);

}  // namespace footbridge::storage
