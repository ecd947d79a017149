// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_change.h"

#include <utility>

#include "storage/draft_book.h"

namespace footbridge::storage {

KeyChange::KeyChange(const JournalState& state) : keyring(state.keyring) {
  for (const VaultId vault : kVaults) {
    if (state.personal[vault]) personal[vault] = state.personal[vault]->copy();
  }
}

Result<void> KeyChange::giveShared(const JournalState& state, const Key& shared) {
  const Head& ours = state.vaults[VaultId::Ours]->head;
  for (const Partner& partner : keyring.partners()) {
    if (auto& here = personal[vaultOf(partner.id)]) {
      here->keys.shared = shared.copy();
      here->tookUpShared = false;
      keyring.rewrap(partner.id, *here);
    } else {
      keyring.leaveShared(partner.id, ours.publicKeys[placeInHead(partner.id)], shared);
    }
  }
  keys[VaultId::Ours].emplace(shared.copy());
  if (!keyring.oursIsProtected()) return keyring.putOpenShared(shared);
  keyring.dropOpenShared();
  return {};
}

void KeyChange::keepShared(const JournalState& state) {
  keys[VaultId::Ours].emplace(state.vaults[VaultId::Ours]->keys.master().copy());
}

Result<void> KeyChange::tryOut(const JournalState& state, const std::function<Result<void>(Database&)>& write) const {
  auto transaction = Transaction::begin(*state.database);
  if (!transaction) return transaction.error();
  if (auto done = keyring.save(*state.database); !done) return done;
  if (auto done = write(*state.database); !done) return done;
  PerVault<VaultKeys> copies;
  for (const VaultId vault : kVaults) {
    if (keys[vault]) copies[vault].emplace(keys[vault]->master().copy());
  }
  auto vaults = loadVaults(*state.database, state.mark, std::move(copies));
  if (!vaults) return vaults.error();
  return state.database->flush();
}

Result<void> KeyChange::commit(JournalState& state, const std::function<Result<void>(Database&)>& write) {
  auto transaction = Transaction::begin(*state.database);
  if (!transaction) return transaction.error();
  // First, since each head that is written says which vaults are put aside.
  if (auto done = keyring.save(*state.database); !done) return done;
  if (auto done = write(*state.database); !done) return done;
  auto vaults = loadVaults(*state.database, state.mark, std::move(keys));
  if (!vaults) return vaults.error();
  for (const VaultId vault : kVaults) {
    const auto& open = vaults.value()[vault];
    if (open) state.lastSeen.noteAlso(*open, vault);
  }
  if (auto done = transaction->commit(); !done) return done;
  apply(state, std::move(vaults).value());
  settleCarriedDrafts(state);
  purgeQuietly(state);
  return {};
}

void KeyChange::apply(JournalState& state, OpenVaults vaults) noexcept {
  state.keyring = std::move(keyring);
  state.personal = std::move(personal);
  for (const VaultId vault : kVaults) {
    if (vaults[vault]) {
      state.lastSeen.note(*vaults[vault], vault);
      const auto& before = state.vaults[vault];
      const bool drops = vault == VaultId::Ours && dropsDraftsOfOurs;
      if (before) carryOver(state.carried, state.mark, vault, *before, drops ? nullptr : &*vaults[vault]);
      state.vaults[vault] = std::move(vaults[vault]);
    }
    const auto owner = ownerOf(vault);
    if (!owner || state.keyring.find(*owner)) continue;
    if (state.vaults[vault]) carryOver(state.carried, state.mark, vault, *state.vaults[vault], nullptr);
    state.vaults[vault].reset();
    [[maybe_unused]] const auto forgotten = state.lastSeen.forget(vault);
  }
}

PersonalKeys freshKeys(Key shared) {
  return {Key::random(), {Key::random(), std::move(shared), Key::random()}, false};
}

}  // namespace footbridge::storage
