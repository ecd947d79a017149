// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/entry.h"
#include "domain/exchange.h"
#include "domain/exercise.h"
#include "domain/journey.h"
#include "domain/partner.h"
#include "domain/passphrase.h"
#include "domain/result.h"
#include "domain/watch_plan.h"

namespace footbridge {

class Backups;

// What the window needs from the world, said without saying how. `app` gives real ones, tests may give fakes.
// Nothing here is used from two threads at once.

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Moment now() const = 0;
  [[nodiscard]] virtual Day today() const = 0;  ///< in local time
  [[nodiscard]] virtual int hour() const = 0;   ///< 0 to 23, local time
};

/// What a list of exercises shows without reading every file whole.
struct ExerciseSummary {
  ExerciseId id;
  std::string title;
  std::string brief;  ///< what it is about, in a line; the whole summary where there is none
  std::optional<Practice> practice;
  int minutes = 0;
  Depth depth = Depth::Light;
  Audience audience = Audience::Two;
};

/// A place to call or write to; what it is and how to reach it.
struct HelpLine {
  std::string country;
  std::string name;
  std::string reach;    ///< number or address, as written there
  std::string purpose;  ///< "emergency", "violence" or "crisis"
  std::string note;
  Day checked{};
};

/// What is known about one entry of the evidence base.
struct EvidenceSource {
  std::string key;
  std::string authors;
  std::string year;
  std::string found;
  std::string howSure;
};

/// Content that ships with the program. Reading is lazy; a file is read once.
class Catalog {
 public:
  virtual ~Catalog() = default;
  /// In the order of practices, then lightest and shortest first. Without the weekly look.
  [[nodiscard]] virtual Result<std::vector<ExerciseSummary>> exercises() = 0;
  [[nodiscard]] virtual Result<std::shared_ptr<const Exercise>> exercise(const ExerciseId& id) = 0;
  [[nodiscard]] virtual Result<std::shared_ptr<const Exercise>> weeklyLook() = 0;
  [[nodiscard]] virtual Result<std::vector<HelpLine>> helpLines() = 0;
  /// How far the numbers of helpLines() can be trusted, in words to be shown beside them; empty if unknown.
  [[nodiscard]] virtual std::string helpNotice() { return {}; }
  [[nodiscard]] virtual Result<std::vector<EvidenceSource>> evidence() = 0;
  /// In order of their titles.
  [[nodiscard]] virtual Result<std::vector<Journey>> journeys() { return std::vector<Journey>(); }
  /// NotFound for a deck that is not there.
  [[nodiscard]] virtual Result<std::shared_ptr<const Deck>> deck(const DeckId& id) {
    return Error{ErrorKind::NotFound, id.text()};
  }
  /// In order of their titles.
  [[nodiscard]] virtual Result<std::vector<WatchPlan>> watchPlans() { return std::vector<WatchPlan>(); }
};

class EntryStore {
 public:
  virtual ~EntryStore() = default;
  /// What the reader may see of the vaults that are open, newest first. Deleted entries are not among them.
  [[nodiscard]] virtual std::vector<Entry> entries(Reader reader) const = 0;
  [[nodiscard]] virtual std::optional<Entry> find(EntryId id, Reader reader) const = 0;
  /// Durable when it returns. Locked or NotProtected where the vault does not take it.
  [[nodiscard]] virtual Result<Entry> add(VaultId vault, std::optional<PartnerId> author, EntryBody body) = 0;
  /// The same for several, all or nothing; in the order given.
  [[nodiscard]] virtual Result<std::vector<Entry>> addAll(VaultId vault, std::optional<PartnerId> author,
                                                          std::vector<EntryBody> bodies) = 0;
  /// A new revision of an entry; the old one stays in its history.
  [[nodiscard]] virtual Result<Entry> revise(EntryId id, EntryBody body) = 0;
  /// Takes it out of every list; restore() brings it back.
  [[nodiscard]] virtual Result<void> remove(EntryId id) = 0;
  /// Undoes remove(): the last revision stands again, as a new one. NotAllowed for what is not deleted, or deleted for
  /// good.
  [[nodiscard]] virtual Result<Entry> restore(EntryId id) = 0;
  /// "Delete now", also for what remove() took away: every revision goes from the file and from beside it, and nothing
  /// brings it back. Copies made before keep it. Where the disk refuses to sweep up, that is made up for when the
  /// journal is next opened.
  [[nodiscard]] virtual Result<void> removeForGood(EntryId id) = 0;
  /// What restore() would bring back for this reader, as it last stood, and `changed` when it was deleted; what went
  /// last comes first. A line that both could read is its writer's alone once it is gone. Reads each from the disk.
  [[nodiscard]] virtual Result<std::vector<Entry>> deleted(Reader reader) const = 0;
  /// Whether there is any, which costs next to nothing; also where it cannot be read.
  [[nodiscard]] virtual bool anyDeleted(Reader reader) const = 0;
  /// The revisions that are kept, up to ten, newest first. NotFound for what the reader may not see or is deleted.
  [[nodiscard]] virtual Result<std::vector<Entry>> history(EntryId id, Reader reader) const = 0;
  /// Entries that hold every word, compared by searchKey(), newest first.
  [[nodiscard]] virtual std::vector<Entry> search(std::string_view words, Reader reader) const = 0;
};

/// What a moment of a sitting does to entries. No two may be of one entry.
struct EntryChanges {
  std::vector<EntryBody> added{};  ///< kept where the sitting was begun
  std::vector<std::pair<EntryId, EntryBody>> revised{};
  std::vector<EntryId> removed{};
};

/// Where one sitting stands in the lists, from the lanes that are open.
struct SittingSummary {
  SittingId id;
  Begun begun;
  VaultId begunIn = VaultId::Ours;  ///< the lane of its Begun event
  Moment made{};
  Lanes lanes;
  bool closed = false;  ///< to be read only: a lane of it was put aside, erased or moved, so nobody can go on with it
  bool ofBefore = false;  ///< as Entry::ofBefore
};

class SittingStore {
 public:
  virtual ~SittingStore() = default;
  /// Starts a sitting with its first event, durable when it returns.
  [[nodiscard]] virtual Result<SittingId> begin(VaultId lane, Begun begun) = 0;
  /// Appends, and changes what the same moment changes beside it, all or nothing; durable when it returns.
  [[nodiscard]] virtual Result<void> append(SittingId sitting, VaultId lane, std::vector<SittingEvent> events,
                                            EntryChanges also = {}) = 0;
  /// Takes lines back out of *ours* that their writer opened at a reveal, all or nothing: the words go from the file
  /// and from beside it, and where they stood are lines without an answer (std::monostate), so that the sitting replays
  /// as before. They cannot be unread. Locked unless the writer's vault and *ours* are open; NotFound where there is
  /// none of them (any more).
  [[nodiscard]] virtual Result<void> takeBack(SittingId sitting, PartnerId writer,
                                              const std::vector<LineId>& lines) = 0;
  /// For JointLook the lanes of A and B are those of their own looks followed by the joint sitting's own.
  [[nodiscard]] virtual Result<Lanes> load(SittingId sitting) const = 0;
  /// What the reader may see of, newest first; lanes of other readers are unknown in it.
  [[nodiscard]] virtual std::vector<SittingSummary> sittings(Reader reader) const = 0;
};

/// Half-written words and other replaceable state; sealed like everything else, outside history.
class DraftStore {
 public:
  virtual ~DraftStore() = default;
  /// In place of all that is kept there. No words are a draft too: of a page that was emptied.
  [[nodiscard]] virtual Result<void> putDraft(VaultId vault, std::string_view place, std::string_view text) = 0;
  /// All that is kept at a place: none or one, but where two copies of the journal were joined, or words were carried
  /// past others, all of them, the longer first. None while the vault is locked.
  [[nodiscard]] virtual std::vector<std::string> draftsAt(VaultId vault, std::string_view place) const = 0;
  /// All that is kept there.
  [[nodiscard]] virtual Result<void> clearDraft(VaultId vault, std::string_view place) = 0;

  /// The first of draftsAt(): for what has one at most, or to know whether there is any.
  [[nodiscard]] std::optional<std::string> findDraft(VaultId vault, std::string_view place) const {
    std::vector<std::string> all = draftsAt(vault, place);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
  }
  /// For a disk that takes nothing more: the draft as it would stand in the file, to be carried in memory to the
  /// process that comes after this one. Locked where the vault is not open.
  [[nodiscard]] virtual Result<std::string> sealDraft(VaultId vault, std::string_view place,
                                                      std::string_view text) const = 0;
  /// Takes in what sealDraft() answered. draftsAt() has it once its vault is open, and the file as soon as the disk
  /// takes it: in place of what was kept there when it was sealed, and beside what came there since. Damaged for what
  /// has not its form.
  [[nodiscard]] virtual Result<void> takeDraft(std::string_view sealed) = 0;
  /// The file is offered once more what takeDraft() took and its disk refused.
  virtual void settleDrafts() = 0;
  /// What takeDraft() took and the file has not: its vault is locked, or another journal's, or the disk is full still.
  /// To be carried on by whoever closes this journal.
  [[nodiscard]] virtual std::vector<std::string> waitingDrafts() const = 0;
  /// Whether any of those was sealed for this very file. Another has no place for it; a copy, which opens it with the
  /// same keys, would keep it in its stead, maybe beside nothing that leads there.
  [[nodiscard]] virtual bool ownDraftsWait() const = 0;
};

enum class DoorState : std::uint8_t {
  Open,      ///< no passphrase yet: anyone may read
  Locked,    ///< protected, and its key is not here
  Unlocked,  ///< protected, and open in this process
};

/// What erase() answers.
struct Erased {
  /// How many backups of other copies were left as they are: they have somebody of another name in the same place, and
  /// none of the words that are here, so that nobody can tell whether it is the same person.
  std::size_t left = 0;
};

/// Twenty-six letters and digits in groups, shown once to its owner.
struct RecoveryCode {
  Passphrase text;
};

class VaultDoor {
 public:
  virtual ~VaultDoor() = default;
  [[nodiscard]] virtual DoorState door(VaultId vault) const = 0;
  /// Opens the partner's own vault and *ours*. WrongPassphrase leaves everything as it was.
  [[nodiscard]] virtual Result<void> unlock(PartnerId partner, const Passphrase& passphrase) = 0;
  /// Sets or changes the partner's passphrase; their vault must not be locked. Answers a new recovery code.
  [[nodiscard]] virtual Result<RecoveryCode> protect(PartnerId partner, const Passphrase& passphrase) = 0;
  /// Back in by the code, with a new passphrase and a new code. Where a vault of theirs was put aside, the code (or the
  /// passphrase) of that one brings what is in it back into the vault they have now, which must be open: Locked if not.
  [[nodiscard]] virtual Result<RecoveryCode> recover(PartnerId partner, const Passphrase& code,
                                                     const Passphrase& passphrase) = 0;
  /// For a partner who lost passphrase and code: the other, whose vault is open, readmits them to *ours* with a new and
  /// empty vault under a passphrase of their own. What they wrote before is put aside, sealed as it is, in case the
  /// code is found. NotAllowed for somebody who is not locked out or has put aside too often, Locked where the other is
  /// not here.
  [[nodiscard]] virtual Result<RecoveryCode> readmit(PartnerId forgotten, const Passphrase& passphrase) = 0;
  /// Something of the partner's was put aside, and waits for its code.
  [[nodiscard]] virtual bool hasPutAside(PartnerId partner) const = 0;
  /// Somebody joins the one whose journal this is. *Ours* begins empty: what was in it, if somebody shared it before,
  /// goes to the vault of the one who is here. NotProtected or Locked where that vault is not open behind a passphrase,
  /// NotAllowed where there are two.
  [[nodiscard]] virtual Result<void> join(const PartnerName& name) = 0;
  /// Takes the partner's part out, with nobody else's help: their vault and what they put aside, their drafts, and in
  /// *ours* what they wrote; their partner's lines stay. It is a journal of one then, whose own door may be locked, and
  /// somebody may join again. Their part goes from the backups too, and first, but for their sealed lines in *ours*
  /// there, and for what Erased tells; copies made by hand keep theirs. Not undone by anything. After a failure all is
  /// as it was, or, where its detail is kHalfErased, the journal alone is: doing it again finishes it. Locked where
  /// their vault is not open, NotAllowed for the only one (who can remove the file).
  [[nodiscard]] virtual Result<Erased> erase(PartnerId partner) = 0;
  /// Goes on with what unlock() or recover() refused as RolledBack: then try again. Of the vaults that were refused,
  /// what the file holds is taken for the newest, and whoever else has lost something is told of it themselves; or
  /// what it lacks beside a vault is taken for gone, and that alone.
  [[nodiscard]] virtual Result<void> accept(const Error& refusal) = 0;
  /// Words that a partner would try first: both names, the journal's dates.
  [[nodiscard]] virtual std::vector<std::string> guessableWords() const = 0;
};

class PartnerStore {
 public:
  virtual ~PartnerStore() = default;
  /// One or two, A first.
  [[nodiscard]] virtual std::vector<Partner> partners() const = 0;
  /// Needs the partner's own vault open (the name is bound into their slots).
  [[nodiscard]] virtual Result<void> change(const Partner& partner) = 0;
};

/// One open journal, seen through its ports. Closing it (destruction) leaves everything durable.
class Journal : public EntryStore, public SittingStore, public DraftStore, public VaultDoor, public PartnerStore {
 public:
  [[nodiscard]] virtual const std::string& path() const = 0;
  [[nodiscard]] virtual bool readOnly() const = 0;
  /// Null for a journal that is nowhere but in memory, and where no folder for backups was given. Goes with the
  /// journal.
  [[nodiscard]] virtual Backups* backups() { return nullptr; }
  /// Out and in: exports, imports, merges. Lasts as long as the journal; null where it has none.
  [[nodiscard]] virtual Exchange* exchange() { return nullptr; }
};

/// Where journals are made and opened.
class JournalShelf {
 public:
  virtual ~JournalShelf() = default;
  /// Refuses an existing file (AlreadyExists).
  [[nodiscard]] virtual Result<std::unique_ptr<Journal>> create(const std::string& path, const PartnerName& a,
                                                                const std::optional<PartnerName>& b) = 0;
  /// RolledBack (number: how many notes fewer, 0 where nobody can tell) for a copy older than the one last used here,
  /// and, with kAsideLeftOut or kWaitingLeftOut, for one that lacks what its vaults know of.
  [[nodiscard]] virtual Result<std::unique_ptr<Journal>> open(const std::string& path) = 0;
  /// The same with what open() refused. The file itself is not changed before it is opened.
  [[nodiscard]] virtual Result<void> accept(const std::string& path, const Error& refusal) = 0;
  /// The path of the journal in the default data folder, whether it exists yet or not.
  [[nodiscard]] virtual std::string defaultPath() const = 0;
};

}  // namespace footbridge
