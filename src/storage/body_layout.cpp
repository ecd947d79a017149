// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/body_layout.h"

#include <utility>

namespace footbridge::storage {
namespace {

class BodyWriter {
 public:
  explicit BodyWriter(PayloadWriter& writer) : m_to(writer) {}

  void operator()(const Note& note) const { m_to.text(note.text); }
  void operator()(const Agreement& agreement) const { storage::write(m_to, agreement); }
  void operator()(const LaneEvent& lane) const {
    m_to.id(lane.sitting).count(lane.sequence).flag(lane.fromOurs);
    storage::write(m_to, lane.event);
  }
  void operator()(const Viewing& viewing) const {
    m_to.text(viewing.title).byte(viewing.suggestedBy ? static_cast<std::uint8_t>(*viewing.suggestedBy) : 0);
    m_to.day(viewing.added).day(viewing.seen).flag(viewing.plan.has_value());
    if (viewing.plan) m_to.name(*viewing.plan);
    m_to.count(viewing.talks.size());
    for (const ViewingTalk& talk : viewing.talks) write(talk);
  }

 private:
  void write(const ViewingTalk& talk) const {
    m_to.flag(talk.card.has_value());
    if (talk.card) m_to.name(talk.card->deck).name(talk.card->card);
    m_to.text(talk.text).day(talk.when);
  }

  PayloadWriter& m_to;
};

LaneEvent readLaneEvent(PayloadReader& from) {
  const SittingId sitting = from.id<SittingId>();
  const std::uint32_t sequence = from.count();
  const bool fromOurs = from.flag();
  return LaneEvent{sitting, sequence, readEvent(from), fromOurs};
}

DrawnCard readCard(PayloadReader& from) {
  return DrawnCard{from.name<DeckId>(), from.name<CardId>()};
}

ViewingTalk readTalk(PayloadReader& from) {
  return ViewingTalk{from.maybe(readCard), from.text(), from.day()};
}

Viewing readViewing(PayloadReader& from) {
  Viewing viewing;
  viewing.title = from.text();
  const auto by = from.word<std::uint8_t>(0, 2);
  if (by != 0) viewing.suggestedBy = static_cast<PartnerId>(by);
  viewing.added = from.day();
  viewing.seen = from.day();
  viewing.plan = from.maybe([](PayloadReader& reader) { return reader.name<WatchPlanId>(); });
  viewing.talks = from.list(readTalk);
  return viewing;
}

}  // namespace

void write(PayloadWriter& to, const EntryBody& body) {
  std::visit(BodyWriter(to), body);
}

EntryBody readBody(std::uint8_t kind, PayloadReader& from) {
  switch (kind) {
    case 0:
      return Note{from.text()};
    case 1:
      return readAgreement(from);
    case 2:
      return readLaneEvent(from);
    case 3:
      return readViewing(from);
    default:
      from.refuse();
      return Note{};
  }
}

}  // namespace footbridge::storage
