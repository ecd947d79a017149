// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/exchange.h"
#include "storage/journal_file.h"
#include "storage/journal_state.h"

namespace footbridge::storage {

/// Somebody joined one of two copies since they parted: they cannot be joined.
[[nodiscard]] Error begunAnew();

/// A file that this process holds must not be opened a second time, by whatever name: closing it would drop the lock.
/// Refused are that one, another journal, and one with somebody who is not in this any more.
[[nodiscard]] Result<JournalFile> openCopy(const JournalState& state, const std::string& path);

/// Another copy of an open journal, and what opens of it: by itself, with what is open here, and with the passphrases
/// of then. Both outlive it.
class OtherCopy {
 public:
  OtherCopy(const JournalState& state, JournalFile& file, std::string path);

  /// OtherPassphrase where somebody who is here would have their part wait for want of one; NotAllowed or Damaged where
  /// the copy cannot be joined. Said once, before all that follows.
  [[nodiscard]] Result<void> open(const CopyPassphrases& passphrases);

  [[nodiscard]] JournalFile& file() const { return m_file; }
  [[nodiscard]] const OpenVaults& vaults() const { return m_vaults; }
  [[nodiscard]] const PerVault<VaultKeys>& keys() const { return m_keys; }
  /// Of the partners there, where they were opened.
  [[nodiscard]] const PerVault<PersonalKeys>& personal() const { return m_personal; }
  /// The same vault is put aside here.
  [[nodiscard]] bool isAside(VaultId vault) const { return m_isAside[vault].value_or(false); }
  /// What it has is under a passphrase there, and its owner has none here.
  [[nodiscard]] bool isBare(VaultId vault) const { return m_isBare[vault].value_or(false); }
  /// Protected in the other copy, and readable here by anybody.
  [[nodiscard]] bool isOpenHereAlone(PartnerId partner) const;
  /// What is wrong with the other copy is not said of this journal.
  [[nodiscard]] Error ofOther(Error error) const;

 private:
  [[nodiscard]] bool opensWithOurs(VaultId vault) const;
  void tryKey(VaultId vault, const Key& key);
  [[nodiscard]] Result<void> openOwn(PartnerId partner, const Passphrase* passphrase);
  [[nodiscard]] Result<void> complete();
  [[nodiscard]] Result<void> checkAllThere() const;
  [[nodiscard]] PartnerId whoOpensOurs() const;
  [[nodiscard]] Result<void> findAside();
  void findBare();
  [[nodiscard]] Error otherPassphraseOf(PartnerId partner) const;

  const JournalState& m_state;
  JournalFile& m_file;
  std::string m_path;
  PerVault<VaultKeys> m_keys;
  PerVault<PersonalKeys> m_personal;
  PerVault<bool> m_isBare;
  PerVault<bool> m_isAside;
  OpenVaults m_vaults;
};

}  // namespace footbridge::storage
