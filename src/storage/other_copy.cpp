// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/other_copy.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "storage/apart.h"
#include "storage/parted_copies.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::array kPartners{PartnerId::A, PartnerId::B};

}  // namespace

Error begunAnew() {
  return {ErrorKind::NotAllowed, {}, {}, "begun anew"};
}

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

OtherCopy::OtherCopy(const JournalState& state, JournalFile& file, std::string path)
    : m_state(state), m_file(file), m_path(std::move(path)) {}

Result<void> OtherCopy::open(const CopyPassphrases& passphrases) {
  for (const VaultId vault : kVaults) {
    if (m_state.vaults[vault]) tryKey(vault, m_state.vaults[vault]->keys.master());
  }
  for (const PartnerId partner : kPartners) {
    const Passphrase* const given = partner == PartnerId::A ? passphrases.a : passphrases.b;
    if (auto done = openOwn(partner, given); !done) return done;
  }
  if (!m_keys[VaultId::Ours] && !m_file.keyring.oursIsProtected()) {
    auto shared = m_file.keyring.openShared();
    if (!shared) return shared.error();
    tryKey(VaultId::Ours, shared.value());
  }
  return complete();
}

bool OtherCopy::opensWithOurs(VaultId vault) const {
  return m_state.vaults[vault] && m_state.vaults[vault]->keys.mark() == m_keys[vault]->mark();
}

void OtherCopy::tryKey(VaultId vault, const Key& key) {
  VaultKeys keys(key.copy());
  if (!m_keys[vault] && readHead(*m_file.database, m_file.mark, vault, keys)) m_keys[vault] = std::move(keys);
}

/// What opens by itself, and then what the passphrase opens.
Result<void> OtherCopy::openOwn(PartnerId partner, const Passphrase* passphrase) {
  if (!m_file.keyring.find(partner) || (m_keys[vaultOf(partner)] && m_keys[VaultId::Ours])) return {};
  const bool isProtected = m_file.keyring.isProtected(partner);
  if (isProtected && !passphrase) return {};
  assert(!m_state.database->inTransaction());  // other things may go on while the key is made
  auto keys = isProtected ? m_file.keyring.open(partner, SlotKind::Passphrase, passphrase->text())
                          : m_file.keyring.open(partner, SlotKind::Open, {});
  if (!keys) return keys.error();
  tryKey(vaultOf(partner), keys->keys.vault);
  tryKey(VaultId::Ours, keys->keys.shared);
  m_personal[vaultOf(partner)] = std::move(keys).value();
  return {};
}

/// Whoever sits here is asked for the passphrase of the copy rather than having their part wait.
Result<void> OtherCopy::complete() {
  if (auto done = findAside(); !done) return done;
  for (const Partner& partner : m_file.keyring.partners()) {
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
    const bool isAsked = isHere && m_file.keyring.find(partner) && !*m_isAside[own];
    if (isAsked && !m_keys[own]) return otherPassphraseOf(partner);
  }
  if (!m_keys[VaultId::Ours]) return otherPassphraseOf(whoOpensOurs());
  PerVault<VaultKeys> keys;
  for (const VaultId vault : kVaults) {
    if (m_keys[vault]) keys[vault].emplace(m_keys[vault]->master().copy());
  }
  auto vaults = loadVaults(*m_file.database, m_file.mark, std::move(keys));
  if (!vaults) return ofOther(vaults.error());
  m_vaults = std::move(vaults).value();
  findBare();
  if (areOfTwoEras(*m_state.vaults[VaultId::Ours], *m_vaults[VaultId::Ours])) return begunAnew();
  return checkAllThere();
}

/// What is missing there would be missing here for good once the copy is thrown away.
Result<void> OtherCopy::checkAllThere() const {
  for (const VaultId vault : kVaults) {
    const auto& open = m_vaults[vault];
    if (!open) continue;
    const auto& partners = m_file.keyring.partners();
    const auto there = checkApart(*m_file.database, partners, open->keys, vault, open->head);
    if (there) continue;
    if (there.error().kind != ErrorKind::RolledBack) return ofOther(there.error());
    return Error{ErrorKind::NotAllowed, m_path, {}, "left out"};
  }
  return {};
}

Error OtherCopy::ofOther(Error error) const {
  if (error.subject.empty()) error.subject = m_path;
  return error;
}

/// Somebody who knows their passphrase of then; rather one who is here.
PartnerId OtherCopy::whoOpensOurs() const {
  const std::vector<Partner>& partners = m_file.keyring.partners();
  const auto knows = [this](const Partner& partner) { return !*m_isAside[vaultOf(partner.id)]; };
  const auto isHere = [&](const Partner& partner) {
    return knows(partner) && m_state.vaults[vaultOf(partner.id)].has_value();
  };
  auto found = std::ranges::find_if(partners, isHere);
  if (found == partners.end()) found = std::ranges::find_if(partners, knows);
  return found == partners.end() ? partners.front().id : found->id;
}

Result<void> OtherCopy::findAside() {
  for (const Partner& partner : m_file.keyring.partners()) {
    const VaultId own = vaultOf(partner.id);
    m_isAside[own] = false;
    if (m_state.keyring.asideOf(partner.id).empty()) continue;
    auto part = partFrom(m_file, own, numberOf(own));
    if (!part) return ofOther(part.error());
    auto isAside = belongsAside(m_state, part.value());
    if (!isAside) return isAside.error();
    m_isAside[own] = isAside.value();
  }
  return {};
}

bool OtherCopy::isOpenHereAlone(PartnerId partner) const {
  return m_file.keyring.isProtected(partner) && !m_state.keyring.isProtected(partner);
}

void OtherCopy::findBare() {
  for (const Partner& partner : m_file.keyring.partners()) {
    const VaultId own = vaultOf(partner.id);
    if (!m_vaults[own] || !isOpenHereAlone(partner.id)) continue;
    m_isBare[own] = m_vaults[own]->head.count > 0 || holdWords(m_vaults[own]->drafts);
  }
}

Error OtherCopy::otherPassphraseOf(PartnerId partner) const {
  return Error{ErrorKind::OtherPassphrase, m_file.keyring.find(partner)->name.text(), nameOf(vaultOf(partner))};
}

}  // namespace footbridge::storage
