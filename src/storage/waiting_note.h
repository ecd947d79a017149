// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "storage/keyring.h"
#include "storage/row_union.h"

namespace footbridge::storage {

/// What comes along with a part that waits, for its owner's eyes alone.
struct WaitingNote {
  std::optional<Key> key;  ///< of the vault in that copy
  SittingSides sides;
};

/// Sealed for the owner's public key here.
[[nodiscard]] Bytes noteFor(const PublicKey& owner, const WaitingNote& note);

/// None where it was sealed for other keys than these; then the slots may still lead in.
[[nodiscard]] std::optional<WaitingNote> openNote(const Bytes& box, const PartnerKeys& keys);

}  // namespace footbridge::storage
