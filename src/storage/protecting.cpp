// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/protecting.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "domain/came_in.h"
#include "domain/owed_code.h"
#include "storage/apart.h"
#include "storage/counting.h"
#include "storage/doors.h"
#include "storage/joining.h"
#include "storage/key_change.h"
#include "storage/recovery_code.h"
#include "storage/resealing.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

/// Fresh keys behind a passphrase and a new code, which it answers. *Ours* gets a new key where nobody can open it
/// without a passphrase from now on.
Result<RecoveryCode> prepareKeys(KeyChange& change, const JournalState& state, PartnerId partner,
                                 const Passphrase& passphrase) {
  const VaultId own = vaultOf(partner);
  PersonalKeys fresh = freshKeys(state.vaults[VaultId::Ours]->keys.master().copy());
  Passphrase code = newRecoveryCode();
  const auto letters = parseRecoveryCode(code.text());
  assert(!state.database->inTransaction());  // other things may go on while the keys are made; `change` is ours alone
  const KdfCost cost = state.cost ? *state.cost : KdfCost::calibrated(change.keyring.keysMadeBy());
  auto done = change.keyring.putProtected(partner, fresh, cost, passphrase.text(), letters->text());
  if (!done) return done.error();
  change.keys[own].emplace(fresh.keys.vault.copy());
  change.personal[own] = std::move(fresh);
  change.keepShared(state);
  if (change.keyring.oursIsProtected()) done = change.giveShared(state, Key::random());
  if (!done) return done.error();
  return RecoveryCode{std::move(code)};
}

/// *Ours* under the key it will have, with the partner's new public key in its head.
Result<void> writeOurs(Database& database, const JournalState& state, const KeyChange& change, PartnerId partner) {
  const OpenVault& before = *state.vaults[VaultId::Ours];
  const VaultKeys& after = *change.keys[VaultId::Ours];
  Head head = before.head;
  ++head.counter;
  if (!after.master().sameAs(before.keys.master())) {
    auto resealed = reseal(database, state.mark, VaultId::Ours, before, after);
    if (!resealed) return resealed.error();
    head = resealed.value();
  }
  head.publicKeys[placeInHead(partner)] = change.personal[vaultOf(partner)]->keys.publicKey();
  if (auto done = countApart(database, after, VaultId::Ours, head); !done) return done;
  return writeHead(database, state.mark, after, VaultId::Ours, head);
}

Result<void> dropAside(Database& database, std::int64_t number) {
  for (const char* table : {"rec", "head", "draft"}) {
    auto drop = database.prepare(std::string("DELETE FROM ") + table + " WHERE vault = ?");
    if (!drop) return drop.error();
    if (auto done = drop->bind(1, number).run(); !done) return done;
  }
  return {};
}

/// What was put aside, among what was written since and came from other copies; so it is joined as another copy would
/// be. Until the last of it is back, the vault counts as young as it is.
Result<void> bringBack(Database& database, const JournalState& state, const KeyChange& change, VaultId own,
                       const FoundVault& found, Head& head) {
  const VaultKeys& keys = *change.keys[own];
  auto mine = readRows(database, state.mark, own, keys);
  if (!mine) return mine.error();
  auto aside = readAsideRows(database, state.mark, found.number, own, found.vault.keys);
  if (!aside) return aside.error();
  PerVault<TwoCopies> copies;
  copies[own] = TwoCopies{std::move(mine).value(), std::move(aside).value()};
  const auto rows = unionOf(copies);
  if (!rows) return Error{ErrorKind::Damaged, {}, nameOf(own), rows.error().detail};
  if (auto done = dropAside(database, found.number); !done) return done;
  if (auto done = writeUnion(database, state.mark, own, keys, *rows->vaults[own], head); !done) return done;
  head.counter = std::max(head.counter, found.vault.head.counter) + 1;
  head.draftCounter = std::max(head.draftCounter, found.vault.head.draftCounter) + 1;
  if (change.keyring.asideOf(*ownerOf(own)).empty()) head.born = 0;
  return {};
}

/// With new keys comes a new code, and nobody has seen it yet.
Result<void> putOwnDrafts(Database& database, const JournalState& state, const KeyChange& change, VaultId own,
                          Drafts drafts, Head& head) {
  drafts.insert_or_assign(std::string(kOwedCodePlace), KeptDraft{"owed", {}});
  return putDrafts(database, state.mark, own, *change.keys[own], drafts, head);
}

/// What waits for the partner, as far as the keys lead that they will not have any more.
Result<void> carryNotes(Database& database, const JournalState& state, const KeyChange& change, VaultId own,
                        const FoundVault* found) {
  const PublicKey after = change.personal[own]->keys.publicKey();
  if (found) {
    if (auto done = renewNotes(database, state.mark, own, found->keys, after); !done) return done;
  }
  return renewNotes(database, state.mark, own, state.personal[own]->keys, after);
}

Result<void> writeOwn(Database& database, const JournalState& state, const KeyChange& change, VaultId own,
                      const FoundVault* found) {
  const VaultKeys& keys = *change.keys[own];
  auto head = reseal(database, state.mark, own, *state.vaults[own], keys);
  if (!head) return head.error();
  Drafts drafts = state.vaults[own]->drafts;
  if (found) {
    if (auto done = bringBack(database, state, change, own, *found, head.value()); !done) return done;
    drafts = unionOf(drafts, found->vault.drafts);
    // It was put aside in this file, and nobody was told of it since.
    const auto told = found->vault.drafts.find(kCameInPlace);
    if (told != found->vault.drafts.end()) noteCameIn(drafts, countOf(told->second.text));
  }
  if (auto done = putOwnDrafts(database, state, change, own, std::move(drafts), head.value()); !done) return done;
  if (auto done = countApart(database, keys, own, head.value()); !done) return done;
  return writeHead(database, state.mark, keys, own, head.value());
}

/// All that lies under the number of a vault, under another from now on.
Result<void> renumber(Database& database, std::int64_t from, std::int64_t to) {
  for (const char* table : {"rec", "head", "draft"}) {
    auto move = database.prepare(std::string("UPDATE ") + table + " SET vault = ? WHERE vault = ?");
    if (!move) return move.error();
    if (auto done = move->bind(1, to).bind(2, from).run(); !done) return done;
  }
  return {};
}

Result<void> mayReadmit(const JournalState& state, PartnerId forgotten) {
  if (!state.keyring.find(forgotten)) return Error{ErrorKind::NotFound, nameOf(vaultOf(forgotten))};
  if (!state.keyring.find(otherOf(forgotten))) return Error{ErrorKind::NotAllowed, "alone"};
  if (state.vaults[vaultOf(forgotten)]) return Error{ErrorKind::NotAllowed, "open"};
  if (auto may = state.mayWrite(vaultOf(otherOf(forgotten))); !may) return may;
  return state.mayWrite(VaultId::Ours);
}

}  // namespace

Result<void> checkStrength(const JournalState& state, const Passphrase& passphrase) {
  const std::vector<std::string> known = guessableWordsOf(state);
  const PassphraseStrength strength = strengthOf(passphrase, known);
  if (strength.enough()) return {};
  return Error{ErrorKind::WeakPassphrase, {}, {}, "guesses", std::lround(strength.guessesLog10 * 10)};
}

Result<RecoveryCode> protectPartner(JournalState& state, PartnerId partner, const Passphrase& passphrase,
                                    const FoundVault* found) {
  const VaultId own = vaultOf(partner);
  if (auto may = state.mayWrite(own); !may) return may.error();
  if (auto strong = checkStrength(state, passphrase); !strong) return strong.error();
  if (state.backups) state.backups->keepBeforeChange();
  KeyChange change(state);
  auto code = prepareKeys(change, state, partner, passphrase);
  if (!code) return code;
  if (found) change.keyring.dropAside(found->number);
  const auto done = change.commit(state, [&](Database& database) {
    auto written = writeOwn(database, state, change, own, found);
    if (written) written = carryNotes(database, state, change, own, found);
    return written ? writeOurs(database, state, change, partner) : written;
  });
  if (!done) return done.error();
  return code;
}

Result<RecoveryCode> readmitPartner(JournalState& state, PartnerId forgotten, const Passphrase& passphrase) {
  const VaultId own = vaultOf(forgotten);
  if (auto may = mayReadmit(state, forgotten); !may) return may.error();
  if (auto strong = checkStrength(state, passphrase); !strong) return strong.error();
  if (state.backups) state.backups->keepBeforeChange();
  KeyChange change(state);
  const auto aside = change.keyring.putAside(forgotten);
  if (!aside) return Error{ErrorKind::NotAllowed, "aside"};
  auto code = prepareKeys(change, state, forgotten, passphrase);
  if (!code) return code;
  state.lastSeen.putAside(own, *aside);
  Head empty;
  empty.born = bornAfter(state.vaults[VaultId::Ours]->head.counter);
  const auto done = change.commit(state, [&](Database& database) {
    auto written = renumber(database, numberOf(own), *aside);
    if (written) written = putOwnDrafts(database, state, change, own, {}, empty);
    if (written) written = countApart(database, *change.keys[own], own, empty);
    if (written) written = writeHead(database, state.mark, *change.keys[own], own, empty);
    return written ? writeOurs(database, state, change, forgotten) : written;
  });
  if (!done) return done.error();
  return code;
}

}  // namespace footbridge::storage
