// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "domain/ports.h"

namespace footbridge::gui {

/// Cards that are at hand on many screens. A deck that cannot be read is null, and its place stays empty.
struct CareDecks {
  std::shared_ptr<const Deck> pleasures;  ///< small ones, for a pause
  std::shared_ptr<const Deck> settling;   ///< ways to settle; the breath that a settle step has already is the first
  std::shared_ptr<const Deck> aftercare;
  std::shared_ptr<const Deck> mending;
};

/// The card for afterwards, as it is offered at an end and on leaving.
struct Aftercare {
  std::shared_ptr<const Deck> deck{};
  bool alone = false;   ///< said to one person and not to two
  bool inView = false;  ///< it lies open; else a quiet link opens it
};

[[nodiscard]] CareDecks careDecksOf(Catalog& catalog);

}  // namespace footbridge::gui
