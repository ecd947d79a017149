// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exchange.h"

namespace footbridge::storage {

struct JournalState;

/// The Exchange of an open journal, which must outlive it.
class JournalExchange final : public Exchange {
 public:
  explicit JournalExchange(JournalState& state) : m_state(state) {}

  [[nodiscard]] Result<std::string> exported(const ExportWish& wish) const override;
  [[nodiscard]] Result<void> exportTo(const std::string& path, const ExportWish& wish) const override;
  [[nodiscard]] Result<TakenIn> importFrom(const std::string& path, Reader reader) override;
  [[nodiscard]] Result<TakenIn> mergeFrom(const std::string& path, const CopyPassphrases& passphrases) override;
  [[nodiscard]] bool waitsForOtherPassphrase(PartnerId partner) const override;
  [[nodiscard]] Result<TakenIn> takeInWaiting(PartnerId partner, const Passphrase& passphrase) override;
  [[nodiscard]] std::vector<ConflictedCopy> conflictedCopies() const override;
  [[nodiscard]] std::optional<std::string> syncedFolder() const override;
  [[nodiscard]] bool diskIsUnproven() const override;

 private:
  JournalState& m_state;
};

}  // namespace footbridge::storage
