// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/error.h"

namespace footbridge::gui {

/// What to say about a failure: what is safe first, then what to do. No file's content, no blame.
[[nodiscard]] QString errorText(const Error& error);

}  // namespace footbridge::gui
