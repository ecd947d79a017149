// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "domain/exchange.h"
#include "storage/joining.h"
#include "storage/journal_file.h"

namespace footbridge::storage {

/// One vault of another copy, as it was there, for an owner who is not here.
struct WaitingPart {
  std::int64_t id = 0;
  VaultId vault = VaultId::A;
  Bytes head;  ///< the head that its rows came with
  Bytes way;   ///< the owner's slots in that copy; empty where the key is in the note
  Bytes note;  ///< for the owner's eyes: the key, if it was known, and which sittings were settled how
  std::vector<std::pair<std::int64_t, Bytes>> rows;
  std::vector<std::pair<Bytes, Bytes>> drafts;  ///< by their places
};

/// What goes into the note.
struct WaitingNote {
  std::optional<Key> key;  ///< of the vault in that copy
  SittingSides sides;
};

/// The vault as it is in that copy. The note is sealed for the owner's public key here.
[[nodiscard]] Result<WaitingPart> partFrom(JournalFile& other, VaultId vault, const PublicKey& owner, WaitingNote note);

/// Those that wait in a file, of one vault.
[[nodiscard]] Result<std::vector<WaitingPart>> waitingIn(Database& database, VaultId vault);

/// In the caller's transaction. Leaves it where the same waits already.
[[nodiscard]] Result<void> putWaiting(Database& database, const WaitingPart& part);

/// There is nothing in it that the file's own vault has not, to the byte.
[[nodiscard]] Result<bool> isHereAlready(Database& database, const WaitingPart& part);

/// In the caller's transaction, where `before` are the last keys of the owner that lead to something that waits: what
/// they open can be opened with the secret of `owner` from now on, and the rest stays as it is.
[[nodiscard]] Result<void> renewNotes(Database& database, const JournalMark& mark, VaultId vault,
                                      const PartnerKeys& before, const PublicKey& owner);

/// Takes in what waits for a partner whose vault is open, as far as today's key, the notes and the secret lead, which
/// is a passphrase or a recovery code as it was typed; the rest goes on waiting.
[[nodiscard]] Result<TakenIn> settleWaiting(JournalState& state, PartnerId partner, std::string_view secret);

}  // namespace footbridge::storage
