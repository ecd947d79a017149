// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "gui/flows/surroundings.h"

namespace footbridge::gui {

/// To be said beside what is kept of something, where whoever does it has no passphrase: whose words anyone with this
/// laptop can read until then. `who` does it alone; none: any of them, or all. Empty where all have one.
[[nodiscard]] QString unlockedWords(const Surroundings& around, std::optional<PartnerId> who = std::nullopt);

}  // namespace footbridge::gui
