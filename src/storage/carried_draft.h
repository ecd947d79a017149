// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "storage/journal_state.h"

namespace footbridge::storage {

// Half-written words on their way past a disk that takes none; FORMAT.md says how they are laid out.

/// What is in a CarriedDraft; without text, that what was kept at the place has been ended.
struct OpenedRow {
  std::string place;
  Digest before{};
  std::optional<std::string> text;
};

[[nodiscard]] CarriedDraft rowFor(const OpenVault& open, const JournalMark& mark, const std::string& file,
                                  VaultId vault, const OpenedRow& row);
/// None where these keys do not open it.
[[nodiscard]] std::optional<OpenedRow> openRow(const OpenVault& open, const JournalMark& mark, const CarriedDraft& row);

/// As one piece, and back. Damaged for what has not its form.
[[nodiscard]] std::string packed(const CarriedDraft& row);
[[nodiscard]] Result<CarriedDraft> rowFrom(std::string_view sealed);

}  // namespace footbridge::storage
