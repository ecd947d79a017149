// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/appearance.h"

namespace footbridge::gui {

/// What a person chose for this laptop, apart from any journal. The partners' colours belong to the journal and come
/// from there into `appearance`.
struct Preferences {
  static constexpr int kNeverLock = 0;

  Appearance appearance;
  int idleLockMinutes = 10;  ///< kNeverLock: only by hand
  bool operator==(const Preferences&) const = default;
};

/// Where preferences are kept; `app` gives the real one. Losing them loses no words.
class PreferenceStore {
 public:
  virtual ~PreferenceStore() = default;
  [[nodiscard]] virtual Preferences load() const = 0;
  virtual void save(const Preferences& preferences) = 0;
  /// Where the journal lies that is open now is not known here any more, until somebody opens it by hand again.
  virtual void forgetJournal() = 0;
};

}  // namespace footbridge::gui
