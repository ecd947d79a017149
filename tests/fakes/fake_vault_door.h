// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/owed_code.h"
#include "domain/ports.h"

namespace footbridge::fakes {

inline Partner partner(PartnerId id, const char* name) {
  return {id, *PartnerName::from(name), id == PartnerId::A ? PartnerColour::Ember : PartnerColour::Lagoon};
}

/// Two doors and the one between them, without a key being made: it compares words, and counts how it was asked.
class FakeVaultDoor : public VaultDoor {
 public:
  static constexpr const char* kCode = "K7QP-2M4T-9XWB-H3ND-6RVE-8C5A-ZG";
  static constexpr const char* kAsideCode = "BBBB-2M4T-9XWB-H3ND-6RVE-8C5A-ZG";  ///< of what was put aside
  static constexpr const char* kNextCode = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GG";

  /// A partner who has a passphrase, and whose vault is closed.
  void lockWith(PartnerId partner, const std::string& words) {
    m_words[partner] = words;
    m_doors[vaultOf(partner)] = DoorState::Locked;
  }
  void setOurs(DoorState state) { m_doors[VaultId::Ours] = state; }
  void refuseNext(Error error) { m_refusal = std::move(error); }

  DraftStore* drafts = nullptr;  ///< where a code that was made is owed, if there is such a place
  int unlocks = 0;
  int protects = 0;
  int recovers = 0;
  std::vector<Error> accepted;  ///< refusals that were gone on with
  int readmissions = 0;
  std::vector<std::string> joined;
  std::vector<PartnerId> erased;
  std::set<PartnerId> aside;  ///< who has a vault put aside

  [[nodiscard]] DoorState door(VaultId vault) const override {
    const auto found = m_doors.find(vault);
    return found == m_doors.end() ? DoorState::Open : found->second;
  }
  [[nodiscard]] Result<void> unlock(PartnerId partner, const Passphrase& passphrase) override {
    ++unlocks;
    if (m_refusal) return *std::exchange(m_refusal, std::nullopt);
    if (m_words[partner] != passphrase.text()) return Error{ErrorKind::WrongPassphrase};
    m_doors[vaultOf(partner)] = DoorState::Unlocked;
    return {};
  }
  [[nodiscard]] Result<RecoveryCode> protect(PartnerId partner, const Passphrase& passphrase) override {
    ++protects;
    if (m_refusal) return *std::exchange(m_refusal, std::nullopt);
    return set(partner, passphrase, kCode);
  }
  [[nodiscard]] Result<RecoveryCode> recover(PartnerId partner, const Passphrase& code,
                                             const Passphrase& passphrase) override {
    ++recovers;
    if (m_refusal) return *std::exchange(m_refusal, std::nullopt);
    if (aside.contains(partner) && code.text() == kAsideCode) {
      if (door(vaultOf(partner)) == DoorState::Locked) return Error{ErrorKind::Locked, {}, {}, "aside"};
      aside.erase(partner);
      return set(partner, passphrase, kNextCode);
    }
    if (code.text() != kCode) return Error{ErrorKind::WrongCode};
    return set(partner, passphrase, kNextCode);
  }
  [[nodiscard]] Result<RecoveryCode> readmit(PartnerId forgotten, const Passphrase& passphrase) override {
    ++readmissions;
    if (m_refusal) return *std::exchange(m_refusal, std::nullopt);
    aside.insert(forgotten);
    return set(forgotten, passphrase, kNextCode);
  }
  [[nodiscard]] bool hasPutAside(PartnerId partner) const override { return aside.contains(partner); }
  [[nodiscard]] Result<void> join(const PartnerName& name) override {
    joined.push_back(name.text());
    if (m_refusal) return *std::exchange(m_refusal, std::nullopt);
    return {};
  }
  [[nodiscard]] Result<Erased> erase(PartnerId partner) override {
    erased.push_back(partner);
    if (m_refusal) return *std::exchange(m_refusal, std::nullopt);
    return Erased{};
  }
  [[nodiscard]] Result<void> accept(const Error& refusal) override {
    accepted.push_back(refusal);
    return {};
  }
  [[nodiscard]] std::vector<std::string> guessableWords() const override { return {"Alex", "Sam"}; }

  [[nodiscard]] const std::string& wordsOf(PartnerId partner) { return m_words[partner]; }

 private:
  Result<RecoveryCode> set(PartnerId partner, const Passphrase& passphrase, const char* code) {
    m_words[partner] = std::string(passphrase.text());
    m_doors[vaultOf(partner)] = DoorState::Unlocked;
    if (drafts) static_cast<void>(drafts->putDraft(vaultOf(partner), kOwedCodePlace, "owed"));
    return RecoveryCode{*Passphrase::from(std::string(code))};
  }

  std::map<VaultId, DoorState> m_doors;
  std::map<PartnerId, std::string> m_words;
  std::optional<Error> m_refusal;
};

class FakePartners : public PartnerStore {
 public:
  std::vector<Partner> all{partner(PartnerId::A, "Alex"), partner(PartnerId::B, "Sam")};

  [[nodiscard]] std::vector<Partner> partners() const override { return all; }
  [[nodiscard]] Result<void> change(const Partner&) override { return {}; }
};

}  // namespace footbridge::fakes
