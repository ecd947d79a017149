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

namespace footbridge {
class Catalog;
}

namespace footbridge::storage {

/// What an entry says, in words and line by line. Nothing in it is escaped yet.
struct Worded {
  std::string kind;                ///< "note", "agreement", "viewing", "sitting", "answer", "opened"
  std::string about;               ///< the title of the step, or of what to watch, where there is one
  std::vector<std::string> lines;  ///< empty for the mere steps of a sitting: turns, hand-overs
};

/// Puts entries into words. Titles, cards and rated lines are looked up in the catalog where it is given; without it,
/// and where an exercise is not there any more, they go by their ids.
class PlainWords {
 public:
  /// What is passed must outlive this. `entries` are searched for which sitting is of which exercise.
  PlainWords(std::span<const Entry> entries, std::span<const Partner> partners, Catalog* catalog);

  [[nodiscard]] Worded of(const Entry& entry) const;
  /// Their name; with their colour where both bear one name. "both" for nobody in particular.
  [[nodiscard]] std::string who(std::optional<PartnerId> partner) const;
  /// "ours", or the owner's name.
  [[nodiscard]] std::string where(VaultId vault) const;
  /// The exercise's title, or its id, and what it was begun from; empty where the sitting's beginning is not among the
  /// entries.
  [[nodiscard]] std::string titleOf(SittingId sitting) const;

 private:
  struct Kind {
    ExerciseId id;
    std::shared_ptr<const Exercise> exercise;
    std::optional<EntryId> about;
  };
  /// One step of one sitting as one writer sees it.
  struct View {
    const Exercise* exercise = nullptr;
    const Step* step = nullptr;
    std::string me, partner;
  };
  class Lines;

  [[nodiscard]] View viewOf(SittingId sitting, const StepId& step, std::optional<PartnerId> writer) const;
  [[nodiscard]] std::string titleOf(const View& view, const StepId& step) const;
  [[nodiscard]] Worded ofEvent(const Entry& entry, const LaneEvent& event) const;
  [[nodiscard]] std::vector<std::string> ofAgreement(const Agreement& agreement) const;
  [[nodiscard]] Worded ofViewing(const Viewing& viewing) const;
  [[nodiscard]] std::string cardText(const DrawnCard& drawn) const;

  std::span<const Partner> m_partners;
  Catalog* m_catalog;
  std::map<SittingId, Kind> m_sittings;
  std::map<EntryId, std::string> m_viewings;  ///< their titles
};

/// "2026-11-23 19:04", as the clock on this computer's wall showed it.
[[nodiscard]] std::string localTime(Moment moment);

}  // namespace footbridge::storage
