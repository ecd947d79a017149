// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "content/document.h"
#include "content/problem.h"
#include "domain/exercise.h"

namespace footbridge::content {

/// Where a deck that a step names is looked up; empty when there is none of that name.
using FindDeck = std::function<std::optional<Deck>(const DeckId&)>;

/// The exercise of a document that fits its schema, decks resolved. A deck that is not found is a problem, and the
/// step has no cards then. Nothing else is checked here.
[[nodiscard]] Exercise parseExercise(const Document& document, const FindDeck& findDeck, Problems& problems);

/// The deck of a document that fits its schema.
[[nodiscard]] Deck parseDeck(const Document& document);

}  // namespace footbridge::content
