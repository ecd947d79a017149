// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <variant>

#include "domain/ids.h"
#include "domain/moment.h"
#include "practice/story.h"

namespace footbridge::gui {

/// What a card of the story leads to: a note or an agreement, or a whole sitting.
using StoryRef = std::variant<EntryId, SittingId>;

using practice::StoryKind;

/// One card of "Our story", in the words and the order in which it is shown.
struct StoryCard {
  explicit StoryCard(StoryRef leadsTo) : ref(leadsTo) {}

  StoryRef ref;
  StoryKind kind = StoryKind::Note;
  Day day{};
  QString title;
  QString line;
  QString tint = QStringLiteral("ours");  ///< a token: whose it is, or its practice
  std::optional<PartnerId> onlyOf;        ///< set where it lies in a vault of one's own
  bool holdsOwn = false;  ///< lies where both may read, and holds words of who is here that are not opened
  bool isWithin = false;                  ///< it was said in a sitting that has a card here too
  QString words;                          ///< everything in it that a search looks through, besides title and line
};

}  // namespace footbridge::gui
