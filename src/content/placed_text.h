// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "content/document.h"

namespace footbridge::content {

/// A text that somebody reads, and the JSON pointer it lies at.
struct PlacedText {
  std::string place;
  std::string text;
};

/// What partners read of an exercise or a deck: every text but the facilitator's and the evidence.
[[nodiscard]] std::vector<PlacedText> partnersTexts(const Document& document);

/// What is said about evidence beside them.
[[nodiscard]] std::vector<PlacedText> evidenceTexts(const Document& document);

}  // namespace footbridge::content
