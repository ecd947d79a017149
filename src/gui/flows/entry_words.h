// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports.h"
#include "gui/pages/entry_page_view.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {

// How one thing that was kept is said on a page of its own.

/// A line is changed and taken back by its writer, and one that has none by whoever is here. Where nobody said who they
/// are, it may be anybody's to change only as long as nothing would tell its writer apart: nobody has a passphrase.
[[nodiscard]] bool mayChange(const Entry& note, Reader reader, const VaultDoor& doors);

[[nodiscard]] EntryView entryView(const Note& note, const Entry& entry, const Couple& couple, Reader reader,
                                  const VaultDoor& doors);
[[nodiscard]] EntryView entryView(const Agreement& agreement, const Entry& entry, const Couple& couple, Day today);
[[nodiscard]] EntryView sittingView(const SittingSummary& sitting, const Exercise& exercise, const Couple& couple,
                                    Reader reader, const Journal& journal, Day today);

/// "Alex, Wednesday after supper. Look back on 3 December."
[[nodiscard]] QString agreementDetail(const Agreement& agreement, const Couple& couple, Day today);

}  // namespace footbridge::gui
