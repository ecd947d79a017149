// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/answer.h"

namespace footbridge::practice {

/// The ask in a sentence or two, to be read aloud, from whatever was typed: "You were late, and I feel left out. A text
/// would help, and a no is okay." A part left blank is left out and what is a sentence already stays one. What is not
/// sure to read well in a sentence stands behind a colon: "What would help: no advice." "A no is okay" is part of every
/// ask; an ask with nothing in it is empty. The rules are those of English; another language brings its own.
[[nodiscard]] std::string plainAsk(const AskAnswer& ask);

}  // namespace footbridge::practice
