// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/erasing.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "storage/apart.h"
#include "storage/key_change.h"
#include "storage/resealing.h"

namespace footbridge::storage {
namespace {

/// Takes out the words that are this partner's alone; what the two said together stays.
class LineEraser {
 public:
  explicit LineEraser(PartnerId gone) : m_gone(gone) {}

  /// True when there was something to take out.
  bool operator()(SittingEvent& event) const {
    if (auto* const revealed = std::get_if<Revealed>(&event)) return blankLines(*revealed);
    auto* const answered = std::get_if<Answered>(&event);
    auto* const close = answered ? std::get_if<CloseAnswer>(&answered->answer) : nullptr;
    return close && blankClose(*close);
  }

 private:
  bool blankLines(Revealed& revealed) const {
    bool found = false;
    for (OpenedLine& line : revealed.lines) {
      if (line.writer != m_gone || std::holds_alternative<std::monostate>(line.answer)) continue;
      line.answer = std::monostate{};
      found = true;
    }
    return found;
  }
  bool blankClose(CloseAnswer& close) const {
    const std::size_t place = m_gone == PartnerId::A ? 0 : 1;
    const bool found = !close.heard[place].empty() || !close.appreciated[place].empty();
    close.heard[place].clear();
    close.appreciated[place].clear();
    return found;
  }
  PartnerId m_gone;
};

/// What the sittings in *ours* were begun about.
std::unordered_set<EntryId> spokenOf(const RecordIndex& ours) {
  std::unordered_set<EntryId> ids;
  for (const std::size_t place : ours.begun()) {
    const auto* const begun = std::get_if<Begun>(&ours.eventAt(place).event);
    if (begun && begun->about) ids.insert(*begun->about);
  }
  return ids;
}

/// Chooses what stays in *ours* of each entry when this partner's part goes.
class PartEraser {
 public:
  PartEraser(PartnerId gone, const RecordIndex& ours) : m_gone(gone), m_spokenOf(spokenOf(ours)) {}

  /// None: all of it stays.
  std::vector<Record> operator()(const Kept& kept) const {
    Record next = kept.newest;
    if (auto* const event = std::get_if<LaneEvent>(&next.entry.body); event && !next.gone)
      return LineEraser(m_gone)(event->event) ? std::vector{std::move(next)} : std::vector<Record>();
    const bool isOfOther = next.entry.author && next.entry.author != m_gone;
    if (next.forGood || isOfOther || isWhole(kept)) return {};
    if (next.gone || (next.entry.author && !isOfBoth(next))) return {erased(std::move(next))};
    return newestOf(kept);
  }

 private:
  /// Nobody's from the first, and never gone on with: there is no earlier wording under it, nor a name.
  [[nodiscard]] bool isWhole(const Kept& kept) const {
    const Entry& entry = kept.newest.entry;
    const auto* const viewing = std::get_if<Viewing>(&entry.body);
    const bool isNamed = viewing && viewing->suggestedBy == m_gone;
    return !kept.newest.gone && !entry.author && entry.revision == 1 && kept.beside.empty() && !isNamed;
  }
  /// What the other went on with stays as it is now, and not as it was begun. Of two that a merge left side by side
  /// nobody has chosen yet, so both stay.
  [[nodiscard]] std::vector<Record> newestOf(const Kept& kept) const {
    std::vector<Record> newest;
    newest.reserve(kept.beside.size() + 1);
    for (const Record& other : kept.beside) newest.push_back(ofNobody(other));
    newest.push_back(ofNobody(kept.newest));
    return newest;
  }
  /// Who typed it in does not matter: the two agreed on it, watched it or talked about it.
  [[nodiscard]] bool isOfBoth(const Record& record) const {
    if (record.gone) return false;
    if (std::holds_alternative<Agreement>(record.entry.body)) return true;
    const auto* const viewing = std::get_if<Viewing>(&record.entry.body);
    return viewing && (viewing->seen || !viewing->talks.empty() || m_spokenOf.contains(record.entry.id));
  }
  [[nodiscard]] Record ofNobody(Record record) const {
    record.entry.author.reset();
    auto* const viewing = std::get_if<Viewing>(&record.entry.body);
    if (viewing && viewing->suggestedBy == m_gone) viewing->suggestedBy.reset();
    return record;
  }
  static Record erased(Record record) {
    record.entry.body = Note{};
    record.gone = record.forGood = true;
    return record;
  }

  PartnerId m_gone;
  std::unordered_set<EntryId> m_spokenOf;
};

Result<void> writeOurs(Database& database, const JournalState& state, const KeyChange& change, PartnerId gone) {
  const OpenVault& before = *state.vaults[VaultId::Ours];
  const VaultKeys& keys = *change.keys[VaultId::Ours];
  Head head = emptied(before.head);
  const RowMove move{before, VaultId::Ours, VaultId::Ours, keys, PartEraser(gone, before.records)};
  if (auto done = moveRows(database, state.mark, move, head); !done) return done;
  // Whose half-written words these are, nobody can tell.
  if (auto done = putDrafts(database, state.mark, VaultId::Ours, keys, {}, head); !done) return done;
  head.publicKeys[placeInHead(gone)] = {};
  if (auto done = countApart(database, keys, VaultId::Ours, head); !done) return done;
  return writeHead(database, state.mark, keys, VaultId::Ours, head);
}

/// What lies in no vault any more, and what waits for somebody who has gone.
Result<void> dropOwnerless(Database& database) {
  const std::string gone = " WHERE vault NOT IN (SELECT id FROM vault)";
  for (const char* table : {"rec", "draft", "head", "slot"}) {
    if (auto done = database.run("DELETE FROM " + std::string(table) + gone); !done) return done;
  }
  const std::string parts = " WHERE part IN (SELECT id FROM waiting" + gone + ")";
  return database.run("DELETE FROM waiting_row" + parts + "; DELETE FROM waiting_draft" + parts +
                      "; DELETE FROM waiting" + gone);
}

Result<void> mayErase(const JournalState& state, PartnerId partner) {
  if (!state.keyring.find(partner)) return Error{ErrorKind::NotFound, nameOf(vaultOf(partner))};
  if (!state.hasTwo()) return Error{ErrorKind::NotAllowed, "alone"};
  if (auto may = state.mayWrite(vaultOf(partner)); !may) return may;
  return state.mayWrite(VaultId::Ours);
}

Result<std::string> partnerNameIn(Database& database, PartnerId partner) {
  auto read = database.prepare("SELECT name FROM partner WHERE id = ?");
  if (!read) return read.error();
  read->bind(1, static_cast<std::int64_t>(partner));
  const auto found = read->step();
  if (!found) return found.error();
  return found.value() ? std::string(read->text(0)) : std::string();
}

/// In use or put aside.
Result<std::set<std::int64_t>> rowsOf(Database& database, PartnerId partner) {
  auto read = database.prepare("SELECT id FROM rec WHERE vault IN (SELECT id FROM vault WHERE owner = ?)");
  if (!read) return read.error();
  read->bind(1, static_cast<std::int64_t>(partner));
  std::set<std::int64_t> rows;
  for (;;) {
    const auto found = read->step();
    if (!found) return found.error();
    if (!found.value()) return rows;
    rows.insert(read->number(0));
  }
}

}  // namespace

Result<Erased> eraseOwnPart(JournalState& state, PartnerId partner) {
  if (auto may = mayErase(state, partner); !may) return may.error();
  const VaultId left = vaultOf(otherOf(partner));
  KeyChange change(state);
  change.dropsDraftsOfOurs = true;
  change.keyring.dropPartner(partner);
  change.personal[vaultOf(partner)].reset();
  if (auto done = change.giveShared(state, Key::random()); !done) return done.error();
  const auto write = [&](Database& database) {
    auto written = dropOwnerless(database);
    return written ? writeOurs(database, state, change, partner) : written;
  };
  // The backups first: as long as the part is in the journal, its owner can do this again. But what the journal cannot
  // take must be known before.
  if (state.backups) {
    if (auto done = change.tryOut(state, write); !done) return done.error();
  }
  auto erased = state.backups ? state.backups->erase(partner) : Erased{};
  if (!erased) return erased;
  auto done = change.commit(state, write);
  // Whoever is left opens *ours* with their own passphrase from now on.
  if (done && !state.personal[left]) state.vaults[VaultId::Ours].reset();
  if (!done) return state.backups ? halfErased(done.error()) : done.error();
  return erased;
}

Error halfErased(Error cause) {
  cause.detail = kHalfErased;
  return cause;
}

Result<void> erasePartner(Database& database, PartnerId partner) {
  const std::string id = std::to_string(static_cast<int>(partner));
  auto present = database.number("SELECT count(*) FROM partner WHERE id = " + id);
  if (!present) return present.error();
  auto others = database.number("SELECT count(*) FROM partner WHERE id <> " + id);
  if (!others) return others.error();
  if (present.value() == 0) return Error{ErrorKind::NotFound, nameOf(vaultOf(partner))};
  if (others.value() == 0) return Error{ErrorKind::NotAllowed, "alone"};
  if (auto done = database.run("DELETE FROM vault WHERE owner = " + id + "; DELETE FROM partner WHERE id = " + id);
      !done)
    return done;
  if (auto done = dropOwnerless(database); !done) return done;
  return database.run("DELETE FROM slot WHERE vault = 3 AND EXISTS (SELECT 1 FROM slot WHERE vault < 3 AND kind = 2)");
}

Result<bool> isSomebodyElse(Database& here, Database& there, PartnerId partner) {
  const auto name = partnerNameIn(here, partner);
  const auto other = partnerNameIn(there, partner);
  if (!name) return name.error();
  if (!other) return other.error();
  if (name.value() == other.value()) return false;
  const auto rows = rowsOf(here, partner);
  const auto others = rowsOf(there, partner);
  if (!rows) return rows.error();
  if (!others) return others.error();
  const auto isShared = [&rows](std::int64_t row) { return rows->contains(row); };
  return !others->empty() && std::ranges::none_of(*others, isShared);
}

}  // namespace footbridge::storage
