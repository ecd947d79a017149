// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyring.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "storage/damaged.h"

namespace footbridge::storage {

Bytes Keyring::wayTo(std::int64_t vault) const {
  const Partner& person = *ownerOf(vault);
  ByteWriter bytes;
  bytes.u8(static_cast<std::uint8_t>(person.id)).text(person.name.text()).u8(static_cast<std::uint8_t>(person.colour));
  const bool isProtected = slotOf(vault, SlotKind::Passphrase) != nullptr;
  bytes.u32(isProtected ? static_cast<std::uint32_t>(slotsOf(vault)) : 0);
  for (const Slot& slot : m_slots) {
    if (!isProtected || slot.vault != vault) continue;
    bytes.i64(slot.id).u8(static_cast<std::uint8_t>(slot.kind)).i64(slot.cost.passes).i64(slot.cost.memory);
    bytes.sized(slot.salt).sized(slot.check).sized(slot.box);
  }
  return bytes.take();
}

Result<std::vector<Keyring>> Keyring::fromWay(const JournalMark& mark, BytesView way) {
  std::vector<Keyring> keyrings;
  for (ByteReader bytes(way); !bytes.sound();) {
    if (keyrings.size() == kMostWays) return damaged("way");
    auto keyring = oneFrom(mark, bytes);
    if (!keyring) return keyring.error();
    keyrings.push_back(std::move(keyring).value());
  }
  return keyrings;
}

Result<Keyring> Keyring::oneFrom(const JournalMark& mark, ByteReader& bytes) {
  const std::uint8_t id = bytes.u8();
  const auto name = PartnerName::from(textOf(bytes.sized()));
  const std::size_t colour = bytes.u8();
  if (id < 1 || id > 2 || !name || colour >= kPartnerColours.size()) return damaged("way");
  const Partner person{static_cast<PartnerId>(id), *name, static_cast<PartnerColour>(colour)};
  Keyring keyring(mark, {person});
  for (std::uint32_t left = bytes.u32(); left > 0 && !bytes.isShort(); --left) {
    Slot slot;
    slot.id = static_cast<std::int64_t>(bytes.u64());
    slot.vault = numberOf(person.id);
    slot.kind = static_cast<SlotKind>(std::clamp<int>(bytes.u8(), 1, 3));
    slot.cost.passes = static_cast<std::int64_t>(bytes.u64());
    slot.cost.memory = static_cast<std::int64_t>(bytes.u64());
    const BytesView salt = bytes.sized(), check = bytes.sized(), box = bytes.sized();
    slot.salt.assign(salt.begin(), salt.end());
    slot.check.assign(check.begin(), check.end());
    slot.box.assign(box.begin(), box.end());
    if (auto sound = keyring.sealOf(slot.vault).checkUnkeyed(slot); !sound) return sound.error();
    keyring.m_slots.push_back(std::move(slot));
  }
  if (bytes.isShort()) return damaged("way");
  return keyring;
}

const Partner* Keyring::find(PartnerId partner) const {
  const auto at = std::ranges::find(m_partners, partner, &Partner::id);
  return at == m_partners.end() ? nullptr : &*at;
}

bool Keyring::isProtected(PartnerId partner) const {
  return slotOf(numberOf(partner), SlotKind::Passphrase) != nullptr;
}

bool Keyring::oursIsProtected() const {
  return std::ranges::all_of(m_partners, [this](const Partner& partner) { return isProtected(partner.id); });
}

const Slot* Keyring::slotOf(std::int64_t vault, SlotKind kind) const {
  const auto at =
      std::ranges::find_if(m_slots, [&](const Slot& slot) { return slot.vault == vault && slot.kind == kind; });
  return at == m_slots.end() ? nullptr : &*at;
}

std::size_t Keyring::slotsOf(std::int64_t vault) const {
  return static_cast<std::size_t>(std::ranges::count(m_slots, vault, &Slot::vault));
}

const Partner* Keyring::ownerOf(std::int64_t vault) const {
  if (vault < kOurs) return find(static_cast<PartnerId>(vault));
  const auto at = std::ranges::find(m_asides, vault, &AsideVault::number);
  return at == m_asides.end() ? nullptr : &at->owner;
}

Result<void> Keyring::check() const {
  if (m_partners.empty() || m_partners.size() > 2 || !asidesFit() || !slotsAreComplete()) return damaged("keyring");
  for (const Slot& slot : m_slots) {
    if (auto sound = sealOf(slot.vault).checkUnkeyed(slot); !sound) return sound;
  }
  return {};
}

/// A vault is put aside with the ways to it, when its owner gets a passphrase for a new one.
bool Keyring::asidesFit() const {
  return std::ranges::all_of(m_asides, [this](const AsideVault& aside) {
    return isProtected(aside.owner.id) && slotOf(aside.number, SlotKind::Passphrase) &&
           slotOf(aside.number, SlotKind::Recovery) && slotsOf(aside.number) == 2;
  });
}

/// Either an open slot, or a passphrase and a recovery code; *ours* is open until everybody has protected.
bool Keyring::slotsAreComplete() const {
  std::size_t expected = oursIsProtected() ? 0 : 1;
  if (slotsOf(kOurs) != expected) return false;
  for (const Partner& partner : m_partners) {
    const std::int64_t vault = numberOf(partner.id);
    const bool open = slotOf(vault, SlotKind::Open) && slotsOf(vault) == 1;
    const bool closed = isProtected(partner.id) && slotOf(vault, SlotKind::Recovery) && slotsOf(vault) == 2;
    if (!open && !closed) return false;
    expected += slotsOf(vault);
  }
  return m_slots.size() == expected + 2 * m_asides.size();
}

Result<PersonalKeys> Keyring::open(PartnerId partner, SlotKind kind, std::string_view secret) const {
  if (!slotOf(numberOf(partner), kind))
    return Error{ErrorKind::NotProtected, find(partner) ? find(partner)->name.text() : ""};
  return openSlot(numberOf(partner), kind, secret);
}

Result<PersonalKeys> Keyring::openAside(const AsideVault& aside, SlotKind kind, std::string_view secret) const {
  return openSlot(aside.number, kind, secret);
}

Result<PersonalKeys> Keyring::openSlot(std::int64_t vault, SlotKind kind, std::string_view secret) const {
  const Slot& slot = *slotOf(vault, kind);
  auto personal = sealOf(vault).unwrap(slot, secret);
  if (!personal) return personal.error();
  if (!personal.value()) {
    if (kind == SlotKind::Open) return damaged("slot");
    const auto wrong = kind == SlotKind::Recovery ? ErrorKind::WrongCode : ErrorKind::WrongPassphrase;
    return Error{wrong, ownerOf(vault)->name.text()};
  }
  bool tookUp = false;
  auto keys = sealOf(vault).openKeys(slot, **personal, tookUp);
  if (!keys) return keys.error();
  return PersonalKeys{std::move(**personal), std::move(keys).value(), tookUp};
}

Result<Key> Keyring::openShared() const {
  const Slot* const slot = slotOf(kOurs, SlotKind::Open);
  if (!slot) return Error{ErrorKind::Locked, "ours"};
  auto shared = sealOf(kOurs).unwrap(*slot, {});
  if (!shared) return shared.error();
  if (!shared.value()) return damaged("slot");
  return std::move(**shared);
}

std::vector<AsideVault> Keyring::asideOf(PartnerId partner) const {
  std::vector<AsideVault> theirs;
  std::ranges::copy_if(m_asides, std::back_inserter(theirs),
                       [&](const AsideVault& aside) { return aside.owner.id == partner; });
  return theirs;
}

bool Keyring::hasSlotOf(const Keyring& way, std::int64_t lowestVault) const {
  return std::ranges::any_of(m_slots, [&](const Slot& slot) {
    return slot.vault >= lowestVault && std::ranges::count(way.m_slots, slot.id, &Slot::id) != 0;
  });
}

void Keyring::setPartner(const Partner& partner) {
  std::ranges::replace_if(
      m_partners, [&](const Partner& each) { return each.id == partner.id; }, partner);
}

void Keyring::addPartner(const Partner& partner) {
  assert(!find(partner.id));
  m_partners.push_back(partner);
  std::ranges::sort(m_partners, {}, &Partner::id);
}

void Keyring::dropPartner(PartnerId partner) {
  for (const AsideVault& aside : asideOf(partner)) dropAside(aside.number);
  dropSlots(numberOf(partner));
  std::erase_if(m_partners, [&](const Partner& each) { return each.id == partner; });
}

std::optional<std::int64_t> Keyring::putAside(PartnerId partner) {
  std::int64_t number = kFirstAside;
  while (std::ranges::count(m_asides, number, &AsideVault::number) != 0) ++number;
  if (number > kLastAside) return std::nullopt;
  m_asides.push_back({number, *find(partner)});
  for (Slot& slot : m_slots) {
    if (slot.vault == numberOf(partner)) slot.vault = number;
  }
  return number;
}

void Keyring::dropAside(std::int64_t number) {
  dropSlots(number);
  std::erase_if(m_asides, [&](const AsideVault& aside) { return aside.number == number; });
}

void Keyring::dropSlots(std::int64_t vault) {
  std::erase_if(m_slots, [&](const Slot& slot) { return slot.vault == vault; });
}

Result<void> Keyring::putOpen(PartnerId partner, const PersonalKeys& keys) {
  Slot slot = SlotSeal::blank(numberOf(partner), SlotKind::Open, {0, 0});
  const SlotSeal seal = sealOf(slot.vault);
  if (auto done = seal.wrap(slot, {}, keys.personal); !done) return done;
  seal.putKeys(slot, keys.personal, keys.keys);
  dropSlots(slot.vault);
  m_slots.push_back(std::move(slot));
  return {};
}

Result<void> Keyring::putProtected(PartnerId partner, const PersonalKeys& keys, const KdfCost& cost,
                                   std::string_view passphrase, std::string_view code) {
  const std::int64_t vault = numberOf(partner);
  const SlotSeal seal = sealOf(vault);
  Slot everyday = SlotSeal::blank(vault, SlotKind::Passphrase, cost);
  if (auto done = seal.wrap(everyday, passphrase, keys.personal); !done) return done;
  Slot recovery = SlotSeal::blank(vault, SlotKind::Recovery, KdfCost::least());
  if (auto done = seal.wrap(recovery, code, keys.personal); !done) return done;
  dropSlots(vault);
  m_slots.push_back(std::move(everyday));
  m_slots.push_back(std::move(recovery));
  rewrap(partner, keys);
  return {};
}

void Keyring::rewrap(PartnerId partner, const PersonalKeys& keys) {
  for (Slot& slot : m_slots) {
    if (slot.vault == numberOf(partner)) sealOf(slot.vault).putKeys(slot, keys.personal, keys.keys);
  }
}

void Keyring::leaveShared(PartnerId partner, const PublicKey& theirs, const Key& shared) {
  for (Slot& slot : m_slots) {
    if (slot.vault == numberOf(partner)) sealOf(slot.vault).leaveShared(slot, theirs, shared);
  }
}

Result<void> Keyring::putOpenShared(const Key& shared) {
  dropSlots(kOurs);
  Slot slot = SlotSeal::blank(kOurs, SlotKind::Open, {0, 0});
  if (auto done = sealOf(kOurs).wrap(slot, {}, shared); !done) return done;
  m_slots.push_back(std::move(slot));
  return {};
}

void Keyring::dropOpenShared() {
  dropSlots(kOurs);
}

}  // namespace footbridge::storage
