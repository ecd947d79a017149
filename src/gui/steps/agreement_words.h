// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/agreement.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {

/// "Alex · Wednesday after supper", or who alone where no time was named.
[[nodiscard]] QString whoAndWhen(const Agreement& agreement, const Couple& couple);

}  // namespace footbridge::gui
