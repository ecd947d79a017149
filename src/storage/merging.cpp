// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/merging.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "storage/apart.h"
#include "storage/joining.h"
#include "storage/journal_file.h"
#include "storage/parted_copies.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::array kPartners{PartnerId::A, PartnerId::B};

Error begunAnew() {
  return {ErrorKind::NotAllowed, {}, {}, "begun anew"};
}

/// A file that this process holds must not be opened a second time, by whatever name: closing it would drop the lock.
Result<JournalFile> openCopy(const JournalState& state, const std::string& path) {
  auto place = storage::placeOf(path);
  if (!place) return place.error();
  std::error_code ignored;
  if (!state.path.empty() && fs::equivalent(place.value(), state.path, ignored))
    return Error{ErrorKind::NotAllowed, path, {}, "same file"};
  auto other = openToRead(place.value());
  if (!other) return other;
  if (other->mark.uuid != state.mark.uuid) return Error{ErrorKind::AnotherJournal, path};
  for (const Partner& partner : other->keyring.partners()) {
    if (!state.keyring.find(partner.id)) return Error{ErrorKind::NotAllowed, path, {}, "gone"};
  }
  const auto parted = holdRowsElsewhere(*state.database, *other->database);
  if (!parted) return parted.error();
  if (parted.value()) return begunAnew();
  other->keyring.makeKeysBy(state.keyring.keysMadeBy());
  return other;
}

/// One merge: the two files, and what opens of the other one.
class Merge {
 public:
  Merge(JournalState& state, JournalFile& other, std::string path)
      : m_state(state), m_other(other), m_path(std::move(path)) {}

  [[nodiscard]] Result<void> open(const CopyPassphrases& passphrases) {
    for (const VaultId vault : kVaults) {
      if (m_state.vaults[vault]) tryKey(vault, m_state.vaults[vault]->keys.master());
    }
    for (const PartnerId partner : kPartners) {
      const Passphrase* const given = partner == PartnerId::A ? passphrases.a : passphrases.b;
      if (auto done = openOwn(partner, given); !done) return done;
    }
    if (!m_keys[VaultId::Ours] && !m_other.keyring.oursIsProtected()) {
      auto shared = m_other.keyring.openShared();
      if (!shared) return shared.error();
      tryKey(VaultId::Ours, shared.value());
    }
    return complete();
  }

  [[nodiscard]] Result<TakenIn> join() {
    PerVault<TwoCopies> copies;
    Join join;
    for (const VaultId vault : kVaults) {
      if (!isJoined(vault)) continue;
      if (auto done = read(vault, copies, join); !done) return done.error();
    }
    if (holdEntriesElsewhere(copies)) return begunAnew();
    auto rows = unionOf(copies);
    if (!rows) return ofOther(rows.error());
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
    const bool isAside = m_isAside[vault].value_or(false), isBare = m_isBare[vault].value_or(false);
    return m_state.vaults[vault] && m_vaults[vault] && !isAside && !isBare;
  }

  [[nodiscard]] bool opensWithOurs(VaultId vault) const {
    return m_state.vaults[vault] && m_state.vaults[vault]->keys.mark() == m_keys[vault]->mark();
  }

  void tryKey(VaultId vault, const Key& key) {
    VaultKeys keys(key.copy());
    if (!m_keys[vault] && readHead(*m_other.database, m_other.mark, vault, keys)) m_keys[vault] = std::move(keys);
  }

  /// What opens by itself, and then what the passphrase opens.
  [[nodiscard]] Result<void> openOwn(PartnerId partner, const Passphrase* passphrase) {
    if (!m_other.keyring.find(partner) || (m_keys[vaultOf(partner)] && m_keys[VaultId::Ours])) return {};
    const bool isProtected = m_other.keyring.isProtected(partner);
    if (isProtected && !passphrase) return {};
    assert(!m_state.database->inTransaction());  // other things may go on while the key is made
    auto keys = isProtected ? m_other.keyring.open(partner, SlotKind::Passphrase, passphrase->text())
                            : m_other.keyring.open(partner, SlotKind::Open, {});
    if (!keys) return keys.error();
    tryKey(vaultOf(partner), keys->keys.vault);
    tryKey(VaultId::Ours, keys->keys.shared);
    m_personal[vaultOf(partner)] = std::move(keys).value();
    return {};
  }

  /// Whoever sits here is asked for the passphrase of the copy rather than having their part wait.
  [[nodiscard]] Result<void> complete() {
    if (auto done = findAside(); !done) return done;
    for (const Partner& partner : m_other.keyring.partners()) {
      // Another name and another key: that may be somebody else, who joined after one copy was left.
      const VaultId own = vaultOf(partner.id);
      const bool isSame = (m_keys[own] && opensWithOurs(own)) || *m_isAside[own];
      if (m_state.keyring.find(partner.id)->name != partner.name && !isSame)
        return Error{ErrorKind::NotAllowed, {}, {}, "gone"};
    }
    for (const PartnerId partner : kPartners) {
      const VaultId own = vaultOf(partner);
      const bool isHere = m_state.vaults[own] && m_state.keyring.isProtected(partner);
      // That of a vault put aside here has been forgotten; otherwise it would not be.
      const bool isAsked = isHere && m_other.keyring.find(partner) && !*m_isAside[own];
      if (isAsked && !m_keys[own]) return otherPassphraseOf(partner);
    }
    if (!m_keys[VaultId::Ours]) return otherPassphraseOf(whoOpensOurs());
    PerVault<VaultKeys> keys;
    for (const VaultId vault : kVaults) {
      if (m_keys[vault]) keys[vault].emplace(m_keys[vault]->master().copy());
    }
    auto vaults = loadVaults(*m_other.database, m_other.mark, std::move(keys));
    if (!vaults) return ofOther(vaults.error());
    m_vaults = std::move(vaults).value();
    findBare();
    if (areOfTwoEras(*m_state.vaults[VaultId::Ours], *m_vaults[VaultId::Ours])) return begunAnew();
    return checkAllThere();
  }

  /// What is missing there would be missing here for good once the copy is thrown away.
  [[nodiscard]] Result<void> checkAllThere() const {
    for (const VaultId vault : kVaults) {
      const auto& open = m_vaults[vault];
      if (!open) continue;
      const auto& partners = m_other.keyring.partners();
      const auto there = checkApart(*m_other.database, partners, open->keys, vault, open->head);
      if (there) continue;
      if (there.error().kind != ErrorKind::RolledBack) return ofOther(there.error());
      return Error{ErrorKind::NotAllowed, m_path, {}, "left out"};
    }
    return {};
  }

  /// What is wrong with the other copy is not said of this journal.
  [[nodiscard]] Error ofOther(Error error) const {
    if (error.subject.empty()) error.subject = m_path;
    return error;
  }

  /// Somebody who knows their passphrase of then; rather one who is here.
  [[nodiscard]] PartnerId whoOpensOurs() const {
    const std::vector<Partner>& partners = m_other.keyring.partners();
    const auto knows = [this](const Partner& partner) { return !*m_isAside[vaultOf(partner.id)]; };
    const auto isHere = [&](const Partner& partner) {
      return knows(partner) && m_state.vaults[vaultOf(partner.id)].has_value();
    };
    auto found = std::ranges::find_if(partners, isHere);
    if (found == partners.end()) found = std::ranges::find_if(partners, knows);
    return found == partners.end() ? partners.front().id : found->id;
  }

  [[nodiscard]] Result<void> findAside() {
    for (const Partner& partner : m_other.keyring.partners()) {
      const VaultId own = vaultOf(partner.id);
      m_isAside[own] = false;
      if (m_state.keyring.asideOf(partner.id).empty()) continue;
      auto part = partFrom(m_other, own, numberOf(own));
      if (!part) return ofOther(part.error());
      auto isAside = belongsAside(m_state, part.value());
      if (!isAside) return isAside.error();
      m_isAside[own] = isAside.value();
    }
    return {};
  }

  /// Protected in the other copy, and readable here by anybody.
  [[nodiscard]] bool isOpenHereAlone(PartnerId partner) const {
    return m_other.keyring.isProtected(partner) && !m_state.keyring.isProtected(partner);
  }

  void findBare() {
    for (const Partner& partner : m_other.keyring.partners()) {
      const VaultId own = vaultOf(partner.id);
      if (!m_vaults[own] || !isOpenHereAlone(partner.id)) continue;
      m_isBare[own] = m_vaults[own]->head.count > 0 || holdWords(m_vaults[own]->drafts);
    }
  }

  [[nodiscard]] Error otherPassphraseOf(PartnerId partner) const {
    return Error{ErrorKind::OtherPassphrase, m_other.keyring.find(partner)->name.text(), nameOf(vaultOf(partner))};
  }

  [[nodiscard]] Result<void> read(VaultId vault, PerVault<TwoCopies>& copies, Join& join) {
    auto mine = readRows(*m_state.database, m_state.mark, vault, m_state.vaults[vault]->keys);
    if (!mine) return mine.error();
    auto theirs = readRows(*m_other.database, m_other.mark, vault, m_vaults[vault]->keys);
    if (!theirs) return ofOther(theirs.error());
    copies[vault] = TwoCopies{std::move(mine).value(), std::move(theirs).value()};
    join.counters[vault] = m_vaults[vault]->head.counter;
    join.drafts[vault] = unionOf(m_state.vaults[vault]->drafts, m_vaults[vault]->drafts);
    return {};
  }

  // Who is not here is said to be waited for whether there is anything of theirs or not.
  [[nodiscard]] Result<void> gatherWaiting(const SittingSides& sides) {
    for (const Partner& partner : m_other.keyring.partners()) {
      const VaultId own = vaultOf(partner.id);
      auto before = waitingIn(*m_other.database, own);
      if (!before) return ofOther(before.error());
      for (WaitingPart& part : before.value()) {
        giveWay(part, partner.id);
        m_parts.push_back(std::move(part));
      }
      if (auto done = gatherAside(partner.id, sides); !done) return done;
      if (isJoined(own)) continue;
      m_waitFor.push_back(partner.id);
      // The note opens as its owner's part does here, and so does what its key leads to.
      const bool isKeyLeft = m_keys[own] && !m_isBare[own].value_or(false);
      const WaitingNote note{isKeyLeft ? std::optional(m_keys[own]->master().copy()) : std::nullopt, sides};
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
    const bool mayRenew = m_personal[own] && !isOpenHereAlone(partner);
    if (mayRenew && renewNote(part, m_state.mark, m_personal[own]->keys, here)) return;
    const Keyring& there = m_other.keyring;
    if (publicKeyOf(partner, m_vaults) != here) leadBy(part, m_state.mark, there.wayTo(numberOf(own)));
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
    if (!part) return ofOther(part.error());
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
  JournalFile& m_other;
  std::string m_path;  ///< of the other one
  PerVault<VaultKeys> m_keys;
  PerVault<PersonalKeys> m_personal;  ///< of the partners there, where they were opened
  PerVault<bool> m_isBare;            ///< what it has is under a passphrase there, and its owner has none here
  PerVault<bool> m_isAside;           ///< of the partners there: the same vault is put aside here
  OpenVaults m_vaults;
  std::vector<WaitingPart> m_parts;
  std::vector<PartnerId> m_waitFor;
  std::vector<PartnerId> m_staying;
};

/// What came along and was waiting in the other copy for somebody who is here. What is joined by now stays, so where
/// the disk takes no more the rest of it waits.
TakenIn withSettled(JournalState& state, TakenIn taken) {
  for (const PartnerId partner : kPartners) {
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
  Merge merge(state, other.value(), path);
  if (auto done = merge.open(passphrases); !done) return done.error();
  auto taken = merge.join();
  if (!taken) return taken;
  return withSettled(state, std::move(taken).value());
}

}  // namespace footbridge::storage
