// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "gui/models/story_card.h"
#include "gui/pages/deleted_view.h"
#include "gui/pages/entry_page_view.h"

namespace footbridge::sample {

inline constexpr Day kToday{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23)};

/// What Alex sees alone after some weeks, newest first.
[[nodiscard]] std::vector<gui::StoryCard> storyCards();

[[nodiscard]] gui::EntryView privateNote();
[[nodiscard]] gui::EntryView agreement(AgreementState state = AgreementState::Open);
[[nodiscard]] gui::EntryView sitting();
/// A private line, and an agreement of both.
[[nodiscard]] std::vector<gui::DeletedView> deletedThings();

}  // namespace footbridge::sample
