// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entry.h"
#include "gui/pages/deleted_view.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {

/// Of one of EntryStore::deleted(): what it was, so that nobody wonders where it came from, and when it went.
[[nodiscard]] DeletedView deletedView(const Entry& entry, const Couple& couple, Day today);

}  // namespace footbridge::gui
