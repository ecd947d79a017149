// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/import_parser.h"

#include <algorithm>
#include <limits>
#include <set>
#include <unordered_set>
#include <utility>

#include "storage/counting.h"
#include "storage/exchange_json.h"
#include "storage/import_body.h"
#include "storage/revision_links.h"

namespace footbridge::storage {
namespace {

using nlohmann::json;
using Problem = std::optional<ImportProblem>;

constexpr int kExportFormat = 1;
constexpr std::array<std::string_view, 3> kParts{"everything", "own", "ours"};
constexpr std::array<std::string_view, 5> kKinds{"note", "agreement", "event", "viewing", "deleted"};
enum Kind : std::size_t { kNote, kAgreement, kEvent, kViewing, kDeleted };

std::string lineAndColumn(std::string_view bytes, std::size_t position) {
  const std::string_view before = bytes.substr(0, position == 0 ? 0 : position - 1);
  const auto lines = std::ranges::count(before, '\n');
  const std::size_t lineStart = before.rfind('\n');
  const std::size_t column = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1);
  return "line " + std::to_string(lines + 1) + ", column " + std::to_string(column + 1);
}

/// Walks over the bytes and builds nothing: well-formed JSON of honest keys, within the limits.
class LimitScan : public nlohmann::json_sax<json> {
 public:
  explicit LimitScan(std::string_view bytes) : m_bytes(bytes) {}
  Problem problem;

  bool null() override { return count(); }
  bool boolean(bool) override { return count(); }
  bool number_integer(std::int64_t) override { return count(); }
  bool number_unsigned(std::uint64_t) override { return count(); }
  bool number_float(double, const std::string& text) override {
    return refuse("holds " + text + "; only whole numbers are known");
  }
  bool string(std::string&) override { return count(); }
  bool binary(json::binary_t&) override { return false; }
  bool start_object(std::size_t) override {
    m_keys.emplace_back();
    return count() && deepEnough();
  }
  bool key(std::string& key) override {
    return m_keys.back().insert(key).second || refuse("has the field \"" + key + "\" twice in one place");
  }
  bool end_object() override { return end(); }
  bool start_array(std::size_t) override {
    m_keys.emplace_back();
    return count() && deepEnough();
  }
  bool end_array() override { return end(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    problem = ImportProblem{lineAndColumn(m_bytes, position), "must be JSON in UTF-8"};
    return false;
  }

 private:
  bool refuse(std::string rule) {
    problem = ImportProblem{{}, std::move(rule)};
    return false;
  }
  bool count() {
    return ++m_values <= kMostImportValues ||
           refuse("holds more than " + std::to_string(kMostImportValues) + " values");
  }
  bool deepEnough() {
    return m_keys.size() <= kMostImportDepth ||
           refuse("is nested more than " + std::to_string(kMostImportDepth) + " deep");
  }
  bool end() {
    m_keys.pop_back();
    return true;
  }

  std::string_view m_bytes;
  std::size_t m_values = 0;
  std::vector<std::set<std::string>> m_keys;
};

Problem checkLimits(std::string_view bytes) {
  if (bytes.size() > kMostImportBytes)
    return ImportProblem{{}, "is larger than " + std::to_string(kMostImportBytes / (std::size_t{1024} * 1024)) + " MiB"};
  LimitScan scan(bytes);
  if (!json::sax_parse(bytes.begin(), bytes.end(), &scan) && !scan.problem)
    scan.problem = ImportProblem{{}, "must be JSON in UTF-8"};
  return std::move(scan.problem);
}

std::optional<Partner> importPartner(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  const auto id = fields.word<PartnerId>("id", kPartnerWords);
  const std::string written = fields.text("name");
  const auto name = PartnerName::from(written);
  if (!name || name->text() != written) fields.refuse("name", "must be a name: 1 to 40 letters on one line");
  const auto colour = fields.word<PartnerColour>("colour", exchange::kColours);
  fields.close();
  if (problem) return std::nullopt;
  return Partner{id, *name, colour};
}

std::vector<std::int64_t> importOn(ImportFields& fields, std::uint32_t revision) {
  std::vector<std::int64_t> rows;
  const json& list = fields.list("on");
  for (const json& each : list) {
    const json wrapped{{"row", each}};
    rows.push_back(ImportFields(wrapped, fields.placeOf("on"), fields.problem()).rowNumber("row"));
  }
  if (rows.empty() != (revision == 1))
    fields.refuse("on", "must name the revision before it, and nothing for the first");
  return rows;
}

EntryBody importBody(Kind kind, VaultId vault, ImportFields& fields) {
  if (kind == kNote) return Note{fields.text("text")};
  if (kind == kAgreement)
    return importAgreement(fields.part("agreement"), fields.placeOf("agreement"), fields.problem());
  if (kind == kViewing) return importViewing(fields.part("viewing"), fields.placeOf("viewing"), fields.problem());
  if (kind == kDeleted) return Note{};
  const auto sitting = fields.id<SittingId>("sitting");
  const auto sequence =
      static_cast<std::uint32_t>(fields.number("sequence", 0, std::numeric_limits<std::uint32_t>::max()));
  LaneEvent event{sitting.value_or(*SittingId::from(1)), sequence,
                  importEvent(fields.part("event"), fields.placeOf("event"), fields.problem())};
  event.fromOurs = fields.has("joint") && fields.flag("joint");
  if (event.fromOurs && vault == VaultId::Ours) fields.refuse("joint", "is for what was moved out of ours");
  return event;
}

/// One revision; what all revisions of the entry share is in `entry`.
RecordIndex::Row importRevision(const json& value, const std::string& place, const Entry& entry, Problem& problem) {
  ImportFields fields(value, place, problem);
  RecordIndex::Row row{fields.rowNumber("row"), {entry}};
  Record& record = row.record;
  record.entry.revision = static_cast<std::uint32_t>(fields.number("revision", 1, kLastRevision));
  record.on = importOn(fields, record.entry.revision);
  record.entry.changed = fields.moment("changed");
  if (fields.has("aside")) record.aside = fields.flag("aside");
  if (fields.has("unproven")) record.unproven = fields.flag("unproven");
  const auto kind = fields.word<Kind>("kind", kKinds);
  record.gone = kind == kDeleted;
  if (record.gone) record.forGood = fields.flag("forGood");
  record.entry.body = importBody(kind, entry.vault, fields);
  if (record.aside && kind != kEvent) fields.refuse("aside", "is for events alone");
  const bool mayBeUnproven = entry.vault != VaultId::Ours && record.on.empty() && !record.gone;
  if (record.unproven && !mayBeUnproven) fields.refuse("unproven", "is for a first revision in an own vault alone");
  fields.close();
  return row;
}

/// Each made from earlier ones, and all of one kind.
void checkRevisions(ImportFields& fields, std::vector<RecordIndex::Row>& rows) {
  if (rows.empty()) fields.refuse("revisions", "must not be empty");
  for (const RecordIndex::Row& row : rows) {
    for (const RecordIndex::Row& other : rows) {
      const bool isBefore = std::ranges::count(row.record.on, other.id) != 0;
      if (isBefore && !mayFollow(row.record.entry.revision, other.record.entry.revision))
        fields.refuse("revisions", "must each be made from earlier ones");
      const bool isOfOneKind = row.record.entry.body.index() == other.record.entry.body.index();
      // What happened in a sitting is never deleted.
      const bool mayDiffer = (row.record.gone || other.record.gone) && !isEvent(row.record) && !isEvent(other.record);
      if (!isOfOneKind && !mayDiffer) fields.refuse("revisions", "must be of one kind");
    }
  }
  if (!orderByLinks(rows)) fields.refuse("revisions", "must each be made from earlier ones");
}

std::vector<RecordIndex::Row> importEntry(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  const auto id = fields.id<EntryId>("id").value_or(*EntryId::from(1));
  const auto vault = fields.word<VaultId>("vault", exchange::kVaultWords);
  std::optional<PartnerId> author;
  if (fields.isNull("author"))
    fields.skip("author");
  else
    author = fields.word<PartnerId>("author", kPartnerWords);
  Entry entry{id, 1, vault, author, fields.moment("made"), {}, Note{}};
  // Nobody's: a joint moment that was moved there when somebody new came.
  if (ownerOf(vault) && author && author != ownerOf(vault)) fields.refuse("author", "must be whose vault it is");
  if (fields.has("conflict")) static_cast<void>(fields.flag("conflict"));
  auto rows = fields.each("revisions", [&](const json& each, const std::string& where) {
    return importRevision(each, where, entry, problem);
  });
  if (!problem) checkRevisions(fields, rows);
  fields.close();
  return rows;
}

/// No id stands for two things.
void checkIds(ImportFields& fields, const std::vector<std::vector<RecordIndex::Row>>& entries) {
  std::unordered_set<std::int64_t> rows;
  std::unordered_set<EntryId> ids;
  for (std::size_t i = 0; i < entries.size() && !fields.problem(); ++i) {
    const std::string place = "entries/" + std::to_string(i);
    if (!ids.insert(entries[i].front().record.entry.id).second)
      fields.refuse(place.c_str(), "has the id of another entry");
    for (const RecordIndex::Row& row : entries[i]) {
      if (!rows.insert(row.id).second) fields.refuse(place.c_str(), "has the row of another revision");
    }
  }
}

/// The vaults that the file says are in it are those that its entries may be of.
void checkVaults(ImportFields& fields, Reader reader, std::size_t part, const std::vector<RecordIndex::Row>& rows) {
  for (const RecordIndex::Row& row : rows) {
    const VaultId vault = row.record.entry.vault;
    const bool isIn = mayRead(reader, vault) && (part == 0 || (part == 1) == (vault != VaultId::Ours));
    if (!isIn) return fields.refuse("entries", "hold what the fields reader and part leave out");
  }
}

void checkPartners(ImportFields& fields, const std::vector<Partner>& partners) {
  const bool isAlone = partners.size() == 1;
  const bool areTwo = partners.size() == 2 && partners.front().id != partners.back().id;
  if (!isAlone && !areTwo) fields.refuse("partners", "must be one, or two of whom one is A and one is B");
}

ImportedExport importAll(const json& document, Problem& problem) {
  ImportedExport result;
  ImportFields fields(document, {}, problem);
  if (fields.number("footbridgeExport", 1, std::numeric_limits<std::int64_t>::max()) > kExportFormat)
    fields.refuse("footbridgeExport", "is of a newer Footbridge; please bring this one up to date");
  if (fields.isNull("reader"))
    fields.skip("reader");
  else
    result.reader = fields.word<Reader>("reader", kPartnerWords);
  const auto part = fields.word<std::size_t>("part", kParts);
  result.isOwnPart = part == 1;
  static_cast<void>(fields.list("notIncluded"));
  const auto partners = fields.each(
      "partners", [&](const json& each, const std::string& place) { return importPartner(each, place, problem); });
  const auto entries = fields.each(
      "entries", [&](const json& each, const std::string& place) { return importEntry(each, place, problem); });
  fields.close();
  if (problem) return result;
  checkIds(fields, entries);
  for (const auto& partner : partners) result.partners.push_back(*partner);
  checkPartners(fields, result.partners);
  for (const auto& entry : entries) result.rows.insert(result.rows.end(), entry.begin(), entry.end());
  checkVaults(fields, result.reader, part, result.rows);
  return result;
}

}  // namespace

Result<ImportedExport> parseExport(std::string_view bytes) {
  Problem problem = checkLimits(bytes);
  ImportedExport result;
  if (!problem) result = importAll(json::parse(bytes, nullptr, false), problem);
  if (problem) return Error{ErrorKind::BadImport, {}, std::move(problem->place), std::move(problem->rule)};
  return result;
}

}  // namespace footbridge::storage
