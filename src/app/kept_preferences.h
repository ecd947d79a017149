// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "gui/preferences.h"

namespace footbridge::app {

/// Preferences in one small file in the settings folder, and the one pointer by which the journal is found again.
/// No other trace of use is kept: no list of files, no window state, no history.
class KeptPreferences final : public gui::PreferenceStore {
 public:
  [[nodiscard]] gui::Preferences load() const override;
  void save(const gui::Preferences& preferences) override;

  /// The journal last used here; none when there was none, or the pointer was removed.
  [[nodiscard]] std::optional<std::string> journal() const;
  void rememberJournal(const std::string& path);
  void forgetJournal() override;
};

}  // namespace footbridge::app
