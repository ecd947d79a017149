// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/new_partner.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

#include "storage/apart.h"
#include "storage/counting.h"
#include "storage/key_change.h"
#include "storage/resealing.h"

namespace footbridge::storage {
namespace {

Partner newPartner(const Partner& here, const PartnerName& name) {
  const PartnerId id = otherOf(here.id);
  PartnerColour colour = id == PartnerId::A ? PartnerColour::Ember : PartnerColour::Lagoon;
  if (colour == here.colour) colour = *std::ranges::find_if(kPartnerColours, [&](auto c) { return c != here.colour; });
  return {id, name, colour};
}

Result<void> mayJoin(const JournalState& state) {
  if (state.hasTwo()) return Error{ErrorKind::NotAllowed, "two"};
  const PartnerId here = state.keyring.partners().front().id;
  if (!state.keyring.isProtected(here)) return Error{ErrorKind::NotProtected, state.subjectOf(vaultOf(here))};
  if (auto may = state.mayWrite(vaultOf(here)); !may) return may;
  return state.mayWrite(VaultId::Ours);
}

/// A joint moment says so in the vault it is moved to, where a lane of its own lies beside it. What is left of
/// something by whoever has gone is nobody else's there, and never that of whoever comes under the same letter.
std::vector<Record> asMoved(const Kept& kept, PartnerId owner) {
  Record moved = kept.newest;
  auto* const event = std::get_if<LaneEvent>(&moved.entry.body);
  if (moved.gone && moved.entry.author == otherOf(owner)) {
    moved.entry.author = owner;
    return {std::move(moved)};
  }
  if (!event || moved.gone) return {};
  event->fromOurs = true;
  return {std::move(moved)};
}

/// Nothing written before opens to who joins: it goes to the one who shared it.
Result<void> takeHome(Database& database, const JournalState& state, VaultId home) {
  const OpenVault& own = *state.vaults[home];
  Head head = own.head;
  head.counter = counterAfter(head.counter);
  const PartnerId owner = *ownerOf(home);
  const RowMove move{*state.vaults[VaultId::Ours], VaultId::Ours, home, own.keys,
                     [owner](const Kept& kept) { return asMoved(kept, owner); }};
  if (auto done = moveRows(database, state.mark, move, head); !done) return done;
  return writeHead(database, state.mark, own.keys, home, head);
}

Result<void> beginOurs(Database& database, const JournalState& state, const KeyChange& change) {
  const VaultKeys& keys = *change.keys[VaultId::Ours];
  Head head = emptied(state.vaults[VaultId::Ours]->head);
  head.born = std::min(head.counter, kCounterAnew - 1);  // as bornAfter() what it was before
  ++head.era.joins;
  randombytes_buf(head.era.id.data(), head.era.id.size());
  if (auto done = putDrafts(database, state.mark, VaultId::Ours, keys, {}, head); !done) return done;
  for (const Partner& partner : change.keyring.partners())
    head.publicKeys[placeInHead(partner.id)] = change.personal[vaultOf(partner.id)]->keys.publicKey();
  if (auto done = countApart(database, keys, VaultId::Ours, head); !done) return done;
  return writeHead(database, state.mark, keys, VaultId::Ours, head);
}

}  // namespace

Result<void> joinPartner(JournalState& state, const PartnerName& name) {
  if (auto may = mayJoin(state); !may) return may;
  if (state.backups) state.backups->keepBeforeChange();
  const Partner here = state.keyring.partners().front();
  const Partner fresh = newPartner(here, name);
  const VaultId theirs = vaultOf(fresh.id);
  const Key shared = Key::random();
  KeyChange change(state);
  change.dropsDraftsOfOurs = true;
  PersonalKeys keys = freshKeys(shared.copy());
  change.keyring.addPartner(fresh);
  if (auto done = change.keyring.putOpen(fresh.id, keys); !done) return done;
  change.keys[theirs].emplace(keys.keys.vault.copy());
  change.keys[vaultOf(here.id)].emplace(state.vaults[vaultOf(here.id)]->keys.master().copy());
  change.personal[theirs] = std::move(keys);
  if (auto done = change.giveShared(state, shared); !done) return done;
  Head empty;
  empty.born = bornAfter(state.vaults[VaultId::Ours]->head.counter);
  return change.commit(state, [&](Database& database) {
    auto done = takeHome(database, state, vaultOf(here.id));
    if (done) done = writeHead(database, state.mark, *change.keys[theirs], theirs, empty);
    return done ? beginOurs(database, state, change) : done;
  });
}

}  // namespace footbridge::storage
