// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "domain/result.h"
#include "storage/database.h"
#include "storage/record_index.h"
#include "storage/sealing.h"

namespace footbridge::storage {

inline constexpr std::array kVaults{VaultId::A, VaultId::B, VaultId::Ours};

/// One thing for each vault that has it.
template <typename Thing>
class PerVault {
 public:
  [[nodiscard]] std::optional<Thing>& operator[](VaultId vault) { return m_things[placeOf(vault)]; }
  [[nodiscard]] const std::optional<Thing>& operator[](VaultId vault) const { return m_things[placeOf(vault)]; }

 private:
  static std::size_t placeOf(VaultId vault) { return static_cast<std::size_t>(vault) - 1; }
  std::array<std::optional<Thing>, 3> m_things;
};

/// A draft as it stands, and what it adds to the head's sum.
struct KeptDraft {
  std::string text;
  Digest digest{};
};
using Drafts = std::map<std::string, KeptDraft, std::less<>>;  ///< by the name of their page
/// After the name of a page: another draft of it, which came from another copy of the journal; and so on.
inline constexpr char kBesideMark = '~';

/// A vault whose key is here, with all that it holds.
struct OpenVault {
  VaultKeys keys;
  Head head;
  RecordIndex records;
  Drafts drafts;
};

using OpenVaults = PerVault<OpenVault>;

/// The number of a vault in the tables. From kFirstAside on are vaults that were put aside; they are sealed as what
/// they were before.
[[nodiscard]] constexpr std::int64_t numberOf(VaultId vault) {
  return static_cast<std::int64_t>(vault);
}
[[nodiscard]] constexpr std::int64_t numberOf(PartnerId partner) {
  return numberOf(vaultOf(partner));
}
inline constexpr std::int64_t kOurs = numberOf(VaultId::Ours);
inline constexpr std::int64_t kFirstAside = 4;
inline constexpr std::int64_t kLastAside = 19;

/// "a", "b" or "ours", for errors.
[[nodiscard]] const char* nameOf(VaultId vault);

/// Reads the vaults whose keys are given, and holds every row against the heads. Damaged, with the vault as its place,
/// for anything that is missing, too much, altered or from another time.
[[nodiscard]] Result<OpenVaults> loadVaults(Database& database, const JournalMark& mark, PerVault<VaultKeys> keys);

/// The same for one vault that was put aside; `home` is what it was before.
[[nodiscard]] Result<OpenVault> loadAside(Database& database, const JournalMark& mark, std::int64_t number,
                                          VaultId home, VaultKeys keys);

/// Damaged where there is none, or the key is not its own.
[[nodiscard]] Result<Head> readHead(Database& database, const JournalMark& mark, VaultId vault, const VaultKeys& keys);

/// One row of a vault, read anew.
[[nodiscard]] Result<Record> readRecord(Database& database, const JournalMark& mark, VaultId vault,
                                        const VaultKeys& keys, std::int64_t row);

/// In the caller's transaction: the head in place of the one before.
[[nodiscard]] Result<void> writeHead(Database& database, const JournalMark& mark, const VaultKeys& keys, VaultId vault,
                                     const Head& head);

}  // namespace footbridge::storage
