// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/memory_journal.h"

#include <algorithm>

namespace footbridge::fakes {

MemoryJournal::MemoryJournal(Partner a, std::optional<Partner> b) : m_a(std::move(a)), m_b(std::move(b)) {}

Result<void> MemoryJournal::write(VaultId vault) {
  if (refuses) return Error{.kind = *refuses};
  if (door(vault) == DoorState::Locked) return Error{.kind = ErrorKind::Locked};
  ++writes;
  return {};
}

Entry MemoryJournal::newEntry(VaultId vault, std::optional<PartnerId> author, EntryBody body) {
  Entry entry{*EntryId::from(++m_next), 1, vault, author, {}, {}, std::move(body)};
  kept.insert(kept.begin(), entry);
  return entry;
}

std::vector<Entry> MemoryJournal::entries(Reader reader) const {
  std::vector<Entry> seen;
  std::copy_if(kept.begin(), kept.end(), std::back_inserter(seen), [&](const Entry& entry) {
    return mayRead(reader, entry.vault) && door(entry.vault) != DoorState::Locked;
  });
  return seen;
}

std::optional<Entry> MemoryJournal::find(EntryId id, Reader reader) const {
  for (const Entry& entry : entries(reader)) {
    if (entry.id == id) return entry;
  }
  return std::nullopt;
}

Result<Entry> MemoryJournal::add(VaultId vault, std::optional<PartnerId> author, EntryBody body) {
  if (auto fine = write(vault); !fine) return fine.error();
  return newEntry(vault, author, std::move(body));
}

Result<std::vector<Entry>> MemoryJournal::addAll(VaultId vault, std::optional<PartnerId> author,
                                                 std::vector<EntryBody> bodies) {
  if (auto fine = write(vault); !fine) return fine.error();
  std::vector<Entry> added;
  added.reserve(bodies.size());
  for (EntryBody& body : bodies) added.push_back(newEntry(vault, author, std::move(body)));
  return added;
}

Result<Entry> MemoryJournal::revise(EntryId id, EntryBody body) {
  for (Entry& entry : kept) {
    if (entry.id != id) continue;
    if (auto fine = write(entry.vault); !fine) return fine.error();
    m_revisions.push_back(entry);
    entry.body = std::move(body);
    ++entry.revision;
    return entry;
  }
  return Error{.kind = ErrorKind::NotFound};
}

Result<void> MemoryJournal::remove(EntryId id) {
  if (refuses) return Error{.kind = *refuses};
  for (const Entry& entry : kept) {
    if (entry.id == id) m_removed.push_back(entry);
  }
  std::erase_if(kept, [&](const Entry& entry) { return entry.id == id; });
  return {};
}

Result<Entry> MemoryJournal::restore(EntryId id) {
  const auto found = std::find_if(m_removed.begin(), m_removed.end(), [&](const Entry& one) { return one.id == id; });
  if (found == m_removed.end()) return Error{.kind = ErrorKind::NotAllowed};
  if (auto fine = write(found->vault); !fine) return fine.error();
  Entry entry = *found;
  entry.revision += 2;
  m_removed.erase(found);
  kept.insert(kept.begin(), entry);
  return entry;
}

Result<void> MemoryJournal::removeForGood(EntryId id) {
  if (auto done = remove(id); !done) return done;
  std::erase_if(m_removed, [&](const Entry& one) { return one.id == id; });
  std::erase_if(m_revisions, [&](const Entry& one) { return one.id == id; });
  return {};
}

Result<std::vector<Entry>> MemoryJournal::deleted(Reader reader) const {
  std::vector<Entry> gone;
  std::copy_if(m_removed.rbegin(), m_removed.rend(), std::back_inserter(gone), [&](const Entry& entry) {
    const bool isLineOfOne = entry.vault == VaultId::Ours && entry.author && std::holds_alternative<Note>(entry.body);
    return mayRead(reader, entry.vault) && door(entry.vault) != DoorState::Locked &&
           (!isLineOfOne || partnerOf(reader) == entry.author);
  });
  return gone;
}

Result<std::vector<Entry>> MemoryJournal::history(EntryId id, Reader reader) const {
  const auto newest = find(id, reader);
  if (!newest) return Error{.kind = ErrorKind::NotFound};
  std::vector<Entry> revisions{*newest};
  for (auto one = m_revisions.rbegin(); one != m_revisions.rend(); ++one) {
    if (one->id == id) revisions.push_back(*one);
  }
  return revisions;
}

std::vector<Entry> MemoryJournal::search(std::string_view, Reader) const {
  return {};
}

Result<SittingId> MemoryJournal::begin(VaultId lane, Begun begun) {
  if (auto fine = write(lane); !fine) return fine.error();
  const SittingId id = *SittingId::from(++m_next);
  m_sittings.insert(m_sittings.begin(), Kept{id, begun, lane, {{lane, {begun}}}});
  return id;
}

const MemoryJournal::Kept* MemoryJournal::findSitting(SittingId id) const {
  const auto found = std::find_if(m_sittings.begin(), m_sittings.end(), [&](const Kept& one) { return one.id == id; });
  return found == m_sittings.end() ? nullptr : &*found;
}

Result<void> MemoryJournal::append(SittingId sitting, VaultId lane, std::vector<SittingEvent> events,
                                   EntryChanges also) {
  if (auto fine = write(lane); !fine) return fine;
  const auto isHere = [this](EntryId id) { return std::ranges::count(kept, id, &Entry::id) == 1; };
  const bool allHere = std::ranges::all_of(also.removed, isHere) &&
                       std::ranges::all_of(also.revised, [&](const auto& change) { return isHere(change.first); });
  if (!allHere) return Error{.kind = ErrorKind::NotFound};
  for (Kept& one : m_sittings) {
    if (one.id != sitting) continue;
    auto& into = one.lanes[lane];
    into.insert(into.end(), events.begin(), events.end());
    for (EntryBody& body : also.added) newEntry(one.begunIn, std::nullopt, std::move(body));
    for (auto& [id, body] : also.revised) static_cast<void>(MemoryJournal::revise(id, std::move(body)));
    for (const EntryId id : also.removed) static_cast<void>(MemoryJournal::remove(id));
    return {};
  }
  return Error{.kind = ErrorKind::NotFound};
}

Result<void> MemoryJournal::takeBack(SittingId sitting, PartnerId writer, const std::vector<LineId>& lines) {
  if (auto fine = write(vaultOf(writer)); !fine) return fine;
  for (Kept& one : m_sittings) {
    if (one.id != sitting) continue;
    bool found = false;
    for (SittingEvent& event : one.lanes[VaultId::Ours]) {
      auto* const revealed = std::get_if<Revealed>(&event);
      if (revealed == nullptr) continue;
      for (OpenedLine& opened : revealed->lines) {
        if (opened.writer != writer || std::ranges::count(lines, opened.line) == 0) continue;
        found |= !std::holds_alternative<std::monostate>(opened.answer);
        opened.answer = std::monostate{};
      }
    }
    if (found) return {};
  }
  return Error{.kind = ErrorKind::NotFound};
}

std::optional<std::vector<SittingEvent>> MemoryJournal::lane(const Kept& sitting, VaultId vault) const {
  if (door(vault) == DoorState::Locked) return std::nullopt;
  const auto found = sitting.lanes.find(vault);
  std::vector<SittingEvent> events;
  const auto look = vault == VaultId::A   ? sitting.begun.lookOfA
                    : vault == VaultId::B ? sitting.begun.lookOfB
                                          : std::nullopt;
  const Kept* earlier = look ? findSitting(*look) : nullptr;
  if (earlier != nullptr) events = earlier->lanes.at(vault);
  if (found != sitting.lanes.end()) events.insert(events.end(), found->second.begin(), found->second.end());
  return events;
}

Result<Lanes> MemoryJournal::load(SittingId sitting) const {
  const Kept* one = findSitting(sitting);
  if (one == nullptr) return Error{.kind = ErrorKind::NotFound};
  return Lanes{lane(*one, VaultId::A), lane(*one, VaultId::B), lane(*one, VaultId::Ours)};
}

std::vector<SittingSummary> MemoryJournal::sittings(Reader reader) const {
  std::vector<SittingSummary> seen;
  for (const Kept& one : m_sittings) {
    if (!mayRead(reader, one.begunIn)) continue;
    Lanes lanes = *load(one.id);
    if (!mayRead(reader, VaultId::A)) lanes.a.reset();
    if (!mayRead(reader, VaultId::B)) lanes.b.reset();
    seen.push_back({.id = one.id, .begun = one.begun, .begunIn = one.begunIn, .lanes = std::move(lanes)});
  }
  return seen;
}

Result<void> MemoryJournal::putDraft(VaultId vault, std::string_view place, std::string_view text) {
  if (auto fine = write(vault); !fine) return fine;
  drafts[{vault, std::string(place)}] = std::string(text);
  draftsBeside.erase({vault, std::string(place)});
  return {};
}

std::vector<std::string> MemoryJournal::draftsAt(VaultId vault, std::string_view place) const {
  std::vector<std::string> all;
  const std::pair at(vault, std::string(place));
  if (const auto first = drafts.find(at); first != drafts.end()) all.push_back(first->second);
  if (const auto beside = draftsBeside.find(at); beside != draftsBeside.end()) all.push_back(beside->second);
  return all;
}

Result<void> MemoryJournal::clearDraft(VaultId vault, std::string_view place) {
  if (refuses) return Error{.kind = *refuses};
  drafts.erase({vault, std::string(place)});
  draftsBeside.erase({vault, std::string(place)});
  return {};
}

// Nothing is sealed here: the three parts stand one after another, parted by a character that no text has.
Result<std::string> MemoryJournal::sealDraft(VaultId vault, std::string_view place, std::string_view text) const {
  return std::to_string(static_cast<int>(vault)) + std::string(place) + '\0' + std::string(text);
}

Result<void> MemoryJournal::takeDraft(std::string_view sealed) {
  const std::size_t end = sealed.find('\0');
  if (end == std::string_view::npos) return Error{.kind = ErrorKind::Damaged};
  const auto vault = static_cast<VaultId>(sealed.front() - '0');
  drafts[{vault, std::string(sealed.substr(1, end - 1))}] = std::string(sealed.substr(end + 1));
  return {};
}

DoorState MemoryJournal::door(VaultId vault) const {
  if (vault == VaultId::Ours) return DoorState::Open;
  return doors[vault == VaultId::A ? 0 : 1];
}

Result<void> MemoryJournal::unlock(PartnerId partner, const Passphrase&) {
  doors[partner == PartnerId::A ? 0 : 1] = DoorState::Unlocked;
  return {};
}

Result<RecoveryCode> MemoryJournal::protect(PartnerId, const Passphrase&) {
  return Error{.kind = ErrorKind::NotAllowed};
}

Result<RecoveryCode> MemoryJournal::recover(PartnerId, const Passphrase&, const Passphrase&) {
  return Error{.kind = ErrorKind::NotAllowed};
}

Result<RecoveryCode> MemoryJournal::readmit(PartnerId, const Passphrase&) {
  return Error{.kind = ErrorKind::NotAllowed};
}

Result<void> MemoryJournal::join(const PartnerName& name) {
  if (m_b) return Error{.kind = ErrorKind::NotAllowed};
  m_b = Partner{PartnerId::B, name, PartnerColour::Lagoon};
  return {};
}

Result<Erased> MemoryJournal::erase(PartnerId partner) {
  if (!m_b || partner != PartnerId::B) return Error{.kind = ErrorKind::NotAllowed};
  m_b.reset();
  std::erase_if(kept, [](const Entry& entry) { return entry.author == PartnerId::B; });
  return Erased{};
}

std::vector<Partner> MemoryJournal::partners() const {
  std::vector<Partner> two{m_a};
  if (m_b) two.push_back(*m_b);
  return two;
}

Result<void> MemoryJournal::change(const Partner& partner) {
  if (partner.id == PartnerId::A) m_a = partner;
  if (partner.id == PartnerId::B) m_b = partner;
  return {};
}

Result<std::shared_ptr<const Exercise>> ListCatalog::exercise(const ExerciseId& id) {
  if (look && look->id == id) return std::make_shared<const Exercise>(*look);
  for (const Exercise& one : all) {
    if (one.id == id) return std::make_shared<const Exercise>(one);
  }
  return Error{.kind = ErrorKind::NotFound};
}

Result<std::shared_ptr<const Exercise>> ListCatalog::weeklyLook() {
  if (!look) return Error{.kind = ErrorKind::NotFound};
  return std::make_shared<const Exercise>(*look);
}

}  // namespace footbridge::fakes
