// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace footbridge::gui {

/// The pages that the window can show.
enum class PageName : std::uint8_t {
  FirstMinute,
  Unlock,
  Cover,
  Trouble,
  Today,
  Practices,
  Exercise,
  Gate,
  Journey,
  Evidence,
  WeeklyLook,
  Story,
  Entry,
  Note,
  OpenLines,
  Deleted,
  Watch,
  Viewing,
  Settings,
  Journal,
  TakeOut,
  Safety,
  Player,
};

/// What stands around a page.
enum class Chrome : std::uint8_t {
  Nav,      ///< the side bar
  Bare,     ///< a thin strip at the foot: safety, Hide, menu
  Nothing,  ///< the page alone
};

[[nodiscard]] constexpr Chrome chromeOf(PageName page) {
  switch (page) {
    case PageName::FirstMinute:
    case PageName::Unlock:
    case PageName::Trouble:
    case PageName::Gate:
    case PageName::Player:
      return Chrome::Bare;
    case PageName::Cover:
      return Chrome::Nothing;
    default:
      return Chrome::Nav;
  }
}

}  // namespace footbridge::gui
