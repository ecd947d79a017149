// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>

#include "domain/ports.h"

namespace footbridge::fakes {

/// A journal in memory, with doors that a test can set and a disk that can refuse.
class MemoryJournal : public Journal {
 public:
  MemoryJournal(Partner a, std::optional<Partner> b);

  std::array<DoorState, 2> doors{DoorState::Open, DoorState::Open};
  /// While set, every write is refused with it.
  bool isReadOnly = false;  ///< says so; `refuses` does it
  std::optional<ErrorKind> refuses;
  int writes = 0;
  std::map<std::pair<VaultId, std::string>, std::string> drafts;
  std::map<std::pair<VaultId, std::string>, std::string> draftsBeside;  ///< from another copy of the journal
  std::vector<Entry> kept;

  // EntryStore
  std::vector<Entry> entries(Reader reader) const override;
  std::optional<Entry> find(EntryId id, Reader reader) const override;
  Result<Entry> add(VaultId vault, std::optional<PartnerId> author, EntryBody body) override;
  Result<std::vector<Entry>> addAll(VaultId vault, std::optional<PartnerId> author,
                                    std::vector<EntryBody> bodies) override;
  Result<Entry> revise(EntryId id, EntryBody body) override;
  Result<void> remove(EntryId id) override;
  Result<Entry> restore(EntryId id) override;
  Result<void> removeForGood(EntryId id) override;
  Result<std::vector<Entry>> deleted(Reader reader) const override;
  bool anyDeleted(Reader reader) const override { return !deleted(reader)->empty(); }
  Result<std::vector<Entry>> history(EntryId id, Reader reader) const override;
  std::vector<Entry> search(std::string_view words, Reader reader) const override;

  // SittingStore
  Result<SittingId> begin(VaultId lane, Begun begun) override;
  Result<void> append(SittingId sitting, VaultId lane, std::vector<SittingEvent> events,
                      EntryChanges also = {}) override;
  Result<void> takeBack(SittingId sitting, PartnerId writer, const std::vector<LineId>& lines) override;
  Result<Lanes> load(SittingId sitting) const override;
  std::vector<SittingSummary> sittings(Reader reader) const override;

  // DraftStore
  Result<void> putDraft(VaultId vault, std::string_view place, std::string_view text) override;
  std::vector<std::string> draftsAt(VaultId vault, std::string_view place) const override;
  Result<void> clearDraft(VaultId vault, std::string_view place) override;
  Result<std::string> sealDraft(VaultId vault, std::string_view place, std::string_view text) const override;
  Result<void> takeDraft(std::string_view sealed) override;
  void settleDrafts() override {}
  std::vector<std::string> waitingDrafts() const override { return {}; }
  bool ownDraftsWait() const override { return false; }

  // VaultDoor
  DoorState door(VaultId vault) const override;
  Result<void> unlock(PartnerId partner, const Passphrase& passphrase) override;
  Result<RecoveryCode> protect(PartnerId partner, const Passphrase& passphrase) override;
  Result<RecoveryCode> recover(PartnerId partner, const Passphrase& code, const Passphrase& passphrase) override;
  Result<RecoveryCode> readmit(PartnerId forgotten, const Passphrase& passphrase) override;
  bool hasPutAside(PartnerId) const override { return false; }
  Result<void> join(const PartnerName& name) override;
  Result<Erased> erase(PartnerId partner) override;
  Result<void> accept(const Error&) override { return {}; }
  std::vector<std::string> guessableWords() const override { return {}; }

  // PartnerStore
  std::vector<Partner> partners() const override;
  Result<void> change(const Partner& partner) override;

  const std::string& path() const override { return m_path; }
  bool readOnly() const override { return isReadOnly; }

 private:
  struct Kept {
    SittingId id;
    Begun begun;
    VaultId begunIn;
    std::map<VaultId, std::vector<SittingEvent>> lanes;
  };
  [[nodiscard]] Result<void> write(VaultId vault);
  [[nodiscard]] const Kept* findSitting(SittingId id) const;
  [[nodiscard]] std::optional<std::vector<SittingEvent>> lane(const Kept& sitting, VaultId vault) const;
  Entry newEntry(VaultId vault, std::optional<PartnerId> author, EntryBody body);

  Partner m_a;
  std::optional<Partner> m_b;
  std::vector<Kept> m_sittings;
  std::vector<Entry> m_removed;    ///< as they were, for restore()
  std::vector<Entry> m_revisions;  ///< those before the newest, oldest first
  std::int64_t m_next = 100;
  std::string m_path = "memory";
};

/// A clock that stands where a test puts it.
class StillClock : public Clock {
 public:
  Day day{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};
  Moment now() const override { return Moment(std::chrono::sys_days(day) + std::chrono::hours(19)); }
  Day today() const override { return day; }
  int hour() const override { return 19; }
};

/// A catalog of the exercises it is given.
class ListCatalog : public Catalog {
 public:
  std::vector<Exercise> all;
  std::optional<Exercise> look;
  std::vector<ExerciseSummary> summaries;
  std::vector<Journey> ways;
  std::vector<Deck> decks;

  Result<std::vector<ExerciseSummary>> exercises() override { return summaries; }
  Result<std::vector<Journey>> journeys() override { return ways; }
  Result<std::shared_ptr<const Exercise>> exercise(const ExerciseId& id) override;
  Result<std::shared_ptr<const Exercise>> weeklyLook() override;
  Result<std::shared_ptr<const Deck>> deck(const DeckId& id) override {
    for (const Deck& deck : decks)
      if (deck.id == id) return std::make_shared<const Deck>(deck);
    return Error{ErrorKind::NotFound, id.text()};
  }
  Result<std::vector<HelpLine>> helpLines() override { return std::vector<HelpLine>{}; }
  Result<std::vector<EvidenceSource>> evidence() override { return std::vector<EvidenceSource>{}; }
};

}  // namespace footbridge::fakes
