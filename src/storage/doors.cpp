// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/doors.h"

#include <algorithm>
#include <cassert>
#include <ranges>
#include <set>
#include <utility>

#include "domain/put_aside.h"
#include "storage/apart.h"
#include "storage/draft_book.h"
#include "storage/looking_back.h"
#include "storage/protecting.h"
#include "storage/recovery_code.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

/// What a secret opened, before any of it is put in place.
struct Opened {
  PersonalKeys personal;
  OpenVaults vaults;  ///< those that were not open yet
};

/// How much older they are than what was last seen here, all of them together.
std::optional<Error> olderThanSeen(const JournalState& state, const OpenVaults& vaults) {
  std::optional<Error> older;
  for (const VaultId vault : kVaults) {
    if (!vaults[vault]) continue;
    if (const auto newest = state.lastSeen.check(*vaults[vault], vault); !newest) addTo(older, newest.error());
  }
  return older;
}

/// RolledBack for what is missing beside them, and has not been accepted.
Result<void> checkAllThere(const JournalState& state, const OpenVaults& vaults) {
  const std::vector<Partner>& partners = state.keyring.partners();
  for (const VaultId vault : kVaults) {
    const auto& open = vaults[vault];
    if (!open) continue;
    auto there = checkApart(*state.database, partners, open->keys, vault, open->head, state.leftOut);
    if (!there) return there;
  }
  return {};
}

/// What is missing has been accepted: from now on the heads say what there is. Where the disk does not take it, it is
/// told again next time.
void settleLeftOut(const JournalState& state, OpenVaults& vaults) {
  if (state.database->readOnly()) return;
  auto transaction = Transaction::begin(*state.database);
  if (!transaction) return;
  PerVault<Head> heads;
  for (const VaultId vault : kVaults) {
    const auto& open = vaults[vault];
    if (!open) continue;
    Head head = open->head;
    if (!countApart(*state.database, open->keys, vault, head)) return;
    if (holds(open->head, head)) continue;
    ++head.counter;
    if (!writeHead(*state.database, state.mark, open->keys, vault, head)) return;
    heads[vault] = head;
  }
  if (!transaction->commit()) return;
  for (const VaultId vault : kVaults) {
    if (heads[vault]) vaults[vault]->head = *heads[vault];
  }
}

Result<OpenVaults> loadNew(const JournalState& state, PerVault<VaultKeys> keys) {
  auto vaults = loadVaults(*state.database, state.mark, std::move(keys));
  if (!vaults) return vaults;
  if (const auto older = olderThanSeen(state, vaults.value())) return *older;
  if (auto there = checkAllThere(state, vaults.value()); !there) return there.error();
  if (state.leftOut.any()) settleLeftOut(state, vaults.value());
  return vaults;
}

void putInPlace(JournalState& state, OpenVaults vaults) {
  for (const VaultId vault : kVaults) {
    if (!vaults[vault]) continue;
    state.lastSeen.note(*vaults[vault], vault);
    state.vaults[vault] = std::move(vaults[vault]);
  }
}

void wantKey(PerVault<VaultKeys>& wanted, const JournalState& state, VaultId vault, const Key& key) {
  if (!state.vaults[vault]) wanted[vault].emplace(key.copy());
}

Result<Opened> openWith(const JournalState& state, PartnerId partner, SlotKind kind, std::string_view secret) {
  if (!state.keyring.find(partner)) return Error{ErrorKind::NotFound, nameOf(vaultOf(partner))};
  assert(!state.database->inTransaction());
  const Keyring known = state.keyring;  // other things may go on while the key is made
  auto personal = known.open(partner, kind, secret);
  if (!personal) return personal.error();
  const auto& ours = state.vaults[VaultId::Ours];
  if (ours && !ours->keys.master().sameAs(personal->keys.shared))
    return Error{ErrorKind::Damaged, {}, nameOf(VaultId::Ours), "key"};
  PerVault<VaultKeys> wanted;
  wantKey(wanted, state, vaultOf(partner), personal->keys.vault);
  wantKey(wanted, state, VaultId::Ours, personal->keys.shared);
  auto vaults = loadNew(state, std::move(wanted));
  if (!vaults) return vaults.error();
  return Opened{std::move(personal).value(), std::move(vaults).value()};
}

void putInPlace(JournalState& state, PartnerId partner, Opened opened) {
  putInPlace(state, std::move(opened.vaults));
  state.personal[vaultOf(partner)] = std::move(opened.personal);
}

/// What a merge left for this partner. Where it cannot be taken in now it goes on waiting, and nothing is lost.
void takeInQuietly(JournalState& state, PartnerId partner, std::string_view secret, const Key* before = nullptr) {
  if (state.database->readOnly()) return;
  [[maybe_unused]] const auto taken = settleWaiting(state, partner, secret, before);
}

/// In with what the code opened, and on to a new passphrase; out again where that fails.
Result<RecoveryCode> comeBack(JournalState& state, PartnerId partner, Opened opened, const Passphrase& passphrase) {
  PerVault<bool> wasOpen;
  for (const VaultId vault : kVaults) wasOpen[vault] = state.vaults[vault].has_value();
  const bool hadKeys = state.personal[vaultOf(partner)].has_value();
  putInPlace(state, partner, std::move(opened));
  settleCarriedDrafts(state);
  takeInQuietly(state, partner, {});
  auto fresh = protectPartner(state, partner, passphrase);
  if (fresh) return fresh;
  for (const VaultId vault : kVaults) {
    if (!*wasOpen[vault]) state.vaults[vault].reset();
  }
  if (!hadKeys) state.personal[vaultOf(partner)].reset();
  return fresh;
}

/// The vault put aside that this secret opens. What is in it goes to the vault they have now, which must be open for
/// that.
Result<std::optional<FoundVault>> findAside(const JournalState& state, PartnerId partner, const Passphrase& typed) {
  auto keys = keysAside(state, partner, typed);
  if (!keys) return keys.error();
  if (!keys.value()) return std::optional<FoundVault>();
  const VaultId own = vaultOf(partner);
  if (!state.vaults[own]) return Error{ErrorKind::Locked, state.subjectOf(own), {}, "aside"};
  auto found = readAside(state, partner, *std::move(keys).value());
  if (!found) return found.error();
  return std::optional(std::move(found).value());
}

/// What was typed opens nothing that is in use. It may be a secret of before.
Error refusalOf(const JournalState& state, PartnerId partner, const Passphrase& typed, Error refusal) {
  if (refusal.kind != ErrorKind::WrongPassphrase) return refusal;
  const auto keys = keysAside(state, partner, typed);
  if (keys && keys.value()) refusal.detail = kOfBefore;
  return refusal;
}

/// A key that was left for this partner becomes theirs. When the disk does not take it, it stays where it is for the
/// next time, and nothing is lost.
void settleShared(JournalState& state, PartnerId partner) {
  PersonalKeys& keys = *state.personal[vaultOf(partner)];
  if (!keys.tookUpShared || state.database->readOnly()) return;
  Keyring next = state.keyring;
  next.rewrap(partner, keys);
  auto transaction = Transaction::begin(*state.database);
  if (!transaction || !next.save(*state.database) || !transaction->commit()) return;
  keys.tookUpShared = false;
  state.keyring = std::move(next);
}

void addDay(std::set<std::string>& words, Day day) {
  if (!day.ok()) return;
  const std::string text = toText(day);
  const std::string year = text.substr(0, 4), month = text.substr(5, 2), date = text.substr(8, 2);
  words.insert({text, year, year + month + date, date + month + year});
}

void addNames(std::set<std::string>& words, const std::string& name) {
  words.insert(name);
  std::size_t from = 0;
  for (std::size_t at = 0; at != std::string::npos; from = at + 1) {
    at = name.find(' ', from);
    words.insert(name.substr(from, at - from));
  }
  words.erase("");
}

}  // namespace

DoorState doorOf(const JournalState& state, VaultId vault) {
  const auto owner = ownerOf(vault);
  const bool isProtected = owner ? state.keyring.isProtected(*owner) : state.keyring.oursIsProtected();
  if (!isProtected) return DoorState::Open;
  return state.vaults[vault] ? DoorState::Unlocked : DoorState::Locked;
}

Result<void> openUnprotected(JournalState& state) {
  PerVault<VaultKeys> wanted;
  PerVault<PersonalKeys> personal;
  for (const Partner& partner : state.keyring.partners()) {
    if (state.keyring.isProtected(partner.id)) continue;
    auto keys = state.keyring.open(partner.id, SlotKind::Open, {});
    if (!keys) return keys.error();
    wantKey(wanted, state, vaultOf(partner.id), keys->keys.vault);
    personal[vaultOf(partner.id)] = std::move(keys).value();
  }
  if (!state.keyring.oursIsProtected()) {
    auto shared = state.keyring.openShared();
    if (!shared) return shared.error();
    wantKey(wanted, state, VaultId::Ours, shared.value());
  }
  auto vaults = loadNew(state, std::move(wanted));
  if (!vaults) return vaults.error();
  putInPlace(state, std::move(vaults).value());
  state.personal = std::move(personal);
  return {};
}

Result<void> unlockPartner(JournalState& state, PartnerId partner, const Passphrase& passphrase) {
  if (state.lookedBack) return Error{ErrorKind::ReadOnly, state.path, {}, kStillAside};
  auto opened = openWith(state, partner, SlotKind::Passphrase, passphrase.text());
  if (!opened) return refusalOf(state, partner, passphrase, opened.error());
  putInPlace(state, partner, std::move(opened).value());
  settleShared(state, partner);
  settleCarriedDrafts(state);
  takeInQuietly(state, partner, passphrase.text());
  return {};
}

Result<RecoveryCode> recoverPartner(JournalState& state, PartnerId partner, const Passphrase& code,
                                    const Passphrase& passphrase) {
  if (state.database->readOnly() || state.lookedBack) return Error{ErrorKind::ReadOnly, state.path};
  if (auto strong = checkStrength(state, passphrase); !strong) return strong.error();
  const auto letters = parseRecoveryCode(code.text());
  auto opened = letters ? openWith(state, partner, SlotKind::Recovery, letters->text())
                        : Result<Opened>(Error{ErrorKind::WrongCode, state.subjectOf(vaultOf(partner)), {}, "form"});
  if (opened) return comeBack(state, partner, std::move(opened).value(), passphrase);
  if (opened.error().kind != ErrorKind::WrongCode) return opened.error();
  auto found = findAside(state, partner, code);
  if (!found) return found.error();
  if (!found.value()) return opened.error();
  OpenVault& before = (*found)->vault;
  holdCarried(state, vaultOf(partner), before);
  auto fresh = protectPartner(state, partner, passphrase, &**found);
  if (!fresh) return fresh;
  carryOver(state.carried, state.mark, vaultOf(partner), before, &*state.vaults[vaultOf(partner)]);
  // Not before: what waits may hold the same rows as what was put aside.
  takeInQuietly(state, partner, code.text(), &(*found)->keys.vault);
  return fresh;
}

Result<void> changePartner(JournalState& state, const Partner& partner) {
  if (!state.keyring.find(partner.id)) return Error{ErrorKind::NotFound, nameOf(vaultOf(partner.id))};
  const VaultId own = vaultOf(partner.id);
  if (auto may = state.mayWrite(own); !may) return may;
  const Partner* const other = state.keyring.find(otherOf(partner.id));
  if (other && other->colour == partner.colour) return Error{ErrorKind::Invalid, "colour"};
  Keyring next = state.keyring;
  next.setPartner(partner);
  next.rewrap(partner.id, *state.personal[own]);
  auto transaction = Transaction::begin(*state.database);
  if (!transaction) return transaction.error();
  if (auto done = next.save(*state.database); !done) return done;
  if (auto done = transaction->commit(); !done) return done;
  state.keyring = std::move(next);
  return {};
}

std::vector<std::string> guessableWordsOf(const JournalState& state) {
  constexpr std::size_t kMostOfVault = 150;  // zxcvbn goes through all of them at every key that is pressed
  std::set<std::string> words;
  for (const Partner& partner : state.keyring.partners()) addNames(words, partner.name.text());
  addDay(words, std::chrono::floor<std::chrono::days>(state.now()));
  for (const VaultId vault : kVaults) {
    if (!state.vaults[vault]) continue;
    const std::size_t most = words.size() + kMostOfVault;
    for (const Kept& kept : std::views::reverse(state.vaults[vault]->records.all())) {
      if (words.size() >= most) break;
      addDay(words, std::chrono::floor<std::chrono::days>(kept.newest.entry.made));
      const auto* const agreement = std::get_if<Agreement>(&kept.newest.entry.body);
      if (agreement && agreement->review) addDay(words, *agreement->review);
    }
  }
  return {words.begin(), words.end()};
}

}  // namespace footbridge::storage
