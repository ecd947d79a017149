// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "domain/exchange.h"
#include "storage/joining.h"
#include "storage/journal_file.h"
#include "storage/waiting_note.h"

namespace footbridge::storage {

/// Detail of Damaged: it is of what waits.
inline constexpr const char* kWaiting = "waiting";

/// One vault of another copy, as it was there, for an owner who is not here.
struct WaitingPart {
  std::int64_t id = 0;
  VaultId vault = VaultId::A;
  Bytes head;  ///< the head that its rows came with
  Bytes way;   ///< the owner's slots in that copy, then those that lead to where the note can be opened
  Bytes note;  ///< for the owner's eyes: the key, if it was known, and which sittings were settled how
  std::vector<std::pair<std::int64_t, Bytes>> rows;
  std::vector<std::pair<Bytes, Bytes>> drafts;  ///< by their places
};

/// A partner's vault as it is in that copy, without a note yet. `number` is that in the tables there.
[[nodiscard]] Result<WaitingPart> partFrom(JournalFile& other, VaultId vault, std::int64_t number);

/// Half-written ones of somebody are among them.
[[nodiscard]] bool holdWords(const Drafts& drafts);

/// What the owner's keys of before open can be opened with the secret of `owner` from now on. False where they open
/// nothing of it, and all is as it was.
[[nodiscard]] bool renewNote(WaitingPart& part, const JournalMark& mark, const PartnerKeys& before,
                             const PublicKey& owner);

/// These slots lead to keys that the note is sealed for. Left out where kMostWays lead there already.
void leadBy(WaitingPart& part, const JournalMark& mark, const Bytes& way);

/// Those that wait in a file, of one vault.
[[nodiscard]] Result<std::vector<WaitingPart>> waitingIn(Database& database, VaultId vault);

/// In the caller's transaction. Leaves it where the same waits already, but for a way that is wanting there.
[[nodiscard]] Result<void> putWaiting(Database& database, WaitingPart part);

/// In the caller's transaction. Whatever waits under the same head goes.
[[nodiscard]] Result<void> dropSame(Database& database, const WaitingPart& part);

/// There is nothing in it that the owner's vault has not, or one that they put aside here, to the byte.
[[nodiscard]] Result<bool> isHereAlready(const JournalState& state, const WaitingPart& part);

/// It is of a vault that its owner put aside here: it bears the number of a row or slot of that. What was deleted since
/// cannot be told as long as that is closed, so such a part waits until it is brought back.
[[nodiscard]] Result<bool> belongsAside(const JournalState& state, const WaitingPart& part);

/// In the caller's transaction, where `before` are the last keys of the owner that lead to something that waits: what
/// they open can be opened with the secret of `owner` from now on, and the rest stays as it is.
[[nodiscard]] Result<void> renewNotes(Database& database, const JournalMark& mark, VaultId vault,
                                      const PartnerKeys& before, const PublicKey& owner);

/// What came of the parts that waited.
struct Settled {
  TakenIn taken;
  std::size_t opened = 0;  ///< and taken in
  std::size_t closed = 0;  ///< they wait for a passphrase or code
  std::size_t aside = 0;   ///< they wait until what was put aside is back
  std::size_t damaged = 0;  ///< their keys are here, and they are not as they came
  std::size_t bare = 0;     ///< they were under a passphrase, and wait until their owner has one here
  bool cutShort = false;    ///< the disk did not take all of it; what it did not waits
};

/// Damaged, with kWaiting as detail, where something waits that today's keys lead to and that is not as it came. The
/// partner's vault is open.
[[nodiscard]] Result<void> checkWaiting(const JournalState& state, VaultId own);

/// Damaged, with kWaiting as detail, where rows wait that belong to nothing.
[[nodiscard]] Result<void> checkNothingStray(Database& database);

/// Takes in what waits for a partner whose vault is open, as far as today's key, the notes and the secret lead, which
/// is a passphrase or a recovery code as it was typed; the rest goes on waiting. After a failure nothing was taken in.
/// What is not sealed under today's key, one that the secret leads to or `before`, if that is given (of a vault of
/// theirs that has just been brought back), may have been written by anybody, and only adds to what is here.
[[nodiscard]] Result<Settled> settleWaiting(JournalState& state, PartnerId partner, std::string_view secret,
                                            const Key* before = nullptr);

}  // namespace footbridge::storage
