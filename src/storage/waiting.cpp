// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/waiting.h"

#include <algorithm>

#include "domain/came_in.h"
#include "domain/owed_code.h"
#include "storage/damaged.h"
#include "storage/part_opener.h"
#include "storage/unproven.h"

namespace footbridge::storage {
namespace {

Result<TakenIn> settle(JournalState& state, const WaitingPart& part, const OpenedPart& opened) {
  const OpenVault& own = *state.vaults[part.vault];
  auto mine = readRows(*state.database, state.mark, part.vault, own.keys);
  if (!mine) return mine.error();
  Join join;
  if (opened.isProven) {
    PerVault<TwoCopies> copies;
    copies[part.vault] = TwoCopies{std::move(mine).value(), opened.rows};
    auto rows = unionOf(copies, opened.sides);
    if (!rows) return damaged(kWaiting);
    join.rows = std::move(rows).value();
    join.counters[part.vault] = opened.head.counter;
    join.drafts[part.vault] = unionOf(own.drafts, opened.drafts);
  } else {
    auto additions = unprovenIn(state, part.vault, {mine.value(), opened.rows}, opened.sides);
    if (!additions) return additions.error();
    join.rows = std::move(additions->rows);
    Drafts drafts = withAdded(own.drafts, opened.drafts);
    // In the same transaction as what came in, so that its owner is told, whatever happens then.
    noteCameIn(drafts, additions->things);
    join.drafts[part.vault] = std::move(drafts);
  }
  // With whatever waits under the same head, and is not whole: that is in this.
  join.also = [&part](Database& database) { return dropSame(database, part); };
  return commitJoin(state, join);
}

}  // namespace

bool holdWords(const Drafts& drafts) {
  return std::ranges::any_of(drafts,
                             [](const auto& draft) { return !isOfJournal(draft.first) && !draft.second.text.empty(); });
}

bool renewNote(WaitingPart& part, const JournalMark& mark, const PartnerKeys& before, const PublicKey& owner) {
  auto note = openNote(part.note, before);
  const bool isUnderTheirKey = !isOfOtherKeys(openPart(mark, part, VaultKeys(before.vault.copy())));
  if (!note && !isUnderTheirKey) return false;
  if (!note) note.emplace();
  if (isUnderTheirKey) note->key = before.vault.copy();
  part.note = noteFor(owner, *note);
  return true;
}

void leadBy(WaitingPart& part, const JournalMark& mark, const Bytes& way) {
  const auto ways = Keyring::fromWay(mark, part.way);
  const bool isFull = ways && ways->size() >= kMostWays;
  const bool isThere = !std::ranges::search(part.way, way).empty();
  if (!isFull && !isThere) part.way.insert(part.way.end(), way.begin(), way.end());
}

Result<void> renewNotes(Database& database, const JournalMark& mark, VaultId vault, const PartnerKeys& before,
                        const PublicKey& owner) {
  auto parts = waitingIn(database, vault);
  if (!parts) return parts.error();
  for (WaitingPart& part : parts.value()) {
    if (!renewNote(part, mark, before, owner)) continue;
    auto write = database.prepare("UPDATE waiting SET note = ? WHERE id = ?");
    if (!write) return write.error();
    if (auto done = write->bind(1, BytesView(part.note)).bind(2, part.id).run(); !done) return done;
  }
  return {};
}

Result<void> checkWaiting(const JournalState& state, VaultId own) {
  auto parts = waitingIn(*state.database, own);
  if (!parts) return parts.error();
  for (const WaitingPart& part : parts.value()) {
    const auto opened = openWith(state.mark, part, state.personal[own]->keys);
    if (!opened && !isOfOtherKeys(opened)) return opened.error();
  }
  return {};
}

Result<Settled> settleWaiting(JournalState& state, PartnerId partner, std::string_view secret, const Key* before) {
  const VaultId own = vaultOf(partner);
  Settled all;
  if (!state.vaults[own] || !state.personal[own]) return Error{ErrorKind::Locked, state.subjectOf(own)};
  auto parts = waitingIn(*state.database, own);
  if (!parts) return parts.error();
  // By their heads: what is taken in takes along all under its own.
  std::vector<Bytes> taken, closed, aside, damaged, bare;
  std::optional<Error> stopped;
  PartOpener opener(state, partner, secret, before);
  const bool isProtected = state.keyring.isProtected(partner);
  for (const WaitingPart& part : parts.value()) {
    if (std::ranges::count(taken, part.head) != 0) continue;
    const auto isAside = belongsAside(state, part);
    if (!isAside) {
      stopped = isAside.error();
      break;
    }
    if (isAside.value()) {
      aside.push_back(part.head);
      continue;
    }
    auto opened = opener.open(part);
    if (!opened) {
      (isOfOtherKeys(opened) ? closed : damaged).push_back(part.head);
      continue;
    }
    const bool wasProtected = !part.way.empty();
    if (wasProtected && !isProtected && (!opened->rows.empty() || holdWords(opened->drafts))) {
      bare.push_back(part.head);
      continue;
    }
    opened->isProven = opened->isProven || !isProtected;  // anybody can write here as well
    const auto came = settle(state, part, *opened);
    if (!came && came.error().kind == ErrorKind::Damaged) {
      damaged.push_back(part.head);
      continue;
    }
    if (!came) {
      stopped = came.error();
      break;
    }
    taken.push_back(part.head);
    addTo(all.taken, *came);
  }
  if (stopped && taken.empty()) return *stopped;
  const auto left = [&taken](std::vector<Bytes>& heads) {
    std::erase_if(heads, [&](const Bytes& head) { return std::ranges::count(taken, head) != 0; });
    return heads.size();
  };
  all.opened = taken.size();
  all.closed = left(closed);
  all.aside = left(aside);
  all.damaged = left(damaged);
  all.bare = left(bare);
  all.cutShort = stopped.has_value();
  all.taken.cutShort = all.cutShort;
  if (all.cutShort || all.closed + all.aside + all.damaged + all.bare > 0) all.taken.waiting = {partner};
  return all;
}

}  // namespace footbridge::storage
