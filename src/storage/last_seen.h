// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "domain/result.h"
#include "storage/sealing.h"

namespace footbridge::storage {

struct OpenVault;

/// How far each vault of one file had come when this account last saw it, kept outside the file so that an older copy
/// put in its place is noticed. May be lost without loss of words; then nothing is noticed.
class LastSeen {
 public:
  /// An empty folder: nothing is kept and nothing is noticed.
  LastSeen(std::filesystem::path folder, JournalMark mark, std::string file);

  /// RolledBack when the vault is behind what was seen, or its key is not the one it had then. Its number: how many
  /// fewer things there are to be read; 0 where there are no fewer, or nobody can tell. Its place: which vault, for
  /// accept(). `aside`: the vault's number, for one that was put aside.
  [[nodiscard]] Result<void> check(const OpenVault& open, VaultId vault,
                                   std::optional<std::int64_t> aside = std::nullopt) const;

  /// After a commit.
  void note(const OpenVault& open, VaultId vault) const;
  /// Before a commit that changes keys: what was seen, or this, until the next note(). Where the disk does not take it,
  /// what was seen is forgotten: it would call the vault's own new key that of an older copy.
  void noteAlso(const OpenVault& open, VaultId vault) const;
  /// What was seen of the vault is kept as that of one put aside, too.
  void putAside(VaultId vault, std::int64_t aside) const;
  /// Of what check() told, in one error or several put together by addTo(), whatever is there next is taken for the
  /// newest; of nothing else.
  [[nodiscard]] Result<void> accept(const Error& told) const;
  /// Whatever is there next is taken for the newest, of every vault.
  [[nodiscard]] Result<void> forget() const;
  [[nodiscard]] Result<void> forget(VaultId vault) const;

 private:
  [[nodiscard]] std::filesystem::path fileOf(std::int64_t number) const;
  [[nodiscard]] Bytes boundTo(VaultId vault) const;
  [[nodiscard]] bool isKnown(const OpenVault& open, VaultId vault) const;
  [[nodiscard]] bool isOfOtherKey(const OpenVault& open, VaultId vault) const;
  [[nodiscard]] Bytes seal(const OpenVault& open, VaultId vault) const;
  [[nodiscard]] Result<void> drop(std::int64_t number) const;
  /// With one file all of this journal's are made anew. False where the disk did not take the one.
  [[nodiscard]] bool write(std::int64_t number, const Bytes& bytes) const;
  void forgetQuietly(std::int64_t number) const;
  /// False, and nothing is left beside it, where the disk did not take it.
  [[nodiscard]] bool replace(std::int64_t number, const Bytes& bytes) const;

  std::filesystem::path m_folder;
  JournalMark m_mark;
  std::string m_file;
};

/// One more vault that check() told of.
void addTo(std::optional<Error>& told, Error more);

}  // namespace footbridge::storage
