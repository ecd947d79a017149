// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/watch_plan.h"

namespace footbridge {

/// A card of a deck that was drawn for something to watch.
struct DrawnCard {
  DeckId deck;
  CardId card;
  bool operator==(const DrawnCard&) const = default;
};

/// One thing the two talked about: over a card, or just so.
struct ViewingTalk {
  std::optional<DrawnCard> card;
  std::string text;         ///< what they wrote down together; may be empty where there is a card
  std::optional<Day> when;  ///< the day they talked
  bool operator==(const ViewingTalk&) const = default;
};

/// Something the two want to watch, or have watched; kept in *ours*.
struct Viewing {
  std::string title;
  std::optional<PartnerId> suggestedBy;  ///< none: both together
  std::optional<Day> added;
  std::optional<Day> seen;              ///< the day they saw it; none: not yet
  std::optional<WatchPlanId> plan;      ///< the plan it counts towards
  std::vector<ViewingTalk> talks = {};  ///< in the order they were had
  bool operator==(const Viewing&) const = default;
};

}  // namespace footbridge
