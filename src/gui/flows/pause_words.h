// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "gui/steps/pause_view.h"

namespace footbridge::gui {

/// A pause of these people, before a time is named: with their own plan where *ours* is open and holds one.
[[nodiscard]] PauseScreen pauseScreen(const Journal& journal, Catalog& catalog, const Couple& couple);

/// "20:40", in local time, of a moment in milliseconds since 1970.
[[nodiscard]] QString clockWords(std::int64_t sinceEpoch);

/// When they come back; or, once that time has come, that it is only waited for them.
void nameReturn(PauseScreen& screen, std::int64_t until, const Clock& clock);

/// So many minutes from now, in milliseconds since 1970.
[[nodiscard]] std::int64_t inMinutes(const Clock& clock, int minutes);

}  // namespace footbridge::gui
