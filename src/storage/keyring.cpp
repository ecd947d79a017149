// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyring.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace footbridge::storage {
namespace {

Error damaged(const char* detail) {
  return Error{ErrorKind::Damaged, {}, {}, detail};
}

Bytes copyOf(BytesView bytes) {
  return {bytes.begin(), bytes.end()};
}

std::optional<PartnerId> partnerAt(std::int64_t number) {
  if (number == 1) return PartnerId::A;
  if (number == 2) return PartnerId::B;
  return std::nullopt;
}

std::optional<Partner> parsePartner(const Statement& row) {
  const auto id = partnerAt(row.number(0));
  const auto name = PartnerName::from(row.text(1));
  const std::int64_t colour = row.number(2);
  const bool isExact = name && name->text() == row.text(1);
  if (!id || !isExact || colour < 0 || colour >= static_cast<std::int64_t>(kPartnerColours.size())) return std::nullopt;
  return Partner{*id, *name, static_cast<PartnerColour>(colour)};
}

std::optional<Slot> parseSlot(const Statement& row) {
  Slot slot;
  slot.id = row.number(0);
  if (!row.isNull(1)) slot.partner = partnerAt(row.number(1));
  const std::int64_t kind = row.number(2);
  if ((!row.isNull(1) && !slot.partner) || kind < 1 || kind > 3) return std::nullopt;
  slot.kind = static_cast<SlotKind>(kind);
  slot.salt = copyOf(row.blob(3));
  slot.cost = {row.number(4), row.number(5)};
  slot.check = copyOf(row.blob(6));
  slot.box = copyOf(row.blob(7));
  return slot;
}

template <typename Thing>
Result<std::vector<Thing>> readAll(Database& database, std::string_view sql,
                                   std::optional<Thing> (*parse)(const Statement&)) {
  auto rows = database.prepare(sql);
  if (!rows) return rows.error();
  std::vector<Thing> things;
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return things;
    auto thing = parse(*rows);
    if (!thing) return damaged("keyring");
    things.push_back(std::move(*thing));
  }
}

Result<void> insertPartner(Statement& insert, const Partner& partner) {
  insert.bind(1, static_cast<std::int64_t>(partner.id));
  insert.bind(2, std::string_view(partner.name.text()));
  insert.bind(3, static_cast<std::int64_t>(partner.colour));
  return insert.run();
}

Result<void> insertSlot(Statement& insert, const Slot& slot) {
  insert.bind(1, slot.id);
  if (slot.partner) insert.bind(2, static_cast<std::int64_t>(*slot.partner));
  insert.bind(3, static_cast<std::int64_t>(slot.kind));
  insert.bind(4, BytesView(slot.salt)).bind(5, slot.cost.passes).bind(6, slot.cost.memory);
  insert.bind(7, BytesView(slot.check)).bind(8, BytesView(slot.box));
  return insert.run();
}

}  // namespace

Result<Keyring> Keyring::load(Database& database, const JournalMark& mark) {
  auto partners = readAll<Partner>(database, "SELECT id, name, colour FROM partner ORDER BY id", parsePartner);
  if (!partners) return partners.error();
  auto slots = readAll<Slot>(database, "SELECT id, partner, kind, salt, ops, mem, \"check\", box FROM slot ORDER BY id",
                             parseSlot);
  if (!slots) return slots.error();
  Keyring keyring(mark, std::move(partners).value());
  keyring.m_slots = std::move(slots).value();
  if (auto sound = keyring.check(); !sound) return sound.error();
  return keyring;
}

Result<void> Keyring::save(Database& database) const {
  if (auto done = database.run("DELETE FROM partner; DELETE FROM slot"); !done) return done;
  auto partner = database.prepare("INSERT INTO partner (id, name, colour) VALUES (?, ?, ?)");
  if (!partner) return partner.error();
  for (const Partner& each : m_partners) {
    if (auto done = insertPartner(*partner, each); !done) return done;
  }
  auto slot = database.prepare(
      "INSERT INTO slot (id, partner, kind, salt, ops, mem, \"check\", box) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  if (!slot) return slot.error();
  for (const Slot& each : m_slots) {
    if (auto done = insertSlot(*slot, each); !done) return done;
  }
  return {};
}

const Partner* Keyring::find(PartnerId partner) const {
  const auto at = std::ranges::find(m_partners, partner, &Partner::id);
  return at == m_partners.end() ? nullptr : &*at;
}

bool Keyring::isProtected(PartnerId partner) const {
  return slotOf(partner, SlotKind::Passphrase) != nullptr;
}

bool Keyring::oursIsProtected() const {
  return isProtected(PartnerId::A) && isProtected(PartnerId::B);
}

const Slot* Keyring::slotOf(std::optional<PartnerId> partner, SlotKind kind) const {
  const auto at =
      std::ranges::find_if(m_slots, [&](const Slot& slot) { return slot.partner == partner && slot.kind == kind; });
  return at == m_slots.end() ? nullptr : &*at;
}

std::size_t Keyring::slotsOf(std::optional<PartnerId> partner) const {
  return static_cast<std::size_t>(std::ranges::count(m_slots, partner, &Slot::partner));
}

SlotSeal Keyring::sealOf(std::optional<PartnerId> partner) const {
  return {m_mark, partner ? find(*partner) : nullptr};
}

Result<void> Keyring::check() const {
  const bool hasA = !m_partners.empty() && m_partners.front().id == PartnerId::A;
  if (!hasA || m_partners.size() > 2 || !slotsAreComplete()) return damaged("keyring");
  for (const Slot& slot : m_slots) {
    if (auto sound = sealOf(slot.partner).checkUnkeyed(slot); !sound) return sound;
  }
  return {};
}

/// Either an open slot, or a passphrase and a recovery code; *ours* is open until both have protected.
bool Keyring::slotsAreComplete() const {
  std::size_t expected = oursIsProtected() ? 0 : 1;
  if (slotsOf(std::nullopt) != expected) return false;
  for (const Partner& partner : m_partners) {
    const bool open = slotOf(partner.id, SlotKind::Open) && slotsOf(partner.id) == 1;
    const bool closed = isProtected(partner.id) && slotOf(partner.id, SlotKind::Recovery) && slotsOf(partner.id) == 2;
    if (!open && !closed) return false;
    expected += slotsOf(partner.id);
  }
  return m_slots.size() == expected;
}

Result<PersonalKeys> Keyring::open(PartnerId partner, SlotKind kind, std::string_view secret) const {
  const Slot* const slot = slotOf(partner, kind);
  if (!slot) return Error{ErrorKind::NotProtected, find(partner) ? find(partner)->name.text() : ""};
  auto personal = sealOf(partner).unwrap(*slot, secret);
  if (!personal) return personal.error();
  if (!personal.value()) {
    if (kind == SlotKind::Open) return damaged("slot");
    const auto wrong = kind == SlotKind::Recovery ? ErrorKind::WrongCode : ErrorKind::WrongPassphrase;
    return Error{wrong, find(partner)->name.text()};
  }
  bool tookUp = false;
  auto keys = sealOf(partner).openKeys(*slot, **personal, tookUp);
  if (!keys) return keys.error();
  return PersonalKeys{std::move(**personal), std::move(keys).value(), tookUp};
}

Result<Key> Keyring::openShared() const {
  const Slot* const slot = slotOf(std::nullopt, SlotKind::Open);
  if (!slot) return Error{ErrorKind::Locked, "ours"};
  auto shared = sealOf(std::nullopt).unwrap(*slot, {});
  if (!shared) return shared.error();
  if (!shared.value()) return damaged("slot");
  return std::move(**shared);
}

void Keyring::setPartner(const Partner& partner) {
  std::ranges::replace_if(
      m_partners, [&](const Partner& each) { return each.id == partner.id; }, partner);
}

void Keyring::dropSlots(std::optional<PartnerId> partner) {
  std::erase_if(m_slots, [&](const Slot& slot) { return slot.partner == partner; });
}

Result<void> Keyring::putOpen(PartnerId partner, const PersonalKeys& keys) {
  Slot slot = SlotSeal::blank(partner, SlotKind::Open, {0, 0});
  const SlotSeal seal = sealOf(partner);
  if (auto done = seal.wrap(slot, {}, keys.personal); !done) return done;
  seal.putKeys(slot, keys.personal, keys.keys);
  dropSlots(partner);
  m_slots.push_back(std::move(slot));
  return {};
}

Result<void> Keyring::putProtected(PartnerId partner, const PersonalKeys& keys, const KdfCost& cost,
                                   std::string_view passphrase, std::string_view code) {
  const SlotSeal seal = sealOf(partner);
  Slot everyday = SlotSeal::blank(partner, SlotKind::Passphrase, cost);
  if (auto done = seal.wrap(everyday, passphrase, keys.personal); !done) return done;
  Slot recovery = SlotSeal::blank(partner, SlotKind::Recovery, KdfCost::least());
  if (auto done = seal.wrap(recovery, code, keys.personal); !done) return done;
  dropSlots(partner);
  m_slots.push_back(std::move(everyday));
  m_slots.push_back(std::move(recovery));
  rewrap(partner, keys);
  return {};
}

void Keyring::rewrap(PartnerId partner, const PersonalKeys& keys) {
  for (Slot& slot : m_slots) {
    if (slot.partner == partner) sealOf(partner).putKeys(slot, keys.personal, keys.keys);
  }
}

void Keyring::leaveShared(PartnerId partner, const PublicKey& theirs, const Key& shared) {
  for (Slot& slot : m_slots) {
    if (slot.partner == partner) sealOf(partner).leaveShared(slot, theirs, shared);
  }
}

Result<void> Keyring::putOpenShared(const Key& shared) {
  dropSlots(std::nullopt);
  Slot slot = SlotSeal::blank(std::nullopt, SlotKind::Open, {0, 0});
  if (auto done = sealOf(std::nullopt).wrap(slot, {}, shared); !done) return done;
  m_slots.push_back(std::move(slot));
  return {};
}

void Keyring::dropOpenShared() {
  dropSlots(std::nullopt);
}

}  // namespace footbridge::storage
