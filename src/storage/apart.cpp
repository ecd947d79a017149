// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/apart.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "storage/vault.h"

namespace footbridge::storage {
namespace {

/// Rows that are counted: a number, what else they are known by, and what is in them. `sql` is asked for one partner.
struct Counted {
  std::string_view what;
  std::string_view sql;
};

constexpr std::array kPutAside{
    Counted{"vault", "SELECT id, CAST(colour AS BLOB), CAST(name AS BLOB) FROM vault WHERE owner = ? AND id > 3"},
    Counted{"slot",
            "SELECT vault, CAST(id AS BLOB), \"check\" FROM slot"
            " WHERE vault IN (SELECT id FROM vault WHERE owner = ? AND id > 3)"},
    Counted{"head",
            "SELECT vault, x'', box FROM head WHERE vault IN (SELECT id FROM vault WHERE owner = ? AND id > 3)"},
    Counted{"rec",
            "SELECT vault, CAST(id AS BLOB), box FROM rec"
            " WHERE vault IN (SELECT id FROM vault WHERE owner = ? AND id > 3)"},
    Counted{"draft",
            "SELECT vault, place, box FROM draft WHERE vault IN (SELECT id FROM vault WHERE owner = ? AND id > 3)"}};
static_assert(kFirstAside == 4);

constexpr std::array kWaits{
    Counted{"waiting head", "SELECT id, x'', head FROM waiting WHERE vault = ?"},
    Counted{"waiting way", "SELECT id, x'', way FROM waiting WHERE vault = ?"},
    Counted{"waiting note", "SELECT id, x'', note FROM waiting WHERE vault = ?"},
    Counted{"waiting_row",
            "SELECT part, CAST(id AS BLOB), box FROM waiting_row"
            " WHERE part IN (SELECT id FROM waiting WHERE vault = ?)"},
    Counted{"waiting_draft",
            "SELECT part, place, box FROM waiting_draft WHERE part IN (SELECT id FROM waiting WHERE vault = ?)"}};

/// Answers whether there was any.
Result<bool> add(Database& database, const VaultKeys& keys, const Counted& counted, PartnerId partner, Digest& sum) {
  auto rows = database.prepare(counted.sql);
  if (!rows) return rows.error();
  rows->bind(1, static_cast<std::int64_t>(partner));
  for (bool any = false;; any = true) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return any;
    ByteWriter bytes;
    bytes.text(counted.what).i64(rows->number(0)).sized(rows->blob(1)).sized(rows->blob(2));
    toggle(sum, apartDigest(keys, bytes.bytes()));
  }
}

/// The first of `counted` are what the others belong to: without any, the rows of the journal need not be gone through.
Result<Digest> sumOf(Database& database, const VaultKeys& keys, std::span<const Counted> counted, PartnerId partner) {
  Digest sum{};
  for (const Counted& each : counted) {
    const auto any = add(database, keys, each, partner, sum);
    if (!any) return any.error();
    if (!any.value() && &each == &counted.front()) break;
  }
  return sum;
}

/// What the head of this vault says of the partner.
bool isSaidIn(VaultId vault, PartnerId partner) {
  const auto owner = ownerOf(vault);
  return !owner || *owner == partner;
}

}  // namespace

Result<void> countApart(Database& database, const VaultKeys& keys, VaultId vault, Head& head) {
  for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
    if (!isSaidIn(vault, partner)) continue;
    const auto aside = sumOf(database, keys, kPutAside, partner);
    if (!aside) return aside.error();
    head.aside[placeInHead(partner)] = aside.value();
    if (vault != VaultId::Ours) continue;
    const auto waiting = sumOf(database, keys, kWaits, partner);
    if (!waiting) return waiting.error();
    head.waiting[placeInHead(partner)] = waiting.value();
  }
  return {};
}

Result<void> checkApart(Database& database, const std::vector<Partner>& partners, const VaultKeys& keys, VaultId vault,
                        const Head& head, const LeftOut& accepted) {
  Head found;
  if (auto done = countApart(database, keys, vault, found); !done) return done;
  for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
    if (!isSaidIn(vault, partner)) continue;
    const std::size_t place = placeInHead(partner);
    const bool isGone = std::ranges::count(partners, partner, &Partner::id) == 0;
    const Digest none{};
    const Error aside{ErrorKind::RolledBack, {}, nameOf(vaultOf(partner)), kAsideLeftOut};
    const Error waiting{ErrorKind::RolledBack, {}, nameOf(vaultOf(partner)), kWaitingLeftOut};
    if (found.aside[place] != (isGone ? none : head.aside[place]) && !accepted.contains(aside)) return aside;
    if (found.waiting[place] != (isGone ? none : head.waiting[place]) && !accepted.contains(waiting)) return waiting;
  }
  return {};
}

bool holds(const Head& head, const Head& counted) {
  return head.aside == counted.aside && head.waiting == counted.waiting;
}

void LeftOut::add(const Error& refusal) {
  m_accepted.insert(refusal.place + refusal.detail);
}

bool LeftOut::contains(const Error& refusal) const {
  return m_accepted.contains(refusal.place + refusal.detail);
}

}  // namespace footbridge::storage
