// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/looking_back.h"

#include <cassert>
#include <utility>

#include "storage/recovery_code.h"

namespace footbridge::storage {
namespace {

/// Four words may have the letters of a code, and be a passphrase.
Result<PersonalKeys> openAside(const Keyring& keyring, const AsideVault& aside, const Passphrase& typed,
                               const std::optional<Passphrase>& letters) {
  auto byCode = letters ? keyring.openAside(aside, SlotKind::Recovery, letters->text()) : Error{ErrorKind::WrongCode};
  if (byCode || byCode.error().kind != ErrorKind::WrongCode) return byCode;
  return keyring.openAside(aside, SlotKind::Passphrase, typed.text());
}

}  // namespace

Result<std::optional<AsideKeys>> keysAside(const JournalState& state, PartnerId partner, const Passphrase& typed) {
  const auto letters = parseRecoveryCode(typed.text());
  assert(!state.database->inTransaction());
  const Keyring known = state.keyring;  // other things may go on while the key is made
  for (const AsideVault& aside : known.asideOf(partner)) {
    auto personal = openAside(known, aside, typed, letters);
    if (personal) return std::optional(AsideKeys{aside.number, std::move(personal->keys)});
    const ErrorKind kind = personal.error().kind;
    if (kind != ErrorKind::WrongCode && kind != ErrorKind::WrongPassphrase) return personal.error();
  }
  return std::optional<AsideKeys>();
}

Result<FoundVault> readAside(const JournalState& state, PartnerId partner, AsideKeys keys) {
  const VaultId own = vaultOf(partner);
  auto vault = loadAside(*state.database, state.mark, keys.number, own, VaultKeys(keys.keys.vault.copy()));
  if (!vault) return vault.error();
  if (auto newest = state.lastSeen.check(*vault, own, keys.number); !newest) return newest.error();
  return FoundVault{keys.number, std::move(vault).value(), std::move(keys.keys)};
}

Result<void> lookBackAt(JournalState& state, PartnerId partner, const Passphrase& secret) {
  const VaultId own = vaultOf(partner);
  if (state.vaults[own]) return Error{ErrorKind::NotAllowed, "open"};
  auto keys = keysAside(state, partner, secret);
  if (!keys) return keys.error();
  if (!keys.value()) return Error{ErrorKind::WrongPassphrase, state.subjectOf(own)};
  auto found = readAside(state, partner, *std::move(keys).value());
  if (!found) return found.error();
  state.lookedBack = {own, found->number};
  state.vaults[own] = std::move(found->vault);
  return {};
}

}  // namespace footbridge::storage
