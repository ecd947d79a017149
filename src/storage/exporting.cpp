// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exporting.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "storage/entry_book.h"
#include "storage/exchange_json.h"
#include "storage/export_text.h"
#include "storage/partner_swap.h"
#include "storage/row_union.h"

namespace footbridge::storage {
namespace {

using exchange::OrderedJson;

constexpr int kExportFormat = 1;
constexpr std::array<std::string_view, 3> kParts{"everything", "own", "ours"};

bool isWanted(VaultId vault, const ExportWish& wish) {
  if (!mayRead(wish.reader, vault)) return false;
  if (wish.part == ExportPart::Everything) return true;
  return (wish.part == ExportPart::Ours) == (vault == VaultId::Ours);
}

/// What is locked is never given out as if it were empty.
Result<void> mayGiveOut(const JournalState& state, const ExportWish& wish) {
  if (wish.part == ExportPart::Own && wish.reader == Reader::OursAlone) return Error{ErrorKind::NotAllowed, "own part"};
  for (const VaultId vault : kVaults) {
    if (!isWanted(vault, wish)) continue;
    const auto owner = ownerOf(vault);
    if (owner && !state.keyring.find(*owner)) return Error{ErrorKind::NotFound, nameOf(vault)};
    if (!state.vaults[vault]) return Error{ErrorKind::Locked, state.subjectOf(vault)};
  }
  return {};
}

/// Whoever is alone is A in an export, whichever they are in this journal: a new journal of theirs can take it in, and
/// gives out the same.
bool isSwapped(const JournalState& state) {
  const std::vector<Partner>& partners = state.keyring.partners();
  return partners.size() == 1 && partners.front().id == PartnerId::B;
}

template <typename Value>
Value asExported(Value value, bool swap) {
  return swap ? swapped(std::move(value)) : value;
}

std::vector<VaultId> leftOut(const JournalState& state, const ExportWish& wish) {
  std::vector<VaultId> vaults;
  for (const VaultId vault : kVaults) {
    const auto owner = ownerOf(vault);
    const bool exists = !owner || state.keyring.find(*owner);
    if (exists && !isWanted(vault, wish)) vaults.push_back(vault);
  }
  return vaults;
}

/// The rows of an entry that an export gives out: of a deleted one, that it was deleted, and no words.
Result<Rows> rowsOf(const JournalState& state, const Kept& kept) {
  const VaultId vault = kept.newest.entry.vault;
  Rows rows;
  for (const std::int64_t id : kept.rows) {
    auto record = readRecord(*state.database, state.mark, vault, state.vaults[vault]->keys, id);
    if (!record) return record.error();
    if (kept.newest.gone && !record->gone) continue;
    rows.push_back({id, std::move(record).value()});
  }
  return rows;
}

Result<OrderedJson> entryJson(const JournalState& state, const Kept& kept, bool swap) {
  auto rows = rowsOf(state, kept);
  if (!rows) return rows.error();
  const Entry entry = asExported(kept.newest, swap).entry;
  OrderedJson json;
  json["id"] = std::to_string(entry.id.number());
  json["vault"] = exchange::toText(entry.vault);
  json["author"] = entry.author ? OrderedJson(exchange::toText(*entry.author)) : OrderedJson(nullptr);
  json["made"] = exchange::toText(entry.made);
  if (!kept.newest.gone && !kept.beside.empty()) json["conflict"] = true;
  json["revisions"] = OrderedJson::array();
  for (RecordIndex::Row& row : rows.value()) {
    row.record = asExported(std::move(row.record), swap);
    json["revisions"].push_back(exchange::toJson(row));
  }
  return json;
}

Result<std::string> asJson(const JournalState& state, const ExportWish& wish) {
  const bool swap = isSwapped(state);
  OrderedJson json;
  json["footbridgeExport"] = kExportFormat;
  const auto reader = partnerOf(asExported(wish.reader, swap));
  json["reader"] = reader ? OrderedJson(exchange::toText(*reader)) : OrderedJson(nullptr);
  json["part"] = kParts.at(static_cast<std::size_t>(wish.part));
  json["notIncluded"] = OrderedJson::array();
  for (const VaultId vault : leftOut(state, wish))
    json["notIncluded"].push_back(exchange::toText(asExported(vault, swap)));
  json["partners"] = OrderedJson::array();
  for (const Partner& partner : state.keyring.partners())
    json["partners"].push_back(exchange::toJson(asExported(partner, swap)));
  json["entries"] = OrderedJson::array();
  for (const Kept* kept : visibleTo(wish.reader, state)) {
    if (!isWanted(kept->newest.entry.vault, wish)) continue;
    auto entry = entryJson(state, *kept, swap);
    if (!entry) return entry.error();
    json["entries"].push_back(std::move(entry).value());
  }
  return exchange::dumped(json) + '\n';
}

/// Of another's own vault it does not say whether anything is in it.
std::string notIncludedText(const JournalState& state, const ExportWish& wish, std::span<const Entry> readable,
                            const People& people) {
  std::string ours, names;
  int owners = 0;
  for (const VaultId vault : leftOut(state, wish)) {
    const auto owner = ownerOf(vault);
    if (owner) {
      names += (names.empty() ? "" : " and ") + people.name(*owner);
      ++owners;
    } else if (std::ranges::find(readable, VaultId::Ours, &Entry::vault) != readable.end()) {
      ours = "what is in ours";
    }
  }
  if (ours.empty() && names.empty()) return "Everything is included.";
  std::string theirs;
  if (owners > 0) theirs = "what " + names + (owners > 1 ? " each keep" : " keeps") + " for themselves, if anything";
  return "Not included: " + ours + (ours.empty() || theirs.empty() ? "" : ", and ") + theirs + ".";
}

std::string namesFor(const ExportWish& wish, const People& people) {
  const auto reader = partnerOf(wish.reader);
  return wish.part == ExportPart::Own && reader ? people.name(*reader) : people.all();
}

/// What is not wanted is left out of what is told, and still says what the rest is about: the beginning of a joint
/// sitting is in *ours*, and names the exercise that one's own answers belong to.
std::string asText(const JournalState& state, const ExportWish& wish) {
  std::vector<Entry> readable = entriesFor(wish.reader, state);
  std::ranges::reverse(readable);
  std::vector<Entry> wanted;
  std::ranges::copy_if(readable, std::back_inserter(wanted),
                       [&wish](const Entry& entry) { return isWanted(entry.vault, wish); });
  // *Ours* is handed on, so not even a title of one's own vault goes along with it.
  const PlainWords words(wish.part == ExportPart::Ours ? wanted : readable, state.keyring.partners(), wish.words);
  if (wish.format == ExportFormat::Csv) return toCsv(wanted, words);
  const People& people = words.people();
  return toMarkdown(wanted, words, {namesFor(wish, people), notIncludedText(state, wish, readable, people)});
}

}  // namespace

Result<std::string> exportText(const JournalState& state, const ExportWish& wish) {
  if (auto may = mayGiveOut(state, wish); !may) return may.error();
  if (wish.format == ExportFormat::Json) return asJson(state, wish);
  return asText(state, wish);
}

}  // namespace footbridge::storage
