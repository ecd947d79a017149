// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/waiting.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <map>

#include "domain/came_in.h"
#include "domain/owed_code.h"
#include "storage/damaged.h"
#include "storage/payload.h"
#include "storage/recovery_code.h"
#include "storage/unproven.h"

namespace footbridge::storage {
namespace {

constexpr std::size_t kNoteHead = 1 + Key::kSize + 4;
constexpr std::size_t kNoteSide = 8 + 1;

/// None where it was sealed for other keys than these; then the slots may still lead in.
std::optional<WaitingNote> openNote(const Bytes& box, const PartnerKeys& keys) {
  if (box.size() < crypto_box_SEALBYTES) return std::nullopt;
  Bytes plain(box.size() - crypto_box_SEALBYTES);
  const PublicKey publicKey = keys.publicKey();
  if (crypto_box_seal_open(plain.data(), box.data(), box.size(), publicKey.data(), keys.boxSecret.data()) != 0)
    return std::nullopt;
  WaitingNote note;
  ByteReader reader(plain);
  const bool hasKey = reader.u8() == 1;
  auto key = reader.raw<Key::kSize>();
  if (hasKey) note.key = Key::from(key);
  wipe(key);
  for (std::uint32_t left = reader.u32(); left > 0 && !reader.isShort(); --left) {
    const auto sitting = SittingId::from(static_cast<std::int64_t>(reader.u64()));
    const Side side = reader.u8() == 0 ? Side::Mine : Side::Theirs;
    if (sitting) note.sides.emplace(*sitting, side);
  }
  wipe(plain);
  return note;
}

/// A part that a key has opened, held against the head it came with.
struct OpenedPart {
  Head head;
  Rows rows;
  Drafts drafts;
  SittingSides sides{};  ///< from its note
  bool isProven = true;  ///< by a key that its owner alone has, or had
};

/// WrongPassphrase where the head is not of these keys; Damaged where it is, and the rest does not go with it.
Result<OpenedPart> openPart(const JournalMark& mark, const WaitingPart& part, const VaultKeys& keys) {
  const auto head = openHead(keys, mark, part.vault, part.head);
  if (!head) return Error{ErrorKind::WrongPassphrase};
  const Error broken = damaged(kWaiting);
  OpenedPart opened{*head, {}, {}};
  Head found;
  for (const auto& [id, box] : part.rows) {
    const auto payload = openRecord(keys, mark, part.vault, id, box);
    auto record = payload ? parsePayload(textOf(*payload), part.vault) : Error{ErrorKind::Damaged};
    if (!record) return broken;
    toggle(found.digest, rowDigest(keys, id, box));
    opened.rows.push_back({id, std::move(record).value()});
  }
  for (const auto& [place, box] : part.drafts) {
    auto draft = openDraft(keys, mark, part.vault, place, box);
    if (!draft) return broken;
    toggle(found.draftDigest, draftDigestOf(keys, place, box));
    opened.drafts.insert_or_assign(std::move(draft->place), KeptDraft{std::move(draft->text), {}});
  }
  const bool isWhole =
      head->count == opened.rows.size() && head->digest == found.digest && head->draftDigest == found.draftDigest;
  if (!isWhole) return broken;
  return opened;
}

bool isOfOtherKeys(const Result<OpenedPart>& opened) {
  return !opened && opened.error().kind == ErrorKind::WrongPassphrase;
}

/// With the vault key of their owner.
Result<OpenedPart> openOwn(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys) {
  auto opened = openPart(mark, part, VaultKeys(keys.vault.copy()));
  if (auto note = opened ? openNote(part.note, keys) : std::nullopt) opened->sides = std::move(note->sides);
  return opened;
}

/// With the key in the note. Anybody can have sealed that for the owner, and the key may be that of a slot that was
/// open to all; so it leads to the words and says nothing of who wrote them.
Result<OpenedPart> openByNote(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys) {
  auto note = openNote(part.note, keys);
  if (!note || !note->key) return Error{ErrorKind::WrongPassphrase};
  auto opened = openPart(mark, part, VaultKeys(note->key->copy()));
  if (!opened) return opened;
  opened->sides = std::move(note->sides);
  opened->isProven = false;
  return opened;
}

using WayIn = Result<OpenedPart> (*)(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys);

/// What a passphrase, or the recovery code, leads to by these slots.
std::optional<PartnerKeys> keysBehind(const Keyring& way, PartnerId partner, std::string_view secret) {
  const auto letters = parseRecoveryCode(secret);
  auto keys = letters ? way.open(partner, SlotKind::Recovery, letters->text()) : Error{ErrorKind::WrongCode};
  if (!keys) keys = way.open(partner, SlotKind::Passphrase, secret);
  return keys ? std::optional(std::move(keys->keys)) : std::nullopt;
}

/// The parts of one owner, opened with one secret. A copy that is joined again and again leaves parts with the same
/// slots, and each of these takes up to a second to try; so what they lead to is kept until all parts have been tried.
class PartOpener {
 public:
  /// `before`: a key of theirs that is none of today's; may be null.
  PartOpener(const JournalState& state, PartnerId partner, std::string_view secret, const Key* before)
      : m_state(state), m_partner(partner), m_secret(secret), m_before(before) {}

  /// With today's keys, or with those that the secret leads to; by what a note says only where none of them does.
  [[nodiscard]] Result<OpenedPart> open(const WaitingPart& part) {
    const PartnerKeys today = m_state.personal[part.vault]->keys.copy();  // other things may go on while keys are made
    auto opened = openOwn(m_state.mark, part, today);
    if (isOfOtherKeys(opened) && m_before) opened = openPart(m_state.mark, part, VaultKeys(m_before->copy()));
    if (isOfOtherKeys(opened)) opened = openByWay(part, openOwn);
    if (isOfOtherKeys(opened)) opened = openByNote(m_state.mark, part, today);
    if (isOfOtherKeys(opened)) opened = openByWay(part, openByNote);
    if (auto note = opened ? openNote(part.note, today) : std::nullopt) opened->sides = std::move(note->sides);
    return opened;
  }

 private:
  /// By the slots that came along.
  [[nodiscard]] Result<OpenedPart> openByWay(const WaitingPart& part, WayIn wayIn) {
    const Error closed{ErrorKind::WrongPassphrase};
    auto ways = m_secret.empty() ? closed : Keyring::fromWay(m_state.mark, part.way);
    if (!ways) return closed;
    for (std::size_t at = 0; at < ways->size(); ++at) {
      const auto& keys = keysBy(part.way, at, (*ways)[at]);
      auto opened = keys ? wayIn(m_state.mark, part, *keys) : closed;
      if (!isOfOtherKeys(opened)) return opened;
    }
    return closed;
  }

  [[nodiscard]] const std::optional<PartnerKeys>& keysBy(const Bytes& ways, std::size_t at, Keyring& way) {
    const auto [known, isNew] = m_tried.try_emplace({ways, at});
    if (isNew) {
      assert(!m_state.database->inTransaction());
      way.makeKeysBy(m_state.keyring.keysMadeBy());
      known->second = keysBehind(way, m_partner, m_secret);
    }
    return known->second;
  }

  const JournalState& m_state;
  PartnerId m_partner;
  std::string_view m_secret;
  const Key* m_before;
  std::map<std::pair<Bytes, std::size_t>, std::optional<PartnerKeys>> m_tried;  ///< by the ways, and which of them
};

Result<TakenIn> settle(JournalState& state, const WaitingPart& part, const OpenedPart& opened) {
  const OpenVault& own = *state.vaults[part.vault];
  auto mine = readRows(*state.database, state.mark, part.vault, own.keys);
  if (!mine) return mine.error();
  Join join;
  if (opened.isProven) {
    PerVault<TwoCopies> copies;
    copies[part.vault] = TwoCopies{std::move(mine).value(), opened.rows};
    auto rows = unionOf(copies, opened.sides);
    if (!rows) return damaged(kWaiting);
    join.rows = std::move(rows).value();
    join.counters[part.vault] = opened.head.counter;
    join.drafts[part.vault] = unionOf(own.drafts, opened.drafts);
  } else {
    auto additions = unprovenIn(state, part.vault, {mine.value(), opened.rows}, opened.sides);
    if (!additions) return additions.error();
    join.rows = std::move(additions->rows);
    Drafts drafts = withAdded(own.drafts, opened.drafts);
    // In the same transaction as what came in, so that its owner is told, whatever happens then.
    noteCameIn(drafts, additions->things);
    join.drafts[part.vault] = std::move(drafts);
  }
  // With whatever waits under the same head, and is not whole: that is in this.
  join.also = [&part](Database& database) { return dropSame(database, part); };
  return commitJoin(state, join);
}

}  // namespace

Bytes noteFor(const PublicKey& owner, const WaitingNote& note) {
  ByteWriter bytes(kNoteHead + kNoteSide * note.sides.size());  // never moved: it begins with the key
  bytes.u8(note.key ? 1 : 0).raw(note.key ? note.key->bytes() : BytesView(Key::blank().bytes()));
  bytes.u32(static_cast<std::uint32_t>(note.sides.size()));
  for (const auto& [sitting, side] : note.sides) bytes.i64(sitting.number()).u8(static_cast<std::uint8_t>(side));
  Bytes plain = bytes.take();
  Bytes box(plain.size() + crypto_box_SEALBYTES);
  crypto_box_seal(box.data(), plain.data(), plain.size(), owner.data());
  wipe(plain);
  return box;
}

bool holdWords(const Drafts& drafts) {
  return std::ranges::any_of(drafts,
                             [](const auto& draft) { return !isOfJournal(draft.first) && !draft.second.text.empty(); });
}

bool renewNote(WaitingPart& part, const JournalMark& mark, const PartnerKeys& before, const PublicKey& owner) {
  auto note = openNote(part.note, before);
  const bool isUnderTheirKey = !isOfOtherKeys(openPart(mark, part, VaultKeys(before.vault.copy())));
  if (!note && !isUnderTheirKey) return false;
  if (!note) note.emplace();
  if (isUnderTheirKey) note->key = before.vault.copy();
  part.note = noteFor(owner, *note);
  return true;
}

void leadBy(WaitingPart& part, const JournalMark& mark, const Bytes& way) {
  const auto ways = Keyring::fromWay(mark, part.way);
  const bool isFull = ways && ways->size() >= kMostWays;
  const bool isThere = !std::ranges::search(part.way, way).empty();
  if (!isFull && !isThere) part.way.insert(part.way.end(), way.begin(), way.end());
}

Result<void> renewNotes(Database& database, const JournalMark& mark, VaultId vault, const PartnerKeys& before,
                        const PublicKey& owner) {
  auto parts = waitingIn(database, vault);
  if (!parts) return parts.error();
  for (WaitingPart& part : parts.value()) {
    if (!renewNote(part, mark, before, owner)) continue;
    auto write = database.prepare("UPDATE waiting SET note = ? WHERE id = ?");
    if (!write) return write.error();
    if (auto done = write->bind(1, BytesView(part.note)).bind(2, part.id).run(); !done) return done;
  }
  return {};
}

Result<void> checkWaiting(const JournalState& state, VaultId own) {
  auto parts = waitingIn(*state.database, own);
  if (!parts) return parts.error();
  for (const WaitingPart& part : parts.value()) {
    const PartnerKeys& keys = state.personal[own]->keys;
    auto opened = openOwn(state.mark, part, keys);
    if (isOfOtherKeys(opened)) opened = openByNote(state.mark, part, keys);
    if (!opened && !isOfOtherKeys(opened)) return opened.error();
  }
  return {};
}

Result<Settled> settleWaiting(JournalState& state, PartnerId partner, std::string_view secret, const Key* before) {
  const VaultId own = vaultOf(partner);
  Settled all;
  if (!state.vaults[own] || !state.personal[own]) return Error{ErrorKind::Locked, state.subjectOf(own)};
  auto parts = waitingIn(*state.database, own);
  if (!parts) return parts.error();
  // By their heads: what is taken in takes along all under its own.
  std::vector<Bytes> taken, closed, aside, damaged, bare;
  std::optional<Error> stopped;
  PartOpener opener(state, partner, secret, before);
  const bool isProtected = state.keyring.isProtected(partner);
  for (const WaitingPart& part : parts.value()) {
    if (std::ranges::count(taken, part.head) != 0) continue;
    const auto isAside = belongsAside(state, part);
    if (!isAside) {
      stopped = isAside.error();
      break;
    }
    if (isAside.value()) {
      aside.push_back(part.head);
      continue;
    }
    auto opened = opener.open(part);
    if (!opened) {
      (isOfOtherKeys(opened) ? closed : damaged).push_back(part.head);
      continue;
    }
    const bool wasProtected = !part.way.empty();
    if (wasProtected && !isProtected && (!opened->rows.empty() || holdWords(opened->drafts))) {
      bare.push_back(part.head);
      continue;
    }
    opened->isProven = opened->isProven || !isProtected;  // anybody can write here as well
    const auto came = settle(state, part, *opened);
    if (!came && came.error().kind == ErrorKind::Damaged) {
      damaged.push_back(part.head);
      continue;
    }
    if (!came) {
      stopped = came.error();
      break;
    }
    taken.push_back(part.head);
    addTo(all.taken, *came);
  }
  if (stopped && taken.empty()) return *stopped;
  const auto left = [&taken](std::vector<Bytes>& heads) {
    std::erase_if(heads, [&](const Bytes& head) { return std::ranges::count(taken, head) != 0; });
    return heads.size();
  };
  all.opened = taken.size();
  all.closed = left(closed);
  all.aside = left(aside);
  all.damaged = left(damaged);
  all.bare = left(bare);
  all.cutShort = stopped.has_value();
  all.taken.cutShort = all.cutShort;
  if (all.cutShort || all.closed + all.aside + all.damaged + all.bare > 0) all.taken.waiting = {partner};
  return all;
}

}  // namespace footbridge::storage
