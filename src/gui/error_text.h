// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/error.h"

namespace footbridge::gui {

/// What to say about a failure: what is safe first, then what to do. No file's content, no blame.
[[nodiscard]] QString errorText(const Error& error);

/// The same for words that wait on the screen to be saved, with a button "Save again" beside it: they are not lost.
[[nodiscard]] QString unsavedText(const Error& error);

/// The same for what was thrown away on a page and could not go when the page was left.
[[nodiscard]] QString stillThereText(const Error& error);

}  // namespace footbridge::gui
