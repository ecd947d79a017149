// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/verifying.h"

#include <utility>

#include "storage/apart.h"
#include "storage/migrations.h"
#include "storage/waiting.h"

namespace footbridge::storage {
namespace {

Result<void> checkDatabase(const JournalState& state) {
  if (auto sound = state.database->checkIntegrity(); !sound) return sound;
  if (auto sound = checkSchema(*state.database); !sound) return sound;
  if (auto sound = checkNothingStray(*state.database); !sound) return sound;
  auto keyring = Keyring::load(*state.database, state.mark);
  if (!keyring) return keyring.error();
  return {};
}

Result<void> checkVault(const JournalState& state, VaultId vault) {
  const OpenVault& known = *state.vaults[vault];
  PerVault<VaultKeys> keys;
  keys[vault].emplace(known.keys.master().copy());
  auto read = loadVaults(*state.database, state.mark, std::move(keys));
  if (!read) return read.error();
  if (!(read.value()[vault]->head == known.head)) return Error{ErrorKind::Damaged, {}, nameOf(vault), "head"};
  auto there = checkApart(*state.database, state.keyring.partners(), known.keys, vault, known.head, state.leftOut);
  if (!there) return there;
  return state.personal[vault] ? checkWaiting(state, vault) : Result<void>();
}

VerifyReport::Finding told(const JournalState& state, VaultId vault, const Result<void>& sound) {
  if (sound) return {vault, VaultCheck::Sound, std::nullopt};
  Error problem = sound.error();
  problem.subject = state.path;
  return {vault, VaultCheck::Damaged, std::move(problem)};
}

VerifyReport::Finding findingOf(const JournalState& state, VaultId vault) {
  const bool isAside = state.lookedBack && state.lookedBack->home == vault;
  if (!state.vaults[vault] || isAside) return {vault, VaultCheck::NotChecked, std::nullopt};
  return told(state, vault, checkVault(state, vault));
}

/// Of one put aside, which is open where somebody looks back at it.
VerifyReport::Finding findingOf(const JournalState& state, const AsideVault& aside) {
  const VaultId home = vaultOf(aside.owner.id);
  VerifyReport::Finding finding{home, VaultCheck::NotChecked, std::nullopt};
  if (state.lookedBack && state.lookedBack->number == aside.number) {
    const OpenVault& known = *state.vaults[home];
    auto read = loadAside(*state.database, state.mark, aside.number, home, VaultKeys(known.keys.master().copy()));
    finding = told(state, home, read ? Result<void>() : read.error());
  }
  finding.aside = true;
  return finding;
}

}  // namespace

Summary summaryFor(const Keyring& keyring, bool readOnly) {
  Summary summary;
  summary.format = currentFormat();  // whatever it began with, it was brought up to this when it was opened
  for (const Partner& partner : keyring.partners())
    summary.people.push_back({partner, keyring.isProtected(partner.id), !keyring.asideOf(partner.id).empty()});
  summary.oursIsProtected = keyring.oursIsProtected();
  summary.readOnly = readOnly;
  return summary;
}

VerifyReport verifyJournal(const JournalState& state) {
  VerifyReport report;
  if (const auto sound = checkDatabase(state); !sound) {
    report.databaseProblem = sound.error();
    report.databaseProblem->subject = state.path;
  }
  for (const VaultId vault : kVaults) {
    const auto owner = ownerOf(vault);
    if (!owner || state.keyring.find(*owner)) report.vaults.push_back(findingOf(state, vault));
  }
  for (const Partner& partner : state.keyring.partners()) {
    for (const AsideVault& aside : state.keyring.asideOf(partner.id)) report.vaults.push_back(findingOf(state, aside));
  }
  return report;
}

}  // namespace footbridge::storage
