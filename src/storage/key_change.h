// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "storage/journal_state.h"

namespace footbridge::storage {

/// A change of keys or of people in the making: what will hold, made beside what does. Everything it writes goes in one
/// transaction, and is read anew under its new keys before that is committed; after a failure all is as it was.
class KeyChange {
 public:
  explicit KeyChange(const JournalState& state);

  Keyring keyring;                  ///< as it will be
  PerVault<PersonalKeys> personal;  ///< of those who will be here
  PerVault<VaultKeys> keys;         ///< of the vaults that are written and will be open
  /// Half-written words of *ours* go with this change, those that were carried past a full disk as well: nobody can
  /// tell whose they are, and somebody comes who has not read them, or goes.
  bool dropsDraftsOfOurs = false;

  /// *Ours* gets this key, and everybody in the keyring the way to it: those who are here at once, the others at their
  /// next unlock, and anybody at all as long as somebody has no passphrase.
  [[nodiscard]] Result<void> giveShared(const JournalState& state, const Key& shared);
  /// *Ours* keeps its key, and only its head will be written.
  void keepShared(const JournalState& state);

  /// Does as commit() would, down to the pages on the disk, and takes it back: what refuses it is known before anything
  /// else is changed along with it.
  [[nodiscard]] Result<void> tryOut(const JournalState& state,
                                    const std::function<Result<void>(Database&)>& write) const;
  /// Runs `write` (rows, drafts, heads) and puts all of this in place, then leaves nothing of what was before in the
  /// file or beside it. Vaults without an owner are closed.
  [[nodiscard]] Result<void> commit(JournalState& state, const std::function<Result<void>(Database&)>& write);

 private:
  /// The disk has the new keys by now; if memory runs out here the process ends.
  void apply(JournalState& state, OpenVaults vaults) noexcept;
};

/// New keys of a person, whose way to *ours* is `shared`.
[[nodiscard]] PersonalKeys freshKeys(Key shared);

}  // namespace footbridge::storage
