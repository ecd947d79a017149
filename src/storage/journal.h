// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "domain/ports.h"
#include "storage/report.h"

namespace footbridge::storage {

struct JournalState;

/// A journal in a sealed file. Made by FileShelf. What a call promises to have kept is durable when it returns; after a
/// failure everything is as it was before the call, on disk and in memory.
class SealedJournal final : public Journal {
 public:
  explicit SealedJournal(std::unique_ptr<JournalState> state);
  ~SealedJournal() override;

  // Journal
  [[nodiscard]] const std::string& path() const override;
  [[nodiscard]] bool readOnly() const override;
  [[nodiscard]] Backups* backups() override;
  [[nodiscard]] Exchange* exchange() override;

  // EntryStore
  [[nodiscard]] std::vector<Entry> entries(Reader reader) const override;
  [[nodiscard]] std::optional<Entry> find(EntryId id, Reader reader) const override;
  [[nodiscard]] Result<Entry> add(VaultId vault, std::optional<PartnerId> author, EntryBody body) override;
  [[nodiscard]] Result<std::vector<Entry>> addAll(VaultId vault, std::optional<PartnerId> author,
                                                  std::vector<EntryBody> bodies) override;
  [[nodiscard]] Result<Entry> revise(EntryId id, EntryBody body) override;
  [[nodiscard]] Result<void> remove(EntryId id) override;
  [[nodiscard]] Result<Entry> restore(EntryId id) override;
  [[nodiscard]] Result<void> removeForGood(EntryId id) override;
  [[nodiscard]] Result<std::vector<Entry>> deleted(Reader reader) const override;
  [[nodiscard]] bool anyDeleted(Reader reader) const override;
  [[nodiscard]] Result<std::vector<Entry>> history(EntryId id, Reader reader) const override;
  [[nodiscard]] std::vector<Entry> search(std::string_view words, Reader reader) const override;

  // SittingStore
  [[nodiscard]] Result<SittingId> begin(VaultId lane, Begun begun) override;
  [[nodiscard]] Result<void> append(SittingId sitting, VaultId lane, std::vector<SittingEvent> events,
                                    EntryChanges also = {}) override;
  [[nodiscard]] Result<void> takeBack(SittingId sitting, PartnerId writer, const std::vector<LineId>& lines) override;
  [[nodiscard]] Result<Lanes> load(SittingId sitting) const override;
  [[nodiscard]] std::vector<SittingSummary> sittings(Reader reader) const override;

  // DraftStore
  [[nodiscard]] Result<void> putDraft(VaultId vault, std::string_view place, std::string_view text) override;
  [[nodiscard]] std::vector<std::string> draftsAt(VaultId vault, std::string_view place) const override;
  [[nodiscard]] Result<void> clearDraft(VaultId vault, std::string_view place) override;
  [[nodiscard]] Result<std::string> sealDraft(VaultId vault, std::string_view place,
                                              std::string_view text) const override;
  [[nodiscard]] Result<void> takeDraft(std::string_view sealed) override;
  void settleDrafts() override;
  [[nodiscard]] std::vector<std::string> waitingDrafts() const override;
  [[nodiscard]] bool ownDraftsWait() const override;

  // VaultDoor
  [[nodiscard]] DoorState door(VaultId vault) const override;
  [[nodiscard]] Result<void> unlock(PartnerId partner, const Passphrase& passphrase) override;
  [[nodiscard]] Result<RecoveryCode> protect(PartnerId partner, const Passphrase& passphrase) override;
  [[nodiscard]] Result<RecoveryCode> recover(PartnerId partner, const Passphrase& code,
                                             const Passphrase& passphrase) override;
  [[nodiscard]] Result<RecoveryCode> readmit(PartnerId forgotten, const Passphrase& passphrase) override;
  [[nodiscard]] bool hasPutAside(PartnerId partner) const override;
  [[nodiscard]] Result<void> join(const PartnerName& name) override;
  [[nodiscard]] Result<Erased> erase(PartnerId partner) override;
  [[nodiscard]] Result<void> accept(const Error& refusal) override;
  [[nodiscard]] std::vector<std::string> guessableWords() const override;

  // PartnerStore
  [[nodiscard]] std::vector<Partner> partners() const override;
  [[nodiscard]] Result<void> change(const Partner& partner) override;

  /// Opens, in place of the partner's locked vault and by itself, one of theirs that was put aside, with its passphrase
  /// or its code: to read, search, export and verify. From then on this journal is written no more, and nobody else
  /// comes in. WrongPassphrase where there is none that it opens.
  [[nodiscard]] Result<void> lookBack(PartnerId partner, const Passphrase& secret);

  /// Reads the whole file anew: the database, and every record and head that the open keys reach.
  [[nodiscard]] VerifyReport verify() const;

 private:
  std::unique_ptr<JournalState> m_state;
  std::unique_ptr<Exchange> m_exchange;
};

}  // namespace footbridge::storage
