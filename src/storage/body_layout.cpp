// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/body_layout.h"

#include <utility>

namespace footbridge::storage {
namespace {

struct BodyWriter {
  PayloadWriter& to;

  void operator()(const Note& note) const { to.text(note.text); }
  void operator()(const Agreement& agreement) const { write(to, agreement); }
  void operator()(const LaneEvent& lane) const {
    to.id(lane.sitting).count(lane.sequence).flag(lane.fromOurs);
    write(to, lane.event);
  }
};

LaneEvent readLaneEvent(PayloadReader& from) {
  const SittingId sitting = from.id<SittingId>();
  const std::uint32_t sequence = from.count();
  const bool fromOurs = from.flag();
  return LaneEvent{sitting, sequence, readEvent(from), fromOurs};
}

}  // namespace

void write(PayloadWriter& to, const EntryBody& body) {
  std::visit(BodyWriter{to}, body);
}

EntryBody readBody(std::uint8_t kind, PayloadReader& from) {
  switch (kind) {
    case 0:
      return Note{from.text()};
    case 1:
      return readAgreement(from);
    case 2:
      return readLaneEvent(from);
    default:
      from.refuse();
      return Note{};
  }
}

}  // namespace footbridge::storage
