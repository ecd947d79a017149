// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/partner.h"
#include "domain/result.h"
#include "storage/beside.h"
#include "storage/bytes.h"
#include "storage/kdf_cost.h"
#include "storage/key.h"
#include "storage/sealing.h"

namespace footbridge::storage {

enum class SlotKind : std::uint8_t { Open = 1, Passphrase = 2, Recovery = 3 };

/// One way to a partner's keys (or to those of *ours*), as it stands in the table. Nothing in it is secret.
struct Slot {
  std::int64_t id = 0;
  std::int64_t vault = 0;  ///< that it leads to
  SlotKind kind = SlotKind::Open;
  Bytes salt;
  KdfCost cost{0, 0};  ///< zero for an open slot
  Bytes check;
  Bytes box;
};

/// What a partner's personal key leads to.
struct PartnerKeys {
  Key vault;
  Key shared;
  Key boxSecret;

  [[nodiscard]] PartnerKeys copy() const { return {vault.copy(), shared.copy(), boxSecret.copy()}; }
  [[nodiscard]] PublicKey publicKey() const;
};

/// A slot read with a secret, within the journal and for the person that it is bound to.
/// `person` is null for the slot of *ours*, and `beside` where keys are made by a plain call. All must outlive it.
class SlotSeal {
 public:
  SlotSeal(const JournalMark& mark, const Partner* person, const Beside* beside = nullptr)
      : m_mark(mark), m_person(person), m_beside(beside) {}

  /// A slot without a box yet, with fresh salt. `cost` is zero for an open one.
  [[nodiscard]] static Slot blank(std::int64_t vault, SlotKind kind, KdfCost cost);

  /// Damaged when a figure is out of bounds or a field does not match its neighbours. Needs no key.
  [[nodiscard]] Result<void> checkUnkeyed(const Slot& slot) const;

  /// Wraps `key` (a personal key, or the shared one) by the secret; empty for an open slot. Takes the time it costs.
  [[nodiscard]] Result<void> wrap(Slot& slot, std::string_view secret, const Key& key) const;
  /// Nothing when this secret does not open it.
  [[nodiscard]] Result<std::optional<Key>> unwrap(const Slot& slot, std::string_view secret) const;

  /// Puts the keys behind the personal key, in place of those that were there.
  void putKeys(Slot& slot, const Key& personal, const PartnerKeys& keys) const;
  /// With a shared key that was left for this person taken up; `tookUp` says so.
  [[nodiscard]] Result<PartnerKeys> openKeys(const Slot& slot, const Key& personal, bool& tookUp) const;

  /// Leaves a new shared key for somebody whose personal key is not here.
  void leaveShared(Slot& slot, const PublicKey& theirs, const Key& shared) const;

 private:
  [[nodiscard]] Bytes boundFields(const Slot& slot) const;
  [[nodiscard]] Bytes boundPerson(const Slot& slot) const;
  [[nodiscard]] Bytes checkOf(const Slot& slot) const;
  [[nodiscard]] Result<Key> wrappingKey(const Slot& slot, std::string_view secret) const;

  const JournalMark& m_mark;
  const Partner* m_person;
  const Beside* m_beside;
};

}  // namespace footbridge::storage
