// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/slot.h"

#include <sodium.h>

#include <cassert>
#include <cerrno>
#include <chrono>
#include <utility>

#include "storage/damaged.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

constexpr std::size_t kSaltSize = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t kWrapSize = kBoxOverhead + Key::kSize;
constexpr std::size_t kKeysSize = kBoxOverhead + 3 * Key::kSize;
constexpr std::size_t kGiftSize = crypto_box_SEALBYTES + Key::kSize;
constexpr std::uint64_t kKeysPurpose = 1;

Error damagedSlot() {
  return damaged("slot");
}

/// Anybody can make this one: an open slot keeps nobody out, it only gives all slots one shape.
Key openSlotKey(BytesView salt) {
  ByteWriter bytes;
  bytes.text("footbridge open slot").raw(salt);
  Key key = Key::blank();
  crypto_generichash(key.data(), Key::kSize, bytes.bytes().data(), bytes.bytes().size(), nullptr, 0);
  return key;
}

Result<Key> argonKey(const Slot& slot, std::string_view secret) {
  Key key = Key::blank();
  const int failed = crypto_pwhash(key.data(), Key::kSize, secret.data(), secret.size(), slot.salt.data(),
                                   static_cast<unsigned long long>(slot.cost.passes),
                                   static_cast<std::size_t>(slot.cost.memory), crypto_pwhash_ALG_ARGON2ID13);
  platform::returnFreeMemory();
  if (failed != 0) return Error{ErrorKind::DiskFailed, {}, {}, "memory", ENOMEM};
  return key;
}

bool hasGift(const Slot& slot) {
  return slot.box.size() == kWrapSize + kKeysSize + kGiftSize;
}

bool sizesFit(const Slot& slot, bool isOurs) {
  if (slot.salt.size() != kSaltSize) return false;
  if (isOurs) return slot.kind == SlotKind::Open && slot.box.size() == kWrapSize;
  return slot.box.size() == kWrapSize + kKeysSize || hasGift(slot);
}

bool figuresFit(const Slot& slot) {
  return slot.kind == SlotKind::Open ? slot.cost == KdfCost{0, 0} : slot.cost.inBounds();
}

std::optional<Key> openGift(BytesView gift, const PartnerKeys& keys) {
  Key shared = Key::blank();
  const PublicKey publicKey = keys.publicKey();
  if (crypto_box_seal_open(shared.data(), gift.data(), gift.size(), publicKey.data(), keys.boxSecret.data()) != 0)
    return std::nullopt;
  return shared;
}

}  // namespace

KdfCost KdfCost::calibrated(const Beside& beside) {
  const KdfCost one{1, KdfCost{}.memory};
  std::optional<std::chrono::duration<double>> took;
  // Timed within the work: how long a window takes to hear that it is done says nothing of what a guess costs.
  doBeside(beside, [&took, trial = SlotSeal::blank(0, SlotKind::Passphrase, one)] {
    const auto before = std::chrono::steady_clock::now();
    if (argonKey(trial, "how fast is this laptop")) took = std::chrono::steady_clock::now() - before;
  });
  if (!took) return {};
  const auto passes = static_cast<std::int64_t>(1.0 / std::max(took->count(), 0.001));
  return {std::clamp<std::int64_t>(passes, KdfCost{}.passes, kMostPasses), KdfCost{}.memory};
}

PublicKey PartnerKeys::publicKey() const {
  PublicKey key{};
  crypto_scalarmult_base(key.data(), boxSecret.data());
  return key;
}

Slot SlotSeal::blank(std::int64_t vault, SlotKind kind, KdfCost cost) {
  Slot slot;
  slot.id = randomId();
  slot.vault = vault;
  slot.kind = kind;
  slot.cost = cost;
  slot.salt.resize(kSaltSize);
  fillRandom(slot.salt);
  return slot;
}

Bytes SlotSeal::boundFields(const Slot& slot) const {
  const std::uint8_t partner = m_person ? static_cast<std::uint8_t>(m_person->id) : 0;
  return boundTo("footbridge slot", m_mark)
      .i64(slot.id)
      .u8(partner)
      .u8(static_cast<std::uint8_t>(slot.kind))
      .i64(slot.cost.passes)
      .i64(slot.cost.memory)
      .sized(slot.salt)
      .take();
}

// The name and colour are bound here and not in the wrap, so that a new name needs the personal key alone and neither
// the passphrase nor the recovery code.
Bytes SlotSeal::boundPerson(const Slot& slot) const {
  ByteWriter bytes = boundTo("footbridge keys", m_mark);
  bytes.raw(boundFields(slot));
  bytes.text(m_person ? m_person->name.text() : std::string_view());
  bytes.u8(m_person ? static_cast<std::uint8_t>(m_person->colour) : 0);
  return bytes.take();
}

Bytes SlotSeal::checkOf(const Slot& slot) const {
  ByteWriter bytes;
  bytes.raw(boundPerson(slot)).sized(slot.box);
  Bytes check(crypto_generichash_BYTES);
  crypto_generichash(check.data(), check.size(), bytes.bytes().data(), bytes.bytes().size(), nullptr, 0);
  return check;
}

Result<void> SlotSeal::checkUnkeyed(const Slot& slot) const {
  if (!figuresFit(slot) || !sizesFit(slot, m_person == nullptr) || slot.check != checkOf(slot)) return damagedSlot();
  return {};
}

/// Runs the costly part, so only after the figures were checked.
Result<Key> SlotSeal::wrappingKey(const Slot& slot, std::string_view secret) const {
  if (slot.kind == SlotKind::Open) return openSlotKey(slot.salt);
  assert(slot.cost.inBounds());
  Result<Key> key = Error{};
  doBeside(m_beside ? *m_beside : Beside(), [&key, &slot, secret] { key = argonKey(slot, secret); });
  return key;
}

Result<void> SlotSeal::wrap(Slot& slot, std::string_view secret, const Key& key) const {
  auto wrapping = wrappingKey(slot, secret);
  if (!wrapping) return wrapping.error();
  slot.box = sealBox(wrapping.value(), key.bytes(), boundFields(slot));
  slot.check = checkOf(slot);
  return {};
}

Result<std::optional<Key>> SlotSeal::unwrap(const Slot& slot, std::string_view secret) const {
  if (auto sound = checkUnkeyed(slot); !sound) return sound.error();
  auto wrapping = wrappingKey(slot, secret);
  if (!wrapping) return wrapping.error();
  auto plain = openBox(wrapping.value(), BytesView(slot.box).first(kWrapSize), boundFields(slot));
  if (!plain) return std::optional<Key>();
  std::optional<Key> key = Key::from(*plain);
  wipe(*plain);
  return key;
}

void SlotSeal::putKeys(Slot& slot, const Key& personal, const PartnerKeys& keys) const {
  Bytes plain = ByteWriter().raw(keys.vault.bytes()).raw(keys.shared.bytes()).raw(keys.boxSecret.bytes()).take();
  const Bytes box = sealBox(Key::derived(personal, kKeysPurpose), plain, boundPerson(slot));
  wipe(plain);
  slot.box.resize(kWrapSize);
  slot.box.insert(slot.box.end(), box.begin(), box.end());
  slot.check = checkOf(slot);
}

Result<PartnerKeys> SlotSeal::openKeys(const Slot& slot, const Key& personal, bool& tookUp) const {
  const BytesView box(slot.box);
  auto plain = openBox(Key::derived(personal, kKeysPurpose), box.subspan(kWrapSize, kKeysSize), boundPerson(slot));
  if (!plain) return damagedSlot();
  const BytesView bytes(*plain);
  PartnerKeys keys{Key::from(bytes.first(Key::kSize)), Key::from(bytes.subspan(Key::kSize, Key::kSize)),
                   Key::from(bytes.last(Key::kSize))};
  wipe(*plain);
  tookUp = hasGift(slot);
  if (!tookUp) return keys;
  auto shared = openGift(box.last(kGiftSize), keys);
  if (!shared) return damagedSlot();
  keys.shared = std::move(*shared);
  return keys;
}

void SlotSeal::leaveShared(Slot& slot, const PublicKey& theirs, const Key& shared) const {
  Bytes gift(kGiftSize);
  crypto_box_seal(gift.data(), shared.data(), Key::kSize, theirs.data());
  slot.box.resize(kWrapSize + kKeysSize);
  slot.box.insert(slot.box.end(), gift.begin(), gift.end());
  slot.check = checkOf(slot);
}

}  // namespace footbridge::storage
