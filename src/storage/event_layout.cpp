// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "storage/body_layout.h"

namespace footbridge::storage {
namespace {

constexpr std::int64_t kMostTurns = 1000;
constexpr std::int64_t kMostSeconds = std::int64_t{7} * 24 * 3600;

void write(PayloadWriter& to, const LineChoice& choice) {
  write(to, choice.line);
  to.flag(choice.open).flag(choice.trimmed.has_value());
  if (choice.trimmed) write(to, *choice.trimmed);
}

void write(PayloadWriter& to, const OpenedLine& opened) {
  to.word(opened.writer);
  write(to, opened.line);
  write(to, opened.answer);
}

struct EventWriter {
  PayloadWriter& to;

  void operator()(const Begun& e) const {
    to.name(e.exercise).text(e.fingerprint).text(e.source).word(e.mode).word(e.first).day(e.day);
    to.id(e.lookOfA).id(e.lookOfB).flag(e.shortForm).id(e.about);
  }
  void operator()(const Answered& e) const {
    to.name(e.step);
    write(to, e.answer);
  }
  void operator()(const Passed& e) const { to.name(e.step); }
  void operator()(const WentBack& e) const { to.name(e.to); }
  void operator()(const LookedOver& e) const {
    to.name(e.reveal).count(e.choices.size());
    for (const LineChoice& choice : e.choices) write(to, choice);
  }
  void operator()(const TurnEnded&) const {}
  void operator()(const TurnBegun&) const {}
  void operator()(const CameTogether&) const {}
  void operator()(const Revealed& e) const {
    to.name(e.reveal).count(e.lines.size());
    for (const OpenedLine& line : e.lines) write(to, line);
  }
  void operator()(const Spoke& e) const { to.name(e.step).whole(e.turn).whole(e.seconds); }
  void operator()(const Reflected& e) const { to.name(e.step).whole(e.turn).word(e.verdict); }
  void operator()(const Left&) const {}
};

PartnerId readPartner(PayloadReader& from) {
  return from.word(PartnerId::A, PartnerId::B);
}

int readTurn(PayloadReader& from) {
  return static_cast<int>(from.whole(0, kMostTurns));
}

// Fields within braces are read in the order they stand.

Begun readBegun(PayloadReader& from) {
  return Begun{.exercise = from.name<ExerciseId>(),
               .fingerprint = from.text(),
               .source = from.text(),
               .mode = from.word(SittingMode::Together, SittingMode::JointLook),
               .first = readPartner(from),
               .day = from.day().value_or(Day{}),
               .lookOfA = from.maybeId<SittingId>(),
               .lookOfB = from.maybeId<SittingId>(),
               .shortForm = from.flag(),
               .about = from.maybeId<EntryId>()};
}

LineChoice readChoice(PayloadReader& from) {
  return LineChoice{readLine(from), from.flag(), from.maybe(readAnswer)};
}

OpenedLine readOpened(PayloadReader& from) {
  return OpenedLine{readPartner(from), readLine(from), readAnswer(from)};
}

Spoke readSpoke(PayloadReader& from) {
  return Spoke{from.name<StepId>(), readTurn(from), static_cast<int>(from.whole(0, kMostSeconds))};
}

}  // namespace

void write(PayloadWriter& to, const SittingEvent& event) {
  to.byte(static_cast<std::uint8_t>(event.index()));
  std::visit(EventWriter{to}, event);
}

SittingEvent readEvent(PayloadReader& from) {
  switch (from.byte()) {
    case 0:
      return readBegun(from);
    case 1:
      return Answered{from.name<StepId>(), readAnswer(from)};
    case 2:
      return Passed{from.name<StepId>()};
    case 3:
      return WentBack{from.name<StepId>()};
    case 4:
      return LookedOver{from.name<StepId>(), from.list(readChoice)};
    case 5:
      return TurnEnded{};
    case 6:
      return TurnBegun{};
    case 7:
      return CameTogether{};
    case 8:
      return Revealed{from.name<StepId>(), from.list(readOpened)};
    case 9:
      return readSpoke(from);
    case 10:
      return Reflected{from.name<StepId>(), readTurn(from), from.word(Verdict::Yes, Verdict::NotYet)};
    case 11:
      return Left{};
    default:
      from.refuse();
      return Left{};
  }
}

}  // namespace footbridge::storage
