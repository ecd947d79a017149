// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/answer.h"

namespace footbridge::practice {

/// The words around the parts of an ask, so that they can be translated. "%1" stands for the part.
struct AskWords {
  std::string happened = "This happened: %1";
  std::string feel = "I feel: %1";
  std::string help = "What would help: %1";
  std::string close = "A no is okay.";
};

/// The ask in full sentences, to be read aloud. A part left blank is left out; each ends with a mark of its own or a
/// full stop. "A no is okay" is part of every ask; an ask with nothing in it is empty.
[[nodiscard]] std::string plainAsk(const AskAnswer& ask, const AskWords& words = {});

}  // namespace footbridge::practice
