// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/payload.h"

#include <utility>

#include "storage/body_layout.h"
#include "storage/damaged.h"

namespace footbridge::storage {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kLongest = std::size_t{4} * 1024 * 1024;
constexpr std::uint8_t kGone = 254;
constexpr std::uint8_t kErased = 255;
constexpr std::uint8_t kAside = 1, kUnproven = 2;

std::uint8_t kindOf(const Record& record) {
  if (record.gone) return record.forGood ? kErased : kGone;
  return static_cast<std::uint8_t>(record.entry.body.index());
}

void write(PayloadWriter& to, const Record& record) {
  const Entry& entry = record.entry;
  to.byte(kVersion).byte(kindOf(record)).byte(entry.author ? static_cast<std::uint8_t>(*entry.author) : 0);
  to.byte((record.aside ? kAside : 0) | (record.unproven ? kUnproven : 0)).id(entry.id).count(entry.revision);
  to.whole(static_cast<std::int64_t>(record.order.ours)).whole(static_cast<std::int64_t>(record.order.own));
  to.whole(entry.made.time_since_epoch().count()).whole(entry.changed.time_since_epoch().count());
  to.count(record.on.size());
  for (const std::int64_t row : record.on) to.whole(row);
  if (!record.gone) storage::write(to, entry.body);
}

std::optional<PartnerId> readAuthor(PayloadReader& from) {
  const auto author = from.word<std::uint8_t>(0, 2);
  if (author == 0) return std::nullopt;
  return static_cast<PartnerId>(author);
}

std::uint64_t readPlace(PayloadReader& from) {
  return static_cast<std::uint64_t>(from.whole(0, INT64_MAX));
}

Moment readMoment(PayloadReader& from) {
  return Moment(std::chrono::milliseconds(from.whole(-INT64_MAX, INT64_MAX)));
}

std::int64_t readRow(PayloadReader& from) {
  return from.whole(1, INT64_MAX);
}

Record readRecord(PayloadReader& from, VaultId vault) {
  if (from.byte() != kVersion) from.refuse();
  const std::uint8_t kind = from.byte();
  const auto author = readAuthor(from);
  const auto marks = from.word<std::uint8_t>(0, kAside | kUnproven);
  const auto id = from.id<EntryId>();
  const std::uint32_t revision = from.count();
  if (revision == 0) from.refuse();
  const Order order{readPlace(from), readPlace(from)};
  const Moment made = readMoment(from);
  const Moment changed = readMoment(from);
  auto on = from.list(readRow);
  const bool gone = kind >= kGone;
  Entry entry{id, revision, vault, author, made, changed, gone ? EntryBody(Note{}) : readBody(kind, from)};
  return {std::move(entry),        order, gone, kind == kErased, std::move(on), (marks & kAside) != 0,
          (marks & kUnproven) != 0};
}

}  // namespace

Result<std::string> toPayload(const Record& record) {
  PayloadWriter writer;
  write(writer, record);
  if (writer.bytes().size() > kLongest) return Error{ErrorKind::Invalid, "text", {}, "length"};
  std::string payload(textOf(writer.bytes()));
  const auto back = parsePayload(payload, record.entry.vault);
  if (!back || !(back.value() == record)) return Error{ErrorKind::Invalid, "text"};
  return payload;
}

Result<Record> parsePayload(std::string_view payload, VaultId vault) {
  PayloadReader reader(payload);
  Record record = readRecord(reader, vault);
  if (!reader.isDone()) return damaged("payload");
  return record;
}

}  // namespace footbridge::storage
