// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/protecting.h"

#include <cmath>
#include <utility>

#include "storage/doors.h"
#include "storage/recovery_code.h"
#include "storage/resealing.h"

namespace footbridge::storage {
namespace {

std::size_t placeOf(PartnerId partner) {
  return partner == PartnerId::A ? 0 : 1;
}

/// One protecting: what it will all be afterwards, made beside what it is.
class Protecting {
 public:
  Protecting(JournalState& state, PartnerId partner)
      : m_state(state),
        m_own(vaultOf(partner)),
        m_partner(partner),
        m_other(otherOf(partner)),
        m_sealsOurs(state.keyring.isProtected(m_other)),
        m_keyring(state.keyring),
        m_fresh(freshKeys()),
        m_ownKeys(m_fresh.keys.vault.copy()),
        m_oursKeys(m_fresh.keys.shared.copy()) {}

  [[nodiscard]] Result<void> prepareSlots(const Passphrase& passphrase, const Passphrase& code) {
    const KdfCost cost = m_state.cost ? *m_state.cost : KdfCost::calibrated();
    const auto letters = parseRecoveryCode(code.text());
    auto done = m_keyring.putProtected(m_partner, m_fresh, cost, passphrase.text(), letters->text());
    if (done && m_sealsOurs) shareNewKey();
    return done;
  }

  [[nodiscard]] Result<void> commit() {
    auto transaction = Transaction::begin(*m_state.database);
    if (!transaction) return transaction.error();
    if (auto done = writeVaults(); !done) return done;
    if (auto done = m_keyring.save(*m_state.database); !done) return done;
    noteBoth();
    return transaction->commit();
  }

  /// The disk has the new keys by now; if memory runs out here the process ends.
  void apply() noexcept {
    OpenVault& own = *m_state.vaults[m_own];
    own.keys = std::move(m_ownKeys);
    own.head = m_ownAfter.head;
    own.drafts = std::move(m_ownAfter.drafts);
    OpenVault& ours = *m_state.vaults[VaultId::Ours];
    if (m_sealsOurs) ours.keys = std::move(m_oursKeys);
    ours.head = m_oursAfter.head;
    ours.drafts = std::move(m_oursAfter.drafts);
    auto& theirs = m_state.personal[vaultOf(m_other)];
    if (theirs) theirs->keys.shared = m_fresh.keys.shared.copy();
    m_state.personal[m_own] = std::move(m_fresh);
    m_state.keyring = std::move(m_keyring);
    for (const VaultId vault : {m_own, VaultId::Ours})
      m_state.lastSeen.note(m_state.vaults[vault]->keys, vault, m_state.vaults[vault]->head);
  }

 private:
  [[nodiscard]] const OpenVault& ours() const { return *m_state.vaults[VaultId::Ours]; }

  [[nodiscard]] PersonalKeys freshKeys() const {
    Key shared = m_sealsOurs ? Key::random() : ours().keys.master().copy();
    return {Key::random(), {Key::random(), std::move(shared), Key::random()}, false};
  }

  void shareNewKey() {
    m_keyring.dropOpenShared();
    if (const auto& theirs = m_state.personal[vaultOf(m_other)]) {
      PersonalKeys keys = theirs->copy();
      keys.keys.shared = m_fresh.keys.shared.copy();
      m_keyring.rewrap(m_other, keys);
      return;
    }
    m_keyring.leaveShared(m_other, ours().head.publicKeys[placeOf(m_other)], m_fresh.keys.shared);
  }

  [[nodiscard]] Result<void> writeVaults() {
    Database& database = *m_state.database;
    auto own = reseal(database, m_state.mark, m_own, *m_state.vaults[m_own], m_ownKeys);
    if (!own) return own.error();
    m_ownAfter = std::move(own).value();
    m_oursAfter = {ours().head, ours().drafts};
    if (m_sealsOurs) {
      auto after = reseal(database, m_state.mark, VaultId::Ours, ours(), m_oursKeys);
      if (!after) return after.error();
      m_oursAfter = std::move(after).value();
    } else {
      ++m_oursAfter.head.counter;
    }
    m_oursAfter.head.publicKeys[placeOf(m_partner)] = m_fresh.keys.publicKey();
    return writeHead(database, m_state.mark, m_oursKeys, VaultId::Ours, m_oursAfter.head);
  }

  void noteBoth() const {
    const OpenVault& own = *m_state.vaults[m_own];
    m_state.lastSeen.noteBoth(own.keys, own.head, m_ownKeys, m_own, m_ownAfter.head);
    m_state.lastSeen.noteBoth(ours().keys, ours().head, m_oursKeys, VaultId::Ours, m_oursAfter.head);
  }

  JournalState& m_state;
  VaultId m_own;
  PartnerId m_partner;
  PartnerId m_other;
  bool m_sealsOurs;
  Keyring m_keyring;
  PersonalKeys m_fresh;
  VaultKeys m_ownKeys;
  VaultKeys m_oursKeys;
  Resealed m_ownAfter;
  Resealed m_oursAfter;
};

}  // namespace

Result<void> checkStrength(const JournalState& state, const Passphrase& passphrase) {
  const std::vector<std::string> known = guessableWordsOf(state);
  const PassphraseStrength strength = strengthOf(passphrase, known);
  if (strength.enough()) return {};
  return Error{ErrorKind::WeakPassphrase, {}, {}, "guesses", std::lround(strength.guessesLog10 * 10)};
}

Result<RecoveryCode> protectPartner(JournalState& state, PartnerId partner, const Passphrase& passphrase) {
  if (auto may = state.mayWrite(vaultOf(partner)); !may) return may.error();
  if (auto strong = checkStrength(state, passphrase); !strong) return strong.error();
  Passphrase code = newRecoveryCode();
  Protecting protecting(state, partner);
  if (auto done = protecting.prepareSlots(passphrase, code); !done) return done.error();
  if (auto done = protecting.commit(); !done) return done.error();
  protecting.apply();
  // The new keys hold already, so their code must reach its owner even where the disk refuses this; what the journal
  // file beside it still holds is then emptied when the journal is next opened.
  purgeQuietly(state);
  return RecoveryCode{std::move(code)};
}

}  // namespace footbridge::storage
