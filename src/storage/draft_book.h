// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/journal_state.h"

namespace footbridge::storage {

// The DraftStore of an open journal; ports.h says what each promises.

[[nodiscard]] Result<void> putDraftIn(JournalState& state, VaultId vault, std::string_view place,
                                      std::string_view text);
[[nodiscard]] std::vector<std::string> draftsIn(const JournalState& state, VaultId vault, std::string_view place);
[[nodiscard]] Result<void> clearDraftIn(JournalState& state, VaultId vault, std::string_view place);
[[nodiscard]] Result<std::string> sealDraftFor(const JournalState& state, VaultId vault, std::string_view place,
                                               std::string_view text);
[[nodiscard]] Result<void> takeDraftIn(JournalState& state, std::string_view sealed);
[[nodiscard]] std::vector<std::string> waitingDraftsOf(const JournalState& state);
[[nodiscard]] bool ownDraftsWaitIn(const JournalState& state);

/// After a vault was opened: drafts that were carried here and belong to it become its own. They take the place of what
/// the file had when they were carried; what came into the file since stays beside them, as where two copies are
/// joined.
void settleCarriedDrafts(JournalState& state);

/// What was carried for a vault that is not in use, but put aside, and has been opened as `open`: shown among its
/// drafts as the file would have it, for whoever writes these.
void holdCarried(JournalState& state, VaultId vault, OpenVault& open);

/// What was carried for a vault that is open, as `before`, goes over to other keys: those words that `after` has among
/// its drafts need be carried no longer, and the others are sealed for it; where there is no `after`, the vault is
/// gone, and they are. What these keys do not open stays.
void carryOver(std::vector<CarriedDraft>& carried, const JournalMark& mark, VaultId vault, const OpenVault& before,
               const OpenVault* after);

}  // namespace footbridge::storage
