// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/partner.h"
#include "domain/passphrase.h"
#include "domain/result.h"
#include "storage/database.h"
#include "storage/slot.h"

namespace footbridge::storage {

/// What one partner's secret led to.
struct PersonalKeys {
  Key personal;
  PartnerKeys keys;
  bool tookUpShared = false;  ///< a new key of *ours* was waiting; save it with rewrap()

  [[nodiscard]] PersonalKeys copy() const { return {personal.copy(), keys.copy(), tookUpShared}; }
};

/// The partners and their slots. A plain value without secrets: change a copy, save it, then put it in place.
class Keyring {
 public:
  Keyring(JournalMark mark, std::vector<Partner> partners) : m_mark(mark), m_partners(std::move(partners)) {}

  /// Damaged unless there is just what belongs there, each field fitting the others.
  [[nodiscard]] static Result<Keyring> load(Database& database, const JournalMark& mark);
  /// In the caller's transaction.
  [[nodiscard]] Result<void> save(Database& database) const;

  [[nodiscard]] const std::vector<Partner>& partners() const { return m_partners; }
  [[nodiscard]] const Partner* find(PartnerId partner) const;
  [[nodiscard]] bool isProtected(PartnerId partner) const;
  /// Both partners have protected, so that *ours* has no open slot any more.
  [[nodiscard]] bool oursIsProtected() const;

  /// WrongPassphrase or WrongCode when the secret is not the one; NotProtected when there is no such slot.
  [[nodiscard]] Result<PersonalKeys> open(PartnerId partner, SlotKind kind, std::string_view secret) const;
  [[nodiscard]] Result<Key> openShared() const;

  void setPartner(const Partner& partner);
  /// These replace all slots of the partner.
  [[nodiscard]] Result<void> putOpen(PartnerId partner, const PersonalKeys& keys);
  [[nodiscard]] Result<void> putProtected(PartnerId partner, const PersonalKeys& keys, const KdfCost& cost,
                                          std::string_view passphrase, std::string_view code);
  /// The same secrets lead to these keys from now on.
  void rewrap(PartnerId partner, const PersonalKeys& keys);
  void leaveShared(PartnerId partner, const PublicKey& theirs, const Key& shared);
  [[nodiscard]] Result<void> putOpenShared(const Key& shared);
  void dropOpenShared();

 private:
  [[nodiscard]] const Slot* slotOf(std::optional<PartnerId> partner, SlotKind kind) const;
  [[nodiscard]] std::size_t slotsOf(std::optional<PartnerId> partner) const;
  [[nodiscard]] SlotSeal sealOf(std::optional<PartnerId> partner) const;
  [[nodiscard]] Result<void> check() const;
  [[nodiscard]] bool slotsAreComplete() const;
  void dropSlots(std::optional<PartnerId> partner);

  JournalMark m_mark;
  std::vector<Partner> m_partners;
  std::vector<Slot> m_slots;
};

}  // namespace footbridge::storage
