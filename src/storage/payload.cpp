// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/payload.h"

#include <utility>

#include "domain/text.h"
#include "storage/body_json.h"

namespace footbridge::storage {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kLongest = 4 * 1024 * 1024;
constexpr std::string_view kKinds[] = {"note", "agreement", "event", "gone", "erased"};
constexpr std::size_t kGone = 3;
constexpr std::size_t kErased = 4;

struct BodyWriter {
  Json operator()(const Note& note) const { return {{"text", note.text}}; }
  Json operator()(const Agreement& agreement) const { return toJson(agreement); }
  Json operator()(const LaneEvent& lane) const {
    Json json{{"sitting", lane.sitting.number()}, {"n", lane.sequence}, {"event", toJson(lane.event)}};
    if (lane.fromOurs) json["from-ours"] = true;
    return json;
  }
};

std::optional<EntryBody> parseNote(const Json& json) {
  Fields fields(json);
  Note note{fields.text("text")};
  if (!fields.sound()) return std::nullopt;
  return note;
}

std::optional<EntryBody> parseLaneEvent(const Json& json) {
  Fields fields(json);
  const auto sitting = fields.id<SittingId>("sitting");
  const auto sequence = static_cast<std::uint32_t>(fields.number("n", 0, UINT32_MAX));
  auto event = parseEvent(fields.part("event"));
  const bool fromOurs = fields.has("from-ours");
  if (fromOurs && !fields.flag("from-ours")) fields.refuse();
  if (!event || !fields.sound()) return std::nullopt;
  return LaneEvent{*sitting, sequence, std::move(*event), fromOurs};
}

std::optional<EntryBody> parseBody(std::size_t kind, const Json& json) {
  switch (kind) {
    case 0:
      return parseNote(json);
    case 1: {
      auto agreement = parseAgreement(json);
      if (!agreement) return std::nullopt;
      return std::move(*agreement);
    }
    case 2:
      return parseLaneEvent(json);
    default:
      if (!json.is_null()) return std::nullopt;
      return Note{};
  }
}

Json recordJson(const Record& record) {
  const Entry& entry = record.entry;
  const std::size_t kind = !record.gone ? entry.body.index() : record.forGood ? kErased : kGone;
  Json json{{"v", kVersion},
            {"id", entry.id.number()},
            {"rev", entry.revision},
            {"ours", record.order.ours},
            {"own", record.order.own},
            {"by", entry.author ? static_cast<int>(*entry.author) : 0},
            {"made", entry.made.time_since_epoch().count()},
            {"changed", entry.changed.time_since_epoch().count()},
            {"kind", kKinds[kind]},
            {"body", record.gone ? Json() : std::visit(BodyWriter{}, entry.body)}};
  if (!record.on.empty()) json["on"] = record.on;
  if (record.aside) json["aside"] = true;
  return json;
}

/// Row numbers, the way recordJson() writes them: absent where there are none.
std::vector<std::int64_t> parseOn(Fields& fields) {
  std::vector<std::int64_t> rows;
  if (!fields.has("on")) return rows;
  for (const Json& each : fields.list("on")) {
    const auto row = wholeNumber(each);
    if (!row || *row < 1) fields.refuse();
    rows.push_back(row.value_or(0));
  }
  if (rows.empty()) fields.refuse();
  return rows;
}

Moment parseMoment(Fields& fields, const char* name) {
  return Moment(std::chrono::milliseconds(fields.number(name, -kMostNumber, kMostNumber)));
}

std::optional<Record> parseRecord(const Json& json, VaultId vault) {
  Fields fields(json);
  const bool known = fields.number("v", kVersion, kVersion) == kVersion;
  const auto id = fields.id<EntryId>("id");
  const auto revision = static_cast<std::uint32_t>(fields.number("rev", 1, UINT32_MAX));
  const Order order{static_cast<std::uint64_t>(fields.number("ours", 0, kMostNumber)),
                    static_cast<std::uint64_t>(fields.number("own", 0, kMostNumber))};
  const std::int64_t author = fields.number("by", 0, 2);
  const Moment made = parseMoment(fields, "made");
  const Moment changed = parseMoment(fields, "changed");
  const auto kind = fields.word<std::size_t>("kind", kKinds);
  auto body = parseBody(kind, fields.part("body"));
  auto on = parseOn(fields);
  const bool aside = fields.has("aside");
  if (aside && !fields.flag("aside")) fields.refuse();
  if (!known || !body || !fields.sound()) return std::nullopt;
  Entry entry{*id, revision, vault, std::nullopt, made, changed, std::move(*body)};
  if (author != 0) entry.author = static_cast<PartnerId>(author);
  return Record{std::move(entry), order, kind >= kGone, kind == kErased, std::move(on), aside};
}

}  // namespace

Result<std::string> toPayload(const Record& record) {
  std::string payload = recordJson(record).dump(-1, ' ', false, Json::error_handler_t::replace);
  if (payload.size() > kLongest) return Error{ErrorKind::Invalid, "text", {}, "length"};
  const auto back = parsePayload(payload, record.entry.vault);
  if (!back || !(back.value() == record)) return Error{ErrorKind::Invalid, "text"};
  return payload;
}

Result<Record> parsePayload(std::string_view payload, VaultId vault) {
  const Json json = Json::parse(payload, nullptr, false);
  std::optional<Record> record;
  if (!json.is_discarded()) record = parseRecord(json, vault);
  if (!record) return Error{ErrorKind::Damaged, {}, {}, "payload"};
  return std::move(*record);
}

}  // namespace footbridge::storage
