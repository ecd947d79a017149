// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "domain/ports.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {

class MainWindow;
class PrivacyFlow;
class Questions;

/// Who looks at the laptop, as far as the window knows. What is shown follows from it.
struct Presence {
  Reader reader = Reader::OursAlone;

  /// The partner who is here alone, if one is.
  [[nodiscard]] std::optional<PartnerId> alone() const { return partnerOf(reader); }
};

/// What every flow works with while one journal is open. All of it outlives the flows.
struct Surroundings {
  Journal& journal;
  Catalog& catalog;
  const Clock& clock;
  MainWindow& window;
  Questions& questions;
  PrivacyFlow& privacy;
  Presence& here;
  bool madeUp = false;  ///< nothing is kept of this couple, so there is nothing to lock
};

[[nodiscard]] inline Couple coupleOf(const PartnerStore& partners) {
  Couple couple;
  for (const Partner& partner : partners.partners()) (partner.id == PartnerId::A ? couple.a : couple.b) = partner;
  return couple;
}

/// Somebody's passphrase has opened their part here, so that there is something to lock.
[[nodiscard]] inline bool anyKeyIn(const Journal& journal) {
  return std::ranges::any_of(journal.partners(), [&](const Partner& partner) {
    return journal.door(vaultOf(partner.id)) == DoorState::Unlocked;
  });
}

}  // namespace footbridge::gui
