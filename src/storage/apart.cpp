// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/apart.h"

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

Result<Apart> apartFrom(Database& database, const VaultKeys& keys, VaultId vault) {
  Apart sums{};
  const auto owner = ownerOf(vault);
  for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
    if (owner && *owner != partner) continue;
    const auto sum = owner ? sumOf(database, keys, kPutAside, partner) : sumOf(database, keys, kWaits, partner);
    if (!sum) return sum.error();
    sums[placeInHead(partner)] = sum.value();
  }
  return sums;
}

}  // namespace

Result<void> countApart(Database& database, const VaultKeys& keys, VaultId vault, Head& head) {
  const auto sums = apartFrom(database, keys, vault);
  if (!sums) return sums.error();
  head.apart = sums.value();
  return {};
}

Result<void> checkApart(Database& database, const std::vector<Partner>& partners, const VaultKeys& keys, VaultId vault,
                        const Head& head) {
  const auto found = apartFrom(database, keys, vault);
  if (!found) return found.error();
  for (const Partner& partner : partners) {
    const std::size_t place = placeInHead(partner.id);
    if (found.value()[place] == head.apart[place]) continue;
    return Error{ErrorKind::RolledBack, {}, nameOf(vault), ownerOf(vault) ? kAsideLeftOut : kWaitingLeftOut};
  }
  return {};
}

}  // namespace footbridge::storage
