// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/importing.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "storage/counting.h"
#include "storage/import_people.h"
#include "storage/joining.h"

namespace footbridge::storage {
namespace {

Error badEntry(const RecordIndex::Row& row, const char* rule) {
  return Error{ErrorKind::BadImport, {}, "entry " + std::to_string(row.record.entry.id.number()), rule};
}

/// What lines of a close are left without when their writer takes out their part.
void emptyClose(Record& record, const Record& other) {
  const auto closeOf = [](auto& each) {
    auto* const lane = std::get_if<LaneEvent>(&each.entry.body);
    auto* const answered = lane ? std::get_if<Answered>(&lane->event) : nullptr;
    return answered ? std::get_if<CloseAnswer>(&answered->answer) : nullptr;
  };
  auto* const close = closeOf(record);
  const auto* const less = closeOf(other);
  for (std::size_t place = 0; close && less && place < less->heard.size(); ++place) {
    if (!less->heard[place].empty() || !less->appreciated[place].empty()) continue;
    close->heard[place].clear();
    close->appreciated[place].clear();
  }
}

/// The same moment of a sitting, but for lines that were taken out of either.
bool isSameMoment(Record one, Record other) {
  takeOut(one, other);
  takeOut(other, one);
  emptyClose(one, other);
  emptyClose(other, one);
  return one.entry.body == other.entry.body;
}

/// May be a revision of what is here. What both have a hand in is nobody's from then on, and so is what is left of
/// somebody who went; nothing else becomes another's.
bool isSameThing(const Record& here, const Record& other) {
  const bool isSameKind =
      here.gone || other.gone ? isEvent(here) == isEvent(other) : here.entry.body.index() == other.entry.body.index();
  const auto &author = here.entry.author, &otherAuthor = other.entry.author;
  const bool isSameWriter = author == otherAuthor || !author || !otherAuthor;
  return isSameKind && isSameWriter && here.entry.made == other.entry.made;
}

/// One import on its way into an open journal.
class Importing {
 public:
  Importing(JournalState& state, ImportedExport imported) : m_state(state), m_imported(std::move(imported)) {}

  [[nodiscard]] Result<void> check(Reader reader) {
    auto renamed = fitPeople(m_state, m_imported);
    if (!renamed) return renamed.error();
    m_renamed = std::move(renamed).value();
    for (const RecordIndex::Row& row : m_imported.rows) {
      const VaultId vault = row.record.entry.vault;
      if (!mayRead(reader, vault)) return Error{ErrorKind::NotAllowed, {}, {}, "own part"};
      if (vault == VaultId::Ours && !m_state.hasTwo() && m_imported.partners.size() != 1)
        return Error{ErrorKind::NotAllowed, nameOf(vault), {}, "alone"};
      if (auto may = m_state.mayWrite(vault); !may) return may;
      if (auto may = mayHold(row.record); !may) return may;
    }
    return {};
  }

  [[nodiscard]] Result<TakenIn> run() {
    PerVault<TwoCopies> copies;
    if (auto done = readMine(copies); !done) return done.error();
    if (auto fit = checkIds(copies); !fit) return fit.error();
    Join join;
    placeRows(copies, join);
    burnNothing(copies);
    auto rows = unionOf(copies);
    if (!rows) return rows.error();
    join.rows = std::move(rows).value();
    keepWhatWasHere(join.rows, copies);
    join.also = [this](Database& database) { return takeNames(database); };
    auto taken = commitJoin(m_state, join);
    if (taken && m_renamed) m_state.keyring = std::move(*m_renamed);
    return taken;
  }

 private:
  /// "A line just for me" would be a lie in a vault that anybody can open.
  [[nodiscard]] Result<void> mayHold(const Record& record) const {
    const auto owner = ownerOf(record.entry.vault);
    const bool isNote = std::holds_alternative<Note>(record.entry.body) && !record.gone;
    if (owner && isNote && !m_state.keyring.isProtected(*owner))
      return Error{ErrorKind::NotProtected, m_state.subjectOf(record.entry.vault)};
    return {};
  }

  /// By the rows that are here: one of each entry, with words where there are any.
  struct Known {
    std::unordered_map<std::int64_t, const Record*> rows;
    std::unordered_map<EntryId, const Record*> entries;
  };

  [[nodiscard]] Result<void> readMine(PerVault<TwoCopies>& copies) {
    for (const RecordIndex::Row& row : m_imported.rows) {
      auto& copy = copies[row.record.entry.vault];
      if (copy) continue;
      const VaultId vault = row.record.entry.vault;
      auto mine = readRows(*m_state.database, m_state.mark, vault, m_state.vaults[vault]->keys);
      if (!mine) return mine.error();
      copy = TwoCopies{std::move(mine).value(), {}};
    }
    return {};
  }

  /// A number that means something else here would overwrite it.
  [[nodiscard]] Result<void> checkIds(const PerVault<TwoCopies>& copies) {
    Known here;
    for (const VaultId vault : kVaults) {
      if (!copies[vault]) continue;
      for (const RecordIndex::Row& row : copies[vault]->mine) {
        here.rows.emplace(row.id, &row.record);
        const Record*& said = here.entries[row.record.entry.id];
        if (!said || said->gone) said = &row.record;
      }
    }
    auto taken = m_state.database->prepare("SELECT count(*) FROM rec WHERE id = ?");
    if (!taken) return taken.error();
    for (const RecordIndex::Row& row : m_imported.rows) {
      if (auto fit = checkRow(row, here, *taken); !fit) return fit;
    }
    return {};
  }

  [[nodiscard]] Result<void> checkRow(const RecordIndex::Row& row, const Known& here, Statement& taken) {
    const Entry& entry = row.record.entry;
    for (const VaultId vault : kVaults) {
      if (vault != entry.vault && m_state.vaults[vault] && m_state.vaults[vault]->records.find(entry.id))
        return badEntry(row, "must not have the id of another entry of this journal");
    }
    if (auto fit = checkEvent(row); !fit) return fit;
    const auto said = here.entries.find(entry.id);
    if (said != here.entries.end() && !isSameThing(*said->second, row.record))
      return badEntry(row, "must stay what it is in this journal, of the same writer and time");
    const auto at = here.rows.find(row.id);
    if (at != here.rows.end()) {
      const Entry& known = at->second->entry;
      const bool isSame = known.id == entry.id && known.vault == entry.vault && known.revision == entry.revision;
      return isSame ? Result<void>() : badEntry(row, "must not have a row of another revision of this journal");
    }
    auto found = taken.bind(1, row.id).step();
    if (!found) return found.error();
    const bool isTaken = taken.number(0) > 0;
    if (auto done = taken.run(); !done) return done;
    if (isTaken) return badEntry(row, "must not have a row of another revision of this journal");
    return {};
  }

  /// Of a moment of a sitting nothing but lines of a reveal can be taken back, and then what was there goes: no file
  /// may put anything else in its place.
  [[nodiscard]] Result<void> checkEvent(const RecordIndex::Row& row) const {
    const Kept* const kept = m_state.vaults[row.record.entry.vault]->records.find(row.record.entry.id);
    if (!kept || !std::holds_alternative<LaneEvent>(kept->newest.entry.body)) return {};
    if (!row.record.gone && isSameMoment(kept->newest, row.record)) return {};
    return badEntry(row, "must not change what happened in a sitting of this journal");
  }

  /// What is new stands after all that is here, in the order of the file.
  void placeRows(PerVault<TwoCopies>& copies, Join& join) {
    std::map<EntryId, Order> orders;
    std::unordered_map<std::int64_t, bool> known;  // of the rows that are here, whether they are unproven
    for (const VaultId vault : kVaults) {
      if (m_state.vaults[vault]) join.counters[vault] = m_state.vaults[vault]->head.counter;
      if (!copies[vault]) continue;
      for (const RecordIndex::Row& row : copies[vault]->mine) known.emplace(row.id, row.record.unproven);
    }
    for (RecordIndex::Row& row : m_imported.rows) {
      Record& record = row.record;
      const Kept* const kept = m_state.vaults[record.entry.vault]->records.find(record.entry.id);
      const auto [at, isNew] = orders.try_emplace(record.entry.id);
      if (isNew) at->second = kept ? kept->newest.order : nextOrder(record.entry.vault, join);
      record.order = at->second;
      // A file that anybody can edit proves nothing of what is here.
      if (const auto here = known.find(row.id); here != known.end()) record.unproven = here->second;
      copies[record.entry.vault]->theirs.push_back(std::move(row));
    }
  }

  [[nodiscard]] Order nextOrder(VaultId vault, Join& join) const {
    const std::uint64_t next = *(join.counters[vault] = counterAfter(*join.counters[vault]));
    if (vault == VaultId::Ours) return {next, 0};
    return {std::max(join.counters[VaultId::Ours].value_or(0), m_state.vaults[vault]->records.reach()), next};
  }

  /// A file that anybody can edit deletes nothing for good, wherever there are words that would go.
  static void burnNothing(PerVault<TwoCopies>& copies) {
    std::set<EntryId> withWords;
    for (const VaultId vault : kVaults) {
      if (!copies[vault]) continue;
      for (const Rows* rows : {&copies[vault]->mine, &copies[vault]->theirs}) {
        for (const RecordIndex::Row& row : *rows) {
          if (!row.record.gone) withWords.insert(row.record.entry.id);
        }
      }
    }
    for (const VaultId vault : kVaults) {
      if (!copies[vault]) continue;
      for (RecordIndex::Row& row : copies[vault]->theirs) {
        if (withWords.contains(row.record.entry.id)) row.record.forGood = false;
      }
    }
  }

  /// An export leaves out the words of deleted entries and of revisions long past: that they are missing in it says
  /// nothing. Of an event alone, what a line was taken out of goes.
  static void keepWhatWasHere(RowUnion& rows, const PerVault<TwoCopies>& copies) {
    for (const VaultId vault : kVaults) {
      if (!rows.vaults[vault]) continue;
      std::set<std::int64_t> goes;
      for (const RecordIndex::Row& row : copies[vault]->mine) {
        if (std::holds_alternative<LaneEvent>(row.record.entry.body)) goes.insert(row.id);
      }
      std::erase_if(rows.vaults[vault]->dropped, [&goes](std::int64_t row) { return !goes.contains(row); });
    }
  }

  [[nodiscard]] Result<void> takeNames(Database& database) {
    if (!m_renamed) return {};
    for (const Partner& partner : m_state.keyring.partners())
      m_renamed->rewrap(partner.id, *m_state.personal[vaultOf(partner.id)]);
    return m_renamed->save(database);
  }

  JournalState& m_state;
  ImportedExport m_imported;
  std::optional<Keyring> m_renamed;
};

}  // namespace

Result<TakenIn> importText(JournalState& state, std::string_view bytes, Reader reader) {
  if (state.database->readOnly()) return Error{ErrorKind::ReadOnly, state.path};
  auto imported = parseExport(bytes);
  if (!imported) return imported.error();
  Importing importing(state, std::move(imported).value());
  if (auto fit = importing.check(reader); !fit) return fit.error();
  if (state.backups) state.backups->keepBeforeChange();
  return importing.run();
}

}  // namespace footbridge::storage
