// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/merging.h"

#include <algorithm>
#include <utility>

#include "storage/joining.h"
#include "storage/other_copy.h"
#include "storage/parted_copies.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

/// One merge, of what opens in both files and of what waits for its owner.
class Merge {
 public:
  Merge(JournalState& state, const OtherCopy& copy) : m_state(state), m_copy(copy), m_other(copy.file()) {}

  [[nodiscard]] Result<TakenIn> join() {
    PerVault<TwoCopies> copies;
    Join join;
    for (const VaultId vault : kVaults) {
      if (!isJoined(vault)) continue;
      if (auto done = read(vault, copies, join); !done) return done.error();
    }
    if (holdEntriesElsewhere(copies)) return begunAnew();
    auto rows = unionOf(copies);
    if (!rows) return m_copy.ofOther(rows.error());
    join.rows = std::move(rows).value();
    if (auto done = gatherWaiting(join.rows.sides); !done) return done.error();
    join.also = [this](Database& database) { return keepWaiting(database); };
    auto taken = commitJoin(m_state, join);
    if (!taken) return taken;
    taken->waiting = std::move(m_waitFor);
    taken->staying = std::move(m_staying);
    return taken;
  }

 private:
  /// Open in both, and not of a vault put aside here, whose rows wait as those of any that is locked; nor with
  /// words that were under a passphrase and that anybody could read here.
  [[nodiscard]] bool isJoined(VaultId vault) const {
    return m_state.vaults[vault] && m_copy.vaults()[vault] && !m_copy.isAside(vault) && !m_copy.isBare(vault);
  }

  [[nodiscard]] Result<void> read(VaultId vault, PerVault<TwoCopies>& copies, Join& join) {
    auto mine = readRows(*m_state.database, m_state.mark, vault, m_state.vaults[vault]->keys);
    if (!mine) return mine.error();
    auto theirs = readRows(*m_other.database, m_other.mark, vault, m_copy.vaults()[vault]->keys);
    if (!theirs) return m_copy.ofOther(theirs.error());
    copies[vault] = TwoCopies{std::move(mine).value(), std::move(theirs).value()};
    join.counters[vault] = m_copy.vaults()[vault]->head.counter;
    join.drafts[vault] = unionOf(m_state.vaults[vault]->drafts, m_copy.vaults()[vault]->drafts);
    return {};
  }

  // Who is not here is said to be waited for whether there is anything of theirs or not.
  [[nodiscard]] Result<void> gatherWaiting(const SittingSides& sides) {
    for (const Partner& partner : m_other.keyring.partners()) {
      const VaultId own = vaultOf(partner.id);
      auto before = waitingIn(*m_other.database, own);
      if (!before) return m_copy.ofOther(before.error());
      for (WaitingPart& part : before.value()) {
        giveWay(part, partner.id);
        m_parts.push_back(std::move(part));
      }
      if (auto done = gatherAside(partner.id, sides); !done) return done;
      if (isJoined(own)) continue;
      m_waitFor.push_back(partner.id);
      // The note opens as its owner's part does here, and so does what its key leads to.
      const bool isKeyLeft = m_copy.keys()[own] && !m_copy.isBare(own);
      const WaitingNote note{isKeyLeft ? std::optional(m_copy.keys()[own]->master().copy()) : std::nullopt, sides};
      if (auto done = gather(partner.id, numberOf(own), note); !done) return done;
    }
    return {};
  }

  static const PublicKey& publicKeyOf(PartnerId partner, const OpenVaults& vaults) {
    return vaults[VaultId::Ours]->head.publicKeys[placeInHead(partner)];
  }

  /// What a note is sealed for. Whoever holds *ours* can write its head, so an owner who is here is asked themselves.
  [[nodiscard]] PublicKey noteKeyOf(PartnerId partner) const {
    const auto& here = m_state.personal[vaultOf(partner)];
    return here ? here->keys.publicKey() : publicKeyOf(partner, m_state.vaults);
  }

  /// What waits there is sealed for keys of its owner there: those of today, or of a vault put aside since. Where they
  /// are not here, the slots that lead to them come along.
  void giveWay(WaitingPart& part, PartnerId partner) const {
    const VaultId own = vaultOf(partner);
    const PublicKey here = noteKeyOf(partner);
    // Not for a key here that anybody can have.
    const bool mayRenew = m_copy.personal()[own] && !m_copy.isOpenHereAlone(partner);
    if (mayRenew && renewNote(part, m_state.mark, m_copy.personal()[own]->keys, here)) return;
    const Keyring& there = m_other.keyring;
    if (publicKeyOf(partner, m_copy.vaults()) != here) leadBy(part, m_state.mark, there.wayTo(numberOf(own)));
    for (const AsideVault& aside : there.asideOf(partner)) leadBy(part, m_state.mark, there.wayTo(aside.number));
  }

  /// What the same passphrase and code lead to here is another copy of it, and waits with the rest for its owner. The
  /// others stay, since nothing that their owner has here may ever open them.
  [[nodiscard]] Result<void> gatherAside(PartnerId partner, const SittingSides& sides) {
    for (const AsideVault& aside : m_other.keyring.asideOf(partner)) {
      const auto way = Keyring::fromWay(m_other.mark, m_other.keyring.wayTo(aside.number));
      if (!way) return way.error();
      if (!m_state.keyring.leadsHere(way->front())) {
        if (m_staying.empty() || m_staying.back() != partner) m_staying.push_back(partner);
        continue;
      }
      if (auto done = gather(partner, aside.number, {std::nullopt, sides}); !done) return done;
    }
    return {};
  }

  [[nodiscard]] Result<void> gather(PartnerId partner, std::int64_t number, const WaitingNote& note) {
    auto part = partFrom(m_other, vaultOf(partner), number);
    if (!part) return m_copy.ofOther(part.error());
    auto isHere = isHereAlready(m_state, part.value());
    if (!isHere) return isHere.error();
    if (isHere.value()) return {};
    part->note = noteFor(noteKeyOf(partner), note);
    m_parts.push_back(std::move(part).value());
    return {};
  }

  [[nodiscard]] Result<void> keepWaiting(Database& database) const {
    // What waits of this very copy, and may be damaged, has come in with it.
    for (const Partner& partner : m_other.keyring.partners()) {
      const VaultId own = vaultOf(partner.id);
      const auto part = isJoined(own) ? partFrom(m_other, own, numberOf(own)) : Error{ErrorKind::NotFound};
      if (!part) continue;
      if (auto done = dropSame(database, part.value()); !done) return done;
    }
    for (const WaitingPart& part : m_parts) {
      if (auto done = putWaiting(database, part); !done) return done;
    }
    return {};
  }

  JournalState& m_state;
  const OtherCopy& m_copy;
  JournalFile& m_other;
  std::vector<WaitingPart> m_parts;
  std::vector<PartnerId> m_waitFor;
  std::vector<PartnerId> m_staying;
};

/// What came along and was waiting in the other copy for somebody who is here. What is joined by now stays, so where
/// the disk takes no more the rest of it waits.
TakenIn withSettled(JournalState& state, TakenIn taken) {
  for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
    if (!state.vaults[vaultOf(partner)]) continue;
    const auto settled = settleWaiting(state, partner, {});
    const bool isThere = std::ranges::count(taken.waiting, partner) > 0;
    const bool isCutShort = !settled || settled->cutShort;
    const bool isLeft = isCutShort || !settled->taken.waiting.empty();
    if (isLeft && !isThere) taken.waiting.push_back(partner);
    taken.cutShort |= isCutShort;
    if (!settled) continue;
    addTo(taken, settled->taken);
  }
  return taken;
}

}  // namespace

Result<TakenIn> mergeCopy(JournalState& state, const std::string& path, const CopyPassphrases& passphrases) {
  if (auto may = state.mayWrite(VaultId::Ours); !may) return may.error();
  auto other = openCopy(state, path);
  if (!other) return other.error();
  OtherCopy copy(state, other.value(), path);
  if (auto done = copy.open(passphrases); !done) return done.error();
  auto taken = Merge(state, copy).join();
  if (!taken) return taken;
  return withSettled(state, std::move(taken).value());
}

}  // namespace footbridge::storage
