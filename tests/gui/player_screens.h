// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/exercise.h"
#include "gui/steps/setting.h"
#include "practice/screen.h"

namespace footbridge::sample {

/// One screen of the player with the words of two tired people in it.
struct PlayerScreen {
  std::string name;
  Exercise exercise;
  practice::Screen screen;
  gui::Setting setting;
};

[[nodiscard]] gui::Couple couple();
/// One for each view.
[[nodiscard]] std::vector<PlayerScreen> playerScreens();
[[nodiscard]] PlayerScreen playerScreen(const std::string& name);

}  // namespace footbridge::sample
