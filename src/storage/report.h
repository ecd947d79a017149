// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/backups.h"
#include "domain/error.h"
#include "domain/moment.h"
#include "domain/partner.h"

namespace footbridge::storage {

/// What anybody may know of a journal without a passphrase. Nothing in it counts what was written.
struct Summary {
  struct Person {
    Partner partner;
    bool isProtected = false;  ///< their own vault
    bool hasPutAside = false;  ///< a vault of theirs waits for its code
  };
  std::int64_t format = 0;
  std::vector<Person> people;
  bool oursIsProtected = false;
  bool readOnly = false;
  BackupStatus backups;  ///< with no folder where none are kept
};

enum class VaultCheck : std::uint8_t {
  Sound,
  NotChecked,  ///< locked: nothing is known of it, and nothing is guessed
  Damaged,
};

/// What was found sound, of what the open keys reach.
struct VerifyReport {
  struct Finding {
    VaultId vault = VaultId::Ours;
    VaultCheck check = VaultCheck::NotChecked;
    std::optional<Error> problem;
    bool aside = false;  ///< of a vault that was put aside; nothing but its own secrets opens it
  };
  std::optional<Error> databaseProblem;
  std::vector<Finding> vaults;  ///< those that the journal has: A's, B's, *ours*, then those put aside

  /// Nothing that could be checked is damaged.
  [[nodiscard]] bool sound() const {
    if (databaseProblem) return false;
    for (const Finding& finding : vaults) {
      if (finding.check == VaultCheck::Damaged) return false;
    }
    return true;
  }
};

}  // namespace footbridge::storage
