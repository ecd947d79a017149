// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/waiting.h"

#include <sodium.h>

#include <algorithm>
#include <map>

#include "storage/payload.h"
#include "storage/recovery_code.h"

namespace footbridge::storage {
namespace {

constexpr std::size_t kNoteHead = 1 + Key::kSize + 4;
constexpr std::size_t kNoteSide = 8 + 1;

Bytes copyOf(BytesView bytes) {
  return {bytes.begin(), bytes.end()};
}

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

template <typename First>
Result<std::vector<std::pair<First, Bytes>>> pairsIn(Database& database, std::string_view sql, std::int64_t bound) {
  auto read = database.prepare(sql);
  if (!read) return read.error();
  read->bind(1, bound);
  std::vector<std::pair<First, Bytes>> pairs;
  for (;;) {
    auto row = read->step();
    if (!row) return row.error();
    if (!row.value()) return pairs;
    if constexpr (std::is_same_v<First, Bytes>)
      pairs.emplace_back(copyOf(read->blob(0)), copyOf(read->blob(1)));
    else
      pairs.emplace_back(read->number(0), copyOf(read->blob(1)));
  }
}

Result<Bytes> headIn(Database& database, VaultId vault, std::int64_t number) {
  auto read = database.prepare("SELECT box FROM head WHERE vault = ?");
  if (!read) return read.error();
  auto row = read->bind(1, number).step();
  if (!row) return row.error();
  if (!row.value()) return Error{ErrorKind::Damaged, {}, nameOf(vault), "no head"};
  return copyOf(read->blob(0));
}

Result<void> fill(Database& database, WaitingPart& part, std::string_view rowSql, std::string_view draftSql,
                  std::int64_t bound) {
  auto rows = pairsIn<std::int64_t>(database, rowSql, bound);
  if (!rows) return rows.error();
  auto drafts = pairsIn<Bytes>(database, draftSql, bound);
  if (!drafts) return drafts.error();
  part.rows = std::move(rows).value();
  part.drafts = std::move(drafts).value();
  return {};
}

Result<void> fillFromVault(Database& database, WaitingPart& part, std::int64_t number) {
  return fill(database, part, "SELECT id, box FROM rec WHERE vault = ? ORDER BY id",
              "SELECT place, box FROM draft WHERE vault = ? ORDER BY place", number);
}

/// A part that a key has opened, held against the head it came with.
struct OpenedPart {
  Head head;
  Rows rows;
  Drafts drafts;
  SittingSides sides{};  ///< from its note
};

/// WrongPassphrase where the head is not of these keys; Damaged where it is, and the rest does not go with it.
Result<OpenedPart> openPart(const JournalMark& mark, const WaitingPart& part, const VaultKeys& keys) {
  const auto head = openHead(keys, mark, part.vault, part.head);
  if (!head) return Error{ErrorKind::WrongPassphrase};
  const Error damaged{ErrorKind::Damaged, {}, {}, kWaiting};
  OpenedPart opened{*head, {}, {}};
  Head found;
  for (const auto& [id, box] : part.rows) {
    const auto payload = openRecord(keys, mark, part.vault, id, box);
    auto record = payload ? parsePayload(textOf(*payload), part.vault) : Error{ErrorKind::Damaged};
    if (!record) return damaged;
    toggle(found.digest, rowDigest(keys, id, box));
    opened.rows.push_back({id, std::move(record).value()});
  }
  for (const auto& [place, box] : part.drafts) {
    auto draft = openDraft(keys, mark, part.vault, place, box);
    if (!draft) return damaged;
    toggle(found.draftDigest, draftDigestOf(keys, place, box));
    opened.drafts.insert_or_assign(std::move(draft->place), KeptDraft{std::move(draft->text), {}});
  }
  const bool isWhole =
      head->count == opened.rows.size() && head->digest == found.digest && head->draftDigest == found.draftDigest;
  if (!isWhole) return damaged;
  return opened;
}

bool isOfOtherKeys(const Result<OpenedPart>& opened) {
  return !opened && opened.error().kind == ErrorKind::WrongPassphrase;
}

/// With the vault key of their owner, or with the one in the note where that was sealed for them.
Result<OpenedPart> openWith(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys) {
  const auto note = openNote(part.note, keys);
  auto opened = openPart(mark, part, VaultKeys(keys.vault.copy()));
  if (isOfOtherKeys(opened) && note && note->key) opened = openPart(mark, part, VaultKeys(note->key->copy()));
  if (opened && note) opened->sides = note->sides;
  return opened;
}

/// What a passphrase, or the recovery code, leads to by these slots.
std::optional<PartnerKeys> keysBehind(const Keyring& way, PartnerId partner, std::string_view secret) {
  const auto letters = parseRecoveryCode(secret);
  auto keys = letters ? way.open(partner, SlotKind::Recovery, letters->text()) : Error{ErrorKind::WrongCode};
  if (!keys) keys = way.open(partner, SlotKind::Passphrase, secret);
  return keys ? std::optional(std::move(keys->keys)) : std::nullopt;
}

/// By the slots that came along.
Result<OpenedPart> openByWay(const JournalMark& mark, PartnerId partner, const WaitingPart& part,
                             std::string_view secret) {
  const Error closed{ErrorKind::WrongPassphrase};
  const auto ways = secret.empty() ? closed : Keyring::fromWay(mark, part.way);
  if (!ways) return closed;
  for (const Keyring& way : *ways) {
    const auto keys = keysBehind(way, partner, secret);
    auto opened = keys ? openWith(mark, part, *keys) : closed;
    if (!isOfOtherKeys(opened)) return opened;
  }
  return closed;
}

/// With today's keys, or with those that the secret leads to.
Result<OpenedPart> openAnyWay(const JournalState& state, PartnerId partner, const WaitingPart& part,
                              std::string_view secret) {
  const PartnerKeys& today = state.personal[part.vault]->keys;
  auto opened = openWith(state.mark, part, today);
  if (!isOfOtherKeys(opened)) return opened;
  opened = openByWay(state.mark, partner, part, secret);
  const auto note = opened ? openNote(part.note, today) : std::nullopt;
  if (note) opened->sides = note->sides;
  return opened;
}

Result<void> dropPart(Database& database, std::int64_t id) {
  for (const char* sql : {"DELETE FROM waiting WHERE id = ?", "DELETE FROM waiting_row WHERE part = ?",
                          "DELETE FROM waiting_draft WHERE part = ?"}) {
    auto drop = database.prepare(sql);
    if (!drop) return drop.error();
    if (auto done = drop->bind(1, id).run(); !done) return done;
  }
  return {};
}

Result<TakenIn> settle(JournalState& state, const WaitingPart& part, const OpenedPart& opened) {
  const OpenVault& own = *state.vaults[part.vault];
  auto mine = readRows(*state.database, state.mark, part.vault, own.keys);
  if (!mine) return mine.error();
  PerVault<TwoCopies> copies;
  copies[part.vault] = TwoCopies{std::move(mine).value(), opened.rows};
  Join join;
  join.rows = unionOf(copies, opened.sides);
  join.counters[part.vault] = opened.head.counter;
  join.drafts[part.vault] = unionOf(own.drafts, opened.drafts);
  join.also = [&part](Database& database) { return dropPart(database, part.id); };
  if (auto done = commitJoin(state, join); !done) return done.error();
  return TakenIn{join.rows.added, join.rows.conflicts, join.rows.aside, {}, {}};
}

}  // namespace

Result<WaitingPart> partFrom(JournalFile& other, VaultId vault, std::int64_t number) {
  auto head = headIn(*other.database, vault, number);
  if (!head) return head.error();
  WaitingPart part{.id = randomId(),
                   .vault = vault,
                   .head = std::move(head).value(),
                   .way = other.keyring.wayTo(number),
                   .note = {},
                   .rows = {},
                   .drafts = {}};
  if (auto done = fillFromVault(*other.database, part, number); !done) return done.error();
  return part;
}

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

Result<std::vector<WaitingPart>> waitingIn(Database& database, VaultId vault) {
  auto read = database.prepare("SELECT id, head, way, note FROM waiting WHERE vault = ? ORDER BY id");
  if (!read) return read.error();
  read->bind(1, numberOf(vault));
  std::vector<WaitingPart> parts;
  for (;;) {
    auto row = read->step();
    if (!row) return row.error();
    if (!row.value()) break;
    parts.push_back({.id = read->number(0),
                     .vault = vault,
                     .head = copyOf(read->blob(1)),
                     .way = copyOf(read->blob(2)),
                     .note = copyOf(read->blob(3)),
                     .rows = {},
                     .drafts = {}});
  }
  for (WaitingPart& part : parts) {
    auto done = fill(database, part, "SELECT id, box FROM waiting_row WHERE part = ? ORDER BY id",
                     "SELECT place, box FROM waiting_draft WHERE part = ? ORDER BY place", part.id);
    if (!done) return done.error();
  }
  return parts;
}

Result<void> putWaiting(Database& database, const WaitingPart& part) {
  auto same = database.prepare("SELECT id FROM waiting WHERE id = ? OR (vault = ? AND head = ?)");
  if (!same) return same.error();
  auto found = same->bind(1, part.id).bind(2, numberOf(part.vault)).bind(3, BytesView(part.head)).step();
  if (!found) return found.error();
  if (found.value()) {
    auto lead = database.prepare("UPDATE waiting SET way = ? WHERE id = ? AND length(way) = 0");
    if (!lead) return lead.error();
    return lead->bind(1, BytesView(part.way)).bind(2, same->number(0)).run();
  }
  auto write = database.prepare("INSERT INTO waiting (id, vault, head, way, note) VALUES (?, ?, ?, ?, ?)");
  if (!write) return write.error();
  write->bind(1, part.id).bind(2, numberOf(part.vault)).bind(3, BytesView(part.head));
  if (auto done = write->bind(4, BytesView(part.way)).bind(5, BytesView(part.note)).run(); !done) return done;
  auto row = database.prepare("INSERT INTO waiting_row (part, id, box) VALUES (?, ?, ?)");
  if (!row) return row.error();
  for (const auto& [id, box] : part.rows) {
    if (auto done = row->bind(1, part.id).bind(2, id).bind(3, BytesView(box)).run(); !done) return done;
  }
  auto draft = database.prepare("INSERT INTO waiting_draft (part, place, box) VALUES (?, ?, ?)");
  if (!draft) return draft.error();
  for (const auto& [place, box] : part.drafts) {
    if (auto done = draft->bind(1, part.id).bind(2, BytesView(place)).bind(3, BytesView(box)).run(); !done) return done;
  }
  return {};
}

Result<void> dropSame(Database& database, const WaitingPart& part) {
  auto find = database.prepare("SELECT id FROM waiting WHERE vault = ? AND head = ?");
  if (!find) return find.error();
  auto found = find->bind(1, numberOf(part.vault)).bind(2, BytesView(part.head)).step();
  if (!found) return found.error();
  return found.value() ? dropPart(database, find->number(0)) : Result<void>();
}

Result<bool> isHereAlready(const JournalState& state, const WaitingPart& part) {
  std::vector<std::int64_t> numbers{numberOf(part.vault)};
  for (const AsideVault& aside : state.keyring.asideOf(*ownerOf(part.vault))) numbers.push_back(aside.number);
  for (const std::int64_t number : numbers) {
    WaitingPart here;
    if (auto done = fillFromVault(*state.database, here, number); !done) return done.error();
    if (std::ranges::includes(here.rows, part.rows) && std::ranges::includes(here.drafts, part.drafts)) return true;
  }
  return false;
}

Result<bool> belongsAside(const JournalState& state, const WaitingPart& part) {
  if (state.keyring.asideOf(*ownerOf(part.vault)).empty()) return false;
  const auto ways = Keyring::fromWay(state.mark, part.way);
  // Only the first are those of the vault itself.
  if (ways && !ways->empty() && state.keyring.leadsAside(ways->front())) return true;
  auto find = state.database->prepare("SELECT count(*) FROM rec WHERE id = ? AND vault >= ?");
  if (!find) return find.error();
  for (const auto& [id, box] : part.rows) {
    auto found = find->bind(1, id).bind(2, kFirstAside).step();
    if (!found) return found.error();
    if (find->number(0) > 0) return true;
    if (auto done = find->run(); !done) return done.error();
  }
  return false;
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
    const auto opened = openWith(state.mark, part, state.personal[own]->keys);
    if (!opened && !isOfOtherKeys(opened)) return opened.error();
  }
  return {};
}

Result<void> checkNothingStray(Database& database) {
  for (const char* sql : {"SELECT count(*) FROM waiting_row WHERE part NOT IN (SELECT id FROM waiting)",
                          "SELECT count(*) FROM waiting_draft WHERE part NOT IN (SELECT id FROM waiting)"}) {
    const auto stray = database.number(sql);
    if (!stray) return stray.error();
    if (stray.value() > 0) return Error{ErrorKind::Damaged, {}, {}, kWaiting};
  }
  return {};
}

Result<Settled> settleWaiting(JournalState& state, PartnerId partner, std::string_view secret) {
  const VaultId own = vaultOf(partner);
  Settled all;
  if (!state.vaults[own] || !state.personal[own]) return Error{ErrorKind::Locked, state.subjectOf(own)};
  auto parts = waitingIn(*state.database, own);
  if (!parts) return parts.error();
  for (const WaitingPart& part : parts.value()) {
    const auto isAside = belongsAside(state, part);
    if (!isAside) return isAside.error();
    if (isAside.value()) {
      ++all.aside;
      continue;
    }
    const auto opened = openAnyWay(state, partner, part, secret);
    if (!opened) {
      ++(isOfOtherKeys(opened) ? all.closed : all.damaged);
      continue;
    }
    const auto taken = settle(state, part, *opened);
    if (!taken) return taken.error();
    ++all.opened;
    all.taken.added += taken->added;
    all.taken.conflicts += taken->conflicts;
    all.taken.aside += taken->aside;
  }
  if (all.closed + all.aside + all.damaged > 0) all.taken.waiting = {partner};
  return all;
}

}  // namespace footbridge::storage
