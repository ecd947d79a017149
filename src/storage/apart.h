// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/partner.h"
#include "domain/result.h"
#include "storage/database.h"
#include "storage/sealing.h"

namespace footbridge::storage {

// What lies apart from a vault is under keys that are not here: vaults that its owner put aside, and parts of other
// copies that wait. No key of theirs is needed to say that all of it is there, to the byte.

/// What somebody was told is missing, and accepted: whose it was, and what.
class LeftOut {
 public:
  void add(const Error& refusal);
  [[nodiscard]] bool contains(const Error& refusal) const;
  [[nodiscard]] bool any() const { return !m_accepted.empty(); }

 private:
  std::set<std::string> m_accepted;
};

/// In the caller's transaction, after every change of it: the head says what lies apart as the tables have it. In an
/// own vault that is what its owner put aside, with the ways to it; in *ours*, the same of both, and what waits for
/// each.
[[nodiscard]] Result<void> countApart(Database& database, const VaultKeys& keys, VaultId vault, Head& head);

/// The two say the same of what lies apart.
[[nodiscard]] bool holds(const Head& head, const Head& counted);

/// RolledBack, with the vault of the one whose it was as its place, where something is missing, too much or altered of
/// what the head knows, and has not been accepted. For somebody who has gone nothing may lie there: erasePartner()
/// takes it out, without any key, whatever the head says.
[[nodiscard]] Result<void> checkApart(Database& database, const std::vector<Partner>& partners, const VaultKeys& keys,
                                      VaultId vault, const Head& head, const LeftOut& accepted = {});

}  // namespace footbridge::storage
