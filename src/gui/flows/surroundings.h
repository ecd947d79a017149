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

/// The two of whom a thing speaks that this reader may read: an entry, a sitting.
template <typename Kept>
[[nodiscard]] Couple coupleIn(const Kept& kept, const PartnerStore& partners, Reader reader) {
  const Couple couple = coupleOf(partners);
  const auto owner = partnerOf(reader);
  return kept.ofBefore && owner ? couple.before(*owner) : couple;
}

/// A passphrase has opened the part of somebody else than `reader` here. Outside of a sitting that is nobody's part to
/// stand open: whoever has the laptop would be taken for its owner. Each part is asked after on its own, since the
/// other may need no passphrase at all.
[[nodiscard]] inline bool anyKeyBeside(Reader reader, const Journal& journal) {
  return std::ranges::any_of(journal.partners(), [&](const Partner& partner) {
    return readerOf(partner.id) != reader && journal.door(vaultOf(partner.id)) == DoorState::Unlocked;
  });
}

/// Somebody's passphrase has opened their part here, so that there is something to lock.
[[nodiscard]] inline bool anyKeyIn(const Journal& journal) {
  return std::ranges::any_of(journal.partners(), [&](const Partner& partner) {
    return journal.door(vaultOf(partner.id)) == DoorState::Unlocked;
  });
}

}  // namespace footbridge::gui
