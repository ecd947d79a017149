// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "gui/preferences.h"

namespace footbridge::fakes {

/// Everything is as it is at first, whatever was chosen.
class ForgottenPreferences : public gui::PreferenceStore {
 public:
  [[nodiscard]] gui::Preferences load() const override { return {}; }
  void save(const gui::Preferences& preferences) override { saved = preferences; }
  void forgetJournal() override { ++forgotten; }
  int forgotten = 0;
  std::optional<gui::Preferences> saved;  ///< the last of them
};

}  // namespace footbridge::fakes
