// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/care_decks.h"

#include "practice/care.h"

namespace footbridge::gui {

CareDecks careDecksOf(Catalog& catalog) {
  const auto read = [&catalog](practice::CareDeck which) {
    const auto deck = catalog.deck(practice::deckOf(which));
    return deck ? *deck : nullptr;
  };
  using practice::CareDeck;
  return {read(CareDeck::Pleasures), read(CareDeck::Settling), read(CareDeck::Aftercare), read(CareDeck::Mending)};
}

}  // namespace footbridge::gui
