// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "domain/entry.h"
#include "domain/exercise.h"
#include "domain/ports.h"
#include "domain/watch_plan.h"

namespace footbridge::practice {

/// When a card is drawn for something to watch. WalledIn is a deck of its own, for stories of that kind.
enum class WatchMoment : std::uint8_t { Before, Pause, After, WalledIn };

[[nodiscard]] DeckId deckOf(WatchMoment moment);

/// What the two have to watch, and what they saw.
struct WatchQueue {
  std::vector<Entry> next;  ///< not seen yet; what waits longest comes first
  std::vector<Entry> seen;  ///< last seen first
};

/// Of the entries of *ours* that are a Viewing. `entries` are newest first, as the journal gives them.
[[nodiscard]] WatchQueue queueOf(std::span<const Entry> entries);

/// How far the two are with a plan. There is no day in it: a month or a year between two of them changes nothing.
struct PlanProgress {
  std::size_t seen = 0;    ///< of the round that is on; less than the plan's count
  std::size_t picked = 0;  ///< chosen for it and not seen yet
  std::size_t rounds = 0;  ///< that were seen whole
  bool operator==(const PlanProgress&) const = default;
};
[[nodiscard]] PlanProgress progressOf(const WatchPlan& plan, std::span<const Entry> entries);

/// Title without white space at its ends; nothing where no word is left.
[[nodiscard]] std::optional<std::string> titleFrom(std::string_view typed);

/// A card that was not talked about for this viewing yet, and is not `last` where there is another. Decks go from what
/// is easy to say to what is near, so it is one of the next few; `chance` says which. Every card was talked about: any
/// of them. Null for an empty deck.
[[nodiscard]] const Card* drawCard(const Deck& deck, const Viewing& viewing, const std::optional<CardId>& last,
                                   std::uint32_t chance);

/// The talk is added; words for a card that has some already take their place.
[[nodiscard]] Viewing withTalk(Viewing viewing, ViewingTalk talk);

/// The sittings that were begun from this viewing, in the order given.
[[nodiscard]] std::vector<SittingSummary> sittingsAbout(EntryId viewing, std::span<const SittingSummary> sittings);

}  // namespace footbridge::practice
