// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <utility>

#include "storage/damaged.h"
#include "storage/keyring.h"

namespace footbridge::storage {
namespace {

Bytes copyOf(BytesView bytes) {
  return {bytes.begin(), bytes.end()};
}

std::optional<PartnerId> partnerAt(std::int64_t number) {
  if (number == 1) return PartnerId::A;
  if (number == 2) return PartnerId::B;
  return std::nullopt;
}

std::optional<Partner> partnerFrom(PartnerId id, std::string_view text, std::int64_t colour) {
  const auto name = PartnerName::from(text);
  const bool isExact = name && name->text() == text;
  if (!isExact || colour < 0 || colour >= static_cast<std::int64_t>(kPartnerColours.size())) return std::nullopt;
  return Partner{id, *name, static_cast<PartnerColour>(colour)};
}

std::optional<Partner> parsePartner(const Statement& row) {
  const auto id = partnerAt(row.number(0));
  if (!id) return std::nullopt;
  return partnerFrom(*id, row.text(1), row.number(2));
}

std::optional<Slot> parseSlot(const Statement& row) {
  Slot slot;
  slot.id = row.number(0);
  slot.vault = row.number(1);
  const std::int64_t kind = row.number(2);
  if (kind < 1 || kind > 3) return std::nullopt;
  slot.kind = static_cast<SlotKind>(kind);
  slot.salt = copyOf(row.blob(3));
  slot.cost = {row.number(4), row.number(5)};
  slot.check = copyOf(row.blob(6));
  slot.box = copyOf(row.blob(7));
  return slot;
}

/// A row of the vault table. Only a vault put aside has a name of its own; that of the others is their partner's.
struct VaultRow {
  std::int64_t id = 0;
  std::optional<PartnerId> owner{};
  std::optional<Partner> aside{};
};

std::optional<VaultRow> parseVault(const Statement& row) {
  VaultRow vault{row.number(0)};
  if (!row.isNull(1)) vault.owner = partnerAt(row.number(1));
  const bool isAside = vault.id >= kFirstAside;
  if (isAside != !row.isNull(2) || isAside != !row.isNull(3)) return std::nullopt;
  if (isAside) {
    if (!vault.owner || vault.id > kLastAside) return std::nullopt;
    vault.aside = partnerFrom(*vault.owner, row.text(2), row.number(3));
    if (!vault.aside) return std::nullopt;
  }
  return vault;
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

Result<void> insertVault(Statement& insert, std::int64_t id, const Partner* owner, bool isAside) {
  insert.bind(1, id);
  if (owner) insert.bind(2, static_cast<std::int64_t>(owner->id));
  if (owner && isAside)
    insert.bind(3, std::string_view(owner->name.text())).bind(4, static_cast<std::int64_t>(owner->colour));
  return insert.run();
}

Result<void> insertSlot(Statement& insert, const Slot& slot) {
  insert.bind(1, slot.id).bind(2, slot.vault).bind(3, static_cast<std::int64_t>(slot.kind));
  insert.bind(4, BytesView(slot.salt)).bind(5, slot.cost.passes).bind(6, slot.cost.memory);
  insert.bind(7, BytesView(slot.check)).bind(8, BytesView(slot.box));
  return insert.run();
}

/// The vaults and their owners follow from the partners; a table that says otherwise is damaged.
bool vaultsFit(const std::vector<VaultRow>& rows, const std::vector<Partner>& partners) {
  std::size_t own = 0, ours = 0, aside = 0;
  for (const VaultRow& row : rows) {
    const bool isTheirs = row.owner && std::ranges::count(partners, *row.owner, &Partner::id) == 1;
    if (row.id == kOurs && !row.owner) ++ours;
    if (row.id < kOurs && isTheirs && numberOf(*row.owner) == row.id) ++own;
    if (row.id >= kFirstAside && isTheirs) ++aside;
  }
  return own == partners.size() && ours == 1 && own + ours + aside == rows.size();
}

}  // namespace

Result<Keyring> Keyring::load(Database& database, const JournalMark& mark) {
  auto partners = readAll<Partner>(database, "SELECT id, name, colour FROM partner ORDER BY id", parsePartner);
  if (!partners) return partners.error();
  auto vaults = readAll<VaultRow>(database, "SELECT id, owner, name, colour FROM vault ORDER BY id", parseVault);
  if (!vaults) return vaults.error();
  if (!vaultsFit(vaults.value(), partners.value())) return damaged("vault");
  auto slots = readAll<Slot>(database, "SELECT id, vault, kind, salt, ops, mem, \"check\", box FROM slot ORDER BY id",
                             parseSlot);
  if (!slots) return slots.error();
  Keyring keyring(mark, std::move(partners).value());
  for (const VaultRow& row : vaults.value()) {
    if (row.aside) keyring.m_asides.push_back({row.id, *row.aside});
  }
  keyring.m_slots = std::move(slots).value();
  if (auto sound = keyring.check(); !sound) return sound.error();
  return keyring;
}

Result<void> Keyring::save(Database& database) const {
  if (auto done = database.run("DELETE FROM partner; DELETE FROM vault; DELETE FROM slot"); !done) return done;
  auto partner = database.prepare("INSERT INTO partner (id, name, colour) VALUES (?, ?, ?)");
  if (!partner) return partner.error();
  auto vault = database.prepare("INSERT INTO vault (id, owner, name, colour) VALUES (?, ?, ?, ?)");
  if (!vault) return vault.error();
  for (const Partner& each : m_partners) {
    if (auto done = insertPartner(*partner, each); !done) return done;
    if (auto done = insertVault(*vault, numberOf(each.id), &each, false); !done) return done;
  }
  if (auto done = insertVault(*vault, kOurs, nullptr, false); !done) return done;
  for (const AsideVault& each : m_asides) {
    if (auto done = insertVault(*vault, each.number, &each.owner, true); !done) return done;
  }
  auto slot = database.prepare(
      "INSERT INTO slot (id, vault, kind, salt, ops, mem, \"check\", box) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  if (!slot) return slot.error();
  for (const Slot& each : m_slots) {
    if (auto done = insertSlot(*slot, each); !done) return done;
  }
  return {};
}

}  // namespace footbridge::storage
