// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include <utility>

#include "storage/doors.h"
#include "storage/draft_book.h"
#include "storage/entry_book.h"
#include "storage/erasing.h"
#include "storage/journal_exchange.h"
#include "storage/journal_state.h"
#include "storage/looking_back.h"
#include "storage/migrations.h"
#include "storage/new_partner.h"
#include "storage/protecting.h"
#include "storage/sitting_book.h"
#include "storage/verifying.h"

namespace footbridge::storage {
namespace {

/// The lower rooms know a vault or a row, and not which file it is in.
template <typename Thing>
Result<Thing> named(Result<Thing> result, const std::string& path) {
  if (result.ok() || !result.error().subject.empty()) return result;
  Error error = result.error();
  error.subject = path;
  return error;
}

}  // namespace

SealedJournal::SealedJournal(std::unique_ptr<JournalState> state)
    : m_state(std::move(state)), m_exchange(std::make_unique<JournalExchange>(*m_state)) {}
SealedJournal::~SealedJournal() = default;

const std::string& SealedJournal::path() const {
  return m_state->path;
}
bool SealedJournal::readOnly() const {
  return m_state->database->readOnly();
}
Backups* SealedJournal::backups() {
  return m_state->backups.get();
}
Exchange* SealedJournal::exchange() {
  return m_exchange.get();
}

std::vector<Entry> SealedJournal::entries(Reader reader) const {
  return entriesFor(reader, *m_state);
}
std::optional<Entry> SealedJournal::find(EntryId id, Reader reader) const {
  return findEntry(id, reader, *m_state);
}
Result<Entry> SealedJournal::add(VaultId vault, std::optional<PartnerId> author, EntryBody body) {
  return named(addEntry(*m_state, vault, author, std::move(body)), path());
}
Result<std::vector<Entry>> SealedJournal::addAll(VaultId vault, std::optional<PartnerId> author,
                                                 std::vector<EntryBody> bodies) {
  return named(addEntries(*m_state, vault, author, std::move(bodies)), path());
}
Result<Entry> SealedJournal::revise(EntryId id, EntryBody body) {
  return named(reviseEntry(*m_state, id, std::move(body)), path());
}
Result<void> SealedJournal::remove(EntryId id) {
  return named(removeEntry(*m_state, id), path());
}
Result<Entry> SealedJournal::restore(EntryId id) {
  return named(restoreEntry(*m_state, id), path());
}
Result<void> SealedJournal::removeForGood(EntryId id) {
  return named(removeEntryForGood(*m_state, id), path());
}
Result<std::vector<Entry>> SealedJournal::deleted(Reader reader) const {
  return named(deletedFor(reader, *m_state), path());
}
bool SealedJournal::anyDeleted(Reader reader) const {
  return anyDeletedFor(reader, *m_state);
}
Result<std::vector<Entry>> SealedJournal::history(EntryId id, Reader reader) const {
  return named(historyOf(*m_state, id, reader), path());
}
std::vector<Entry> SealedJournal::search(std::string_view words, Reader reader) const {
  return searchEntries(words, reader, *m_state);
}

Result<SittingId> SealedJournal::begin(VaultId lane, Begun begun) {
  return named(beginSitting(*m_state, lane, std::move(begun)), path());
}
Result<void> SealedJournal::append(SittingId sitting, VaultId lane, std::vector<SittingEvent> events,
                                   EntryChanges also) {
  return named(appendEvents(*m_state, sitting, lane, std::move(events), std::move(also)), path());
}
Result<void> SealedJournal::takeBack(SittingId sitting, PartnerId writer, const std::vector<LineId>& lines) {
  return named(takeBackLines(*m_state, sitting, writer, lines), path());
}
Result<Lanes> SealedJournal::load(SittingId sitting) const {
  return loadLanes(*m_state, sitting);
}
std::vector<SittingSummary> SealedJournal::sittings(Reader reader) const {
  return sittingsFor(reader, *m_state);
}

Result<void> SealedJournal::putDraft(VaultId vault, std::string_view place, std::string_view text) {
  return named(putDraftIn(*m_state, vault, place, text), path());
}
std::vector<std::string> SealedJournal::draftsAt(VaultId vault, std::string_view place) const {
  return draftsIn(*m_state, vault, place);
}
Result<std::string> SealedJournal::sealDraft(VaultId vault, std::string_view place, std::string_view text) const {
  return sealDraftFor(*m_state, vault, place, text);
}

Result<void> SealedJournal::takeDraft(std::string_view sealed) {
  return takeDraftIn(*m_state, sealed);
}
void SealedJournal::settleDrafts() {
  settleCarriedDrafts(*m_state);
}

std::vector<std::string> SealedJournal::waitingDrafts() const {
  return waitingDraftsOf(*m_state);
}

bool SealedJournal::ownDraftsWait() const {
  return ownDraftsWaitIn(*m_state);
}

Result<void> SealedJournal::clearDraft(VaultId vault, std::string_view place) {
  return named(clearDraftIn(*m_state, vault, place), path());
}

DoorState SealedJournal::door(VaultId vault) const {
  return doorOf(*m_state, vault);
}
Result<void> SealedJournal::unlock(PartnerId partner, const Passphrase& passphrase) {
  return named(unlockPartner(*m_state, partner, passphrase), path());
}
Result<void> SealedJournal::lookBack(PartnerId partner, const Passphrase& secret) {
  return named(lookBackAt(*m_state, partner, secret), path());
}
Result<RecoveryCode> SealedJournal::protect(PartnerId partner, const Passphrase& passphrase) {
  return named(protectPartner(*m_state, partner, passphrase), path());
}
Result<RecoveryCode> SealedJournal::recover(PartnerId partner, const Passphrase& code, const Passphrase& passphrase) {
  return named(recoverPartner(*m_state, partner, code, passphrase), path());
}
Result<RecoveryCode> SealedJournal::readmit(PartnerId forgotten, const Passphrase& passphrase) {
  return named(readmitPartner(*m_state, forgotten, passphrase), path());
}
bool SealedJournal::hasPutAside(PartnerId partner) const {
  return !m_state->keyring.asideOf(partner).empty();
}
Result<void> SealedJournal::join(const PartnerName& name) {
  return named(joinPartner(*m_state, name), path());
}
Result<Erased> SealedJournal::erase(PartnerId partner) {
  return named(eraseOwnPart(*m_state, partner), path());
}
std::vector<std::string> SealedJournal::guessableWords() const {
  return guessableWordsOf(*m_state);
}

std::vector<Partner> SealedJournal::partners() const {
  return m_state->keyring.partners();
}
Result<void> SealedJournal::change(const Partner& partner) {
  return named(changePartner(*m_state, partner), path());
}

VerifyReport SealedJournal::verify() const {
  return verifyJournal(*m_state);
}

Result<void> SealedJournal::accept(const Error& refusal) {
  if (isLeftOut(refusal)) {
    m_state->leftOut.add(refusal);
    return {};
  }
  if (m_state->backups) m_state->backups->noteOtherCopy();
  return m_state->lastSeen.accept(refusal);
}

}  // namespace footbridge::storage
