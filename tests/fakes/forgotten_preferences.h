// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/preferences.h"

namespace footbridge::fakes {

/// Everything is as it is at first, whatever was chosen.
class ForgottenPreferences : public gui::PreferenceStore {
 public:
  [[nodiscard]] gui::Preferences load() const override { return {}; }
  void save(const gui::Preferences&) override {}
  void forgetJournal() override { ++forgotten; }
  int forgotten = 0;
};

}  // namespace footbridge::fakes
