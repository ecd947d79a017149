// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/placed_text.h"
#include "content/problem.h"

namespace footbridge::content {

/// What no text for partners may hold: long sentences, words that assume, command or promise, loud marks, odd braces.
void lintText(const PlacedText& text, const std::string& file, Problems& problems);

/// What no text about evidence may hold: percentages and promises.
void lintClaims(const PlacedText& text, const std::string& file, Problems& problems);

/// Refuses the trade and house names of others.
void lintTitle(const PlacedText& title, const std::string& file, Problems& problems);

}  // namespace footbridge::content
