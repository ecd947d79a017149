// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/partner.h"
#include "domain/passphrase.h"
#include "domain/result.h"
#include "storage/bytes.h"
#include "storage/database.h"
#include "storage/slot.h"
#include "storage/vault.h"

namespace footbridge::storage {

/// What one partner's secret led to.
struct PersonalKeys {
  Key personal;
  PartnerKeys keys;
  bool tookUpShared = false;  ///< a new key of *ours* was waiting; save it with rewrap()

  [[nodiscard]] PersonalKeys copy() const { return {personal.copy(), keys.copy(), tookUpShared}; }
};

/// A vault that was put aside when its owner was readmitted without its key, in case the code is found.
struct AsideVault {
  std::int64_t number = 0;  ///< in the tables
  Partner owner;            ///< with the name and colour that its slots are bound to
};

/// To one waiting part: each is tried at every unlock, at the cost of its slots, and another copy may claim any.
inline constexpr std::size_t kMostWays = 16;

/// The partners, their vaults and their slots. A plain value without secrets: change a copy, save it, then put it in
/// place.
class Keyring {
 public:
  Keyring(JournalMark mark, std::vector<Partner> partners) : m_mark(mark), m_partners(std::move(partners)) {}

  /// How keys are made from passphrases and codes, by this one and by its copies.
  void makeKeysBy(Beside beside) { m_beside = std::move(beside); }
  [[nodiscard]] const Beside& keysMadeBy() const { return m_beside; }

  /// Damaged unless there is just what belongs there, each field fitting the others.
  [[nodiscard]] static Result<Keyring> load(Database& database, const JournalMark& mark);
  /// One partner and their slots each, from what wayTo() wrote, one after another; for open() alone. Damaged for
  /// anything else.
  [[nodiscard]] static Result<std::vector<Keyring>> fromWay(const JournalMark& mark, BytesView way);
  /// The passphrase and recovery slots of a vault. No slot where there is an open one, which would keep nobody out.
  [[nodiscard]] Bytes wayTo(std::int64_t vault) const;
  /// In the caller's transaction.
  [[nodiscard]] Result<void> save(Database& database) const;

  [[nodiscard]] const std::vector<Partner>& partners() const { return m_partners; }
  [[nodiscard]] const Partner* find(PartnerId partner) const;
  [[nodiscard]] bool isProtected(PartnerId partner) const;
  /// Everybody has protected, so that *ours* has no open slot any more.
  [[nodiscard]] bool oursIsProtected() const;

  /// WrongPassphrase or WrongCode when the secret is not the one; NotProtected when there is no such slot.
  [[nodiscard]] Result<PersonalKeys> open(PartnerId partner, SlotKind kind, std::string_view secret) const;
  [[nodiscard]] Result<Key> openShared() const;
  /// In the order they were put aside.
  [[nodiscard]] std::vector<AsideVault> asideOf(PartnerId partner) const;
  [[nodiscard]] Result<PersonalKeys> openAside(const AsideVault& aside, SlotKind kind, std::string_view secret) const;
  /// One of these slots leads to a vault here, in use or put aside: so the same passphrase and code do.
  [[nodiscard]] bool leadsHere(const Keyring& way) const { return hasSlotOf(way, 0); }
  /// To one that is put aside here.
  [[nodiscard]] bool leadsAside(const Keyring& way) const { return hasSlotOf(way, kFirstAside); }

  void setPartner(const Partner& partner);
  /// Somebody who is not there yet; their slots come next.
  void addPartner(const Partner& partner);
  /// With their slots, and with what they put aside.
  void dropPartner(PartnerId partner);
  /// Takes the partner's slots away from them, to lead to a vault put aside. Answers its number; none where there is no
  /// room for more.
  [[nodiscard]] std::optional<std::int64_t> putAside(PartnerId partner);
  void dropAside(std::int64_t number);
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
  [[nodiscard]] static Result<Keyring> oneFrom(const JournalMark& mark, ByteReader& bytes);
  [[nodiscard]] const Slot* slotOf(std::int64_t vault, SlotKind kind) const;
  [[nodiscard]] std::size_t slotsOf(std::int64_t vault) const;
  [[nodiscard]] bool hasSlotOf(const Keyring& way, std::int64_t lowestVault) const;
  /// Whose the vault is; null for *ours* and for what is unknown.
  [[nodiscard]] const Partner* ownerOf(std::int64_t vault) const;
  [[nodiscard]] SlotSeal sealOf(std::int64_t vault) const { return {m_mark, ownerOf(vault), &m_beside}; }
  [[nodiscard]] Result<PersonalKeys> openSlot(std::int64_t vault, SlotKind kind, std::string_view secret) const;
  [[nodiscard]] Result<void> check() const;
  [[nodiscard]] bool asidesFit() const;
  [[nodiscard]] bool slotsAreComplete() const;
  void dropSlots(std::int64_t vault);

  JournalMark m_mark;
  Beside m_beside;
  std::vector<Partner> m_partners;  ///< A first
  std::vector<AsideVault> m_asides;
  std::vector<Slot> m_slots;
};

}  // namespace footbridge::storage
